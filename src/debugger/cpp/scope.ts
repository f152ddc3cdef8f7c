import type { Type } from '../../symbols/type.ts';
import type { Module } from '../../target/target.ts';
import { evaluate } from '../expression.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { Need, withNeeds } from '../need.ts';
import { needsSymbols, registerValue, scopeOf } from '../scope.ts';
import type { Session } from '../session.ts';
import { builtinTypes, typeModule, typeModules } from '../type-search.ts';
import { readNumber } from '../type-value.ts';
import { type FoundVariable, findGlobal, findLocal } from '../variable-search.ts';
import { type CppScope, cppValue, load } from './evaluate.ts';
import { parseCpp } from './syntax.ts';
import type { CppExpression } from './tree.ts';
import { cType, INT64, integer, pointerTo, type TypedValue, UINT, UINT64 } from './value.ts';

/** What pseudo-registers point to: members of `@$teb` and its kin can be named. */
const POINTED: Readonly<Record<string, readonly [user: string, kernel: string]>> = {
  $teb: ['_TEB', '_TEB'],
  $peb: ['_PEB', '_PEB'],
  $proc: ['_PEB', '_EPROCESS'],
  $thread: ['_TEB', '_ETHREAD'],
};

/** Types that `r?` gave to `$t0`..`$t19`, each with the value it was given for: `r` without `?` leaves plain numbers. */
const pseudoTypes = new WeakMap<Session, Map<string, { readonly type: Type; readonly value: bigint }>>();

/** Gives a `$t` register a value with a type. */
export function setTyped(session: Session, register: string, value: TypedValue): void {
  const types = pseudoTypes.get(session) ?? new Map<string, { readonly type: Type; readonly value: bigint }>();
  pseudoTypes.set(session, types);
  const lasting = value.bits ?? value.address ?? BigInt(Math.trunc(value.number ?? 0));
  // A structure lives on as a pointer to it.
  const type = value.bits === null && value.address !== null ? pointerTo(value.type, session.pointerSize) : value.type;
  types.set(register, { type: value.number === null ? type : INT64, value: lasting });
  session.pseudo.set(register, lasting);
}

/** Evaluates a C++ expression in a session, loading symbols that it turns out to need. */
export async function cppIn(session: Session, text: string): Promise<TypedValue> {
  return withNeeds(() => cppNow(session, text));
}

/** The number that `@@c++( )` stands for in a MASM expression; may throw a Need. */
export function cppNumber(session: Session, text: string): bigint {
  const value = cppNow(session, text);
  if (value.bits !== null) return signExtended(value);
  if (value.number !== null) return BigInt.asUintN(64, BigInt(Math.trunc(value.number)));
  if (value.address !== null) return value.address;
  throw new ExpressionError('the expression has no number', 0);
}

function signExtended({ type, bits }: TypedValue): bigint {
  const signed = type.kind === 'base' && (type.encoding === 'signed' || type.encoding === 'char');
  return signed ? BigInt.asUintN(64, BigInt.asIntN(type.size * 8, bits!)) : bits!;
}

function cppNow(session: Session, text: string): TypedValue {
  const scope = cppScope(session);
  const expression: CppExpression = parseCpp(text, (name) => cType(name) !== null || scope.type(name) !== null);
  return cppValue(expression, scope);
}

/** What C++ expressions may ask of a session; its answers may throw a Need. */
export function cppScope(session: Session): CppScope {
  return {
    pointerSize: session.pointerSize,
    type: (name) => typeNamed(session, name),
    variable: (name) => variable(session, name),
    register: (name) => register(session, name),
    read: (address, size) => readNumber(session, address, size),
    masm: (text) => evaluate(text, scopeOf(session)),
  };
}

/** A type by name, with or without module and leading underscore, where symbols are loaded; the built-in ones last. */
function typeNamed(session: Session, written: string): Type | null {
  const bang = written.indexOf('!');
  const name = bang < 0 ? written : written.slice(bang + 1);
  const named = bang < 0 ? null : typeModule(session, written.slice(0, bang));
  if (bang >= 0 && !named) return null;
  // Names that cannot be types are not worth loading symbols for.
  const wanted: readonly Module[] = named ? [named] : typeModules(session);
  for (const module of wanted) {
    const loaded = session.symbolsOf(module);
    if (!loaded) throw needsSymbols(session, module);
    const types = loaded.table?.types;
    const found = types?.type(name) ?? types?.type(`_${name}`) ?? null;
    if (found) return found;
  }
  return bang < 0 ? builtinTypes(session).type(name) : null;
}

/** Variables found so far, by session state: frame and context decide what a local name means. */
const found = new WeakMap<Session, { readonly key: unknown; readonly names: Map<string, FoundVariable | null> }>();

function variable(session: Session, written: string): TypedValue | null {
  const key = `${session.frame}:${session.context?.ip}:${session.context?.sp}:${session.theCase.symbols.size}`;
  let known = found.get(session);
  if (known?.key !== key) {
    known = { key, names: new Map() };
    found.set(session, known);
  }
  const { names } = known;
  if (!names.has(written)) {
    throw new Need(written, async () => {
      const bang = written.indexOf('!');
      const local = bang < 0 ? await findLocal(session, written) : null;
      const global = bang < 0 ? [null, written] : [written.slice(0, bang), written.slice(bang + 1)];
      const name = local ?? (await findGlobal(session, global[0]!, global[1]!));
      // Loading symbols changed the key; the answer holds for the state after it.
      const after = `${session.frame}:${session.context?.ip}:${session.context?.sp}:${session.theCase.symbols.size}`;
      if (after === key) names.set(written, name);
      else found.set(session, { key: after, names: new Map([...names, [written, name]]) });
    });
  }
  const one = names.get(written);
  if (!one) return functionNamed(session, written);
  if (one.address !== null) return load(one.type, one.address, cppScope(session), 0);
  return one.value === null ? null : integer(one.value, one.type);
}

/** A function or a name without a type: its address, as a pointer to nothing known. */
function functionNamed(session: Session, name: string): TypedValue | null {
  const address = scopeOf(session).symbol(name);
  if (address === null) return null;
  return integer(address, pointerTo({ kind: 'function', name: 'void ()', size: 0 }, session.pointerSize));
}

function register(session: Session, name: string): TypedValue | null {
  const value = registerValue(session, name);
  if (value === null) return null;
  const given = pseudoTypes.get(session)?.get(name);
  if (given?.value === value) return integer(value, given.type);
  const pointed = POINTED[name];
  if (pointed) {
    const type = typeNamed(session, pointed[session.target.kind.startsWith('user') ? 0 : 1]);
    if (type) return integer(value, pointerTo(type, session.pointerSize));
  }
  const wide = session.pointerSize === 8 || value > 0xffffffffn;
  if (/^\$t1?\d$/.test(name)) return integer(value, INT64);
  return integer(value, wide ? UINT64 : UINT);
}
