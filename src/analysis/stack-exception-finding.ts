import type { StackException } from '../evidence/exception-residue.ts';
import { explainException } from '../windows/exception-code.ts';
import type { Evidence } from './pattern.ts';

const MOST = 6;

/** Exceptions found on stacks as evidence, each with the command that sets its context. */
export function stackExceptionEvidence(found: readonly StackException[]): readonly Evidence[] {
  return found.slice(0, MOST).map(({ code, address, module, thread, threadId, recordAt, contextAt }) => ({
    statement: `thread ${thread}${threadId === null ? '' : ` (${threadId.toString(16)})`}: exception ${code.toString(16)}${nameOf(code)} at 0x${address.toString(16)} in ${module}`,
    command: `~${thread}s; .exr ${recordAt.toString(16)}; .cxr ${contextAt.toString(16)}; k`,
    addresses: [recordAt, contextAt, address],
  }));
}

/** ` (STATUS_ACCESS_VIOLATION)`, or nothing. */
export function nameOf(code: number): string {
  const { name } = explainException(code, []);
  return name ? ` (${name})` : '';
}
