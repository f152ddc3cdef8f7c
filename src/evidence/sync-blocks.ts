import { readSyncBlocks, type SyncBlockRow } from '../transcript/sync-blocks.ts';
import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';

/** A monitor of .NET that is held, with its owner and how many wait. */
export type HeldMonitor = SyncBlockRow;

/** The monitors of .NET that are held, as `!syncblk` of a log lists them. */
export const syncBlocksFact = fact<readonly HeldMonitor[]>('syncBlocks', (theCase) => {
  if (!theCase.target) {
    const log = logFact(theCase);
    if (!log.known) return log;
    const { sections } = log.value.reading.transcript;
    const shown = sections.filter(
      ({ command, lines }) =>
        /^!(sos\.)?syncblk/i.test(command.trim()) || lines.some((line) => line.includes('MonitorHeld')),
    );
    if (shown.length > 0)
      return known(
        shown.flatMap(({ lines, firstLine }) => readSyncBlocks(lines, firstLine)),
        'log',
      );
  }
  return missing('the monitors of .NET that are held', '!syncblk of the SOS extension');
});
