import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import type { Mutants } from '../../windows/mutant.ts';
import { readMutant, readMutants } from '../../windows/mutant-reader.ts';

interface Data extends Mutants {
  readonly pointerSize: 4 | 8;
}

export default command<{ readonly address: string | null; readonly all: boolean }, Data>({
  name: '!mutex',
  syntax: '!mutex [-a] [address]',
  summary: 'Shows mutexes of a kernel dump: owner, recursion, who waits, name.',
  example: '!mutex',
  patterns: ['wait-chain-mutex-objects'],
  notes:
    'Without an address those that a thread owns or waits for are listed, with -a also those that a process only has open. The layout is ours.',
  parse(args) {
    const words = args.trim().split(/\s+/).filter(Boolean);
    const [address = null, ...more] = words.filter((word) => word.toLowerCase() !== '-a');
    if (more.length > 0) throw new UsageError('!mutex', `Syntax error: ${this.syntax}`, args.lastIndexOf(more[0]!));
    return { address, all: words.some((word) => word.toLowerCase() === '-a') };
  },
  async run(session, { address, all }) {
    const kernel = await needWholeKernel(session, '!mutex', 'mutexes');
    const { pointerSize } = kernel;
    if (address === null) return { ...readMutants(kernel, all), pointerSize };
    const value = await evaluateIn(session, address);
    const at = session.address(value);
    const mutant = at === null ? null : readMutant(kernel, at);
    if (!mutant) throw new UsageError('!mutex', `0x${value.toString(16)} is no mutex, or not in the dump`);
    return { mutants: [mutant], from: [], lost: null, pointerSize };
  },
  render({ mutants, pointerSize, from, lost }, text) {
    const at = (value: bigint | null) => plainAddress(value, pointerSize);
    for (const mutant of mutants) {
      text.write('Mutex @ ').link(at(mutant.address), `!object ${at(mutant.address)}`);
      text.line(mutant.name === null ? '' : `  ${mutant.name}`);
      text.write('    Owner ');
      if (mutant.owner) text.link(at(mutant.owner), `!thread ${at(mutant.owner)}`);
      else text.write(mutant.owner === null ? '?' : 'none');
      const notes = [
        `Recursion ${mutant.recursion ?? '?'}`,
        ...(mutant.abandoned ? ['Abandoned'] : []),
        ...(mutant.disablesApcs ? ['ApcDisable'] : []),
      ];
      text.line(`  ${notes.join('  ')}`);
      for (const waiter of mutant.waiters)
        text
          .write('    Waiting ')
          .link(at(waiter), `!thread ${at(waiter)}`)
          .line();
      if (mutant.lost !== null) text.line(`    Waiters are not complete: ${mutant.lost}`);
    }
    if (from.length > 0) text.line(`${mutants.length} mutexes, by ${from.join(', ')}`);
    if (lost !== null) text.line(`The list is not complete: ${lost}`);
  },
});
