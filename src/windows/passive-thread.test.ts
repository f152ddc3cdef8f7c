import { expect, test } from 'vitest';
import { passiveThreadOf } from './passive-thread.ts';
import type { Frame, FrameTrust } from './stack.ts';
import { foldStacks } from './stack-fold.ts';

function stack(text: string, trust: FrameTrust = 'unwind-info'): Frame[] {
  return text.split(' ').map((site, index) => {
    const [module, name, offset = '0'] = site.split(/[!+]/);
    return {
      address: BigInt(index + 1),
      stackPointer: null,
      framePointer: null,
      module: module || null,
      function: name || null,
      offset: BigInt(`0x${offset}`),
      source: null,
      inline: false,
      trust,
      trapFrame: null,
      unloadedModule: null,
    };
  });
}

// Stacks as public logs show them on idle systems, and the same functions at work.
test.each([
  [
    'thread-pool worker',
    'ntdll!NtWaitForWorkViaWorkerFactory+14 ntdll!TppWorkerThread+2eb kernel32!BaseThreadInitThunk+14 ntdll!RtlUserThreadStart+21',
  ],
  ['thread-pool worker', 'ntdll!KiFastSystemCallRet ntdll!ZwWaitForWorkViaWorkerFactory+c ntdll!TppWorkerThread+1f6'],
  [
    'completion-port worker',
    'ntdll!ZwRemoveIoCompletion+14 KERNELBASE!GetQueuedCompletionStatus+53 app!Worker+40 kernel32!BaseThreadInitThunk+14',
  ],
  ['message loop', 'win32u!NtUserGetMessage+14 USER32!GetMessageW+21 app!wWinMain+2c'],
  [
    'message loop',
    'nt!KiSwapContext+76 nt!KiSwapThread+500 nt!KiCommitThreadWait+14f nt!KeWaitForSingleObject+233 win32kfull!xxxRealSleepThread+2ba win32kfull!xxxSleepThread2+a9 win32kfull!xxxRealInternalGetMessage+13f1 win32kfull!NtUserGetMessage+93',
  ],
  [
    'call server',
    'ntdll!NtReplyWaitReceivePortEx+c RPCRT4!LRPC_ADDRESS::ReceiveLotsaCalls+12a RPCRT4!RecvLotsaCallsWrapper+d',
  ],
  [
    'call server',
    'ntdll!NtAlpcSendWaitReceivePort+14 RPCRT4!LRPC_ADDRESS::ProcessIO+10d ntdll!TppAlpcpExecuteCallback+260',
  ],
  [
    'system worker',
    'nt!KiSwapContext+76 nt!KiSwapThread+500 nt!KiCommitThreadWait+14f nt!KeRemovePriQueue+259 nt!ExpWorkerThread+cb nt!PspSystemThreadStartup+55',
  ],
  [
    'memory manager thread',
    'nt!KiSwapContext+2e nt!KiSwapThread+44 nt!KeWaitForMultipleObjects+24e nt!MmZeroPageThread+4d nt!Phase1Initialization+a',
  ],
  ['idle loop', 'nt!KiIdleLoop+10'],
])('%s', (role, text) => {
  expect(passiveThreadOf(stack(text))).toMatchObject({ role });
});

test.each([
  ['a pool thread that runs a callback', 'app!OnTimer+3 ntdll!TppTimerpExecuteCallback+a9 ntdll!TppWorkerThread+68a'],
  [
    'a pool thread that waits within a callback',
    'ntdll!NtWaitForSingleObject+14 KERNELBASE!WaitForSingleObjectEx+8e app!Callback+20 ntdll!TppWorkerThread+68a',
  ],
  [
    'a system worker whose driver waits',
    'nt!KiSwapContext+76 nt!KiSwapThread+500 nt!KeWaitForSingleObject+233 driver!WorkItem+30 nt!IopProcessWorkItem+25 nt!ExpWorkerThread+105',
  ],
  ['a wait for an object', 'ntdll!NtWaitForSingleObject+14 KERNELBASE!WaitForSingleObjectEx+8e app!main+2e4'],
  [
    'a client that waits for its answer',
    'ntdll!NtAlpcSendWaitReceivePort+14 RPCRT4!LRPC_BASE_CCALL::SendReceive+10d app!Call+2',
  ],
  ['a worker that is running', 'nt!ExpWorkerThread+105 nt!PspSystemThreadStartup+55'],
  ['code of the same name elsewhere', 'app!GetMessageW+21 app!main+2c'],
  ['no names', 'ntdll ntdll'],
])('%s is not passive', (_, text) => {
  expect(passiveThreadOf(stack(text))).toBeNull();
});

test('frames found by a scan are no witnesses', () => {
  expect(passiveThreadOf(stack('ntdll!ZwRemoveIoCompletion+14', 'scan'))).toBeNull();
});

test('equal stacks fold in the order met; another offset is another stack', () => {
  const stacks = ['a!f+1 b!g+2', 'a!f+1 b!g+3', 'a!f+1 b!g+2', '', ''].map((text) => (text === '' ? [] : stack(text)));
  const indexes = (folds: { readonly members: readonly number[] }[]) => folds.map(({ members }) => members);
  const items = stacks.map((_, index) => index);
  expect(indexes(foldStacks(items, (index) => stacks[index]!))).toEqual([[0, 2], [1], [3], [4]]);
  expect(
    indexes(
      foldStacks(
        items,
        (index) => stacks[index]!,
        () => '',
      ),
    ),
  ).toEqual([[0, 2], [1], [3, 4]]);
});
