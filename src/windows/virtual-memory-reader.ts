import { type Address, tryU8 } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import { unicodeStringAt } from './kernel-object.ts';
import { poolDescriptors } from './pool-descriptor.ts';
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
    processes: processCommit(kernel),
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

/** Processes that have committed memory, the largest first; null when the kernel's list of processes is unknown. */
function processCommit(kernel: Kernel): ProcessCommit[] | null {
  const head = kernel.address('PsActiveProcessHead');
  if (head === null || !kernel.member('_EPROCESS', 'CommitCharge')) return null;
  const list: ProcessCommit[] = [];
  for (const address of kernel.list(head, '_EPROCESS', 'ActiveProcessLinks').items) {
    const process = kernel.object('_EPROCESS', address);
    const commit = process.value('CommitCharge');
    const id = process.number('UniqueProcessId');
    const place = process.place('ImageFileName');
    if (commit === null || id === null) continue;
    list.push({
      id,
      name: place === null ? '' : shortName(kernel, place),
      commit,
      sharedCommit: process.value('SharedCommitCharge'),
      debt: null,
    });
  }
  return list.sort((a, b) => (a.commit < b.commit ? 1 : a.commit > b.commit ? -1 : a.id - b.id));
}

/** EPROCESS.ImageFileName: at most 15 characters of one byte. */
function shortName(kernel: Kernel, at: Address): string {
  let name = '';
  for (let index = 0; index < 15; index++) {
    const code = tryU8(kernel.memory, at + index);
    if (!code) break;
    name += String.fromCharCode(code);
  }
  return name;
}
