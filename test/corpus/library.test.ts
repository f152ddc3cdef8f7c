import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze, type Dump, loadSymbols, openDump, PATTERNS, toJson } from '../../src/index.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const FORGED = `${CORPUS}/forged/x64`;

interface TrueProcess {
  readonly address: string;
  readonly pid: number;
  readonly image_file_name: string;
  readonly handle_count: number;
  readonly zombie: boolean;
  readonly threads: readonly { readonly address: string; readonly tid: number }[];
}
interface Truth {
  readonly nt_base: string;
  readonly processes: readonly TrueProcess[];
  readonly resources: readonly { readonly address: string; readonly owners: readonly unknown[] }[];
}
const truthOf = (name: string): Truth => JSON.parse(readFileSync(`${FORGED}/expected/${name}.json`, 'utf8'));
const open = (name: string): Promise<Dump> =>
  openDump(`${FORGED}/${name}.dmp`, { symbols: [`${CORPUS}/isf`, `${FORGED}/binaries`], images: [] });
const byAddress = <T extends { readonly address: bigint | null }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.address! < b.address! ? -1 : 1));

describe.skipIf(!existsSync(FORGED)).each(['w10-locks', 'w7-locks', 'w10-series-1'])(
  'the library on %s (needs ../shared/corpus/forged)',
  (name) => {
    test('processes, threads and handles are those of the truth table, as lists and as typed objects', async () => {
      using dump = await open(name);
      // The idle process is on no list.
      const truth = truthOf(name).processes.filter(({ pid }) => pid !== 0);
      const processes = await dump.processes();
      expect(processes.lost).toBeNull();
      expect(byAddress(processes).map(({ address, id }) => [address, id])).toEqual(
        [...truth].sort((a, b) => (a.address < b.address ? -1 : 1)).map(({ address, pid }) => [BigInt(address), pid]),
      );
      const head = await dump.symbol('nt!PsActiveProcessHead');
      const objects = await dump.list(head.address, 'nt!_EPROCESS', 'ActiveProcessLinks');
      expect(objects.lost).toBeNull();
      const named = new Map(truth.map(({ address, image_file_name }) => [BigInt(address), image_file_name]));
      for (const process of objects)
        expect(process.field('ImageFileName').text).toBe(named.get(process.address!)!.slice(0, 14));
      for (const { address, handle_count, threads } of truth) {
        const process = processes.find((each) => each.address === BigInt(address))!;
        const found = await dump.threads(process);
        expect(found.map((thread) => thread.address).sort()).toEqual(
          threads.map((each) => BigInt(each.address)).sort(),
        );
        // A thread that did not run has its stack in memory, or a reason.
        for (const thread of found.slice(0, 2)) {
          const stack = await dump.stack(thread);
          expect(stack.length > 0 || stack.lost !== null).toBe(true);
        }
        if (handle_count > 0) expect(await dump.handles(process)).toHaveLength(handle_count);
      }
    });
    test('memory, names and locks agree with the truth table', async () => {
      using dump = await open(name);
      const { nt_base, resources } = truthOf(name);
      const nt = dump.modules.find((module) => module.name === 'nt')!;
      expect(nt.base).toBe(BigInt(nt_base));
      expect(dump.readText(nt.base, { most: 2 })).toBe('MZ');
      const symbol = await dump.symbol('nt!KeBugCheckEx');
      expect(await dump.nameAt(symbol.address + 4n)).toBe('nt!KeBugCheckEx+0x4');
      expect((await dump.symbols('nt!KeBugCheckE?')).map((each) => each.name)).toEqual(['nt!KeBugCheckEx']);
      expect(await dump.symbolSource('nt')).toMatchObject({ finder: 'isf', hasTypes: true, mismatched: false });
      expect((await dump.evaluateCpp('(nt!_KWAIT_REASON)5')).text).toBe('Suspended');
      const facts = await dump.facts();
      const found = facts.resources.known ? facts.resources.value.resources.map(({ address }) => address) : [];
      for (const { address, owners } of resources) if (owners.length > 0) expect(found).toContain(BigInt(address));
    });
    test('analyze says what the parts of the public API say one by one', async () => {
      using dump = await open(name);
      const json = toJson(await dump.analyze(), { stacks: true });
      // Whatever was asked before must not change the analysis: commands load symbols and view a process's memory.
      await dump.run('!process 0 0');
      const again = toJson(await dump.analyze(), { stacks: true });
      expect(again).toEqual(json);
      expect((json['findings'] as unknown[]).length).toBeGreaterThan(0);
      expect(typeof analyze).toBe('function');
      expect(typeof loadSymbols).toBe('function');
      expect(PATTERNS.length).toBeGreaterThan(100);
    });
  },
);
