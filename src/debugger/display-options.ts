import { UsageError } from '../bytes/errors.ts';

/** Options that stand before the address of a display command. */
export interface DisplayOptions {
  /** `/c`: units in one line; null for the usual number. */
  readonly columns: number | null;
  /** `/p`: the address is a physical one. */
  readonly physical: boolean;
  /** The text with blanks in place of the options, so that columns of errors stay those of what was typed. */
  readonly rest: string;
}

const MOST_COLUMNS = 256;

/** Takes `/c width` (hexadecimal) and `/p` off a display command's arguments. */
export function displayOptions(args: string, command: string): DisplayOptions {
  let columns: number | null = null;
  let physical = false;
  let at = 0;
  for (;;) {
    const found = /^\s*\/(?:c\s*(0x[0-9a-f]+|0n\d+|[0-9a-f]+)|(p)(?:\[(?:c|uc|wc?)\])?)(?=\s|$)/i.exec(args.slice(at));
    if (!found) break;
    if (found[2] !== undefined) physical = true;
    else {
      columns = Number.parseInt(found[1]!.replace(/^0[xn]/i, ''), /^0n/i.test(found[1]!) ? 10 : 16);
      if (columns < 1 || columns > MOST_COLUMNS)
        throw new UsageError(command, `Range error: a line has 1 to ${MOST_COLUMNS} columns`, at + found[0].length - 1);
    }
    at += found[0].length;
  }
  return { columns, physical, rest: ' '.repeat(at) + args.slice(at) };
}
