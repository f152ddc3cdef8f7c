import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { viewOf } from '../../src/bytes/source.ts';
import { KDDEBUGGER_DATA64, readDebuggerData } from '../../src/formats/kernel-dump/debugger-data.ts';
import { confirmKernelSymbols } from '../../src/symbols/identify.ts';
import { IsfSymbolTable, loadIsf } from '../../src/symbols/isf.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const isf = (guid: string) => `${CORPUS}/isf/JPCERTCC__Windows-Symbol-Tables__${guid}-1.json.xz`;
const OF_804 = isf('5278AFF86C341677D7D7835C85B7B844');
const OF_2965 = isf('89284D0CA6ACC8274B9A44BD5AF9290B');
const OF_OLD = isf('339E74133576439CBCDF7E0229DA3773');
const DUMP_804 = `${CORPUS}/kernel-triage/rizinorg__rizin-testbins__triage_x64.dmp`;
const DUMP_2965 = `${CORPUS}/kernel-triage/ojusha__help__100623-6156-01.dmp`;
const ready = [OF_804, OF_2965, OF_OLD, DUMP_804, DUMP_2965].every((path) => existsSync(path));

/** The debugger data block by its tag, wherever the triage dump keeps it. */
function debuggerPointers(path: string): { base: bigint; pointers: (readonly [string, bigint])[] } {
  const bytes = readFileSync(path);
  const view = viewOf(bytes);
  for (let at = bytes.indexOf('KDBG'); at >= 0; at = bytes.indexOf('KDBG', at + 1)) {
    if (at < 16 || view.getUint32(at + 4, true) > 0x1000) continue;
    const { data } = readDebuggerData(bytes.subarray(at - 16));
    if (!data) continue;
    const pointers = (Object.keys(KDDEBUGGER_DATA64.fields) as (keyof typeof KDDEBUGGER_DATA64.fields)[]).flatMap(
      (field) => {
        const value = data[field];
        return typeof value === 'bigint' ? [[field, value] as const] : [];
      },
    );
    return { base: data.KernBase, pointers };
  }
  throw new Error(`no debugger data in ${path}`);
}

describe.skipIf(!ready)('kernels without CodeView (needs ../shared/corpus/isf and kernel-triage)', () => {
  const cases = [
    ['19041.804 with its own table', DUMP_804, OF_804, 'exact'],
    ['19041.2965 with its own table', DUMP_2965, OF_2965, 'exact'],
    ['19041.804 with the table of .2965', DUMP_804, OF_2965, 'refused'],
    ['19041.2965 with the table of .804', DUMP_2965, OF_804, 'refused'],
    ['19041.804 with a table of another Windows', DUMP_804, OF_OLD, 'refused'],
  ] as const;
  test.each(cases)('%s', async (_, dump, symbols, verdict) => {
    const table = new IsfSymbolTable(await loadIsf(readFileSync(symbols), new Problems()), { origin: symbols });
    const { base, pointers } = debuggerPointers(dump);
    const answer = confirmKernelSymbols(table, base, pointers);
    expect(answer.verdict).toBe(verdict);
    expect(answer.compared).toBeGreaterThanOrEqual(35);
    if (verdict === 'exact') expect(answer.differing.length).toBeLessThanOrEqual(1);
    else expect(answer.matched).toBeLessThanOrEqual(4);
  });
});
