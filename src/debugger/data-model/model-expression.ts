import type { Session } from '../session.ts';
import { Evaluator, evaluateModel } from './evaluate.ts';
import { type ModelNode, type ViewOptions, viewModel } from './view.ts';

/** What dx shows of an expression with its format specifier. */
export async function viewExpression(
  session: Session,
  expression: string,
  { depth, raw = false, verbose = false, skip = 0 }: Pick<ViewOptions, 'depth'> & Partial<ViewOptions>,
): Promise<ModelNode> {
  const value = await evaluateModel(session, expression);
  return viewModel(new Evaluator(session), expression.trim(), value, { depth, raw, verbose, skip });
}
