import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { expressionIn } from '../../debugger/scope.ts';

/** A minute: a script that waits longer waits for something that a dump never does. */
const LONGEST = 60_000n;

export default command<{ readonly time: Expression }, { readonly milliseconds: number }>({
  name: '.sleep',
  syntax: '.sleep milliseconds',
  summary: 'Waits, at most a minute; Ctrl+C ends the wait.',
  example: '.sleep 1',
  patterns: [],
  parse(args, session) {
    if (args.trim() === '') throw new UsageError('.sleep', "Numeric expression missing from '<EOL>'", args.length);
    return { time: parseWhole(args, session.reading) };
  },
  async run(session, { time }) {
    const asked = await expressionIn(session, time);
    const milliseconds = Number(asked > LONGEST ? LONGEST : asked);
    await session.sleep?.(milliseconds);
    return { milliseconds };
  },
  render() {},
});
