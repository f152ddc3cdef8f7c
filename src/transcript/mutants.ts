import type { Mutant } from '../windows/mutant.ts';
import { parseAddress } from './symbol-text.ts';

/** A mutex of `!mutex`, with its line of the log. */
export interface MutantText extends Mutant {
  readonly line: number;
}

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
const HEAD = new RegExp(`^\\s*Mutex @ (${A})(?:\\s+(\\S.*?))?\\s*$`);
const OWNER = new RegExp(`^\\s+Owner (${A}|none|\\?)\\s+Recursion (-?\\d{1,10}|\\?)(.*)$`);
const WAITING = new RegExp(`^\\s+Waiting (${A})\\s*$`);
const LOST = /^\s+Waiters are not complete: (\S.*)$/;

/** Every mutex of `!mutex`, a command of ours, in the order met. */
export function readMutants(lines: readonly string[], firstLine = 0): readonly MutantText[] {
  const found: ({ -readonly [Key in keyof MutantText]: MutantText[Key] } & { waiters: bigint[] })[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    const head = text.includes('Mutex @ ') ? HEAD.exec(text) : null;
    if (head) {
      found.push({
        address: parseAddress(head[1]!)!,
        owner: null,
        recursion: null,
        abandoned: null,
        disablesApcs: null,
        waiters: [],
        name: head[2] ?? null,
        lost: null,
        line: firstLine + i,
      });
      continue;
    }
    const last = found.at(-1);
    if (!last || !/^\s+\S/.test(text)) continue;
    const owner = OWNER.exec(text);
    const waiting = WAITING.exec(text);
    if (owner) {
      last.owner = owner[1] === 'none' ? 0n : parseAddress(owner[1]!);
      last.recursion = owner[2] === '?' ? null : Number(owner[2]);
      last.abandoned = /\bAbandoned\b/.test(owner[3]!);
      last.disablesApcs = /\bApcDisable\b/.test(owner[3]!);
    } else if (waiting) last.waiters.push(parseAddress(waiting[1]!)!);
    else last.lost ??= LOST.exec(text)?.[1] ?? null;
  }
  return found;
}
