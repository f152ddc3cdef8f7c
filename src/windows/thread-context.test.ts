import { expect, test } from 'vitest';
import { BytesSource } from '../bytes/source.ts';
import { ARM64_TRAP_FRAME, readArm64TrapFrame } from '../machine/arm64/trap-frame.ts';
import { SegmentsSpace } from '../memory/segments.ts';
import type { Target } from '../target/target.ts';
import { threadContext } from './thread-context.ts';

const [THREAD, STACK] = [0x1000, 0x2000];
/** KOBJECTS.ThreadObject, the type in every KTHREAD's dispatcher header. */
const THREAD_OBJECT = 6;

function memoryOf(put: (view: DataView) => void): SegmentsSpace {
  const bytes = new Uint8Array(0x3000);
  put(new DataView(bytes.buffer));
  return new SegmentsSpace([{ start: 0, size: bytes.length, source: new BytesSource(bytes), offset: 0 }]);
}

test('a waiting ARM64 thread goes on where its switch frame says, by a layout from symbols and not without', () => {
  const memory = memoryOf((view) => {
    view.setUint8(THREAD, THREAD_OBJECT);
    view.setBigUint64(THREAD + 0x58, BigInt(STACK), true);
    view.setBigUint64(STACK + 0x10, 0x2800n, true);
    view.setBigUint64(STACK + 0x18, 0x7ffe0010n, true);
  });
  const target = { architecture: 'arm64', pointerSize: 8, threads: [], memory } as unknown as Target;
  const layout = { Fp: 0x10, Return: 0x18, size: 0x20 };
  expect(threadContext(target, THREAD, 0x58, layout)).toMatchObject({ ip: 0x7ffe0010, sp: STACK + 0x20, fp: 0x2800 });
  expect(threadContext(target, THREAD, 0x58)).toBeNull();
  expect(threadContext(target, THREAD, 0x58, { ...layout, Return: 0x40 })).toBeNull();
});

test('an ARM64 trap frame is read by whatever layout is given; registers that calls preserve are not in it', () => {
  const layout = { Sp: 0x10, X: 0x20, Lr: 0xc0, Fp: 0xc8, Pc: 0xd0, Spsr: 0xd8 };
  const memory = memoryOf((view) => {
    for (let index = 0; index < 19; index++) view.setBigUint64(STACK + 0x20 + index * 8, BigInt(index + 1), true);
    view.setBigUint64(STACK + 0x10, 0x2900n, true);
    view.setBigUint64(STACK + 0xd0, 0x7ffe0020n, true);
    view.setUint32(STACK + 0xd8, 0x60000004, true);
  });
  const context = readArm64TrapFrame(memory, STACK, layout);
  expect(context).toMatchObject({ ip: 0x7ffe0020, sp: 0x2900 });
  expect([context!.registers.get('x18'), context!.registers.get('cpsr')]).toEqual([19n, 0x60000004n]);
  expect(context!.registers.has('x19')).toBe(false);
  expect(readArm64TrapFrame(memory, 0x2ff0, ARM64_TRAP_FRAME)).toBeNull();
});
