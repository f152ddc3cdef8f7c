/** Operators of the documentation's table "MASM Numbers and Operators", loosest first. */
const LEVELS: readonly (readonly string[])[] = [
  ['or', '|'],
  ['xor', '^'],
  ['and', '&'],
  ['=', '==', '<', '>', '<=', '>=', '!='],
  ['<<', '>>', '>>>'],
  ['+', '-'],
  ['*', '/', 'mod', '%'],
];
const UNARY: ReadonlySet<string> = new Set([
  '+',
  '-',
  'not',
  'hi',
  'low',
  'by',
  'wo',
  'dwo',
  'qwo',
  'poi',
  '$pby',
  '$pwo',
  '$pdwo',
  '$pqwo',
  '$ppoi',
  '!',
  '~',
]);
/** Functions, which take their arguments in parentheses. */
export const CALLS: ReadonlySet<string> = new Set(['$iment', '$scmp', '$sicmp', '$spat', '$vvalid', '$fnsucc']);

/** How many levels of precedence there are. */
export const PRECEDENCES = LEVELS.length;

/** The operator at `at` if it binds as tightly as `level` says; null where there is another or none. The longest spelling wins. */
export function binaryOperatorAt(text: string, at: number, level: number): string | null {
  const word = /^[A-Za-z]+/.exec(text.slice(at, at + 8))?.[0]?.toLowerCase();
  if (word !== undefined) return LEVELS[level]!.includes(word) ? word : null;
  for (const length of [3, 2, 1]) {
    const spelling = text.slice(at, at + length);
    if (spelling.length === length && LEVELS.some((names) => names.includes(spelling)))
      return LEVELS[level]!.includes(spelling) ? spelling : null;
  }
  return null;
}

/** The unary operator at `at`; null for none. `not`, `hi`, `by` ... are one only where something they can bind to follows. */
export function unaryOperatorAt(text: string, at: number): string | null {
  const word = /^\$?[A-Za-z]+/.exec(text.slice(at, at + 8))?.[0]?.toLowerCase() ?? text[at] ?? '';
  if (!UNARY.has(word)) return null;
  return !/[a-z]/.test(word) || /[\s(@[]/.test(text[at + word.length] ?? '') ? word : null;
}
