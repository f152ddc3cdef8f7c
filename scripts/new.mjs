// npm run new pattern ID | npm run new command KIND NAME: writes the file with what every pattern or command must have.
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const [what, ...rest] = process.argv.slice(2);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function refuse(message) {
  console.error(`${message}\nusage: npm run new pattern ID\n       npm run new command standard|meta|extension NAME`);
  process.exit(1);
}
function write(path, text) {
  if (existsSync(path)) refuse(`${path} exists already`);
  writeFileSync(path, text);
  console.log(`wrote ${path}; now run npm run generate`);
}

if (what === 'pattern') {
  const [id] = rest;
  if (!id || !kebab.test(id)) refuse('a pattern needs a kebab-case id');
  const name = id.replace(/(^|-)(.)/g, (_, dash, letter) => `${dash ? ' ' : ''}${letter.toUpperCase()}`);
  write(
    join(root, `src/patterns/${id}.ts`),
    `import { ABSENT, type Pattern } from '../analysis/pattern.ts';

const pattern: Pattern = {
  id: '${id}',
  name: '${name}',
  part: null,
  severity: 'warning',
  meaning: '',
  advice: [],
  links: [],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect() {
    return ABSENT;
  },
};
export default pattern;
`,
  );
} else if (what === 'command') {
  const [kind, name] = rest;
  if (!['standard', 'meta', 'extension'].includes(kind ?? '') || !name || !kebab.test(name))
    refuse('a command needs a kind and a kebab-case file name');
  const typed = { standard: name, meta: `.${name}`, extension: `!${name}` }[kind];
  write(
    join(root, `src/commands/${kind}/${name}.ts`),
    `import { command } from '../../debugger/command.ts';

export default command({
  name: '${typed}',
  syntax: '${typed}',
  summary: '',
  example: '${typed}',
  patterns: [],
  parse: () => ({}),
  run: () => ({}),
  render: () => {},
});
`,
  );
} else refuse('say what to make');
