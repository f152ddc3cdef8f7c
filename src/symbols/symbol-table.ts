import type { Type, TypeTable } from './type.ts';

export type Finder = 'pdb' | 'isf' | 'breakpad' | 'exports' | 'builtin';

export interface SymbolInfo {
  /** Undecorated for output: `KeWaitForSingleObject`, `CFoo::bar`. */
  readonly name: string;
  /** As the file holds it, when that differs. */
  readonly decorated: string | null;
  /** Offset from the module's base, in bytes, after OMAP translation. */
  readonly rva: number;
  /** In bytes, 0 when the file does not say. */
  readonly size: number;
  readonly kind: 'function' | 'public' | 'data' | 'label' | 'thunk' | 'export' | 'constant';
  /** Of a public symbol, in files that tell code from data; null where they tell of this one neither. */
  readonly isCode?: boolean | null;
  /**
   * Set by `at` where the file's OMAP scattered the code: bytes from the symbol's start to the asked address before it
   * was rearranged, which is what debuggers print. Elsewhere it is simply the asked address minus `rva`.
   */
  readonly displacement?: number;
}

export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** Inline call sites at an address, innermost first. `line` is the place in the inlined function. */
export interface InlineSite {
  readonly name: string;
  readonly line: SourceLine | null;
}

/** x86 FPO (DBI stream) or frame-data record that covers an address: how to find the caller without a frame pointer. */
export interface FrameRecord {
  readonly kind: 'fpo' | 'frame-data';
  readonly rva: number;
  readonly codeSize: number;
  readonly prologSize: number;
  /** Bytes of locals, parameters and saved registers. */
  readonly localsSize: number;
  readonly parametersSize: number;
  readonly savedRegistersSize: number;
  readonly usesBasePointer: boolean;
  readonly hasSeh: boolean;
  readonly hasEh: boolean;
  readonly isFunctionStart: boolean;
  /** FPO frame type: 0 FPO, 1 trap, 2 TSS, 3 non-FPO. Null for frame data. */
  readonly frameType: number | null;
  /** The frame-data program in postfix (`$T0 $ebp = $eip $T0 4 + ^ = ...`), null for FPO. */
  readonly program: string | null;
  readonly maxStackSize: number;
}

/**
 * Where a variable is. `register` of memory may be `vframe`, the virtual frame of x86 (`$T0` of the frame-data program).
 * The compiler may have several pieces of one variable in several places; `none` says why there is no place.
 */
export type VariablePlace =
  | { readonly kind: 'register'; readonly register: string }
  | { readonly kind: 'memory'; readonly register: string; readonly offset: number }
  | { readonly kind: 'static'; readonly rva: number }
  | { readonly kind: 'constant'; readonly value: bigint }
  | {
      readonly kind: 'pieces';
      readonly pieces: readonly { readonly offset: number; readonly place: VariablePlace }[];
    }
  | { readonly kind: 'none'; readonly reason: string };

/** A parameter or local variable of a function. */
export interface LocalVariable {
  readonly name: string;
  readonly isParameter: boolean;
  readonly type: Type;
  /** As debuggers print it: `struct Job *`. */
  readonly typeName: string;
  readonly place: VariablePlace;
}

/** The variables of one function: `inlined` names it where its code was inlined into another. */
export interface VariableScope {
  readonly inlined: string | null;
  readonly variables: readonly LocalVariable[];
}

/** The names of one module from one file. Lookups cost what they touch, not the size of the file. */
export interface SymbolTable {
  readonly finder: Finder;
  /** Where it was read: a path, or `dump`. */
  readonly origin: string;
  /** True when identity was not proved: every name from it must be marked. */
  readonly mismatched: boolean;
  /** The symbol at or nearest before `rva` that can contain it, or null. */
  at(rva: number): SymbolInfo | null;
  /** All symbols at exactly the address of `at(rva)`: aliases such as Nt and Zw. */
  aliases(rva: number): readonly SymbolInfo[];
  /** The symbol by its undecorated or decorated name, case-sensitive first, then insensitive; or null. */
  find(name: string): SymbolInfo | null;
  /** Symbols in no particular order, one by one; for wildcards. */
  symbols(): Iterable<SymbolInfo>;
  /** The names of `symbols()` alone, in any order, where the table can tell them at less cost. */
  names?(): Iterable<string>;
  lineAt(rva: number): SourceLine | null;
  inlinesAt(rva: number): readonly InlineSite[];
  frameRecordAt(rva: number): FrameRecord | null;
  readonly types: TypeTable | null;
  /** The type of a symbol that this table returned, in C++ words (`int (Shop*, int)`); null when the file does not say. */
  typeNameOf?(symbol: SymbolInfo): string | null;
  /** The same as a type, for reading the variable. */
  typeOf?(symbol: SymbolInfo): Type | null;
  /** The .natvis files that a linker put into the file; absent where the format has none. */
  visualizers?(): readonly { readonly name: string; readonly text: string }[];
  /**
   * Variables that are in scope at an address, innermost inlined function first, the function itself last; empty where
   * the file has no private symbols there.
   */
  variablesAt?(rva: number): readonly VariableScope[];
  /** RVAs where code of a source line begins, by the end of the file's path (`orders.c`); nearest later line when the line itself has none. */
  placesOfLine?(file: string, line: number): readonly SourcePlace[];
}

export interface SourcePlace extends SourceLine {
  readonly rva: number;
}
