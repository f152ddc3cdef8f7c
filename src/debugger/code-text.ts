import type { CodeLine } from './code.ts';
import { addressText } from './names.ts';
import type { Text } from './text.ts';

const BYTES_WIDTH = 16;
const MNEMONIC_WIDTH = 8;

/** `77e566ed ff75ec          push    dword ptr [ebp-14h]`; operands keep their column unless long codes pass it. */
export function codeLineText(line: CodeLine, pointerSize: 4 | 8, codeBytes: boolean): string {
  const address = `${addressText(line.address, pointerSize)} `;
  if (line.bytes === '') return `${address}${'??'.padEnd(BYTES_WIDTH)}???`;
  const shown = codeBytes ? `${line.bytes.padEnd(BYTES_WIDTH - 1)} ` : '';
  const head = `${address}${shown}${line.mnemonic}`;
  if (line.operands === '') return head;
  const column = address.length + (codeBytes ? BYTES_WIDTH : 0) + MNEMONIC_WIDTH;
  return `${head.length < column ? head.padEnd(column) : `${head} `}${line.operands}`;
}

/** Lines with their labels, as `u` and `ub` print them. */
export function renderCode(
  lines: readonly CodeLine[],
  pointerSize: 4 | 8,
  codeBytes: boolean,
  text: Text,
  separate = false,
): void {
  lines.forEach((line, index) => {
    if (line.label !== null) {
      if (separate && index > 0) text.line();
      text.line(`${line.label}:`);
    }
    text.line(codeLineText(line, pointerSize, codeBytes));
  });
}
