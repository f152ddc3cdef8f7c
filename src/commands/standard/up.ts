import { UsageError } from '../../bytes/errors.ts';
import { type CodeLine, codeOptions, codeStyle, disassemblerOf, lineOf } from '../../debugger/code.ts';
import { renderCode } from '../../debugger/code-text.ts';
import { command } from '../../debugger/command.ts';
import { addressSize } from '../../debugger/physical-memory.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { readAvailable } from '../../memory/space.ts';
import type { CodeData } from './u.ts';

export default command<RangeSyntax, CodeData>({
  name: 'up',
  syntax: 'up address [L count]',
  summary: 'Disassembles physical memory.',
  example: 'up 1000 L2',
  patterns: [],
  parse: (args, session) => parseWholeRange(args, session.reading, 'up'),
  async run(session, range) {
    const memory = session.target.physicalMemory;
    if (!memory) throw new UsageError('up', 'this dump holds no physical memory');
    const { address, count } = await resolveRange(session, range, {
      unit: 1,
      count: 8,
      key: 'up',
      command: 'up',
      physical: true,
    });
    const at = Number(address);
    const most = Math.min(count, 1 << 16);
    const found = disassemblerOf(session, 'up').decode(readAvailable(memory, at, most * 16), at, most);
    const lines: CodeLine[] = found.map((one) => lineOf(one, null));
    const last = found.at(-1);
    const next = BigInt(last ? last.address + last.bytes.length : at);
    session.nextAddress.set('up', next);
    if (found.length < most) lines.push({ label: null, address: next, bytes: '', mnemonic: '???', operands: '' });
    const { codeBytes } = codeOptions(session);
    return {
      pointerSize: addressSize(address, session.pointerSize),
      codeBytes,
      style: codeStyle(session),
      lines,
      unreadable: null,
      caret: 0,
    };
  },
  render: (data, text) => renderCode(data.lines, data.pointerSize, data.codeBytes, text, data.style),
});
