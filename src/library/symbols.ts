import { SymbolError, UsageError } from '../bytes/errors.ts';
import { nearestName } from '../debugger/nearest-name.ts';
import type { Session } from '../debugger/session.ts';
import { symbolNamesOf } from '../debugger/symbol-names.ts';
import { findType, nearestType } from '../debugger/type-search.ts';
import { wildcard } from '../debugger/wildcard.ts';
import { toUnsigned } from '../memory/space.ts';
import type { Finder, SymbolInfo, SymbolTable } from '../symbols/symbol-table.ts';
import type { Type } from '../symbols/type.ts';
import type { Module } from '../target/target.ts';

/** A name of a module with its place. */
export interface DumpSymbol {
  /** `nt!KeBugCheckEx`. */
  readonly name: string;
  readonly module: string;
  readonly address: bigint;
  /** In bytes, 0 where the symbols do not say. */
  readonly size: number;
  readonly kind: SymbolInfo['kind'];
  /** In C++ words; null where the symbols do not say. */
  readonly type: string | null;
}

/** Where the names of a module come from. */
export interface SymbolSource {
  /** `exports` names only what other modules may call, and has no types; null where nothing was found. */
  readonly finder: Finder | null;
  /** The file, or `dump`; null where nothing was found. */
  readonly origin: string | null;
  /** The file does not belong to this module: `--force-symbols`. */
  readonly mismatched: boolean;
  readonly hasTypes: boolean;
  /** For people: where it was found, or what was tried. */
  readonly note: string;
}

/** Symbols that one pattern finds at most. */
const MOST_SYMBOLS = 200_000;

/** A loaded module by its debugger's name or file name; throws UsageError with the nearest name. */
export function moduleOf(session: Session, name: string): Module {
  const found = session.moduleNamed(name);
  if (found) return found;
  const near = nearestName(
    name,
    session.target.modules.map((module) => module.name),
  );
  throw new UsageError('module', `no module '${name}' is loaded${near === null ? '' : `; did you mean ${near}?`}`);
}

export async function symbolSourceOf(session: Session, name: string): Promise<SymbolSource> {
  const module = moduleOf(session, name);
  const table = await session.needSymbols(module);
  return {
    finder: table?.finder ?? null,
    origin: table?.origin ?? null,
    mismatched: table?.mismatched ?? false,
    hasTypes: (table?.types ?? null) !== null,
    note: session.symbolsOf(module)?.note ?? '',
  };
}

/** A symbol by `module!name`; throws UsageError with the nearest name, SymbolError where the module has no symbols. */
export async function symbolNamed(session: Session, written: string): Promise<DumpSymbol> {
  const { module, name, table } = await namesOf(session, written);
  const found = table.find(name);
  if (found) return describe(module, table, found);
  const near = nearestName(name, symbolNamesOf(table));
  const hint = near === null ? '' : `; did you mean ${module.name}!${near}?`;
  throw new UsageError('symbol', `${module.name} has no symbol '${name}'${hint}${onlyExports(table, module)}`);
}

/** The symbols of one module that match the debugger's wildcards, by address. */
export async function symbolsLike(session: Session, pattern: string): Promise<readonly DumpSymbol[]> {
  const { module, name, table } = await namesOf(session, pattern);
  const matches = wildcard(name === '' ? '*' : name);
  const found: DumpSymbol[] = [];
  for (const symbol of table.symbols()) {
    if (symbol.kind === 'constant' || !matches.test(symbol.name)) continue;
    if (found.length >= MOST_SYMBOLS)
      throw new UsageError('symbols', `more than ${MOST_SYMBOLS} symbols match '${pattern}'`);
    found.push(describe(module, table, symbol));
  }
  return found.sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

/** A type by `module!name` or name; throws UsageError with the nearest name, SymbolError where there are no types. */
export async function typeNamed(session: Session, written: string): Promise<Type> {
  const bang = written.indexOf('!');
  const qualifier = bang < 0 ? null : written.slice(0, bang);
  const name = bang < 0 ? written : written.slice(bang + 1);
  const found = await findType(session, qualifier, name);
  if (found) return found.type;
  const near = nearestType(session, qualifier, name);
  if (near === null && qualifier !== null) {
    // `nt` of a process is ntdll.
    const module = session.moduleNamed(qualifier) ?? (qualifier === 'nt' ? session.moduleNamed('ntdll') : null);
    const { name: known } = module ?? moduleOf(session, qualifier);
    const source = await symbolSourceOf(session, known);
    if (!source.hasTypes) throw new SymbolError(known, `no types, so no '${name}': ${source.note}`);
  }
  throw new UsageError('type', `there is no type '${written}'${near === null ? '' : `; did you mean ${near}?`}`);
}

async function namesOf(session: Session, written: string) {
  const bang = written.indexOf('!');
  if (bang < 1) throw new UsageError('symbol', `'${written}' needs its module, as in nt!KeBugCheckEx`);
  const module = moduleOf(session, written.slice(0, bang));
  const table = await session.needSymbols(module);
  if (!table) throw new SymbolError(module.name, session.symbolsOf(module)?.note ?? 'none were found');
  return { module, table, name: written.slice(bang + 1) };
}

function describe(module: Module, table: SymbolTable, symbol: SymbolInfo): DumpSymbol {
  return {
    name: `${module.name}!${symbol.name}`,
    module: module.name,
    address: toUnsigned(module.base) + BigInt(symbol.rva),
    size: symbol.size,
    kind: symbol.kind,
    type: table.typeNameOf?.(symbol) ?? null,
  };
}

function onlyExports(table: SymbolTable, module: Module): string {
  return table.finder === 'exports' ? ` (only the exports of ${module.name} are known; give its PDB with symbols)` : '';
}
