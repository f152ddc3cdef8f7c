import { viewOf } from '../bytes/source.ts';
import { decodeAscii } from '../bytes/text.ts';

/**
 * Names and ids without symbols. KDDEBUGGER_DATA has no offset of ImageFileName, UniqueProcessId or Cid, so they are
 * recognised by their surroundings: a heuristic, checked against 29 dumps with known answers, and never better than a
 * symbol's word.
 */

/** Ids are multiples of four and stay far below this. */
const MOST_ID = 0x4000000;
const isId = (value: number): boolean => value > 0 && value % 4 === 0 && value < MOST_ID;

function words(bytes: Uint8Array, pointerSize: 4 | 8): Float64Array {
  const view = viewOf(bytes);
  const count = Math.floor(bytes.length / pointerSize);
  const out = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const at = index * pointerSize;
    out[index] =
      pointerSize === 4
        ? view.getUint32(at, true)
        : view.getInt32(at + 4, true) * 0x100000000 + view.getUint32(at, true);
  }
  return out;
}

/**
 * Process and thread id of an EPROCESS and one of its ETHREADs: UniqueProcessId is followed by the two links of
 * ActiveProcessLinks, and the thread's CLIENT_ID holds the same process id beside the thread's. Null unless exactly one
 * pair fits.
 */
export function findClientId(
  process: Uint8Array,
  thread: Uint8Array,
  pointerSize: 4 | 8,
): { readonly processId: number; readonly threadId: number } | null {
  const isKernel = (value: number) =>
    pointerSize === 4 ? value >= 0x80000000 : value < 0 && value > -(2 ** 53) && value % 8 === 0;
  const inProcess = words(process, pointerSize);
  const candidates = new Set<number>();
  for (let index = 0; index + 2 < inProcess.length; index++) {
    if (isId(inProcess[index]!) && isKernel(inProcess[index + 1]!) && isKernel(inProcess[index + 2]!)) {
      candidates.add(inProcess[index]!);
    }
  }
  const inThread = words(thread, pointerSize);
  const pairs = new Map<string, { processId: number; threadId: number }>();
  for (let index = 0; index + 1 < inThread.length; index++) {
    const processId = inThread[index]!;
    const threadId = inThread[index + 1]!;
    if (candidates.has(processId) && isId(threadId)) pairs.set(`${processId}:${threadId}`, { processId, threadId });
  }
  return pairs.size === 1 ? [...pairs.values()][0]! : null;
}

/**
 * EPROCESS.ImageFileName: 15 bytes of ASCII, padded with zeros, at a pointer's alignment. Null unless one place in the
 * structure looks like it.
 */
export function findImageFileName(process: Uint8Array, pointerSize: 4 | 8): string | null {
  const found: string[] = [];
  for (let at = 0; at + 16 <= process.length; at += 4) {
    const bytes = process.subarray(at, at + 15);
    const text = decodeAscii(bytes);
    if (text.length < 3 || !/^[\w][\w .,+()&@~$#%-]{2,14}$/.test(text) || !/[A-Za-z]/.test(text)) continue;
    if (bytes.subarray(text.length).some((byte) => byte !== 0)) continue;
    const before = at > 0 ? process[at - 1]! : 0;
    if (before >= 0x20 && before < 0x7f) continue;
    found.push(text);
  }
  const files = found.filter((text) => text.includes('.') || text.length >= 5);
  const best = files.length > 0 ? files : found;
  return new Set(best).size === 1 && pointerSize > 0 ? best[0]! : null;
}
