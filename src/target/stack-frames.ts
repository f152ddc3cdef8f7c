import { viewOf } from '../bytes/source.ts';
import type { RawFrame } from '../machine/unwind.ts';
import { type Address, toUnsigned } from '../memory/space.ts';
import type { StackEnvironment } from './stack-environment.ts';
import type { StackFrame } from './stack-frame.ts';
import type { ModuleCode } from './stack-modules.ts';

/** The name that covers an RVA, and whether it came from an export table. */
export interface CodeName {
  readonly name: string;
  /** Bytes from the function's start to the asked RVA, as debuggers print them: OMAP undone. */
  readonly offset: number;
  readonly fromExports: boolean;
}

/** The function that holds `rva`; null when nothing is known, or when the nearest name is proved to be another function's. */
export function nameAt(code: ModuleCode, rva: number): CodeName | null {
  const symbol = code.table?.at(rva);
  if (symbol && !(code.table?.finder === 'exports' && isOtherFunction(code, symbol.rva, rva))) {
    // Names of a file whose identity was not proved are marked wherever they go.
    const name = code.table?.mismatched ? `${symbol.name}[mismatched]` : symbol.name;
    return { name, offset: symbol.displacement ?? rva - symbol.rva, fromExports: code.table?.finder === 'exports' };
  }
  const found = code.exportAt(rva);
  if (!found || found.name === null || isOtherFunction(code, found.rva, rva)) return null;
  return { name: found.name, offset: rva - found.rva, fromExports: true };
}

/**
 * Whether unwind data tells that the function at `rva` begins behind a symbol before it, so that its name is another's.
 * Parts of a function that were moved away or chained (UNW_FLAG_CHAININFO) count as the function that they belong to.
 */
export function isOtherFunction(code: ModuleCode, symbol: number, rva: number): boolean {
  const entry = code.functions?.find(rva);
  if (!entry || entry === 'missing' || entry.begin <= symbol) return false;
  return rootOf(code, entry) > symbol;
}

const UNW_FLAG_CHAININFO = 4;
const MOST_CHAIN = 32;

/** Where the function of an x64 entry begins, its chain followed; of other processors where the entry does. */
function rootOf(code: ModuleCode, entry: { readonly begin: number; readonly unwind: number }): number {
  let { begin, unwind } = entry;
  if (code.functions?.entrySize !== 12) return begin;
  for (let link = 0; link < MOST_CHAIN; link++) {
    // Bit 0 set: the field is not UNWIND_INFO but the entry that this one repeats (old linkers).
    const isEntry = (unwind & 1) !== 0;
    const header = isEntry ? null : code.read(unwind, 4);
    if (header && (header.length < 4 || ((header[0]! >> 3) & UNW_FLAG_CHAININFO) === 0)) return begin;
    const at = header ? unwind + 4 + ((header[2]! + 1) & ~1) * 2 : unwind & ~1;
    const chained = code.read(at, 12);
    if (chained.length < 12) return begin;
    const view = viewOf(chained);
    begin = view.getUint32(0, true);
    unwind = view.getUint32(8, true);
  }
  return begin;
}

/** Frames as plain data: each physical frame, with the inlined calls at its address above it. `doubt` speaks against it. */
export function describeFrames(
  raw: RawFrame,
  environment: StackEnvironment,
  doubt: string | null = null,
): StackFrame[] {
  const { ip } = raw;
  // A return address belongs to the call before it, which may be the last instruction of its function.
  const lookup: Address = raw.isReturnAddress ? ip - 1 : ip;
  const code = environment.codeAt(lookup);
  const rva = code ? lookup - code.start : 0;
  const name = code && nameAt(code, rva);
  const unloaded = code ? null : environment.modules.unloadedAt(lookup);
  // One literal, no spread: this is made for every frame of every thread.
  const bare: StackFrame = {
    address: toUnsigned(ip),
    stackPointer: toUnsigned(raw.sp),
    framePointer: raw.fp === null ? null : toUnsigned(raw.fp),
    module: code?.module.name ?? null,
    function: name?.name ?? null,
    offset: code ? BigInt(ip - lookup + (name?.offset ?? rva)) : unloaded ? toUnsigned(ip - unloaded.base) : null,
    source: code?.table?.lineAt(rva) ?? null,
    inline: false,
    trust: raw.trust,
    trapFrame: raw.trapFrame === null ? null : toUnsigned(raw.trapFrame),
    unloadedModule: unloaded?.name ?? null,
  };
  const notes = [raw.note, doubt].filter((note) => note !== null);
  const physical =
    notes.length === 0 ? bare : { ...bare, note: notes.join('; '), ...(doubt === null ? {} : { isDoubtful: true }) };
  if (!code?.table) return [physical];
  const inlined = code.table.inlinesAt(rva).map(
    (site): StackFrame => ({
      ...physical,
      function: site.name,
      offset: null,
      source: site.line,
      inline: true,
      trapFrame: null,
    }),
  );
  return [...inlined, physical];
}
