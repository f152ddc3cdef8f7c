import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { handleTypesFact } from '../../src/evidence/handle-types.ts';
import { kernelFact } from '../../src/evidence/kernel.ts';
import { waitGraphFact } from '../../src/evidence/wait-graph.ts';
import { toAddress } from '../../src/memory/space.ts';
import { readAlpcMessage, readAlpcPort } from '../../src/windows/alpc-reader.ts';
import { readHandles } from '../../src/windows/handle-reader.ts';
import type { Kernel } from '../../src/windows/kernel.ts';
import { readMutant } from '../../src/windows/mutant-reader.ts';
import { findByPath } from '../../src/windows/object-directory.ts';
import { readObject } from '../../src/windows/object-reader.ts';
import { readLockQueueEntry } from '../../src/windows/queued-lock.ts';
import { Console, normalised } from '../transcripts/console.ts';
import { CORPUS, hasForged, openForged, X64, X64_DUMPS, X86 } from './kernel-case.ts';

interface Truth {
  readonly processes: readonly {
    readonly address: string;
    readonly handle_count: number;
    readonly handle_levels: number | null;
    readonly handle_types: Readonly<Record<string, number>>;
  }[];
  readonly alpc?: readonly {
    readonly message: string;
    readonly message_id: number;
    readonly client_thread: string;
    readonly queue_port: string;
    readonly queue: string;
    readonly port_name: string;
    readonly server_process: string;
    readonly server_thread: string | null;
  }[];
  readonly chains?: readonly {
    readonly kind: string;
    readonly waiter: string;
    readonly object: string;
    readonly owners: readonly string[];
    readonly name?: string;
  }[];
  readonly cycles?: readonly { readonly threads: readonly string[]; readonly resources: readonly string[] }[];
}

const SYMBOLS = [`${X86}/symbols`, `${CORPUS}/isf`, `${X64}/binaries`];
const wide = (text: string) => toAddress(BigInt(text))!;
const truthOf = (name: string) => JSON.parse(readFileSync(`${X64}/expected/${name}.json`, 'utf8')) as Truth;

async function kernelOf(path: string): Promise<Kernel> {
  const { theCase } = await openForged(path);
  const answer = kernelFact(theCase);
  if (!answer.known) throw new Error(answer.missing);
  return answer.value;
}

describe.skipIf(!hasForged)('objects of forged dumps (needs ../shared/corpus/forged and isf)', () => {
  test.each(X64_DUMPS)('%s: handles of every process by type', async (name) => {
    const kernel = await kernelOf(`${X64}/${name}.dmp`);
    for (const process of truthOf(name).processes) {
      const table = readHandles(kernel, wide(process.address));
      if (process.handle_levels === null) {
        expect(table).toBeNull();
        continue;
      }
      expect(table).toMatchObject({ stated: process.handle_count, levels: process.handle_levels, lost: null });
      expect(table!.handles).toHaveLength(process.handle_count);
      const counts: Record<string, number> = {};
      for (const { type } of table!.handles) counts[type ?? '?'] = (counts[type ?? '?'] ?? 0) + 1;
      expect(counts).toMatchObject(process.handle_types);
    }
  });

  test('w10-memory: the handles of a process that leaks, by type', async () => {
    const { theCase } = await openForged(`${X64}/w10-memory.dmp`);
    const answer = handleTypesFact(theCase);
    if (!answer.known) throw new Error(answer.missing);
    const leaking = truthOf('w10-memory').processes.find(({ handle_count }) => handle_count === 60_000)!;
    expect(answer.value(BigInt(leaking.address))).toEqual(
      Object.entries(leaking.handle_types)
        .map(([type, count]) => ({ type, count }))
        .sort((a, b) => b.count - a.count),
    );
    expect(answer.value(0n)).toBeNull();
  });

  test.each(['w10-locks', 'w7-locks'])('%s: ALPC messages, their ports and queues', async (name) => {
    const kernel = await kernelOf(`${X64}/${name}.dmp`);
    const queues: Readonly<Record<string, string>> = { MainQueue: 'main', PendingQueue: 'pending' };
    for (const item of truthOf(name).alpc!) {
      const message = readAlpcMessage(kernel, wide(item.message));
      expect(message).toMatchObject({
        id: item.message_id,
        waitingThread: BigInt(item.client_thread),
        queue: queues[item.queue],
        serverThread: item.server_thread === null ? 0n : BigInt(item.server_thread),
        queuePort: {
          address: BigInt(item.queue_port),
          name: item.port_name,
          ownerProcess: BigInt(item.server_process),
        },
      });
      const port = readAlpcPort(kernel, wide(item.queue_port))!;
      const queue = port.queues.find(({ name: each }) => each === queues[item.queue])!;
      expect(queue.messages.map(({ address }) => address)).toContain(BigInt(item.message));
      expect(queue.lost).toBeNull();
      expect(findByPath(kernel, `\\rpc control\\${item.port_name}`)).toBe(wide(item.queue_port));
    }
  });

  test.each(['w10-locks', 'w7-locks'])('%s: mutexes with owners, waiters and names', async (name) => {
    const kernel = await kernelOf(`${X64}/${name}.dmp`);
    const chains = truthOf(name).chains!.filter(({ kind }) => kind === 'mutant');
    expect(chains.length).toBeGreaterThan(0);
    for (const { object, owners, waiter, name: called } of chains) {
      expect(readMutant(kernel, wide(object))).toMatchObject({
        owner: BigInt(owners[0]!),
        recursion: 1,
        waiters: [BigInt(waiter)],
        name: `\\BaseNamedObjects\\${called}`,
        lost: null,
      });
      expect(readObject(kernel, wide(object))).toMatchObject({ type: 'Mutant', name: called });
    }
  });

  test.each(['w10-locks', 'w7-locks'])('%s: the circle of the truth table is the only one', async (name) => {
    const { theCase } = await openForged(`${X64}/${name}.dmp`);
    const answer = waitGraphFact(theCase);
    if (!answer.known) throw new Error(answer.missing);
    const truth = truthOf(name).cycles!;
    expect(answer.value.cycles.map(({ threads }) => new Set(threads.map(({ address }) => address)))).toEqual(
      truth.map(({ threads }) => new Set(threads.map(BigInt))),
    );
  });

  test('xp-spin: the entry that the seed shows on the stack waits for its lock', async () => {
    const kernel = await kernelOf(`${X86}/xp-spin.dmp`);
    expect(readLockQueueEntry(kernel, 0xa07be200)).toMatchObject({ lock: 0x831dabf4n, waits: true, owns: false });
  });
});

