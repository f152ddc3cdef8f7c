/** Every error that memoretics throws on purpose: a literal code and the facts a person needs to act. */
export type ErrorCode = 'format' | 'memory-fault' | 'symbol' | 'usage' | 'source';

export abstract class MemoreticsError extends Error {
  abstract readonly code: ErrorCode;
}

/** The bytes of `structure` at file or stream `offset` contradict its format. */
export class FormatError extends MemoreticsError {
  readonly code = 'format';
  readonly structure: string;
  readonly offset: number | null;
  constructor(structure: string, offset: number | null, message: string) {
    super(message);
    this.name = 'FormatError';
    this.structure = structure;
    this.offset = offset;
  }
}

/** Why an address cannot be read. */
export type Absence = 'not-mapped' | 'not-present' | 'paged-out' | 'not-in-dump';

/** Memory at `address` cannot be read; `level` names the page-table level that stopped a translation. */
export class MemoryFault extends MemoreticsError {
  readonly code = 'memory-fault';
  readonly address: bigint;
  readonly reason: Absence;
  readonly level: string | null;
  constructor(address: bigint, reason: Absence, level: string | null = null) {
    super(`cannot read memory at 0x${address.toString(16)}: ${reason}${level ? ` (${level})` : ''}`);
    this.name = 'MemoryFault';
    this.address = address;
    this.reason = reason;
    this.level = level;
  }
}

/** Symbols of `module` are missing, mismatched or damaged. */
export class SymbolError extends MemoreticsError {
  readonly code = 'symbol';
  readonly module: string;
  readonly reason: string;
  constructor(module: string, reason: string) {
    super(`symbols of ${module}: ${reason}`);
    this.name = 'SymbolError';
    this.module = module;
    this.reason = reason;
  }
}

/** A command was called wrongly; `position` is the 0-based column of the offending text, if there is one. */
export class UsageError extends MemoreticsError {
  readonly code = 'usage';
  readonly command: string;
  readonly position: number | null;
  constructor(command: string, message: string, position: number | null = null) {
    super(message);
    this.name = 'UsageError';
    this.command = command;
    this.position = position;
  }
}

/** A file or stream cannot be opened or read at all. */
export class SourceError extends MemoreticsError {
  readonly code = 'source';
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.name = 'SourceError';
    this.path = path;
  }
}
