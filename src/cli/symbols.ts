import { MemoreticsError, UsageError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import { decodeAscii, printable } from '../bytes/text.ts';
import type { Case } from '../evidence/case.ts';
import { modulesOnStacks } from '../evidence/load-symbols.ts';
import { openPe } from '../formats/pe/image.ts';
import { localStoreFolder } from '../platform/node/cache-folder.ts';
import { type OpenFile, openFile } from '../platform/node/file-source.ts';
import { importBundle, renderImport } from '../platform/node/symbol-import.ts';
import { renderLocated } from '../platform/node/symbol-locator.ts';
import { SymbolStore } from '../platform/node/symbol-store.ts';
import { dumpBreakpad, openBreakpad } from '../symbols/breakpad.ts';
import { dumpImage } from '../symbols/image-dump.ts';
import { dumpIsf, IsfSymbolTable, loadIsf } from '../symbols/isf.ts';
import { curlConfig, neededJson, neededSymbols, renderNeeded, symchkManifest } from '../symbols/manifest.ts';
import { dumpPdb } from '../symbols/pdb-dump.ts';
import type { Module } from '../target/target.ts';
import { inputPaths } from './inputs.ts';
import { complaint, withCases } from './open.ts';
import { Page } from './page.ts';
import { plainJson } from './plain-json.ts';
import { pdbLabel, type SymbolFinder, type SymbolOptions } from './symbol-finder.ts';
import { terminal } from './terminal.ts';
import { withSymbols } from './with-symbols.ts';

/** Microsoft's public symbol server, for the list that curl reads; nothing here connects to it. */
const PUBLIC_SERVER = 'https://msdl.microsoft.com/download/symbols';

/** Lists the files that these dumps want, each once, as text, JSON, a SymChk manifest or a curl configuration. */
export async function runNeeded(
  paths: readonly string[],
  options: { readonly format?: string; readonly json?: boolean; readonly server?: string; readonly onStack?: boolean },
): Promise<number> {
  let exit = 0;
  const modules: Module[] = [];
  for (const { path, named } of inputPaths(paths)) {
    await withCases(path, async (opened) => {
      if (opened.opened)
        modules.push(...(options.onStack ? onStack(opened.theCase) : (opened.theCase.target?.modules ?? [])));
      else if (named) {
        exit = Math.max(exit, opened.refusal.exit);
        process.stderr.write(`${complaint(opened.refusal)}\n`);
      }
    });
  }
  const needed = neededSymbols(modules);
  const format = options.json ? 'json' : (options.format ?? 'text');
  if (format === 'json') await print([`${JSON.stringify(neededJson(needed), null, 2)}\n`]);
  else if (format === 'symchk') await print([symchkManifest(needed)]);
  else if (format === 'curl') await print([curlConfig(needed, options.server ?? PUBLIC_SERVER)]);
  else await print([`${renderNeeded(needed)}\n`]);
  return exit;
}

/** Modules that a stack of the dump touches: the ones whose symbols matter first. */
function onStack({ target }: Case): Module[] {
  return target ? [...modulesOnStacks(target, target.threads)] : [];
}

/** Puts a folder, a zip or a file into the local store, each file by the identity it carries. */
export async function runImport(
  bundles: readonly string[],
  options: { readonly store?: string; readonly json?: boolean },
): Promise<number> {
  const store = new SymbolStore(options.store ?? localStoreFolder());
  let failed = false;
  for (const bundle of bundles) {
    try {
      const done = await importBundle(bundle, store);
      failed ||= done.some(({ outcome }) => outcome === 'failed');
      if (options.json) await print([`${JSON.stringify(done, null, 2)}\n`]);
      else await print([`${renderImport(done)}\n`]);
    } catch (error) {
      if (!(error instanceof MemoreticsError)) throw error;
      failed = true;
      process.stderr.write(`memoretics: ${printable(bundle)}: ${printable(error.message)}\n`);
    }
  }
  return failed ? 1 : 0;
}

/** Says for each module what was found, where, whether it matches, and why not. Looks into URLs only with `--download`. */
export async function runCheck(
  path: string,
  options: SymbolOptions & {
    readonly json?: boolean;
    readonly verbose?: boolean;
    readonly onStack?: boolean;
    readonly download?: boolean;
  },
): Promise<number> {
  const { width, color } = terminal();
  const results: unknown[] = [];
  const check = async (theCase: Case, finder: SymbolFinder): Promise<undefined> => {
    const page = new Page(width, color);
    const modules = options.onStack ? onStack(theCase) : (theCase.target?.modules ?? []);
    const counts = new Map<string, number>();
    for (const module of modules) {
      const found = await finder.find(module, theCase);
      const state = found.table ? (found.table.mismatched ? 'MISMATCHED' : found.table.finder) : 'none';
      counts.set(state, (counts.get(state) ?? 0) + 1);
      if (options.json) {
        results.push({
          module: module.name,
          symbols: state,
          pdb: found.pdb ? pdbLabel(found.pdb) : null,
          image: found.image !== null,
          note: found.note,
          tried: found.located.map(({ file, path: at, tried }) => ({ kind: file.kind, path: at, tried })),
        });
        continue;
      }
      const style = state === 'none' || state === 'MISMATCHED' ? 'red' : state === 'exports' ? 'yellow' : 'green';
      page.line([['bold', module.name.padEnd(20)], ' ', [style, state.padEnd(10)], ' ', found.note], 0, 4);
      if (options.verbose)
        for (const located of found.located)
          for (const line of renderLocated(located).split('\n')) page.line([['dim', line]], 4, 8);
    }
    if (options.json) return;
    page.blank();
    page.line([`${modules.length} modules: `, [...counts].map(([state, count]) => `${count} ${state}`).join(', ')]);
    await print([page.toString()]);
  };
  const exit = await withSymbols(path, options, check, { online: options.download ?? false });
  if (options.json) await print([`${JSON.stringify(results, null, 2)}\n`]);
  return exit;
}

/** Prints what a PDB, ISF, Breakpad or image file holds as JSON Lines, streaming. */
export async function runDump(path: string, options: { readonly kind?: string[] }): Promise<number> {
  let file: OpenFile | null = null;
  try {
    file = openFile(path);
    const kinds = options.kind?.flatMap((kind) => kind.split(',')) ?? null;
    await print(lines(await records(file, path, kinds), kinds));
    return 0;
  } catch (error) {
    if (!(error instanceof MemoreticsError)) throw error;
    process.stderr.write(`memoretics: ${printable(path)}: ${printable(error.message)}\n`);
    return 2;
  } finally {
    file?.close();
  }
}

const MOST_ISF = 64 << 20;

async function records(file: OpenFile, path: string, kinds: readonly string[] | null): Promise<Iterable<object>> {
  const head = file.read(0, 32);
  const text = decodeAscii(head);
  if (text.startsWith('Microsoft C/C++')) return dumpPdb(file, kinds);
  if (text.startsWith('MODULE ')) return dumpBreakpad(openBreakpad(file, new Problems(), path));
  if (text.startsWith('MZ')) return dumpImage(openPe(file, 'file', new Problems()), path);
  if (head[0] === 0xfd || /^\s*\{/.test(text))
    return dumpIsf(new IsfSymbolTable(await loadIsf(file.read(0, MOST_ISF), new Problems()), { origin: path }));
  throw new UsageError('symbols dump', 'this is none of PDB, ISF (.json, .json.xz), Breakpad .sym and PE image');
}

function* lines(all: Iterable<object>, kinds: readonly string[] | null): Generator<string> {
  let batch = '';
  for (const record of all) {
    if (kinds && 'kind' in record && !kinds.includes(String(record.kind))) continue;
    batch += `${plainJson(record)}\n`;
    if (batch.length < 1 << 16) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}

/** Writes to standard output no faster than it is read. */
async function print(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) {
    if (chunk !== '' && !process.stdout.write(chunk))
      await new Promise((resume) => process.stdout.once('drain', resume));
  }
}
