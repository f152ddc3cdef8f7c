import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import type { KernelHandlesData } from '../../src/debugger/kernel-handles.ts';
import { processesFact } from '../../src/evidence/processes.ts';
import { resourcesFact } from '../../src/evidence/resources.ts';
import { virtualMemoryFact } from '../../src/evidence/virtual-memory.ts';
import { logSummary } from '../../src/transcript/log-facts.ts';
import type { LogObjects } from '../../src/transcript/log-objects.ts';
import { openTranscript } from '../../src/transcript/open-transcript.ts';
import type { Mutants } from '../../src/windows/mutant.ts';
import type { ProcessObject } from '../../src/windows/process.ts';
import type { ProcessorObject } from '../../src/windows/processor.ts';
import type { QueuedLock } from '../../src/windows/queued-lock.ts';
import type { ThreadObject } from '../../src/windows/thread.ts';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, openForged, X64, X86 } from './kernel-case.ts';

// A dump's own transcript, read as a log, tells what its memory tells.

const SYMBOLS = [`${X86}/symbols`, `${CORPUS}/isf`, `${X64}/binaries`];
const MEGABYTE = 1n << 20n;

async function logOf(path: string, commands: readonly string[]): Promise<LogObjects> {
  const debug = new Console(path, SYMBOLS);
  let text = '';
  for (const command of commands) text += `0: kd> ${command}\n${await debug.text(command)}\n`;
  debug.close();
  return logSummary(openTranscript(new BytesSource(new TextEncoder().encode(text)), new Problems())).objects;
}

/** What both sides can tell: a log does not say that a process is no WOW64 one, nor what size a heap of pages has in bytes. */
const processFacts = (item: ProcessObject) => ({
  address: item.address,
  id: item.id,
  parentId: item.parentId,
  sessionId: item.sessionId,
  peb: item.peb,
  directoryBase: item.directoryBase,
  objectTable: item.objectTable,
  handleCount: item.handleCount,
  image: item.image,
  vadRoot: item.vadRoot,
  token: item.token,
  elapsedMs: item.elapsedMs,
  userMs: item.userMs,
  kernelMs: item.kernelMs,
  workingSet: item.workingSet,
  virtualMegabytes: item.virtualSize === null ? null : item.virtualSize / MEGABYTE,
  basePriority: item.basePriority,
  commitCharge: item.commitCharge,
  threads: item.threads.map(({ address }) => address),
});

const threadFacts = (item: ThreadObject) => ({
  address: item.address,
  processId: item.processId,
  threadId: item.threadId,
  teb: item.teb,
  win32Thread: item.win32Thread,
  state: item.state,
  processor: item.state === 'RUNNING' ? item.processor : null,
  waitReason: item.state === 'WAIT' ? item.waitReason : null,
  alertable: item.state === 'WAIT' ? item.alertable : null,
  suspendCount: item.suspendCount,
  waitObjects: item.waitObjects.map(({ address, type, limit, own }) => ({ address, type, limit, own })),
  messageWait: item.messageWait,
  irps: item.irps,
  impersonating: item.impersonating,
  process: item.process,
  processName: item.processName,
  waitStartTick: item.waitStartTick,
  waitTicks: item.waitTicks,
  waitMs: item.waitMs,
  contextSwitches: item.contextSwitches,
  userMs: item.userMs,
  kernelMs: item.kernelMs,
  stack: [item.stackInitial, item.stackCurrent, item.stackBase, item.stackLimit],
  priority: item.priority,
  basePriority: item.basePriority,
  ioPriority: item.ioPriority,
  pagePriority: item.pagePriority,
});

