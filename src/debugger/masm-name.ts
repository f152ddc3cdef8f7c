/** How a name's text may go on: module!Class::function, templates, decorations. */
const NAME = /[A-Za-z_$?@~][\w$?@~:!]*/y;
const TAIL = /[\w$?@~:]*/y;
/** Template arguments longer than this are not searched for their end. */
const LONGEST_ARGUMENTS = 512;

/** The name at `at`; null where there is none. */
export function masmNameAt(text: string, at: number): string | null {
  NAME.lastIndex = at;
  const found = NAME.exec(text)?.[0];
  if (found === undefined) return null;
  let end = at + found.length;
  // Template arguments belong to a name only where the whole bracket closes: `std::vector<int>::size`.
  while (text[end] === '<' && found.includes('!')) {
    const close = closingBracket(text, end);
    if (close < 0) break;
    TAIL.lastIndex = close + 1;
    TAIL.exec(text);
    end = TAIL.lastIndex;
  }
  return text.slice(at, end);
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length && at < open + LONGEST_ARGUMENTS; at++) {
    if (text[at] === '<') depth++;
    else if (text[at] === '>' && --depth === 0) return at;
  }
  return -1;
}
