import type { TextLink } from './text.ts';

/** What one command line gave, as `memoretics run --json` prints it. */
export interface Outcome {
  readonly command: string;
  readonly data: unknown;
  readonly text: string;
  readonly error: { readonly code: string; readonly message: string; readonly position: number | null } | null;
  /** Places in the text that can be followed. */
  readonly links?: readonly TextLink[];
}
