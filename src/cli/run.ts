import { readFileSync } from 'node:fs';
import { printable } from '../bytes/text.ts';
import { COMMANDS } from '../commands/index.generated.ts';
import { Commands, type Outcome, runCommand, splitCommands } from '../debugger/dispatch.ts';
import { Session } from '../debugger/session.ts';
import { redactSearchPath } from '../symbols/search-path.ts';
import { complaint } from './analyze.ts';
import { withCases } from './open.ts';
import { SymbolFinder, type SymbolOptions } from './symbol-finder.ts';

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
  let exit = 0;
  const outcomes: Outcome[] = [];
  await withCases(path, async (opened) => {
    if (!opened.opened) {
      exit = opened.refusal.exit;
      process.stderr.write(`${complaint(opened.refusal)}\n`);
      return;
    }
    const finder = new SymbolFinder(path, options);
    const session = new Session(opened.theCase, (module, theCase) => finder.find(module, theCase));
    session.symbolPath = redactSearchPath(finder.elements);
    for (const line of wanted) {
      const outcome = await runCommand(session, commands, line);
      if (options.json) outcomes.push(outcome);
      else process.stdout.write(escapeLines(outcome.text));
    }
    finder.close();
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
