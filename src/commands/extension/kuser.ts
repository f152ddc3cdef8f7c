import { UsageError } from '../../bytes/errors.ts';
import { spanText } from '../../debugger/clock-text.ts';
import { command } from '../../debugger/command.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { KUSER_SHARED_DATA } from '../../target/kernel-finder.ts';
import { isUserMode } from '../../target/target.ts';
import { readSharedData, type SharedData } from '../../windows/shared-data.ts';

interface Data extends SharedData {
  readonly address: bigint;
}

/** Where every process sees the page (MM_SHARED_USER_DATA_VA). */
const IN_PROCESS = 0x7ffe0000;

export default command<null, Data>({
  name: '!kuser',
  syntax: '!kuser',
  summary:
    'Shows the page that the kernel shares with all processes: ticks since boot, time zone, system root, version.',
  example: '!kuser',
  patterns: ['young-system'],
  notes: 'The layout is from memory: no public transcript of the corpus shows it.',
  parse(args) {
    noArguments(args, '!kuser');
    return null;
  },
  run({ target }) {
    const kernel = isUserMode(target) ? null : (KUSER_SHARED_DATA[target.architecture] ?? null);
    for (const at of [kernel, IN_PROCESS]) {
      const found = at === null ? null : readSharedData(target.memory, at);
      if (found) return { ...found, address: BigInt(IN_PROCESS) };
    }
    throw new UsageError('!kuser', 'the page at 7ffe0000 is not in the dump');
  },
  render(data, text) {
    text.line(`_KUSER_SHARED_DATA at ${data.address.toString(16)}`);
    text.line(
      `TickCount:    ${data.tickMultiplier.toString(16)} * ${data.ticks.toString(16).padStart(16, '0')} (${spanText(data.uptimeMs / 1000)})`,
    );
    text.line(`TimeZone Id: ${data.timeZoneId}`);
    text.line(`ImageNumber Range: [${data.imageNumberLow.toString(16)} .. ${data.imageNumberHigh.toString(16)}]`);
    text.line(`Crypto Exponent: ${data.cryptoExponent}`);
    text.line(`SystemRoot: '${data.systemRoot}'`);
    text.line(`NtVersion: ${data.majorVersion}.${data.minorVersion}`);
  },
});
