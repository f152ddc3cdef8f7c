import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressedName, debuginfodPath, type SymbolFile, safeFileName, storeKey, storePath } from './store-key.ts';

const GUID = '0f5e7e1b-9c2a-4d43-8f70-1234567890ab';
const path = (file: SymbolFile) => {
  const key = storeKey(file);
  return key && storePath(key).join('/');
};

describe('keys', () => {
  test('as symbol servers build them', () => {
    expect(path({ kind: 'pdb', name: 'C:\\b\\ntkrnlmp.pdb', guid: GUID, age: 0x1a })).toBe(
      'ntkrnlmp.pdb/0F5E7E1B9C2A4D438F701234567890AB1A/ntkrnlmp.pdb',
    );
    expect(path({ kind: 'pdb', name: 'old.pdb', guid: '3b7d1234', age: 2 })).toBe('old.pdb/3B7D12342/old.pdb');
    expect(path({ kind: 'image', name: 'ntoskrnl.exe', timestamp: 0x5ab38077, size: 0x9f2a00 })).toBe(
      'ntoskrnl.exe/5AB380779f2a00/ntoskrnl.exe',
    );
    expect(path({ kind: 'image', name: 'a.dll', timestamp: 0x12, size: 0x1000 })).toBe('a.dll/000000121000/a.dll');
    expect(path({ kind: 'breakpad', name: 'app.pdb', guid: GUID, age: 1 })).toBe(
      'app.pdb/0F5E7E1B9C2A4D438F701234567890AB1/app.sym',
    );
    expect(path({ kind: 'elf', name: '/lib/libc.so.6', buildId: 'abcd12', debug: false })).toBe(
      'libc.so.6/elf-buildid-abcd12/libc.so.6',
    );
    expect(path({ kind: 'elf', name: 'x', buildId: 'abcd12', debug: true })).toBe(
      '_.debug/elf-buildid-sym-abcd12/_.debug',
    );
    expect(path({ kind: 'mach', name: 'x', uuid: 'ab', debug: true })).toBe('_.dwarf/mach-uuid-sym-ab/_.dwarf');
    expect(debuginfodPath({ kind: 'elf', name: 'x', buildId: 'abcd12', debug: true })).toEqual([
      'buildid',
      'abcd12',
      'debuginfo',
    ]);
    expect(storePath({ folder: 'ntdll.pdb', id: 'X', file: 'ntdll.pdb' }, true)).toEqual([
      'nt',
      'ntdll.pdb',
      'X',
      'ntdll.pdb',
    ]);
    expect(compressedName('ntdll.pdb')).toBe('ntdll.pd_');
  });
});

describe('hostile names', () => {
  test('never reach outside the store', () => {
    const refused = [
      '',
      '.',
      '..',
      'a/..',
      'c:',
      'CON',
      'nul.pdb',
      'com1.dll',
      'COM².x',
      'a.',
      'a ',
      'a\0b',
      'a:b',
      'a*',
    ];
    for (const name of [...refused, 'x'.repeat(300), '\ud800', 'a\nb']) {
      expect(`${name}=${safeFileName(name)}`).toBe(`${name}=null`);
    }
    expect(safeFileName('..\\..\\windows\\system32\\evil.pdb')).toBe('evil.pdb');
    expect(safeFileName('/etc/passwd')).toBe('passwd');
    for (const name of ['ntdll.pdb', 'my app+1.pdb', 'é☃.pdb', 'console.pdb', '.hidden']) {
      expect(safeFileName(name)).toBe(name);
    }
    expect(storeKey({ kind: 'elf', name: 'x', buildId: '../../x', debug: false })).toBeNull();
    expect(storeKey({ kind: 'pdb', name: 'x.pdb', guid: '../..', age: 1 })).toBeNull();
  });
  test('any name, any identity: three plain components or nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        fc.string(),
        fc.nat(),
        (name, guid, age) => {
          for (const kind of ['pdb', 'breakpad', 'isf'] as const) {
            const key = storeKey({ kind, name, guid, age });
            if (!key) continue;
            const bad = (part: string) => !/^[^/\\:*?"<>|\u0000-\u001f]+$/.test(part) || /^\.{1,2}$|[. ]$/.test(part);
            if (storePath(key).some(bad)) throw new Error(JSON.stringify(key));
          }
        },
      ),
    );
  });
});
