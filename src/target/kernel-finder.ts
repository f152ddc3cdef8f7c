import type { Problems } from '../bytes/problem.ts';
import {
  type DebuggerData,
  type DebuggerDataState,
  KDDEBUGGER_DATA64,
  readDebuggerData,
} from '../formats/kernel-dump/debugger-data.ts';
import type { KernelDumpHeader } from '../formats/kernel-dump/header.ts';
import type { PageMap } from '../formats/kernel-dump/page-map.ts';
import { arm64PageTables } from '../machine/arm64/paging.ts';
import { type Architecture, pointerSizeOf } from '../machine/context.ts';
import { x64PageTables } from '../machine/x64/paging.ts';
import { x86PageTables } from '../machine/x86/paging.ts';
import { PagedSpace, type PageTables } from '../memory/paged.ts';
import {
  type Address,
  isHole,
  type MemorySpace,
  readAvailable,
  toAddress,
  tryPointer,
  tryView,
} from '../memory/space.ts';
import { findRoot, presentPages } from './page-search.ts';

/** Where KUSER_SHARED_DATA lies in kernel space (wdm.h, KI_USER_SHARED_DATA). */
export const KUSER_SHARED_DATA: Readonly<Partial<Record<Architecture, Address>>> = {
  x86: 0xffdf0000,
  x64: -0x88000000000,
  arm64: -0x88000000000,
};
/** How the processor's tables are laid out. */
export type PagingMode = 'x86' | 'PAE' | '4-level' | '5-level' | 'arm64';

/** The kernel's address space as it was found. */
export interface KernelMemory {
  readonly memory: PagedSpace;
  readonly mode: PagingMode;
  readonly directoryTableBase: number;
  /** False when no known structure could be read through these tables. */
  readonly confirmed: boolean;
  /** True when the header's directory base did not work and another was found by searching. */
  readonly recovered: boolean;
}

function modesOf(architecture: Architecture, pae: boolean | null): PagingMode[] {
  if (architecture === 'x64') return ['4-level', '5-level'];
  if (architecture === 'arm64') return ['arm64'];
  if (architecture === 'x86') return pae === false ? ['x86', 'PAE'] : ['PAE', 'x86'];
  return [];
}

/** Page tables of one processor mode; `endOfMemory` is one past the highest physical page. */
export function tablesOf(mode: PagingMode, physical: MemorySpace, base: number, endOfMemory = Infinity): PageTables {
  const options = { endOfMemory };
  if (mode === 'x86' || mode === 'PAE') return x86PageTables(physical, base, mode === 'PAE', options);
  if (mode === 'arm64') return arm64PageTables(physical, base, options);
  return x64PageTables(physical, base, mode === '4-level' ? 4 : 5, options);
}

/** An address of the header; 32-bit ones are sign-extended in some 64-bit fields. */
export function headerAddress(value: bigint | null, architecture: Architecture): Address | null {
  if (value === null || value === 0n) return null;
  return pointerSizeOf(architecture) === 4 ? Number(BigInt.asUintN(32, value)) : toAddress(value);
}

/** Whether well-known kernel structures are readable: the debugger block, the module list, or the shared user data. */
function kernelIsVisible(memory: MemorySpace, header: KernelDumpHeader, architecture: Architecture): boolean {
  const pointerSize = pointerSizeOf(architecture);
  const block = headerAddress(header.kdDebuggerDataBlock, architecture);
  if (block !== null && tryView(memory, block, 0x18)?.getUint32(0x10, true) === 0x4742444b) return true;
  const list = headerAddress(header.psLoadedModuleList, architecture);
  if (list !== null) {
    const first = tryPointer(memory, list, pointerSize);
    if (first !== null && first !== 0 && tryPointer(memory, first + pointerSize, pointerSize) === list) return true;
  }
  const shared = KUSER_SHARED_DATA[architecture];
  const view = shared === undefined ? null : tryView(memory, shared + 0x26c, 8);
  const major = view?.getUint32(0, true) ?? 0;
  return (major === 10 || major === 6 || major === 5) && view!.getUint32(4, true) < 4;
}

