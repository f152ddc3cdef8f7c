import type { LogObjects } from './log-objects.ts';

/** What to run for each kind of object that a log lacks. */
export const COMMANDS_THAT_SHOW = {
  threads: '!process 0 7',
  processes: '!process 0 7',
  resources: '!locks',
  criticalSections: '!locks, or !cs -l in a kernel session',
  virtualMemory: '!vm',
  poolUses: '!poolused',
  irps: '!irp ADDRESS',
  foundIrps: '!irpfind',
  userHandles: '!handle 0 f',
  threadTimes: '!runaway 7',
  processors: '!running -it',
  queuedLocks: '!qlocks',
  handleTables: '!handle 0 3 PROCESS',
  workQueues: '!exqueue f',
  timers: '!timer',
  alpcMessages: '!alpc /m MESSAGE',
  alpcPorts: '!alpc /p PORT',
  lpc: '!lpc message ID',
  mutants: '!mutex',
  clockIncrement: '!thread',
  tebs: '!teb',
  pebs: '!peb',
  addressSummaries: '!address -summary',
  heapRows: '!heap -s',
} as const satisfies Partial<Record<keyof LogObjects, string>>;
