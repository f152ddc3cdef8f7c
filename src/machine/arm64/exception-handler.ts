import { viewOf } from '../../bytes/source.ts';
import type { UnwindData } from '../unwind.ts';
import type { FunctionHandler } from '../x64/exception-handler.ts';

/**
 * The handler of a function by its .xdata (Learn: "ARM64 exception handling"): packed entries have none; in a full
 * record bit 20 says that a handler's RVA follows the unwind codes.
 */
export function readFunctionHandler(data: UnwindData): FunctionHandler | null | 'unknown' {
  if ((data.unwind & 3) !== 0) return null;
  const bytes = data.read(data.unwind, 8);
  if (bytes.length < 4) return 'unknown';
  const view = viewOf(bytes);
  const header = view.getUint32(0, true);
  if ((header & (1 << 20)) === 0) return null;
  const oneEpilog = (header & (1 << 21)) !== 0;
  let epilogs = (header >>> 22) & 0x1f;
  let codes = header >>> 27;
  let at = data.unwind + 4;
  if (epilogs === 0 && codes === 0) {
    if (bytes.length < 8) return 'unknown';
    const more = view.getUint32(4, true);
    epilogs = more & 0xffff;
    codes = (more >>> 16) & 0xff;
    at += 4;
  }
  const behind = at + 4 * ((oneEpilog ? 0 : epilogs) + codes);
  const word = data.read(behind, 4);
  if (word.length < 4) return 'unknown';
  return { handler: viewOf(word).getUint32(0, true), data: behind + 4, forExceptions: true, forUnwinding: true };
}
