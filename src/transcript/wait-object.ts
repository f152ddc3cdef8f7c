import type { WaitObject } from '../windows/wait.ts';
import { parseAddress } from './symbol-text.ts';

/** What the rest of the block tells about the waiting thread, which decides what an object inside it is. */
export interface WaitingThread {
  readonly suspended: boolean;
  /** It waits for the reply to a message. */
  readonly messaging: boolean;
}

const OBJECT = /^([0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s+(\S.*)$/;
/**
 * How far from its thread a part of it can lie at most, on 32-bit and 64-bit Windows by public symbols: KTHREAD.Timer,
 * KTHREAD.SuspendEvent or SuspendSemaphore, and the reply semaphore in ETHREAD. What lies farther, or is of another
 * kind, is a neighbour in the pool.
 */
const REACH = { timer: [0x100n, 0x180n], suspend: [0x300n, 0x600n], reply: [0x4a0n, 0x900n] } as const;

/** The wait object that a trimmed line shows, still to be told what its thread does; null when it shows none. */
export function waitObjectIn(text: string, thread: bigint): ((waiting: WaitingThread) => WaitObject) | null {
  const found = OBJECT.exec(text);
  const address = found ? parseAddress(found[1]!) : null;
  if (!found || address === null) return null;
  const rest = found[2]!;
  // Two addresses in a row, or a symbol, are a stack's line.
  if (rest.startsWith(':') || /^[0-9a-f]{8}/.test(rest) || (rest.includes('!') && !rest.includes(' '))) return null;
  const type = typeOf(rest);
  const limit = /^Semaphore\b.*?\bLimit:? (0x[0-9a-f]{1,8}|\d{1,10})/i.exec(rest);
  const owner = /\bowning thread:? ([0-9a-f]{8}(?:`?[0-9a-f]{8})?)/i.exec(rest);
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

/** Which part of the waiting thread an object at that distance from it is; null when it is none. */
function ownPart(
  offset: bigint,
  wide: boolean,
  type: string | null,
  limit: number | null,
  { suspended, messaging }: WaitingThread,
): WaitObject['own'] {
  const within = ([narrow, far]: readonly [bigint, bigint]): boolean => offset > 0n && offset < (wide ? far : narrow);
  if (type?.endsWith('Timer')) return within(REACH.timer) ? 'timer' : null;
  const semaphore = type === 'Semaphore';
  // The semaphore of suspension has the limit 2, the one of replies 1; since Windows 8 threads are suspended by an event.
  if (within(REACH.suspend) && (semaphore ? limit === 2 : suspended && type?.endsWith('Event'))) return 'suspend';
  return semaphore && limit === 1 && messaging && within(REACH.reply) ? 'lpc-reply' : null;
}
