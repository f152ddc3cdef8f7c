/** Names further from what was typed than this many edits are no hint. */
const FARTHEST = 3;
/** Names looked at: a kernel has some 40,000. */
const MOST_NAMES = 200_000;

/** The name nearest to one that was typed, ignoring case; null when none is near. */
export function nearestName(typed: string, names: Iterable<string>): string | null {
  const wanted = typed.toLowerCase();
  let best: string | null = null;
  // Of a short name two edits make any other.
  let least = wanted.length < 2 ? 1 : wanted.length < 4 ? 2 : FARTHEST;
  let looked = 0;
  for (const name of names) {
    if (++looked > MOST_NAMES) break;
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, name.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}

/** Levenshtein distance, given up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    previous = row;
  }
  return previous[b.length]!;
}
