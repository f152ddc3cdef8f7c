import type { Reply } from './messages.ts';

/** One thing that the user wants done. */
export interface Entry {
  /** Commands; several lines where a block was typed on them. */
  readonly text: string;
  /** What a program calls its request; of people and pipes null. */
  readonly id: unknown;
  /** No later line belongs to it, even where a brace is open: who sent it waits for its answer. */
  readonly isWhole?: boolean;
}

export type OutcomeReply = Extract<Reply, { kind: 'outcome' }>;

/** What a front tells the conversation. */
export interface FrontHost {
  take(entry: Entry): void;
  /** No more input will come. */
  end(): void;
  /** Stops what works now; false when nothing does. */
  interrupt(): boolean;
  /** Drops the lines of a block that is not closed. */
  cancelBlock(): boolean;
  complete(line: string): Promise<{ readonly start: number; readonly words: readonly string[] }>;
  /** Ends the conversation with an exit status. */
  leave(status: number): void;
}

/** How a conversation is held: with a person at a terminal, as text over pipes, or with a program in JSON. */
export interface Front {
  /** A program reads: each request has its answer, and no own command of the conversation asks or draws. */
  readonly isJson: boolean;
  /** True where somebody types and completes. */
  readonly isPerson: boolean;
  start(host: FrontHost): void;
  banner(text: string): Promise<void>;
  /** Ready for the next entry; `continued` while a block is open. */
  ask(prompt: string, continued: boolean): void;
  begin(entry: Entry, prompt: string): void;
  show(entry: Entry, outcome: OutcomeReply): Promise<void>;
  /** The last answer to an entry; the prompt is null when the conversation is over. */
  done(entry: Entry, end: { readonly prompt: string | null; readonly interrupted: boolean }): Promise<void>;
  close(): void;

  // What only a person can be shown or asked.

  /** What is worked at; null when it is done. */
  activity?(what: string | null): void;
  choose?(question: string, keys: string): Promise<string>;
  /** What `.prefer_dml` says. */
  prefersDml?(on: boolean): void;
  clear?(): void;
  /** Puts a command where it would have been typed; false where that cannot be done. */
  enter?(text: string): boolean;
}
