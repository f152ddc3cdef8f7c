import { readFunctionHandler as readArm64Handler } from '../machine/arm64/exception-handler.ts';
import type { Architecture, Context } from '../machine/context.ts';
import type { RawFrame, UnwindData } from '../machine/unwind.ts';
import { readFunctionHandler as readX64Handler } from '../machine/x64/exception-handler.ts';
import { type Address, toUnsigned } from '../memory/space.ts';
import { openedTarget } from './process-target.ts';
import { doubtOf } from './stack-check.ts';
import { MOST_FRAMES, type ModuleLookup, StackEnvironment } from './stack-environment.ts';
import type { StackFrame, WalkedStack } from './stack-frame.ts';
import { describeFrames, nameAt } from './stack-frames.ts';
import type { Target, TargetThread } from './target.ts';

/** How a stack is walked. Names and images are those already loaded; `limit` counts physical frames. */
export interface StackOptions extends ModuleLookup {
  readonly limit?: number;
  /** Walk the 64-bit stack of a WOW64 thread instead of its 32-bit one. */
  readonly native?: boolean;
}

const environments = new WeakMap<Target, StackEnvironment>();
/** Where a frame keeps its registers, out of sight of JSON and copies; a WeakMap costs a second for 300,000 frames. */
const RAW = Symbol('raw frame');

function environmentOf(target: Target, options: StackOptions): StackEnvironment {
  let environment = environments.get(target);
  if (!environment) {
    const origin = openedTarget(target);
    environment = new StackEnvironment(target, origin === target ? null : environmentOf(origin, options));
    environments.set(target, environment);
  }
  environment.use(options);
  return environment;
}

/**
 * The registers that a thread's stack begins with. The exception's come first: a dump written by a handler inside the
 * process (Breakpad, Crashpad) holds a thread context that is within that handler. Of a WOW64 thread the 32-bit ones.
 */
export function crashContextOf(target: Target, thread: TargetThread, native = false): Context | null {
  const { exception } = target;
  const own = native ? thread.context : (thread.wow64Context ?? thread.context);
  if (!exception?.context || exception.threadId === null || exception.threadId !== thread.id) return own;
  // The idle threads of a kernel dump share the id 0.
  if (thread.address !== null && thread.address !== target.currentThread?.address) return own;
  return own && exception.context.architecture !== own.architecture ? own : exception.context;
}

/** Walks a thread's stack, or the stack that a context leads into. Never throws, never loops. */
export function walkThread(target: Target, from: TargetThread | Context, options: StackOptions = {}): WalkedStack {
  const environment = environmentOf(target, options);
  const thread = 'registers' in from ? null : from;
  const usual = thread && !options.native && options.limit === undefined ? thread : null;
  const before = usual && environment.walks.get(usual);
  if (before) return before;
  const context = 'registers' in from ? from : crashContextOf(target, from, options.native);
  if (!context) {
    return { frames: [], end: 'no-stack', endReason: "the thread's registers are not in the dump", warnings: [] };
  }
  const allowed = thread ? environment.framesLeft(thread) : Infinity;
  const limit = Math.min(options.limit ?? Infinity, allowed);
  const walk = environment.unwinder(context.architecture).walk(context, {
    ...(limit === Infinity ? {} : { frames: limit }),
    stack: thread?.stack ?? null,
  });
  if (thread) environment.spend(thread, walk.frames.length);
  const frames: StackFrame[] = [];
  const exportNames = new Set<string>();
  let doubtful = 0;
  for (const raw of walk.frames) {
    const doubt = doubtOf(raw, context.architecture, environment);
    if (doubt !== null) doubtful++;
    for (const frame of describeFrames(raw, environment, doubt)) {
      Object.defineProperty(frame, RAW, { value: raw });
      frames.push(frame);
    }
    const code = environment.codeAt(raw.isReturnAddress ? raw.ip - 1 : raw.ip);
    if (code && nameAt(code, raw.ip - code.start)?.fromExports) exportNames.add(code.module.name);
  }
  const warnings: string[] = [];
  if (exportNames.size > 0) {
    warnings.push(
      `names in ${[...exportNames].join(', ')} come from export tables: the true functions may be others near them`,
    );
  }
  const scanned = walk.frames.filter((frame) => frame.trust === 'scan').length;
  if (scanned > 0) {
    warnings.push(
      `${scanned} of ${walk.frames.length} frames were found by a scan of the stack: some may be left over from earlier calls, and some may be missing`,
    );
  }
  const chained = walk.frames.filter((frame) => frame.mayOmit).length;
  if (chained > 0) {
    warnings.push(
      `${chained} of ${walk.frames.length} frames follow the EBP chain with neither frame records nor prologues to prove it: functions that keep no frame pointer may be missing between them`,
    );
  }
  if (doubtful > 0) {
    warnings.push(
      `${doubtful} of ${walk.frames.length} frames do not stand up to a check of calls and unwind data: their names or return addresses may be wrong`,
    );
  }
  let { endReason } = walk;
  if (walk.end === 'limit' && limit === allowed && limit < MOST_FRAMES) {
    endReason = 'the threads of this dump share stack memory, which was walked often enough';
  } else if (chained > 0 && walk.end === 'complete') endReason = `${endReason}; frames may be missing on the way`;
  const stack: WalkedStack = { frames, end: walk.end, endReason, warnings };
  if (usual) environment.walks.set(usual, stack);
  return stack;
}

