import { readAvailable, toUnsigned, tryU8, tryU16, tryU32, tryU64 } from '../memory/space.ts';
import { isUserMode, type Module } from '../target/target.ts';
import { type ExpressionScope, expressionValue, signExtended } from './expression.ts';
import { type Expression, parseWhole } from './expression-syntax.ts';
import { localAddress } from './local-address.ts';
import { nearestName } from './nearest-name.ts';
import { Need, withNeeds } from './need.ts';
import { physicalAddress } from './physical-memory.ts';
import { entryPointOf, PSEUDO_REGISTERS, pseudoAbsence, pseudoValue } from './pseudo-registers.ts';
import { isRegisterName, registerPart } from './register-part.ts';
import type { Session } from './session.ts';
import { specialRegister } from './special-registers.ts';
import { symbolNamesOf } from './symbol-names.ts';

/** Asks for the symbols of a module, for the evaluation to begin again with them. */
export function needsSymbols(session: Session, module: Module): Need {
  return new Need(module.name, () => session.needSymbols(module));
}

/** What expressions may ask of this session. */
export function scopeOf(session: Session): ExpressionScope {
  // The debugger holds addresses of 32 bits with their sign extended, so that they compare with each other.
  const wide = (value: bigint | null) =>
    session.pointerSize === 4 && value !== null && value <= 0xffffffffn ? signExtended(value) : value;
  return {
    reading: session.reading,
    pointerSize: session.pointerSize,
    kernel: session.theCase.target !== null && !isUserMode(session.theCase.target),
    register(written) {
      const name = written.toLowerCase();
      const value = registerValue(session, name);
      if (name.startsWith('$')) return ADDRESSES.has(name) ? wide(value) : value;
      return value !== null && NARROW.test(name) ? signExtended(value) : value;
    },
    absence: (name) => registerAbsence(session, name.toLowerCase()),
    symbol: (name) => wide(symbolValue(session, name)),
    sourceLine: (text) => wide(lineAddress(session, text)),
    returnType: (address) => returnTypeAt(session, address),
    nearest: (name, register) => (register ? nearestRegister(session, name) : nearestSymbol(session, name)),
    read(value, size, physical) {
      const space = physical ? session.target.physicalMemory : session.memory;
      const at = physical ? physicalAddress(value) : session.address(value);
      if (!space || at === null) return null;
      if (size === 8) return tryU64(space, at);
      const read = size === 1 ? tryU8(space, at) : size === 2 ? tryU16(space, at) : tryU32(space, at);
      return read === null ? null : BigInt(read);
    },
    readable(value, length) {
      const at = session.address(value);
      if (at === null) return 0n;
      return BigInt(readAvailable(session.memory, at, Number(length > 0x1000000n ? 0x1000000n : length)).length);
    },
    entryPoint: (base) => wide(entryPointOf(session, session.pointerSize === 4 ? base & 0xffffffffn : base)),
    cpp: (text) => session.evaluateCpp?.(text) ?? null,
  };
}

/** Registers of 32 bits and 32-bit parts: their sign is extended in every mode (Microsoft Learn, "Sign Extension"). */
const NARROW = /^(?:e(?:[a-d]x|[sd]i|[sbi]p)|r\d{1,2}d)$/;
/** Pseudo-registers that hold addresses. */
const ADDRESSES: ReadonlySet<string> = new Set([
  '$ip',
  '$scopeip',
  '$eventip',
  '$exentry',
  '$csp',
  '$ra',
  '$retreg',
  '$argreg',
  '$ea',
  '$pcr',
  '$pcrb',
  '$teb',
  '$peb',
  '$thread',
  '$proc',
]);

/** A register or pseudo-register by its lower-case name with its own bits, no sign extended; null for none. */
export function registerValue(session: Session, name: string): bigint | null {
  if (name.startsWith('$')) return pseudoValue(session, name);
  const registers = session.context?.registers;
  return (registers && registerPart(registers, name)) ?? specialRegister(session, name);
}

/** Why a register or pseudo-register that exists has no value; null where it does not exist. */
export function registerAbsence(session: Session, name: string): string | null {
  if (name.startsWith('$')) return pseudoAbsence(session, name);
  return isRegisterName(name, session.architecture) && registerValue(session, name) === null
    ? 'it is not in this dump'
    : null;
}

