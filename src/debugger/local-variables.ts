import { UsageError } from '../bytes/errors.ts';
import type { Context } from '../machine/context.ts';
import { runFrameProgram } from '../machine/x86/frame-program.ts';
import { tryU32 } from '../memory/space.ts';
import type { LocalVariable, SymbolTable, VariablePlace } from '../symbols/symbol-table.ts';
import type { Type } from '../symbols/type.ts';
import { contextOfFrame } from '../target/stack.ts';
import type { Frame } from '../windows/stack.ts';
import { type LocalValue, scalarValue, valueInMemory } from './local-value.ts';
import { registerPart } from './register-part.ts';
import type { Session } from './session.ts';
import { type FrameView, stackStart, viewStack } from './stack-view.ts';
import type { VariableView } from './variable-view.ts';

/** What a frame's variables are read from. */
interface FrameScope {
  readonly session: Session;
  readonly table: SymbolTable;
  readonly base: bigint;
  readonly rva: number;
  readonly registers: Context | null;
  /** ESP once the frame has returned; null where the caller is not known. */
  readonly callerSp: bigint | null;
}

/** The variables of the session's current frame; a UsageError where there is no stack or no private symbols. */
export async function localsOfFrame(
  session: Session,
  command: string,
): Promise<NonNullable<ReturnType<typeof variablesOfFrame>>> {
  const from = stackStart(session);
  if (!from) throw new UsageError(command, 'there is no thread in this dump: choose a context with .cxr or .trap');
  const { frames } = await viewStack(session, from, session.frame + 2);
  const found = variablesOfFrame(session, frames, session.frame);
  if (found === null) {
    throw new UsageError(command, 'Unable to enumerate locals: private symbols are required, and this frame has none');
  }
  return found;
}

/** Where the code of a frame is looked up: a return address belongs to the call before it. */
function lookupAddress(frame: Frame): bigint | null {
  if (frame.address === null) return null;
  return frame.trust === 'context' || frame.trust === 'trap-frame' ? frame.address : frame.address - 1n;
}

/**
 * The variables of frame `index` of a stack, of the inlined function where the frame is one; null when the module has no
 * private symbols for its code. `frames` must go on behind it for variables that are found from the caller's stack.
 */
export function variablesOfFrame(
  session: Session,
  frames: readonly FrameView[],
  index: number,
): readonly { readonly variable: LocalVariable; readonly view: VariableView }[] | null {
  const frame = frames[index]?.frame;
  const at = frame ? lookupAddress(frame) : null;
  const module = at === null ? null : session.moduleAt(at);
  const table = module ? session.symbolsOf(module)?.table : null;
  if (!frame || at === null || !module || !table?.variablesAt) return null;
  const base = BigInt.asUintN(64, BigInt(module.base));
  const rva = Number(at - base);
  const scopes = table.variablesAt(rva);
  const scope = frame.inline ? scopes[inlinePosition(frames, index)] : scopes.at(-1);
  if (!scope || (frame.inline && scope.inlined === null)) return null;
  const caller = frames.slice(index + 1).find(({ frame: each }) => !each.inline && each !== frame);
  const callerSp = frame.inline ? null : (caller?.frame.stackPointer ?? null);
  const from: FrameScope = { session, table, base, rva, registers: contextOfFrame(frame), callerSp };
  return scope.variables.map((variable) => ({ variable, view: viewVariable(from, variable) }));
}

/** How many inline frames of the same code stand before this one: inlined functions come innermost first. */
function inlinePosition(frames: readonly FrameView[], index: number): number {
  let start = index;
  while (start > 0 && frames[start - 1]?.frame.inline) start--;
  return index - start;
}

function viewVariable(from: FrameScope, { name, isParameter, type, typeName, place }: LocalVariable): VariableView {
  const found = locate(from, place);
  const value = 'reason' in found ? null : readPlace(from.session, type, typeName, found);
  return {
    name,
    isParameter,
    typeName,
    address: 'address' in found ? found.address : null,
    location: found.location,
    text: value?.text ?? null,
    value: value?.value ?? null,
    reason: 'reason' in found ? found.reason : value ? null : 'its memory is not in the dump',
  };
}

type Located =
  | { readonly address: bigint; readonly location: string | null }
  | { readonly bits: bigint; readonly location: string | null }
  | { readonly reason: string; readonly location: string | null };

function locate(from: FrameScope, place: VariablePlace): Located {
  switch (place.kind) {
    case 'static':
      return { address: from.base + BigInt(place.rva), location: null };
    case 'constant':
      return { bits: place.value, location: null };
    case 'register': {
      const bits = from.registers ? registerPart(from.registers.registers, place.register) : null;
      const location = `@${place.register}`;
      return bits === null ? { reason: `${place.register} of this frame is not known`, location } : { bits, location };
    }
    case 'memory': {
      const { register, offset } = place;
      const sign = offset < 0 ? '-' : '+';
      const shown = register === 'vframe' ? '@$vframe' : `@${register}`;
      const location = `${shown}${sign}0x${Math.abs(offset).toString(16).padStart(4, '0')}`;
      const base = register === 'vframe' ? virtualFrame(from) : (from.registers?.registers.get(register) ?? null);
      if (base === null) return { reason: `${register} of this frame is not known`, location };
      const bits = from.session.pointerSize === 4 || from.registers?.architecture === 'x86' ? 32 : 64;
      return { address: BigInt.asUintN(bits, base + BigInt(offset)), location };
    }
    case 'pieces':
      return { reason: 'the compiler keeps it in pieces', location: null };
    default:
      return { reason: place.reason, location: null };
  }
}

/** `$T0` of x86: what the frame-data program makes of it, else the place of the return address. */
function virtualFrame({ session, table, rva, registers, callerSp }: FrameScope): bigint | null {
  if (callerSp === null) return null;
  const returnAt = Number(BigInt.asUintN(32, callerSp - 4n));
  const program = table.frameRecordAt(rva)?.program ?? null;
  if (program === null) return BigInt(returnAt);
  const variables = new Map<string, number>([['.raSearch', returnAt]]);
  for (const [name, value] of registers?.registers ?? [])
    if (/^e[a-z]{2}$/.test(name)) variables.set(`$${name}`, Number(BigInt.asUintN(32, value)));
  runFrameProgram(program, { variables, load: (address) => tryU32(session.memory, address) });
  const base = variables.get('$T0');
  return base === undefined ? null : BigInt(base);
}

function readPlace(
  session: Session,
  type: Type,
  typeName: string,
  found: { readonly address: bigint } | { readonly bits: bigint },
): LocalValue | null {
  if ('address' in found) return valueInMemory(session, type, typeName, found.address);
  return scalarValue(session, type, typeName, found.bits);
}

/** Adds the parameters of each frame to a stack. */
export function withParameters(session: Session, frames: readonly FrameView[]): FrameView[] {
  return frames.map((frame, index) => {
    const variables = variablesOfFrame(session, frames, index);
    return variables === null
      ? frame
      : { ...frame, parameters: variables.map(({ view }) => view).filter(({ isParameter }) => isParameter) };
  });
}
