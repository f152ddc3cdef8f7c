import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { type PageFrame, readPageFrame } from '../../windows/page-frame.ts';

interface Data extends PageFrame {
  readonly pointerSize: 4 | 8;
}

export default command<{ readonly frame: string }, Data>({
  name: '!pfn',
  syntax: '!pfn frame',
  summary: 'Shows what the PFN database keeps of a physical page: its state, counts, and the PTE that maps it.',
  example: '!pfn 1',
  patterns: [],
  notes:
    'The layout is from memory: no public transcript of the corpus shows it. What this Windows does not keep is ?.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('!pfn', 'Missing page frame number, as !pte shows it', args.length);
    return { frame: args };
  },
  async run(session, { frame }) {
    const kernel = await needWholeKernel(session, '!pfn', 'the PFN database');
    const number = await evaluateIn(session, frame);
    const found = readPageFrame(kernel, Number(number));
    if (!found)
      throw new UsageError(
        '!pfn',
        `the entry of page frame ${number.toString(16)} is not in the dump, or symbols do not lead to it`,
        0,
      );
    return { ...found, pointerSize: kernel.pointerSize };
  },
  render(data, text) {
    const hex = (value: bigint | number | null, width: number) =>
      value === null ? '?' : hexPadded(value, width).toUpperCase();
    const wide = data.pointerSize * 2;
    text.line(`    PFN ${hex(data.number, 8)} at address ${hex(data.address, wide)}`);
    text.line(
      `    flink       ${hex(data.flink, 8)}  blink / share count ${hex(data.shareCount, 8)}  pteaddress ${hex(data.pteAddress, wide)}`,
    );
    text.line(
      `    reference count ${hex(data.referenceCount, 4)}    ${data.caching ?? '?'}    Priority ${data.priority ?? '?'}`,
    );
    text.line(
      `    restore pte ${hex(data.originalPte, 8)}  containing page ${hex(data.containingPage, 6)}  ${data.state ?? '?'}`,
    );
    if (data.modified) text.line('    Modified');
  },
});
