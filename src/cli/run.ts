import { SourceError } from '../bytes/errors.ts';
import { COMMANDS } from '../commands/index.generated.ts';
import { Commands, type Outcome } from '../debugger/dispatch.ts';
import { promptText } from '../debugger/prompt.ts';
import { ScriptEngine } from '../debugger/script/engine.ts';
import type { Session } from '../debugger/session.ts';
import { plainJson } from './plain-json.ts';
import { printableLines } from './printable-lines.ts';
import { readText } from './script-text.ts';
import { sessionFor } from './session-host.ts';
import type { SymbolOptions } from './symbol-finder.ts';
import { withSymbols } from './with-symbols.ts';

export interface RunOptions extends SymbolOptions {
  readonly command?: string[];
  readonly script?: string;
  readonly json?: boolean;
  readonly echo?: boolean;
  readonly allowShell?: boolean;
}

/** Runs debugger commands on a dump and prints their text, or the outcomes as a JSON array. */
export async function runCommands(path: string, options: RunOptions): Promise<number> {
  const texts = textsOf(options);
  if (typeof texts === 'string') {
    process.stderr.write(`memoretics: ${texts}\n`);
    return 1;
  }
  if (texts.every(({ text }) => text.trim() === '')) {
    process.stderr.write('memoretics: nothing to run: give -c "k; lm" or --script FILE\n');
    return 1;
  }
  const commands = new Commands(COMMANDS);
  const outcomes: Outcome[] = [];
  const exit = await withSymbols(path, options, async (theCase, finder) => {
    const session = sessionFor(theCase, finder, { allowShell: options.allowShell ?? false });
    const engine = new ScriptEngine(session, commands, options.echo ? { typed: echoed(session) } : { isSilent: true });
    const emit = (outcome: Outcome) => {
      if (options.json) outcomes.push(outcome);
      else process.stdout.write(printableLines(outcome.text));
    };
    for (const { text, file } of texts) {
      if (session.isEnded) break;
      await engine.run(text, emit, file);
    }
    session.log?.close();
    return undefined;
  });
  if (options.json) process.stdout.write(`${plainJson(outcomes, 2)}\n`);
  return exit;
}

/** Prints each line behind the prompt, as a debugger's log has it. */
function echoed(session: Session): (line: string) => void {
  return (line) => void process.stdout.write(printableLines(`${promptText(session)}${line}\n`));
}

/** What is to be run, with the file that it comes from; a complaint where that cannot be read. */
function textsOf({ command, script }: RunOptions): readonly { text: string; file: string | null }[] | string {
  const typed = (command ?? []).map((text) => ({ text, file: null }));
  if (script === undefined) return typed;
  try {
    return [...typed, { text: readText(script), file: script }];
  } catch (error) {
    if (error instanceof SourceError) return error.message;
    throw error;
  }
}
