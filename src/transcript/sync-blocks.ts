import { parseAddress } from './symbol-text.ts';

/** A row of SOS's `!syncblk`: a monitor of .NET that is held. */
export interface SyncBlockRow {
  readonly index: number;
  /** The object that the monitor belongs to. */
  readonly object: bigint | null;
  readonly type: string | null;
  /** Threads that wait: the count printed is 1 for the owner and 2 for each of them. */
  readonly waiters: number;
  readonly recursion: number;
  /** The system's id of the owner; null for none. */
  readonly owner: number | null;
  /** The debugger's index of the owner; null for none, and for a thread that has ended (`XXX`). */
  readonly ownerIndex: number | null;
  readonly ownerEnded: boolean;
  /** Line of the log, from 0. */
  readonly line: number;
}

const HEAD = /^\s*Index\s+(SyncBlock|Sync Block)\s+MonitorHeld\s+Recursion\s+Owning Thread Info/i;
/** `  373 052cbf1c            3         1 08f69280  bc0  14   0a1ffd84 System.String`. */
const ROW =
  /^\s*(\d+)\s+([0-9a-f`]{8,17})\s+(\d+)\s+(\d+)\s+([0-9a-f`]{8,17})\s+(?:([0-9a-f]+)\s+(\d+|XXX)|none)\s+([0-9a-f`]{8,17})\s+(\S.*?)\s*$/i;
const MOST_ROWS = 10_000;

/** The rows of every `!syncblk`, in the order met. */
export function readSyncBlocks(lines: readonly string[], firstLine = 0): readonly SyncBlockRow[] {
  const found: SyncBlockRow[] = [];
  let inside = false;
  for (let index = 0; index < lines.length && found.length < MOST_ROWS; index++) {
    const text = lines[index]!;
    if (text.length > 600) continue;
    if (HEAD.test(text)) inside = true;
    else if (inside) {
      const row = ROW.exec(text);
      if (!row) {
        inside = text.trim() === '';
        continue;
      }
      const held = Number(row[3]);
      found.push({
        index: Number(row[1]),
        object: parseAddress(row[8]!),
        type: row[9]!,
        waiters: held >> 1,
        recursion: Number(row[4]),
        owner: row[6] === undefined || held % 2 === 0 ? null : Number.parseInt(row[6], 16),
        ownerIndex: row[7] === undefined || /XXX/i.test(row[7]) ? null : Number(row[7]),
        ownerEnded: /XXX/i.test(row[7] ?? ''),
        line: firstLine + index,
      });
    }
  }
  return found;
}
