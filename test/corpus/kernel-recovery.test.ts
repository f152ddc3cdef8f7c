import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BytesSource } from '../../src/bytes/source.ts';
import { openKernelTarget } from '../../src/target/kernel-target.ts';

const FORGED = resolve(import.meta.dirname, '../../../shared/corpus/forged');
const DUMPS = ['x64/w10-locks', 'x64/w10-memory', 'x64/w7-locks', 'x86/w2003-pte', 'x86/vista-priority', 'x86/xp-spin'];
/** Offsets in DUMP_HEADER32 and DUMP_HEADER64 (Microsoft's public description of crash dump headers). */
const FIELDS = {
  32: { DirectoryTableBase: 0x10, PsLoadedModuleList: 0x18, KdDebuggerDataBlock: 0x60 },
  64: { DirectoryTableBase: 0x10, PsLoadedModuleList: 0x20, KdDebuggerDataBlock: 0x80 },
} as const;
type Field = keyof (typeof FIELDS)[32];

function damaged(name: string, fields: readonly Field[], tag = false) {
  const bytes = Uint8Array.from(readFileSync(join(FORGED, `${name}.dmp`)));
  const bits = name.startsWith('x64') ? 64 : 32;
  for (const field of fields) bytes.fill(0, FIELDS[bits][field], FIELDS[bits][field] + bits / 8);
  const at = tag ? Buffer.from(bytes.buffer).indexOf('KDBG') : -1;
  if (at >= 0) bytes.fill(0, at, at + 4);
  return openKernelTarget(new BytesSource(bytes));
}

/** What a whole dump tells stays the measure for its damaged copies. */
describe.skipIf(!existsSync(FORGED))('damaged headers (needs ../shared/corpus/forged)', () => {
  describe.each(DUMPS)('%s', (name) => {
    const whole = existsSync(FORGED)
      ? openKernelTarget(new BytesSource(readFileSync(join(FORGED, `${name}.dmp`))))
      : null;
    const cases: readonly (readonly [string, readonly Field[], boolean])[] = [
      ['the debugger data pointer', ['KdDebuggerDataBlock'], false],
      ['the module list', ['PsLoadedModuleList'], false],
      ['the directory base', ['DirectoryTableBase'], false],
      ['all three', ['KdDebuggerDataBlock', 'PsLoadedModuleList', 'DirectoryTableBase'], false],
      ['the debugger data itself and the module list', ['KdDebuggerDataBlock', 'PsLoadedModuleList'], true],
    ];
    test.each(cases)('without %s the kernel is found, and that is said', (_, fields, tag) => {
      const target = damaged(name, fields, tag);
      const nt = target.modules.find((module) => module.name === 'nt');
      expect(nt?.base).toBe(whole!.modules.find((module) => module.name === 'nt')!.base);
      expect(target.problems.some(({ code }) => code === 'recovered')).toBe(true);
      if (!tag) expect(target.modules.map(({ name: one }) => one)).toEqual(whole!.modules.map(({ name: one }) => one));
    });
  });
});
