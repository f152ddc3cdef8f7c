import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

interface Options {
  /** Null to ask. Only `.prefer_dml` is more than accepted. */
  readonly dml: boolean | null;
  readonly isDml: boolean;
}

interface Data {
  /** Null for the other commands, which set nothing. */
  readonly prefersDml: boolean | null;
}

export default command<Options, Data>({
  name: '.prefer_dml',
  aliases: ['.lines', '.cls', '.enable_unicode', '.enable_long_status'],
  syntax: '.prefer_dml [0|1] | .lines [-e|-d|-t] | .cls | .enable_unicode [0|1] | .enable_long_status [0|1]',
  summary:
    'Makes links of commands run by a click in memoretics debug, or not; the others are accepted for the sake of scripts.',
  example: '.prefer_dml 1',
  patterns: [],
  notes:
    'Links are always marked where the terminal has colours, and .link follows them; 1 has the terminal report the mouse, so that Shift is needed to select text. .cls clears the screen in memoretics debug. Source lines and Unicode text are always shown, numbers as each command shows them, so that the other commands print nothing.',
  parse(args, _, typed) {
    const isDml = /^\.prefer_dml$/i.test(typed);
    const word = args.trim();
    if (isDml && !/^[01]?$/.test(word)) throw new UsageError(typed, 'Syntax error: .prefer_dml takes 0 or 1', 0);
    return { isDml, dml: word === '' ? null : word === '1' };
  },
  run(session, { isDml, dml }) {
    if (!isDml) return { prefersDml: null };
    if (dml !== null) session.prefersDml = dml;
    return { prefersDml: session.prefersDml };
  },
  render({ prefersDml }, text) {
    if (prefersDml !== null) text.line(`DML versions of commands ${prefersDml ? 'on' : 'off'} by default`);
  },
});
