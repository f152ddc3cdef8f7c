import { driverOfIrp } from '../windows/irp.ts';
import { type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { threadObjectsFact } from './thread-objects.ts';

/** A request that some thread waits for, or has sent. Addresses are unsigned; null is unknown. */
export interface PendingIrp {
  readonly address: bigint;
  readonly thread: bigint | null;
  readonly process: string | null;
  /** `\Driver\AFD` or a module: who has it. */
  readonly driver: string | null;
}

/** More are not looked at one by one. */
const MOST = 10_000;

/** The requests on the lists of all threads, or those that `!irpfind` shows. */
export const pendingIrpsFact = fact<readonly PendingIrp[]>('pendingIrps', (theCase) => {
  if (!theCase.target) return fromLog(theCase);
  const threads = threadObjectsFact(theCase);
  if (!threads.known) return threads;
  const { target } = theCase;
  const found = threads.value.flatMap(({ address, processName, processId, irps }) =>
    irps.map((irp) => ({
      address: irp.address,
      thread: address,
      process: processName === null ? null : `${processName} ${processId?.toString(16) ?? '?'}`,
    })),
  );
  return known(
    found.slice(0, MOST).map((irp) => {
      const owner = driverOfIrp(target, irp.address);
      return { ...irp, driver: owner?.name ?? owner?.module ?? null };
    }),
    threads.from,
  );
});

function fromLog(theCase: Case) {
  const log = logFact(theCase);
  if (!log.known) return log;
  const { foundIrps, processes } = log.value.objects;
  if (foundIrps.length === 0) return missing('the requests of the system', '!irpfind');
  const names = new Map(processes.map(({ address, image }) => [address, image]));
  return known(
    foundIrps.map(({ address, thread, driverName, process }) => ({
      address,
      thread: thread === 0n ? null : thread,
      process: process === null ? null : (names.get(process) ?? process.toString(16)),
      driver: driverName,
    })),
    'log',
  );
}
