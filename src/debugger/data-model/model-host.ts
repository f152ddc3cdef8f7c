import type { TypedValue } from '../cpp/value.ts';
import type { Session } from '../session.ts';
import type { ModelObject, ModelValue } from './model-value.ts';

/** Values of a lambda's parameters and of a visualizer's variables, by name. */
export type Names = ReadonlyMap<string, ModelValue>;

/** What an expression is evaluated in. */
export interface Surroundings {
  readonly names: Names;
  /** An object whose members need no qualifier; null for none. */
  readonly self: TypedValue | null;
}

/** What verbs and visualizers ask of whoever evaluates. */
export interface ModelHost {
  readonly session: Session;
  /** Counts a step; now and then gives the host a turn. Throws once the work is too much or the user asked to stop. */
  step(): Promise<void> | null;
  /** Evaluates text; members of `self` need no qualifier. */
  text(text: string, names?: Names, self?: TypedValue | null): Promise<ModelValue>;
  /** The typed value behind a value; throws ExpressionError where it is none. */
  number(value: ModelValue, at: number): Promise<TypedValue>;
  isTrue(value: ModelValue, at: number): Promise<boolean>;
  /** The items behind a value; null where it is no sequence. */
  sequenceOf(value: ModelValue): Promise<ModelObject | null>;
}
