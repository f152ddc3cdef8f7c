import { expect, test } from 'vitest';
import { environmentOf } from '../../test/synth/unwind-environment.ts';
import { BytesSource } from '../bytes/source.ts';
import { SegmentsSpace } from '../memory/segments.ts';
import { contextOf } from './register-layout.ts';
import type { UnwindEnvironment } from './unwind.ts';
import { StackUnwinder } from './walk.ts';

const [STACK, SHADOW, CODE, SIZE] = [0x100000, 0x200000, 0x400000, 0x1000];

/** Walks from CODE + 1 with words on the stack at their offsets, and return addresses on the shadow stack. */
function walk(words: Record<number, number>, shadow: readonly number[], more: Partial<UnwindEnvironment> = {}) {
  const stack = new Uint8Array(SIZE);
  const view = new DataView(stack.buffer);
  for (const [at, value] of Object.entries(words)) view.setBigUint64(Number(at), BigInt(CODE + value), true);
  const own = new Uint8Array(8 * shadow.length);
  for (const [index, value] of shadow.entries())
    new DataView(own.buffer).setBigUint64(index * 8, BigInt(CODE + value), true);
  const segment = (start: number, bytes: Uint8Array) => ({
    start,
    size: bytes.length,
    source: new BytesSource(bytes),
    offset: 0,
  });
  const within = (address: number) => address >= CODE && address < CODE + 0x10000;
  const environment = environmentOf({
    memory: new SegmentsSpace([segment(STACK, stack), segment(SHADOW, own)]),
    code: () => new Uint8Array(0),
    module: (address) => (within(address) ? { base: CODE, size: 0x10000, kernel: false } : null),
    isCode: within,
    ...more,
  });
  const registers = new Map([
    ['rip', BigInt(CODE + 1)],
    ['rsp', BigInt(STACK)],
    ['ssp', BigInt(SHADOW)],
  ]);
  const { frames, endReason } = new StackUnwinder('x64', environment).walk(contextOf('x64', registers), {
    stack: { base: STACK + SIZE, limit: STACK },
  });
  return {
    frames: frames.slice(1).map(({ ip, sp, trust }) => [ip - CODE, sp - STACK, trust]),
    notes: frames.map(({ note }) => note),
    endReason,
  };
}

test('leftovers of earlier calls are passed over, and the walk ends where the shadow stack does', () => {
  const { frames, endReason } = walk({ 8: 0x111, 24: 0x901, 56: 0x222, 88: 0x902, 120: 0x903 }, [0x111, 0x222]);
  expect(frames).toEqual([
    [0x111, 0x10, 'shadow-stack'],
    [0x222, 0x40, 'shadow-stack'],
  ]);
  expect(endReason).toMatch(/shadow stack holds no further/);
});

test('a return address that was changed on the stack is told', () => {
  // CODE + 1 is in a function without unwind data, a leaf, so that its return address is on top of the stack.
  const leaf = { unwindData: (address: number) => (address < CODE + 0x100 ? null : ('unknown' as const)) };
  const { frames, notes } = walk({ 0: 0x901, 8: 0x222 }, [0x111, 0x222], leaf);
  expect(frames[0]).toEqual([0x901, 0x8, 'unwind-info']);
  expect(notes[1]).toMatch(/shadow stack has 0x400111/);
});

test('a shadow stack that agrees says nothing, and one of another moment stops to matter', () => {
  const leaf = { unwindData: (address: number) => (address < CODE + 0x100 ? null : ('unknown' as const)) };
  expect(walk({ 0: 0x111 }, [0x111], leaf).notes).toEqual([null, 'leaf function']);
  const { frames } = walk({ 8: 0x333 }, [0x777, 0x778]);
  expect(frames).toEqual([[0x333, 0x10, 'scan']]);
});

test('without memory of the shadow stack the walk is as ever', () => {
  expect(walk({ 8: 0x333 }, []).frames).toEqual([[0x333, 0x10, 'scan']]);
});
