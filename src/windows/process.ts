import type { ThreadObject } from './thread.ts';

/** An EPROCESS with all that `!process` shows of it, from memory or from a log. Null is unknown. Pages unless said. */
export interface ProcessObject {
  readonly address: bigint;
  readonly id: number | null;
  readonly parentId: number | null;
  /** Null for none (System) as well as unknown. */
  readonly sessionId: number | null;
  readonly peb: bigint | null;
  /** Physical address of its top page table, with flags as stored. */
  readonly directoryBase: bigint | null;
  readonly objectTable: bigint | null;
  readonly handleCount: number | null;
  readonly image: string | null;
  /** Of the image file on disk, where resident. */
  readonly imagePath: string | null;
  readonly commandLine: string | null;
  readonly vadRoot: bigint | null;
  readonly vadCount: number | null;
  readonly cloneCount: number | null;
  readonly privatePages: bigint | null;
  readonly modifiedPages: bigint | null;
  readonly lockedPages: bigint | null;
  readonly deviceMap: bigint | null;
  readonly token: bigint | null;
  readonly createdAt: string | null;
  readonly exitedAt: string | null;
  readonly exitStatus: number | null;
  readonly elapsedMs: number | null;
  readonly userMs: number | null;
  readonly kernelMs: number | null;
  /** Bytes. */
  readonly quotaPaged: bigint | null;
  readonly quotaNonPaged: bigint | null;
  readonly workingSet: bigint | null;
  readonly workingSetMinimum: bigint | null;
  readonly workingSetMaximum: bigint | null;
  readonly peakWorkingSet: bigint | null;
  /** Bytes. */
  readonly virtualSize: bigint | null;
  readonly peakVirtualSize: bigint | null;
  readonly pageFaults: bigint | null;
  readonly memoryPriority: number | null;
  readonly basePriority: number | null;
  readonly commitCharge: bigint | null;
  readonly job: bigint | null;
  readonly debugPort: bigint | null;
  readonly wow64: boolean | null;
  /** The PS_PROTECTION byte; null before Windows 8.1. */
  readonly protection: number | null;
  readonly frozen: boolean | null;
  /** True when it has exited but something still refers to it. */
  readonly zombie: boolean | null;
  readonly activeThreads: number | null;
  /** Empty also where the command that printed it lists none; `threadsListed` tells. */
  readonly threads: readonly ThreadObject[];
  readonly threadsListed: boolean;
  /** Why the thread list is cut, for people. */
  readonly threadsBroken: string | null;
  /** Line of the log, from 0, that introduces it; null from memory. */
  readonly line: number | null;
}
