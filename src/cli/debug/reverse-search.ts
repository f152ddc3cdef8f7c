import { printable } from '../../bytes/text.ts';
import { cutToWidth } from '../wrap.ts';
import { type Keyboard, REDRAW } from './keyboard.ts';

export interface SearchResult {
  /** Null when the search was given up. */
  readonly line: string | null;
  /** The line is to be run at once. */
  readonly enter: boolean;
}

const BACKSPACE = /^[\x7f\b]$/;
const GIVEN_UP = /^[\x03\x07]$/;
const ENTER = /^[\r\n]$/;
const AGAIN = '\x12';
const WORD_ERASE = '\x15';

/**
 * The search that shells have on Ctrl+R, over commands of which the latest stands first: each key makes what is sought
 * longer, Ctrl+R goes to an earlier command, Enter runs what was found, Ctrl+C and Ctrl+G give up, other keys edit it.
 */
export async function searchHistory(
  keyboard: Pick<Keyboard, 'key' | 'grab'>,
  history: readonly string[],
  show: (text: string) => void,
): Promise<SearchResult> {
  keyboard.grab();
  let sought = '';
  let at = 0;
  let failed = false;
  for (;;) {
    const found = history[at];
    const label = `(${failed ? 'failed ' : ''}reverse-i-search)'${sought}': `;
    show(cutToWidth(printable(label + (sought === '' ? '' : (found ?? ''))), (process.stdout.columns ?? 80) - 1));
    const key = await keyboard.key();
    if (key === REDRAW) continue;
    if (GIVEN_UP.test(key)) return { line: null, enter: false };
    if (ENTER.test(key)) return { line: sought === '' ? null : (found ?? null), enter: sought !== '' };
    let from = at;
    if (key === AGAIN) from = at + 1;
    else if (BACKSPACE.test(key)) {
      sought = sought.slice(0, -1);
      from = 0;
    } else if (key === WORD_ERASE) {
      sought = '';
      from = 0;
    } else if (/\p{Cc}/u.test(key)) return { line: sought === '' ? null : (found ?? null), enter: false };
    else sought += key;
    const next = history.findIndex((line, index) => index >= from && line.includes(sought));
    failed = next < 0;
    if (next >= 0) at = next;
  }
}
