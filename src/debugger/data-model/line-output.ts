import { ExpressionError } from '../expression-syntax.ts';
import type { Session } from '../session.ts';
import { type ModelValue, sequenceOf, textValue } from './model-value.ts';

/** Commands that dx runs may hold dx again, so deep. */
const DEEPEST = 8;
const depths = new WeakMap<Session, number>();

/** The lines that a command prints, which is what ExecuteCommand gives. */
export async function commandLines(session: Session, line: string): Promise<readonly string[]> {
  const depth = depths.get(session) ?? 0;
  if (!session.runLine) throw new ExpressionError('commands cannot be run here', 0);
  if (depth >= DEEPEST) throw new ExpressionError(`commands run each other more than ${DEEPEST} deep`, 0);
  depths.set(session, depth + 1);
  try {
    const { text } = await session.runLine(line);
    return text.replace(/\n$/, '').split('\n');
  } finally {
    depths.set(session, depth);
  }
}

/** Runs a command as a method of an object does: its lines are the answer. */
export async function runMethod(session: Session, line: string): Promise<ModelValue> {
  const lines = await commandLines(session, line);
  return sequenceOf(lines.map(textValue));
}
