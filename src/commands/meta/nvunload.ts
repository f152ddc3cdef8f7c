import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { loadedFiles, setLoadedFiles } from '../../debugger/data-model/natvis-store.ts';

export default command<{ readonly path: string | null }, { readonly unloaded: readonly string[] }>({
  name: '.nvunload',
  aliases: ['.nvunloadall'],
  syntax: '.nvunload file.natvis | .nvunloadall',
  summary: 'Forgets a NatVis file that .nvload loaded, or all of them.',
  example: '.nvunloadall',
  patterns: [],
  parse(args, session, typed) {
    void session.target;
    const path = args.trim().replace(/^"(.*)"$/, '$1');
    const all = typed.toLowerCase() === '.nvunloadall';
    if (all !== (path === '')) throw new UsageError(typed, `Syntax error: ${this.syntax}`, 0);
    return { path: all ? null : path };
  },
  run(session, { path }) {
    const files = loadedFiles(session);
    const unloaded = files
      .filter((each) => path === null || each.path === path || each.path.endsWith(`/${path}`))
      .map((each) => each.path);
    if (path !== null && unloaded.length === 0) throw new UsageError('.nvunload', `"${path}" is not loaded`, 0);
    setLoadedFiles(
      session,
      files.filter((each) => !unloaded.includes(each.path)),
    );
    return { unloaded };
  },
  render({ unloaded }, text) {
    for (const path of unloaded) text.line(`Successfully unloaded visualizers in "${path}"`);
  },
});
