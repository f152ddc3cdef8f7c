import type { Outcome } from '../../debugger/outcome.ts';
import type { TextLink } from '../../debugger/text.ts';

/** What the terminal asks of the debugger in its worker. */
export type Request =
  | { readonly kind: 'run'; readonly text: string }
  | { readonly kind: 'complete'; readonly id: number; readonly line: string; readonly cursor: number };

/** What is told of a dump before the first prompt, and in a notebook. */
export interface DumpIdentity {
  /** Without its folder, which is the user's business. */
  readonly name: string;
  readonly bytes: number;
  /** As `vertarget` prints it. */
  readonly about: string;
}

/** Text with the places in it that can be followed. */
export interface Said {
  readonly text: string;
  readonly links: readonly TextLink[];
}

/** What one command of a request gave. */
export interface OutcomeReply extends Said {
  readonly kind: 'outcome';
  readonly command: string;
  /** The command's plain data as JSON; null where the terminal does not want it. */
  readonly data: string | null;
  readonly error: Outcome['error'];
}

/** What the debugger tells the terminal. */
export type Reply =
  | {
      readonly kind: 'ready';
      readonly banner: string;
      readonly prompt: string;
      readonly dumps: readonly DumpIdentity[];
    }
  | { readonly kind: 'refused'; readonly message: string; readonly exit: number }
  | { readonly kind: 'activity'; readonly what: string | null }
  | OutcomeReply
  | {
      readonly kind: 'done';
      readonly prompt: string;
      readonly interrupted: boolean;
      /** What `.prefer_dml` chose. */
      readonly prefersDml: boolean;
      /** A dump that was opened by the request. */
      readonly added: readonly DumpIdentity[];
    }
  | { readonly kind: 'quit' }
  | { readonly kind: 'completions'; readonly id: number; readonly start: number; readonly words: readonly string[] };

/** What the worker is started with. */
export interface DebugStart {
  readonly debugger: true;
  readonly paths: readonly string[];
  readonly symbols: readonly string[] | null;
  readonly images: readonly string[] | null;
  readonly forceSymbols: boolean;
  readonly json: boolean;
  readonly mouse: boolean;
  /** A person types: names are made ready for completion while nothing else is wanted. */
  readonly person: boolean;
  /** Of SharedWords. */
  readonly shared: SharedArrayBuffer;
}
