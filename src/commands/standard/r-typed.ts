import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { cppIn, setTyped } from '../../debugger/cpp/scope.ts';
import { cppTypeText } from '../../debugger/cpp/value.ts';

export default command<
  { readonly register: string; readonly text: string },
  { readonly register: string; readonly type: string; readonly value: bigint | null }
>({
  name: 'r?',
  syntax: 'r? $t0=expression',
  summary: 'Gives a pseudo-register the value of a C++ expression together with its type, so that members can follow.',
  example: 'r? $t0=@$teb',
  patterns: [],
  parse(args, session) {
    void session.target;
    const found = /^\s*@?(\$t1?\d)\s*=\s*(.+)$/is.exec(args);
    if (!found) throw new UsageError('r?', 'Syntax error: r? needs $t0 to $t19 and an expression', 0);
    return { register: found[1]!.toLowerCase(), text: found[2]! };
  },
  async run(session, { register, text }) {
    const value = await cppIn(session, text);
    setTyped(session, register, value);
    return { register, type: cppTypeText(value.type), value: value.bits ?? value.address };
  },
  render() {},
});
