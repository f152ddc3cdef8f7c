import { commandCosts } from './command-cost.ts';
import type { Figure } from './figure.ts';

/** Executive resources, handles and mutexes of every forged dump: of a list of 33,816 and a table of 60,000. */
export function run(): Promise<readonly Figure[]> {
  return commandCosts(['!locks', '!handle 0 0 0', '!mutex -a', '!cidtable'], (text) => {
    const total = /(\d+) total locks/.exec(text)?.[1];
    if (total !== undefined) return `${total} resources`;
    const handles = text.match(/^[0-9a-f]{4,}: Object: /gm)?.length ?? 0;
    return handles > 0 ? `${handles} handles` : '';
  });
}
