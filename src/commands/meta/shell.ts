import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

interface Options {
  /** Commands whose output the program is given to read. */
  readonly input: string | null;
  readonly line: string;
}

export default command<Options, { readonly output: string }>({
  name: '.shell',
  syntax: '.shell [-ci "commands"] program line',
  summary: 'Runs a program of this machine and prints its output, where that was allowed with --allow-shell.',
  example: '.shell -ci "lm" sort',
  patterns: [],
  notes: 'Refused unless the user allowed it when starting: scripts and texts of dumps must not reach the shell.',
  parse(args, session) {
    void session.target;
    const found = /^\s*(?:-ci\s+"((?:\\.|[^"\\])*)"\s*)?(.*)$/s.exec(args)!;
    const line = found[2]!.trim();
    if (line === '') throw new UsageError('.shell', 'Syntax error: .shell needs a program to run', 0);
    return { input: found[1]?.replace(/\\(["\\])/g, '$1') ?? null, line };
  },
  async run(session, { input, line }) {
    if (!session.runShell) throw new UsageError('.shell', 'refused: programs are run only with --allow-shell');
    const given = input === null ? null : await session.runLine?.(input);
    return { output: session.runShell(line, given?.text ?? '') };
  },
  render({ output }, text) {
    text.write(output);
  },
});
