import type { Type } from '../../symbols/type.ts';
import type { TypedValue } from '../cpp/value.ts';
import type { Session } from '../session.ts';
import type { NatvisFile, Views, Visualizer } from './natvis-model.ts';
import { natvisFiles } from './natvis-store.ts';
import { matchType } from './type-pattern.ts';

/** Base classes deeper than this are not looked at. */
const DEEPEST = 8;

/** A visualizer with what its wildcards stand for and the object, or base class of it, that it shows. */
export interface MatchedVisualizer {
  readonly visualizer: Visualizer;
  readonly args: readonly string[];
  readonly self: TypedValue;
}

/** Whether something belongs to a view; null is the usual one. */
export function isInView({ include, exclude }: Views, view: string | null): boolean {
  if (view !== null && exclude.includes(view)) return false;
  return include.length === 0 || (view !== null && include.includes(view));
}

type Named = { readonly visualizer: Visualizer; readonly args: readonly string[] } | null;
/** Matches found so far, by files and by view, name and whether a base class is meant. */
const known = new WeakMap<readonly NatvisFile[], Map<string, Named>>();

/** The visualizer of a type by its name, else of the first base class that has one; null where there is none. */
export function visualizerOf(
  session: Session,
  type: Type,
  self: TypedValue,
  view: string | null,
  depth = 0,
): MatchedVisualizer | null {
  if (type.kind !== 'struct' || depth > DEEPEST) return null;
  const best = named(natvisFiles(session), type.name, view, depth > 0);
  if (best) return { ...best, self };
  for (const field of type.fields()) {
    const inner = field.isBase ? field.type() : null;
    if (inner?.kind !== 'struct' || self.address === null) continue;
    const base = { ...self, type: inner, address: self.address + BigInt(field.offset) };
    const found = visualizerOf(session, inner, base, view, depth + 1);
    if (found) return found;
  }
  return null;
}

function named(files: readonly NatvisFile[], name: string, view: string | null, isBase: boolean): Named {
  const matches = known.get(files) ?? new Map<string, Named>();
  known.set(files, matches);
  const key = `${isBase}:${view}:${name}`;
  const before = matches.get(key);
  if (before !== undefined) return before;
  let best: Named = null;
  // Of equal priority the name with fewer wildcards is nearer, and among those the file that was loaded last.
  const rank = (each: NonNullable<Named>) => each.visualizer.priority * 1000 - each.args.length;
  for (const visualizer of files.flatMap(({ visualizers }) => visualizers)) {
    if ((isBase && !visualizer.inheritable) || !isInView(visualizer.views, view)) continue;
    const args = matchType(visualizer.name, name);
    const found = args && { visualizer, args };
    if (found && (!best || rank(found) > rank(best))) best = found;
  }
  matches.set(key, best);
  return best;
}
