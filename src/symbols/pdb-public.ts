import type { Pdb } from '../formats/pdb/pdb.ts';
import type { PublicSymbol } from '../formats/pdb/symbol.ts';

/** Code between contributions is padding; a public is not stretched over more of it. */
const MOST_PADDING = 4096;

/** A place as symbols count it: section number from 1, and offset in the section. */
export interface PdbPlace {
  readonly section: number;
  readonly offset: number;
}

/**
 * The public that can contain a place. Publics carry no size, so the linker's contributions bound them: a public of
 * one contribution does not reach into the next, whose own names are private or were stripped.
 */
export function publicAt({ publics, contributions }: Pdb, place: PdbPlace): PublicSymbol | null {
  if (publics === null) return null;
  let index = publics.lastAt(place.section, place.offset);
  const found = publics.get(index);
  if (found === null || found.section !== place.section) return null;
  if (found.offset !== place.offset) {
    const piece = contributions?.at(place.section, place.offset) ?? null;
    if (piece !== null) {
      if (found.offset < piece.offset) return null;
    } else if (contributions !== null && contributions.count > 0) {
      const own = contributions.at(found.section, found.offset);
      if (own !== null && place.offset - (own.offset + own.size) > MOST_PADDING) return null;
    }
    // Of aliases such as Nt and Zw, debuggers show the first inside the code and the last at its very start
    // (both ways in one session of Windows XP's ntdll).
    const key = publics.key(index);
    for (let tries = 0; index > 0 && tries < 256 && publics.key(index - 1) === key; tries++) index--;
    return publics.get(index);
  }
  return found;
}
