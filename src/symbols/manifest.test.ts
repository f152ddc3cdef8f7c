import { expect, test } from 'vitest';
import {
  curlConfig,
  type IdentifiedModule,
  neededJson,
  neededSymbols,
  renderNeeded,
  symchkManifest,
} from './manifest.ts';

const GUID = '0f5e7e1b-9c2a-4d43-8f70-1234567890ab';
const module = (fields: Partial<IdentifiedModule>): IdentifiedModule => ({
  name: 'nt',
  imageName: 'ntoskrnl.exe',
  timestamp: 0x5ab38077,
  size: 0x9f2a00,
  pdb: null,
  buildId: null,
  ...fields,
});
const NEEDED = neededSymbols([
  module({ pdb: { name: 'C:\\b\\ntkrnlmp.pdb', guid: GUID, age: 1 } }),
  module({ pdb: { name: 'ntkrnlmp.pdb', guid: GUID, age: 1 } }),
  module({ name: 'drv', imageName: 'drv.sys' }),
  module({ name: 'evil', imageName: '..', timestamp: 1, size: 1 }),
  module({ name: 'blank', timestamp: null }),
  module({ name: 'libc', imageName: '/lib/libc.so.6', buildId: 'abcd' }),
]);

test('each file once, and what cannot be asked for is told', () => {
  expect(NEEDED.map(({ path, note }) => path ?? note)).toEqual([
    `ntkrnlmp.pdb/${GUID.replaceAll('-', '').toUpperCase()}1/ntkrnlmp.pdb`,
    'ntoskrnl.exe/5AB380779f2a00/ntoskrnl.exe',
    'drv.sys/5AB380779f2a00/drv.sys',
    'its recorded name is not a safe file name',
    'the dump holds neither the identity of its PDB nor that of its image',
    '_.debug/elf-buildid-sym-abcd/_.debug',
    'libc.so.6/elf-buildid-abcd/libc.so.6',
  ]);
  expect(renderNeeded(NEEDED).split('\n').length).toBe(NEEDED.length);
  expect(neededJson(NEEDED)[1]).toMatchObject({
    module: 'nt',
    kind: 'image',
    timestamp: '0x5ab38077',
    size: '0x9f2a00',
  });
});

test('lists that symchk and curl eat', () => {
  expect(symchkManifest(NEEDED)).toBe(
    [
      `ntkrnlmp.pdb,${GUID.replaceAll('-', '').toUpperCase()}1,1`,
      'ntoskrnl.exe,5AB380779f2a00,1',
      'drv.sys,5AB380779f2a00,1',
      '',
    ].join('\r\n'),
  );
  const config = curlConfig(NEEDED, 'https://server.example/sym/?t=1');
  expect(config).toContain('url = "https://server.example/sym/drv.sys/5AB380779f2a00/drv.sys?t=1"');
  expect(config).toContain('output = "drv.sys/5AB380779f2a00/drv.sys"');
  const quoted = curlConfig(neededSymbols([module({ imageName: "a'b c.sys" })]), 'https://s');
  expect(quoted).toContain(`output = "a'b c.sys/5AB380779f2a00/a'b c.sys"`);
});
