import { readFileSync } from 'node:fs';
import { printable } from '../bytes/text.ts';
import { COMMANDS } from '../commands/index.generated.ts';
import { Commands, type Outcome, runCommand, splitCommands } from '../debugger/dispatch.ts';
import { Session } from '../debugger/session.ts';
import { redactSearchPath } from '../symbols/search-path.ts';
import type { SymbolOptions } from './symbol-finder.ts';
import { withSymbols } from './with-symbols.ts';

export interface RunOptions extends SymbolOptions {
  readonly command?: string[];
  readonly script?: string;
  readonly json?: boolean;
}

/** Runs debugger commands on a dump and prints their text, or the outcomes as a JSON array. */
export async function runCommands(path: string, options: RunOptions): Promise<number> {
  const lines = [...(options.command ?? [])];
  if (options.script !== undefined) lines.push(readFileSync(options.script, 'utf8'));
  const wanted = lines.flatMap(splitCommands);
  if (wanted.length === 0) {
    process.stderr.write('memoretics: nothing to run: give -c "k; lm" or --script FILE\n');
    return 1;
  }
  const commands = new Commands(COMMANDS);
  const outcomes: Outcome[] = [];
  const exit = await withSymbols(path, options, async (theCase, finder) => {
    const session = new Session(theCase, (module, current) => finder.find(module, current));
    session.symbolPath = redactSearchPath(finder.elements);
    for (const line of wanted) {
      const outcome = await runCommand(session, commands, line);
      if (options.json) outcomes.push(outcome);
      else process.stdout.write(escapeLines(outcome.text));
    }
    return undefined;
  });
  if (options.json)
    process.stdout.write(
      `${JSON.stringify(outcomes, (_, value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value), 2)}\n`,
    );
  return exit;
}

/** Escapes everything but line ends and tabs: names in a dump may hold escape sequences. */
function escapeLines(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((part) => (part === '\t' || part === '\n' ? part : printable(part)))
    .join('');
}
