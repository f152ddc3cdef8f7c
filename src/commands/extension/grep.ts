import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

interface Options {
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly others: boolean;
  readonly before: number;
  readonly after: number;
  readonly line: string;
}

interface Data {
  readonly line: string;
  /** Lines of the command's text in order; a gap between two groups is an empty one. */
  readonly lines: readonly string[];
  readonly matches: number;
}

const MOST_CONTEXT = 1000;

export default command<Options, Data>({
  name: '!grep',
  syntax: '!grep [-i] [-v] [-A after] [-B before] [-C around] "text" command',
  summary: 'Runs a command and prints the lines of its text that hold a text, or with -v those that do not.',
  example: '!grep -i "nt" lm',
  patterns: [],
  holdsCommands: true,
  notes:
    'The text is no regular expression but for ^ at its begin, $ at its end and | between alternatives. -i ignores case.',
  parse(args, session) {
    void session.target;
    let rest = args.trim();
    const options = { ignoreCase: false, others: false, before: 0, after: 0 };
    for (;;) {
      const flag = /^-(?:([iv])|([ABC])\s*(\d+))(?=\s)\s*/.exec(rest);
      if (!flag) break;
      rest = rest.slice(flag[0].length);
      if (flag[1] === 'i') options.ignoreCase = true;
      if (flag[1] === 'v') options.others = true;
      const count = Math.min(MOST_CONTEXT, Number(flag[3] ?? 0));
      if (flag[2] === 'A' || flag[2] === 'C') options.after = count;
      if (flag[2] === 'B' || flag[2] === 'C') options.before = count;
    }
    const found = /^(?:"([^"]*)"|(\S+))\s+(.+)$/s.exec(rest);
    if (!found) throw new UsageError('!grep', `Syntax error: ${this.syntax}`, args.length);
    return { ...options, pattern: found[1] ?? found[2]!, line: found[3]! };
  },
  async run(session, { pattern, ignoreCase, others, before, after, line }) {
    if (!session.runLine) throw new UsageError('!grep', 'commands cannot be run from here');
    const outcome = await session.runLine(line);
    if (outcome.error) throw new UsageError('!grep', `${line}: ${outcome.error.message}`);
    const all = outcome.text.replace(/\n$/, '').split('\n');
    const holds = matcher(pattern, ignoreCase);
    const lines: string[] = [];
    let matches = 0;
    let shown = -1;
    for (const [index, text] of all.entries()) {
      if (holds(text) === others) continue;
      matches++;
      const from = Math.max(shown + 1, index - before);
      if (lines.length > 0 && from > shown + 1 && before + after > 0) lines.push('');
      const until = Math.min(all.length - 1, index + after);
      for (let at = from; at <= until; at++) lines.push(all[at]!);
      shown = Math.max(shown, until);
    }
    return { line, lines, matches };
  },
  render({ lines, matches, line }, text) {
    for (const one of lines) text.line(one);
    if (matches === 0) text.line(`No line of ${line} matches`);
  },
});

/** Alternatives of plain text, which a line of any length is searched for in linear time. */
function matcher(pattern: string, ignoreCase: boolean): (line: string) => boolean {
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
  const parts = fold(pattern)
    .split('|')
    .map((part) => ({
      text: part.replace(/^\^|\$$/g, ''),
      atStart: part.startsWith('^'),
      atEnd: part.endsWith('$'),
    }));
  return (line) => {
    const folded = fold(line);
    return parts.some(({ text, atStart, atEnd }) =>
      atStart && atEnd
        ? folded === text
        : atStart
          ? folded.startsWith(text)
          : atEnd
            ? folded.endsWith(text)
            : folded.includes(text),
    );
  };
}
