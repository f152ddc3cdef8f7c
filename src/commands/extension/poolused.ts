import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { type PoolOrder, sortedPoolUse, writePoolUse } from '../../debugger/pool-text.ts';
import type { PoolUse } from '../../windows/pool.ts';
import { readPoolUse } from '../../windows/pool-tag-reader.ts';

interface Options {
  readonly verbose: boolean;
  readonly order: PoolOrder;
  readonly tag: string | null;
}

interface Data extends Omit<Options, 'tag'> {
  readonly use: PoolUse;
}

export default command<Options, Data>({
  name: '!poolused',
  syntax: '!poolused [flags [tag]]',
  summary: 'Shows how much pool each tag has in use; flag 1 shows frees too, 2 sorts by non-paged, 4 by paged pool.',
  example: '!poolused 2',
  patterns: ['insufficient-memory-kernel-pool'],
  notes:
    'Allocs without flag 1 are allocations that are not freed. The tables of session pool (flag 8) are not read, and the names of owners (pooltag.txt) are not at hand. A tag may hold ? and *.',
  parse(args, session) {
    if (session.target.kind === 'kernel-triage-dump')
      throw new UsageError('!poolused', 'the tables of pool tags: not in a triage dump');
    const [, text = '', tag = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(args) ?? [];
    if (!/^((0x)?[0-9a-f]+)?$/i.test(text))
      throw new UsageError('!poolused', `Syntax error: '${text}'`, args.indexOf(text));
    const flags = text === '' ? 0 : Number.parseInt(text, 16);
    if (flags > 7)
      throw new UsageError('!poolused', `flags ${text} are not supported: 1, 2 and 4 are`, args.indexOf(text));
    return {
      verbose: (flags & 1) !== 0,
      order: (flags & 2) !== 0 ? 'NonPaged Pool Consumed' : (flags & 4) !== 0 ? 'Paged Pool Consumed' : 'Tag',
      tag: tag || null,
    };
  },
  async run(session, { verbose, order, tag }) {
    const use = readPoolUse(await needKernel(session, '!poolused'));
    if (!use) throw new UsageError('!poolused', 'the symbols of nt do not define _POOL_TRACKER_TABLE');
    if (use.tags.length === 0) throw new UsageError('!poolused', use.lost ?? 'the tables of pool tags are empty');
    return { verbose, order, use: sortedPoolUse(use, order, tag) };
  },
  render: ({ use, verbose, order }, text) => writePoolUse(text, use, verbose, order),
});
