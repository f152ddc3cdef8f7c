import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseExpression } from '../../debugger/expression-syntax.ts';
import { withParameters } from '../../debugger/local-variables.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { PLAIN_FORM, type StackForm, writeStack } from '../../debugger/stack-text.ts';
import { framesByDefault, type StackView, stackStart, viewStack } from '../../debugger/stack-view.ts';
import type { Context } from '../../machine/context.ts';
import { contextOf } from '../../machine/register-layout.ts';

interface Options {
  readonly form: StackForm;
  readonly count: Expression | null;
  /** Of `k = ...`: where the stack is, in the order of the processor. */
  readonly from: readonly Expression[];
}

export interface StackData {
  readonly stack: StackView;
  readonly form: StackForm;
}

const MOST_FRAMES = 0xffffn;

const LETTERS: Readonly<Record<string, Partial<StackForm>>> = {
  b: { arguments: true },
  v: { arguments: true, verbose: true },
  p: { parameters: 'line' },
  P: { parameters: 'lines' },
  n: { numbers: true },
  L: { source: false },
  f: { distance: true },
  M: { links: true },
  c: { clean: true },
};

export default command<Options, StackData>({
  name: 'k',
  aliases: ['kb', 'kv', 'kp', 'kn', 'kl', 'kf', 'km', 'kc'],
  syntax: 'k[b|v|p|P|n|L|f|M|c] [/trust] [L] [count] | k = stack-base [stack-pointer instruction-pointer] [count]',
  summary:
    'Shows the stack of the current thread, or of the context that was set; /trust tells how each frame was found.',
  example: 'kv 20',
  patterns: ['stack-overflow-user', 'unknown-component', 'wild-code'],
  notes:
    'Words of arguments and return addresses that are not in the dump print as zeros, as in WinDbg; the data says null. Parameters by name (kp, kP) need private symbols. FPO notes of public symbols are left out but at trap frames.',
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
    const from: Expression[] = [];
    let most = 1;
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
      if (whole[at] === '=' && most === 1 && count === null) {
        most = 4;
        at += 1;
        continue;
      }
      if (most > 1 && whole[at] !== '/' && from.length < most) {
        const parsed = parseExpression(whole, session.reading, at);
        from.push(parsed.expression);
        at = parsed.end;
        continue;
      }
      if (whole[at] === '/' || count !== null || most > 1)
        throw new UsageError('k', `Syntax error: ${this.syntax}`, at - typed.length);
      const parsed = parseExpression(whole, session.reading, at);
      count = parsed.expression;
      at = parsed.end;
    }
    // Asked of a log, this is the error that says so.
    void session.target;
    if (most > 1 && from.length === 0) throw new UsageError('k', `Syntax error: ${this.syntax}`, at - typed.length);
    return { form, count, from };
  },
  async run(session, { form, count: given, from: place }) {
    const start = place.length > 0 ? await startAt(session, place) : null;
    const count = start ? start.count : given;
    const wanted = count === null ? BigInt(framesByDefault(session)) : await expressionIn(session, count);
    if (wanted === 0n || wanted > MOST_FRAMES)
      throw new UsageError('k', `Range error: a count of frames is 1 to ${MOST_FRAMES}`);
    const from = start?.context ?? stackStart(session);
    if (!from) throw new UsageError('k', 'there is no thread in this dump: choose a context with .cxr or .trap');
    if (form.parameters === 'none') return { stack: await viewStack(session, from, Number(wanted)), form };
    // A parameter can be found from the stack of the caller, which is one frame more.
    const stack = await viewStack(session, from, Number(wanted) + 1);
    return { stack: { ...stack, frames: withParameters(session, stack.frames).slice(0, Number(wanted)) }, form };
  },
  render({ stack, form }, text) {
    if (stack.frames.length === 0) {
      text.line(`No stack: ${stack.endReason ?? 'no frame was found'}`);
      return;
    }
    writeStack(text, stack, form);
  },
});

/**
 * `k = EBP [count]` and `k = EBP ESP EIP [count]` of x86, `k = SP IP [count]` of the others: the current registers with
 * those replaced.
 */
async function startAt(
  session: Session,
  place: readonly Expression[],
): Promise<{ readonly context: Context; readonly count: Expression | null }> {
  const { architecture, context } = session;
  const narrow = architecture === 'x86';
  const names = narrow ? ['ebp', 'esp', 'eip'] : architecture === 'x64' ? ['rsp', 'rip'] : ['sp', 'pc'];
  const used = narrow && place.length < 3 ? ['ebp'] : names;
  if (place.length < used.length || place.length > used.length + 1)
    throw new UsageError('k', `Syntax error: k = takes ${names.join(', ')} and a count`);
  const registers = new Map(context?.registers);
  for (const [index, name] of used.entries()) registers.set(name, await expressionIn(session, place[index]!));
  const [base] = used.length === 1 ? [registers.get('ebp') ?? 0n] : [null];
  // The frame that is given comes first: it continues at its own return address.
  if (base !== null) {
    registers.set('esp', base);
    if (!registers.has('eip')) throw new UsageError('k', 'the registers of the current thread are not in this dump');
  }
  return { context: contextOf(architecture, registers), count: place[used.length] ?? null };
}
