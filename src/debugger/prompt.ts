import type { Session } from './session.ts';

/** Columns that the debugger's prompt takes before a command: `kd> `, `1: kd> `, `0:000> `; carets stand behind them. */
export function promptWidth(session: Session): number {
  const { kind, system } = session.target;
  return !kind.startsWith('user') && (system.processors ?? 1) <= 1 ? 4 : 7;
}
