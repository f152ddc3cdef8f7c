import { expect, test } from 'vitest';
import { Bytes, writeMinidump, x64Context, x86Context } from '../../test/synth/minidump-writer.ts';
import { analyze, toJson } from '../analysis/report.ts';
import { BytesSource } from '../bytes/source.ts';
import { openCase } from '../evidence/open-case.ts';
import { renderReport } from './report.ts';

const [APP, WOW64CPU] = [0x400000n, 0x7000_0000n];
const [TEB, AREA] = [0x5000n, 0x9000n];

/** A thread in a 32-bit program that entered the 64-bit wow64cpu; `area` is what the emulation keeps of its registers. */
function report(area: Uint8Array) {
  const teb = new Uint8Array(0x1490);
  // TEB64.TlsSlots[1]: WOW64_TLS_CPURESERVED.
  new DataView(teb.buffer).setBigUint64(0x1488, AREA, true);
  const context = x64Context({ rip: WOW64CPU + 0x1cfcn, rsp: 0x8e000n });
  const dump = writeMinidump({
    system: {},
    modules: [
      { base: APP, size: 0x10000, name: 'C:\\lab\\app32.exe' },
      { base: WOW64CPU, size: 0x10000, name: 'C:\\Windows\\System32\\wow64cpu.dll' },
    ],
    threads: [{ id: 7, teb: TEB, context, stack: { start: 0x8e000n, bytes: new Uint8Array(0x2000) } }],
    memory: [
      { start: TEB, bytes: teb },
      { start: AREA, bytes: area },
      { start: 0x6f000n, bytes: new Uint8Array(0x1000) },
    ],
    exception: { threadId: 7, code: 0xe0000001, address: WOW64CPU + 0x1cfcn, context },
  });
  const analysis = analyze(openCase(new BytesSource(dump), 'wow64.dmp'), []);
  return {
    json: toJson(analysis, { stacks: true }) as {
      readonly currentThread: { readonly nativeFrames: readonly { readonly module: string }[] | null };
      readonly threads: readonly { readonly frames: readonly { readonly module: string }[] }[];
    },
    text: renderReport(analysis, { width: 100, color: false, full: false }),
  };
}

test('a WOW64 thread is shown with both of its stacks', () => {
  const area = new Bytes()
    .u16(0)
    .u16(0x14c)
    .raw(x86Context({ eip: 0x401234, esp: 0x6f000, ebp: 0 }))
    .done();
  const { json, text } = report(area);
  expect(json.threads[0]!.frames[0]!.module).toBe('app32');
  expect(json.currentThread.nativeFrames?.[0]?.module).toBe('wow64cpu');
  expect(text).toMatch(/, 32-bit part\n.*app32\+0x1234[\s\S]*, 64-bit part\n.*wow64cpu\+0x1cfc/);
});

test('without 32-bit registers there is one stack, the 64-bit one', () => {
  const { json, text } = report(new Uint8Array(800));
  expect(json.threads[0]!.frames[0]!.module).toBe('wow64cpu');
  expect(json.currentThread.nativeFrames).toBeNull();
  expect(text).not.toMatch(/bit part/);
});
