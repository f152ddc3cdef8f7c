import { type Blame, blame } from '../analysis/blame.ts';
import { type Signature, signature } from '../analysis/signature.ts';
import { baseName } from '../bytes/text.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { loadSymbols } from '../evidence/load-symbols.ts';
import { processFact } from '../evidence/process.ts';
import type { Context } from '../machine/context.ts';
import { readContext } from '../machine/context-reader.ts';
import { readAvailable } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import { explainBugcheck, type ParameterRole, parameterRoles } from '../windows/bugcheck.ts';
import type { ExceptionSummary } from '../windows/summary.ts';
import { type ExceptionView, viewException } from './exception-view.ts';
import { type FaultView, viewFault } from './fault-view.ts';
import { type RegisterView, viewRegisters } from './register-view.ts';
import type { Session } from './session.ts';
import { type StackView, viewStack } from './stack-view.ts';
import { readTrapFrame } from './trap-frame.ts';

/** A bug check with its explanation, as the head of `!analyze` shows it. */
export interface BugcheckView {
  readonly code: number;
  readonly name: string | null;
  readonly explanation: string;
  readonly parameters: readonly { readonly value: bigint; readonly meaning: string | null }[];
  readonly pointerSize: 4 | 8;
}

/** Everything that `!analyze` prints. Null is unknown, or not part of this failure. */
export interface AnalysisView {
  readonly verbose: boolean;
  readonly kernel: boolean;
  readonly pointerSize: 4 | 8;
  readonly file: string;
  readonly bugcheck: BugcheckView | null;
  readonly exception: ExceptionView | null;
  /** Where the exception record lies, when a parameter of the bug check points to it. */
  readonly exceptionAt: bigint | null;
  /** The exception's registers, those that a parameter of the bug check points to, or those of the first trap frame. */
  readonly registers: {
    readonly from: 'exception' | 'trap-frame' | 'context-record';
    readonly address: bigint | null;
    readonly view: RegisterView;
  } | null;
  readonly fault: FaultView | null;
  readonly process: string | null;
  readonly stack: StackView | null;
  readonly threadIndex: number | null;
  readonly blame: Blame | null;
  readonly imageVersion: string | null;
  readonly signature: Signature | null;
  readonly os: string | null;
  readonly architecture: string;
}

const MOST_FRAMES = 64;

export function viewBugcheck(
  code: number,
  parameters: readonly bigint[],
  pointerSize: 4 | 8,
  build: number | null,
): BugcheckView {
  const explained = explainBugcheck(code, parameters, { build });
  return {
    code: explained.code,
    name: explained.name,
    explanation: explained.explanation,
    parameters: explained.parameters.map(({ value, meaning }) => ({ value, meaning })),
    pointerSize,
  };
}

/** Analyses the failure of the session's dump: names of the failing stack are loaded, the session is otherwise unchanged. */
export async function viewAnalysis(session: Session, verbose: boolean): Promise<AnalysisView> {
  session.replaceCase(await loadSymbols(session.theCase, session.symbolLoader, 'failing'));
  const { target, theCase } = session;
  const thread = target.currentThread ?? session.thread;
  const whole = thread ? await viewStack(session, thread, MOST_FRAMES) : null;
  const recorded = contextOfBugcheck(session);
  // Where the failure was: above it the thread only reports it.
  const failing = recorded ? await viewStack(session, recorded.context, MOST_FRAMES) : null;
  const stack = failing && failing.frames.length > 1 ? failing : whole;
  const bugcheck = bugcheckFact(session.theCase);
  const exception = exceptionFact(session.theCase);
  const process = processFact(theCase);
  const blamed = blame(session.theCase);
  const module = blamed ? session.moduleNamed(blamed.module) : null;
  return {
    verbose,
    kernel: !isUserMode(target),
    pointerSize: target.pointerSize,
    file: baseName(theCase.source.path),
    bugcheck:
      bugcheck.known && bugcheck.value
        ? viewBugcheck(bugcheck.value.code, bugcheck.value.parameters, target.pointerSize, target.system.build)
        : null,
    exception: exception.known && exception.value ? await exceptionView(session, exception.value) : null,
    exceptionAt: parameterOf(session, 'exception-record'),
    registers: await failingRegisters(session, whole, recorded),
    fault: await viewFault(session),
    process: process.known ? process.value.name : null,
    stack,
    threadIndex: thread?.index ?? null,
    blame: blamed,
    imageVersion: module?.fileVersion ?? null,
    signature: signature(session.theCase, blamed),
    os: target.system.os,
    architecture: target.system.architecture,
  };
}

async function exceptionView(session: Session, summary: ExceptionSummary): Promise<ExceptionView | null> {
  if (summary.address === null) return null;
  const { code, parameters, address } = summary;
  return viewException(session, { code, flags: summary.flags ?? 0, address, parameters, count: parameters.length });
}

/** The largest CONTEXT record that is read: x64 with its extended state behind it. */
const CONTEXT_SIZE = 0x4d0 + 0x1000;

/** The parameter of the bug check that has a role, as an unsigned address; null when none has or it is 0. */
function parameterOf({ target }: Session, role: ParameterRole): bigint | null {
  if (!target.bugcheck) return null;
  const { code, parameters } = target.bugcheck;
  const index = parameterRoles(code, parameters).indexOf(role);
  return index < 0 ? null : parameters[index] || null;
}

interface RecordedContext {
  readonly address: bigint;
  readonly context: Context;
}

/** The CONTEXT record that a parameter of the bug check points to (0x7e, 0x3b); null when it is not in the dump. */
function contextOfBugcheck(session: Session): RecordedContext | null {
  const address = parameterOf(session, 'context-record');
  const at = address === null ? null : session.address(address);
  if (address === null || at === null) return null;
  const context = readContext(session.target.architecture, readAvailable(session.memory, at, CONTEXT_SIZE));
  return context?.ip == null ? null : { address, context };
}

async function failingRegisters(
  session: Session,
  stack: StackView | null,
  recorded: RecordedContext | null,
): Promise<AnalysisView['registers']> {
  if (recorded) {
    const view = await viewRegisters(session, recorded.context);
    return { from: 'context-record', address: recorded.address, view };
  }
  const context = session.exceptionContext;
  if (context) return { from: 'exception', address: null, view: await viewRegisters(session, context) };
  const { architecture } = session.target;
  if (architecture !== 'x86' && architecture !== 'x64') return null;
  const found = stack?.frames.find(({ trapFrame }) => trapFrame !== null)?.trapFrame ?? null;
  for (const address of [parameterOf(session, 'trap-frame'), found]) {
    const at = address === null ? null : session.address(address);
    const frame = at === null ? null : readTrapFrame(session, at);
    if (frame) return { from: 'trap-frame', address, view: await viewRegisters(session, frame.context) };
  }
  return null;
}
