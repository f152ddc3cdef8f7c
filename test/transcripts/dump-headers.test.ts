import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { processSpec } from '../patterns/scene.ts';
import { Console } from './console.ts';
import { UserSession } from './user-session.ts';

const TRIAGE = resolve(
  import.meta.dirname,
  '../../../shared/corpus/kernel-triage/rizinorg__rizin-testbins__triage_x64.dmp',
);

test('.dumpdebug of a minidump: header, flags, streams', async () => {
  const lines = (await new UserSession(processSpec({ flags: 0x42n })).text('.dumpdebug')).split('\n');
  expect(lines[0]).toMatch(/^----- User Mini Dump/);
  expect(lines.slice(2, 4)).toEqual(['MINIDUMP_HEADER:', 'Signature           504d444d']);
  expect(lines).toContain('Flags               00000000`00000042');
  expect(lines).toContain('                0002 MiniDumpWithFullMemory');
  expect(lines).toContain('                0040 MiniDumpWithIndirectlyReferencedMemory');
  expect(
    lines.find((line) => /type ThreadListStream \(3\), size [0-9A-F]{8}, RVA [0-9A-F]{8}$/.test(line)),
  ).toBeDefined();
});

// The bug check is what the corpus' MANIFEST.tsv tells of this file; 0x97 drivers are in its list.
test.skipIf(!existsSync(TRIAGE))('.dumpdebug of a triage dump (needs ../shared/corpus/kernel-triage)', async () => {
  const debug = new Console(TRIAGE);
  try {
    const text = await debug.text('.dumpdebug');
    expect(text).toMatch(/^----- 64 bit Kernel Mini Dump Analysis\n\nDUMP_HEADER64:\n/);
    expect(text).toMatch(/^BugCheckCode {9}1000007e\nBugCheckParameter1 {3}ffffffff`c0000005$/m);
    expect(text).toMatch(/^DriverCount {12}00000097$/m);
  } finally {
    debug.close();
  }
});
