import {
  ABSENT,
  type Detection,
  type Evidence,
  type Facts,
  type Pattern,
  present,
  unknown,
} from '../analysis/pattern.ts';
import { poolUseFact } from '../evidence/pool-use.ts';
import { virtualMemoryFact } from '../evidence/virtual-memory.ts';
import type { PoolTagUse } from '../windows/pool.ts';
import { memoryCounter, memoryFailures, type VirtualMemory } from '../windows/virtual-memory.ts';

const NEAR = 0.8;
const FULL = 0.9;
/** A tag with this share of its pool is worth naming; with more of it, it is the reason. */
const DOMINANT = 0.3;
const MOST_TAGS = 5;

const POOLS = [
  {
    pool: 'nonPaged',
    name: 'non-paged pool',
    uses: ['NonPagedPool Usage', 'NonPagedPool Commit'],
    maximum: 'NonPagedPool Max',
    sort: '!poolused 2',
  },
  {
    pool: 'paged',
    name: 'paged pool',
    uses: ['PagedPool Usage', 'PagedPool Commit'],
    maximum: 'PagedPool Maximum',
    sort: '!poolused 4',
  },
] as const;
type Pool = (typeof POOLS)[number];

const pattern: Pattern = {
  id: 'insufficient-memory-kernel-pool',
  name: 'Insufficient Memory (kernel pool)',
  part: 'Part 13c',
  severity: 'error',
  meaning:
    'Paged or non-paged pool is nearly used up, or allocations from it have failed. Drivers and the system then fail in places that have nothing to do with the one that took the memory.',
  advice: [
    'Find the tags that hold most (!poolused 2 by non-paged, !poolused 4 by paged bytes) and the drivers they belong to: a tag that only grows is a leak.',
    'Search driver files for the tag, or look it up in pooltag.txt of the debugger.',
  ],
  links: ['insufficient-memory-pte', 'insufficient-memory-handle-leak', '!vm', '!poolused 2', '!poolused 4'],
  appliesTo: ['kernel'],
  detect(facts) {
    const memory = facts.need(virtualMemoryFact);
    const failures = memoryFailures(memory, /pool allocations have failed/) ?? 0n;
    const shares = POOLS.map((pool) => ({ pool, share: shareOf(memory, pool) }));
    const exhausted = shares.filter(({ share }) => share !== null && share >= NEAR);
    if (exhausted.length === 0 && failures === 0n)
      return shares.every(({ share }) => share === null) ? unknown('the use of pools and their maximum (!vm)') : ABSENT;
    const [first, ...more] =
      exhausted.length > 0
        ? exhausted.map(({ pool, share }) => fullPool(facts, memory, pool, share!, failures))
        : [onlyFailures(memory, failures)];
    return present(first!, ...more);
  },
};
export default pattern;

/** Pages of a pool that are in use; kernels that keep no such count still tell what is committed. */
function usedOf(memory: VirtualMemory, { uses }: Pool): bigint | null {
  const known = uses.map((label) => memoryCounter(memory, label)).filter((pages) => pages !== null);
  return known.find((pages) => pages > 0n) ?? known[0] ?? null;
}

function shareOf(memory: VirtualMemory, pool: Pool): number | null {
  const { maximum } = pool;
  const used = usedOf(memory, pool);
  const most = memoryCounter(memory, maximum);
  return used === null || most === null || most === 0n ? null : Number(used) / Number(most);
}

function useText(memory: VirtualMemory, pool: Pool): Evidence[] {
  const share = shareOf(memory, pool);
  if (share === null) return [];
  return [
    {
      statement: `${pool.name}: ${usedOf(memory, pool)} of at most ${memoryCounter(memory, pool.maximum)} pages are used, ${percent(share)}`,
      command: '!vm',
    },
  ];
}

function failureText(failures: bigint): Evidence[] {
  return failures > 0n ? [{ statement: `${failures} allocations of pool have failed`, command: '!vm' }] : [];
}

function fullPool(facts: Facts, memory: VirtualMemory, pool: Pool, share: number, failures: bigint): Detection {
  const tags = topTags(facts, pool);
  const [top] = tags;
  const dominant = top && top.share >= DOMINANT ? top : null;
  const uses = useText(memory, pool);
  return {
    confidence: share >= FULL || failures > 0n ? 0.95 : 0.7,
    basis: `the counters of ${pool.name}`,
    summary: `${percent(share)} of the ${pool.name} is used${dominant ? `; tag ${dominant.tag.tag} holds ${percent(dominant.share)} of what is allocated by tags` : ''}.`,
    evidence: [
      uses[0]!,
      ...failureText(failures),
      ...tags.map(({ tag, bytes, share: part }) => ({
        statement: `tag ${tag.tag}: ${bytes} bytes, ${percent(part)}${tag.owner ? ` (${tag.owner})` : ''}`,
        command: pool.sort,
      })),
    ],
    details: {
      pool: pool.pool,
      share,
      failures: Number(failures),
      tags: tags.map(({ tag, bytes, share: part }) => ({ tag: tag.tag, bytes: Number(bytes), share: part })),
    },
  };
}

/** Failures without a full pool have another reason, above all that no PTEs were left to extend it. */
function onlyFailures(memory: VirtualMemory, failures: bigint): Detection {
  const ptes = memoryFailures(memory, /system PTE allocations have failed/) ?? 0n;
  const [first, ...rest] = [...failureText(failures), ...POOLS.flatMap((pool) => useText(memory, pool))];
  return {
    confidence: ptes > 0n ? 0.5 : 0.6,
    basis: 'the count of failures, which no pool that is full explains now',
    summary:
      ptes > 0n
        ? `${failures} allocations of pool have failed although neither pool is full: possibly the consequence of the system PTE allocations that failed.`
        : `${failures} allocations of pool have failed although neither pool is full now: it may have been full before, or quotas or address space ran out.`,
    evidence: [first!, ...rest],
    details: { pool: null, failures: Number(failures), pteFailures: Number(ptes) },
  };
}

function topTags(facts: Facts, { pool }: Pool): { tag: PoolTagUse; bytes: bigint; share: number }[] {
  const use = facts.get(poolUseFact);
  if (!use) return [];
  const bytesOf = (tag: PoolTagUse): bigint => tag[`${pool}Bytes`] ?? 0n;
  const total = use.tags.reduce((sum, tag) => sum + bytesOf(tag), 0n);
  if (total === 0n) return [];
  return [...use.tags]
    .sort((a, b) => (bytesOf(b) > bytesOf(a) ? 1 : bytesOf(b) < bytesOf(a) ? -1 : 0))
    .slice(0, MOST_TAGS)
    .map((tag) => ({ tag, bytes: bytesOf(tag), share: Number(bytesOf(tag)) / Number(total) }));
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
