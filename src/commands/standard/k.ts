import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { PLAIN_FORM, type StackForm, writeStack } from '../../debugger/stack-text.ts';
import { type StackView, stackStart, viewStack } from '../../debugger/stack-view.ts';

interface Options {
  readonly form: StackForm;
  readonly count: Expression | null;
}

export interface StackData {
  readonly stack: StackView;
  readonly form: StackForm;
}

/** Frames without a count, as .kframes starts out in current debuggers. */
const DEFAULT_FRAMES = 256n;
const MOST_FRAMES = 0xffffn;

const LETTERS: Readonly<Record<string, Partial<StackForm>>> = {
  b: { arguments: true },
  v: { arguments: true, verbose: true },
  p: {},
  P: {},
  n: { numbers: true },
  L: { source: false },
  f: { distance: true },
  M: { links: true },
  c: { clean: true },
};

export default command<Options, StackData>({
  name: 'k',
  aliases: ['kb', 'kv', 'kp', 'kn', 'kl', 'kf', 'km', 'kc'],
  syntax: 'k[b|v|p|P|n|L|f|M|c] [/trust] [L] [count]',
  summary:
    'Shows the stack of the current thread, or of the context that was set; /trust tells how each frame was found.',
  example: 'kv 20',
  patterns: ['stack-overflow-user', 'unknown-component', 'wild-code'],
  notes:
    'Words of arguments and return addresses that are not in the dump print as zeros, as in WinDbg; the data says null. Parameters by name (kp, kP) need what no symbol reader here gives yet, so they print like k. FPO notes of public symbols are left out but at trap frames.',
  parse(args, session, typed) {
    const whole = typed + args;
    const letters = /^k([A-Za-z]*)/i.exec(whole)?.[1] ?? '';
    let form = PLAIN_FORM;
    for (const [index, letter] of [...letters].entries()) {
      const asks = LETTERS[letter] ?? LETTERS[letter.toLowerCase()] ?? LETTERS[letter.toUpperCase()];
      if (!asks) throw new UsageError('k', `Syntax error: k has no letter '${letter}'`, index + 1 - typed.length);
      form = { ...form, ...asks };
    }
    let at = letters.length + 1;
    let count: Expression | null = null;
    for (;;) {
      while (whole[at] === ' ' || whole[at] === '\t') at++;
      if (at >= whole.length) break;
      const trust = /^\/trust(?=\s|$)/i.exec(whole.slice(at));
      if (trust) {
        form = { ...form, trust: true };
        at += trust[0].length;
        continue;
      }
      // `L` may precede the count, as in other ranges: k L 5.
      const length = /^L(?=\s|\d)/i.exec(whole.slice(at));
      if (length) {
        at += 1;
        continue;
      }
      if (whole[at] === '/' || count !== null)
        throw new UsageError('k', `Syntax error: ${this.syntax}`, at - typed.length);
      const parsed = parseExpression(whole, session.radix, at);
      count = parsed.expression;
      at = parsed.end;
    }
    // Asked of a log, this is the error that says so.
    void session.target;
    return { form, count };
  },
  async run(session, { form, count }) {
    const wanted = count === null ? DEFAULT_FRAMES : await expressionIn(session, count);
    if (wanted === 0n || wanted > MOST_FRAMES)
      throw new UsageError('k', `Range error: a count of frames is 1 to ${MOST_FRAMES}`);
    const from = stackStart(session);
    if (!from) throw new UsageError('k', 'there is no thread in this dump: choose a context with .cxr or .trap');
    return { stack: await viewStack(session, from, Number(wanted)), form };
  },
  render({ stack, form }, text) {
    if (stack.frames.length === 0) {
      text.line(`No stack: ${stack.endReason ?? 'no frame was found'}`);
      return;
    }
    writeStack(text, stack, form);
  },
});
