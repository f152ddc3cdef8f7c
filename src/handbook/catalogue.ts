import type { Pattern } from '../analysis/pattern.ts';
import { NEEDS } from './catalogue-needs.ts';

/** A published pattern that has no detector here. */
export interface UnimplementedPattern {
  readonly name: string;
  /** What a detector would need, for people. */
  readonly needs: string;
}

/** Published names that a pattern here answers under another one, or together with others. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  'Multiple Exceptions (user mode)': 'multiple-exceptions',
  'Multiple Exceptions (kernel mode)': 'multiple-exceptions',
  'Invalid Pointer (general)': 'invalid-pointer',
};

/** The published patterns that none of the given ones answers, by name. */
export function unimplementedPatterns(patterns: readonly Pattern[]): readonly UnimplementedPattern[] {
  const implemented = new Set(patterns.map(({ name }) => name));
  return Object.entries(NEEDS)
    .filter(([name]) => !implemented.has(name) && OTHER_NAMES[name] === undefined)
    .map(([name, needs]) => ({ name, needs }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
