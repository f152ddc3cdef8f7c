import { UsageError } from '../bytes/errors.ts';
import { type Command, command } from './command.ts';

/** Commands of WinDbg that no dump can answer, told as known: each spelling with the words of its refusal. */
export interface Refusals {
  readonly syntax: string;
  readonly summary: string;
  readonly notes?: string;
  /** By spelling, the first of which names the command; `{}` in the words stands for what was typed. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * A command that says why it cannot be done and what to do instead. It fails, as in WinDbg, so that a block of a script
 * ends at it. A word that only begins like it is another word.
 */
export function refusal({ syntax, summary, notes, answers }: Refusals): Command<{ readonly words: string }, never> {
  const [name = '', ...aliases] = Object.keys(answers);
  const words = new Map(Object.entries(answers).map(([spelling, text]) => [spelling.toLowerCase(), text]));
  return command<{ readonly words: string }, never>({
    name,
    aliases,
    syntax,
    summary,
    example: name,
    patterns: [],
    isWholeWord: true,
    isRefused: true,
    ...(notes === undefined ? {} : { notes }),
    parse: (args, _, typed) => ({
      words: (words.get(typed.toLowerCase()) ?? '').replace('{}', () => `${typed}${args}`.trim()),
    }),
    run(_, { words: told }) {
      throw new UsageError(name, told, 0);
    },
    render() {},
  });
}

/** One answer for many spellings. */
export function sameAnswer(spellings: string, words: string): Record<string, string> {
  return Object.fromEntries(spellings.split(/\s+/).map((spelling) => [spelling, words]));
}
