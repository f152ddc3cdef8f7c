import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

interface Options {
  readonly path: string;
  readonly append: boolean;
}

export default command<Options, Options>({
  name: '.logopen',
  aliases: ['.logappend'],
  syntax: '.logopen file | .logappend file',
  summary: 'Writes what is typed and printed from now on to a file as well; .logappend adds to it.',
  example: '.logopen session.log',
  patterns: [],
  notes:
    'A file that is no log of a debugger is not overwritten. Logs are UTF-8, so that /u changes nothing; names with time and process (/t, /d) are not made.',
  parse(args, session, typed) {
    void session.target;
    const found = /^\s*(?:\/u\s+)?(?:"([^"]+)"|(\S+))\s*$/.exec(args);
    const path = found?.[1] ?? found?.[2];
    if (path === undefined || /^\/[tdu]$/.test(path))
      throw new UsageError(typed, `Syntax error: ${typed} needs the name of one file`, 0);
    return { path, append: typed.toLowerCase() === '.logappend' };
  },
  run(session, { path, append }) {
    if (!session.openLog) throw new UsageError('.logopen', 'files cannot be written here');
    const next = session.openLog(path, append);
    session.log?.close();
    session.log = next;
    return { path: next.path, append };
  },
  render({ path, append }, text) {
    text.line(`${append ? 'Opened existing' : 'Opened'} log file '${path}'`);
  },
});
