import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { PLAIN_FORM, writeFrame } from '../../debugger/stack-text.ts';
import { type StackView, stackStart, viewStack } from '../../debugger/stack-view.ts';
import { contextOfFrame } from '../../target/stack.ts';

interface Options {
  readonly registers: boolean;
  readonly context: boolean;
  readonly number: Expression | null;
  /** `.f+` and `.f-`: from the frame in force. */
  readonly step: -1 | 0 | 1;
}

interface Data {
  readonly stack: StackView;
  readonly number: number;
  readonly registers: RegisterView | null;
}

const MOST_FRAMES = 0xffffn;

export default command<Options, Data>({
  name: '.frame',
  aliases: ['.f'],
  syntax: '.frame [/c] [/r] [number] | .f+ | .f-',
  summary:
    'Chooses a frame of the stack, + the next outer and - the next inner one; /r shows its registers as far as unwinding restored them, /c makes them the context.',
  example: '.frame /r 1',
  patterns: [],
  notes:
    'Registers that a call may change are not known in outer frames and print as question marks; WinDbg prints zeros or stale values.',
  parse(args, session) {
    void session.target;
    const flags = /^\s*(?:\/[cr]+\s*)*/i.exec(args)?.[0] ?? '';
    const rest = args.slice(flags.length);
    const slash = rest.indexOf('/');
    if (slash >= 0) throw new UsageError('.frame', `Syntax error: ${this.syntax}`, flags.length + slash);
    return {
      registers: /r/i.test(flags),
      context: /c/i.test(flags),
      number: rest.trim() === '' || isStep(rest) ? null : parseWhole(rest, session.reading),
      step: isStep(rest) ? (rest.trim() === '+' ? 1 : -1) : 0,
    };
  },
  async run(session, { registers, context, number, step }) {
    const wanted = number === null ? BigInt(session.frame + step) : await expressionIn(session, number);
    const from = stackStart(session);
    if (wanted < 0n || wanted > MOST_FRAMES || !from)
      throw new UsageError('.frame', `Cannot find frame 0x${BigInt.asUintN(32, wanted).toString(16)}`, 0);
    const stack = await viewStack(session, from, Number(wanted) + 1);
    const chosen = stack.frames[Number(wanted)];
    if (!chosen)
      throw new UsageError('.frame', `Cannot find frame 0x${wanted.toString(16)}, previous scope unchanged`, 0);
    const own = contextOfFrame(chosen.frame);
    const view = (registers || context) && own ? await viewRegisters(session, own) : null;
    if (context && own) session.setContext(own);
    else session.frame = chosen.number;
    return { stack: { ...stack, frames: [chosen] }, number: chosen.number, registers: view };
  },
  render({ stack, registers }, text) {
    const [frame] = stack.frames;
    if (frame) writeFrame(text, frame, { ...PLAIN_FORM, numbers: true }, stack.bits);
    if (registers) writeRegisters(text, registers);
  },
});

function isStep(text: string): boolean {
  return /^\s*[+-]\s*$/.test(text);
}
