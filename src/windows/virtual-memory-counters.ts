import { tryPointer } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { pointersInArray, variableWord } from './kernel-variable.ts';
import { poolDescriptors } from './pool-descriptor.ts';

/** Reads one counter, in pages; null when this kernel has it nowhere, or its memory is not in the dump. */
type CounterReader = (kernel: Kernel) => bigint | null;

/** A counter of `!vm`: its label there, and where kernels of different ages keep it. */
interface Counter {
  readonly label: string;
  readonly read: CounterReader;
}

const PAGE = 4096n;

const variable =
  (name: string, index = 0): CounterReader =>
  (kernel) =>
    variableWord(kernel, name, index);

const inPages =
  (read: CounterReader): CounterReader =>
  (kernel) => {
    const bytes = read(kernel);
    return bytes === null ? null : bytes / PAGE;
  };

/** A member of a structure that is itself a variable of nt. */
const member =
  (variableName: string, structure: string, path: string): CounterReader =>
  (kernel) => {
    const at = kernel.address(variableName);
    return at === null ? null : kernel.object(structure, at).value(path);
  };

/** Of `MiState.Vs`, where memory management keeps its global counters since Windows 10. */
const state = (path: string) => member('MiState', '_MI_SYSTEM_INFORMATION', path);
/** Of the system partition, where the counters of each memory partition are since Windows 10. */
const partition = (path: string) => member('MiSystemPartition', '_MI_PARTITION', path);

const first =
  (...readers: readonly CounterReader[]): CounterReader =>
  (kernel) => {
    for (const read of readers) {
      const value = read(kernel);
      if (value !== null) return value;
    }
    return null;
  };

const sum =
  (...readers: readonly CounterReader[]): CounterReader =>
  (kernel) => {
    let total = 0n;
    for (const read of readers) {
      const value = read(kernel);
      if (value === null) return null;
      total += value;
    }
    return total;
  };

/** Where this kernel has none of the structure's member, the counter is the other alone. */
const plusCached = (variableName: string, structure: string, free: string, cached: string): CounterReader => {
  const base = member(variableName, structure, free);
  return (kernel) =>
    kernel.member(structure, cached) ? sum(base, member(variableName, structure, cached))(kernel) : base(kernel);
};

const freeSystemPtes = first(
  variable('MmTotalFreeSystemPtes'),
  plusCached('MiSystemPteInfo', '_MI_SYSTEM_PTE_TYPE', 'TotalFreeSystemPtes', 'CachedPteCount'),
  state('Vs.SystemPteInfo.TotalFreeSystemPtes'),
);

/** Special pool that was never set up has no PTEs, hence none free; with special pool in use the count is unknown. */
const freeSpecialNonPaged: CounterReader = (kernel) => {
  const tag = kernel.u32('MmSpecialPoolTag');
  const used = variableWord(kernel, 'MmSpecialPagesInUse');
  return tag === 0 && used === 0n ? 0n : null;
};

const pagedPoolUse: CounterReader = (kernel) => {
  const pools = poolDescriptors(kernel).paged;
  if (pools.length === 0) return null;
  let total = 0n;
  for (const { pages } of pools) {
    if (pages === null) return null;
    total += pages;
  }
  return total;
};

const pagedPoolSize = first(
  state('Vs.SizeOfPagedPoolInPages'),
  variable('MmSizeOfPagedPoolInPages'),
  inPages(variable('MmSizeOfPagedPoolInBytes')),
);
const nonPagedPoolSize = first(
  state('Vs.MaximumNonPagedPoolInPages'),
  variable('MmMaximumNonPagedPoolInPages'),
  inPages(variable('MmMaximumNonPagedPoolInBytes')),
);
const nonPagedPoolUse = first(state('Pools.AllocatedNonPagedPool'), variable('MmAllocatedNonPagedPool'), (kernel) => {
  const pools = poolDescriptors(kernel).nonPaged;
  return pools.length > 0 && pools.every(({ pages }) => pages !== null)
    ? pools.reduce((total, { pages }) => total + pages!, 0n)
    : null;
});

