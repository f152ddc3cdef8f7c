import { type PoolBlock, type PoolPage, type PoolTagUse, type PoolUse, totalOf } from '../windows/pool.ts';
import { outstanding } from '../windows/pool-tag-reader.ts';
import type { Text } from './text.ts';

export type PoolOrder = 'Tag' | 'NonPaged Pool Consumed' | 'Paged Pool Consumed';

/** Tags as `!poolused` orders and filters them; sums are of what is left. */
export function sortedPoolUse(use: PoolUse, order: PoolOrder, tag: string | null): PoolUse {
  const wanted = tag === null ? null : tagPattern(tag);
  const tags = use.tags.filter((one) => !wanted || wanted.test(one.tag));
  const bytes = (one: PoolTagUse) => (order === 'Paged Pool Consumed' ? one.pagedBytes : one.nonPagedBytes) ?? 0n;
  if (order !== 'Tag') tags.sort((a, b) => (bytes(a) < bytes(b) ? 1 : bytes(a) > bytes(b) ? -1 : 0));
  return { ...use, tags, total: wanted ? totalOf(tags) : use.total };
}

/** A tag as users type it: `Leak`, `Irp*`, `?tfs`; tags that are shorter than four characters end with blanks. */
export function tagPattern(tag: string): RegExp {
  const source = tag.slice(0, 4).replace(/[^\w]/g, (char) => (char === '*' ? '.*' : char === '?' ? '.' : `\\${char}`));
  return new RegExp(`^${source}${tag.includes('*') ? '' : ' *'}$`, 's');
}

export function writePoolUse(text: Text, use: PoolUse, verbose: boolean, order: PoolOrder): void {
  text.line(` Sorting by ${order}`).line();
  // Numbers that fill their column stay apart.
  const cell = (value: bigint | null, width: number) => ` ${value === null ? '?' : value}`.padStart(width);
  if (verbose) {
    text.line('                            NonPaged                                         Paged');
    text
      .line(' Tag     Allocs      Frees       Diff         Used     Allocs      Frees       Diff         Used')
      .line();
  } else {
    text.line('               NonPaged                  Paged');
    text.line(' Tag     Allocs         Used     Allocs         Used').line();
  }
  const row = (one: PoolTagUse) => {
    const pool = (name: 'nonPaged' | 'paged', first: number) => {
      const left = outstanding(one, name);
      const used = cell(one[`${name}Bytes`], 13);
      return verbose
        ? `${cell(one[`${name}Allocations`], first)}${cell(one[`${name}Frees`], 11)}${cell(left, 11)}${used}`
        : `${cell(left, first)}${used}`;
    };
    const name = ` ${one.tag.padEnd(4)}`;
    text.line(`${name}${pool('nonPaged', 15 - name.length)}${pool('paged', 11)}${one.owner ? `\t${one.owner}` : ''}`);
  };
  for (const one of use.tags) row(one);
  text.line();
  row(use.total);
  if (use.lost) text.line().line(`Not all tags may be here: ${use.lost}`);
}

/** Writes `!pool`. */
export function writePoolPage(text: Text, page: PoolPage, pointerSize: 4 | 8, quiet = false): void {
  const hex = (value: bigint) => value.toString(16).padStart(pointerSize * 2, '0');
  text.line(`Pool page ${hex(page.address)} region is ${page.region}`);
  for (const block of page.blocks) if (!quiet || block.asked) writeBlock(text, block, hex);
  for (const message of page.messages) text.line(message);
}

function writeBlock(text: Text, block: PoolBlock, hex: (value: bigint) => string): void {
  const mark = block.asked ? '*' : ' ';
  const size = (value: number) => value.toString(16).padStart(4);
  if (block.state === 'Large') {
    text.line(
      `${mark}${hex(block.address)} : large page allocation, tag is ${block.tag}, size is 0x${block.size.toString(16)} bytes`,
    );
    return;
  }
  const state = `(${block.state})`.padEnd(12);
  const owner = block.process === null || block.state === 'Free' ? '' : ` Process: ${hex(block.process)}`;
  const guard = block.isProtected ? ' (Protected)' : '';
  text.line(
    `${mark}${hex(block.address)} size: ${size(block.size)} previous size: ${size(block.previousSize)}  ${state}${mark}${block.tag}${guard}${owner}`,
  );
}