/** The address of `module!file:line`, `file:line` or `:line` (of the file that the current code comes from). */
function lineAddress(session: Session, text: string): bigint | null {
  const parts = /^(?:([^!]*)!)?(.*?)(?::(0x[0-9a-f]+|0n\d+|\d+))?$/i.exec(text.trim());
  if (!parts) return null;
  const [, name, file = '', number] = parts;
  const line = number === undefined ? 1 : Number(number.replace(/^0n/i, ''));
  const ip = session.context?.ip;
  const here = ip == null ? null : session.moduleAt(toUnsigned(ip));
  const named = name ? session.moduleNamed(name) : null;
  if (name && !named) return null;
  const modules = named ? [named] : [...new Set([...(here ? [here] : []), ...session.theCase.symbols.keys()])];
  for (const module of modules) {
    const loaded = session.symbolsOf(module);
    if (!loaded && (module === named || module === here)) throw needsSymbols(session, module);
    const table = loaded?.table;
    const path = file !== '' ? file : ip == null ? null : (table?.lineAt(ip - module.base)?.file ?? null);
    const place = path === null ? null : table?.placesOfLine?.(path, line)[0];
    if (place) return toUnsigned(module.base) + BigInt(place.rva);
  }
  return null;
}

/** A local variable's place, `mod!name`, `mod`, or a bare name in modules whose symbols are loaded, the current one first. */
function symbolValue(session: Session, text: string): bigint | null {
  const bang = text.indexOf('!');
  if (bang > 0) {
    const module = session.moduleNamed(text.slice(0, bang));
    return module ? inModule(session, module, text.slice(bang + 1), true) : null;
  }
  const name = bang === 0 ? text.slice(1) : text;
  if (bang < 0) {
    const local = localAddress(session, name);
    if (local !== null) return local;
    const module = session.moduleNamed(name);
    if (module) return toUnsigned(module.base);
  }
  const here = session.context?.ip == null ? null : session.moduleAt(toUnsigned(session.context.ip));
  if (here) {
    const found = inModule(session, here, name, true);
    if (found !== null) return found;
  }
  for (const module of session.theCase.symbols.keys()) {
    const found = inModule(session, module, name, false);
    if (found !== null) return found;
  }
  return null;
}

function inModule(session: Session, module: Module, name: string, load: boolean): bigint | null {
  const loaded = session.symbolsOf(module);
  if (!loaded) {
    if (load) throw needsSymbols(session, module);
    return null;
  }
  const symbol = loaded.table?.find(name);
  return symbol ? toUnsigned(module.base) + BigInt(symbol.rva) : null;
}

/** What the function that begins or lies at an address returns, from private symbols; null where they do not tell. */
function returnTypeAt(session: Session, address: bigint): string | null {
  const at = session.address(address);
  const module = at === null ? null : session.moduleAt(toUnsigned(at));
  if (at === null || !module) return null;
  const loaded = session.symbolsOf(module);
  if (!loaded) throw needsSymbols(session, module);
  const symbol = loaded.table?.at(at - module.base);
  const type = symbol?.kind === 'function' ? loaded.table?.typeNameOf?.(symbol) : null;
  return type ? (/^(.*?)\s*(?:__\w+\s*)?\(/.exec(type)?.[1]?.trim() ?? null) : null;
}

/** The register or pseudo-register nearest to a name, with its `@`; null when none is near. */
export function nearestRegister(session: Session, name: string): string | null {
  const near = nearestName(name.toLowerCase(), [...(session.context?.registers.keys() ?? []), ...PSEUDO_REGISTERS]);
  return near === null ? null : `@${near}`;
}

/** A symbol of the named module where its names are loaded, a module, or a symbol of the code at hand. */
function nearestSymbol(session: Session, text: string): string | null {
  const bang = text.indexOf('!');
  const { modules } = session.target;
  if (bang > 0) {
    const module = session.moduleNamed(text.slice(0, bang));
    if (!module) {
      const names = modules.map(({ name }) => name);
      const near = nearestName(text.slice(0, bang), names);
      return near === null ? null : `${near}${text.slice(bang)}`;
    }
    const near = nearestName(text.slice(bang + 1), symbolNames(session, module));
    return near === null ? null : `${module.name}!${near}`;
  }
  const ip = session.context?.ip;
  const here = ip == null ? null : session.moduleAt(toUnsigned(ip));
  return nearestName(text, [...(here ? symbolNames(session, here) : []), ...modules.map(({ name }) => name)]);
}

function symbolNames(session: Session, module: Module): readonly string[] {
  const table = session.symbolsOf(module)?.table;
  return table ? symbolNamesOf(table) : [];
}

/** The 64-bit value of a parsed expression as MASM has it, loading the symbols it turns out to need. */
export async function wideExpressionIn(session: Session, expression: Expression): Promise<bigint> {
  return withNeeds(() => expressionValue(expression, scopeOf(session)));
}

/**
 * Evaluates a parsed expression for a command's argument: on a 32-bit target a value that is a 32-bit one with its sign
 * extended is given back with 32 bits, as addresses of such targets are written.
 */
export async function expressionIn(session: Session, expression: Expression): Promise<bigint> {
  const value = await wideExpressionIn(session, expression);
  return session.pointerSize === 4 && value >= 0xffffffff80000000n ? value & 0xffffffffn : value;
}

/** Evaluates a whole expression's text. */
export async function evaluateIn(session: Session, text: string): Promise<bigint> {
  return expressionIn(session, parseWhole(text, session.reading));
}
