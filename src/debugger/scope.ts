import { readAvailable, toUnsigned, tryU8, tryU16, tryU32, tryU64 } from '../memory/space.ts';
import type { Module } from '../target/target.ts';
import { type ExpressionScope, expressionValue } from './expression.ts';
import { type Expression, parseWhole } from './expression-syntax.ts';
import { Need, withNeeds } from './need.ts';
import { entryPointOf, pseudoValue } from './pseudo-registers.ts';
import { registerPart } from './register-part.ts';
import type { Session } from './session.ts';

/** Asks for the symbols of a module, for the evaluation to begin again with them. */
export function needsSymbols(session: Session, module: Module): Need {
  return new Need(module.name, () => session.needSymbols(module));
}

/** What expressions may ask of this session. */
export function scopeOf(session: Session): ExpressionScope {
  return {
    radix: session.radix,
    pointerSize: session.pointerSize,
    register: (name) => registerValue(session, name.toLowerCase()),
    symbol: (name) => symbolValue(session, name),
    sourceLine: (text) => lineAddress(session, text),
    read(value, size, physical) {
      const space = physical ? session.target.physicalMemory : session.memory;
      const at = session.address(value);
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
    entryPoint: (base) => entryPointOf(session, base),
    cpp: (text) => session.evaluateCpp?.(text) ?? null,
  };
}

function registerValue(session: Session, name: string): bigint | null {
  const registers = session.context?.registers;
  const direct = registers ? registerPart(registers, name) : null;
  if (direct !== null) return direct;
  return name.startsWith('$') ? pseudoValue(session, name) : null;
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

/** `mod!name`, `mod`, or a bare name in modules whose symbols are loaded, the current one first. */
function symbolValue(session: Session, text: string): bigint | null {
  const bang = text.indexOf('!');
  if (bang > 0) {
    const module = session.moduleNamed(text.slice(0, bang));
    return module ? inModule(session, module, text.slice(bang + 1), true) : null;
  }
  const name = bang === 0 ? text.slice(1) : text;
  if (bang < 0) {
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

/** Evaluates a parsed expression, loading the symbols it turns out to need. */
export async function expressionIn(session: Session, expression: Expression): Promise<bigint> {
  return withNeeds(() => expressionValue(expression, scopeOf(session)));
}

/** Evaluates a whole expression's text. */
export async function evaluateIn(session: Session, text: string): Promise<bigint> {
  return expressionIn(session, parseWhole(text, session.radix));
}
