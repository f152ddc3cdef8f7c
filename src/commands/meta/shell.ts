import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { reopened } from '../../debugger/script/stand-ins.ts';
import type { Session } from '../../debugger/session.ts';

interface Options {
  /** Commands whose output the program is given to read. */
  readonly commands: string | null;
  /** Files for its input, output and complaints by the letter of the option; `-` for none. */
  readonly files: Readonly<Record<string, string>>;
  readonly seconds: number | null;
  readonly line: string;
}

const OPTION = /^\s*-(?:(ci|[ioe])\s+(?:"((?:\\.|[^"\\])*)"|(\S+))|t\s+(\d{1,6})|(x))(?=\s|$)/;

export default command<Options, { readonly output: string }>({
  name: '.shell',
  syntax: '.shell [-ci "commands" | -i file] [-o file] [-e file] [-t seconds] program line',
  summary:
    'Runs a program of this machine and prints its output, where that was allowed with --allow-shell. -ci gives it the output of commands to read, -i a file; -o and -e write files; - stands for nothing.',
  example: '.shell -ci "lm" sort',
  patterns: [],
  holdsCommands: true,
  notes:
    'Refused unless the user allowed it when starting: scripts and texts of dumps must not reach the shell. Files that exist are not overwritten. -x is refused: what runs on by itself is no longer under control.',
  parse(args) {
    const files: Record<string, string> = {};
    let commands: string | null = null;
    let seconds: number | null = null;
    let line = args;
    if (args !== reopened(args))
      throw new UsageError('.shell', 'refused: a text out of the dump holds what could begin another program', 0);
    for (let found = OPTION.exec(line); found; found = OPTION.exec(line)) {
      const [all, letter, quoted, bare, time, detached] = found;
      if (detached) throw new UsageError('.shell', 'refused: -x would leave the program running', args.indexOf('-x'));
      const value = quoted?.replace(/\\(["\\])/g, '$1') ?? bare ?? '';
      if (letter === 'ci') commands = value;
      else if (letter !== undefined) files[letter] = value;
      else seconds = Number(time);
      line = line.slice(all.length);
    }
    if (line.trim() === '') throw new UsageError('.shell', 'Syntax error: .shell needs a program to run', args.length);
    return { commands, files, seconds, line: line.trim() };
  },
  async run(session, { commands, files, seconds, line }) {
    if (!session.runShell) throw new UsageError('.shell', 'refused: programs are run only with --allow-shell');
    const input = commands === null ? inputFrom(session, files['i']) : await outputOf(session, commands);
    const { output, errors } = session.runShell(line, input, seconds);
    return { output: kept(session, output, files['o']) + kept(session, errors, files['e']) };
  },
  render({ output }, text) {
    text.write(output);
  },
});

async function outputOf(session: Session, commands: string): Promise<string> {
  return (await session.runLine?.(commands))?.text ?? '';
}

function inputFrom(session: Session, path: string | undefined): string {
  return path === undefined || path === '-' ? '' : (session.readText?.(path) ?? '');
}

/** What is left to print of a program's output once it was written where it belongs. */
function kept(session: Session, output: string, path: string | undefined): string {
  if (path === undefined) return output;
  if (path !== '-') {
    if (!session.writeFile) throw new UsageError('.shell', 'files cannot be written here');
    session.writeFile(path, new TextEncoder().encode(output));
  }
  return '';
}
