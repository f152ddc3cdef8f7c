import type { Session } from '../session.ts';
import { Aliases } from './aliases.ts';

const ofSession = new WeakMap<Session, Aliases>();

/** The aliases of a session; none at first. */
export function aliasesOf(session: Session): Aliases {
  let aliases = ofSession.get(session);
  if (!aliases) {
    aliases = new Aliases();
    ofSession.set(session, aliases);
  }
  return aliases;
}
