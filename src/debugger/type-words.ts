/** Words between blanks; blanks within brackets are part of a name or an expression. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let depth = 0;
  let word = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '<' || char === '(') depth++;
    else if ((char === '>' && text[at - 1] !== '-') || char === ')') depth = Math.max(0, depth - 1);
    if (depth > 0 || !/\s/.test(char)) word += char;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  // Where a bracket never closes, it is none.
  return depth > 0 ? text.trim().split(/\s+/) : words;
}