/** All registers known in a frame that `walkThread` returned, null for a frame from elsewhere. */
export function contextOfFrame(frame: object): Context | null {
  return (frame as { readonly [RAW]?: RawFrame })[RAW]?.registers.context() ?? null;
}

/** Code at an address, at most `length` bytes: from the dump, else from the image on disk as it was loaded. */
export function codeBytes(target: Target, address: Address, length: number, options: StackOptions = {}): Uint8Array {
  return environmentOf(target, options).bytesAt(address, length);
}

/** The exception handler of the function at an address; addresses are those of the image where it was loaded. */
export interface AddressHandler {
  readonly handler: Address;
  readonly data: Address;
  readonly forExceptions: boolean;
}

/** The handler of the function that holds an address, by x64 or ARM64 unwind data: null for none, `unknown` without data. */
export function handlerAt(
  target: Target,
  address: Address,
  architecture: Architecture,
  options: StackOptions = {},
): AddressHandler | null | 'unknown' {
  const data = environmentOf(target, options).unwindDataAt(address);
  if (data === null || data === 'unknown') return data;
  const found = architecture === 'arm64' ? readArm64Handler(data) : readX64Handler(data);
  if (found === null || found === 'unknown') return found;
  const { handler, data: own, forExceptions } = found;
  return { handler: data.imageBase + handler, data: data.imageBase + own, forExceptions };
}

/** The entry of the exception directory for an address: null for a leaf function, `unknown` without the table. */
export function unwindDataOfTarget(
  target: Target,
  address: Address,
  options: StackOptions = {},
): UnwindData | null | 'unknown' {
  return environmentOf(target, options).unwindDataAt(address);
}

/** Bytes at an address, at most `length`: from the dump, else from the image on disk as it was loaded. */
export function bytesOfTarget(
  target: Target,
  address: Address,
  length: number,
  options: StackOptions = {},
): Uint8Array {
  return environmentOf(target, options).bytesAt(address, length);
}

/** `module!function+0x12` for any address of the target by what is loaded, or null when it lies in no module. */
export function nameOfAddress(
  target: Target,
  address: Address,
  options: StackOptions = {},
): {
  readonly module: string;
  readonly function: string | null;
  readonly offset: bigint;
  readonly fromExports: boolean;
} | null {
  const code = environmentOf(target, options).codeAt(address);
  if (!code) return null;
  const rva = address - code.start;
  const name = nameAt(code, rva);
  return {
    module: code.module.name,
    function: name?.name ?? null,
    offset: toUnsigned(name?.offset ?? rva),
    fromExports: name?.fromExports ?? false,
  };
}
