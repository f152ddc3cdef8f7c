import { printable } from '../bytes/text.ts';

/** Escapes everything but line ends and tabs: names in a dump may hold escape sequences. */
export function printableLines(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((part) => (part === '\t' || part === '\n' ? part : printable(part)))
    .join('');
}
