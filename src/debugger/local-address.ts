import { Need } from './need.ts';
import type { Session } from './session.ts';
import { findLocal } from './variable-search.ts';

/** Places found so far, for the frame and the symbols that they hold for. */
const found = new WeakMap<Session, { readonly frame: string; readonly places: Map<string, bigint | null> }>();

/**
 * Where a parameter or local variable of the current frame lies, which is what its name means in MASM expressions; null
 * for other names and for variables in registers. Throws a Need for what was not asked yet.
 */
export function localAddress(session: Session, name: string): bigint | null {
  const frame = frameKey(session);
  const known = found.get(session);
  const place = known?.frame === frame ? known.places.get(name) : undefined;
  if (place !== undefined) return place;
  throw new Need(name, async () => {
    const address = (await findLocal(session, name))?.address ?? null;
    // To look for it can have loaded symbols: the answer holds for the state after it.
    const after = frameKey(session);
    const before = found.get(session);
    if (before?.frame === after) before.places.set(name, address);
    else found.set(session, { frame: after, places: new Map([[name, address]]) });
  });
}

function frameKey({ frame, context, theCase }: Session): string {
  return `${frame}:${context?.ip}:${context?.sp}:${theCase.symbols.size}`;
}
