import type { WaitObject } from '../windows/wait.ts';
import { parseAddress } from './symbol-text.ts';

/** What the rest of the block tells about the waiting thread, which decides what an object inside it is. */
export interface WaitingThread {
  readonly suspended: boolean;
  /** Vista or later: its ETHREAD is larger. */
  readonly modern: boolean;
}

const OBJECT = /^([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+(\S.*)$/;
/**
 * At least the size of an ETHREAD, as public symbols give it: 0x248 to 0x258 on 32-bit 2000 to 2003, under 0x4a0 later,
 * under 0x900 on 64-bit. An object that begins within lies in the thread itself.
 */
const THREAD_SIZE = { old: 0x258n, narrow: 0x4a0n, wide: 0x900n } as const;

/** The wait object that a trimmed line shows, still to be told what its thread does; null when it shows none. */
export function waitObjectIn(text: string, thread: bigint): ((waiting: WaitingThread) => WaitObject) | null {
  const found = OBJECT.exec(text);
  const address = found ? parseAddress(found[1]!) : null;
  if (!found || address === null) return null;
  const rest = found[2]!;
  // Two addresses in a row, or a symbol, are a stack's line.
  if (rest.startsWith(':') || /^[0-9a-f]{8}/.test(rest) || (rest.includes('!') && !rest.includes(' '))) return null;
  const type = typeOf(rest);
  const limit = /^Semaphore Limit (0x[0-9a-f]+|\d+)/i.exec(rest);
  const owner = /\bowning thread ([0-9a-f]{8}(?:`?[0-9a-f]{8})?)/i.exec(rest);
  const count = limit ? Number(limit[1]) : null;
  return (waiting) => ({
    address,
    type,
    limit: count,
    owner: owner ? nonZero(parseAddress(owner[1]!)) : type === 'Thread' || type === 'ProcessObject' ? address : null,
    name: null,
    own: ownPart(address - thread, thread > 0xffff_ffffn, type, count, waiting),
  });
}

/** The type without what follows it; null for `Unknown`. */
function typeOf(text: string): string | null {
  const word = /^([A-Za-z]\w*)/.exec(text)?.[1] ?? text.split(/\s{2}|<|\/\//)[0]!.trim();
  return word === 'Unknown' || word === '' ? null : word;
}

function nonZero(value: bigint | null): bigint | null {
  return value === 0n ? null : value;
}

/** Which part of the waiting thread an object at that distance from it is; null when it is outside. */
function ownPart(
  offset: bigint,
  wide: boolean,
  type: string | null,
  limit: number | null,
  waiting: WaitingThread,
): WaitObject['own'] {
  const size = wide ? THREAD_SIZE.wide : waiting.modern ? THREAD_SIZE.narrow : THREAD_SIZE.old;
  if (offset <= 0n || offset >= size) return null;
  if (type?.endsWith('Timer')) return 'timer';
  if (waiting.suspended) return 'suspend';
  // Two semaphores lie in an ETHREAD: the one of suspension has the limit 2, the one of LPC replies 1.
  if (type === 'Semaphore') return limit === 2 ? 'suspend' : limit === 1 ? 'lpc-reply' : 'other';
  return type === 'QueueObject' ? 'queue' : 'other';
}
