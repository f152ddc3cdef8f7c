import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Iced } from './iced.ts';
import { operandAddress } from './operand-value.ts';
import { x86Disassembler } from './x86-text.ts';

const wasm = new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve('iced-x86/iced_x86_bg.wasm')));
const iced = new Iced(wasm);
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const text = (hex: string, bitness: 32 | 64, address = 0x1000, names: Record<number, string> = {}) => {
  const [first] = x86Disassembler(iced, bitness).decode(bytesOf(hex), address, 1, (at) => names[at] ?? null);
  return `${first?.mnemonic} ${first?.operands}`;
};

// Texts as public WinDbg transcripts print these encodings.
describe('as WinDbg prints', () => {
  test.each([
    ['8b45ec', 32, 'mov eax,dword ptr [ebp-14h]'],
    ['b8c4000000', 32, 'mov eax,0C4h'],
    ['c21400', 32, 'ret 14h'],
    ['64a118000000', 32, 'mov eax,dword ptr fs:[00000018h]'],
    ['83c404', 32, 'add esp,4'],
    ['6aff', 32, 'push 0FFFFFFFFh'],
    ['8b4704', 32, 'mov eax,dword ptr [edi+4]'],
    ['a18000feff', 32, 'mov eax,dword ptr ds:[FFFE0080h]'],
    ['65488b042530000000', 64, 'mov rax,qword ptr gs:[30h]'],
    ['488b4118', 64, 'mov rax,qword ptr [rcx+18h]'],
    ['0f1f440000', 64, 'nop dword ptr [rax+rax]'],
    ['4883ec28', 64, 'sub rsp,28h'],
    ['f7400401000000', 32, 'test dword ptr [eax+4],1'],
    ['8711', 32, 'xchg edx,dword ptr [ecx]'],
    ['cc', 64, 'int 3'],
  ] as const)('%s', (hex, bitness, expected) => {
    expect(text(hex, bitness)).toBe(expected);
  });
});

test('targets and memory operands carry symbols', () => {
  expect(text('e8edfeffff', 32, 0x77e566e8, { 2011522522: 'RPCRT4!Foo' })).toBe('call RPCRT4!Foo (77e565da)');
  expect(text('ff15b010e577', 32, 0x77e566f0, { 2011500720: 'RPCRT4!_imp__X' })).toBe(
    'call dword ptr [RPCRT4!_imp__X (77e510b0)]',
  );
  expect(text('488b0510000000', 64, 0x1000, { 4119: 'nt!Global' })).toBe(
    'mov rax,qword ptr [nt!Global (00000000`00001017)]',
  );
  expect(text('ba0003fe7f', 32, 0x1000, { 2147353344: 'SharedUserData!SystemCallStub' })).toBe(
    'mov edx,offset SharedUserData!SystemCallStub (7ffe0300)',
  );
  expect(text('ebf3', 32, 0x806e4a37)).toBe('jmp 806e4a2c');
});

test('operands give addresses', () => {
  const [read] = x86Disassembler(iced, 64).decode(bytesOf('488b44cb18'), 0, 1);
  expect(read?.memory).toMatchObject({ base: 'rbx', index: 'rcx', scale: 8, displacement: 0x18n, size: 8 });
  expect(
    operandAddress(
      read!.memory!,
      new Map([
        ['rbx', 0x1000n],
        ['rcx', 2n],
      ]),
      64,
    ),
  ).toBe(0x1028n);
  expect(operandAddress(read!.memory!, new Map([['rbx', 0x1000n]]), 64)).toBeNull();
});

test('any bytes decode to instructions that cover them in order', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.constantFrom(32, 64), (bytes, bitness) => {
      const list = x86Disassembler(iced, bitness as 32 | 64).decode(bytes, 0x401000, 100);
      let at = 0x401000;
      for (const instruction of list) {
        expect(instruction.address).toBe(at);
        at += instruction.bytes.length;
      }
      expect(at).toBe(0x401000 + bytes.length);
    }),
  );
});
