import { parseAddress } from './symbol-text.ts';

/** A mutex of a process that a thread owns, as `!handle` of a user-mode session tells. */
export interface MutexOwner {
  /** Null where the line with it was filtered away. */
  readonly handle: bigint | null;
  readonly name: string | null;
  /** Ids; the process is the owner's, which need not be the debugged one. */
  readonly processId: number;
  readonly threadId: number;
  /** Line of the log, from 0. */
  readonly line: number;
}

const OWNER = /^\s+Mutant Owner (?:0x)?([0-9a-f]{1,8})\.(?:0x)?([0-9a-f]{1,8})\s*$/i;
const HANDLE = /^\s*Handle (?:0x)?([0-9a-f]{1,16})(?:\s+-\s*Type\s+\S.*)?\s*$/i;
const NAME = /^\s+Name\s+(\S.*?)\s*$/;
/** Lines of one handle, at most. */
const LONGEST = 16;

/** Every owned mutex with its owner; filters (`!grep`, `findstr`) may have taken lines of the handle away. */
export function readMutexOwners(lines: readonly string[], firstLine = 0): readonly MutexOwner[] {
  const found: MutexOwner[] = [];
  for (let i = 0; i < lines.length; i++) {
    const owner = lines[i]!.includes('Mutant Owner') ? OWNER.exec(lines[i]!) : null;
    if (!owner) continue;
    let handle: bigint | null = null;
    let name: string | null = null;
    for (let at = i - 1; at >= Math.max(0, i - LONGEST) && !OWNER.test(lines[at]!); at--) {
      const begin = HANDLE.exec(lines[at]!);
      name ??= NAME.exec(lines[at]!)?.[1] ?? null;
      if (!begin) continue;
      handle = parseAddress(begin[1]!);
      break;
    }
    found.push({
      handle,
      name: name === '<none>' ? null : name,
      processId: Number.parseInt(owner[1]!, 16),
      threadId: Number.parseInt(owner[2]!, 16),
      line: firstLine + i,
    });
  }
  return found;
}
