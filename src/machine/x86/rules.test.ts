import { describe, expect, test } from 'vitest';
import { BytesSource } from '../../bytes/source.ts';
import { SegmentsSpace } from '../../memory/segments.ts';
import { type FrameProgramState, runFrameProgram } from './frame-program.ts';
import { decodePrologue, decodeX86Epilogue } from './prologue.ts';
import { readSehChain } from './seh-chain.ts';
import { readX86TrapFrame } from './trap-frame.ts';

/** Memory whose word at an address is the address itself plus one million. */
function state(variables: Readonly<Record<string, number>>): FrameProgramState {
  return { variables: new Map(Object.entries(variables)), load: (at) => (at % 4 === 0 ? at + 1_000_000 : null) };
}

describe('frame-data programs', () => {
  test("the usual program of a function with ebp, with MSVC's missing blanks", () => {
    for (const program of [
      '$T0 $ebp = $eip $T0 4 + ^ = $ebp $T0 ^ = $esp $T0 8 + =',
      '$T0 $ebp 0 + =$eip $T0 4 + ^ =$ebp $T0 ^ =$esp $T0 8 + =',
    ]) {
      const machine = state({ $ebp: 0x1000, $esp: 0x800, $eip: 1 });
      expect(runFrameProgram(program, machine)).toBeNull();
      expect(machine.variables.get('$eip')).toBe(0x1004 + 1_000_000);
      expect(machine.variables.get('$ebp')).toBe(0x1000 + 1_000_000);
      expect(machine.variables.get('$esp')).toBe(0x1008);
    }
  });

  test('alignment, registers by number, and arithmetic modulo 2^32', () => {
    const machine = state({ '.raSearch': 0x1013, $ebx: 8 });
    expect(
      runFrameProgram('$T1 .raSearch = $T0 $T1 4 - 8 @ = $23 $T0 4 - = $T2 0 1 - = $T3 $ebx 3 * 5 / =', machine),
    ).toBeNull();
    expect(machine.variables.get('$T0')).toBe(0x1008);
    expect(machine.variables.get('$23')).toBe(0x1004);
    expect(machine.variables.get('$T2')).toBe(0xffffffff);
    expect(machine.variables.get('$T3')).toBe(4);
  });

  test.each([
    ['$T0 $nothing =', /no value/],
    ['$T0 =', /no value|no name/],
    ['5 4 =', /no name/],
    ['$T0 1 0 / =', /operator/],
    ['$T0 1 0 % =', /operator/],
    ['$T0 16 3 @ =', /operator/],
    ['$T0 + =', /lacks/],
    ['$T0 1 ^ =', /not in the dump/],
    ['^', /no address/],
    ['1 2 3', /leaves/],
    ['1 '.repeat(5000), /too long/],
  ])('%s is refused with the reason', (program, reason) => {
    expect(runFrameProgram(program, state({}))).toMatch(reason);
  });
});

const bytes = (text: string): Uint8Array => Uint8Array.from(text.split(' ').map((each) => Number.parseInt(each, 16)));

describe('instructions', () => {
  test('a prologue as far as it was executed', () => {
    // mov edi,edi; push ebp; mov ebp,esp; sub esp,0x10; push esi; push edi; xor eax,eax
    const code = bytes('8b ff 55 8b ec 83 ec 10 56 57 33 c0');
    expect(decodePrologue(code, 0)).toMatchObject({ depth: 0, frameDepth: null });
    expect(decodePrologue(code, 3)).toMatchObject({ depth: 4, frameDepth: null, end: 3 });
    expect(decodePrologue(code, 5)).toMatchObject({ depth: 4, frameDepth: 4, end: 5 });
    expect(decodePrologue(code, 64)).toEqual({
      depth: 28,
      frameDepth: 4,
      saved: [
        { register: 5, depth: 4 },
        { register: 6, depth: 24 },
        { register: 7, depth: 28 },
      ],
      end: 10,
    });
  });

  test("an epilogue's rest, and what is none", () => {
    expect(decodeX86Epilogue(bytes('83 c4 08 5e 5d c2 04 00'))).toEqual([
      { kind: 'add', amount: 8 },
      { kind: 'pop', register: 6 },
      { kind: 'pop', register: 5 },
    ]);
    expect(decodeX86Epilogue(bytes('c9 c3'))).toEqual([{ kind: 'leave' }]);
    expect(decodeX86Epilogue(bytes('8b e5 5d c3'))).toEqual([{ kind: 'restore' }, { kind: 'pop', register: 5 }]);
    expect(decodeX86Epilogue(bytes('c3'))).toEqual([]);
    for (const other of ['33 c0 c3', '5e 90', '83 c4', '81 c4 00 01', '']) {
      expect(decodeX86Epilogue(other === '' ? new Uint8Array(0) : bytes(other))).toBeNull();
    }
  });
});

function memory(words: Readonly<Record<number, number>>, start: number, size: number): SegmentsSpace {
  const data = new Uint8Array(size);
  for (const [at, word] of Object.entries(words)) {
    const offset = Number(at) - start;
    if (offset >= 0 && offset + 4 <= size) new DataView(data.buffer).setUint32(offset, word, true);
  }
  return new SegmentsSpace([{ start, size, source: new BytesSource(data), offset: 0 }]);
}

test('exception registrations end at -1, where memory ends, and where they turn back', () => {
  const space = memory({ 4096: 0x1020, 4100: 0xaaaa, 4128: 0xffffffff, 4132: 0xbbbb }, 0x1000, 0x100);
  expect(readSehChain(space, 0x1000)).toEqual([
    { address: 0x1000, handler: 0xaaaa },
    { address: 0x1020, handler: 0xbbbb },
  ]);
  expect(readSehChain(memory({ 4096: 0x1000, 4100: 1 }, 0x1000, 0x100), 0x1000).length).toBe(1);
  expect(readSehChain(memory({ 4096: 0x9000, 4100: 1 }, 0x1000, 0x100), 0x1000).length).toBe(1);
  expect(readSehChain(space, 0xffffffff)).toEqual([]);
});

describe('KTRAP_FRAME', () => {
  const frame = { 4164: 0xaaaa, 4192: 0xbbbb, 4200: 0x401000, 4208: 0x246, 4212: 0x12fe84, 4216: 0x23 };

  test('from user mode the processor pushed esp and ss', () => {
    const context = readX86TrapFrame(memory({ ...frame, 4204: 0x1b }, 0x1000, 0x8c), 0x1000)!;
    expect([context.ip, context.sp, context.fp]).toEqual([0x401000, 0x12fe84, 0xbbbb]);
    expect(context.registers.get('eax')).toBe(0xaaaan);
    expect(context.registers.get('ss')).toBe(0x23n);
  });

  test('from kernel mode esp is where they would be', () => {
    const context = readX86TrapFrame(memory({ ...frame, 4204: 8 }, 0x1000, 0x8c), 0x1000)!;
    expect(context.sp).toBe(0x1074);
    expect(context.registers.has('ss')).toBe(false);
    expect(readX86TrapFrame(memory({ ...frame, 4204: 8 }, 0x1000, 0x74), 0x1000)?.sp).toBe(0x1074);
    expect(readX86TrapFrame(memory(frame, 0x1000, 0x74), 0x1004)).toBeNull();
  });

  test('virtual 8086 mode is user mode', () => {
    const v86 = memory({ ...frame, 4204: 8, 4208: 0x20246 }, 0x1000, 0x8c);
    expect(readX86TrapFrame(v86, 0x1000)?.sp).toBe(0x12fe84);
  });
});
