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

/** Whether unwind data tells that a function begins between an export and `rva`, so that the export is another's name. */
function isOtherFunction(code: ModuleCode, exported: number, rva: number): boolean {
  const entry = code.functions?.find(rva);
  return Boolean(
    entry && entry !== 'missing' && entry.begin > exported && !isContinuation(code, entry.begin, exported),
  );
}

/** Whether the functions between an export and `begin` are parts that chain to it; only neighbours are looked at. */
function isContinuation(code: ModuleCode, begin: number, from: number): boolean {
  let at = begin;
  for (let step = 0; step < 8 && at > from; step++) {
    const entry = code.functions?.find(at);
    if (!entry || entry === 'missing' || code.functions?.entrySize !== 12) return false;
    const header = code.read(entry.unwind & ~1, 4);
    if ((entry.unwind & 1) === 0 && (header.length < 4 || ((header[0]! >> 3) & 4) === 0)) return entry.begin === from;
    at = entry.begin - 1;
  }
  return code.functions !== null && at <= from;
}

/** Frames as plain data: each physical frame, with the inlined calls at its address above it. */
export function describeFrames(raw: RawFrame, environment: StackEnvironment): StackFrame[] {
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
  const physical = raw.note === null ? bare : { ...bare, note: raw.note };
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
