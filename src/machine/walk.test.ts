import { describe, expect, test } from 'vitest';
import { random } from '../../test/synth/mutate.ts';
import { environmentOf } from '../../test/synth/unwind-environment.ts';
import { BytesSource } from '../bytes/source.ts';
import { SegmentsSpace } from '../memory/segments.ts';
import type { Architecture, Context } from './context.ts';
import { contextOf } from './register-layout.ts';
import type { UnwindData, UnwindEnvironment } from './unwind.ts';
import { StackUnwinder } from './walk.ts';

const STACK = 0x100000;
const SIZE = 0x4000;
const CODE = 0x400000;
const CODE_SIZE = 0x10000;

type Processor = 'x86' | 'x64' | 'arm64';
const PROCESSORS: readonly Processor[] = ['x86', 'x64', 'arm64'];
const NAMES = { x86: ['eip', 'esp', 'ebp'], x64: ['rip', 'rsp', 'rbp'], arm64: ['pc', 'sp', 'fp'] } as const;
const WORD = { x86: 4, x64: 8, arm64: 8 } as const;

function contextAt(architecture: Processor, ip: number, sp: number, fp: number): Context {
  const [ipName, spName, fpName] = NAMES[architecture];
  const registers = new Map([
    [ipName, BigInt(ip)],
    [spName, BigInt(sp)],
    [fpName, BigInt(fp)],
  ] as [string, bigint][]);
  if (architecture === 'arm64') registers.set('lr', BigInt(CODE + 0x104));
  return contextOf(architecture as Architecture, registers);
}

/** One stack, and a module in which every address follows a call. */
function scene(stack: Uint8Array, more: Partial<UnwindEnvironment> = {}): UnwindEnvironment {
  const source = new BytesSource(stack);
  const call = Uint8Array.from([0x90, 0x90, 0xe8, 0, 0, 0, 0x94]);
  return environmentOf({
    memory: new SegmentsSpace([{ start: STACK, size: stack.length, source, offset: 0 }]),
    code: (address, length) => {
      if (address < CODE || address >= CODE + CODE_SIZE) return new Uint8Array(0);
      if (length === 4) return Uint8Array.from([0, 0, 0, 0x94]);
      if (length > 7) return new Uint8Array(length).fill(0x90);
      const bytes = call.slice(7 - length);
      if (length >= 5) bytes[length - 5] = 0xe8;
      return bytes;
    },
    module: (address) =>
      address >= CODE && address < CODE + CODE_SIZE ? { base: CODE, size: CODE_SIZE, kernel: false } : null,
    isCode: (address) => address >= CODE && address < CODE + CODE_SIZE,
    ...more,
  });
}

function writer(architecture: Processor, bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  return (address: number, value: number): void => {
    if (WORD[architecture] === 4) view.setUint32(address - STACK, value, true);
    else view.setBigUint64(address - STACK, BigInt(value), true);
  };
}

