import { viewOf } from '../../bytes/source.ts';
import type { UnwindData } from '../unwind.ts';

/** UNWIND_INFO flags (Learn: "x64 exception handling"). */
const UNW_FLAG_EHANDLER = 1;
const UNW_FLAG_UHANDLER = 2;
const UNW_FLAG_CHAININFO = 4;
const MOST_LINKS = 32;

/** The language-specific handler of a function, as RVAs of its image. */
export interface FunctionHandler {
  readonly handler: number;
  /** Where the handler's own data begins. */
  readonly data: number;
  readonly forExceptions: boolean;
  readonly forUnwinding: boolean;
}

/** The handler of the function that an entry belongs to: null when it has none, `unknown` when its data is not there. */
export function readFunctionHandler(data: UnwindData): FunctionHandler | null | 'unknown' {
  let { unwind } = data;
  for (let link = 0; link < MOST_LINKS; link++) {
    // An odd RVA points to another entry, whose third word is its UNWIND_INFO.
    const at = unwind & ~1;
    if (unwind & 1) {
      const entry = data.read(at, 12);
      if (entry.length < 12) return 'unknown';
      unwind = viewOf(entry).getUint32(8, true);
      continue;
    }
    const header = data.read(at, 4);
    if (header.length < 4) return 'unknown';
    const version = header[0]! & 7;
    const flags = header[0]! >> 3;
    if (version !== 1 && version !== 2) return 'unknown';
    const slots = header[2]!;
    const behind = at + 4 + (slots + (slots & 1)) * 2;
    if (flags & UNW_FLAG_CHAININFO) {
      const entry = data.read(behind, 12);
      if (entry.length < 12) return 'unknown';
      unwind = viewOf(entry).getUint32(8, true);
      continue;
    }
    if ((flags & (UNW_FLAG_EHANDLER | UNW_FLAG_UHANDLER)) === 0) return null;
    const word = data.read(behind, 4);
    if (word.length < 4) return 'unknown';
    return {
      handler: viewOf(word).getUint32(0, true),
      data: behind + 4,
      forExceptions: (flags & UNW_FLAG_EHANDLER) !== 0,
      forUnwinding: (flags & UNW_FLAG_UHANDLER) !== 0,
    };
  }
  return 'unknown';
}