/** Finds page tables through which the kernel is readable: the header's, else one found by its self-map. */
export function findKernelMemory(
  physical: MemorySpace,
  map: PageMap,
  header: KernelDumpHeader,
  architecture: Architecture,
  problems: Problems,
): KernelMemory | null {
  const modes = modesOf(architecture, header.paeEnabled);
  const open = (mode: PagingMode, base: number) => new PagedSpace(physical, tablesOf(mode, physical, base, map.end));
  const base = header.directoryTableBase === null ? null : Number(BigInt.asUintN(52, header.directoryTableBase));
  for (const mode of base === null ? [] : modes) {
    const memory = open(mode, base!);
    if (kernelIsVisible(memory, header, architecture)) {
      return { memory, mode, directoryTableBase: base!, confirmed: true, recovered: false };
    }
  }
  const structure = header.bits === 32 ? 'DUMP_HEADER32' : 'DUMP_HEADER64';
  for (const mode of modes) {
    const root = findRoot(physical, map, mode, (at) => kernelIsVisible(open(mode, at), header, architecture));
    if (root === null) continue;
    problems.add(
      'recovered',
      structure,
      0x10,
      `DirectoryTableBase ${base === null ? 'was never set' : `0x${base.toString(16)} leads to no kernel`}; page tables at 0x${root.toString(16)} were found by searching`,
    );
    return { memory: open(mode, root), mode, directoryTableBase: root, confirmed: true, recovered: true };
  }
  const mode = modes[0];
  if (mode === undefined) return null;
  problems.add(
    'unreadable',
    structure,
    0x10,
    base === null
      ? 'DirectoryTableBase was never set, and no page tables were found: virtual memory cannot be read'
      : `nothing of the kernel is readable through DirectoryTableBase 0x${base.toString(16)}: its tables are damaged or not in the dump`,
  );
  return { memory: open(mode, base ?? 0), mode, directoryTableBase: base ?? 0, confirmed: false, recovered: false };
}

/** The debugger data block and how it came to hand. */
export interface FoundDebuggerData {
  readonly state: DebuggerDataState['state'];
  readonly data: DebuggerData | null;
  readonly address: Address | null;
  readonly recovered: boolean;
}

function plausible(data: DebuggerData, architecture: Architecture): boolean {
  const base = headerAddress(data.KernBase, architecture);
  const list = headerAddress(data.PsLoadedModuleList, architecture);
  const kernel = (at: Address | null) => at !== null && (pointerSizeOf(architecture) === 4 ? at >= 0x80000000 : at < 0);
  return kernel(base) && base! % 0x1000 === 0 && kernel(list);
}

const TAG = [0x4b, 0x44, 0x42, 0x47];

/** Offsets in `bytes` at which a KDDEBUGGER_DATA block may begin: the tag stands 0x10 behind it, pointer-aligned. */
function* tagged(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(0x4b); at >= 0; at = bytes.indexOf(0x4b, at + 1)) {
    if (at >= 0x10 && at % 4 === 0 && TAG.every((byte, index) => bytes[at + index] === byte)) yield at - 0x10;
  }
}

/** The block at the header's address, else one searched for in the kernel's image, else in physical memory. */
export function findDebuggerData(
  memory: MemorySpace,
  physical: MemorySpace,
  map: PageMap,
  header: KernelDumpHeader,
  architecture: Architecture,
  kernel: { readonly base: Address; readonly size: number } | null,
  problems: Problems,
): FoundDebuggerData {
  const address = headerAddress(header.kdDebuggerDataBlock, architecture);
  const found =
    address === null
      ? ({ state: 'absent', data: null } as const)
      : readDebuggerData(readAvailable(memory, address, KDDEBUGGER_DATA64.size));
  if (found.data && plausible(found.data, architecture)) {
    return { state: 'plain', data: found.data, address, recovered: false };
  }
  const recovered = (data: DebuggerData, where: string, at: Address | null): FoundDebuggerData => {
    problems.add(
      'recovered',
      'KDDEBUGGER_DATA64',
      null,
      `the header's pointer to the debugger data block ${address === null ? 'is not set' : 'leads to no such block'}; one was found by searching ${where}`,
    );
    return { state: 'plain', data, address: at, recovered: true };
  };
  if (kernel !== null) {
    for (let at = 0; at < Math.min(kernel.size, 0x4000000); at += 0x1000) {
      const page = memory.read(kernel.base + at, 0x1000);
      if (isHole(page)) {
        at += Math.max(0, Math.floor(page.length / 0x1000) * 0x1000 - 0x1000);
        continue;
      }
      for (const offset of tagged(page)) {
        const start = kernel.base + at + offset;
        const data = readDebuggerData(readAvailable(memory, start, KDDEBUGGER_DATA64.size)).data;
        if (data && headerAddress(data.KernBase, architecture) === kernel.base) {
          return recovered(data, 'the kernel image', start);
        }
      }
    }
  } else {
    for (const page of presentPages(map)) {
      const bytes = physical.read(page * 0x1000, 0x1000);
      if (isHole(bytes)) continue;
      for (const offset of tagged(bytes)) {
        const data = readDebuggerData(readAvailable(physical, page * 0x1000 + offset, KDDEBUGGER_DATA64.size)).data;
        if (data && plausible(data, architecture)) return recovered(data, 'physical memory', null);
      }
    }
  }
  return { state: found.state === 'plain' ? 'absent' : found.state, data: null, address, recovered: false };
}
