import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { nameOf, nameText } from '../../debugger/names.ts';
import { type InterruptGate, readInterruptTable } from '../../windows/idt-reader.ts';

interface Options {
  readonly vector: number | null;
  readonly all: boolean;
}

interface Gate extends InterruptGate {
  readonly name: string | null;
}

interface Data {
  readonly base: bigint;
  readonly pointerSize: 4 | 8;
  readonly gates: readonly Gate[];
  readonly missing: number;
}

/** Where gates lead that nobody has connected. */
const UNEXPECTED = /!(?:KiIsrThunk|KiIsrLinkage|K[ix]UnexpectedInterrupt\w*|KiStartUnexpectedRange)/;

export default command<Options, Data>({
  name: '!idt',
  syntax: '!idt [-a | vector]',
  summary:
    'Shows the interrupt descriptor table of the current processor: handlers and the interrupt objects behind them.',
  example: '!idt',
  patterns: [],
  notes: 'Gates that nobody has connected are left out; -a shows them.',
  parse(args, session) {
    void session.target;
    const text = args.trim();
    if (text === '' || text === '-a') return { vector: null, all: text === '-a' };
    if (!/^(0x)?[0-9a-f]{1,2}$/i.test(text)) throw new UsageError('!idt', `'${text}' is no vector`, args.indexOf(text));
    return { vector: Number.parseInt(text, 16), all: true };
  },
  async run(session, { vector, all }) {
    const kernel = await needWholeKernel(session, '!idt', 'the interrupt descriptor table');
    const block = kernel.address('KiProcessorBlock');
    const number = session.thread?.processor ?? 0;
    const prcb = block === null ? null : kernel.pointerAt(block + number * kernel.pointerSize);
    const table = prcb ? readInterruptTable(kernel, prcb) : null;
    if (!table)
      throw new UsageError('!idt', 'the interrupt descriptor table is not in the dump, or symbols do not lead to it');
    const gates: Gate[] = [];
    for (const gate of table.gates) {
      if (vector !== null && gate.vector !== vector) continue;
      const named = await nameOf(session, gate.routine ?? gate.handler);
      const name = named ? nameText(named) : null;
      const handler = await nameOf(session, gate.handler);
      const unexpected = gate.interrupt === null && handler !== null && UNEXPECTED.test(nameText(handler));
      if (all || !unexpected) gates.push({ ...gate, name });
    }
    return { base: table.base, pointerSize: session.pointerSize, gates, missing: table.missing };
  },
  render({ base, pointerSize, gates, missing }, text) {
    const hex = (value: bigint) => value.toString(16).padStart(pointerSize * 2, '0');
    text
      .line()
      .line(`Dumping IDT: ${hex(base)}`)
      .line();
    for (const { vector, handler, interrupt, name, stack } of gates) {
      const object = interrupt === null ? '' : ` (KINTERRUPT ${hex(interrupt)})`;
      const own = stack === null ? '' : `\tStack = 0x${hex(stack).toUpperCase()}`;
      text.line(`${vector.toString(16).padStart(2, '0')}:\t${hex(handler)} ${name ?? ''}${object}${own}`);
      if (interrupt !== null) text.line();
    }
    if (missing > 0) text.line(`${missing} gates are not in the dump`);
  },
});
