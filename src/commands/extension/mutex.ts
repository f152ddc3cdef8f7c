import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type FastMutex, readFastMutex } from '../../windows/fast-mutex.ts';
import type { Mutant, Mutants } from '../../windows/mutant.ts';
import { readMutant, readMutants } from '../../windows/mutant-reader.ts';

interface Data extends Mutants {
  readonly pointerSize: 4 | 8;
  /** What was asked for with -f. */
  readonly fast: FastMutex | null;
}

interface Options {
  readonly address: string | null;
  readonly all: boolean;
  /** The address is of a fast or guarded mutex. */
  readonly fast: boolean;
}

export default command<Options, Data>({
  name: '!mutex',
  syntax: '!mutex [-a] [address] | !mutex -f address',
  summary: 'Shows mutexes of a kernel dump: owner, recursion, who waits, name.',
  example: '!mutex',
  patterns: ['wait-chain-mutex-objects'],
  notes:
    'Without an address those that a thread owns or waits for are listed, with -a also those that a process only has open. -f takes the address for that of a fast or guarded mutex, which nothing in memory tells from other data. The layout is ours.',
  parse(args) {
    const words = args.trim().split(/\s+/).filter(Boolean);
    const given = (option: string) => words.some((word) => word.toLowerCase() === option);
    const [address = null, ...more] = words.filter((word) => !/^-[af]$/i.test(word));
    const fast = given('-f');
    if (more.length > 0 || (fast && address === null)) throw new UsageError('!mutex', `Syntax error: ${this.syntax}`);
    return { address, all: given('-a'), fast };
  },
  async run(session, { address, all, fast }) {
    const kernel = await needWholeKernel(session, '!mutex', 'mutexes');
    const { pointerSize } = kernel;
    if (address === null) return { ...readMutants(kernel, all), fast: null, pointerSize };
    const value = await evaluateIn(session, address);
    const at = session.address(value);
    if (fast) {
      const found = at === null ? null : readFastMutex(kernel, at);
      if (!found) throw new UsageError('!mutex', `0x${value.toString(16)} is not in the dump`);
      return { mutants: [], from: [], lost: null, fast: found, pointerSize };
    }
    const mutant = at === null ? null : readMutant(kernel, at);
    if (!mutant) throw new UsageError('!mutex', `0x${value.toString(16)} is no mutex, or not in the dump`);
    return { mutants: [mutant], from: [], lost: null, fast: null, pointerSize };
  },
  render({ mutants, fast, pointerSize, from, lost }, text) {
    if (fast) writeFastMutex(text, fast, pointerSize);
    for (const mutant of mutants) writeMutant(text, mutant, pointerSize);
    if (from.length > 0) text.line(`${mutants.length} mutexes, by ${from.join(', ')}`);
    if (lost !== null) text.line(`The list is not complete: ${lost}`);
  },
});

function writeMutant(text: Text, mutant: Mutant, pointerSize: 4 | 8): void {
  const at = plainAddress(mutant.address, pointerSize);
  text.write('Mutex @ ').link(at, `!object ${at}`);
  text.line(mutant.name === null ? '' : `  ${mutant.name}`);
  const notes = [
    `Recursion ${mutant.recursion ?? '?'}`,
    ...(mutant.abandoned ? ['Abandoned'] : []),
    ...(mutant.disablesApcs ? ['ApcDisable'] : []),
  ];
  writeOwner(text, mutant.owner, notes, pointerSize);
  writeWaiters(text, mutant.waiters, pointerSize);
  if (mutant.lost !== null) text.line(`    Waiters are not complete: ${mutant.lost}`);
}

function writeFastMutex(text: Text, mutex: FastMutex, pointerSize: 4 | 8): void {
  text.line(`Fast mutex @ ${plainAddress(mutex.address, pointerSize)}  ${mutex.free ? 'free' : 'held'}`);
  const notes = [`Count ${mutex.count}`, `Waiters ${mutex.waiterCount}`, `Contention ${mutex.contention ?? '?'}`];
  writeOwner(text, mutex.owner, notes, pointerSize);
  writeWaiters(text, mutex.waiters, pointerSize);
}

function writeOwner(text: Text, owner: bigint | null, notes: readonly string[], pointerSize: 4 | 8): void {
  text.write('    Owner ');
  const at = plainAddress(owner, pointerSize);
  if (owner) text.link(at, `!thread ${at}`);
  else text.write(owner === null ? '?' : 'none');
  text.line(`  ${notes.join('  ')}`);
}

function writeWaiters(text: Text, waiters: readonly bigint[], pointerSize: 4 | 8): void {
  for (const waiter of waiters) {
    const at = plainAddress(waiter, pointerSize);
    text.write('    Waiting ').link(at, `!thread ${at}`).line();
  }
}
