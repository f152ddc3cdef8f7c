import { lastStartingAt } from '../bytes/ranges.ts';
import type { Source } from '../bytes/source.ts';
import type { Architecture } from '../machine/context.ts';
import type { UnwindData, UnwindEnvironment } from '../machine/unwind.ts';
import { StackUnwinder } from '../machine/walk.ts';
import { type Address, readAvailable } from '../memory/space.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import type { WalkedStack } from './stack-frame.ts';
import { type ModuleCode, StackModules } from './stack-modules.ts';
import type { Module, Target, TargetThread } from './target.ts';

/** How names and images of modules are found: in what is loaded, never by loading more. */
export interface ModuleLookup {
  readonly symbols?: (module: Module) => SymbolTable | null;
  readonly images?: (module: Module) => Source | null;
}

const EXECUTABLE = 0xf0;
const MEM_COMMIT = 0x1000;
/** Frames that any dump may have, and the bytes of memory that each frame beyond them must have to itself. */
const FREE_FRAMES = 8192;
const BYTES_PER_FRAME = 16;
/** Physical frames of one stack. */
export const MOST_FRAMES = 1024;
/** A name further below an address than this is hardly its function's. */
const MOST_FUNCTION = 0x10000;

/** A target's code as unwinders ask for it. Kept per target; what was learnt is dropped when other symbols are loaded. */
export class StackEnvironment {
  readonly target: Target;
  readonly modules: StackModules;
  readonly #unwinders = new Map<Architecture, StackUnwinder>();
  readonly #regions: readonly { readonly start: Address; readonly end: Address; readonly executable: boolean }[] | null;
  #lookup: ModuleLookup = {};
  /** Stacks already walked with what is loaded now. */
  readonly walks = new Map<TargetThread, WalkedStack>();
  /** What speaks against frames, by return address: threads return to the same places again and again. */
  readonly doubts = new Map<Address, string | null>();
  readonly #spent = new Map<TargetThread, number>();
  #total = 0;

  constructor(target: Target, origin: StackEnvironment | null = null) {
    this.target = target;
    this.modules = new StackModules(target, origin?.modules ?? null);
    this.#regions =
      target.memoryRegions
        ?.map((region) => ({
          start: region.base,
          end: region.base + region.size,
          executable: region.state === MEM_COMMIT && (region.protection & EXECUTABLE) !== 0,
        }))
        .sort((a, b) => a.start - b.start) ?? null;
  }

  /** Takes over what is loaded now; rules made with less are forgotten. */
  use(lookup: ModuleLookup): void {
    this.#lookup = lookup;
    for (const code of this.modules.known) {
      if (
        code.table === (lookup.symbols?.(code.module) ?? null) &&
        code.source === (lookup.images?.(code.module) ?? null)
      ) {
        continue;
      }
      this.#unwinders.clear();
      this.walks.clear();
      this.doubts.clear();
      return;
    }
  }

