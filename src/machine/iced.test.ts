import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { Decoder, DecoderOptions, OpKind } from 'iced-x86';
import { expect, test } from 'vitest';
import { Iced } from './iced.ts';
import { x86Disassembler } from './x86-text.ts';

const wasm = new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve('iced-x86/iced_x86_bg.wasm')));
const iced = new Iced(wasm);

/** Bytes rich in prefixes, vector encodings, branches and addresses relative to the instruction pointer. */
const someCode = fc
  .uint8Array({ minLength: 1, maxLength: 40 })
  .chain((random) =>
    fc
      .array(
        fc.constantFrom(
          ...[
            [0x66],
            [0x67],
            [0xf0],
            [0xf3],
            [0x48],
            [0x4f, 0x41],
            [0x65],
            [0x2e],
            [0xc5],
            [0xc4],
            [0x62],
            [0x0f, 0x38],
          ],
          ...[[0xe8], [0x0f, 0x84], [0xeb], [0x8b, 0x05], [0x48, 0x8d, 0x0d], [0x67, 0x8b, 0x05], [0xa1], [0xff, 0x24]],
        ),
        { maxLength: 4 },
      )
      .map((head) => Uint8Array.from([...head.flat(), ...random])),
  );
const someBits = fc.constantFrom(32 as const, 64 as const);
const someAddress = fc.constantFrom(0x1000, 0x140001000, -0x7ff000000000, -4096, 0x1ffffffffff000);

test('fields read where they lie are what the package’s own calls answer', () => {
  fc.assert(
    fc.property(someCode, someBits, someAddress, (code, bits, where) => {
      const address = bits === 32 ? 0x401000 : where;
      const decoder = new Decoder(bits, code, DecoderOptions.None);
      decoder.ip = BigInt.asUintN(64, BigInt(address));
      iced.open(code, address, bits);
      while (decoder.canDecode) {
        const theirs = decoder.decode();
        iced.next();
        expect([iced.length, iced.code, iced.invalid]).toEqual([theirs.length, theirs.code, theirs.isInvalid]);
        const branch = [theirs.op0Kind, theirs.op1Kind].some(
          (kind) => kind >= OpKind.NearBranch16 && kind <= OpKind.NearBranch64,
        );
        expect([iced.isNearBranch, iced.isIpRelative]).toEqual([branch, theirs.isIpRelMemoryOperand]);
        if (branch || theirs.isIpRelMemoryOperand) {
          const place = BigInt.asIntN(64, branch ? theirs.nearBranchTarget : theirs.ipRelMemoryAddress);
          const canonical = place >= -(2n ** 53n) && place < 2n ** 53n;
          expect(iced.place).toBe(canonical ? Number(place) : null);
        } else expect(iced.place).toBeNull();
        theirs.free();
      }
      decoder.free();
    }),
    { numRuns: 700 },
  );
});

test('an instruction reads the same whatever was decoded before', () => {
  const worn = { 32: x86Disassembler(iced, 32), 64: x86Disassembler(iced, 64) };
  const name = (address: number) => ((address & 1) === 0 ? `mod!at${address}` : null);
  fc.assert(
    fc.property(someCode, someBits, someAddress, fc.boolean(), (code, bits, where, named) => {
      const address = bits === 32 ? 0x401000 : where;
      const fresh = x86Disassembler(iced, bits).decode(code, address, 99, named ? name : undefined);
      expect(worn[bits].decode(code, address, 99, named ? name : undefined)).toEqual(fresh);
    }),
    { numRuns: 250 },
  );
});

test('an operand in memory is named and sized wherever it is printed', () => {
  const name = (address: number) => (address === 0x1107 ? 'mod!lock' : null);
  const [exchange] = x86Disassembler(iced, 64).decode(Uint8Array.of(0x48, 0x87, 0x05, 0, 1, 0, 0), 0x1000, 1, name);
  expect(`${exchange?.mnemonic} ${exchange?.operands}`).toBe('xchg rax,qword ptr [mod!lock (00000000`00001107)]');
  expect(exchange?.memory).toMatchObject({ absolute: 0x1107, size: 8 });
});

test('encodings that differ in a prefix alone are not confused', () => {
  const disassembler = x86Disassembler(iced, 64);
  const first = (...bytes: number[]) => {
    const [one] = disassembler.decode(Uint8Array.from(bytes), 0x1000, 1);
    return `${one?.mnemonic} ${one?.operands}`;
  };
  expect(first(0x48, 0x41, 0xff, 0x00)).toBe('inc dword ptr [r8]');
  expect(first(0x48, 0x42, 0xf0, 0xff, 0x00)).toBe('lock inc dword ptr [rax]');
  expect(first(0xe8, 0, 0, 0, 0)).toBe('call 00000000`00001005');
  expect(first(0x48, 0xf2, 0xe8, 0, 0, 0, 0)).toBe('bnd call 00000000`00001007');
});
