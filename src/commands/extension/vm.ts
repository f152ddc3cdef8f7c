import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { writeSystemSpans } from '../../debugger/kernel-region.ts';
import { writeSessionMemory, writeVirtualMemory } from '../../debugger/virtual-memory-text.ts';
import { processList } from '../../windows/process-reader.ts';
import { readSessionMemory, type SessionMemory } from '../../windows/session-memory.ts';
import { type SystemSpan, systemSpans } from '../../windows/system-va.ts';
import type { VirtualMemory } from '../../windows/virtual-memory.ts';
import { readVirtualMemory } from '../../windows/virtual-memory-reader.ts';

interface Data extends VirtualMemory {
  /** A triage dump holds few counters, if any: those that are missing are named. */
  readonly isTriage: boolean;
  readonly pointerSize: 4 | 8;
  /** Null where they were not asked for. */
  readonly sessions: readonly SessionMemory[] | null;
  /** Kernel space; null where it was not asked for. */
  readonly regions: { readonly spans: readonly SystemSpan[]; readonly lost: string | null } | null;
}

const NO_PROCESSES = 1;
const SESSIONS = 4;
const REGIONS = 0x20;

export default command<{ readonly flags: number }, Data>({
  name: '!vm',
  syntax: '!vm [flags]',
  summary:
    'Shows the counters of virtual memory: page files, pools, commit, and what each process has committed; flag 1 leaves processes out, 4 adds sessions, 20 kernel space.',
  example: '!vm 1',
  patterns: ['insufficient-memory-committed-memory', 'insufficient-memory-kernel-pool', 'insufficient-memory-pte'],
  notes:
    'Flags are hexadecimal. Those for the stacks of memory management threads (2, 10) and the page file write log (8) are not supported. A counter whose variable is not in the symbols, or whose page is not in the dump, is left out, never shown as 0. The columns of the process list and of sessions are ours, those of kernel space have the headings of public transcripts. Since Windows 10 NonPagedPool Usage is the total of both non-paged pools.',
  parse(args, session) {
    const text = args.trim();
    void session.target;
    if (!/^(0x)?[0-9a-f]*$/i.test(text)) throw new UsageError('!vm', `Syntax error: '${text}'`, args.indexOf(text));
    const flags = text === '' ? 0 : Number.parseInt(text, 16);
    if ((flags & ~(NO_PROCESSES | SESSIONS | REGIONS)) !== 0)
      throw new UsageError('!vm', `flags ${text} are not supported: 1, 4 and 20 are`, args.indexOf(text));
    return { flags };
  },
  async run(session, { flags }) {
    const kernel = await needKernel(session, '!vm');
    const memory = readVirtualMemory(kernel);
    const isTriage = session.target.kind === 'kernel-triage-dump';
    if (memory.counters.length === 0)
      throw new UsageError(
        '!vm',
        isTriage
          ? 'the counters of virtual memory: not in a triage dump, at least not in this one'
          : 'no counter of virtual memory is in the dump, or the symbols of nt name none',
      );
    if (isTriage && (flags & (SESSIONS | REGIONS)) !== 0)
      throw new UsageError('!vm', 'sessions and the map of kernel space: not in a triage dump');
    return {
      ...memory,
      processes: (flags & NO_PROCESSES) === 0 && !isTriage ? memory.processes : null,
      isTriage,
      pointerSize: kernel.pointerSize,
      sessions: (flags & SESSIONS) !== 0 ? readSessionMemory(kernel, processList(kernel).items) : null,
      regions: (flags & REGIONS) !== 0 ? systemSpans(kernel) : null,
    };
  },
  render(data, text) {
    const { pointerSize, sessions, regions } = data;
    writeVirtualMemory(text, data);
    if (sessions) {
      text.line();
      writeSessionMemory(text, sessions, pointerSize);
    }
    if (regions) {
      text.line();
      writeSystemSpans(text, regions.spans, pointerSize);
      if (regions.lost !== null) text.line(`Parts may be missing: ${regions.lost}`);
    }
    if (data.isTriage) text.line().line(`Not in this triage dump: ${data.unknown.join(', ')}`);
  },
});
