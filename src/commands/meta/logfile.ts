import { command } from '../../debugger/command.ts';

export default command<Record<string, never>, { readonly path: string | null }>({
  name: '.logfile',
  syntax: '.logfile',
  summary: 'Tells which file .logopen opened.',
  example: '.logfile',
  patterns: [],
  parse() {
    return {};
  },
  run: (session) => ({ path: session.log?.path ?? null }),
  render({ path }, text) {
    text.line(path === null ? 'No log file open' : `Log '${path}' open`);
  },
});
