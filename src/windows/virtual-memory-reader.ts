import type { Address } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { unicodeStringAt } from './kernel-object.ts';
import { poolDescriptors } from './pool-descriptor.ts';
import { imageNameOf } from './process-identity.ts';
import { processList } from './process-reader.ts';
import type { MemoryAlarm, MemoryCounter, PageFile, ProcessCommit, VirtualMemory } from './virtual-memory.ts';
import { CLASSIC_COUNTERS, FAILURES, MODERN_COUNTERS, PAGED_POOLS, pagingFiles } from './virtual-memory-counters.ts';

/** PFN_NUMBERs of paging files are pages of 4 KB. */
const KB_PER_PAGE = 4n;

/** Virtual memory as the kernel's own counters tell it. */
export function readVirtualMemory(kernel: Kernel): VirtualMemory {
  // MmTotalFreeSystemPtes went with Windows Vista, where the PTE bitmaps came.
  const classic = kernel.address('MmTotalFreeSystemPtes') !== null;
  const counters: MemoryCounter[] = [];
  const unknown: string[] = [];
  const add = (label: string, pages: bigint | null) => {
    if (pages === null) unknown.push(label);
    else counters.push({ label, pages: BigInt.asUintN(64, pages), kb: BigInt.asUintN(64, pages * KB_PER_PAGE) });
  };
  for (const { label, read } of classic ? CLASSIC_COUNTERS : MODERN_COUNTERS) {
    if (label === PAGED_POOLS)
      for (const [index, pool] of poolDescriptors(kernel).paged.entries()) add(`PagedPool ${index} Usage`, pool.pages);
    else add(label, read(kernel));
  }
  return {
    form: classic ? 'classic' : 'modern',
    pageFiles: pagingFiles(kernel)?.map((at) => pageFileAt(kernel, at)) ?? null,
    counters,
    alarms: failures(kernel),
    ...processCommit(kernel),
    unknown,
    line: null,
  };
}

function failures(kernel: Kernel): MemoryAlarm[] {
  const alarms: MemoryAlarm[] = [];
  for (const { what, after, read } of FAILURES) {
    const count = read(kernel);
    if (count !== null && count > 0n) alarms.push({ what, count, after });
  }
  return alarms;
}

function pageFileAt(kernel: Kernel, at: Address): PageFile {
  const file = kernel.object('_MMPAGING_FILE', at);
  const kb = (path: string) => {
    const pages = file.value(path);
    return pages === null ? null : pages * KB_PER_PAGE;
  };
  const place = file.place('PageFileName');
  const name = place === null ? null : unicodeStringAt(kernel, place);
  return {
    name: name || null,
    nameless: name ? null : name === '' ? 'No Name for Paging File' : 'Paging File Name paged out',
    currentKb: kb('Size'),
    freeKb: kb('FreeSpace'),
    minimumKb: kb('MinimumSize'),
    maximumKb: kb('MaximumSize'),
  };
}

/** Processes with what they have committed, the largest first; null when the kernel's list of processes is unknown. */
function processCommit(kernel: Kernel): Pick<VirtualMemory, 'processes' | 'processesBroken'> {
  const { items, broken } = processList(kernel);
  if (items.length === 0 || !kernel.member('_EPROCESS', 'CommitCharge'))
    return { processes: null, processesBroken: broken };
  const processes: ProcessCommit[] = [];
  for (const address of items) {
    const process = kernel.object('_EPROCESS', address);
    const commit = process.value('CommitCharge');
    const id = process.number('UniqueProcessId');
    if (commit === null || id === null) continue;
    const sharedCommit = process.value('SharedCommitCharge');
    processes.push({ id, name: imageNameOf(process) ?? '', commit, sharedCommit, debt: null });
  }
  processes.sort((a, b) => (a.commit < b.commit ? 1 : a.commit > b.commit ? -1 : a.id - b.id));
  return { processes, processesBroken: broken };
}
