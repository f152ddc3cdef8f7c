import { describe, expect, test } from 'vitest';
import type { Frame } from './stack.ts';
import { hiddenWaitOf, stackWaitOf } from './stack-wait.ts';

function stack(...names: readonly string[]): Frame[] {
  return names.map((text) => {
    const [module = '', name = ''] = text.split('!');
    return {
      address: null,
      stackPointer: null,
      framePointer: null,
      module,
      function: name,
      offset: null,
      source: null,
      inline: false,
      trust: 'transcript',
      trapFrame: null,
      unloadedModule: null,
    };
  });
}
const SWITCH = ['nt!KiSwapContext', 'nt!KiSwapThread', 'nt!KiCommitThreadWait'];

describe('what a stack waits for', () => {
  test('a critical section, through the kernel', () => {
    expect(
      stackWaitOf(
        stack(
          ...SWITCH,
          'nt!KeWaitForAlertByThreadId',
          'nt!NtWaitForAlertByThreadId',
          'nt!KiSystemServiceCopyEnd',
          'ntdll!NtWaitForAlertByThreadId',
          'ntdll!RtlpWaitOnAddressWithTimeout',
          'ntdll!RtlpWaitOnAddress',
          'ntdll!RtlpWaitOnCriticalSection',
          'ntdll!RtlpEnterCriticalSectionContended',
          'ntdll!RtlEnterCriticalSection',
          'app!take',
        ),
      ),
    ).toEqual({ kind: 'critical-section', mode: null, frame: 11, caller: 12 });
  });
  test('push locks with their mode, fast mutexes, resources', () => {
    expect(
      stackWaitOf(stack(...SWITCH, 'nt!KeWaitForSingleObject', 'nt!ExfAcquirePushLockSharedEx', 'driver!f')),
    ).toMatchObject({ kind: 'push-lock', mode: 'shared', caller: 5 });
    expect(stackWaitOf(stack('nt!KiSwapContext', 'nt!ExpAcquireFastMutexContended', 'nt!ExAcquireFastMutex'))).toEqual({
      kind: 'fast-mutex',
      mode: null,
      frame: 2,
      caller: null,
    });
    expect(
      stackWaitOf(stack(...SWITCH, 'nt!ExpWaitForResource', 'nt!ExAcquireResourceExclusiveLite', 'Ntfs!NtfsRead')),
    ).toMatchObject({ kind: 'resource', mode: 'exclusive' });
  });
  test('nothing is told by a driver of its own wait, by a scan, or by a lock further out', () => {
    expect(stackWaitOf(stack(...SWITCH, 'nt!KeWaitForSingleObject', 'driver!Wait'))).toBeNull();
    expect(
      stackWaitOf(stack('ntdll!NtWaitForSingleObject', 'app!work', 'ntdll!RtlEnterCriticalSection', 'app!main')),
    ).toBeNull();
    const scanned = stack('ntdll!NtWaitForSingleObject', 'ntdll!RtlEnterCriticalSection');
    expect(stackWaitOf([scanned[0]!, { ...scanned[1]!, trust: 'scan' }])).toBeNull();
  });
});

describe('the wait that a suspension hides', () => {
  test('stands below the APC that suspended the thread', () => {
    const frames = stack(
      'nt!KiSwapContext',
      'nt!KiSwapThread',
      'nt!KeWaitForSingleObject',
      'nt!KiSuspendThread',
      'nt!KiDeliverApc',
      'nt!KiSwapThread',
      'nt!KeWaitForSingleObject',
      'driver!WaitForWork',
    );
    expect(hiddenWaitOf(frames)).toEqual({ frame: 6, caller: 7 });
  });
  test('none when the thread was running code, and none without suspension', () => {
    expect(
      hiddenWaitOf(
        stack(
          'nt!KiSwapContext',
          'nt!KeWaitForSingleObject',
          'nt!KiSchedulerApc',
          'nt!KiDeliverApc',
          'nt!KiApcInterrupt',
          'app!loop',
        ),
      ),
    ).toBeNull();
    expect(
      hiddenWaitOf(stack('nt!KiSwapContext', 'nt!KiSwapThread', 'nt!KeWaitForSingleObject', 'driver!f')),
    ).toBeNull();
  });
});
