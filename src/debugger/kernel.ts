import { UsageError } from '../bytes/errors.ts';
import type { Answer } from '../evidence/case.ts';
import { kernelFact, kernelModule } from '../evidence/kernel.ts';
import type { Kernel } from '../windows/kernel.ts';
import type { Session } from './session.ts';

/**
 * The kernel of the session's dump, with the symbols of nt loaded. Throws a UsageError that says what is missing: a
 * user dump, no types for nt. A triage dump has a kernel too, most of whose memory is not in it.
 */
export async function needKernel(session: Session, command: string): Promise<Kernel> {
  const answer = await askKernel(session);
  if (answer.known) return answer.value;
  const remedy = answer.remedy ? ` (try: memoretics ${answer.remedy})` : '';
  throw new UsageError(command, `needs ${answer.missing}${remedy}`);
}

/** As `needKernel`, for what lies beyond the few structures that a triage dump keeps; `what` names it in the refusal. */
export async function needWholeKernel(session: Session, command: string, what: string): Promise<Kernel> {
  if (session.theCase.target?.kind === 'kernel-triage-dump')
    throw new UsageError(command, `${what}: not in a triage dump, which keeps one thread and its processor`);
  return needKernel(session, command);
}

/** The kernel where symbols with types are at hand, for commands that know more with it but can do without. */
export async function kernelOrNull(session: Session): Promise<Kernel | null> {
  const answer = await askKernel(session);
  return answer.known ? answer.value : null;
}

async function askKernel(session: Session): Promise<Answer<Kernel>> {
  const { target } = session.theCase;
  const nt = target && kernelModule(target);
  if (nt) await session.needSymbols(nt);
  return kernelFact(session.theCase);
}
