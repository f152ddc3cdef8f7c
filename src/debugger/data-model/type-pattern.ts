/** Nested deeper than this, a name matches nothing. */
const DEEPEST = 16;

/**
 * What a type's name gives for the wildcards of a visualizer's name, `$T1` first; null where it does not match. A `*`
 * stands for one template argument, the last one for all that follow, each of which counts (Microsoft Learn, "Create
 * custom views of C++ objects"). Blanks and the words class, struct, union and enum make no difference.
 */
export function matchType(pattern: string, name: string): readonly string[] | null {
  return match(plain(pattern), plain(name), 0);
}

function plain(name: string): string {
  return name
    .replace(/\b(?:class|struct|union|enum)\s+/g, '')
    .replace(/\s*([<>,*&])\s*/g, '$1')
    .trim();
}

function match(pattern: string, name: string, depth: number): readonly string[] | null {
  if (depth > DEEPEST) return null;
  if (pattern === '*') return [name];
  const [wanted, given] = [divided(pattern), divided(name)];
  if (wanted.head !== given.head) return null;
  if (wanted.args === null || given.args === null) return wanted.args === given.args ? [] : null;
  const found: string[] = [];
  for (const [index, arg] of wanted.args.entries()) {
    const isLast = index === wanted.args.length - 1;
    const rest = isLast && arg === '*' ? given.args.slice(index) : given.args.slice(index, index + 1);
    if (rest.length === 0) return null;
    for (const each of rest) {
      const inner = match(arg, each, depth + 1);
      if (!inner) return null;
      found.push(...inner);
    }
    if (isLast && arg !== '*' && given.args.length > wanted.args.length) return null;
  }
  const tail = match(wanted.tail, given.tail, depth + 1);
  return tail && [...found, ...tail];
}

/** A name before its first template arguments, those, and what follows them. */
function divided(name: string): {
  readonly head: string;
  readonly args: readonly string[] | null;
  readonly tail: string;
} {
  const open = name.indexOf('<');
  if (open < 0) return { head: name, args: null, tail: '' };
  const args: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < name.length; at++) {
    const char = name[at];
    if (char === '<' || char === '(') depth++;
    else if (char === '>' || char === ')') depth--;
    else if (char === ',' && depth === 1) {
      args.push(name.slice(start, at));
      start = at + 1;
    }
    if (depth > 0) continue;
    args.push(name.slice(start, at));
    return { head: name.slice(0, open), args, tail: name.slice(at + 1) };
  }
  return { head: name, args: null, tail: '' };
}
