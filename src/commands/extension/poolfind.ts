import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { tagPattern } from '../../debugger/pool-text.ts';
import { readBigPool } from '../../windows/big-pool-reader.ts';
import type { BigPoolBlock, PoolBlock } from '../../windows/pool.ts';
import { searchPool } from '../../windows/pool-search.ts';

interface Options {
  readonly tag: string;
  readonly paged: boolean | null;
}

interface Data extends Options {
  readonly pointerSize: 4 | 8;
  readonly large: readonly BigPoolBlock[];
  readonly blocks: readonly Omit<PoolBlock, 'asked'>[];
  readonly lost: readonly string[];
}

export default command<Options, Data>({
  name: '!poolfind',
  syntax: '!poolfind tag [0|1]',
  summary: 'Finds the allocations of a pool tag: 0 in non-paged pool, 1 in paged pool, without a number in both.',
  example: '!poolfind Leak',
  patterns: ['insufficient-memory-kernel-pool'],
  notes:
    'All pages of kernel space in the dump are looked into whose headers make a valid chain, and the table of large allocations. Blocks in segment heaps (Windows 10 2004 and later) are not found. A tag may hold ? and *.',
  parse(args, session) {
    void session.target;
    const [, tag = '', type = ''] = /^\s*"?(\S{1,4}?)"?(?:\s+([01]))?\s*$/.exec(args) ?? [];
    if (tag === '') throw new UsageError('!poolfind', '!poolfind needs a tag of up to four characters', 0);
    return { tag, paged: type === '' ? null : type === '1' };
  },
  async run(session, { tag, paged }) {
    const kernel = await needKernel(session, '!poolfind');
    const pattern = tagPattern(tag);
    const wanted = (text: string) => pattern.test(text);
    const big = readBigPool(kernel);
    const small = searchPool(kernel, wanted, paged);
    const lost = [big === null ? 'the table of large allocations is not in the dump' : big.lost, small.lost];
    return {
      tag,
      paged,
      pointerSize: session.pointerSize,
      large: (big?.blocks ?? []).filter(
        (block) => wanted(block.tag) && (paged === null || block.isPaged === null || block.isPaged === paged),
      ),
      blocks: small.blocks,
      lost: lost.filter((why) => why !== null),
    };
  },
  render({ tag, paged, pointerSize, large, blocks, lost }, text) {
    const hex = (value: bigint) => value.toString(16).padStart(pointerSize * 2, '0');
    const code = [...tag.padEnd(4)].reduce((sum, char, index) => sum + char.charCodeAt(0) * 2 ** (8 * index), 0);
    text.line(`Scanning large pool allocation table for tag 0x${code.toString(16)} (${tag})`).line();
    for (const { address, size, isPaged, isFree } of large) {
      const pool = isPaged === null ? 'pool' : isPaged ? 'Paged pool' : 'Nonpaged pool';
      text.line(`${hex(address)} : tag ${tag}, size 0x${size.toString(16)}, ${pool}${isFree ? ' (Free)' : ''}`);
    }
    text
      .line()
      .line(`Searching ${paged === null ? '' : paged ? 'Paged ' : 'NonPaged '}pool for Tag: ${tag}`)
      .line();
    for (const { address, size, previousSize, state, tag: own } of blocks) {
      const number = (value: number) => value.toString(16).padStart(4);
      text.line(
        `${hex(address)} size: ${number(size)} previous size: ${number(previousSize)}  ${`(${state})`.padEnd(12)}${own}`,
      );
    }
    for (const why of lost) text.line().line(`Not all may be here: ${why}`);
  },
});
