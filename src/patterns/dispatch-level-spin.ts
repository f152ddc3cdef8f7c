import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Detection, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import { selfSpinEvidence, spinEvidence } from '../analysis/spin-finding.ts';
import { hex } from '../bytes/hex.ts';
import { type Spin, spinsFact } from '../evidence/spins.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { frameName } from '../windows/stack.ts';

/** Locks are held for microseconds: who spins this long waits for a lock that will not be released. */
const LONG_MS = 1000;
const VERY_LONG_MS = 10_000;

const pattern: Pattern = {
  id: 'dispatch-level-spin',
  name: 'Dispatch Level Spin',
  part: 'Part 44',
  severity: 'error',
  meaning:
    'A thread turns in a loop at DISPATCH_LEVEL or above, waiting for a spin lock that nobody releases. No other thread can run on its processor, and sooner or later the machine stands still.',
  advice: [
    'Look for the path of the caller that takes this lock and returns without releasing it, or takes it again while holding it.',
    'The other possible reasons are a lock that was overwritten, and code at DISPATCH_LEVEL that never ends.',
    '!qlocks lists only the numbered queued spin locks of the system; locks that drivers queue for on their stacks are not there.',
  ],
  links: ['spiking-thread', 'deadlock-self', '!thread', '!running', '!qlocks'],
  appliesTo: ['kernel'],
  detect(facts) {
    const [first, ...more] = facts
      .need(spinsFact)
      .filter(isLong)
      .map((spin) => finding(facts, spin));
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;

/** A moment at a lock is everyday life. How long a thread has not waited bounds how long it can have been there. */
function isLong({ thread, entry, idle }: Spin): boolean {
  const { waitMs } = thread;
  return waitMs === null ? entry?.waits === true && idle !== null : waitMs >= LONG_MS;
}

/** Its kernel time shows that it ran all the while; newer systems count time at DISPATCH_LEVEL elsewhere. */
function confidenceOf({ thread: { waitMs, kernelMs }, loop, entry }: Spin): number {
  const ran = waitMs !== null && kernelMs !== null && kernelMs >= 0.5 * waitMs;
  if (loop && (entry?.waits || ran)) return entry?.waits && ran ? 0.95 : 0.9;
  return ran ? 0.85 : waitMs !== null && waitMs >= VERY_LONG_MS ? 0.75 : 0.5;
}

function finding(facts: Facts, spin: Spin): Detection {
  const { thread, frame, caller, loop, entry } = spin;
  const self = selfSpinEvidence(spin);
  const [first, ...rest] = spinEvidence(spin);
  const blamed = caller?.module && !isWindowsModule(caller.module) ? caller.module : null;
  return {
    confidence: confidenceOf(spin),
    basis: loop
      ? `the loop in the code, the registers in it, and the times of the thread (${spin.from})`
      : 'the function that the thread runs in, and its times; its loop was not seen',
    summary: `Thread ${thread.address.toString(16)} of ${thread.processName ?? '?'} spins in ${frame.module}!${frame.function}${caller ? ` for ${frameName(caller)}` : ''}${entry?.lock ? `, waiting for lock ${entry.lock.toString(16)}` : ''}.`,
    evidence: [first, ...rest],
    component: blamed ? componentOf(facts, blamed) : null,
    relations: [
      { kind: 'specialises', pattern: 'spiking-thread' },
      ...(self ? [{ kind: 'accompanies' as const, pattern: 'deadlock-self' }] : []),
    ],
    advice: caller
      ? [`How does ${frameName(caller)} use this lock: is it taken twice, or not released on some path?`]
      : [],
    details: {
      thread: hex(thread.address),
      lock: orNull(entry?.lock),
      entry: orNull(entry?.address),
      waits: entry?.waits ?? null,
      owns: entry?.owns ?? null,
      previous: orNull(spin.previous?.address),
      previousOnOwnStack: spin.previous?.onOwnStack ?? null,
      previousOwns: spin.previous?.owns ?? null,
      loop: loop?.body.map(({ address }) => hex(address)) ?? null,
      exit: orNull(loop?.exit?.address),
      idle: spin.idle,
    },
  };
}

const orNull = (value: bigint | null | undefined): string | null => (value == null ? null : hex(value));
