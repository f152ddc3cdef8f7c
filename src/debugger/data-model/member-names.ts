import { MemoreticsError } from '../../bytes/errors.ts';
import type { Session } from '../session.ts';
import { Evaluator, evaluateModel } from './evaluate.ts';
import { TEXT_METHODS } from './text-methods.ts';
import { VERBS } from './verbs.ts';

export { ROOTS } from './root-objects.ts';

/** What can stand behind `expression.`: members, fields and the verbs of sequences; empty where it has no value. */
export async function memberNames(session: Session, expression: string): Promise<readonly string[]> {
  try {
    const value = await evaluateModel(session, expression);
    const own = value.kind === 'object' ? value.members.map(({ name }) => name) : [];
    const type = value.kind === 'typed' ? value.value.type : null;
    const structure = type?.kind === 'pointer' ? type.target() : type;
    const fields = structure?.kind === 'struct' ? structure.fields().map(({ name }) => name) : [];
    const verbs = (await new Evaluator(session).sequenceOf(value)) ? VERBS : [];
    const ofTexts = value.kind === 'text' ? TEXT_METHODS : [];
    return [...own, ...fields, ...verbs, ...ofTexts];
  } catch (error) {
    if (error instanceof MemoreticsError) return [];
    throw error;
  }
}
