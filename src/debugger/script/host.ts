import type { ScriptLimits } from './budget.ts';

/** What the world gives to scripts. */
export interface ScriptHost {
  /** True once the user asked to stop. */
  readonly interrupted?: () => boolean;
  /** Gives the host a turn now and then, so that an interruption can arrive while a loop runs. */
  readonly pause?: () => Promise<void>;
  readonly limits?: ScriptLimits;
}
