import type { CodeLine } from './code.ts';
import { addressText } from './names.ts';
import type { Text } from './text.ts';

/** Columns of code bytes and mnemonics; ARM64 has one word, which is printed as a number. */
const WIDTHS = { x86: [16, 8], arm: [9, 12] } as const;

export type CodeStyle = keyof typeof WIDTHS;

/** `77e566ed ff75ec          push    dword ptr [ebp-14h]`; operands keep their column unless long codes pass it. */
export function codeLineText(line: CodeLine, pointerSize: 4 | 8, codeBytes: boolean, style: CodeStyle = 'x86'): string {
  const [bytesWidth, mnemonicWidth] = WIDTHS[style];
  const bytes = style === 'arm' ? (line.bytes.match(/../g) ?? []).reverse().join('') : line.bytes;
  const address = `${addressText(line.address, pointerSize)} `;
  if (line.bytes === '') return `${address}${'??'.padEnd(bytesWidth)}???`;
  const shown = codeBytes ? `${bytes.padEnd(bytesWidth - 1)} ` : '';
  const head = `${address}${shown}${line.mnemonic}`;
  if (line.operands === '') return head;
  // Eight bytes of code push the operands one column on; from there longer codes eat into the gap.
  const column = address.length + (codeBytes ? bytesWidth + (shown.length > bytesWidth ? 1 : 0) : 0) + mnemonicWidth;
  return `${head.length < column ? head.padEnd(column) : `${head} `}${line.operands}`;
}

/** Lines with their labels, as `u` and `ub` print them. */
export function renderCode(
  lines: readonly CodeLine[],
  pointerSize: 4 | 8,
  codeBytes: boolean,
  text: Text,
  style: CodeStyle = 'x86',
  separate = false,
): void {
  lines.forEach((line, index) => {
    if (line.label !== null) {
      if (separate && index > 0) text.line();
      text.line(`${line.label}:`);
    }
    text.line(codeLineText(line, pointerSize, codeBytes, style));
  });
}