describe.skipIf(!hasForged)('logs of dumps (needs ../shared/corpus/forged and isf)', () => {
  test.each([
    `${X86}/w2003-locks`,
    `${X86}/w2003-suspended`,
    `${X86}/xp-spin`,
    `${X86}/vista-priority`,
    `${X64}/w7-locks`,
    `${X64}/w10-locks`,
  ])('%s: processes, threads, resources, memory', async (path) => {
    const { theCase } = await openForged(`${path}.dmp`);
    const [processes, resources, memory] = [processesFact(theCase), resourcesFact(theCase), virtualMemoryFact(theCase)];
    if (!processes.known || !resources.known || !memory.known) throw new Error('the dump tells less than it should');
    const log = await logOf(`${path}.dmp`, ['!process 0 7', '!locks', '!vm']);
    expect(log.processes.map(processFacts)).toEqual(processes.value.map(processFacts));
    const threads = processes.value.flatMap((process) => process.threads);
    expect(log.threads.map(threadFacts)).toEqual(threads.map(threadFacts));
    expect(log.threads.filter(({ stack }) => stack !== null).length).toBeGreaterThan(threads.length / 2);
    const listed = new Set(log.resources!.resources.map(({ address }) => address));
    const wanted = resources.value.resources.filter(({ address }) => listed.has(address));
    expect(log.resources!.resources.map(({ line, symbol, ...resource }) => resource)).toEqual(
      wanted.map(({ address, ownership, owners, sharedWaiters, exclusiveWaiters, ...rest }) => ({
        address,
        ownership,
        owners,
        sharedWaiters,
        exclusiveWaiters,
        sharedWaiterCount: rest.sharedWaiterCount,
        exclusiveWaiterCount: rest.exclusiveWaiterCount,
        contentionCount: rest.contentionCount,
        lost: rest.lost,
      })),
    );
    expect(log.virtualMemory!.counters.filter(({ label }) => label !== 'Total Private')).toEqual(memory.value.counters);
    expect(log.virtualMemory!.alarms.map(({ line, ...alarm }) => alarm)).toEqual(memory.value.alarms);
  });

  test.each([`${X86}/w2003-locks`, `${X64}/w7-locks`, `${X64}/w10-locks`])(
    '%s: handles, processors, queued locks, mutexes, what threads wait for by !stacks',
    async (path) => {
      const debug = new Console(`${path}.dmp`, SYMBOLS);
      const data: Record<string, unknown> = {};
      let text = '';
      for (const command of ['!handle 0 3 0', '!running -i', '!qlocks', '!mutex', '!stacks']) {
        const [outcome] = await debug.run(command);
        data[command] = outcome?.data;
        text += `0: kd> ${command}\n${outcome?.text}\n`;
      }
      debug.close();
      const log = logSummary(openTranscript(new BytesSource(new TextEncoder().encode(text)), new Problems())).objects;
      const { tables } = data['!handle 0 3 0'] as KernelHandlesData;
      const open = tables.filter(({ table }) => table !== null);
      expect(log.handleTables.map(({ address, processId, handles }) => [address, processId, handles.length])).toEqual(
        open.map(({ table, handles }) => [table?.address, table?.processId, handles.length]),
      );
      const read = new Map(
        log.handleTables.flatMap(({ address, handles }) => handles.map((one) => [`${address} ${one.handle}`, one])),
      );
      for (const { table, handles } of open)
        for (const { handle, object } of handles) {
          const one = read.get(`${table?.address} ${handle.handle}`)!;
          expect([one.object, one.access, one.entry]).toEqual([handle.object, handle.access, handle.entry]);
          if (object) expect(one.type).toBe(object.type);
        }
      const { rows } = data['!running -i'] as { rows: { processor: ProcessorObject }[] };
      expect(log.processors.map(({ number, prcb, currentThread }) => [number, prcb, currentThread])).toEqual(
        rows.map(({ processor: { number, prcb, currentThread } }) => [number, prcb, currentThread]),
      );
      const { locks } = data['!qlocks'] as { locks: QueuedLock[] };
      expect(log.queuedLocks.map(({ line, ...lock }) => lock)).toEqual(
        locks.map((lock, index) => ({ ...lock, index })),
      );
      const { mutants } = data['!mutex'] as Mutants;
      expect(log.mutants.map(({ line, ...mutant }) => mutant)).toEqual(mutants);
      const { processed } = data['!stacks'] as { processed: number };
      expect(log.threads).toHaveLength(processed);
    },
  );
});
