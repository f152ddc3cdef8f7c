import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { logFact } from '../evidence/log.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'coincidental-symbolic-information',
  name: 'Coincidental Symbolic Information',
  part: null,
  severity: 'info',
  meaning:
    'Words of raw memory have symbols by chance: they are text or numbers that happen to be addresses of code. A trace or a suspicion built on them is false.',
  advice: ['Believe a symbol in raw memory only when a call precedes it (`ub ADDRESS`), and when its neighbours fit.'],
  links: ['incorrect-stack-trace', 'ub', 'dps'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const log = facts.get(logFact);
    // Frames of a dump are checked by the calls before them as they are found.
    if (!log) return ABSENT;
    const words = log.objects.memory
      .flatMap((text) => text.words)
      .filter(({ symbol, value }) => symbol !== null && value !== null);
    if (words.length === 0) return unknown('raw memory printed with symbols (dps @$csp)');
    const chance = words.filter(({ value, size }) => textIn(value!, size) !== null);
    const [first, ...rest] = chance.slice(0, MOST).map(
      ({ address, value, size, symbol }): Evidence => ({
        statement: `${value!.toString(16)} at ${address.toString(16)} is printed as ${symbol}, but its bytes spell "${textIn(value!, size)}"`,
        command: `dc ${address.toString(16)}`,
        addresses: [address],
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the bytes of the words that have symbols',
      summary: `${chance.length} of ${words.length} symbols in raw memory ${chance.length === 1 ? 'is' : 'are'} text by its bytes, not ${chance.length === 1 ? 'an address' : 'addresses'} of code.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

/** UTF-16 letters, or ASCII letters and digits throughout; null otherwise. */
function textIn(value: bigint, size: number): string | null {
  const bytes = Array.from({ length: size }, (_, index) => Number((value >> BigInt(index * 8)) & 0xffn));
  const isWord = (byte: number) => /[\w .,:/\\-]/.test(String.fromCharCode(byte));
  if (bytes.every((byte, index) => (index % 2 ? byte === 0 : isWord(byte))))
    return String.fromCharCode(...bytes.filter((_, index) => index % 2 === 0));
  return bytes.every(isWord) ? String.fromCharCode(...bytes) : null;
}
