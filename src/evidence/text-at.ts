import { decodeAscii, decodeUtf16 } from '../bytes/text.ts';
import { addressFact } from './address.ts';
import { fact, known } from './case.ts';
import { logFact } from './log.ts';

/** A text at an unsigned address, cut at its zero; null where it is not in the source or is no text. */
export type TextReader = (address: bigint, isWide: boolean) => string | null;

const MOST_CHARACTERS = 256;

/** Reads texts: from memory of a dump, or those that a log shows (da, du) at the address. */
export const textAtFact = fact<TextReader>('textAt', (theCase) => {
  const memory = addressFact(theCase);
  if (memory.known)
    return known((address, isWide) => {
      const bytes = memory.value.bytes(address, MOST_CHARACTERS * (isWide ? 2 : 1));
      return sound(isWide ? decodeUtf16(bytes) : decodeAscii(bytes));
    }, memory.from);
  const log = logFact(theCase);
  if (!log.known) return log;
  const texts = new Map(
    log.value.objects.memory.flatMap(({ strings }) => strings).map(({ address, text }) => [address, text]),
  );
  return known((address) => texts.get(address) ?? null, log.from);
});

function sound(text: string): string | null {
  return text !== '' && !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text) ? text : null;
}
