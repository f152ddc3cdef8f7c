import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filetimeToIso } from '../../src/bytes/time.ts';
import { processesFact } from '../../src/evidence/processes.ts';
import type { ThreadObject } from '../../src/windows/thread.ts';
import { hasForged, openForged, X64, X64_DUMPS, X86, X86_DUMPS } from './kernel-case.ts';

/** What differs between a truth table and the fact, in words; empty when they agree. Counts what was compared. */
class Comparison {
  readonly differences: string[] = [];
  compared = 0;
  equal(where: string, actual: unknown, expected: unknown): void {
    this.compared++;
    const text = (value: unknown) =>
      JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `0x${part.toString(16)}` : part));
    if (text(actual) !== text(expected)) this.differences.push(`${where}: ${text(actual)}, not ${text(expected)}`);
  }
}

const hex = (text: string | null) => (text === null ? null : BigInt(text.startsWith('0x') ? text : `0x${text}`));

interface Truth64 {
  readonly user_pages_in_dump: boolean;
  readonly processes: readonly {
    readonly address: string;
    readonly pid: number;
    readonly parent: number;
    readonly image_file_name: string;
    readonly path: string;
    readonly dtb: string;
    readonly create_time: number;
    readonly session: number | null;
    readonly exit_status: number | null;
    readonly exit_time: number | null;
    readonly zombie: boolean;
    readonly frozen: boolean;
    readonly handle_count: number;
    readonly commit_charge_pages: number;
    readonly peb: string | null;
    readonly command_line: string | null;
    readonly threads: readonly Thread64[];
  }[];
}
interface Thread64 {
  readonly address: string;
  readonly tid: number;
  readonly state: string;
  readonly wait_reason: string | null;
  readonly wait_mode: string;
  readonly wait_objects: readonly { readonly address: string; readonly type: string; readonly owner?: string }[];
  readonly wait_time_ticks: number;
  readonly waited_ticks: number;
  readonly waited_ms: number;
  readonly alertable: boolean;
  readonly suspend_count: number;
  readonly freeze_count: number;
  readonly kernel_time_ticks: number;
  readonly user_time_ticks: number;
  readonly context_switches: number;
  readonly priority: number;
  readonly teb: string;
  readonly start_address: string;
  readonly win32_start_address: string;
  readonly stack_base: string;
  readonly stack_limit: string;
  readonly initial_stack: string;
  readonly cpu: number | null;
  readonly alpc: unknown;
}

const STATES: Readonly<Record<string, string>> = {
  waiting: 'WAIT',
  wait: 'WAIT',
  running: 'RUNNING',
  run: 'RUNNING',
  ready: 'READY',
  standby: 'STANDBY',
  terminated: 'TERMINATED',
};

function compareThread(check: Comparison, thread: ThreadObject | undefined, truth: Thread64): void {
  const at = `thread ${truth.address}`;
  check.equal(`${at} id`, thread?.threadId, truth.tid);
  check.equal(`${at} state`, thread?.state, STATES[truth.state]);
  if (truth.state === 'waiting') {
    check.equal(`${at} reason`, thread?.waitReason, truth.wait_reason);
    check.equal(`${at} mode`, thread?.waitMode, truth.wait_mode);
    const objects = thread?.waitObjects.map(({ address, type }) => ({ address, type }));
    const expected = truth.wait_objects.map(({ address, type }) => ({ address: hex(address), type }));
    check.equal(`${at} objects`, objects, expected);
    check.equal(`${at} alertable`, thread?.alertable, truth.alertable);
  }
  check.equal(`${at} wait start`, thread?.waitStartTick, BigInt(truth.wait_time_ticks));
  // A running thread has not waited at all for its writer; debuggers count from when it began to run.
  if (truth.state !== 'running') {
    check.equal(`${at} waited`, thread?.waitTicks, BigInt(truth.waited_ticks));
    check.equal(`${at} waited ms`, thread?.waitMs, truth.waited_ms);
  }
  check.equal(`${at} suspended`, thread?.suspendCount, truth.suspend_count);
  check.equal(`${at} frozen`, thread?.freezeCount, truth.freeze_count);
  check.equal(`${at} kernel time`, thread?.kernelMs, Math.floor((truth.kernel_time_ticks * 156250) / 10000));
  check.equal(`${at} user time`, thread?.userMs, Math.floor((truth.user_time_ticks * 156250) / 10000));
  check.equal(`${at} switches`, thread?.contextSwitches, truth.context_switches);
  check.equal(`${at} priority`, thread?.priority, truth.priority);
  check.equal(`${at} TEB`, thread?.teb, hex(truth.teb ?? '0'));
  check.equal(`${at} start`, thread?.startAddress, hex(truth.start_address));
  check.equal(`${at} win32 start`, thread?.win32StartAddress, hex(truth.win32_start_address));
  check.equal(`${at} base`, thread?.stackBase, hex(truth.stack_base));
  check.equal(`${at} limit`, thread?.stackLimit, hex(truth.stack_limit));
  check.equal(`${at} initial`, thread?.stackInitial, hex(truth.initial_stack));
  if (truth.cpu !== null) check.equal(`${at} processor`, thread?.processor, truth.cpu);
}

