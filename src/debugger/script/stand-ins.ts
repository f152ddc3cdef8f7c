/** What separates commands or ends texts, and what a shell gives a meaning to. */
const STRUCTURE = [';', '{', '}', '"', '\n', '\r'];
const SHELL = ['&', '|', '<', '>', '`', '$', '(', ')', "'", '\\', '%'];

/** Noncharacters, which no text may hold, stand in for them. */
const FIRST = 0xfdd0;
const SIGNS = [...STRUCTURE, ...SHELL];
const STAND_INS: ReadonlyMap<string, string> = new Map(
  SIGNS.map((sign, index) => [sign, String.fromCharCode(FIRST + index)]),
);

/**
 * A text out of a dump as it may stand in a line of commands: none of it ends the command that it is given to, so that no
 * dump can run commands through the aliases and words of a script.
 */
export function closed(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, '\ufffd').replace(/[;{}"\r\n&|<>`$()'\\%]/g, (sign) => STAND_INS.get(sign)!);
}

/** The text as it was, for the one command that it belongs to. */
export function reopened(text: string): string {
  return text.replace(/[\ufdd0-\ufde0]/g, (other) => SIGNS[other.charCodeAt(0) - FIRST]!);
}

/** The text for a command that runs others: what could end those stays closed. */
export function reopenedWithin(text: string): string {
  return text.replace(/[\ufdd6-\ufde0]/g, (other) => SIGNS[other.charCodeAt(0) - FIRST]!);
}
