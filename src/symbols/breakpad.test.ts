import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormatError, MemoreticsError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import { BytesSource } from '../bytes/source.ts';
import { dumpBreakpad, openBreakpad } from './breakpad.ts';

const HEAD = 'MODULE windows x86_64 5A9832E5287241C1838ED98914E9B7FF1 app.pdb\n';

function open(text: string, problems = new Problems()) {
  return openBreakpad(new BytesSource(new TextEncoder().encode(text)), problems, 'app.sym');
}

const TEXT = `${HEAD}INFO CODE_ID 5AB380779000 app.exe
FILE 0 c:\\src\\app.cc
FILE 1 c:\\src\\vec tor.h
INLINE_ORIGIN 0 outer(int)
INLINE_ORIGIN 1 inner
FUNC 1000 30 8 ns::run(int, char)
INLINE 0 12 0 0 1010 10
INLINE 1 77 1 1 1014 4 1018 2
1000 10 10 0
1010 4 5 1
1014 6 6 1
101a 16 14 0
FUNC m 2000 8 0 folded
2000 8 3 0
PUBLIC 1800 0 before
PUBLIC 3000 c ?f@A@@QEAAXXZ
STACK WIN 4 1000 30 3 0 8 4 10 0 1 $T0 .raSearch = $eip $T0 ^ =
STACK WIN 0 2000 8 0 0 4 0 0 0 0 1
STACK CFI INIT 1000 30 .cfa: $rsp 8 + .ra: .cfa -8 + ^
STACK CFI 1001 .cfa: $rsp 16 + $rbp: .cfa -16 + ^
STACK CFI 1004 .cfa: $rbp 16 +
`;

describe('a Breakpad symbol file', () => {
  const table = open(TEXT);
  test('names by address', () => {
    expect(table.at(0x1005)).toEqual({
      name: 'ns::run(int, char)',
      decorated: null,
      rva: 0x1000,
      size: 0x30,
      kind: 'function',
    });
    expect(table.at(0x1030)).toBeNull();
    expect(table.at(0x1900)?.name).toBe('before');
    expect(table.at(0x2009)).toBeNull();
    expect(table.at(0x3010)).toMatchObject({ name: 'A::f', decorated: '?f@A@@QEAAXXZ', kind: 'public' });
    expect(table.at(0xfff)).toBeNull();
  });
  test('addresses by name', () => {
    expect(table.find('ns::run')?.rva).toBe(0x1000);
    expect(table.find('A::F')?.rva).toBe(0x3000);
    expect(table.find('absent')).toBeNull();
  });
  test('lines and inlined calls', () => {
    const [app, vector] = ['c:\\src\\app.cc', 'c:\\src\\vec tor.h'];
    expect(table.lineAt(0x1002)).toEqual({ file: app, line: 10 });
    expect(table.lineAt(0x1011)).toEqual({ file: app, line: 12 });
    expect(table.inlinesAt(0x1011)).toEqual([{ name: 'outer(int)', line: { file: vector, line: 5 } }]);
    expect(table.inlinesAt(0x1015)).toEqual([
      { name: 'inner', line: { file: vector, line: 6 } },
      { name: 'outer(int)', line: { file: vector, line: 77 } },
    ]);
    expect(table.inlinesAt(0x1020)).toEqual([]);
  });
  test('unwind records', () => {
    expect(table.frameRecordAt(0x1004)).toMatchObject({
      kind: 'frame-data',
      prologSize: 3,
      parametersSize: 8,
      savedRegistersSize: 4,
      localsSize: 16,
      program: '$T0 .raSearch = $eip $T0 ^ =',
      isFunctionStart: true,
    });
    expect(table.frameRecordAt(0x2000)).toMatchObject({ kind: 'fpo', usesBasePointer: true, program: null });
    expect(table.frameRecordAt(0x5000)).toBeNull();
    const rules = (rva: number) => Object.fromEntries(table.cfiAt(rva)?.rules ?? []);
    expect(rules(0x1000)).toEqual({ '.cfa': '$rsp 8 +', '.ra': '.cfa -8 + ^' });
    expect(rules(0x1003)).toEqual({ '.cfa': '$rsp 16 +', '.ra': '.cfa -8 + ^', $rbp: '.cfa -16 + ^' });
    expect(rules(0x102f)).toMatchObject({ '.cfa': '$rbp 16 +' });
    expect(table.cfiAt(0x1030)).toBeNull();
  });
  test('module and records', () => {
    expect(table.file.module).toMatchObject({ name: 'app.pdb', codeId: '5AB380779000', codeFile: 'app.exe' });
    const kinds = [...dumpBreakpad(table)].map((record) => (record as { kind: string }).kind);
    expect(kinds).toEqual(
      'module procedure inline inline line line line line procedure line public public frame-data fpo cfi'.split(' '),
    );
  });
  test('what is no symbol file is said to be none', () => {
    expect(() => open('')).toThrow(FormatError);
    expect(() => open('FUNC 1 2 3 f\n')).toThrow(FormatError);
  });
  test('malformed records are reported and cost only themselves', () => {
    const problems = new Problems();
    const damaged = open(
      `${HEAD}FUNC zz 1 0 f\nPUBLIC\nSTACK WIN 4 x\nFILE a b\nFUNC 10 5 0\nSTACK CFI INIT q\n`,
      problems,
    );
    expect(problems.list.map((problem) => problem.code)).toEqual(Array(5).fill('bad-record'));
    expect(damaged.at(0x11)?.name).toBe('<name omitted>');
  });
  test('no text makes it throw anything but our own errors', () => {
    const word = fc.constantFrom(
      'FUNC',
      'm',
      'PUBLIC',
      'STACK',
      'WIN',
      'CFI',
      'INIT',
      'INLINE',
      'FILE',
      '0',
      '4',
      '10',
      'ff',
      '-1',
      'x',
      '.cfa:',
      '\n',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), fc.nat(0x200), (words, rva) => {
        try {
          const any = open(HEAD + words.join(' ').replaceAll('\n ', '\n'));
          any.at(rva);
          any.lineAt(rva);
          any.inlinesAt(rva);
          any.frameRecordAt(rva);
          any.cfiAt(rva);
          any.find('x');
          Array.from(dumpBreakpad(any));
        } catch (error) {
          expect(error).toBeInstanceOf(MemoreticsError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
