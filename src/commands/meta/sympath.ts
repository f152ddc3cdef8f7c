import { command } from '../../debugger/command.ts';
import {
  changePath,
  type PathData,
  type PathOptions,
  parsePathOptions,
  viewPath,
  writePath,
} from '../../debugger/search-path-command.ts';

export default command<PathOptions, PathData>({
  name: '.sympath',
  syntax: '.sympath[+] [path]',
  summary: 'Shows where symbols are looked for, or looks elsewhere from now on; + adds to what was there.',
  example: '.sympath',
  patterns: [],
  notes:
    'The folder of the dump always belongs to the path. Modules without symbols are looked for again without .reload. memoretics itself takes the path from --symbols or _NT_SYMBOL_PATH.',
  parse: parsePathOptions,
  run(session, options) {
    changePath(session, 'symbols', options, '.sympath');
    return viewPath(session, session.symbolPath);
  },
  render: (data, text) => writePath(text, 'Symbol search path', data),
});
