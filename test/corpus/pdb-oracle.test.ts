import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BytesSource } from '../../src/bytes/source.ts';
import { dumpPdb } from '../../src/symbols/pdb-dump.ts';

const SHARED = resolve(import.meta.dirname, '../../../shared/corpus');
const TOOL = ['/usr/bin/llvm-pdbutil-19', '/usr/bin/llvm-pdbutil'].find(existsSync);
/** Microsoft-compiled PDBs of the npm package node-pty, where somebody installed it; MEMORETICS_PDBS adds a folder. */
const FOLDERS = [
  join(SHARED, 'made'),
  join(SHARED, 'forged'),
  resolve(import.meta.dirname, '../../node_modules/node-pty/prebuilds'),
  ...(process.env['MEMORETICS_PDBS'] ?? '').split(':').filter(Boolean),
];
const LONG = process.env['MEMORETICS_LONG'] === '1';

function pdbs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? pdbs(path) : path.endsWith('.pdb') ? [path] : [];
  });
}

function run(path: string, ...args: string[]): string[] {
  const text = execFileSync(TOOL ?? '', ['dump', ...args, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return text.split('\n');
}

/** Name and place of each record whose heading matches: the place stands on a following line. */
function placed(lines: readonly string[], heading: RegExp, place: RegExp): string[] {
  const found: string[] = [];
  let name: string | null = null;
  for (const line of lines) {
    const head = heading.exec(line);
    if (head) {
      name = head[1] ?? '';
      continue;
    }
    const at = name === null ? null : place.exec(line);
    if (!at) continue;
    found.push([name, ...at.slice(1).map(Number)].join('\t'));
    name = null;
  }
  return found.sort();
}

interface Dumped {
  readonly kind: string;
  readonly heading: string;
  readonly body: string[];
}

/** Complete structures, unions and enumerations with size and members, bit positions included. */
function foreignTypes(path: string): string[] {
  const records = new Map<number, Dumped>();
  let current: Dumped | null = null;
  for (const line of run(path, '-types', '-dont-resolve-forward-refs')) {
    const head = /^\s*0x([0-9A-F]+) \| (LF_\w+) \[size = \d+\](.*)$/.exec(line);
    if (head) {
      current = { kind: head[2]!, heading: head[3]!, body: [] };
      records.set(Number.parseInt(head[1]!, 16), current);
    } else current?.body.push(line.trim());
  }
  const bits = (index: number): string => {
    const record = records.get(index);
    const match = /bit offset = (\d+), # bits = (\d+)/.exec(record?.body.join(' ') ?? '');
    return record?.kind === 'LF_BITFIELD' && match ? `${match[1]},${match[2]}` : '-,-';
  };
  const members = (list: number, seen: ReadonlySet<number>): string[] =>
    seen.has(list)
      ? []
      : (records.get(list)?.body ?? []).flatMap((line) => {
          const member = /^- LF_MEMBER \[name = `(.*)`, Type = 0x([0-9A-F]+)(?: \(.*\))?, offset = (\d+)/.exec(line);
          if (member) return [`${member[1]},${member[3]},${bits(Number.parseInt(member[2]!, 16))}`];
          const value = /^- LF_ENUMERATE \[(.*) = (-?\d+)\]/.exec(line);
          if (value) return [`${value[1]},${value[2]}`];
          const more = /(?:LF_INDEX|continuation).*0x([0-9A-F]+)/.exec(line);
          return more ? members(Number.parseInt(more[1]!, 16), new Set([...seen, list])) : [];
        });
  const found: string[] = [];
  for (const [index, { kind, heading, body }] of records) {
    if (!/^LF_(STRUCTURE|CLASS|UNION|ENUM|INTERFACE)$/.test(kind)) continue;
    const text = body.join(' ');
    if (text.includes('forward ref')) continue;
    const list = /field list: 0x([0-9A-F]+)/.exec(text);
    const size = /sizeof (\d+)/.exec(text)?.[1] ?? '-';
    const fields = list ? members(Number.parseInt(list[1]!, 16), new Set()) : [];
    found.push([index, heading.trim().slice(1, -1), size, fields.join(';')].join('\t'));
  }
  return found.sort();
}

// biome-ignore lint/suspicious/noExplicitAny: dump records are open by contract.
type Open = any;

function ours(path: string): { publics: string[]; procedures: string[]; types: string[]; problems: Open[] } {
  const records = [
    ...dumpPdb(new BytesSource(readFileSync(path)), ['public', 'procedure', 'type', 'problem']),
  ] as Open[];
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  return {
    publics: of('public')
      .map((r) => [r.decorated, r.section, r.offset].join('\t'))
      .sort(),
    procedures: of('procedure')
      .map((r) => [r.name, r.section, r.offset, r.size].join('\t'))
      .sort(),
    types: of('type')
      .map((r) => {
        const fields =
          r.flavour === 'enum'
            ? r.values.map((v: { name: string; value: number }) => `${v.name},${v.value}`)
            : r.fields
                .filter((f: { name: string }) => f.name !== '__VFN_table')
                .map((f: { name: string; offset: number; bit: number | null; bits: number | null }) =>
                  [f.name, f.offset, f.bit ?? '-', f.bits ?? '-'].join(','),
                );
        return [r.index, r.name, r.flavour === 'enum' ? '-' : r.size, fields.join(';')].join('\t');
      })
      .sort(),
    problems: of('problem'),
  };
}

const all = FOLDERS.flatMap(pdbs);
// A few stand for the rest, since the tool takes a second for each; MEMORETICS_LONG takes every file.
const some = all.filter(
  (path) => LONG || /crashfpo-i686|msvcex|lockdrv|F2781F79.*ntkrpamp|win32-x64\/conpty_console_list/.test(path),
);

test.skipIf(!TOOL || some.length === 0)(
  'publics, procedures and types are those of llvm-pdbutil (needs llvm-pdbutil-19 and ../shared/corpus)',
  () => {
    const counts = { publics: 0, procedures: 0, types: 0 };
    for (const path of some) {
      const mine = ours(path);
      const publics = placed(run(path, '-publics'), /\| S_PUB32 \[size = \d+\] `(.*)`$/, /addr = (\d+):(\d+)/);
      const procedures = placed(
        run(path, '-symbols'),
        /\| S_[GL]PROC32\w* \[size = \d+\] `(.*)`$/,
        /addr = (\d+):(\d+), code size = (\d+)/,
      );
      expect(mine.publics, path).toEqual(publics);
      expect(mine.procedures, path).toEqual(procedures);
      expect(mine.types, path).toEqual(foreignTypes(path));
      expect(mine.problems, path).toEqual([]);
      counts.publics += publics.length;
      counts.procedures += procedures.length;
      counts.types += mine.types.length;
    }
    console.info(`PDBs against llvm-pdbutil: ${some.length} files, ${JSON.stringify(counts)}, 0 differ`);
    expect(counts.publics).toBeGreaterThan(0);
  },
);
