import { UsageError } from '../../bytes/errors.ts';
import { hexTicked } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { addressText, nameOf, nameText } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { readUnwindInfo, type UnwindInfo } from '../../machine/x64/unwind-codes.ts';
import { toUnsigned } from '../../memory/space.ts';
import type { FrameRecord } from '../../symbols/symbol-table.ts';
import { unwindDataOfTarget } from '../../target/stack.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly name: string | null;
  readonly imageBase: bigint;
  /** RVAs of the entry; null on x86. */
  readonly entry: { readonly begin: number; readonly end: number; readonly unwind: number } | null;
  readonly info: UnwindInfo | null;
  readonly handlerName: string | null;
  /** What the symbols of x86 code tell of its frame. */
  readonly frame: FrameRecord | null;
}

const REGISTERS = 'rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15'.split(' ');
/** Operations whose info is the number of a register. */
const OF_REGISTERS: ReadonlySet<number> = new Set([0, 4, 5]);

export default command<{ readonly address: Expression }, Data>({
  name: '.fnent',
  syntax: '.fnent address',
  summary:
    'Shows the function entry of an address: on x64 the exception directory and unwind codes, on x86 the FPO data.',
  example: '.fnent @$ip',
  patterns: [],
  notes:
    'The pointer to an entry inside the debugger is left out, as there is none. Registers after the names of unwind codes are ours. Of ARM64 only the entry is shown.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('.fnent', 'Missing address, as in .fnent @$ip', args.length);
    return { address: parseWhole(args, session.reading) };
  },
  async run(session, { address }) {
    const value = await expressionIn(session, address);
    const { pointerSize, target } = session;
    const named = await nameOf(session, value);
    const module = session.moduleAt(value);
    const at = session.address(value);
    const none = (why: string) =>
      new UsageError('.fnent', `No function entry for ${addressText(value, pointerSize)}: ${why}`, 0);
    if (!module || at === null) throw none('it lies in no module');
    const base = { pointerSize, name: named && nameText(named), imageBase: toUnsigned(module.base) };
    if (session.architecture === 'x86') {
      const frame = session.symbolsOf(module)?.table?.frameRecordAt(at - module.base) ?? null;
      if (!frame) throw none('the symbols of its module have no frame data there');
      return { ...base, entry: null, info: null, handlerName: null, frame };
    }
    const data = unwindDataOfTarget(target, at, session.stackOptions);
    if (data === 'unknown') throw none('the exception directory is neither in the dump nor in an image');
    if (data === null) throw none('it belongs to a leaf function, which has none');
    const info = session.architecture === 'x64' ? readUnwindInfo(data) : null;
    const handler = info?.handler == null ? null : await nameOf(session, base.imageBase + BigInt(info.handler));
    const { begin, end, unwind } = data;
    return { ...base, entry: { begin, end, unwind }, info, handlerName: handler && nameText(handler), frame: null };
  },
  render(data, text) {
    const { name, imageBase, entry, frame } = data;
    text
      .line(`Debugger function entry for:`)
      .line(name ?? '<no name>')
      .line();
    if (frame) writeFrame(text, frame);
    if (!entry) return;
    text.line(`BeginAddress      = ${hexTicked(BigInt(entry.begin))}`);
    if (entry.end !== 0) text.line(`EndAddress        = ${hexTicked(BigInt(entry.end))}`);
    text.line(`UnwindInfoAddress = ${hexTicked(BigInt(entry.unwind))}`);
    text.line();
    if (data.info) writeInfo(text, data.info, imageBase + BigInt(entry.unwind), data);
    else text.line('Unwind info is not in the dump, or not of this processor');
  },
});

type Writer = { line(text?: string): Writer };

function writeFrame(text: Writer, frame: FrameRecord): void {
  text.line(`OffStart:  ${frame.rva.toString(16).padStart(8, '0')}`);
  text.line(`ProcSize:  0x${frame.codeSize.toString(16)}`);
  text.line(`Prologue:  0x${frame.prologSize.toString(16)}`);
  text.line(`Params:    0n${frame.parametersSize >> 2} (0x${frame.parametersSize.toString(16)} bytes)`);
  text.line(`Locals:    0n${frame.localsSize >> 2} (0x${frame.localsSize.toString(16)} bytes)`);
  if (frame.kind === 'fpo') text.line('Non-FPO:   no');
  if (frame.program !== null) text.line(`Program:   ${frame.program}`);
}

function writeInfo(text: Writer, info: UnwindInfo, at: bigint, { imageBase, handlerName }: Data): void {
  text.line(`Unwind info at ${hexTicked(at)}, ${info.size.toString(16)} bytes`);
  text.line(
    `  version ${info.version}, flags ${info.flags.toString(16)}, prolog ${info.prologSize.toString(16)}, codes ${info.codeCount.toString(16)}`,
  );
  if (info.frameRegister !== 0)
    text.line(
      `  frame reg ${info.frameRegister} (${REGISTERS[info.frameRegister]}), frame offs ${info.frameOffset.toString(16)}`,
    );
  if (info.handler !== null) {
    const handler = imageBase + BigInt(info.handler);
    text.line(
      `  handler routine: ${handlerName ?? '<no name>'} (${hexTicked(handler)}), data ${info.handlerData?.toString(16) ?? '?'}`,
    );
  }
  if (info.chained) {
    const { begin, end, unwind } = info.chained;
    text.line(`  chained to begin ${begin.toString(16)}, end ${end.toString(16)}, unwind ${unwind.toString(16)}`);
  }
  for (const { slot, offset, operation, info: own, name, operand } of info.codes) {
    const register = OF_REGISTERS.has(operation) ? ` (${REGISTERS[own]})` : '';
    const shown = operand === null ? '' : `, operand ${operand.toString(16)}`;
    text.line(
      `  ${slot.toString(16).padStart(2, '0')}: offs ${offset.toString(16)}, unwind op ${operation.toString(16)}, op info ${own.toString(16)}\t${name ?? '?'}${register}${shown}.`,
    );
  }
}
