import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problems } from '../../src/bytes/problem.ts';
import { encodeIsfCache } from '../../src/formats/isf/cache.ts';
import { IsfSymbolTable, loadIsf } from '../../src/symbols/isf.ts';

const PATH = resolve(
  '../shared/corpus/isf/JPCERTCC__Windows-Symbol-Tables__5278AFF86C341677D7D7835C85B7B844-1.json.xz',
);

/** Milliseconds of the first (cold) run of `task`, and its result. */
async function timed<T>(task: () => T | Promise<T>): Promise<[ms: number, value: T]> {
  const start = performance.now();
  const value = await task();
  return [performance.now() - start, value];
}

/** ISF figures, each with its target in milliseconds; empty, with a message, where the corpus is absent. */
export async function benchIsf(): Promise<{ readonly name: string; readonly ms: number; readonly target: number }[]> {
  if (!existsSync(PATH)) {
    console.error(`skipped: ISF (needs ${PATH})`);
    return [];
  }
  const bytes = readFileSync(PATH);
  const [load, file] = await timed(() => loadIsf(bytes, new Problems()));
  const cache = encodeIsfCache(file);
  const [open, again] = await timed(() => loadIsf(cache, new Problems()));
  const table = new IsfSymbolTable(again, { origin: PATH });
  const span = file.addresses.reduce((most, address) => Math.max(most, address), 0);
  const lookups = () => {
    for (let index = 0; index < 1000; index++) table.at((index * 7919 * 104729) % span);
  };
  lookups();
  const [warm] = await timed(lookups);
  const [type] = await timed(() => table.types.type('_EPROCESS'));
  return [
    { name: 'ISF 5278AFF8 .json.xz', ms: load, target: 400 },
    { name: 'ISF 5278AFF8 cached form', ms: open, target: 60 },
    { name: 'ISF 1000 addresses, warm', ms: warm, target: 20 },
    { name: 'ISF _EPROCESS', ms: type, target: 10 },
  ];
}

if (process.argv[2] === 'isf') console.table(await benchIsf());

/** The same for `npm run bench`. */
export async function run(): Promise<
  { readonly name: string; readonly figure: number; readonly unit: string; readonly target: string }[]
> {
  const figures = await benchIsf();
  return figures.map(({ name, ms, target }) => ({ name, figure: ms, unit: 'ms', target: `< ${target}` }));
}
