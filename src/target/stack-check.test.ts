import { expect, test } from 'vitest';
import { writeMinidump, x64Context } from '../../test/synth/minidump-writer.ts';
import { writePe } from '../../test/synth/pe-writer.ts';
import { BytesSource } from '../bytes/source.ts';
import { openMinidumpTarget } from './minidump-target.ts';
import { walkThread } from './stack.ts';

const BASE = 0x140000000n;
const STACK = 0x12f000n;

/** A leaf function that returns to 0x1050, where `before` are the bytes that end. */
function stackOf(before: number[]) {
  const code = new Uint8Array(0x100).fill(0x90);
  code.set(before, 0x50 - before.length);
  const { mapped } = writePe({ code, imageBase: BASE, pdata: [[0x10f0, 0x10f8, 0x10f8]] });
  const stack = new Uint8Array(0x100);
  new DataView(stack.buffer).setBigUint64(0, BASE + 0x1050n, true);
  const context = x64Context({ rip: BASE + 0x1010n, rsp: STACK });
  const dump = writeMinidump({
    system: {},
    modules: [{ base: BASE, size: mapped.length, name: 'C:\\lab\\app.exe' }],
    memory: [{ start: BASE, bytes: mapped }],
    threads: [{ id: 1, context, stack: { start: STACK, bytes: stack } }],
  });
  const target = openMinidumpTarget(new BytesSource(dump));
  return walkThread(target, target.threads[0]!);
}

test('a return address must follow a call', () => {
  const called = stackOf([0xe8, 0xbb, 0xff, 0xff, 0xff]);
  expect(called.frames[1]).toMatchObject({ address: BASE + 0x1050n, trust: 'unwind-info', note: 'leaf function' });
  expect(called.frames[1]).not.toHaveProperty('isDoubtful');
  const changed = stackOf([0x48, 0x89, 0xc3]);
  expect(changed.frames[1]).toMatchObject({
    address: BASE + 0x1050n,
    note: 'leaf function; the instruction before the return address is no call',
    isDoubtful: true,
  });
  expect(changed.warnings.join()).toMatch(/1 of 2 frames do not stand up to a check/);
});
