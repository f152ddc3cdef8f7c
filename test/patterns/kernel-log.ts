import type { Case } from '../../src/evidence/case.ts';
import { logCase } from './scene.ts';

/** A thread as `!thread` of Windows 7 prints it, with as much as a test is about. */
export interface ThreadText {
  readonly address: string;
  readonly cid?: string;
  readonly state?: string;
  readonly objects?: readonly string[];
  readonly more?: readonly string[];
  readonly process?: string;
  readonly image?: string;
  readonly ticks?: string;
  readonly times?: readonly [user: string, kernel: string];
  readonly priority?: string;
  readonly stack?: readonly string[];
}
export function threadText(thread: ThreadText): string {
  const {
    address,
    cid = '0200.0204',
    state = 'WAIT: (UserRequest) KernelMode Non-Alertable',
    image = 'shop.exe',
  } = thread;
  return [
    `THREAD ${address}  Cid ${cid}  Teb: 000007fffffdd000 Win32Thread: 0000000000000000 ${state}`,
    ...(thread.objects ?? []).map((line) => `    ${line}`),
    ...(thread.more ?? []),
    'Not impersonating',
    'DeviceMap                 fffff8a000008ca0',
    `Owning Process            ${thread.process ?? 'fffffa8001000b30'}       Image:         ${image}`,
    `Wait Start TickCount      1000           Ticks: ${thread.ticks ?? '2000 (0:00:00:31.200)'}`,
    'Context Switch Count      77',
    `UserTime                  ${thread.times?.[0] ?? '00:00:00.000'}`,
    `KernelTime                ${thread.times?.[1] ?? '00:00:00.000'}`,
    'Win32 Start Address shop!main (0x0000000140001000)',
    'Stack Init fffff88002e34db0 Current fffff88002e34460',
    'Base fffff88002e35000 Limit fffff88002e2f000 Call 0',
    `Priority ${thread.priority ?? '9 BasePriority 8 UnusualBoost 0 ForegroundBoost 0 IoPriority 2 PagePriority 5'}`,
    ...(thread.stack
      ? [
          'Child-SP          RetAddr           Call Site',
          ...thread.stack.map(
            (name, index) =>
              `fffff880\`02e34${(0x400 + index * 8).toString(16)} fffff800\`02a8a0${index + 10} ${name}+0x${index + 1}`,
          ),
        ]
      : []),
    '',
  ].join('\n');
}
/** A log of one command that shows these threads. */
export const kernelLog = (...threads: readonly ThreadText[]): Case =>
  logCase(`0: kd> !process 0 7\n${threads.map(threadText).join('\n')}`);
