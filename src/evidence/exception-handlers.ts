import { readSehChain } from '../machine/x86/seh-chain.ts';
import { toUnsigned, tryU32 } from '../memory/space.ts';
import { nameOfAddress } from '../target/stack.ts';
import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { stackOptions } from './symbol-options.ts';

/** A handler on the chain of the failing thread, innermost first. */
export interface ExceptionHandler {
  readonly address: bigint;
  /** Null when it lies in no module: the chain was overwritten, or the code was made at run time. */
  readonly module: string | null;
  readonly function: string | null;
}

/** A record of `!exchain`: `0012ff70: app!CrashHandler+0 (00401230)`, or a bare address. */
const RECORD = /^[0-9a-f]{8}: (?:([A-Za-z_][\w.]*)!(\S+?)(?:\+[0-9a-f]+)? \(([0-9a-f]{8})\)|([0-9a-f]{8})\b)/i;

/** The registration records of a 32-bit thread; 64-bit code has none, its handlers stand in unwind data. */
export const exceptionHandlersFact = fact<readonly ExceptionHandler[]>('exceptionHandlers', (theCase) => {
  const { target } = theCase;
  if (!target) {
    const log = logFact(theCase);
    if (!log.known) return log;
    const { sections } = log.value.reading.transcript;
    const lines = sections.filter(({ command }) => /^\s*!exchain\b/i.test(command)).flatMap((section) => section.lines);
    const found = lines.flatMap((line): ExceptionHandler[] => {
      const [, module, name, at, bare] = RECORD.exec(line) ?? [];
      const address = at ?? bare;
      return address === undefined
        ? []
        : [{ address: BigInt(`0x${address}`), module: module ?? null, function: name ?? null }];
    });
    return found.length > 0 ? known(found, 'log') : missing('the chain of exception handlers', '!exchain');
  }
  const thread = target.currentThread ?? target.threads[0];
  if (target.architecture !== 'x86' || !thread || thread.teb === null)
    return missing('a chain of exception handlers: 64-bit code keeps its handlers in unwind data', '!exchain');
  const head = tryU32(target.memory, thread.teb);
  if (head === null) return missing('the head of the exception chain: the TEB is not in the dump', '!exchain');
  const options = stackOptions(theCase);
  return known(
    readSehChain(target.memory, head).map(({ handler }) => {
      const name = nameOfAddress(target, handler, options);
      // The nearest export is no proof of what a handler is.
      const isSure = name !== null && !name.fromExports;
      return { address: toUnsigned(handler), module: name?.module ?? null, function: isSure ? name.function : null };
    }),
    'exception chain of the failing thread',
  );
});
