/** What the terminal asks of the debugger in its worker. */
export type Request =
  | { readonly kind: 'run'; readonly text: string }
  | { readonly kind: 'complete'; readonly id: number; readonly line: string; readonly cursor: number };

/** What the debugger tells the terminal. */
export type Reply =
  | { readonly kind: 'ready'; readonly banner: string; readonly prompt: string }
  | { readonly kind: 'refused'; readonly message: string; readonly exit: number }
  | {
      readonly kind: 'outcome';
      readonly command: string;
      readonly text: string;
      /** Columns of the text that run a command when they are clicked, where the terminal shows links. */
      readonly json: string | null;
      readonly failed: boolean;
    }
  | { readonly kind: 'done'; readonly prompt: string }
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
  /** One 32-bit word: 1 while the user wants the command to stop. */
  readonly interrupt: SharedArrayBuffer;
}
