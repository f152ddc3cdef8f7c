import { toUnsigned } from '../memory/space.ts';
import { isUserMode, type Target } from '../target/target.ts';
import type { AddressSummaryText } from '../transcript/memory-summary.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { systemFact } from './system.ts';

/** MEMORY_BASIC_INFORMATION.State of winnt.h. */
const MEM_COMMIT = 0x1000;
const MEM_RESERVE = 0x2000;
const MEM_FREE = 0x10000;
const WIDTH_32 = 0x1_0000_0000n;

/** How the address space of a process is used; bytes. */
export interface AddressSpaceUse {
  /** The process can address 2 to 4 GB only. */
  readonly narrow: boolean;
  readonly committed: bigint;
  readonly reserved: bigint;
  readonly free: bigint;
  /** The largest free range in one piece; null when a log does not show it. */
  readonly largestFree: { readonly base: bigint; readonly size: bigint } | null;
  /** Bytes by what they are used for, the largest first; free memory is not among them. */
  readonly usage: readonly { readonly name: string; readonly size: bigint; readonly regions: number | null }[];
}

/** The address space of a process by the memory-information list of a dump, or by `!address -summary` of a log. */
export const addressSpaceFact = fact<AddressSpaceUse>('addressSpace', (theCase) => {
  const { target } = theCase;
  if (!target) return fromLog(theCase);
  if (!isUserMode(target)) return missing('the memory of a process');
  if (!target.memoryRegions || target.memoryRegions.length === 0)
    return missing('the list of memory regions: it was not saved (MiniDumpWithFullMemoryInfo)');
  return known(fromRegions(target), 'memory-information list of the dump');
});

const TYPES = new Map([
  [0x20000, 'private memory'],
  [0x40000, 'mapped files and sections'],
  [0x1000000, 'images'],
]);

function fromRegions({ memoryRegions, modules, pointerSize }: Target): AddressSpaceUse {
  const regions = memoryRegions ?? [];
  const narrow = pointerSize === 4 || modules.some(({ name }) => /^wow64$/i.test(name));
  const within = narrow ? regions.filter(({ base }) => toUnsigned(base) < WIDTH_32) : regions;
  const sum = (state: number): bigint =>
    within.reduce((total, region) => total + (region.state === state ? BigInt(region.size) : 0n), 0n);
  let largestFree: AddressSpaceUse['largestFree'] = null;
  const usage = new Map<string, { size: bigint; regions: number }>();
  for (const region of within) {
    const size = BigInt(region.size);
    if (region.state === MEM_FREE) {
      if (!largestFree || size > largestFree.size) largestFree = { base: toUnsigned(region.base), size };
      continue;
    }
    const name = TYPES.get(region.type) ?? 'other memory';
    const entry = usage.get(name) ?? { size: 0n, regions: 0 };
    usage.set(name, { size: entry.size + size, regions: entry.regions + 1 });
  }
  return {
    narrow,
    committed: sum(MEM_COMMIT),
    reserved: sum(MEM_RESERVE),
    free: sum(MEM_FREE),
    largestFree,
    usage: [...usage]
      .map(([name, entry]) => ({ name, ...entry }))
      .sort((a, b) => (b.size > a.size ? 1 : b.size < a.size ? -1 : 0)),
  };
}

function fromLog(theCase: Case): Answer<AddressSpaceUse> {
  const log = logFact(theCase);
  if (!log.known) return log;
  const summary = log.value.objects.addressSummaries.at(-1);
  if (!summary) return missing('how the address space is used', '!address -summary');
  const system = systemFact(theCase);
  return known(fromSummary(summary, system.known ? system.value.architecture : null), 'log');
}

function fromSummary(summary: AddressSummaryText, architecture: string | null): AddressSpaceUse {
  const state = (name: string): bigint => summary.state.find((row) => row.name.includes(name))?.size ?? 0n;
  const whole = summary.state.reduce((total, { size }) => total + size, 0n);
  const free = summary.largest.find(({ name }) => /^Free$/i.test(name));
  return {
    narrow: architecture === 'x86' || (whole > 0n && whole <= WIDTH_32),
    committed: state('COMMIT'),
    reserved: state('RESERVE'),
    free: state('FREE'),
    largestFree: free ? { base: free.base, size: free.size } : null,
    usage: summary.usage
      .filter(({ name }) => !/free/i.test(name))
      .map(({ name, size, regions }) => ({ name, size, regions })),
  };
}
