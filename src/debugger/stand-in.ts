import { UsageError } from '../bytes/errors.ts';
import { type Command, command } from './command.ts';
import type { Outcome } from './outcome.ts';
import type { Session } from './session.ts';

/** The line of ours that answers what was typed; a string alone is a refusal in words. */
export type StandIn = (args: string, session: Session) => { readonly line: string } | string;

/** What stood in, and what it said. */
export interface StandInData {
  readonly typed: string;
  readonly line: string;
  readonly outcome: Outcome;
}

/**
 * Commands of another extension that commands of ours answer in their own layout; the text names the one that was run, so
 * that nobody takes it for the other's.
 */
export function standIns(
  definition: Omit<Command<unknown, unknown>, 'parse' | 'run' | 'render'>,
  answers: Readonly<Record<string, StandIn>>,
): Command<{ readonly typed: string; readonly args: string }, StandInData> {
  return command<{ readonly typed: string; readonly args: string }, StandInData>({
    ...definition,
    holdsCommands: true,
    parse: (args, _, typed) => ({ typed, args: args.trim() }),
    async run(session, { typed, args }) {
      const answer = answers[typed.toLowerCase()]?.(args, session);
      if (answer === undefined) throw new UsageError(typed, `Syntax error: ${definition.syntax}`, 0);
      if (typeof answer === 'string') throw new UsageError(typed, answer, 0);
      if (!session.runLine) throw new UsageError(typed, 'commands cannot be run from here');
      const outcome = await session.runLine(answer.line);
      if (outcome.error) throw new UsageError(typed, `${answer.line}: ${outcome.error.message}`, 0);
      return { typed, line: answer.line, outcome };
    },
    render({ typed, line, outcome }, text) {
      text.write(`${typed} is answered by `).link(line, line).line(':').append(outcome);
    },
  });
}
