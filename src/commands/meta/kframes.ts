import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { optionalExpression } from '../../debugger/one-argument.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { framesByDefault, setFramesByDefault } from '../../debugger/stack-view.ts';

const MOST_FRAMES = 0xffffn;

export default command<{ readonly count: Expression | null }, { readonly count: number }>({
  name: '.kframes',
  syntax: '.kframes [count]',
  summary: 'Shows or sets how many frames k shows when it is given no count.',
  example: '.kframes 0n100',
  patterns: [],
  parse: (args, session) => ({ count: optionalExpression(args, session) }),
  async run(session, { count }) {
    if (count !== null) {
      const value = await expressionIn(session, count);
      if (value === 0n || value > MOST_FRAMES)
        throw new UsageError('.kframes', `Range error: a count of frames is 1 to ${MOST_FRAMES}`, 1);
      setFramesByDefault(session, Number(value));
    }
    return { count: framesByDefault(session) };
  },
  render({ count }, text) {
    text.line(`Default stack trace depth is 0n${count} frames`);
  },
});
