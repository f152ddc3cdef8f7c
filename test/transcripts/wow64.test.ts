import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bytes, writeMinidump, x64Context, x86Context } from '../synth/minidump-writer.ts';
import { Console } from './console.ts';

/** A thread with the registers of its 32-bit program and those of the 64-bit code that runs it. */
function wow64Dump(): Uint8Array {
  const area = new Bytes()
    .u16(0)
    .u16(0x14c)
    .raw(x86Context({ eip: 0x401234, esp: 0x6f000, ebp: 0 }))
    .done();
  const teb = new Uint8Array(0x1490);
  // TEB64.TlsSlots[1] points to where the emulation keeps the 32-bit registers.
  new DataView(teb.buffer).setBigUint64(0x1488, 0x9000n, true);
  const context = x64Context({ rip: 0x70001cfcn, rsp: 0x8e000n });
  return writeMinidump({
    system: {},
    modules: [
      { base: 0x400000n, size: 0x10000, name: 'C:\\lab\\app32.exe' },
      { base: 0x70000000n, size: 0x10000, name: 'C:\\Windows\\System32\\wow64cpu.dll' },
    ],
    threads: [{ id: 7, teb: 0x5000n, context, stack: { start: 0x8e000n, bytes: new Uint8Array(0x2000) } }],
    memory: [
      { start: 0x5000n, bytes: teb },
      { start: 0x9000n, bytes: area },
      { start: 0x6f000n, bytes: new Uint8Array(0x1000) },
    ],
    exception: { threadId: 7, code: 0xe0000001, address: 0x70001cfcn, context },
  });
}

test('k shows the stack of the mode in force, which .effmach and !wow64exts.sw change', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wow64-'));
  const path = join(folder, 'wow64.dmp');
  writeFileSync(path, wow64Dump());
  const debug = new Console(path, [folder]);
  try {
    const top = async () => /^00 .* (\S+)$/m.exec((await debug.text('kn')).replace(/ +$/gm, ''))?.[1];
    expect(await top()).toBe('app32+0x1234');
    expect(await debug.text('.effmach amd64')).toBe('Effective machine: x64 (AMD64)\n');
    expect(await top()).toBe('wow64cpu+0x1cfc');
    expect(await debug.text('!wow64exts.sw')).toBe('Switched to Guest (WoW) mode\n');
    expect(await top()).toBe('app32+0x1234');
    expect(await debug.text('!sw')).toBe('Switched to Host mode\n');
    expect(await top()).toBe('wow64cpu+0x1cfc');
    expect(await debug.text('.effmach x86')).toBe('Effective machine: x86 compatible (x86)\n');
    expect(await top()).toBe('app32+0x1234');
  } finally {
    debug.close();
    rmSync(folder, { recursive: true });
  }
});
