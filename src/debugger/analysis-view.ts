import { type Blame, blame } from '../analysis/blame.ts';
import { type Signature, signature } from '../analysis/signature.ts';
import { baseName } from '../bytes/text.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { loadSymbols } from '../evidence/load-symbols.ts';
import { processFact } from '../evidence/process.ts';
import { explainBugcheck } from '../windows/bugcheck.ts';
import type { ExceptionSummary } from '../windows/summary.ts';
import { type ExceptionView, viewException } from './exception-view.ts';
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
  /** The exception's registers, or those of the first trap frame on the stack. */
  readonly registers: {
    readonly from: 'exception' | 'trap-frame';
    readonly address: bigint | null;
    readonly view: RegisterView;
  } | null;
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
  const stack = thread ? await viewStack(session, thread, MOST_FRAMES) : null;
  const bugcheck = bugcheckFact(session.theCase);
  const exception = exceptionFact(session.theCase);
  const process = processFact(theCase);
  const blamed = blame(session.theCase);
  const module = blamed ? session.moduleNamed(blamed.module) : null;
  return {
    verbose,
    kernel: !target.kind.startsWith('user'),
    pointerSize: target.pointerSize,
    file: baseName(theCase.source.path),
    bugcheck:
      bugcheck.known && bugcheck.value
        ? viewBugcheck(bugcheck.value.code, bugcheck.value.parameters, target.pointerSize, target.system.build)
        : null,
    exception: exception.known && exception.value ? await exceptionView(session, exception.value) : null,
    registers: await failingRegisters(session, stack),
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

async function failingRegisters(session: Session, stack: StackView | null): Promise<AnalysisView['registers']> {
  const context = session.exceptionContext;
  if (context) return { from: 'exception', address: null, view: await viewRegisters(session, context) };
  const address = stack?.frames.find(({ trapFrame }) => trapFrame !== null)?.trapFrame ?? null;
  const at = address === null ? null : session.address(address);
  const { architecture } = session.target;
  const frame = at !== null && (architecture === 'x86' || architecture === 'x64') ? readTrapFrame(session, at) : null;
  return frame ? { from: 'trap-frame', address, view: await viewRegisters(session, frame.context) } : null;
}
