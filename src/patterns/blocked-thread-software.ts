import { componentOf } from '../analysis/component.ts';
import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Detection, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import { stacksFact, threadObjectsFact } from '../evidence/thread-objects.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';
import { type Frame, frameName } from '../windows/stack.ts';
import { isWaitPrimitive } from '../windows/stack-wait.ts';
import type { ThreadObject } from '../windows/thread.ts';

/** Such a wait can be ended neither by the user nor by ending the process: a minute is long. */
const LONG_MS = 60_000;
const MOST = 4;

const pattern: Pattern = {
  id: 'blocked-thread-software',
  name: 'Blocked Thread (software)',
  part: 'Part 53',
  severity: 'warning',
  meaning:
    'A driver that does not come with Windows lets a thread of a program wait in the kernel, in a way that cannot be interrupted. The program hangs with it, and cannot even be ended.',
  advice: [
    'Ask the vendor of the driver what it waits for there; look at its other threads and at the service that it works with.',
    'As a test, disable or remove the driver, or unload it where it allows that.',
  ],
  links: ['wait-chain-general', '!thread', 'lm'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const threads = facts.need(threadObjectsFact);
    const stacks = facts.need(stacksFact);
    const [first, ...more] = threads
      .filter(isUninterruptible)
      .sort((a, b) => b.waitMs! - a.waitMs!)
      .flatMap((thread) => {
        const waiter = waiterOn(stacks(thread).frames);
        return waiter ? [finding(facts, thread, waiter)] : [];
      })
      .slice(0, MOST);
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;

/** A program's own thread (it has a TEB) in a long wait of kernel mode that no APC may end; a suspended one is another matter. */
function isUninterruptible({ state, waitMode, alertable, waitMs, teb, suspendCount }: ThreadObject): boolean {
  return (
    state === 'WAIT' &&
    waitMode === 'KernelMode' &&
    alertable === false &&
    waitMs !== null &&
    waitMs >= LONG_MS &&
    teb !== null &&
    teb !== 0n &&
    (suspendCount ?? 0) === 0
  );
}

/** The driver's frame that called the wait; null when Windows itself called it. */
function waiterOn(frames: readonly Frame[]): Frame | null {
  const frame = frames.find(
    ({ module, function: name }) => !(module === 'nt' && name !== null && isWaitPrimitive(name)),
  );
  if (!frame?.module || frame.trust === 'scan' || isWindowsModule(frame.module)) return null;
  return frame === frames[0] || !isKernel(frame.address) ? null : frame;
}

/** Where system space begins on 32-bit and on 64-bit Windows; a log may not tell. */
function isKernel(address: bigint | null): boolean {
  return address === null || (address >= 0x8000_0000n && address < 0x1_0000_0000n) || address >= 0xffff_0000_0000_0000n;
}

function finding(facts: Facts, thread: ThreadObject, waiter: Frame): Detection {
  const at = thread.address.toString(16);
  return {
    confidence: 0.7,
    basis: 'the mode and length of the wait, and who called it',
    summary: `${frameName(waiter)} keeps thread ${at} of ${thread.processName ?? '?'} waiting in the kernel for ${durationText(thread.waitMs!)}.`,
    evidence: [
      {
        statement: `thread ${at}: KernelMode Non-Alertable wait of ${durationText(thread.waitMs!)}, called by ${frameName(waiter)}`,
        command: `!thread ${at}`,
        addresses: [thread.address],
      },
    ],
    component: componentOf(facts, waiter.module!),
    details: { waitMs: thread.waitMs, function: frameName(waiter) },
  };
}
