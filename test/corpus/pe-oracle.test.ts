import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { readDebugDirectory } from '../../src/formats/pe/debug-directory.ts';
import { openFunctionTable } from '../../src/formats/pe/exception-directory.ts';
import { readExports } from '../../src/formats/pe/exports.ts';
import { openPe } from '../../src/formats/pe/image.ts';
import { readImports } from '../../src/formats/pe/imports.ts';

const READOBJ = '/usr/bin/llvm-readobj-19';
const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const PTY = '/tmp/oracle/node_modules/node-pty/prebuilds';
const IMAGES = [
  `${CORPUS}/made/crash-i686-clang.exe`,
  `${CORPUS}/made/crash-x86_64-clang.exe`,
  `${CORPUS}/made/msvcex-x86_64.exe`,
  `${CORPUS}/forged/x64/binaries/baddrv.sys`,
  `${CORPUS}/forged/x64/binaries/orderapp.exe`,
  `${PTY}/win32-x64/conpty.node`,
  `${PTY}/win32-x64/winpty.dll`,
  `${PTY}/win32-arm64/conpty.node`,
  `${PTY}/win32-arm64/winpty-agent.exe`,
];

function readobj(path: string): string {
  const options = ['--file-headers', '--sections', '--coff-exports', '--coff-imports', '--coff-debug-directory'];
  return spawnSync(READOBJ, [...options, path], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
}

describe.each(IMAGES.map((path) => [basename(path), path]))('%s', (_name, path) => {
  test.skipIf(!existsSync(path) || !existsSync(READOBJ))(
    'headers, exports, imports and PDB are those of llvm-readobj (needs llvm-readobj-19 and the image)',
    () => {
      const text = readobj(path);
      const image = openPe(new BytesSource(readFileSync(path)), 'file', new Problems());
      const number = (pattern: RegExp): number => Number(text.match(pattern)![1]);
      expect(image.machine).toBe(number(/Machine: \w+ \((0x\w+)\)/));
      expect(image.timestamp).toBe(number(/TimeDateStamp: .*\((0x\w+)\)/));
      expect(image.sizeOfImage).toBe(number(/SizeOfImage: (\d+)/));
      expect(image.checksum).toBe(number(/CheckSum: (0x\w+)/));
      expect(image.entryPoint).toBe(number(/AddressOfEntryPoint: (0x\w+)/));
      const sections = [
        ...text.matchAll(
          /Number: \d+\s+Name: (\S+) .*\s+VirtualSize: (\w+)\s+VirtualAddress: (\w+)\s+RawDataSize: (\d+)/g,
        ),
      ];
      expect(image.sections.map(({ name, size, rva, fileSize }) => [name, size, rva, fileSize])).toEqual(
        sections.map(([, name, size, rva, raw]) => [name, Number(size), Number(rva), Number(raw)]),
      );

      const exported = [...text.matchAll(/Export \{\s+Ordinal: (\d+)\s+Name: (\S*)\s+RVA: (\w+)/g)];
      const theirs = exported.map(([, ordinal, name, rva]) => `${ordinal} ${name} ${Number(rva)}`).sort();
      const ours = (readExports(image)?.entries ?? []).map(
        ({ ordinal, name, rva }) => `${ordinal} ${name ?? ''} ${rva}`,
      );
      expect(ours.sort()).toEqual(theirs);

      const imports = [...text.matchAll(/^Import \{\s+Name: (\S+)([\s\S]*?)^\}/gm)].map(([, module, body]) => [
        module,
        [...body!.matchAll(/Symbol: (\S*) \((\d+)\)/g)].map(([, name, hint]) => (name === '' ? `#${hint}` : name)),
      ]);
      expect(
        readImports(image).map(({ moduleName, functions }) => [moduleName, functions.map(({ name }) => name)]),
      ).toEqual(imports);

      const guid = text.match(/PDBGUID: \{(\S+)\}\s+PDBAge: (\d+)\s+PDBFileName: (.*)/);
      const { codeView } = readDebugDirectory(image);
      expect(codeView && [codeView.guid, codeView.age, codeView.path]).toEqual(
        guid && [guid[1]!.toLowerCase(), Number(guid[2]), guid[3]],
      );
      const table = openFunctionTable(image);
      const size = number(/ExceptionTableSize: (\w+)/);
      expect(table?.count ?? 0).toBe(table ? size / table.entrySize : 0);
      // Every entry is found by its own begin.
      for (let index = 0; index < (table?.count ?? 0); index += 7) {
        const entry = table!.entry(index)!;
        expect(table!.find(entry.begin)).toEqual(entry);
      }
    },
  );
});
