import type { ScriptLimits } from './budget.ts';

/** What the world gives to scripts. */
export interface ScriptHost {
  /** True once the user asked to stop. */
  readonly interrupted?: () => boolean;
  /** Gives the host a turn now and then, so that an interruption can arrive while a loop runs. */
  readonly pause?: () => Promise<void>;
  readonly limits?: ScriptLimits;
  /** Hears of each line before it runs. */
  readonly typed?: (line: string) => void;
  /** Whoever reads the answers does not see the lines, so a caret needs its line above it. */
  readonly isSilent?: boolean;
}
