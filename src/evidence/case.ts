import type { Problem } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import type { Architecture } from '../machine/context.ts';
import type { Disassembler } from '../machine/instruction.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import type { Module, Target } from '../target/target.ts';
import type { Transcript } from '../transcript/transcript.ts';

/** What one file turned out to be. */
export interface CaseSource {
  /** The path as the user gave it; `-` for standard input. Members of an archive are `archive.zip/member`. */
  readonly path: string;
  readonly kind: Target['kind'] | 'debugger-log';
  readonly format: Target['format'] | 'text';
  readonly dumpType: number | null;
  readonly size: number;
}

/** What was loaded for one module, and why not more. */
export interface ModuleSymbols {
  readonly table: SymbolTable | null;
  readonly image: Source | null;
  /** For people: where it was found or what was tried. */
  readonly note: string;
}

/** Names and images loaded so far, by module. Immutable: loading more yields a new Case. */
export type SymbolSet = ReadonlyMap<Module, ModuleSymbols>;

/** What is analysed: exactly one of `target` and `transcript` is set. */
export interface Case {
  readonly source: CaseSource;
  readonly target: Target | null;
  readonly transcript: Transcript | null;
  readonly symbols: SymbolSet;
  /** Supplied by the host, because WebAssembly comes through its doors; null for processors it has none for. */
  readonly disassembler: (architecture: Architecture) => Disassembler | null;
  /** Problems met on the way to the source (wrappers, names), before its own. */
  readonly problems: readonly Problem[];
}

/** A fact that is known, with where it was read; or what is missing and what would supply it. */
export type Answer<T> =
  | { readonly known: true; readonly value: T; readonly from: string }
  | { readonly known: false; readonly missing: string; readonly remedy: string | null };

export function known<T>(value: T, from: string): Answer<T> {
  return { known: true, value, from };
}

export function missing(what: string, remedy: string | null = null): Answer<never> {
  return { known: false, missing: what, remedy };
}

/** A fact: asked of a Case, derived at most once for each. */
export interface Fact<T> {
  readonly factName: string;
  (theCase: Case): Answer<T>;
}

/** Declares a fact. `derive` may ask other facts; a circle of facts is a bug and throws. */
export function fact<T>(factName: string, derive: (theCase: Case) => Answer<T>): Fact<T> {
  const answers = new WeakMap<Case, Answer<T> | 'deriving'>();
  const ask = (theCase: Case): Answer<T> => {
    const before = answers.get(theCase);
    if (before === 'deriving') throw new Error(`fact ${factName} asks itself`);
    if (before) return before;
    answers.set(theCase, 'deriving');
    try {
      const answer = derive(theCase);
      answers.set(theCase, answer);
      return answer;
    } catch (error) {
      answers.delete(theCase);
      throw error;
    }
  };
  return Object.assign(ask, { factName });
}
