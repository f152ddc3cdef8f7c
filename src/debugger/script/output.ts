import type { Outcome } from '../outcome.ts';
import { promptText } from '../prompt.ts';
import type { Session } from '../session.ts';

/** Where outcomes go as they are made. */
export type Emit = (outcome: Outcome) => void;

/** What is said goes to whoever runs the commands and into the log, or to a command that wants it for itself. */
export class Output {
  readonly #session: Session;
  #emit: Emit = () => {};
  #log: Session['log'] = null;
  constructor(session: Session) {
    this.#session = session;
  }
  /** From now on outcomes go to `emit`. */
  begin(emit: Emit): void {
    this.#log = this.#session.log;
    this.#emit = (outcome) => {
      const { log } = this.#session;
      // What .logopen says stands at the head of the new log already.
      if (log === this.#log) log?.write(outcome.text);
      this.#log = log;
      emit(outcome);
    };
  }
  /** A line that was typed, as the log shows it. */
  typed(line: string): void {
    this.#session.log?.write(`${promptText(this.#session)}${line}\n`);
  }
  emit(outcome: Outcome): void {
    this.#emit(outcome);
  }
  /** Outcomes of `work` go to `take`, which may pass them on to where they went before. */
  async capture<T>(take: (outcome: Outcome, outside: Emit) => void, work: () => Promise<T>): Promise<T> {
    const before = this.#emit;
    this.#emit = (outcome) => take(outcome, before);
    try {
      return await work();
    } finally {
      this.#emit = before;
    }
  }
}
