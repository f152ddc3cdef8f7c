import fc from 'fast-check';
import { Text } from '../../src/debugger/text.ts';
import { EMPTY_THREAD } from '../../src/transcript/unknown-objects.ts';
import type { KernelEra } from '../../src/windows/kernel-era.ts';
import type { ThreadObject } from '../../src/windows/thread.ts';
import type { WaitObject } from '../../src/windows/wait.ts';

/** What a renderer writes, in lines without the blanks at their ends. */
export const linesOf = (write: (text: Text) => void): readonly string[] => {
  const text = new Text();
  write(text);
  return text.lines.map((line) => line.trimEnd());
};

export type Size = 4 | 8;
export const size = fc.constantFrom<Size>(4, 8);
export const address = (bytes: Size) =>
  fc.bigInt({ min: bytes === 4 ? 0x8000_0000n : 0xffff_8000_0000_0000n, max: (1n << BigInt(bytes * 8)) - 1n });
export const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
export const ms = fc.nat(10 * 86_400_000);
export const word = fc.nat(0xffff);
export const count = fc.nat(1_000_000);
export const image = fc.stringMatching(/^[a-z]\w{0,10}\.exe$/);
export const symbol = fc.stringMatching(/^[a-z]{2,6}![A-Z]\w{2,12}$/);
export const eras = fc.constantFrom<KernelEra>('xp', 'vista', 'windows7', 'windows10');

export const waitObject = (bytes: Size): fc.Arbitrary<WaitObject> =>
  fc
    .record({
      address: address(bytes),
      type: fc.constantFrom('Semaphore', 'Mutant', 'NotificationEvent', 'SynchronizationTimer', 'QueueObject', null),
      limit: fc.integer({ min: 0, max: 0x7fffffff }),
      owner: orNull(address(bytes)),
    })
    .map(({ limit, owner, ...object }) => ({
      ...object,
      limit: object.type === 'Semaphore' ? limit : null,
      owner: object.type === 'Mutant' ? owner : null,
      name: null,
      own: null,
    }));

/** A thread as it stands in memory of that era, without what its commands do not print. */
export const thread = (bytes: Size, era: KernelEra): fc.Arbitrary<ThreadObject> => {
  const at = address(bytes);
  const state = fc.constantFrom('WAIT', 'RUNNING', 'READY', 'STANDBY');
  const modern = era !== 'xp';
  return fc
    .record({
      address: at,
      processId: word,
      threadId: word,
      teb: at,
      win32Thread: at,
      state,
      processor: fc.nat(63),
      waitReason: orNull(fc.constantFrom('UserRequest', 'WrQueue', 'Executive', 'WrLpcReply')),
      waitMode: fc.constantFrom('UserMode' as const, 'KernelMode' as const),
      alertable: fc.boolean(),
      suspendCount: fc.nat(3),
      freezeCount: orNull(fc.integer({ min: 1, max: 3 })),
      waitObjects: fc.array(waitObject(bytes), { maxLength: 4 }),
      alpc: orNull(fc.record({ message: at, port: at, portOwner: at })),
      lpc: orNull(fc.record({ message: fc.bigInt(0n, 0xffffffffn), port: at })),
      serving: orNull(fc.bigInt(1n, 0x7fffffffn)),
      irps: fc.array(
        fc.record({
          address: at,
          type: fc.constant(6),
          size: word,
          flags: fc.nat(0xffffffff),
          mdl: fc.oneof(at, fc.constant(0n)),
        }),
        { maxLength: 3 },
      ),
      token: orNull(at),
      deviceMap: at,
      process: at,
      processName: image,
      waitStartTick: fc.bigInt(0n, 1n << 32n),
      waitTicks: fc.bigInt(1n, 1n << 24n),
      waitMs: ms,
      contextSwitches: count,
      idealProcessor: fc.nat(63),
      largeStack: fc.boolean(),
      userMs: ms,
      kernelMs: ms,
      startAddress: at,
      startSymbol: orNull(symbol),
      win32StartAddress: orNull(at),
      win32StartSymbol: orNull(symbol),
      stack: fc.tuple(at, at, at, at),
      kernelStackResident: fc.boolean(),
      numbers: fc.tuple(fc.nat(31), fc.nat(31), fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(5), fc.nat(7)),
    })
    .map((value): ThreadObject => {
      const waiting = value.state === 'WAIT';
      const [priority, basePriority, decrement, boost, foreground, io, page] = value.numbers;
      // Only the oldest kernels print both start addresses, or LPC message ids.
      const win32 = modern || value.serving === null ? value.win32StartAddress : null;
      const printsStart = era === 'xp' || win32 === null;
      return {
        ...EMPTY_THREAD,
        address: value.address,
        processId: value.processId,
        threadId: value.threadId,
        teb: value.teb,
        win32Thread: value.win32Thread,
        state: value.state,
        processor: waiting ? null : value.processor,
        waitReason: waiting ? value.waitReason : null,
        waitMode: waiting ? value.waitMode : null,
        alertable: waiting ? value.alertable : null,
        suspendCount: value.suspendCount,
        freezeCount: value.freezeCount,
        waitObjects: value.waitObjects,
        messageWait: modern
          ? value.alpc && { kind: 'alpc', ...value.alpc }
          : value.lpc && { kind: 'lpc', ...value.lpc, portOwner: null },
        serving: modern ? null : value.serving,
        irps: value.irps,
        impersonating: value.token !== null,
        impersonationToken: value.token,
        impersonationLevel: value.token === null ? null : 'Impersonation',
        deviceMap: value.deviceMap,
        process: value.process,
        processName: value.processName,
        waitStartTick: value.waitStartTick,
        waitTicks: value.waitTicks,
        waitMs: value.waitMs,
        contextSwitches: value.contextSwitches,
        idealProcessor: era === 'windows7' || era === 'windows10' ? value.idealProcessor : null,
        largeStack: era === 'windows7' || era === 'windows10' ? value.largeStack || null : value.largeStack,
        userMs: value.userMs,
        kernelMs: value.kernelMs,
        startAddress: printsStart ? value.startAddress : null,
        startSymbol: printsStart ? value.startSymbol : null,
        win32StartAddress: win32,
        win32StartSymbol: win32 === null ? null : value.win32StartSymbol,
        stackInitial: value.stack[0],
        stackCurrent: value.stack[1],
        stackBase: value.stack[2],
        stackLimit: value.stack[3],
        callStack: 0n,
        kernelStackResident: value.kernelStackResident,
        priority,
        basePriority,
        priorityDecrement: era === 'windows7' ? null : decrement,
        unusualBoost: era === 'windows7' ? boost : null,
        foregroundBoost: era === 'windows7' ? foreground : null,
        decrementCount: era === 'xp' ? boost : null,
        ioPriority: modern ? io : null,
        pagePriority: modern ? page : null,
      };
    });
};
