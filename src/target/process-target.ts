import { Problems } from '../bytes/problem.ts';
import { PagedSpace } from '../memory/paged.ts';
import { type Address, readAvailable, tryPointer, tryU32, tryU64 } from '../memory/space.ts';
import { type PagingMode, tablesOf } from './kernel-finder.ts';
import { findClientId, findImageFileName } from './kernel-identity.ts';
import { readLoadedModules } from './kernel-modules.ts';
import { looksLikeProcess } from './kernel-objects.ts';
import type { Module, Target } from './target.ts';

/** KPROCESS.DirectoryTableBase by pointer size: the same in every version since Windows XP (public symbols). */
const KPROCESS_DirectoryTableBase = { 4: 0x18, 8: 0x28 } as const;
/** Of PEB and PEB_LDR_DATA, documented in winternl.h in part and the same in every version. */
const PEB_Ldr = { 4: 0x0c, 8: 0x18 } as const;
const LDR_InLoadOrderModuleList = { 4: 0x0c, 8: 0x10 } as const;
/** Enough of EPROCESS for its name and id in every version; past its end lies other pool, which is not taken for them. */
const EPROCESS_SIZE = { 4: 0x400, 8: 0xb80 } as const;
const PAGE = 0x1000;
/** 128 pages: a machine has hundreds of processes, and what each keeps of memory adds up. */
const SLOT_BITS = 7;
/** The bits of a directory base that are no address: PCID and flags. */
const LOW_BITS = 0xfffn;

interface View {
  readonly pebOffset: number | null;
  readonly narrowPeb: Address | null;
  readonly target: Target | null;
}

/** The views already made, by the target as it was opened: the modules of a process are the same in all of them. */
const views = new WeakMap<Target, Map<Address, View>>();
const opened = new WeakMap<Target, Target>();

/** The dump as it was opened, of which a target is a process's view; the target itself where it is none. */
export function openedTarget(target: Target): Target {
  return opened.get(target) ?? target;
}

/**
 * The target as it looks from another process: its address space, and its own modules beside the kernel's. `pebOffset`
 * is that of EPROCESS.Peb, null where it is not known: the process then has no modules of its own here. Null when
 * `process` is none, or its page tables are not in the dump. `narrowPeb` is the address of the PEB that the 32-bit code
 * of a WOW64 process has.
 */
export function targetInProcess(
  target: Target,
  process: Address,
  pebOffset: number | null,
  narrowPeb: Address | null = null,
): Target | null {
  const origin = openedTarget(target);
  let known = views.get(origin);
  if (!known) {
    known = new Map();
    views.set(origin, known);
  }
  const before = known.get(process);
  const knowsMore =
    (pebOffset !== null && before?.pebOffset === null) || (narrowPeb !== null && before?.narrowPeb === null);
  if (before && !knowsMore) return before.target;
  const view = viewFrom(origin, process, pebOffset, narrowPeb);
  if (view) opened.set(view, origin);
  known.set(process, { pebOffset, narrowPeb, target: view });
  return view;
}

/**
 * The physical address of a process's top page table, which maps the kernel too: with KVA shadowing the tables that user
 * mode runs on are others (UserDirectoryTableBase). Null when it is not in the dump or never set.
 */
export function directoryBaseOf({ memory, pointerSize }: Target, process: Address): number | null {
  const at = process + KPROCESS_DirectoryTableBase[pointerSize];
  const base = pointerSize === 8 ? tryU64(memory, at) : tryU32(memory, at);
  if (base === null || base === 0 || base === 0n) return null;
  const root = typeof base === 'number' ? base : Number(base & ~LOW_BITS);
  return Number.isSafeInteger(root) ? root : null;
}

function viewFrom(
  target: Target,
  process: Address,
  pebOffset: number | null,
  narrowPeb: Address | null,
): Target | null {
  const { memory, pointerSize, physicalMemory } = target;
  if (!physicalMemory || !looksLikeProcess(memory, process)) return null;
  const root = directoryBaseOf(target, process);
  const mode = target.annotations.get('paging')?.split(' ')[0];
  if (root === null || mode === undefined) return null;
  const own = new PagedSpace(physicalMemory, tablesOf(mode as PagingMode, physicalMemory, root), SLOT_BITS);
  // A process that has ended, or garbage: its tables do not even show the kernel.
  if (!looksLikeProcess(own, process)) return null;
  let modules: readonly Module[] | null = null;
  const bytes = readAvailable(own, process, EPROCESS_SIZE[pointerSize]);
  const ids = findClientId(bytes, new Uint8Array(0), pointerSize);
  return Object.create(target, {
    memory: { value: own, enumerable: true },
    // Most views are asked for a few words of memory, and lists of modules are long.
    modules: {
      get: () => {
        modules ??= modulesSeen(target, own, process, pebOffset, narrowPeb);
        return modules;
      },
      enumerable: true,
    },
    process: {
      value:
        target.process?.address === process
          ? target.process
          : { name: findImageFileName(bytes, pointerSize), id: ids?.processId ?? null, address: process },
      enumerable: true,
    },
  }) as Target;
}

function modulesSeen(
  target: Target,
  own: PagedSpace,
  process: Address,
  pebOffset: number | null,
  narrowPeb: Address | null,
): Module[] {
  const modules = target.modules.filter(({ space }) => space === 'kernel');
  const peb = pebOffset === null ? null : tryPointer(own, process + pebOffset, target.pointerSize);
  addUserModules(modules, own, peb, target.pointerSize);
  addUserModules(modules, own, narrowPeb, 4);
  return modules;
}

/** The modules of PEB.Ldr in load order; those of a WOW64 process are on two lists, its program on both. */
function addUserModules(modules: Module[], memory: PagedSpace, peb: Address | null, pointerSize: 4 | 8): void {
  if (peb === null || peb < PAGE) return;
  const ldr = tryPointer(memory, peb + PEB_Ldr[pointerSize], pointerSize);
  if (ldr === null || ldr < PAGE) return;
  // User memory that is paged out is the normal case, not a problem of the dump.
  const list = readLoadedModules(memory, ldr + LDR_InLoadOrderModuleList[pointerSize], pointerSize, new Problems());
  const taken = new Set(modules.map(({ name }) => name.toLowerCase()));
  const bases = new Set(modules.map(({ base }) => base));
  for (const module of list) {
    if (module.base < PAGE || bases.has(module.base)) continue;
    const name = taken.has(module.name.toLowerCase()) ? `${module.name}_${module.base.toString(16)}` : module.name;
    modules.push({ ...module, name, space: 'user' });
  }
}
