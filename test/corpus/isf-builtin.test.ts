import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BuiltinTypeTable } from '../../src/symbols/builtin.ts';
import { IsfSymbolTable, loadIsf } from '../../src/symbols/isf.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/corpus/isf');
const NAMES = [
  '339E74133576439CBCDF7E0229DA3773',
  '5278AFF86C341677D7D7835C85B7B844',
  '89284D0CA6ACC8274B9A44BD5AF9290B',
];
/** Structures of which only a documented beginning is declared. */
const BEGINNINGS = new Set(['_PEB', '_TEB', '_PEB_LDR_DATA', '_RTL_USER_PROCESS_PARAMETERS', '_LDR_DATA_TABLE_ENTRY']);

test.skipIf(!existsSync(FOLDER)).each(NAMES)(
  'built-in layouts are those of the kernel %s (needs ../shared/corpus/isf)',
  async (guid) => {
    const path = `${FOLDER}/JPCERTCC__Windows-Symbol-Tables__${guid}-1.json.xz`;
    const { types } = new IsfSymbolTable(await loadIsf(readFileSync(path), new Problems()), { origin: path });
    const builtin = new BuiltinTypeTable('x64');
    const wrong: string[] = [];
    let compared = 0;
    for (const name of builtin.typeNames()) {
      const ours = builtin.type(name);
      const theirs = types.type(name);
      if (ours?.kind !== 'struct' || theirs?.kind !== 'struct') continue;
      if (ours.size !== theirs.size && !BEGINNINGS.has(name))
        wrong.push(`${name}: ${ours.size} bytes, not ${theirs.size}`);
      for (const field of ours.fields()) {
        const other = theirs.field(field.name);
        if (!other) continue;
        compared++;
        const [type, expected] = [field.type(), other.type()];
        const bits = type.kind === 'bitfield' ? `${type.position}:${type.length}` : '';
        const otherBits = expected.kind === 'bitfield' ? `${expected.position}:${expected.length}` : '';
        if (other.offset !== field.offset || type.size !== expected.size || bits !== otherBits) {
          wrong.push(
            `${name}.${field.name}: ${field.offset}+${type.size} ${bits}, not ${other.offset}+${expected.size} ${otherBits}`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  },
);
