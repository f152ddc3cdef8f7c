import { MemoreticsError, UsageError } from '../bytes/errors.ts';
import { printable } from '../bytes/text.ts';
import type { AnyCommand } from './command.ts';
import { nearestName } from './nearest-name.ts';
import { failedOutcome, type Outcome } from './outcome.ts';
import { recordedCommands, recordedOutcome } from './recorded.ts';
import { ScriptStopped } from './script/budget.ts';
import { DumpNeeded, type Session } from './session.ts';
import { Text } from './text.ts';

export type { Outcome } from './outcome.ts';

/** Commands by every spelling, for one registry. */
export class Commands {
  readonly all: readonly AnyCommand[];
  readonly #named = new Map<string, AnyCommand>();
  constructor(all: readonly AnyCommand[]) {
    this.all = all;
    for (const command of all)
      for (const name of [command.name, ...(command.aliases ?? [])]) this.#named.set(name.toLowerCase(), command);
  }
  /** The command a line starts with, the spelling that was typed, and the rest; null when there is no such command. */
  find(line: string): { readonly command: AnyCommand; readonly typed: string; readonly args: string } | null {
    const bare = withoutExtension(line);
    const token = /^(?:[!.][\w.]+|\?\?|\|\||[?~|#]|[A-Za-z]+\??)/.exec(bare)?.[0] ?? '';
    const exact = token.startsWith('!') || token.startsWith('.');
    for (let length = token.length; length > 0; length--) {
      const typed = bare.slice(0, length);
      const command = this.#named.get(typed.toLowerCase());
      const args = bare.slice(length);
      if (command && !(command.isWholeWord && /^[A-Za-z]/.test(args))) return { command, typed, args };
      if (exact) break;
    }
    return null;
  }
  /** The spelling nearest to what was typed, for a hint; null when none is near. */
  nearest(line: string): string | null {
    const token = /^[!.]?\w+/.exec(withoutExtension(line))?.[0]?.toLowerCase() ?? '';
    const answered = [...this.#named].filter(([, command]) => !command.isRefused);
    return nearestName(
      token,
      answered.map(([name]) => name),
    );
  }
}

/** `!kdexts.locks` is `!locks`: there is one set of commands. */
function withoutExtension(line: string): string {
  return line.replace(/^!\w+\.(?=\w)/, '!');
}

/** A command's outcome, and whether what follows it on its line runs even if it failed. */
export interface Attempt {
  readonly outcome: Outcome;
  readonly goesOn: boolean;
}

/** Commands that only say that they found nothing, as extensions do: the debugger's line goes on behind them. */
export const GOES_ON = /^(?:!.*|dt|dv|dx|ln|x)$/;

/** How the commands of the debugger are asked to explain themselves: `!heap -?`. */
const HELP = /^\s*[-/]\?\s*$/;

/** Runs one command; what is wrong becomes the outcome's error, worded for people, never an exception. */
export async function runCommand(session: Session, commands: Commands, line: string): Promise<Outcome> {
  return (await attempt(session, commands, line)).outcome;
}

/** The same for whoever runs the rest of the line. */
export async function attempt(session: Session, commands: Commands, line: string): Promise<Attempt> {
  session.runLine ??= (inner) => runCommand(session, commands, inner);
  const found = commands.find(line);
  if (!found)
    return { outcome: inLog(session, line) ?? unknownCommand(session, commands, line), goesOn: line.startsWith('!') };
  if (HELP.test(found.args) && found.typed.length > 1 && commands.find('.hh')) {
    const help = await attempt(session, commands, `.hh ${found.typed}`);
    return { ...help, outcome: { ...help.outcome, command: line } };
  }
  try {
    const options = found.command.parse(found.args, session, found.typed);
    const data = await found.command.run(session, options);
    const text = new Text();
    found.command.render(data, text);
    const said = { command: line, data, text: text.toString(), error: null };
    return { outcome: text.links.length > 0 ? { ...said, links: text.links } : said, goesOn: true };
  } catch (error) {
    if (!(error instanceof MemoreticsError) || error instanceof ScriptStopped) throw error;
    if (error instanceof DumpNeeded) return ofLog(session, line, error);
    const argsAt = found.args === '' ? 0 : line.length - found.args.length;
    return { outcome: failedOutcome(line, error, argsAt), goesOn: GOES_ON.test(found.command.name) };
  }
}

function inLog({ theCase }: Session, line: string): Outcome | null {
  return theCase.transcript && recordedOutcome(theCase.transcript, line);
}

/** What a log says where a dump was needed. */
function ofLog(session: Session, line: string, error: DumpNeeded): Attempt {
  const recorded = inLog(session, line);
  if (recorded) return { outcome: recorded, goesOn: true };
  const { transcript } = session.theCase;
  const known = transcript === null ? '' : `; ${printable(recordedCommands(transcript))}`;
  return { outcome: failedOutcome(line, new UsageError(line, error.message + known), 0), goesOn: line.startsWith('!') };
}

function unknownCommand({ topics }: Session, commands: Commands, line: string): Outcome {
  const word = line.split(/\s/)[0]!;
  const own = topics.find(({ name, syntax }) => syntax !== null && name === word.toLowerCase());
  if (own) {
    const words = `${own.name} is about the conversation: it cannot stand within other commands`;
    return failedOutcome(line, new UsageError(line, words, 0), 0);
  }
  const near = commands.nearest(line);
  const what = `${line.startsWith('!') ? 'No export' : "Couldn't resolve command"} '${printable(word)}'`;
  const extension = /^!(\w+)\.\w/.exec(line)?.[1];
  const hint = near
    ? `; did you mean ${near}?`
    : extension === undefined
      ? ''
      : `: the extension ${extension} is not loaded here, !help lists the commands there are`;
  return failedOutcome(line, new UsageError(line, `${what}${hint}`, 0), 0);
}
