import type { ModelFunction, ModelValue } from './model-value.ts';
import type { SequenceValues } from './sequence-values.ts';

/** A verb over one sequence; `name` is the spelling it was called by. */
export type Verb = (source: SequenceValues, args: readonly ModelValue[], name: string) => Promise<ModelValue>;
export type VerbTable = Readonly<Record<string, { readonly help: string; readonly run: Verb }>>;

/** The lambda among arguments; null for none. */
export function chosen(source: SequenceValues, args: readonly ModelValue[], index = 0): ModelFunction | null {
  const arg = args[index];
  if (arg === undefined) return null;
  if (arg.kind === 'function') return arg.call;
  throw source.error('a lambda is wanted here: x => ...');
}

/** As `chosen`; none is an error. */
export function needed(source: SequenceValues, args: readonly ModelValue[], verb: string, index = 0): ModelFunction {
  const found = chosen(source, args, index);
  if (!found) throw source.error(`${verb} needs a lambda: x => ...`);
  return found;
}
