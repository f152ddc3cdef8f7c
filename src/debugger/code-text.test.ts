import { expect, test } from 'vitest';
import { codeLineText } from './code-text.ts';

// Columns of public transcripts (../shared/corpus/logs and the 2008 posts).
test.each([
  ['ff75ec', 'push', 'dword ptr [ebp-14h]', '77e566ed ff75ec          push    dword ptr [ebp-14h]', 4],
  ['c3', 'ret', '', '77e566ed c3              ret', 4],
  [
    '4c8b8424e8000000',
    'mov',
    'r8,qword ptr [rsp+0E8h]',
    '00000000`77e566ed 4c8b8424e8000000 mov     r8,qword ptr [rsp+0E8h]',
    8,
  ],
  [
    '666666666666660f1f840000000000',
    'nop',
    'word ptr [rax+rax]',
    '00000000`77e566ed 666666666666660f1f840000000000 nop word ptr [rax+rax]',
    8,
  ],
  ['', '???', '', '77e566ed ??              ???', 4],
] as const)('%s', (bytes, mnemonic, operands, text, pointerSize) => {
  expect(codeLineText({ label: null, address: 0x77e566edn, bytes, mnemonic, operands }, pointerSize, true)).toBe(text);
});

test('without code bytes, and an ARM64 word as a number', () => {
  const line = {
    label: null,
    address: 0x77e566edn,
    bytes: 'fd7bbea9',
    mnemonic: 'stp',
    operands: 'fp,lr,[sp,#-0x20]!',
  };
  expect(codeLineText(line, 4, false)).toBe('77e566ed stp     fp,lr,[sp,#-0x20]!');
  expect(codeLineText(line, 8, true, 'arm')).toBe('00000000`77e566ed a9be7bfd stp         fp,lr,[sp,#-0x20]!');
});