describe.skipIf(!hasForged)('processes and threads (needs ../shared/corpus/forged and isf)', () => {
  test.each(X64_DUMPS)('x64 %s: every field of the truth table', async (name) => {
    const { theCase, finder } = await openForged(`${X64}/${name}.dmp`);
    const truth = JSON.parse(readFileSync(`${X64}/expected/${name}.json`, 'utf8')) as Truth64;
    const answer = processesFact(theCase);
    const processes = answer.known ? answer.value : [];
    const check = new Comparison();
    const expected = truth.processes.filter(({ pid }) => pid !== 0);
    check.equal('processes', new Set(processes.map(({ address }) => address)).size, expected.length);
    for (const item of expected) {
      const at = `process ${item.address} ${item.image_file_name}`;
      const process = processes.find(({ address }) => address === hex(item.address));
      check.equal(`${at} id`, process?.id, item.pid);
      check.equal(`${at} parent`, process?.parentId, item.parent);
      check.equal(`${at} image`, process?.image, item.image_file_name);
      check.equal(`${at} path`, process?.imagePath?.split('\\').at(-1), item.path.split('\\').at(-1));
      check.equal(`${at} tables`, process?.directoryBase, hex(item.dtb));
      check.equal(`${at} created`, process?.createdAt, filetimeToIso(BigInt(item.create_time)));
      // smss and what has exited have no EPROCESS.Session any more, where the table says 0.
      const none = item.image_file_name === 'smss.exe' || item.zombie;
      check.equal(`${at} session`, process?.sessionId, none ? null : item.session);
      check.equal(`${at} zombie`, process?.zombie, item.zombie);
      // Windows 7 has no count of freezes in its processes.
      check.equal(`${at} frozen`, process?.frozen, name.startsWith('w7') ? null : item.frozen);
      check.equal(`${at} handles`, process?.handleCount, item.handle_count);
      check.equal(`${at} commit`, process?.commitCharge, BigInt(item.commit_charge_pages));
      if (item.peb !== null) check.equal(`${at} PEB`, process?.peb, hex(item.peb));
      const commandLine = truth.user_pages_in_dump ? item.command_line : null;
      check.equal(`${at} command line`, process?.commandLine, commandLine);
      if (item.exit_status !== null) check.equal(`${at} exit status`, process?.exitStatus, item.exit_status);
      if (item.exit_time !== null) check.equal(`${at} exit`, process?.exitedAt, filetimeToIso(BigInt(item.exit_time)));
      check.equal(`${at} threads`, process?.threads.length, item.threads.length);
      for (const thread of item.threads)
        compareThread(
          check,
          process?.threads.find(({ address }) => address === hex(thread.address)),
          thread,
        );
    }
    expect(check.differences).toEqual([]);
    expect(check.compared).toBeGreaterThan(500);
    finder.close();
  });

  test.each(X86_DUMPS)('x86 %s: every field of the truth table', async (name) => {
    const { theCase, finder } = await openForged(`${X86}/${name}.dmp`);
    const truth = JSON.parse(readFileSync(`${X86}/expected/${name.replace('-kernel', '')}.json`, 'utf8')) as Truth86;
    const answer = processesFact(theCase);
    const processes = answer.known ? answer.value : [];
    const check = new Comparison();
    check.equal('processes', processes.length, truth.processes.length);
    for (const item of truth.processes) {
      const at = `process ${item.addr} ${item.image}`;
      const process = processes.find(({ address }) => address === hex(item.addr));
      check.equal(`${at} id`, process?.id, Number.parseInt(item.pid, 16));
      check.equal(`${at} parent`, process?.parentId, Number.parseInt(item.ppid, 16));
      check.equal(`${at} image`, process?.image, item.image);
      check.equal(`${at} tables`, process?.directoryBase, hex(item.dirbase));
      check.equal(`${at} PEB`, process?.peb, hex(item.peb));
      check.equal(`${at} handles`, process?.handleCount, item.handles);
      check.equal(`${at} threads`, process?.threads.length, item.threads.length);
      for (const row of item.threads) {
        const thread = process?.threads.find(({ address }) => address === hex(row.addr));
        const place = `thread ${row.addr}`;
        check.equal(`${place} id`, thread?.threadId, Number.parseInt(row.tid, 16));
        check.equal(`${place} state`, thread?.state, STATES[row.state]);
        check.equal(`${place} suspended`, thread?.suspendCount, row.suspend);
        check.equal(`${place} switches`, thread?.contextSwitches, row.ctxsw);
        check.equal(`${place} wait start`, thread?.waitStartTick, BigInt(row.waittime));
        check.equal(`${place} waited`, thread?.waitTicks, BigInt(truth.ticks - row.waittime));
        const objects = row.state === 'wait' ? row.wait.map(hex) : [];
        check.equal(
          `${place} objects`,
          thread?.waitObjects.map(({ address }) => address),
          objects,
        );
        check.equal(`${place} initial`, thread?.stackInitial, hex(row.init));
        check.equal(`${place} current`, thread?.stackCurrent, hex(row.current));
      }
    }
    expect(check.differences).toEqual([]);
    expect(check.compared).toBeGreaterThan(100);
    finder.close();
  });
});

interface Truth86 {
  readonly ticks: number;
  readonly processes: readonly {
    readonly addr: string;
    readonly pid: string;
    readonly ppid: string;
    readonly image: string;
    readonly dirbase: string;
    readonly peb: string;
    readonly handles: number;
    readonly threads: readonly {
      readonly addr: string;
      readonly tid: string;
      readonly state: string;
      readonly suspend: number;
      readonly ctxsw: number;
      readonly waittime: number;
      readonly wait: readonly string[];
      readonly init: string;
      readonly current: string;
    }[];
  }[];
}
