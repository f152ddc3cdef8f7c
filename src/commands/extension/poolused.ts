import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { currentProcess } from '../../debugger/kernel-process.ts';
import { type PoolOrder, sortedPoolUse, writePoolUse } from '../../debugger/pool-text.ts';
import type { Session } from '../../debugger/session.ts';
import type { Kernel } from '../../windows/kernel.ts';
import type { PoolUse } from '../../windows/pool.ts';
import { readPoolUse, readSessionPoolUse } from '../../windows/pool-tag-reader.ts';

interface Options {
  /** Session pool instead of the system's. */
  readonly session: boolean;
  readonly verbose: boolean;
  readonly order: PoolOrder;
  readonly tag: string | null;
}

interface Data extends Omit<Options, 'tag' | 'session'> {
  readonly use: PoolUse;
}

export default command<Options, Data>({
  name: '!poolused',
  syntax: '!poolused [flags [tag]]',
  summary:
    'Shows how much pool each tag has in use; flag 1 shows frees too, 2 sorts by non-paged, 4 by paged pool, 8 is for session pool.',
  example: '!poolused 2',
  patterns: ['insufficient-memory-kernel-pool'],
  notes:
    'Allocs without flag 1 are allocations that are not freed. Session pool is that of the session of the current process (.process chooses). The names of owners (pooltag.txt) are not at hand. A tag may hold ? and *.',
  parse(args, session) {
    if (session.target.kind === 'kernel-triage-dump')
      throw new UsageError('!poolused', 'the tables of pool tags: not in a triage dump');
    const [, text = '', tag = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(args) ?? [];
    if (!/^((0x)?[0-9a-f]+)?$/i.test(text))
      throw new UsageError('!poolused', `Syntax error: '${text}'`, args.indexOf(text));
    const flags = text === '' ? 0 : Number.parseInt(text, 16);
    if (flags > 15)
      throw new UsageError('!poolused', `flags ${text} are not supported: 1, 2, 4 and 8 are`, args.indexOf(text));
    return {
      session: (flags & 8) !== 0,
      verbose: (flags & 1) !== 0,
      order: (flags & 2) !== 0 ? 'NonPaged Pool Consumed' : (flags & 4) !== 0 ? 'Paged Pool Consumed' : 'Tag',
      tag: tag || null,
    };
  },
  async run(session, { session: ofSession, verbose, order, tag }) {
    const kernel = await needKernel(session, '!poolused');
    const use = ofSession ? await sessionPoolUse(session, kernel) : readPoolUse(kernel);
    if (!use) throw new UsageError('!poolused', 'the symbols of nt do not define _POOL_TRACKER_TABLE');
    if (use.tags.length === 0) throw new UsageError('!poolused', use.lost ?? 'the tables of pool tags are empty');
    return { verbose, order, use: sortedPoolUse(use, order, tag) };
  },
  render: ({ use, verbose, order }, text) => writePoolUse(text, use, verbose, order),
});

async function sessionPoolUse(session: Session, kernel: Kernel): Promise<PoolUse | null> {
  const process = await currentProcess(session, kernel);
  const own = process === null ? null : kernel.inProcess(process);
  if (process === null || !own)
    throw new UsageError('!poolused', 'the address space of the current process is not in the dump');
  // System, for one, sees no session.
  if (kernel.object('_EPROCESS', process).pointer('Session') === 0)
    throw new UsageError('!poolused', 'the current process is in no session: .process chooses one that is');
  return readSessionPoolUse(own);
}
