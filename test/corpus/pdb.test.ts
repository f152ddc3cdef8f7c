import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MemoreticsError } from '../../src/bytes/errors.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { openPdbTable, type PdbTable } from '../../src/symbols/pdb.ts';
import { dumpPdb } from '../../src/symbols/pdb-dump.ts';
import { mutate, random } from '../synth/mutate.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const MADE = join(CORPUS, 'made');
const X86 = join(CORPUS, 'forged/x86');
const has = existsSync(MADE) && existsSync(X86);

function open(...path: string[]): PdbTable {
  const file = join(...path);
  return openPdbTable(new BytesSource(readFileSync(file)), file);
}
function forged(name: string, store = 'symbols'): PdbTable[] {
  const folder = join(X86, store, name);
  return readdirSync(folder).map((key) => open(folder, key, name));
}

test.skipIf(!has)('every procedure is found by name and by any address in it (needs ../shared/corpus/made)', () => {
  for (const name of ['crash-x86_64-clang.pdb', 'crashfpo-i686-clang.pdb', 'msvcex-x86_64.pdb']) {
    const table = open(MADE, name);
    let count = 0;
    for (const record of dumpPdb(new BytesSource(readFileSync(join(MADE, name))), ['procedure'])) {
      const { rva, size = 0 } = record;
      if (typeof rva !== 'number' || size === 0) continue;
      count++;
      expect(table.at(rva)).toMatchObject({ name: record.name, rva, size, kind: 'function' });
      expect(table.at(rva + size - 1)?.rva).toBe(rva);
      expect(table.find(record.name ?? '')?.name).toBe(record.name);
    }
    expect(count).toBeGreaterThan(3);
    expect(table.problems).toEqual([]);
  }
});

test.skipIf(!has)(
  'x86 publics lose their decoration and aliases are told apart (needs ../shared/corpus/forged)',
  () => {
    const ntdll = forged('ntdll.pdb').find((table) => table.find('NtReplyWaitReceivePortEx') !== null);
    const symbol = ntdll?.find('NtReplyWaitReceivePortEx');
    expect(symbol?.decorated).toBe('_NtReplyWaitReceivePortEx@20');
    const rva = symbol?.rva ?? 0;
    expect(ntdll?.find('ntreplywaitreceiveportex')?.rva).toBe(rva);
    // XP's debugger shows both names of one service in one session.
    expect(ntdll?.at(rva)?.name).toBe('ZwReplyWaitReceivePortEx');
    expect(ntdll?.at(rva + 0xc)?.name).toBe('NtReplyWaitReceivePortEx');
    expect(
      ntdll
        ?.aliases(rva)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['NtReplyWaitReceivePortEx', 'ZwReplyWaitReceivePortEx']);
  },
);

test.skipIf(!has)(
  'with OMAP the displacement is that of the code before it moved (needs ../shared/corpus/forged)',
  () => {
    const [table] = forged('rpcrt4.pdb', 'symbols-omap').filter(({ pdb }) => pdb.omapToSource !== null);
    const symbol = table?.find('LRPC_ADDRESS::ReceiveLotsaCalls');
    const to = table?.pdb.omapToSource;
    expect(symbol?.rva).toBeGreaterThan(0);
    let moved = 0;
    for (const { rva, rvaTo } of to?.all() ?? []) {
      if (rvaTo === 0) continue;
      // Both directions agree on every piece.
      expect(table?.pdb.omapFromSource?.translate(rvaTo)).toBe(rva);
      if (rva !== rvaTo) moved++;
      const at = table?.at(rva);
      if (at) expect(at.displacement).toBe(rvaTo - (to?.translate(at.rva) ?? 0));
    }
    expect(moved).toBeGreaterThan(0);
  },
);

test.skipIf(!has)(
  'types by name: offsets, bit fields, forward references, enumerations (needs ../shared/corpus)',
  () => {
    const nt = forged('ntkrpamp.pdb').find((table) => table.types?.type('_KWAIT_REASON'));
    const thread = nt?.types?.type('_KTHREAD');
    expect(thread?.kind).toBe('struct');
    if (thread?.kind !== 'struct') return;
    const header = thread.field('Header')?.type();
    expect(header).toMatchObject({ kind: 'struct', name: '_DISPATCHER_HEADER', size: 16 });
    const reasons = nt?.types?.type('_KWAIT_REASON');
    expect(reasons?.kind === 'enum' ? reasons.values().find(({ value }) => value === 0n)?.name : null).toBe(
      'Executive',
    );
    expect(nt?.types?.type('_kthread')).toMatchObject({ name: '_KTHREAD' });
    expect(nt?.types?.type('_NO_SUCH_TYPE')).toBeNull();
  },
);

test.skipIf(!has)(
  'frame data: each record is found at its own start, with its program (needs ../shared/corpus/made)',
  () => {
    const table = open(MADE, 'crashfpo-i686-clang.pdb');
    let count = 0;
    for (const record of table.pdb.frameData?.all() ?? []) {
      count++;
      const found = table.frameRecordAt(record.rva);
      expect(found).toMatchObject({ kind: 'frame-data', rva: record.rva, codeSize: record.codeSize });
      expect(found?.program).toContain('$T0');
    }
    expect(count).toBeGreaterThan(10);
  },
);

test.skipIf(!has)(
  'damaged PDBs give typed errors or problems, never anything else (needs ../shared/corpus/made)',
  () => {
    const next = random(3);
    let opened = 0;
    let refused = 0;
    for (const name of ['msvcex-x86_64.pdb', 'crashfpo-i686-clang.pdb']) {
      const bytes = new Uint8Array(readFileSync(join(MADE, name)));
      for (let round = 0; round < 20; round++) {
        const damaged = mutate(bytes, next, round % 2 ? 4096 : bytes.length);
        try {
          let records = 0;
          for (const _ of dumpPdb(new BytesSource(damaged))) records++;
          // Nothing in a file of this size can be that many records.
          expect(records).toBeLessThan(damaged.length);
          const table = openPdbTable(new BytesSource(damaged), 'damaged');
          for (let rva = 0x1000; rva < 0x9000; rva += 0x333) {
            table.at(rva);
            table.aliases(rva);
            table.lineAt(rva);
            table.inlinesAt(rva);
            table.frameRecordAt(rva);
          }
          table.find('main');
          table.find('nobody');
          const type = table.types?.type('Job');
          if (type?.kind === 'struct') for (const field of type.fields()) field.type();
          opened++;
        } catch (error) {
          expect(error).toBeInstanceOf(MemoreticsError);
          refused++;
        }
      }
    }
    expect(opened).toBeGreaterThan(8);
    expect(opened + refused).toBe(40);
  },
);
