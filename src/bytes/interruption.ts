/** Thrown where the user no longer wants what is being worked at. No MemoreticsError, so that nobody takes it for missing data. */
export class Interruption extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interruption';
  }
}

/** Looking into shared memory costs more than counting, so it is done at every sixteenth poll. */
const EACH = 16;

let isUnwanted: (() => boolean) | null = null;
let polls = 0;

/** How work learns that it is no longer wanted, for the thread that this runs in; null where nobody can say so. */
export function interruptWhen(asked: (() => boolean) | null): void {
  isUnwanted = asked;
}

/** Stands in every loop that may take long; throws Interruption when the user asked to stop. */
export function poll(): void {
  if (isUnwanted === null || ++polls % EACH !== 0) return;
  if (isUnwanted()) throw new Interruption();
}
