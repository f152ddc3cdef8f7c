import type { Type } from '../../symbols/type.ts';
import { isUserMode, type Module } from '../../target/target.ts';
import { evaluate } from '../expression.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { variablesOfFrame } from '../local-variables.ts';
import { nearestName } from '../nearest-name.ts';
import { Need, withNeeds } from '../need.ts';
import { needsSymbols, registerValue, scopeOf } from '../scope.ts';
import type { Session } from '../session.ts';
import { stackStart, viewStack } from '../stack-view.ts';
import { builtinTypes, nearestType, typeModule, typeModules } from '../type-search.ts';
import { readNumber } from '../type-value.ts';
import { type FoundVariable, findGlobal, findLocal } from '../variable-search.ts';
import type { CppScope } from './access.ts';
import { cppValue, typeTest } from './evaluate.ts';
import { parseCpp } from './syntax.ts';
import { INT64, integer, pointerTo, signedValue, type TypedValue, truncated, UINT, UINT64, VOID } from './value.ts';

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
  const lasting = value.bits ?? value.address ?? truncated(value.number ?? 0);
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
  if (value.bits !== null) return BigInt.asUintN(64, signedValue(value));
  if (value.number !== null) return BigInt.asUintN(64, truncated(value.number));
  if (value.address !== null) return value.address;
  throw new ExpressionError('the expression has no number', 0);
}

function cppNow(session: Session, text: string): TypedValue {
  const scope = cppScope(session);
  return cppValue(parseCpp(text, typeTest(scope)), scope);
}

/** What C++ expressions may ask of a session; its answers may throw a Need. */
export function cppScope(session: Session): CppScope {
  return {
    pointerSize: session.pointerSize,
    type: (name) => typeNamed(session, name),
    variable: (name) => variable(session, name),
    register: (name) => register(session, name),
    assign: (name, value) => setTyped(session, name, value),
    read: (address, size) => readNumber(session, address, size),
    nearest: (name) => nearestVariable(session, name),
    nearestType(name) {
      const bang = name.indexOf('!');
      return nearestType(session, bang < 0 ? null : name.slice(0, bang), name.slice(bang + 1));
    },
    masm: (text) => evaluate(text, { ...scopeOf(session), reading: { radix: session.radix, language: 'masm' } }),
  };
}

/** Names of the kernel's image, which links of debuggers write for `nt`. */
const KERNEL_IMAGES = /^(?:ntkrnlmp|ntkrnlpa|ntkrpamp|ntoskrnl)$/i;

function moduleOfTypes(session: Session, qualifier: string): Module | null {
  return typeModule(session, qualifier) ?? (KERNEL_IMAGES.test(qualifier) ? typeModule(session, 'nt') : null);
}

/** A type by name, with or without module and leading underscore, where symbols are loaded; the built-in ones last. */
function typeNamed(session: Session, written: string): Type | null {
  const bang = written.indexOf('!');
  const name = bang < 0 ? written : written.slice(bang + 1);
  const named = bang < 0 ? null : moduleOfTypes(session, written.slice(0, bang));
  if (bang >= 0 && !named) return null;
  const spellings = name.includes('<') ? [...new Set([name, templateName(name)])] : [name, `_${name}`];
  const wanted: readonly Module[] = named ? [named] : typeModules(session);
  for (const module of wanted) {
    const loaded = session.symbolsOf(module);
    if (!loaded) throw needsSymbols(session, module);
    for (const spelling of spellings) {
      const found = loaded.table?.types?.type(spelling);
      if (found) return found;
    }
  }
  return bang < 0 ? builtinTypes(session).type(name) : null;
}

/** Template arguments with blanks where symbol files have them: `Map<int,Box<char *> >`. */
function templateName(name: string): string {
  return name
    .replace(/\b(?:struct|class|union|enum)\s+/g, '')
    .replace(/\s*([<>,*&])\s*/g, '$1')
    .replace(/(?<=[\w>])(?=[*&])/g, ' ')
    .replace(/>(?=>)/g, '> ')
    .replace(/>(?=>)/g, '> ');
}

/** Variables found so far, by session state: frame and context decide what a local name means. */
const found = new WeakMap<
  Session,
  { readonly key: unknown; readonly names: Map<string, FoundVariable | null>; locals: readonly string[] }
>();

function variable(session: Session, written: string): TypedValue | null {
  const key = `${session.frame}:${session.context?.ip}:${session.context?.sp}:${session.theCase.symbols.size}`;
  let known = found.get(session);
  if (known?.key !== key) {
    known = { key, names: new Map(), locals: [] };
    found.set(session, known);
  }
  const { names } = known;
  if (!names.has(written)) {
    throw new Need(written, async () => {
      const bang = written.indexOf('!');
      const local = bang < 0 ? await findLocal(session, written) : null;
      const global =
        bang < 0
          ? [null, written]
          : [moduleOfTypes(session, written.slice(0, bang))?.name ?? '', written.slice(bang + 1)];
      const name = local ?? (await findGlobal(session, global[0]!, global[1]!));
      // Loading symbols changed the key; the answer holds for the state after it.
      const after = `${session.frame}:${session.context?.ip}:${session.context?.sp}:${session.theCase.symbols.size}`;
      const locals = name || bang >= 0 ? [] : await localNames(session);
      found.set(session, { key: after, names: new Map([...names, [written, name]]), locals });
    });
  }
  const one = names.get(written);
  if (!one) return symbolNamed(session, written);
  if (one.address !== null) return { type: one.type, bits: null, number: null, address: one.address };
  // The symbols know the variable, and the dump or the compiler has not kept it.
  if (one.value === null) throw new ExpressionError(`'${written}' has no value that is available here`, 0);
  return integer(one.value, one.type);
}

async function localNames(session: Session): Promise<readonly string[]> {
  const from = stackStart(session);
  const view = from && (await viewStack(session, from, session.frame + 2));
  return (view && variablesOfFrame(session, view.frames, session.frame)?.map((each) => each.variable.name)) ?? [];
}

/** A local variable, else a symbol, whose name is near; null when none is. */
function nearestVariable(session: Session, name: string): string | null {
  return nearestName(name, found.get(session)?.locals ?? []) ?? scopeOf(session).nearest?.(name, false) ?? null;
}

/** A function, or a symbol without a type: of that nothing but the address is known. */
function symbolNamed(session: Session, name: string): TypedValue | null {
  const value = scopeOf(session).symbol(name);
  if (value === null) return null;
  const address = session.pointerSize === 4 ? value & 0xffffffffn : value;
  const module = session.moduleAt(address);
  const table = module && session.symbolsOf(module)?.table;
  const symbol = table?.find(name.slice(name.indexOf('!') + 1));
  if (symbol?.kind !== 'function') return { type: VOID, bits: null, number: null, address };
  const typeName = table?.typeNameOf?.(symbol) ?? '<function>';
  return integer(address, pointerTo({ kind: 'function', name: typeName, size: 0 }, session.pointerSize));
}

function register(session: Session, name: string): TypedValue | null {
  const value = registerValue(session, name);
  if (value === null) return null;
  const given = pseudoTypes.get(session)?.get(name);
  if (given?.value === value) return integer(value, given.type);
  const pointed = POINTED[name];
  if (pointed) {
    const type = typeNamed(session, pointed[isUserMode(session.target) ? 0 : 1]);
    if (type) return integer(value, pointerTo(type, session.pointerSize));
  }
  const wide = session.pointerSize === 8 || value > 0xffffffffn;
  if (/^\$t1?\d$/.test(name)) return integer(value, INT64);
  return integer(value, wide ? UINT64 : UINT);
}
