import { command } from '../../debugger/command.ts';
import { natvisFiles } from '../../debugger/data-model/natvis-store.ts';

export default command<Record<string, never>, { readonly files: readonly string[] }>({
  name: '.nvlist',
  syntax: '.nvlist',
  summary:
    'Lists the NatVis files that show values: those that .nvload loaded, and those that linkers put into the symbols of modules.',
  example: '.nvlist',
  patterns: [],
  parse(_, session) {
    void session.target;
    return {};
  },
  run: (session) => ({ files: natvisFiles(session).map(({ path }) => path) }),
  render({ files }, text) {
    text.line('Loaded NatVis Files:');
    for (const path of files) text.line(`    ${path}`);
    if (files.length === 0) text.line('    <None Loaded>');
  },
});
