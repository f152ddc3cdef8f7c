import { expect, test } from 'vitest';
import { x64Context, x86Context } from '../../test/synth/minidump-writer.ts';
import { environmentOf } from '../../test/synth/unwind-environment.ts';
import { BytesSource } from '../bytes/source.ts';
import { SegmentsSpace } from '../memory/segments.ts';
import { contextOf } from './register-layout.ts';
import { StackUnwinder } from './walk.ts';

const [STACK, CODE, SIZE] = [0x100000, 0x400000, 0x1000];
/** Where the functions begin: a handler, the dispatcher that called it, and the program that was interrupted. */
const [HANDLER, DISPATCHER, PROGRAM] = [CODE, CODE + 0x100, CODE + 0x200];
const INTERRUPTED = [PROGRAM + 0x10, STACK + 0x800, 'trap-frame', false];

/** Walks out of the handler; `name` is the dispatcher's. */
function walk(architecture: 'x86' | 'x64', name: string | null, put: (view: DataView, bytes: Uint8Array) => void) {
  const bytes = new Uint8Array(SIZE);
  put(new DataView(bytes.buffer), bytes);
  const within = (address: number) => address >= CODE && address < CODE + 0x300;
  const call = Uint8Array.from([0x90, 0x90, 0xe8, 0, 0, 0, 0]);
  const environment = environmentOf({
    memory: new SegmentsSpace([{ start: STACK, size: SIZE, source: new BytesSource(bytes), offset: 0 }]),
    code: (address, length) => (within(address) && length <= 7 ? call.slice(7 - length) : new Uint8Array(0)),
    module: (address) => (within(address) ? { base: CODE, size: 0x300, kernel: false } : null),
    isCode: within,
    unwindData: (address) => (address < DISPATCHER ? null : 'unknown'),
    functionName: (address) => (address >= DISPATCHER && address < PROGRAM ? name : null),
  });
  const registers: [string, bigint][] =
    architecture === 'x64'
      ? [
          ['rip', BigInt(HANDLER)],
          ['rsp', BigInt(STACK + 8)],
        ]
      : [
          ['eip', BigInt(HANDLER)],
          ['esp', BigInt(STACK)],
          ['ebp', BigInt(STACK)],
        ];
  const context = contextOf(architecture, new Map(registers));
  const { frames } = new StackUnwinder(architecture, environment).walk(context);
  return frames.map((frame) => [frame.ip, frame.sp, frame.trust, frame.isReturnAddress]);
}

/** The handler is a leaf: its return address, then at the dispatcher's rsp the CONTEXT. */
function putX64(view: DataView, bytes: Uint8Array): void {
  view.setBigUint64(8, BigInt(DISPATCHER + 0x20), true);
  bytes.set(x64Context({ rip: BigInt(PROGRAM + 0x10), rsp: BigInt(STACK + 0x800) }), 0x10);
  for (const mxcsr of [0x34, 0x118]) view.setUint32(0x10 + mxcsr, 0x1f80, true);
}

test.each(['KiUserExceptionDispatcher', 'KiUserExceptionDispatch', 'KiUserApcDispatcher', null])(
  'x64 without unwind data: out of %s to the CONTEXT at its rsp',
  (name) => {
    const frames = walk('x64', name, putX64);
    expect(frames[1]).toEqual([DISPATCHER + 0x20, STACK + 0x10, 'unwind-info', true]);
    expect(frames[2]).toEqual(INTERRUPTED);
  },
);

test('x64: a CONTEXT on the stack of another function is no frame', () => {
  expect(walk('x64', 'RtlDispatchException', putX64)).not.toContainEqual(INTERRUPTED);
});

test.each(['KiUserCallbackDispatch', 'KiUserCallbackDispatcherContinue'])(
  'x64: out of %s to its machine frame',
  (name) => {
    const put = (selector: number) => (view: DataView) => {
      view.setBigUint64(8, BigInt(DISPATCHER + 0x20), true);
      // UCALLOUT_FRAME at 0x10; its machine frame is {rip, cs, rflags, rsp, ss}.
      [BigInt(PROGRAM + 0x10), BigInt(selector), 0x246n, BigInt(STACK + 0x800), 0x2bn].forEach((value, index) => {
        view.setBigUint64(0x40 + index * 8, value, true);
      });
    };
    expect(walk('x64', name, put(0x33))[2]).toEqual(INTERRUPTED);
    expect(walk('x64', name, put(0x10))).not.toContainEqual(INTERRUPTED);
  },
);

const x86Record = x86Context({ eip: PROGRAM + 0x10, esp: STACK + 0x800, ebp: 0 });

/** The handler keeps a frame pointer: {saved ebp, return address}, then the words with which the dispatcher called. */
test('x86: out of KiUserApcDispatcher to the CONTEXT behind the three arguments', () => {
  const frames = walk('x86', 'KiUserApcDispatcher', (view, bytes) => {
    view.setUint32(4, DISPATCHER + 0x20, true);
    bytes.set(x86Record, 8 + 12);
  });
  expect(frames.slice(1, 3)).toEqual([[DISPATCHER + 0x20, STACK + 8, 'frame-pointer', true], INTERRUPTED]);
});

test('x86: out of KiUserExceptionDispatcher to the CONTEXT that its second argument points to', () => {
  const frames = walk('x86', 'KiUserExceptionDispatcher', (view, bytes) => {
    view.setUint32(4, DISPATCHER + 0x20, true);
    view.setUint32(8, STACK + 0x40, true);
    view.setUint32(12, STACK + 0x90, true);
    bytes.set(x86Record, 0x90);
  });
  expect(frames.slice(1, 3)).toEqual([[DISPATCHER + 0x20, STACK + 8, 'frame-pointer', true], INTERRUPTED]);
});
