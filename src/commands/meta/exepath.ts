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
  name: '.exepath',
  syntax: '.exepath[+] [folders]',
  summary: 'Shows in which folders the images of modules are looked for, or sets them; + adds to what was there.',
  example: '.exepath',
  patterns: [],
  notes: 'Images are also looked for along the symbol path. memoretics itself takes the folders from --images.',
  parse: parsePathOptions,
  run(session, options) {
    changePath(session, 'images', options, '.exepath');
    return viewPath(session, session.imagePath);
  },
  render: (data, text) => writePath(text, 'Executable image search path', data),
});
