import { command } from '../../debugger/command.ts';

export default command<Record<string, never>, { readonly path: string | null }>({
  name: '.logclose',
  syntax: '.logclose',
  summary: 'Closes the file that .logopen opened.',
  example: '.logclose',
  patterns: [],
  parse() {
    return {};
  },
  run(session) {
    const path = session.log?.path ?? null;
    if (path !== null) session.log?.write(`Closing open log file ${path}\n`);
    session.log?.close();
    session.log = null;
    return { path };
  },
  render({ path }, text) {
    text.line(path === null ? 'No log file open' : `Closing open log file ${path}`);
  },
});
