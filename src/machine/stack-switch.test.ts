import { expect, test } from 'vitest';
import { environmentOf } from '../../test/synth/unwind-environment.ts';
import { BytesSource } from '../bytes/source.ts';
import { SegmentsSpace } from '../memory/segments.ts';
import { type Address, toUnsigned } from '../memory/space.ts';
import { contextOf } from './register-layout.ts';
import { StackUnwinder } from './walk.ts';

/** Kernel addresses: two stacks, the thread's first one below the one that the kernel switched to. */
const [CODE, FIRST, SECOND, SIZE] = [-0x80000, -0x60000, -0x40000, 0x1000];
/** Version 1, a prologue of one byte, one code; rbp is the frame register. UWOP_SET_FPREG. */
const BY_RBP = Uint8Array.from([1, 1, 1, 5, 1, 3]);

/** The stack of a function that keeps the caller's stack pointer in rbp, and what the words at it are. */
function walk(rbp: Address, words: readonly (readonly [at: Address, value: Address])[], isCall = true) {
  const stacks = [FIRST, SECOND].map((start) => {
    const bytes = new Uint8Array(SIZE);
    const view = new DataView(bytes.buffer);
    for (const [at, value] of words)
      if (at >= start && at < start + SIZE) view.setBigUint64(at - start, toUnsigned(value), true);
    return { start, size: SIZE, source: new BytesSource(bytes), offset: 0 };
  });
  const within = (address: Address) => address >= CODE && address < CODE + 0x1000;
  const call = Uint8Array.from([0x90, 0x90, isCall ? 0xe8 : 0x90, 0, 0, 0, 0]);
  const environment = environmentOf({
    memory: new SegmentsSpace(stacks),
    code: (address, length) => (within(address) && length <= 7 ? call.slice(7 - length) : new Uint8Array(0)),
    module: (address) => (within(address) ? { base: CODE, size: 0x1000, kernel: true } : null),
    isCode: within,
    unwindData: (address) =>
      within(address)
        ? {
            imageBase: CODE,
            begin: 0,
            end: 0x1000,
            unwind: 0x2000,
            read: (rva, length) => BY_RBP.slice(rva - 0x2000, rva - 0x2000 + length),
            entryAt: () => null,
          }
        : null,
  });
  const context = contextOf(
    'x64',
    new Map([
      ['rip', toUnsigned(CODE + 0x100)],
      ['rsp', toUnsigned(SECOND + 0x800)],
      ['rbp', toUnsigned(rbp)],
    ]),
  );
  return new StackUnwinder('x64', environment).walk(context, { stack: { base: SECOND + SIZE, limit: SECOND } });
}

test('unwind data may lead to a lower stack of the kernel, to a place that follows a call', () => {
  const { frames } = walk(FIRST + 0x400, [[FIRST + 0x400, CODE + 0x200]]);
  expect(frames[1]).toMatchObject({ ip: CODE + 0x200, sp: FIRST + 0x408, trust: 'unwind-info' });
});

test('without a call there the stack is damaged', () => {
  expect(walk(FIRST + 0x400, [[FIRST + 0x400, CODE + 0x200]], false).frames).toHaveLength(1);
});

test('stacks that lead to each other end', () => {
  // rbp stays what it was, so that every step leads to the same word.
  const { frames, endReason } = walk(FIRST + 0x400, [[FIRST + 0x400, CODE + 0x200]]);
  expect(frames.length).toBeLessThan(8);
  expect(endReason).not.toBeNull();
});
