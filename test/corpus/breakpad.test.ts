import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { openBreakpad } from '../../src/symbols/breakpad.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/corpus/breakpad-sym');
const FILES = [
  'getsentry__symbolic__crash.sym',
  'google__breakpad__kernel32.sym',
  'rust-minidump__rust-minidump__test_app.sym',
];

test.skipIf(!existsSync(FOLDER)).each(FILES)(
  'every record of %s answers (needs ../shared/corpus/breakpad-sym)',
  (name) => {
    const bytes = readFileSync(`${FOLDER}/${name}`);
    const problems = new Problems();
    const table = openBreakpad(new BytesSource(bytes), problems, name);
    expect(problems.list).toEqual([]);
    const files = new Map<string, string>();
    const starts = new Set<number>();
    let [functions, publics, lines, frames] = [0, 0, 0, 0];
    for (const text of bytes.toString('latin1').split(/\r?\n/)) {
      const file = /^FILE (\d+) (.*)/.exec(text);
      if (file) files.set(file[1] ?? '', file[2] ?? '');
      const func = /^FUNC (?:m )?(\S+) (\S+) \S+ (.*)/.exec(text);
      if (func) {
        const rva = Number.parseInt(func[1] ?? '', 16);
        starts.add(rva);
        functions++;
        expect(table.aliases(rva).map((symbol) => symbol.name)).toContain(func[3]);
        expect(table.at(rva)?.size).toBe(Number.parseInt(func[2] ?? '', 16));
      }
      const line = /^([0-9a-f]+) ([0-9a-f]+) (\d+) (\d+)$/.exec(text);
      if (line) {
        lines++;
        const rva = Number.parseInt(line[1] ?? '', 16);
        if (line[2] !== '0')
          expect(table.lineAt(rva)).toEqual({ file: files.get(line[4] ?? ''), line: Number(line[3]) });
      }
      const open = /^PUBLIC (?:m )?(\S+) \S+ (.*)/.exec(text);
      if (open) {
        publics++;
        const rva = Number.parseInt(open[1] ?? '', 16);
        if (table.file.functions.containing(rva) < 0 && !starts.has(rva)) {
          expect(table.aliases(rva).some((symbol) => symbol.name === open[2] || symbol.decorated === open[2])).toBe(
            true,
          );
        }
      }
      const win = /^STACK WIN ([04]) (\S+) (\S+)/.exec(text);
      if (win) {
        frames++;
        expect(table.frameRecordAt(Number.parseInt(win[2] ?? '', 16))).not.toBeNull();
      }
    }
    expect(functions).toBe(table.file.functions.count);
    expect(publics).toBe(table.file.publics.count);
    expect(lines).toBe(table.file.lineCount);
    expect(frames).toBe(table.file.frameData.count + table.file.fpo.count);
  },
);

test.skipIf(!existsSync(FOLDER))(
  'what breakpad and rust-minidump print for test_app (needs ../shared/corpus/breakpad-sym)',
  () => {
    const table = openBreakpad(new BytesSource(readFileSync(`${FOLDER}/${FILES[2]}`)), new Problems(), 'test_app');
    const place = (rva: number) =>
      `${table.at(rva)?.name} ${table.lineAt(rva)?.file.split('\\').at(-1)} ${table.lineAt(rva)?.line}`;
    expect(place(0x429e)).toMatch(/^`anonymous namespace'::CrashFunction.* test_app\.cc 58$/);
    expect(place(0x4200 - 1)).toMatch(/^main.* test_app\.cc 65$/);
    expect(place(0x53ec - 1)).toMatch(/^__tmainCRTStartup.* crt0\.c 327$/);
  },
);
