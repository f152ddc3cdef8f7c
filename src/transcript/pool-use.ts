import { type PoolTagUse, type PoolUse, totalOf } from '../windows/pool.ts';

const SORTING = /^\s*Sorting by\s+(\S.*?)\s*$/;
const HEADER = /^\s*Tag\s+Allocs\s+(Frees\s+Diff\s+)?Used\s+Allocs\s+(?:Frees\s+Diff\s+)?Used\s*$/;
const ROW = /^ ?(.{4}|\S{1,4})\s+((?:-?\d+\s+){3}-?\d+)((?:\s+-?\d+){4}(?!\d))?[ \t]*(.*)$/;
const TOTAL = /^\s*TOTAL\s*((?:-?\d+\s+){3}-?\d+)((?:\s+-?\d+){4})?\s*$/;
const LOST = /^Not all tags may be here: (\S.*)$/;
const MOST_STRANGE = 4;

/** Every table of `!poolused` in the order met. */
export function readPoolUse(lines: readonly string[], firstLine = 0): readonly PoolUse[] {
  const found: PoolUse[] = [];
  let sorting: string | null = null;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.includes('Sorting by')) sorting = SORTING.exec(text)?.[1] ?? sorting;
    if (!text.includes('Allocs')) continue;
    const header = HEADER.exec(text);
    if (!header) continue;
    const table = tableFrom(lines, i + 1, header[1] !== undefined);
    if (table.tags.length > 0)
      found.push({
        tags: table.tags,
        total: table.total ?? totalOf(table.tags),
        sorting,
        ...(header[1] === undefined ? { onlyOutstanding: true } : {}),
        lost: table.lost ?? (table.total ? null : 'the log ends before the totals'),
        line: firstLine + i,
      });
    i = table.end - 1;
    sorting = null;
  }
  return found;
}

function tableFrom(lines: readonly string[], start: number, frees: boolean) {
  const tags: PoolTagUse[] = [];
  let total: PoolTagUse | null = null;
  let lost: string | null = null;
  let strange = 0;
  let end = start;
  for (; end < lines.length && strange <= MOST_STRANGE; end++) {
    const text = lines[end]!;
    if (text.trim() === '' || text.length > 300) continue;
    if (HEADER.test(text) || SORTING.test(text)) break;
    const sum = TOTAL.exec(text);
    if (sum) {
      total = useOf('TOTAL', numbers(sum[1]!, sum[2]), frees, null);
      continue;
    }
    lost ??= LOST.exec(text)?.[1] ?? null;
    const row = total ? null : ROW.exec(text);
    const values = row ? numbers(row[2]!, row[3]) : [];
    // The name of the owner may stand right behind the last number.
    if (row && values.length === (frees ? 8 : 4)) {
      tags.push(useOf(row[1]!.trimEnd(), values, frees, row[4]!.trim() || null));
      strange = 0;
    } else strange++;
  }
  return { tags, total, lost, end };
}

function numbers(first: string, second: string | undefined): readonly bigint[] {
  return `${first} ${second ?? ''}`.trim().split(/\s+/).map(BigInt);
}

function useOf(tag: string, values: readonly bigint[], frees: boolean, owner: string | null): PoolTagUse {
  const [nonPaged, paged] = frees ? [values.slice(0, 4), values.slice(4)] : [values.slice(0, 2), values.slice(2)];
  return {
    tag,
    nonPagedAllocations: nonPaged[0]!,
    nonPagedFrees: frees ? nonPaged[1]! : 0n,
    nonPagedBytes: nonPaged.at(-1)!,
    pagedAllocations: paged[0]!,
    pagedFrees: frees ? paged[1]! : 0n,
    pagedBytes: paged.at(-1)!,
    owner,
  };
}
