import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { cppIn, setTyped } from '../../debugger/cpp/scope.ts';
import { cppTypeText } from '../../debugger/cpp/value.ts';
import { placedLater } from '../../debugger/inner-expression.ts';
import type { Outcome } from '../../debugger/outcome.ts';
import { isUserRegister, PSEUDO_REGISTERS } from '../../debugger/pseudo-registers.ts';
import type { Session } from '../../debugger/session.ts';

interface Options {
  readonly register: string;
  /** Null to show the register. */
  readonly text: string | null;
  /** Where the expression begins. */
  readonly at: number;
}

type Data =
  | { readonly kind: 'set'; readonly register: string; readonly type: string; readonly value: bigint | null }
  /** What `??` says of it. */
  | { readonly kind: 'shown'; readonly register: string; readonly outcome: Outcome };

export default command<Options, Data>({
  name: 'r?',
  syntax: 'r? $t0=expression | r? register',
  summary:
    'Gives a pseudo-register the value of a C++ expression together with its type, so that members can follow, or shows one with its type.',
  example: 'r? $t0=@$teb',
  patterns: [],
  notes: 'A register shown stands before what ?? prints of it; no public transcript shows the layout.',
  parse(args, session): Options {
    void session.target;
    const found = /^\s*@?(\$?\w+)\s*(?:=(?!=)\s*(.*))?$/is.exec(args);
    const register = found?.[1]?.toLowerCase();
    if (register === undefined || (found![2] !== undefined && found![2].trim() === ''))
      throw new UsageError('r?', 'Syntax error: r? needs a register, or $t0 to $t19 and an expression', 0);
    const at = args.search(/\S/);
    const text = found![2] ?? null;
    const isAutomatic =
      !/^\$t\d+$/.test(register) && (!register.startsWith('$') || PSEUDO_REGISTERS.includes(register));
    if (text !== null && isAutomatic) {
      throw new UsageError('r?', `'${register}' cannot be changed: a dump is read-only; $t0 to $t19 can`, at);
    }
    if (text !== null && !isUserRegister(register))
      throw new UsageError('r?', `Bad register error at '@${register}'`, at);
    return { register, text, at: text === null ? at : args.length - text.length };
  },
  async run(session, { register, text, at }): Promise<Data> {
    if (text === null) return { kind: 'shown', register, outcome: await shown(session, register) };
    const value = await placedLater(() => cppIn(session, text), at);
    setTyped(session, register, value);
    return { kind: 'set', register, type: cppTypeText(value.type), value: value.bits ?? value.address };
  },
  render(data, text) {
    if (data.kind === 'set') return;
    text.write(`${data.register}=`).append(data.outcome);
  },
});

async function shown(session: Session, register: string): Promise<Outcome> {
  const outcome = await session.runLine?.(`?? @${register}`);
  if (!outcome || outcome.error)
    throw new UsageError('r?', outcome?.error?.message ?? 'commands cannot be run here', 0);
  return outcome;
}