const physicalMemory = first(partition('Vp.NumberOfPhysicalPages'), variable('MmNumberOfPhysicalPages'));
const availablePages = first(partition('Vp.AvailablePages'), variable('MmAvailablePages'));
const residentAvailable = first(partition('Vp.ResidentAvailablePages'), variable('MmResidentAvailablePages'));
const modifiedPages = first(
  partition('Vp.ModifiedPageListHead.Total'),
  member('MmModifiedPageListHead', '_MMPFNLIST', 'Total'),
);
const pagesForPagingFile = first(partition('Vp.TotalPagesForPagingFile'), variable('MmTotalPagesForPagingFile'));
const sharedCommit = first(partition('Vp.SharedCommit'), variable('MmSharedCommit'));
const committed = first(partition('Vp.TotalCommittedPages'), variable('MmTotalCommittedPages'));
const commitLimit = first(partition('Vp.TotalCommitLimit'), variable('MmTotalCommitLimit'));
const driverCommit = first(state('Vs.DriverCommit'), variable('MmDriverCommit'));
const pagedPoolCommit = first(
  state('Vs.PagedPoolInfo.PagedPoolCommit'),
  variable('MmPagedPoolCommit'),
  member('MmPagedPoolInfo', '_MM_PAGED_POOL_INFO', 'PagedPoolCommit'),
);

/** Stands in the list of counters for one row per paged pool. */
export const PAGED_POOLS = 'PagedPool n Usage';

/** The rows of XP and 2003, in order. */
export const CLASSIC_COUNTERS: readonly Counter[] = [
  { label: 'Physical Memory', read: physicalMemory },
  { label: 'Available Pages', read: availablePages },
  { label: 'ResAvail Pages', read: residentAvailable },
  { label: 'Locked IO Pages', read: variable('MmSystemLockPagesCount') },
  { label: 'Free System PTEs', read: freeSystemPtes },
  { label: 'Free NP PTEs', read: variable('MmTotalFreeSystemPtes', 1) },
  { label: 'Free Special NP', read: freeSpecialNonPaged },
  { label: 'Modified Pages', read: modifiedPages },
  { label: 'Modified PF Pages', read: pagesForPagingFile },
  { label: 'NonPagedPool Usage', read: nonPagedPoolUse },
  { label: 'NonPagedPool Max', read: nonPagedPoolSize },
  { label: PAGED_POOLS, read: () => null },
  { label: 'PagedPool Usage', read: pagedPoolUse },
  { label: 'PagedPool Maximum', read: pagedPoolSize },
  { label: 'Shared Commit', read: sharedCommit },
  { label: 'Special Pool', read: variable('MmSpecialPagesInUse') },
  { label: 'Shared Process', read: variable('MmProcessCommit') },
  { label: 'PagedPool Commit', read: pagedPoolCommit },
  { label: 'Driver Commit', read: driverCommit },
  { label: 'Committed pages', read: committed },
  { label: 'Commit limit', read: commitLimit },
];

