import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dwords, hexBytes, narrowSpec, processSpec } from '../patterns/scene.ts';
import { x86Context } from '../synth/minidump-writer.ts';
import { Console } from './console.ts';
import { UserSession } from './user-session.ts';

const MADE = resolve(import.meta.dirname, '../../../shared/corpus/made');
const here = existsSync(`${MADE}/hang-x64-f2-cv.dmp`);

const TEB = 0x7ffd_e000n;
const STACK = 0x80000;
const EXE = 0x400000;
const names = {
  old: {
    main: 0x1000,
    _except_handler3: 0x2000,
    _except_handler4: 0x2100,
    filter: 0x3000,
    handler: 0x3100,
    cleanup: 0x3200,
  },
};

/** A thread whose chain begins at the words that `records` puts on its stack. */
function thread(records: Record<number, readonly number[]>, more: { start: bigint; bytes: Uint8Array }[] = []) {
  const stack = new Uint8Array(0x100);
  for (const [at, words] of Object.entries(records)) stack.set(dwords(...words), Number(at) - STACK);
  const first =
    Object.keys(records)
      .map(Number)
      .sort((a, b) => a - b)[0] ?? 0xffffffff;
  return new UserSession(
    narrowSpec({
      threads: [
        {
          id: 0x22,
          teb: TEB,
          context: x86Context({ eip: EXE + 0x1000, esp: STACK }),
          stack: { start: BigInt(STACK), bytes: stack },
        },
      ],
      memory: [{ start: TEB, bytes: dwords(first) }, ...more],
    }),
    names,
  );
}

// Layout of Microsoft Learn, "!exchain": record, handler, then a line for each scope of the C runtime.
test('x86: _except_handler3 with its scopes', async () => {
  const table = EXE + 0x4000;
  const debug = thread(
    { [STACK + 0x20]: [STACK + 0x60, EXE + 0x2000, table, 1], [STACK + 0x60]: [0xffffffff, EXE + 0x1010, 0, 0] },
    [{ start: BigInt(table), bytes: dwords(-1, EXE + 0x3000, EXE + 0x3100, 0, 0, EXE + 0x3200) }],
  );
  expect(await debug.text('!exchain')).toBe(
    [
      '00080020: old!_except_handler3+0 (00402000)',
      '  CRT scope  1, func:   old!cleanup+0 (00403200)',
      '  CRT scope  0, filter: old!filter+0 (00403000)',
      '                func:   old!handler+0 (00403100)',
      '00080060: old!main+10 (00401010)',
      '',
    ].join('\n'),
  );
});

describe('x86: _except_handler4', () => {
  const cookie = 0xbb40e64e;
  const table = EXE + 0x4000;
  const record = { [STACK + 0x20]: [0xffffffff, EXE + 0x2100, (table ^ cookie) >>> 0, 0] };
  const scopes = { start: BigInt(table), bytes: dwords(-2, 0, -28, 0, -2, EXE + 0x3000, EXE + 0x3100) };

  test('without the cookie the scope table stays unknown', async () => {
    expect(await thread(record, [scopes]).text('!exchain')).toMatch(/\(00402100\)\n {2}Note: .* security cookie/);
  });

  test('with the headers that lead to the cookie the scopes are shown', async () => {
    // The least of a PE: e_lfanew 0x40, optional header of 32 bits, directory 10 (load configuration) at 0x5000.
    const header = new Uint8Array(0x200);
    const view = new DataView(header.buffer);
    view.setUint16(0, 0x5a4d, true);
    view.setUint32(0x3c, 0x40, true);
    view.setUint32(0x40, 0x4550, true);
    view.setUint16(0x44, 0x14c, true);
    view.setUint16(0x54, 0xe0, true);
    view.setUint16(0x58, 0x10b, true);
    view.setUint32(0x74, EXE, true);
    view.setUint32(0x90, 0x10000, true);
    view.setUint32(0x94, 0x200, true);
    view.setUint32(0xb4, 16, true);
    view.setUint32(0xb8 + 10 * 8, 0x5000, true);
    view.setUint32(0xb8 + 10 * 8 + 4, 0x48, true);
    const config = new Uint8Array(0x100);
    new DataView(config.buffer).setUint32(0, 0x48, true);
    new DataView(config.buffer).setUint32(0x3c, EXE + 0x6000, true);
    const debug = thread(record, [
      scopes,
      { start: BigInt(EXE), bytes: header },
      { start: BigInt(EXE + 0x5000), bytes: config },
      { start: BigInt(EXE + 0x6000), bytes: dwords(cookie) },
    ]);
    expect(await debug.text('!exchain')).toBe(
      [
        '00080020: old!_except_handler4+0 (00402100)',
        '  CRT scope  0, filter: old!filter+0 (00403000)',
        '                func:   old!handler+0 (00403100)',
        '',
      ].join('\n'),
    );
  });
});

test('x86: the FuncInfo that a C++ thunk loads', async () => {
  const thunk = EXE + 0x1100;
  const info = EXE + 0x4100;
  // mov edx, [esp+8]; mov eax, FuncInfo; jmp: as compilers of every version end such a thunk.
  const code = hexBytes(`8b542408 b8${'00414000'} e9 11223344`);
  const debug = thread({ [STACK + 0x20]: [0xffffffff, thunk] }, [
    { start: BigInt(thunk), bytes: code },
    { start: BigInt(info), bytes: dwords(0x19930522, 5, 0, 2, 0, 0, 0, 0, 0) },
  ]);
  expect(await debug.text('!exchain')).toContain('C++ FuncInfo at 00404100: 5 states, 2 try blocks\n');
});

test('x86: a chain that leads nowhere, turns back, or is empty', async () => {
  const lost = await thread({ [STACK + 0x20]: [0x41414141, EXE + 0x1000] }).text('!exchain');
  expect(lost).toMatch(/^00080020: .*\nInvalid exception stack at 41414141\n$/);
  const back = await thread({ [STACK + 0x20]: [STACK + 0x20, EXE + 0x1000] }).text('!exchain');
  expect(back).toMatch(/Invalid exception stack at 00080020\n$/);
  expect(await thread({}).text('!exchain')).toBe('The exception chain is empty.\n');
  const [outcome] = await new UserSession(narrowSpec()).run('!exchain');
  expect(outcome?.error?.message).toMatch(/ExceptionList/);
});

test('x64: frames without unwind data are told, not passed over', async () => {
  expect(await new UserSession(processSpec()).text('!exchain')).toMatch(
    /scanning for handlers\.\.\.\nNo unwind data of frame/,
  );
});

// llvm-readobj --unwind: only WinMainCRTStartup (0x1400014b0) and mainCRTStartup (0x1400014d0) of this image have one.
test.skipIf(!here)('x64: handlers by unwind data (needs ../shared/corpus/made)', async () => {
  const debug = new Console(`${MADE}/hang-x64-f2-cv.dmp`, [MADE]);
  try {
    expect(await debug.text('!exchain')).toMatch(
      /^7 stack frames, scanning for handlers\.\.\.\nFrame 0x04: crash_x86_64_clang!mainCRTStartup\+0x16 \(00000001`400014e6\)\n {2}ehandler .*__C_specific_handler \(00000001`400027b0\)\n/,
    );
  } finally {
    debug.close();
  }
});
