/**
 * The plain data that both sources of a Case answer: a dump's Target and a debugger's log. Addresses are unsigned,
 * null is unknown, times are ISO 8601 in UTC.
 */
import type { ThreadStack } from './stack.ts';

export interface SystemSummary {
  readonly os: string | null;
  readonly build: number | null;
  readonly revision: number | null;
  readonly servicePack: string | null;
  readonly architecture: string | null;
  readonly processors: number | null;
  readonly product: string | null;
  readonly suites: readonly string[];
  readonly computerName: string | null;
  readonly kernelBase: bigint | null;
  readonly loadedModuleList: bigint | null;
  readonly capturedAt: string | null;
  readonly uptimeSeconds: number | null;
  readonly processUptimeSeconds: number | null;
  readonly buildLab: string | null;
  readonly bootOptions: readonly string[];
}

export interface BugCheckSummary {
  readonly code: number;
  readonly parameters: readonly [bigint, bigint, bigint, bigint];
  /** Indexes of parameters that a log leaves out and that are 0 here for want of a value; absent when all are known. */
  readonly unknownParameters?: readonly number[];
}

export interface ExceptionSummary {
  readonly code: number;
  readonly flags: number | null;
  readonly address: bigint | null;
  readonly parameters: readonly bigint[];
  readonly threadId: number | null;
  /** From a log's `(first chance)` or null when the source does not say. */
  readonly firstChance: boolean | null;
}

export interface ModuleSummary {
  readonly name: string;
  readonly imageName: string | null;
  readonly path: string | null;
  readonly base: bigint;
  readonly size: number;
  readonly timestamp: number | null;
  readonly checksum: number | null;
  readonly version: string | null;
  readonly pdb: { readonly name: string; readonly id: string } | null;
  readonly symbols: 'pdb' | 'isf' | 'breakpad' | 'exports' | 'none';
  readonly space: 'kernel' | 'user';
  readonly vendor: string | null;
}

export interface UnloadedModuleSummary {
  readonly name: string;
  readonly base: bigint;
  readonly size: number;
}

export interface ThreadSummary {
  readonly id: number | null;
  readonly index: number | null;
  readonly address: bigint | null;
  readonly name: string | null;
  readonly state: string | null;
  readonly waitReason: string | null;
  readonly suspendCount: number | null;
  readonly process: string | null;
  readonly processor: number | null;
  readonly stack: ThreadStack;
}

export interface ProcessSummary {
  readonly name: string | null;
  readonly id: number | null;
  readonly address: bigint | null;
}