describe.each(PROCESSORS)('%s', (architecture) => {
  const size = WORD[architecture];
  const bounds = { base: STACK + SIZE, limit: STACK };

  test('a frame-pointer chain is followed to its zero return address', () => {
    const bytes = new Uint8Array(SIZE);
    const put = writer(architecture, bytes);
    for (const [at, next, ra] of [
      [0x40, 0x80, 0x1004],
      [0x80, 0xc0, 0x2004],
      [0xc0, 0, 0],
    ] as const) {
      put(STACK + at, next === 0 ? 0 : STACK + next);
      put(STACK + at + size, ra === 0 ? 0 : CODE + ra);
    }
    // On Windows, x64 code does not chain its frames by rbp.
    const walk = new StackUnwinder(architecture, scene(bytes, { usesFramePointers: true })).walk(
      contextAt(architecture, CODE + 0x104, STACK + 0x10, STACK + 0x40),
      { stack: bounds },
    );
    expect(walk.frames.map(({ ip }) => ip)).toEqual([CODE + 0x104, CODE + 0x1004, CODE + 0x2004]);
    expect(walk.frames.slice(1).map(({ trust }) => trust)).toEqual(['frame-pointer', 'frame-pointer']);
    expect(walk.end).toBe('complete');
    expect(walk.frames.some(({ mayOmit }) => mayOmit)).toBe(architecture === 'x86');
  });

  test.each([
    ['to itself', [0x40, 0x40]],
    ['to the one before', [0x40, 0x80, 0x40]],
    ['through a long ring', [0x40, 0x80, 0xc0, 0x100, 0x140, 0x60]],
  ])('a chain that leads %s ends without a repetition', (_name, links) => {
    const bytes = new Uint8Array(SIZE);
    const put = writer(architecture, bytes);
    for (let index = 0; index + 1 < links.length; index++) {
      put(STACK + links[index]!, STACK + links[index + 1]!);
      put(STACK + links[index]! + size, CODE + 0x1004 + index * 16);
    }
    const walk = new StackUnwinder(architecture, scene(bytes)).walk(
      contextAt(architecture, CODE + 0x104, STACK + 0x10, STACK + 0x40),
      { stack: bounds },
    );
    expect(walk.frames.length).toBeLessThanOrEqual(links.length + 1);
    expect(walk.end).not.toBe('complete');
    expect(walk.end).not.toBe('limit');
  });

  test('three hundred random stacks: each walk ends within its bounds, upwards', () => {
    for (let seed = 0; seed < 300; seed++) {
      const next = random(seed);
      const bytes = new Uint8Array(SIZE);
      const put = writer(architecture, bytes);
      for (let at = 0; at < SIZE; at += size) {
        const kind = next();
        if (kind < 0.3) put(STACK + at, STACK + Math.floor(next() * SIZE));
        else if (kind < 0.6) put(STACK + at, CODE + Math.floor(next() * CODE_SIZE));
        else if (kind < 0.7) put(STACK + at, Math.floor(next() * 0xffffffff));
      }
      const pick = () => (next() < 0.5 ? STACK + Math.floor(next() * SIZE) : Math.floor(next() * 0xffffffff));
      const unwinder = new StackUnwinder(architecture, scene(bytes, randomRules(next)));
      const ip = next() < 0.7 ? CODE + Math.floor(next() * CODE_SIZE) : pick();
      const walk = unwinder.walk(contextAt(architecture, ip, pick(), pick()), { frames: 200 });
      expect(walk.frames.length).toBeLessThanOrEqual(200);
      const sps = walk.frames.filter(({ trapFrame }) => trapFrame === null).map(({ sp }) => sp);
      const turns = sps.filter((sp, index) => index > 0 && sp < sps[index - 1]!).length;
      expect(turns).toBeLessThanOrEqual(5);
      if (walk.end !== 'limit') expect(walk.endReason).not.toBeNull();
    }
  });

  test('a context of garbage gives a reason, not an error', () => {
    const unwinder = new StackUnwinder(architecture, scene(new Uint8Array(64)));
    for (const value of [0n, 0xffffffffffffffffn, 0x8000000000000000n, 0x7fffffffffffffffn, 0xcccccccccccccccen]) {
      const [ip, sp, fp] = NAMES[architecture];
      const cut = WORD[architecture] === 4 ? value & 0xffffffffn : value;
      const walk = unwinder.walk(
        contextOf(
          architecture,
          new Map([
            [ip, cut],
            [sp, cut],
            [fp, cut],
          ]),
        ),
      );
      expect(walk.frames.length).toBeLessThanOrEqual(1);
      expect(walk.end).toBe('no-stack');
    }
    expect(unwinder.walk(contextOf(architecture, new Map())).end).toBe('no-stack');
  });
});

/** Unwind data of random bytes for x64 and ARM64, and random frame records for x86. */
function randomRules(next: () => number): Partial<UnwindEnvironment> {
  const image = Uint8Array.from({ length: 0x800 }, () => (next() < 0.4 ? 0 : Math.floor(next() * 256)));
  image[0] = next() < 0.8 ? 1 + (next() < 0.3 ? 0x20 : 0) : image[0]!;
  const programs = [
    '$T0 $ebp = $eip $T0 4 + ^ = $ebp $T0 ^ = $esp $T0 8 + =',
    '$T0 .raSearch = $eip $T0 ^ = $esp $T0 4 + =',
    '$eip $esp ^ = $esp $esp =',
    '$eip $eip = $esp $esp 4 - =',
    '$esp 0 = $eip 0 ^ =',
  ];
  return {
    unwindData(address): UnwindData | null | 'unknown' {
      if (address < CODE || address >= CODE + CODE_SIZE) return 'unknown';
      const kind = next();
      if (kind < 0.2) return null;
      const begin = (address - CODE) & ~0xff;
      return {
        imageBase: CODE,
        begin,
        end: begin + 0x100,
        unwind: kind < 0.6 ? Math.floor(next() * 0x700) & ~3 : Math.floor(next() * 0xffffffff),
        read: (rva, length) => image.subarray(rva % 0x800, Math.min(0x800, (rva % 0x800) + length)),
        entryAt: (rva) => ({ begin: rva & ~0xff, end: (rva & ~0xff) + 0x100, unwind: 0 }),
      };
    },
    frameRecord(address) {
      if (next() < 0.5) return null;
      const small = () => Math.floor(next() * 64) * 4;
      return {
        base: CODE,
        record: {
          kind: 'frame-data',
          rva: (address - CODE) & ~0xff,
          codeSize: 0x100,
          prologSize: small(),
          localsSize: next() < 0.1 ? 0xffffffff : small(),
          parametersSize: next() < 0.1 ? 0xffffffff : small(),
          savedRegistersSize: small(),
          usesBasePointer: next() < 0.5,
          frameType: next() < 0.5 ? null : Math.floor(next() * 4),
          program: next() < 0.6 ? programs[Math.floor(next() * programs.length)]! : null,
        },
      };
    },
    functionStart: (address) => (next() < 0.3 ? address - Math.floor(next() * 64) : null),
    poppedBytes: () => (next() < 0.3 ? Math.floor(next() * 16) * 4 : null),
  };
}