/** The rows of Vista and later whose source public symbols name, in order. */
export const MODERN_COUNTERS: readonly Counter[] = [
  { label: 'Physical Memory', read: physicalMemory },
  { label: 'Available Pages', read: availablePages },
  { label: 'ResAvail Pages', read: residentAvailable },
  { label: 'Locked IO Pages', read: variable('MmSystemLockPagesCount') },
  { label: 'Free System PTEs', read: freeSystemPtes },
  { label: 'Modified Pages', read: modifiedPages },
  { label: 'Modified PF Pages', read: pagesForPagingFile },
  {
    label: 'Modified No Write Pages',
    read: first(
      partition('Vp.ModifiedNoWritePageListHead.Total'),
      member('MmModifiedNoWritePageListHead', '_MMPFNLIST', 'Total'),
    ),
  },
  { label: 'NonPagedPool Usage', read: nonPagedPoolUse },
  { label: 'NonPagedPool Max', read: nonPagedPoolSize },
  { label: PAGED_POOLS, read: () => null },
  {
    label: 'PagedPool Usage',
    read: first(
      state('Vs.PagedPoolInfo.AllocatedPagedPool'),
      member('MmPagedPoolInfo', '_MM_PAGED_POOL_INFO', 'AllocatedPagedPool'),
      pagedPoolUse,
    ),
  },
  { label: 'PagedPool Maximum', read: pagedPoolSize },
  { label: 'Shared Commit', read: sharedCommit },
  { label: 'Special Pool', read: variable('MmSpecialPagesInUse') },
  { label: 'Pages For MDLs', read: first(state('Vs.MdlPagesAllocated'), variable('MmMdlPagesAllocated')) },
  { label: 'NonPagedPool Commit', read: state('Vs.NonPagedPoolCommit') },
  { label: 'PagedPool Commit', read: pagedPoolCommit },
  { label: 'Driver Commit', read: driverCommit },
  { label: 'Boot Commit', read: state('Vs.BootCommit') },
  { label: 'PFN Array Commit', read: state('Vs.PfnDatabaseCommit') },
  { label: 'SmallNonPagedPtesCommit', read: state('Vs.SmallNonPagedPtesCommit') },
  { label: 'SlabAllocatorPages', read: partition('Vp.SlabAllocatorPages') },
  { label: 'System PageTables', read: state('Vs.SystemPageTableCommit') },
  { label: 'ProcessLockedFilePages', read: partition('Vp.ProcessLockedFilePages') },
  { label: 'Pagefile Hash Pages', read: state('Vs.PagefileHashPages') },
  { label: 'Shared Process', read: first(state('Vs.ProcessCommit'), variable('MmProcessCommit')) },
  { label: 'Committed pages', read: committed },
  { label: 'Commit limit', read: commitLimit },
];

/** What counts failures: the words of `!vm`, the counter it stands behind, and where it is kept. */
export const FAILURES: readonly { readonly what: string; readonly after: string; readonly read: CounterReader }[] = [
  {
    what: 'system PTE allocations have failed',
    after: 'Free System PTEs',
    read: first(
      variable('MmPteFailures'),
      member('MiSystemPteInfo', '_MI_SYSTEM_PTE_TYPE', 'PteFailures'),
      state('Vs.SystemPteInfo.PteFailures'),
    ),
  },
  {
    what: 'kernel stack PTE allocations have failed',
    after: 'Free System PTEs',
    read: first(
      member('MiKernelStackPteInfo', '_MI_SYSTEM_PTE_TYPE', 'PteFailures'),
      state('SystemPtes.KernelStackPteInfo.PteFailures'),
    ),
  },
  {
    what: 'kernel stack growth attempts have failed',
    after: 'Free System PTEs',
    read: state('SystemPtes.StackGrowthFailures'),
  },
  {
    what: 'pool allocations have failed',
    after: 'PagedPool Maximum',
    read: (kernel) => {
      const count = kernel.u32('ExPoolFailures');
      return count === null ? null : BigInt(count);
    },
  },
];

/** Paging files by number: addresses of _MMPAGING_FILE; null when this kernel tells none. */
export function pagingFiles(kernel: Kernel): readonly number[] | null {
  const at = kernel.address('MiSystemPartition');
  const vp = at === null ? null : kernel.object('_MI_PARTITION', at);
  const count = vp?.u32('Vp.NumberOfPagingFiles') ?? kernel.u32('MmNumberOfPagingFiles');
  const array = vp?.place('Vp.PagingFile') ?? kernel.address('MmPagingFile');
  if (count === null || array === null) return null;
  // Windows has 16 paging files at most; MmPagingFile is an array of that many pointers.
  const most = Math.min(count, 16, vp?.has('Vp.PagingFile') ? 16 : pointersInArray(kernel, 'MmPagingFile', 16));
  const files: number[] = [];
  for (let index = 0; index < most; index++) {
    const file = tryPointer(kernel.memory, array + index * kernel.pointerSize, kernel.pointerSize);
    if (file !== null && file !== 0) files.push(file);
  }
  return files;
}
