import type { Problems } from '../bytes/problem.ts';
import type { PageMap } from '../formats/kernel-dump/page-map.ts';
import { type Address, isHole, type MemorySpace, tryPointer, tryU32 } from '../memory/space.ts';
import { readImageFacts, readLoadedModules } from './kernel-modules.ts';
import { pageViews } from './page-search.ts';
import type { Module } from './target.ts';

const PAGE = 0x1000;
/** Pages of kernel space looked at for the header of nt: reading two bytes of each takes about a second. */
const MOST_STEPS = 500_000;
/** `ntoskrnl.pdb`, `ntkrnlmp.pdb`, `ntkrpamp.pdb` ... */
const KERNEL_PDB = /^(ntoskrnl|ntkrnl\w*|ntkrp\w*)\.pdb$/i;
/** No kernel image is larger. */
const LARGEST_IMAGE = 0x4000000;

interface Image {
  readonly base: Address;
  readonly size: number;
}

/** Where a kernel is looked for: its memory by physical pages and as its page tables show it. */
export interface KernelPlace {
  readonly physical: MemorySpace;
  readonly map: PageMap;
  readonly memory: MemorySpace;
  readonly pointerSize: 4 | 8;
}

/** The kernel's image where neither header nor debugger data lead to it: a PE header whose debug record names nt's PDB. */
function findKernelImage({ memory, pointerSize }: KernelPlace): Image | null {
  // On x64 nt lies in the 512 GB of boot-loaded images, or above.
  const start = pointerSize === 8 ? -(2 ** 43) : 0x80000000;
  const end = pointerSize === 8 ? 0 : 2 ** 32;
  let at = start;
  for (let steps = 0; at < end && steps < MOST_STEPS; steps++) {
    const answer = memory.read(at, 2);
    if (isHole(answer)) {
      at += Math.max(PAGE, answer.length);
      continue;
    }
    if (answer[0] === 0x4d && answer[1] === 0x5a) {
      const facts = readImageFacts(memory, at, LARGEST_IMAGE);
      if (facts.pdb && facts.size && KERNEL_PDB.test(facts.pdb.name)) return { base: at, size: facts.size };
    }
    at += PAGE;
  }
  return null;
}

/** Of KLDR_DATA_TABLE_ENTRY; the same from Windows 2000 to 11. */
const ENTRY = { 4: { base: 0x18, size: 0x20 }, 8: { base: 0x30, size: 0x40 } } as const;

/** The head of PsLoadedModuleList, found by the entry of nt, which is the first: its back link leads to the head inside nt. */
function findModuleList({ physical, map, memory, pointerSize }: KernelPlace, nt: Image): Address | null {
  const { base, size } = ENTRY[pointerSize];
  const low = nt.base % 2 ** 32;
  const wanted = (low < 0 ? low + 2 ** 32 : low) >>> 0;
  const wantedHigh = Math.floor(nt.base / 2 ** 32) | 0;
  for (const { view } of pageViews(physical, map)) {
    for (let offset = base; offset + size - base + 4 <= PAGE; offset += pointerSize) {
      if (view.getUint32(offset, true) !== wanted) continue;
      if (pointerSize === 8 && view.getInt32(offset + 4, true) !== wantedHigh) continue;
      const entry = offset - base;
      if (view.getUint32(entry + size, true) !== nt.size) continue;
      const head = pointerIn(view, entry + pointerSize, pointerSize);
      const first = head === null ? null : tryPointer(memory, head, pointerSize);
      if (head === null || first === null || head < nt.base || head >= nt.base + nt.size) continue;
      if (tryPointer(memory, first + base, pointerSize) === nt.base && tryU32(memory, first + size) === nt.size)
        return head;
    }
  }
  return null;
}

function pointerIn(view: DataView, offset: number, pointerSize: 4 | 8): Address | null {
  const low = view.getUint32(offset, true);
  if (pointerSize === 4) return low;
  const high = view.getInt32(offset + 4, true);
  return high < -0x200000 || high > 0x1fffff ? null : high * 2 ** 32 + low;
}

/** The modules when the header's list leads nowhere: by the debugger data, else by the image of nt found by searching. */
export function recoverModules(place: KernelPlace, told: Address | null, problems: Problems): Module[] {
  const { memory, pointerSize } = place;
  const listed = told === null ? [] : readLoadedModules(memory, told, pointerSize, problems);
  const say = (how: string) => problems.add('recovered', 'PsLoadedModuleList', null, how);
  if (listed.length > 0) {
    say('the header leads to no module list; that of the debugger data was read');
    return listed;
  }
  const nt = findKernelImage(place);
  if (!nt) return [];
  const head = findModuleList(place, nt);
  const found = head === null ? [] : readLoadedModules(memory, head, pointerSize, problems);
  if (found.length > 0) {
    say('neither header nor debugger data lead to a module list; it was found by searching for the entry of nt');
    return found;
  }
  say('no module list was found: nt alone, whose image was found by searching');
  return [kernelAlone(memory, nt)];
}

/** nt as its own headers tell, under the name that every loader gives it. */
function kernelAlone(memory: MemorySpace, { base, size }: Image): Module {
  const facts = readImageFacts(memory, base, size);
  return {
    name: 'nt',
    imageName: 'ntoskrnl.exe',
    path: null,
    base,
    size,
    timestamp: facts.timestamp,
    checksum: facts.checksum,
    fileVersion: facts.fileVersion,
    productVersion: facts.productVersion,
    pdb: facts.pdb,
    buildId: null,
    space: 'kernel',
  };
}
