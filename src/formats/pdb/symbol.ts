/** The fields of parsed CodeView symbols by kind (cvinfo.h); `is` tells the kinds apart. */

/** Code or data at an offset of a section, 1-based. */
interface Placed {
  readonly section: number;
  readonly offset: number;
}

/** S_GPROC32 and its family: code from `section:offset`, `size` bytes long. */
export interface ProcedureSymbol extends Placed {
  readonly is: 'procedure';
  readonly name: string;
  readonly size: number;
  readonly isGlobal: boolean;
  /** Index into TPI, or into IPI for the `_ID` kinds. */
  readonly type: number;
  readonly isId: boolean;
  readonly parent: number;
  readonly end: number;
  readonly debugStart: number;
  readonly debugEnd: number;
  /** CV_PROCFLAGS. */
  readonly flags: number;
}
export interface PublicSymbol extends Placed {
  readonly is: 'public';
  readonly name: string;
  /** Bit 0 code, 1 function, 2 managed code, 3 MSIL. */
  readonly flags: number;
}
export interface DataSymbol extends Placed {
  readonly is: 'data';
  readonly name: string;
  readonly type: number;
  readonly isGlobal: boolean;
  readonly isThreadLocal: boolean;
}
export interface ThunkSymbol extends Placed {
  readonly is: 'thunk';
  readonly name: string;
  readonly size: number;
  readonly ordinal: number;
  readonly end: number;
}
export interface LabelSymbol extends Placed {
  readonly is: 'label';
  readonly name: string;
  readonly flags: number;
}
export interface BlockSymbol extends Placed {
  readonly is: 'block';
  readonly name: string;
  readonly size: number;
  readonly parent: number;
  readonly end: number;
}
/** S_SEPCODE: code of a procedure that stands apart from it. */
export interface SeparatedCodeSymbol extends Placed {
  readonly is: 'separated-code';
  readonly size: number;
  readonly parentSection: number;
  readonly parentOffset: number;
  readonly parent: number;
  readonly end: number;
}
export interface InlineSiteSymbol {
  readonly is: 'inline-site';
  /** IPI index of the function that was inlined. */
  readonly inlinee: number;
  readonly parent: number;
  readonly end: number;
  readonly annotations: Uint8Array;
}
export interface LocalSymbol {
  readonly is: 'local';
  readonly name: string;
  readonly type: number;
  /** CV_LVARFLAGS; bit 0 parameter. */
  readonly flags: number;
}
/** S_DEFRANGE_...: where the S_LOCAL before it is, within a range of code. */
export interface DefinitionRangeSymbol {
  readonly is: 'definition-range';
  /** In a register, in memory at a register plus `offset`, or at the frame's base (S_FRAMEPROC) plus `offset`. */
  readonly place: 'register' | 'memory' | 'frame';
  readonly register: number | null;
  readonly offset: number;
  /** Bytes into the variable that this piece of it holds; null when it is the whole. */
  readonly part: number | null;
  /** Null for the whole procedure. Gaps count from the range's start. */
  readonly range:
    | (Placed & { readonly size: number; readonly gaps: readonly { readonly start: number; readonly size: number }[] })
    | null;
}
/** S_REGREL32, S_BPREL32: a variable at a register plus `offset`. */
export interface RegisterRelativeSymbol {
  readonly is: 'register-relative';
  readonly name: string;
  readonly type: number;
  readonly offset: number;
  /** CV_HREG_e number; null for the frame pointer of S_BPREL32. */
  readonly register: number | null;
}
export interface RegisterSymbol {
  readonly is: 'register';
  readonly name: string;
  readonly type: number;
  readonly register: number;
}
export interface ConstantSymbol {
  readonly is: 'constant';
  readonly name: string;
  readonly type: number;
  readonly value: bigint | number | null;
}
export interface UdtSymbol {
  readonly is: 'udt';
  readonly name: string;
  readonly type: number;
}
/** S_PROCREF, S_LPROCREF, S_DATAREF: a name in the globals that stands for a symbol of a module. */
export interface ReferenceSymbol {
  readonly is: 'reference';
  readonly name: string;
  readonly of: 'procedure' | 'data' | 'annotation';
  /** 1-based module. */
  readonly module: number;
  /** Offset of the symbol in the module's stream. */
  readonly symbolOffset: number;
}
export interface FrameProcSymbol {
  readonly is: 'frame-procedure';
  readonly frameSize: number;
  readonly paddingSize: number;
  readonly paddingOffset: number;
  readonly savedRegistersSize: number;
  readonly handlerOffset: number;
  readonly handlerSection: number;
  readonly flags: number;
}
export interface CompileSymbol {
  readonly is: 'compile';
  readonly language: number;
  readonly machine: number;
  readonly version: string;
  readonly frontEnd: string;
  readonly backEnd: string;
}
export interface ObjectNameSymbol {
  readonly is: 'object-name';
  readonly name: string;
  readonly signature: number;
}
export interface SectionSymbol {
  readonly is: 'section';
  readonly name: string;
  readonly section: number;
  readonly rva: number;
  readonly size: number;
  readonly characteristics: number;
}
export interface CoffGroupSymbol extends Placed {
  readonly is: 'coff-group';
  readonly name: string;
  readonly size: number;
  readonly characteristics: number;
}
export interface ExportSymbol {
  readonly is: 'export';
  readonly name: string;
  readonly ordinal: number;
  readonly flags: number;
}
export interface TrampolineSymbol extends Placed {
  readonly is: 'trampoline';
  readonly size: number;
  /** 0 incremental link, 1 branch island. */
  readonly type: number;
  readonly targetSection: number;
  readonly targetOffset: number;
}
export interface BuildInfoSymbol {
  readonly is: 'build-info';
  /** IPI index of an LF_BUILDINFO. */
  readonly id: number;
}
export interface NamespaceSymbol {
  readonly is: 'namespace';
  readonly name: string;
}
export interface EnvironmentSymbol {
  readonly is: 'environment';
  /** Alternating keys and values. */
  readonly strings: readonly string[];
}
export interface FileStaticSymbol {
  readonly is: 'file-static';
  readonly name: string;
  readonly type: number;
  readonly flags: number;
}
/** Any kind that needs no fields here, or that is not known: only the raw record speaks. */
export interface OtherSymbol {
  readonly is: 'other';
}

export type ParsedSymbol =
  | ProcedureSymbol
  | PublicSymbol
  | DataSymbol
  | ThunkSymbol
  | LabelSymbol
  | BlockSymbol
  | SeparatedCodeSymbol
  | InlineSiteSymbol
  | LocalSymbol
  | DefinitionRangeSymbol
  | RegisterRelativeSymbol
  | RegisterSymbol
  | ConstantSymbol
  | UdtSymbol
  | ReferenceSymbol
  | FrameProcSymbol
  | CompileSymbol
  | ObjectNameSymbol
  | SectionSymbol
  | CoffGroupSymbol
  | ExportSymbol
  | TrampolineSymbol
  | BuildInfoSymbol
  | NamespaceSymbol
  | EnvironmentSymbol
  | FileStaticSymbol
  | OtherSymbol;
