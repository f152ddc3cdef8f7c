import { command } from '../../debugger/command.ts';
import {
  type PathData,
  type PathOptions,
  parsePathOptions,
  viewPath,
  writePath,
} from '../../debugger/search-path-command.ts';

export default command<PathOptions, PathData>({
  name: '.srcpath',
  aliases: ['.lsrcpath'],
  syntax: '.srcpath[+] [folders]',
  summary: 'Shows in which folders of this machine source files are looked for by lsa, or sets them; + adds.',
  example: '.srcpath',
  patterns: [],
  notes: 'A source file is looked for by its recorded path below each folder, part by part, then by its name.',
  parse: parsePathOptions,
  run(session, { path, append }) {
    if (path !== null)
      session.sourcePath = append && session.sourcePath !== '' ? `${session.sourcePath};${path}` : path;
    return viewPath(session, session.sourcePath);
  },
  render: (data, text) => writePath(text, 'Source search path', data),
});
