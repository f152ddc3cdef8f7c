import { command } from '../../debugger/command.ts';

export default command<Record<string, never>, Record<string, never>>({
  name: '.prefer_dml',
  aliases: ['.lines', '.cls', '.enable_unicode', '.enable_long_status'],
  syntax: '.prefer_dml [0|1] | .lines [-e|-d|-t] | .cls | .enable_unicode [0|1] | .enable_long_status [0|1]',
  summary: 'Accepted for the sake of scripts: they set how WinDbg displays things, and change nothing here.',
  example: '.prefer_dml 1',
  patterns: [],
  notes: 'Prints nothing: links, source lines and Unicode text are always shown, numbers as each command shows them.',
  parse(_, session) {
    void session.target;
    return {};
  },
  run: () => ({}),
  render() {},
});
