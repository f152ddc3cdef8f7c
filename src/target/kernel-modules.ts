import { Problems } from '../bytes/problem.ts';
import { baseName, decodeUtf16, stem } from '../bytes/text.ts';
import type { TriageDump } from '../formats/kernel-dump/triage.ts';
import { readDebugDirectory } from '../formats/pe/debug-directory.ts';
import { openPe } from '../formats/pe/image.ts';
import { readVersion } from '../formats/pe/version-resource.ts';
import { MemorySource } from '../memory/memory-source.ts';
import {
  type Address,
  type MemorySpace,
  readAvailable,
  toAddress,
  tryPointer,
  tryU32,
  tryView,
} from '../memory/space.ts';
import type { Module, PdbIdentity, UnloadedModule } from './target.ts';

/** More modules than any kernel loads; the walk's own bound besides the check for repeats. */
const MOST_MODULES = 10_000;
const KERNEL_IMAGE = /^(ntoskrnl|ntkrnl(mp|pa|pamp|up)?|xenkrnl|ntkr[a-z0-9]*)\.exe$/i;
const HAL_IMAGE = /^hal[a-z]*\.dll$/i;

/** The debugger's name of a kernel image: `nt` for the kernel, `hal` for any HAL, otherwise the file's stem. */
export function kernelModuleName(imageName: string): string {
  if (KERNEL_IMAGE.test(imageName)) return 'nt';
  if (HAL_IMAGE.test(imageName)) return 'hal';
  return stem(imageName).replace(/[^\w$]/g, '_');
}

/** Names made unique as debuggers do: a later module of a name that is taken gets its base appended. */
class ModuleNames {
  readonly #taken = new Set<string>();
  unique(name: string, base: Address): string {
    const wanted = name === '' ? 'module' : name;
    const own = this.#taken.has(wanted.toLowerCase())
      ? `${wanted}_${BigInt.asUintN(64, BigInt(base)).toString(16)}`
      : wanted;
    this.#taken.add(own.toLowerCase());
    return own;
  }
}

/** What an image's own headers say, as far as they are in memory. */
interface ImageFacts {
  readonly timestamp: number | null;
  readonly checksum: number | null;
  readonly size: number | null;
  readonly pdb: PdbIdentity | null;
  readonly fileVersion: string | null;
  readonly productVersion: string | null;
}

const NO_FACTS: ImageFacts = {
  timestamp: null,
  checksum: null,
  size: null,
  pdb: null,
  fileVersion: null,
  productVersion: null,
};

/** Reads PE headers, debug directory and version resource of the image at `base` out of memory. */
export function readImageFacts(memory: MemorySpace, base: Address, size: number): ImageFacts {
  if (readAvailable(memory, base, 2).length < 2) return NO_FACTS;
  // Paged-out parts of an image are the normal case in a dump: what they would tell stays unknown, without a problem.
  const quiet = new Problems();
  try {
    const image = openPe(new MemorySource(memory, base, size), 'mapped', quiet);
    const codeView = readDebugDirectory(image).codeView;
    const version = readVersion(image);
    return {
      timestamp: image.timestamp,
      checksum: image.checksum,
      size: image.sizeOfImage,
      pdb: codeView ? { name: baseName(codeView.path), guid: codeView.guid, age: codeView.age } : null,
      fileVersion: version?.fileVersion ?? null,
      productVersion: version?.productVersion ?? null,
    };
  } catch (error) {
    quiet.catch(error, 'IMAGE_NT_HEADERS', null);
    return NO_FACTS;
  }
}

/** Offsets in KLDR_DATA_TABLE_ENTRY, which have held from Windows 2000 to 11 (volatility3, public symbols). */
const LAYOUT = {
  4: { base: 0x18, size: 0x20, fullName: 0x24, baseName: 0x2c, checksum: 0x40, end: 0x50 },
  8: { base: 0x30, size: 0x40, fullName: 0x48, baseName: 0x58, checksum: 0x78, end: 0x88 },
} as const;

/** A UNICODE_STRING at `address`: its text, '' when its buffer is not in the dump, null when it makes no sense. */
function readUnicodeString(memory: MemorySpace, address: Address, pointerSize: 4 | 8): string | null {
  const view = tryView(memory, address, 4);
  if (!view) return null;
  const length = view.getUint16(0, true);
  const most = view.getUint16(2, true);
  if (length > most || (length & 1) !== 0) return null;
  if (length === 0) return '';
  const buffer = tryPointer(memory, address + pointerSize, pointerSize);
  if (buffer === null || buffer === 0) return null;
  const bytes = readAvailable(memory, buffer, length);
  return bytes.length < length ? '' : decodeUtf16(bytes);
}