describe('x86 frames by GCC', () => {
  test('a realigned frame does not leave its copy of the return address to be found again', () => {
    const bytes = new Uint8Array(SIZE);
    const put = writer('x86', bytes);
    // {saved ebp, copy of the return address}, padding, the true return address, then the next frame.
    put(STACK + 0x48, STACK + 0x60);
    put(STACK + 0x4c, CODE + 0x1004);
    put(STACK + 0x54, CODE + 0x1004);
    put(STACK + 0x60, 0);
    put(STACK + 0x64, 0);
    const walk = new StackUnwinder('x86', scene(bytes)).walk(
      contextAt('x86', CODE + 0x104, STACK + 0x10, STACK + 0x48),
    );
    expect(walk.frames.map(({ ip, sp }) => [ip, sp])).toEqual([
      [CODE + 0x104, STACK + 0x10],
      [CODE + 0x1004, STACK + 0x58],
    ]);
  });

  test('a recursion with frames of 16 bytes is no realignment', () => {
    const bytes = new Uint8Array(SIZE);
    const put = writer('x86', bytes);
    for (let at = 0x48; at < 0x88; at += 16) {
      put(STACK + at, STACK + at + 16);
      put(STACK + at + 4, CODE + 0x1004);
    }
    const walk = new StackUnwinder('x86', scene(bytes)).walk(
      contextAt('x86', CODE + 0x104, STACK + 0x10, STACK + 0x48),
    );
    expect(walk.frames.map(({ sp }) => sp - STACK)).toEqual([0x10, 0x50, 0x60, 0x70, 0x80]);
    expect(walk.end).toBe('complete');
  });

  test('out of the exception dispatcher the walk goes on where the exception was', () => {
    const bytes = new Uint8Array(SIZE);
    const put = writer('x86', bytes);
    // RtlDispatchException's frame, the dispatcher's two pushed arguments, and the CONTEXT.
    put(STACK + 0x40, STACK + 0x800);
    put(STACK + 0x44, CODE + 0x2004);
    put(STACK + 0x48, STACK + 0x60);
    put(STACK + 0x4c, STACK + 0x100);
    put(STACK + 0x100, 0x10007);
    put(STACK + 0x100 + 0xb8, CODE + 0x3001);
    put(STACK + 0x100 + 0xc4, STACK + 0x700);
    put(STACK + 0x100 + 0xb4, STACK + 0x800);
    put(STACK + 0x804, 0);
    const walk = new StackUnwinder(
      'x86',
      scene(bytes, { functionName: (ip) => (ip === CODE + 0x2003 ? 'KiUserExceptionDispatcher' : null) }),
    ).walk(contextAt('x86', CODE + 0x104, STACK + 0x10, STACK + 0x40));
    expect(walk.frames.map(({ ip }) => ip)).toEqual([CODE + 0x104, CODE + 0x2004, CODE + 0x3001]);
    expect(walk.frames[2]).toMatchObject({ trust: 'trap-frame', isReturnAddress: false, trapFrame: null });
    expect(walk.frames[2]!.note).toContain('CONTEXT at 0x100100');
    expect(walk.end).toBe('complete');
  });

  test('a page of the stack that is missing is crossed by the frame pointer, with a note', () => {
    const bytes = new Uint8Array(SIZE);
    const put = writer('x86', bytes);
    put(STACK + 0x40, 0);
    put(STACK + 0x44, CODE + 0x1004);
    const walk = new StackUnwinder('x86', scene(bytes)).walk(
      contextAt('x86', CODE + 0x104, STACK - 0x20, STACK + 0x40),
    );
    expect(walk.frames.map(({ ip }) => ip)).toEqual([CODE + 0x104, CODE + 0x1004]);
    expect(walk.frames[1]).toMatchObject({ trust: 'frame-pointer', mayOmit: true });
    expect(walk.frames[1]!.note).toMatch(/not in the dump/);
  });
});

test('an overwritten return address is told where a scan finds the way on (x64, a leaf function)', () => {
  const bytes = new Uint8Array(SIZE);
  const put = writer('x64', bytes);
  const view = new DataView(bytes.buffer);
  // Text over the return address and what lies above it.
  for (const at of [0x10, 0x18, 0x20]) view.setBigUint64(at, 0x4141414141414141n, true);
  put(STACK + 0x28, CODE + 0x2004);
  const walk = new StackUnwinder('x64', scene(bytes, { unwindData: () => null })).walk(
    contextAt('x64', CODE + 0x104, STACK + 0x10, 0),
  );
  expect(walk.frames.map(({ ip }) => ip)).toEqual([CODE + 0x104, CODE + 0x2004]);
  expect(walk.frames[1]).toMatchObject({ trust: 'scan' });
  expect(walk.frames[1]!.note).toContain(
    'the return address, 0x4141414141414141, of the frame at 0x100010 is no address',
  );
});
