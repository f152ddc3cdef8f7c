import type { Session } from './session.ts';
import type { Text } from './text.ts';

/**
 * A debugger command: one file. `parse` turns arguments into options or throws UsageError; `run` yields plain data and
 * never prints; `render` makes WinDbg's text of the data without a session, so it cannot read memory.
 */
export interface Command<Options, Data> {
  /** As typed: `k`, `.trap`, `!locks`. */
  readonly name: string;
  /** Other spellings that mean the same command: `kb`, `kv`. The one typed is given to `parse`. */
  readonly aliases?: readonly string[];
  /** `k[b|v|p|n|L|f] [count]`. */
  readonly syntax: string;
  /** One sentence in our own words. */
  readonly summary: string;
  /** A call that works on a typical dump. */
  readonly example: string;
  /** Ids of patterns that this command gives evidence for. */
  readonly patterns: readonly string[];
  /** Why the text may differ from WinDbg's, where no public transcript shows a layout. */
  readonly notes?: string;
  /** A letter right after the name makes another word: `gate` is no `g`, while `kvn` is a `k`. */
  readonly isWholeWord?: boolean;
  /** WinDbg has it and no dump can answer it: nothing that a hint or a completion should lead to. */
  readonly isRefused?: boolean;
  /** Its arguments are run as commands or kept for that, so that texts of the dump in them must stay closed. */
  readonly holdsCommands?: boolean;
  parse(args: string, session: Session, typed: string): Options;
  run(session: Session, options: Options): Data | Promise<Data>;
  render(data: Data, text: Text): void;
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds commands of all option and data types.
export type AnyCommand = Command<any, any>;

/** Declares a command; exists only so that option and data types are inferred. */
export function command<Options, Data>(definition: Command<Options, Data>): Command<Options, Data> {
  return definition;
}
