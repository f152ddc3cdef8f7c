import { expect, test } from 'vitest';
import { nodeDisassembler, prepareDisassembler } from '../../platform/node/disassembler.ts';

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
await prepareDisassembler('arm64');
const disassembler = nodeDisassembler('arm64')!;

// Encodings by clang's assembler.
test.each([
  ['7f2303d5', 'pacibsp', '', 'next'],
  ['fd7bbea9', 'stp', 'fp,lr,[sp,#-0x20]!', 'next'],
  ['48c644f9', 'ldr', 'x8,[xpr,#0x988]', 'next'],
  ['207862f8', 'ldr', 'x0,[x1,x2,lsl #3]', 'next'],
  ['40ffffb4', 'cbz', 'x0,m!f (00000001`40000fe8)', 'conditional'],
  ['21ffff54', 'bne', '00000001`40000fe4', 'conditional'],
  ['10000090', 'adrp', 'xip0,00000001`40001000', 'next'],
  ['00021fd6', 'br', 'xip0', 'indirect-branch'],
  ['c0035fd6', 'ret', '', 'return'],
  ['00003ed4', 'brk', '#0xf000', 'interrupt'],
  ['00000000', '???', '', 'stop'],
] as const)('%s is %s %s', (hex, mnemonic, operands, flow) => {
  const [found] = disassembler.decode(bytesOf(hex), 0x140001000, 1, (at) => (at === 0x140000fe8 ? 'm!f' : null));
  expect(found).toMatchObject({ mnemonic, operands, flow });
});

test('memory operands by the names of the context', () => {
  const [found] = disassembler.decode(bytesOf('48c644f9'), 0x1000, 1);
  expect(found!.memory).toMatchObject({ base: 'x18', index: null, displacement: 0x988n, size: 8 });
});

test('words that are no instructions do not stop it, and no size crashes it', () => {
  const bytes = new Uint8Array(100_002).fill(0xff);
  bytes.set(bytesOf('c0035fd6'), 8000);
  const found = disassembler.decode(bytes, 0, 5000);
  expect(found.length).toBe(4096);
  expect(found[2000]).toMatchObject({ address: 8000, mnemonic: 'ret' });
  expect(found.filter((one) => one.valid).length).toBe(1);
  expect(disassembler.decode(new Uint8Array(3), 0, 8)).toEqual([]);
});