  /**
   * How many frames a thread may have. Real stacks have memory of their own; a forged dump lets thousands of threads
   * share one, and their frames together must stay in proportion to the memory that is there.
   */
  framesLeft(thread: TargetThread): number {
    const left = FREE_FRAMES + this.target.memoryBytes / BYTES_PER_FRAME - this.#total;
    return Math.min(MOST_FRAMES, Math.max(1, Math.max(0, Math.floor(left)) + (this.#spent.get(thread) ?? 0)));
  }

  /** Notes the frames of a walk; of several walks of one thread the longest counts. */
  spend(thread: TargetThread, frames: number): void {
    const before = this.#spent.get(thread) ?? 0;
    if (frames <= before) return;
    this.#spent.set(thread, frames);
    this.#total += frames - before;
  }

  unwinder(architecture: Architecture): StackUnwinder {
    let unwinder = this.#unwinders.get(architecture);
    if (!unwinder) {
      unwinder = new StackUnwinder(architecture, this.#environment(architecture));
      this.#unwinders.set(architecture, unwinder);
    }
    return unwinder;
  }

  codeAt(address: Address): ModuleCode | null {
    const module = this.modules.moduleAt(address);
    return module && this.codeOf(module);
  }

  /** Bytes at an address, at most `length`: from the dump, else from the image on disk, relocated to where it was loaded. */
  bytesAt(address: Address, length: number): Uint8Array {
    const bytes = readAvailable(this.target.memory, address, length);
    if (bytes.length >= length) return bytes;
    const code = this.codeAt(address);
    const other = code?.source ? code.read(address - code.start, length) : bytes;
    return other.length > bytes.length ? other : bytes;
  }

  codeOf(module: Module): ModuleCode {
    return this.modules.codeOf(module, this.#lookup.symbols?.(module) ?? null, this.#lookup.images?.(module) ?? null);
  }

  /** The entry of the exception directory that covers an address: null for a leaf function, `unknown` without the table. */
  unwindDataAt(address: Address): UnwindData | null | 'unknown' {
    const code = this.codeAt(address);
    const table = code?.functions;
    if (!code || !table) return 'unknown';
    const entry = table.find(address - code.start);
    if (entry === 'missing') return 'unknown';
    return entry && unwindDataOf(code, entry);
  }

  #isCode(address: Address): boolean | null {
    const code = this.codeAt(address);
    if (code) return code.isCode(address - code.start);
    if (this.modules.unloadedAt(address)) return null;
    if (!this.#regions) return null;
    const region = this.#regions[lastStartingAt(this.#regions, address)];
    return region && address < region.end ? region.executable : null;
  }

  #environment(architecture: Architecture): UnwindEnvironment {
    const { memory, system } = this.target;
    const codeAt = (address: Address) => this.codeAt(address);
    return {
      memory,
      usesFramePointers: system.platform !== 'windows',
      code: (address, length) => this.bytesAt(address, length),
      unwindData: (address) => this.unwindDataAt(address),
      frameRecord(address) {
        const code = codeAt(address);
        const record = code?.table?.frameRecordAt(address - code.start);
        return code && record ? { base: code.start, record } : null;
      },
      module(address) {
        const code = codeAt(address);
        return code && { base: code.start, size: code.module.size, kernel: code.module.space === 'kernel' };
      },
      isCode: (address) => this.#isCode(address),
      functionStart(address) {
        const code = codeAt(address);
        if (!code) return null;
        const rva = address - code.start;
        const symbol = code.table?.at(rva);
        // Only a symbol with a size, or an exact hit, says where the function begins; the nearest name may be another's.
        if (symbol && (symbol.rva === rva || rva < symbol.rva + symbol.size)) return code.start + symbol.rva;
        return null;
      },
      nearestStart(address) {
        const code = codeAt(address);
        if (!code) return null;
        const rva = address - code.start;
        const start = code.table?.at(rva)?.rva ?? code.exportAt(rva)?.rva ?? null;
        return start === null || rva - start > MOST_FUNCTION ? null : code.start + start;
      },
      functionName(address) {
        const code = codeAt(address);
        if (!code) return null;
        const rva = address - code.start;
        return code.table?.at(rva)?.name ?? code.exportAt(rva)?.name ?? null;
      },
      poppedBytes(address) {
        if (architecture !== 'x86') return null;
        const code = codeAt(address);
        const decorated = code?.table?.at(address - code.start)?.decorated;
        const popped = decorated?.match(/^[_@].*@(\d{1,4})$/)?.[1];
        return popped === undefined ? null : Number(popped);
      },
    };
  }
}

function unwindDataOf(
  code: ModuleCode,
  entry: { readonly begin: number; readonly end: number; readonly unwind: number },
): UnwindData {
  return {
    imageBase: code.start,
    begin: entry.begin,
    end: entry.end,
    unwind: entry.unwind,
    read: (rva, length) => code.read(rva, length),
    entryAt(rva) {
      const found = code.functions?.find(rva);
      return found === 'missing' ? null : (found ?? null);
    },
  };
}
