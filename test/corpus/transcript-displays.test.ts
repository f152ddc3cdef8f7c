import { describe, expect, test } from 'vitest';
import { readCode } from '../../src/transcript/code.ts';
import { readMemory } from '../../src/transcript/memory.ts';
import { readRegisters } from '../../src/transcript/registers.ts';
import { readStructures } from '../../src/transcript/structure.ts';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, X64, X86 } from './kernel-case.ts';

// What commands that display code, memory and structures print of a dump, the readers of logs read back.

const SYMBOLS = [`${X86}/symbols`, `${CORPUS}/isf`, `${X64}/binaries`];

interface Instruction {
  readonly address: bigint;
  readonly bytes: string;
  readonly mnemonic: string;
  readonly operands: string;
}

async function outcomesOf(path: string, commands: readonly string[]) {
  const debug = new Console(path, SYMBOLS);
  const found = [];
  for (const command of commands) {
    const [outcome] = await debug.run(command);
    const text = outcome?.text ?? '';
    found.push({ command, data: outcome?.data as never, lines: text.split('\n').map((line) => line.trimEnd()) });
  }
  debug.close();
  return found;
}

describe.skipIf(!hasForged)('displays (needs ../shared/corpus/forged and isf)', () => {
  test.each([
    [`${X86}/xp-spin.dmp`, ['uf hal!KeAcquireInStackQueuedSpinLock', 'u nt!KiInterruptDispatch L4', 'ub 806e4a37']],
    [`${X64}/w10-locks.dmp`, ['u lockdrv!DriverEntry L20', 'uf lockdrv!DriverEntry']],
    [`${X64}/w10-bsod.dmp`, ['u baddrv!DriverEntry L20', 'ub @rip']],
  ])('%s: instructions', async (path, commands) => {
    let count = 0;
    for (const { command, data, lines } of await outcomesOf(path, commands)) {
      const shown = (data as { lines?: readonly Instruction[] } | undefined)?.lines ?? [];
      const read = readCode(lines, command).flatMap(({ instructions }) => instructions);
      expect(read.map(({ address, bytes, mnemonic, operands }) => [address, bytes, mnemonic, operands])).toEqual(
        shown.map(({ address, bytes, mnemonic, operands }) => [address, bytes, mnemonic, operands]),
      );
      count += read.length;
    }
    expect(count).toBeGreaterThan(15);
  });

  test.each([
    [`${X86}/xp-spin.dmp`, 'a07be1f4'],
    [`${X64}/w10-locks.dmp`, '@rsp'],
    [`${X64}/w10-bsod.dmp`, '@rsp'],
  ])('%s: memory in all units', async (path, at) => {
    const commands = ['dd', 'dq', 'db', 'dw', 'dp', 'dc', 'dyd', 'dyb', 'dps', 'dds', 'dqs'].map(
      (name) => `${name} ${at} L10`,
    );
    for (const { command, data, lines } of await outcomesOf(path, commands)) {
      const { address, unit, values, rows } = data as {
        address: bigint;
        unit: number;
        values?: readonly (bigint | null)[];
        rows?: readonly { address: bigint; value: bigint | null; name: string | null }[];
      };
      const wanted = rows
        ? rows.map((row) => [row.address, row.value, row.name])
        : values!.map((value, index) => [address + BigInt(index * unit), value, null]);
      const words = readMemory(lines, command)?.words ?? [];
      expect(words.map((word) => [word.address, word.value, word.symbol])).toEqual(wanted);
      expect(words).toHaveLength(16);
    }
  });

  test.each([
    [`${X86}/xp-spin.dmp`, ['dt nt!_KTHREAD 830c07c0', 'dt nt!_EPROCESS 831ec608', 'dt nt!_KTHREAD']],
    [`${X64}/w10-locks.dmp`, ['dt nt!_KPRCB @$prcb', 'dt nt!_ETHREAD @$thread']],
  ])('%s: members', async (path, commands) => {
    for (const { command, data, lines } of await outcomesOf(path, commands)) {
      const items = (data as { items?: readonly { rows: readonly { name: string; offset: number }[] }[] })?.items ?? [];
      const rows = items.flatMap((item) => item.rows);
      if (rows.length === 0) continue;
      const top = readStructures(lines, command).flatMap(({ fields }) => fields.filter(({ depth }) => depth === 0));
      expect(top.map(({ name, offset }) => [name, offset])).toEqual(rows.map(({ name, offset }) => [name, offset]));
    }
  });

  test('registers of a trap frame', async () => {
    const [outcome] = await outcomesOf(`${X86}/xp-spin.dmp`, ['.trap a07be180']);
    const { view } = outcome!.data as { view: { registers: ReadonlyMap<string, bigint> | Record<string, bigint> } };
    const registers = new Map(view.registers instanceof Map ? view.registers : Object.entries(view.registers));
    const [read] = readRegisters(outcome!.lines);
    expect([...registers].map(([name]) => [name, read?.registers.get(name)])).toEqual([...registers]);
    expect(read?.label).toBe('hal!KeAcquireInStackQueuedSpinLock+0x47');
  });
});
