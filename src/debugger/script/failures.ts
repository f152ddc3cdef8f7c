import { UsageError } from '../../bytes/errors.ts';
import { ScriptStopped } from './budget.ts';

/** After `q`: nothing more is run, and there is nothing to tell. */
export class SessionEnded extends ScriptStopped {}

/** What failed and was told: ends blocks without being told twice. */
export class ReportedFailure extends UsageError {
  constructor(message: string) {
    super('', message);
    this.name = 'ReportedFailure';
  }
}
