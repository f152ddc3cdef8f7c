import { isUserMode } from '../target/target.ts';
import type { Session } from './session.ts';

/** The debugger's prompt: `1: kd> `, `0:000> `, `||1:0:000> ` of the second of several dumps; of a log `log> `. */
export function promptText(session: Session): string {
  return `${session.promptPrefix}${ownPrompt(session)}`;
}

function ownPrompt(session: Session): string {
  const { target } = session.theCase;
  if (!target) return 'log> ';
  if (isUserMode(target)) {
    const index = session.thread?.index ?? null;
    return `0:${index === null ? '???' : String(index).padStart(3, '0')}> `;
  }
  if ((target.system.processors ?? 1) <= 1) return 'kd> ';
  return `${session.thread?.processor ?? '?'}: kd> `;
}
