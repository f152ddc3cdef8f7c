import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { countBy, isZombie } from '../analysis/zombie.ts';
import { processesFact } from '../evidence/processes.ts';
import { statusName } from '../windows/status-code.ts';

/** Statuses of the error class by which processes end without having failed. */
const NO_FAILURES = new Set([0xc000013a, 0xc000026b, 0xc0000142]);

const pattern: Pattern = {
  id: 'crashed-process',
  name: 'Crashed Process',
  part: 'Part 223',
  severity: 'warning',
  meaning:
    'A process that has ended, but whose object is still there, ended by an exception: its exit status is the code of one. It crashed before this dump was taken.',
  advice: [
    'Look for the dump of that process (WER, LocalDumps) and the event log of the time of its end.',
    'Find who waits for it or needed it: trouble of the system may have begun with its end.',
  ],
  links: ['zombie-processes', 'process-factory', 'missing-process', '!process 0 0'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const ended = facts.need(processesFact).filter(isZombie);
    if (ended.length === 0) return ABSENT;
    if (ended.every(({ exitStatus }) => exitStatus === null))
      return unknown('the exit status of the processes that have ended (dt nt!_EPROCESS ExitStatus)');
    const crashed = ended.filter(({ exitStatus }) => isException(exitStatus));
    const [first, ...more] = countBy(
      crashed,
      ({ image, exitStatus }) => `${image ?? '?'} ended with ${statusName(exitStatus! >>> 0)}`,
    );
    if (!first) return ABSENT;
    const last = crashed.reduce((best, process) => ((process.exitedAt ?? '') > (best.exitedAt ?? '') ? process : best));
    return present({
      confidence: 0.9,
      basis: 'the exit status of processes that have ended',
      summary: `${crashed.length === 1 ? 'A process' : `${crashed.length} processes`} crashed before: ${first[0]}${first[1] > 1 ? `, ${first[1]} times` : ''}.`,
      evidence: [
        {
          statement: `the last one is ${processText(last)}${last.exitedAt ? `, which ended at ${last.exitedAt}` : ''}`,
          command: `!process ${last.address.toString(16)} 1`,
          addresses: [last.address],
        },
        ...[first, ...more].slice(0, 6).map(([what, count]) => ({
          statement: `${count} x ${what}`,
          command: '!process 0 0',
        })),
      ],
      details: { crashed: crashed.length, images: [...new Set(crashed.map(({ image }) => image))].slice(0, 16) },
    });
  },
};
export default pattern;

/** Severity "error" of an NTSTATUS: a process's own exit codes are small numbers. */
function isException(status: number | null): boolean {
  return status !== null && status >>> 30 === 3 && !NO_FAILURES.has(status >>> 0);
}