describe.skipIf(!hasForged)('commands on forged dumps (needs ../shared/corpus/forged and isf)', () => {
  const consoles: Console[] = [];
  const open = (path: string) => {
    const console = new Console(path, SYMBOLS);
    consoles.push(console);
    return console;
  };
  afterAll(() => {
    for (const console of consoles) console.close();
  });

  test("!locks prints the seed's transcript", async () => {
    // One line of the post holds blanks only, and lines lost blanks at their ends.
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '');
    const expected = readFileSync(`${X86}/expected/w2003-locks.locks.txt`, 'utf8');
    const actual = await open(`${X86}/w2003-locks.dmp`).text('!locks');
    expect(lines(actual)).toEqual(lines(expected));
  });

  test('!locks ADDRESS -v shows the threads; an address without a resource is refused', async () => {
    const console = open(`${X64}/w10-locks.dmp`);
    const text = await console.text('!locks -v fffff803e0153070');
    expect(text).toContain('Resource @ lockdrv!FlushCacheLock (0xfffff803e0153070)    Exclusively owned');
    expect(text).toMatch(/^ {5}THREAD ffffb0a2c0037080 {2}Cid 0004\.039c/m);
    expect(text).toMatch(/^ {5}THREAD ffffb0a2c0039080 /m);
    expect(text).toContain('nt!ExpWaitForResource');
    const [refused] = await console.run('!locks 10');
    expect(refused?.error?.message ?? refused?.text).toContain('not in the dump');
  });

  test('!handle, !object, !mutex, !alpc, !deadlock', async () => {
    const console = open(`${X64}/w10-locks.dmp`);
    expect(normalised(await console.text('!handle 0 3 0n1196'))).toContain('with 1 entries in use');
    expect(normalised(await console.text('!object \\BaseNamedObjects\\OrderMutex68'))).toContain(
      'Object: ffffb0a2c0048980 Type: (',
    );
    expect(await console.text('!mutex')).toContain('Owner ffffb0a2c0048080  Recursion 1');
    expect(await console.text('!alpc /m ffffe89d00002aa0')).toMatch(/QueueType +: ALPC_MSGQUEUE_PENDING/);
    expect(await console.text('!deadlock')).toContain('Deadlock 1: 3 threads wait for each other');
  });

  test('!lpc: the server thread of the seed and its message', async () => {
    const console = open(`${X86}/w2003-locks.dmp`);
    const text = await console.text('!lpc message 818f190');
    expect(text).toContain('Server thread 889fa230 (MyService.exe) is working on message 818f190');
    expect(await console.text('!lpc message 1')).toContain('No thread serves a message');
  });

  test('!qlocks of an entry, !pushlock, !cidtable, !token', async () => {
    const spin = open(`${X86}/xp-spin.dmp`);
    expect(await spin.text('!qlocks a07be200')).toContain('831dabf4  waits for the lock');
    expect(normalised(await spin.text('!qlocks'))).toContain('MM - PFN');
    const locks = open(`${X64}/w10-locks.dmp`);
    expect(await locks.text('!cidtable')).toContain('The lists of processes and threads agree with it.');
    expect(await locks.text('!pushlock nt!AlpcpPortListLock')).toMatch(/^Push lock @ .* free/);
  });

  test('!token of a triage dump that holds a part of it', async () => {
    const console = open(`${CORPUS}/kernel-triage/rizinorg__rizin-testbins__triage_x64.dmp`);
    const text = await console.text('!token');
    // A system process: what is enabled by default there is documented, the SIDs lie on pages that are not in the dump.
    expect(text).toMatch(/SeTcbPrivilege +Attributes - Enabled Default/);
    expect(text).toContain('User: ?');
  });

  test.each([
    '!locks',
    '!handle',
    '!object \\',
    '!mutex',
    '!alpc',
    '!qlocks',
    '!dpcs',
    '!timer',
    '!exqueue',
    '!cidtable',
    '!deadlock',
    '!pushlock nt!AlpcpPortListLock',
    '!lpc',
  ])('%s says that it is not in a triage dump', async (line) => {
    const [outcome] = await open(`${CORPUS}/kernel-triage/rizinorg__rizin-testbins__triage_x64.dmp`).run(line);
    expect(outcome?.error?.message ?? outcome?.text).toContain('not in a triage dump');
  });
});
