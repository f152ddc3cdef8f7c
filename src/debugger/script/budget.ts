import { UsageError } from '../../bytes/errors.ts';

/** How much one call of a script may do; beyond, it stops with a message that says which limit it met. */
export interface ScriptLimits {
  readonly steps: number;
  readonly outputCharacters: number;
  readonly milliseconds: number;
}

/** Ample for people, and an end for what would not end. */
export const USUAL_LIMITS: ScriptLimits = { steps: 50_000_000, outputCharacters: 64 << 20, milliseconds: 600_000 };

/** Thrown when a limit is met or the user interrupts: it passes through `.catch`. */
export class ScriptStopped extends UsageError {
  constructor(message: string) {
    super('', message);
    this.name = 'ScriptStopped';
  }
}

/** Counts what a script has used. Time and interruption are looked at every 512 steps, which keeps a step cheap. */
export class Budget {
  readonly #limits: ScriptLimits;
  readonly #interrupted: () => boolean;
  readonly #end: number;
  #steps = 0;
  #characters = 0;
  constructor(limits: ScriptLimits, interrupted: () => boolean) {
    this.#limits = limits;
    this.#interrupted = interrupted;
    this.#end = performance.now() + limits.milliseconds;
  }
  /** Counts one statement; true when the host should be given a turn, so that an interruption can arrive. */
  step(): boolean {
    if (++this.#steps > this.#limits.steps)
      throw new ScriptStopped(`the script made ${this.#limits.steps} steps without ending`);
    if ((this.#steps & 511) !== 0) return false;
    this.look();
    return (this.#steps & 16383) === 0;
  }
  /** Looks at time and interruption now: before a command, which may take long. */
  look(): void {
    if (this.#interrupted()) throw new ScriptStopped('interrupted');
    if (performance.now() > this.#end) {
      throw new ScriptStopped(`the script ran for ${this.#limits.milliseconds / 1000} s without ending`);
    }
  }
  printed(characters: number): void {
    this.#characters += characters;
    if (this.#characters > this.#limits.outputCharacters) {
      throw new ScriptStopped(`the script printed more than ${this.#limits.outputCharacters} characters`);
    }
  }
}
