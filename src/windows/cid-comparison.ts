import { type Address, toUnsigned } from '../memory/space.ts';
import { hasEnded, hasExited, ownerOf, readCidTable } from './cid-table.ts';
import type { Kernel } from './kernel.ts';
import { imageNameOf } from './process-identity.ts';
import { processList, threadList } from './process-reader.ts';
import { unlistedProcesses } from './unlisted-process.ts';

/** A process or thread that one of the two ways leads to. Addresses are unsigned. */
export interface CidDifference {
  readonly id: number | null;
  readonly address: bigint;
  readonly kind: 'process' | 'thread';
  /** Of a process, or of a thread's process. */
  readonly image: string | null;
}

/** PspCidTable against the lists that start at PsActiveProcessHead. What has ended is left out. */
export interface CidComparison {
  readonly processes: number;
  readonly threads: number;
  readonly onlyInTable: readonly CidDifference[];
  /** On a list, with an id that leads nowhere or elsewhere. */
  readonly onlyListed: readonly CidDifference[];
  /** Why either way may be incomplete, for people: then a difference proves nothing. */
  readonly lost: string | null;
  /** Why the walk of the list of processes ended early; null when it came back to its head. */
  readonly brokenList: string | null;
}

/** Walks both ways and compares them; null without the table. */
export function compareCids(kernel: Kernel): CidComparison | null {
  const table = readCidTable(kernel);
  if (!table) return null;
  const listed = processList(kernel);
  const hidden = unlistedProcesses(kernel, listed.items);
  const threads = listed.items.map((process) => threadList(kernel, process));
  const listedThreads = threads.flatMap(({ items }) => items);
  const known = new Set(listedThreads);
  const process = (at: Address) => describe(kernel, at, 'process');
  const thread = (at: Address) => describe(kernel, at, 'thread');
  const unknown = (at: Address, id: number | null) => table.ids.get(at) !== id;
  const broken = threads.find((walk) => walk.broken !== null)?.broken ?? null;
  const reasons = [table.lost, listed.broken, broken].filter((reason) => reason !== null);
  return {
    processes: table.processes.length,
    threads: table.threads.length,
    onlyInTable: [
      ...hidden.map(process),
      ...table.threads.filter((at) => !known.has(at) && !hasEnded(kernel, at)).map(thread),
    ],
    onlyListed: [
      ...listed.items.filter((at) => !hasExited(kernel, at) && unknown(at, idOf(kernel, at, 'process'))).map(process),
      ...listedThreads.filter((at) => !hasEnded(kernel, at) && unknown(at, idOf(kernel, at, 'thread'))).map(thread),
    ],
    lost: reasons.length > 0 ? reasons.join('; ') : null,
    brokenList: listed.broken,
  };
}

function idOf(kernel: Kernel, at: Address, kind: CidDifference['kind']): number | null {
  return kind === 'process'
    ? kernel.object('_EPROCESS', at).number('UniqueProcessId')
    : kernel.object('_ETHREAD', at).number('Cid.UniqueThread');
}

function describe(kernel: Kernel, at: Address, kind: CidDifference['kind']): CidDifference {
  const process = kind === 'process' ? at : ownerOf(kernel, at);
  const image = process ? imageNameOf(kernel.object('_EPROCESS', process)) : null;
  return { id: idOf(kernel, at, kind), address: toUnsigned(at), kind, image };
}
