import type { TypedValue } from '../cpp/value.ts';
import type { Session } from '../session.ts';
import type { ModelObject, ModelValue } from './model-value.ts';

/** Values of a lambda's parameters and of a visualizer's variables, by name. */
export type Names = ReadonlyMap<string, ModelValue>;

/** What verbs and visualizers ask of whoever evaluates. */
export interface ModelHost {
  readonly session: Session;
  /** Evaluates text; members of `self` need no qualifier. */
  text(text: string, names?: Names, self?: TypedValue | null): Promise<ModelValue>;
  /** The typed value behind a value; throws ExpressionError where it is none. */
  number(value: ModelValue, at: number): Promise<TypedValue>;
  isTrue(value: ModelValue, at: number): Promise<boolean>;
  /** The items behind a value; null where it is no sequence. */
  sequenceOf(value: ModelValue): Promise<ModelObject | null>;
}