/** Walks PsLoadedModuleList: each entry is checked, and the walk ends with a problem where the list is broken. */
export function readLoadedModules(
  memory: MemorySpace,
  head: Address,
  pointerSize: 4 | 8,
  problems: Problems,
): Module[] {
  const layout = LAYOUT[pointerSize];
  const names = new ModuleNames();
  const seen = new Set<Address>([head]);
  const modules: Module[] = [];
  const stop = (why: string) =>
    problems.add('broken-list', 'PsLoadedModuleList', null, `${why}; ${modules.length} modules were read before`);
  let entry = tryPointer(memory, head, pointerSize);
  let previous = head;
  if (entry === null) {
    problems.add('unreadable', 'PsLoadedModuleList', null, 'the head of the module list is not in the dump');
    return modules;
  }
  while (entry !== head) {
    if (seen.has(entry)) {
      stop(`the module list runs in a circle at 0x${BigInt.asUintN(64, BigInt(entry)).toString(16)}`);
      break;
    }
    seen.add(entry);
    const at = `0x${BigInt.asUintN(64, BigInt(entry)).toString(16)}`;
    const view = tryView(memory, entry, layout.end);
    if (!view) {
      stop(`the module list continues at ${at}, which is not in the dump`);
      break;
    }
    const back = tryPointer(memory, entry + pointerSize, pointerSize);
    if (back !== previous) {
      problems.add(
        'broken-list',
        'PsLoadedModuleList',
        null,
        `the entry at ${at} does not point back to its predecessor`,
      );
    }
    const base = tryPointer(memory, entry + layout.base, pointerSize);
    const size = view.getUint32(layout.size, true);
    if (base === null || base === 0 || (base & 0xfff) !== 0 || size === 0 || size > 0x40000000) {
      stop(`the entry at ${at} is no module`);
      break;
    }
    const path = readUnicodeString(memory, entry + layout.fullName, pointerSize);
    const name = readUnicodeString(memory, entry + layout.baseName, pointerSize);
    const imageName = name ? name : path ? baseName(path) : `image_${at.slice(2)}`;
    const facts = readImageFacts(memory, base, size);
    modules.push({
      name: names.unique(modules.length === 0 && !name ? 'nt' : kernelModuleName(imageName), base),
      imageName,
      path: path ? path : null,
      base,
      size,
      timestamp: facts.timestamp,
      checksum: facts.checksum ?? view.getUint32(layout.checksum, true),
      fileVersion: facts.fileVersion,
      productVersion: facts.productVersion,
      pdb: facts.pdb,
      buildId: null,
      space: 'kernel',
    });
    if (modules.length >= MOST_MODULES) {
      stop('the module list does not end');
      break;
    }
    previous = entry;
    const next = tryPointer(memory, entry, pointerSize);
    if (next === null) {
      stop(`the entry at ${at} has no valid successor`);
      break;
    }
    entry = next;
  }
  if (entry === head && modules.length === 0) stop('the module list is empty, as no running system has it');
  return modules;
}

/** The drivers of a triage dump; images that its data blocks hold tell their version and PDB. */
export function triageModules(triage: TriageDump, memory: MemorySpace, problems: Problems): Module[] {
  const names = new ModuleNames();
  const modules: Module[] = [];
  for (const driver of triage.drivers) {
    const base = toAddress(driver.base);
    if (base === null) {
      problems.add(
        'bad-value',
        'DUMP_DRIVER_ENTRY',
        null,
        `a driver's base 0x${driver.base.toString(16)} is no address`,
      );
      continue;
    }
    const imageName = driver.name === null ? '' : baseName(driver.name);
    const facts = readImageFacts(memory, base, driver.size);
    modules.push({
      name: names.unique(imageName ? kernelModuleName(imageName) : '', base),
      imageName: imageName || 'unknown',
      path: driver.name !== null && driver.name !== imageName ? driver.name : null,
      base,
      size: driver.size,
      timestamp: driver.timestamp,
      checksum: driver.checksum,
      fileVersion: facts.fileVersion,
      productVersion: facts.productVersion,
      pdb: facts.pdb,
      buildId: null,
      space: 'kernel',
    });
  }
  return modules;
}

/** The kernel keeps the last 50 (MI_UNLOADED_DRIVERS); every known version has this many slots. */
const UNLOADED_SLOTS = 50;

/** Unloaded drivers from MmUnloadedDrivers, latest first; null when the array is not in the dump. */
export function readUnloadedDrivers(
  memory: MemorySpace,
  variable: Address,
  lastVariable: Address,
  pointerSize: 4 | 8,
): UnloadedModule[] | null {
  const array = tryPointer(memory, variable, pointerSize);
  if (array === null) return null;
  if (array === 0) return [];
  const size = pointerSize === 8 ? 0x28 : 0x18;
  const next = tryU32(memory, lastVariable) ?? 0;
  const modules: UnloadedModule[] = [];
  let readable = 0;
  for (let step = 1; step <= UNLOADED_SLOTS; step++) {
    const slot = (((next - step) % UNLOADED_SLOTS) + UNLOADED_SLOTS) % UNLOADED_SLOTS;
    const at = array + slot * size;
    const base = tryPointer(memory, at + 2 * pointerSize, pointerSize);
    const end = tryPointer(memory, at + 3 * pointerSize, pointerSize);
    if (base === null || end === null) continue;
    readable++;
    const name = readUnicodeString(memory, at, pointerSize);
    if (base === 0 || end <= base || name === null) continue;
    modules.push({ name, base, size: end - base, timestamp: null, checksum: null });
  }
  return readable > 0 ? modules : null;
}

/** Unloaded drivers of a triage dump's list. */
export function triageUnloadedModules(triage: TriageDump): UnloadedModule[] {
  return (triage.unloadedDrivers ?? []).flatMap(({ name, start, end }) => {
    const base = toAddress(start);
    return base === null || end <= start || end - start > 0x40000000n
      ? []
      : [{ name, base, size: Number(end - start), timestamp: null, checksum: null }];
  });
}
