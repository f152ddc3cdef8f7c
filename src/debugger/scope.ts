import { SymbolError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import { openPe } from '../formats/pe/image.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { readAvailable, toUnsigned, tryU8, tryU16, tryU32, tryU64 } from '../memory/space.ts';
import type { Module } from '../target/target.ts';
import { type ExpressionScope, expressionValue } from './expression.ts';
import { type Expression, parseWhole } from './expression-syntax.ts';
import type { Session } from './session.ts';

/** Thrown by a scope when a name needs symbols that are not loaded yet; `evaluateIn` loads them and tries again. */
class NeedsSymbols extends SymbolError {
  readonly of: Module;
  constructor(of: Module) {
    super(of.name, 'not loaded yet');
    this.of = of;
  }
}

/** x86 registers by part: what `ax`, `al`, `ah` mean in terms of the whole register. */
const PARTS: Readonly<Record<string, readonly [whole: string, shift: bigint, bits: bigint]>> = Object.fromEntries(
  ['a', 'b', 'c', 'd'].flatMap((letter) => [
    [`${letter}x`, [`${letter}x`, 0n, 16n]],
    [`${letter}l`, [`${letter}x`, 0n, 8n]],
    [`${letter}h`, [`${letter}x`, 8n, 8n]],
    [`e${letter}x`, [`${letter}x`, 0n, 32n]],
  ]),
) as Record<string, readonly [string, bigint, bigint]>;

/** What expressions may ask of this session. */
export function scopeOf(session: Session): ExpressionScope {
  return {
    radix: session.radix,
    pointerSize: session.pointerSize,
    register: (name) => registerValue(session, name.toLowerCase()),
    symbol: (name) => symbolValue(session, name),
    sourceLine: () => null,
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
    entryPoint(base) {
      const module = session.target.modules.find((item) => toUnsigned(item.base) === base);
      if (!module) return null;
      const image = openPe(new MemorySource(session.memory, module.base, module.size), 'mapped', new Problems());
      return image.entryPoint ? base + BigInt(image.entryPoint) : null;
    },
    cpp: () => null,
  };
}

function registerValue(session: Session, name: string): bigint | null {
  const registers = session.context?.registers;
  const direct = registers?.get(name);
  if (direct !== undefined) return direct;
  const part = PARTS[name];
  if (part && registers) {
    const whole = registers.get(`r${part[0]}`) ?? registers.get(`e${part[0]}`);
    if (whole !== undefined) return BigInt.asUintN(Number(part[2]), whole >> part[1]);
  }
  return name.startsWith('$') ? pseudoValue(session, name) : null;
}

/** Automatic and user pseudo-registers, as Microsoft documents them. */
function pseudoValue(session: Session, name: string): bigint | null {
  const { target, context, thread } = session;
  const of = (value: number | null | undefined) => (value === null || value === undefined ? null : toUnsigned(value));
  if (/^\$t1?\d$/.test(name)) return session.pseudo.get(name) ?? 0n;
  switch (name) {
    case '$ip':
    case '$exentry':
      return name === '$ip' ? of(context?.ip) : null;
    case '$csp':
      return of(context?.sp);
    case '$ra':
      return null;
    case '$teb':
      return of(thread?.teb);
    case '$thread':
      return target.kind.startsWith('user') ? of(thread?.teb) : of(thread?.address);
    case '$proc':
      return of(target.process?.address);
    case '$tpid':
      return target.process?.id == null ? null : BigInt(target.process.id);
    case '$tid':
      return thread?.id == null ? null : BigInt(thread.id);
    case '$ptrsize':
      return BigInt(session.pointerSize);
    case '$pagesize':
      return 0x1000n;
    case '$exr_code':
      return target.exception ? BigInt(target.exception.code >>> 0) : null;
    case '$exr_numparams':
      return target.exception ? BigInt(target.exception.parameters.length) : null;
    case '$bug_code':
      return target.bugcheck ? BigInt(target.bugcheck.code >>> 0) : 0n;
    default: {
      const parameter = /^\$(bug_param|exr_param)(\d+)$/.exec(name);
      const index = Number(parameter?.[2] ?? -1);
      if (parameter?.[1] === 'bug_param') return target.bugcheck?.parameters[index - 1] ?? 0n;
      if (parameter?.[1] === 'exr_param') return target.exception?.parameters[index] ?? null;
      return null;
    }
  }
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
    if (load) throw new NeedsSymbols(module);
    return null;
  }
  const symbol = loaded.table?.find(name);
  return symbol ? toUnsigned(module.base) + BigInt(symbol.rva) : null;
}

/** Evaluates a parsed expression, loading the symbols it turns out to need. */
export async function expressionIn(session: Session, expression: Expression): Promise<bigint> {
  for (;;) {
    try {
      return expressionValue(expression, scopeOf(session));
    } catch (error) {
      if (!(error instanceof NeedsSymbols) || session.symbolsOf(error.of)) throw error;
      await session.needSymbols(error.of);
    }
  }
}

/** Evaluates a whole expression's text. */
export async function evaluateIn(session: Session, text: string): Promise<bigint> {
  return expressionIn(session, parseWhole(text, session.radix));
}
