import { commandCosts } from './command-cost.ts';
import type { Figure } from './figure.ts';

/** Processes and threads of every forged dump, with all stacks in the second. */
export function run(): Promise<readonly Figure[]> {
  return commandCosts(['!process 0 0', '!process 0 7'], (text) => {
    const threads = text.match(/^ {8}THREAD /gm)?.length ?? 0;
    const blocks = text.match(/^PROCESS /gm)?.length ?? 0;
    return `${blocks} processes${threads > 0 ? `, ${threads} threads` : ''}`;
  });
}
