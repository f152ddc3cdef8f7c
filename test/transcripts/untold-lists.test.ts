import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDump } from '../../src/library/open.ts';
import { writeMinidump } from '../synth/minidump-writer.ts';
import { Console } from './console.ts';

test('a dump without lists of threads and modules does not say that there are none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'untold-'));
  const path = join(folder, 'untold.dmp');
  writeFileSync(path, writeMinidump({ system: {} }));
  const debug = new Console(path);
  const dump = await openDump(path);
  try {
    expect(await debug.text('dx @$curprocess.Threads')).toContain('the dump has no thread list');
    expect(await debug.text('dx @$curprocess.Threads.Count() * 2')).toContain('the dump has no thread list');
    expect(await debug.text('dx @$curprocess.Modules.Count()')).toContain('the dump has no module list');
    expect((await dump.threads()).lost).toBe('the dump has no thread list');
  } finally {
    debug.close();
    dump.close();
    rmSync(folder, { recursive: true });
  }
});
