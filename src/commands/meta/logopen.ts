import { UsageError } from '../../bytes/errors.ts';
import { stem } from '../../bytes/text.ts';
import { command } from '../../debugger/command.ts';
import { logNameAt } from '../../debugger/log-name.ts';
import type { Session } from '../../debugger/session.ts';
import { isUserMode } from '../../target/target.ts';

interface Options {
  /** Null for a name of the debugger's own. */
  readonly path: string | null;
  readonly append: boolean;
  readonly named: boolean;
  readonly stamped: boolean;
  readonly unicode: boolean;
}

/** Where no name is given (Microsoft Learn, ".logopen"). */
const USUAL = 'dbgeng.log';

export default command<Options, { readonly path: string; readonly append: boolean }>({
  name: '.logopen',
  aliases: ['.logappend'],
  syntax: '.logopen [/t] [/u] [file] | .logopen /d | .logappend [/u] [file] | .logappend /d',
  summary:
    'Writes what is typed and printed from now on to a file as well, .logappend behind what is there; /d names it after the process or machine of the dump, /t adds process and time to the name, /u writes UTF-16.',
  example: '.logopen session.log',
  patterns: [],
  notes: 'A file that is no log of a debugger is not overwritten. Without /u logs are UTF-8.',
  parse(args, _, typed) {
    const append = typed.toLowerCase() === '.logappend';
    const found = /^\s*((?:\/[a-z](?=\s|$)\s*)*)(?:"([^"]+)"|(\S+))?\s*$/i.exec(args);
    const letters = found?.[1]?.replace(/[\s/]/g, '').toLowerCase() ?? '';
    const path = found?.[2] ?? found?.[3] ?? null;
    const wrong = [...letters].find((letter) => !(append ? 'ud' : 'tud').includes(letter));
    if (!found || wrong !== undefined || (path !== null && letters.includes('d')))
      throw new UsageError(typed, `Syntax error: ${typed} takes ${append ? '' : '/t, '}/u and one file, or /d`, 0);
    const has = (letter: string) => letters.includes(letter);
    return { path, append, named: has('d'), stamped: has('t'), unicode: has('u') };
  },
  run(session, { path, append, named, stamped, unicode }) {
    if (!session.openLog) throw new UsageError('.logopen', 'files cannot be written here');
    const plain = path ?? (named ? `${nameOfDump(session)}.log` : USUAL);
    const full = stamped ? logNameAt(plain, session.target.process?.id ?? 0, new Date()) : plain;
    const next = session.openLog(full, append, unicode);
    session.log?.close();
    session.log = next;
    return { path: next.path, append };
  },
  render({ path, append }, text) {
    text.line(`${append ? 'Opened existing' : 'Opened'} log file '${path}'`);
  },
});

/** The process of a user dump or the machine of a kernel dump; its signs that could lead elsewhere are left out. */
function nameOfDump({ target }: Session): string {
  const name = isUserMode(target) ? stem(target.process?.name ?? '') : (target.system.computerName ?? '');
  return name.replace(/[^\w-]/g, '') || 'dbgeng';
}
