import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { writeVirtualMemory } from '../../debugger/virtual-memory-text.ts';
import type { VirtualMemory } from '../../windows/virtual-memory.ts';
import { readVirtualMemory } from '../../windows/virtual-memory-reader.ts';

interface Data extends VirtualMemory {
  /** A triage dump holds few counters, if any: those that are missing are named. */
  readonly isTriage: boolean;
}

export default command<{ readonly processes: boolean }, Data>({
  name: '!vm',
  syntax: '!vm [1]',
  summary: 'Shows the counters of virtual memory: page files, pools, commit, and what each process has committed.',
  example: '!vm 1',
  patterns: ['insufficient-memory-committed-memory', 'insufficient-memory-kernel-pool', 'insufficient-memory-pte'],
  notes:
    'Flag 1 leaves the processes out; flags for more than that are not supported. A counter whose variable is not in the symbols, or whose page is not in the dump, is left out, never shown as 0. The columns of the process list are ours. Since Windows 10 NonPagedPool Usage is the total of both non-paged pools.',
  parse(args, session) {
    const text = args.trim();
    void session.target;
    if (!/^(0x)?[0-9a-f]*$/i.test(text)) throw new UsageError('!vm', `Syntax error: '${text}'`, args.indexOf(text));
    const flags = text === '' ? 0 : Number.parseInt(text, 16);
    if (flags > 1)
      throw new UsageError('!vm', `flags ${text} are not supported: 1 leaves out processes`, args.indexOf(text));
    return { processes: flags === 0 };
  },
  async run(session, { processes }) {
    const memory = readVirtualMemory(await needKernel(session, '!vm'));
    const isTriage = session.target.kind === 'kernel-triage-dump';
    if (memory.counters.length === 0)
      throw new UsageError(
        '!vm',
        isTriage
          ? 'the counters of virtual memory: not in a triage dump, at least not in this one'
          : 'no counter of virtual memory is in the dump, or the symbols of nt name none',
      );
    return { ...memory, processes: processes && !isTriage ? memory.processes : null, isTriage };
  },
  render(data, text) {
    writeVirtualMemory(text, data);
    if (data.isTriage) text.line().line(`Not in this triage dump: ${data.unknown.join(', ')}`);
  },
});
