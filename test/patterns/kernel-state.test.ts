import { describe, expect, test } from 'vitest';
import type { Pattern, Verdict } from '../../src/analysis/pattern.ts';
import affineThread from '../../src/patterns/affine-thread.ts';
import alignment from '../../src/patterns/data-alignment-page-boundary.ts';
import hardwareActivity from '../../src/patterns/hardware-activity.ts';
import hookedServices from '../../src/patterns/hooked-functions-kernel-space.ts';
import inconsistent from '../../src/patterns/inconsistent-dump.ts';
import irpDistribution from '../../src/patterns/irp-distribution-anomaly.ts';
import irpsOfOne from '../../src/patterns/object-distribution-anomaly-irp.ts';
import referenceLeak from '../../src/patterns/reference-leak.ts';
import ioRequest from '../../src/patterns/stack-trace-i-o-request.ts';
import { dumpFacts } from './given-facts.ts';
import { kernelLog, threadText } from './kernel-log.ts';
import { logCase, verdictOf } from './scene.ts';

const detect = (pattern: Pattern, given: Readonly<Record<string, unknown>>): Verdict =>
  pattern.detect(dumpFacts(given));
const ABSENT = { verdict: 'absent' };

describe('system services', () => {
  const service = (index: number, target: bigint, inKernel: boolean) => ({ index, target, inKernel });
  const modules = [{ name: 'contoso', base: 0xf7a0_0000n, size: 0x10000, vendor: 'Contoso', version: '1.0' }];
  test('one leads into a driver', () => {
    const serviceTable = [service(0, 0x8057_0000n, true), service(1, 0xf7a0_1234n, false)];
    expect(detect(hookedServices, { serviceTable, modules })).toMatchObject({
      detections: [{ component: { module: 'contoso' }, details: { hooked: 1, services: 2 } }],
    });
    expect(detect(hookedServices, { serviceTable: serviceTable.slice(0, 1), modules })).toEqual(ABSENT);
  });
});

describe('Affine Thread', () => {
  const thread = (state: string, processor: number | null, waitMs: number) => ({
    address: 0x8900_0000n + BigInt(waitMs),
    processId: 0x200,
    processName: 'calc.exe',
    state,
    processor,
    waitMs,
    priority: 8,
  });
  const given = (mask: bigint, processors = 4, waitMs = 30_000) => ({
    system: { processors },
    threadObjects: [thread('READY', null, waitMs), thread('RUNNING', 2, 0)],
    threadAffinity: () => mask,
  });
  test('ready for long, and allowed on one processor only', () => {
    expect(detect(affineThread, given(4n))).toMatchObject({
      detections: [{ summary: expect.stringContaining('processor 2 only') }],
    });
    expect(detect(affineThread, given(15n))).toEqual(ABSENT);
    expect(detect(affineThread, given(4n, 4, 100))).toEqual(ABSENT);
    expect(detect(affineThread, given(1n, 1))).toEqual(ABSENT);
  });
});

describe('Inconsistent Dump', () => {
  const thread = (state: string, processor: number | null = null, address = 1n) => ({ address, state, processor });
  const process = (activeThreads: number | null, threads: readonly object[], more: object = {}) => ({
    address: 0x8900_0000n,
    id: 0x200,
    image: 'a.exe',
    activeThreads,
    threads,
    threadsListed: true,
    threadsBroken: null,
    ...more,
  });
  const given = (...processes: readonly object[]) => ({ processes, system: { processors: 2 } });
  test('a count that its list does not have', () => {
    expect(detect(inconsistent, given(process(3, [thread('WAIT')])))).toMatchObject({
      detections: [{ details: { contradictions: 1 } }],
    });
    // What has ended stays on the list for a while, and a broken list has its own pattern.
    expect(detect(inconsistent, given(process(1, [thread('WAIT'), thread('TERMINATED')])))).toEqual(ABSENT);
    expect(detect(inconsistent, given(process(3, [thread('WAIT')], { threadsBroken: 'null' })))).toEqual(ABSENT);
  });
  test('two threads on one processor', () => {
    const two = (second: number) => process(2, [thread('RUNNING', 0, 1n), thread('RUNNING', second, 2n)]);
    expect(detect(inconsistent, given(two(0))).verdict).toBe('present');
    expect(detect(inconsistent, given(two(1)))).toEqual(ABSENT);
  });
});

describe('Reference Leak', () => {
  const zombies = Array.from({ length: 8 }, (_, index) => ({
    address: 0x8900_0000n + BigInt(index * 0x1000),
    id: 0x300 + index,
    image: 'job.exe',
    zombie: true,
  }));
  test('no handle, but references', () => {
    const given = (handles: bigint) => ({ processes: zombies, objectCounts: () => ({ handles, pointers: 3n }) });
    expect(detect(referenceLeak, given(0n))).toMatchObject({ detections: [{ details: { leaked: 8, ended: 8 } }] });
    expect(detect(referenceLeak, given(1n))).toEqual(ABSENT);
    expect(detect(referenceLeak, { ...given(0n), processes: zombies.slice(0, 2) })).toEqual(ABSENT);
  });
});

describe('requests', () => {
  const irps = (count: number, driver: string, thread = 1n) =>
    Array.from({ length: count }, (_, index) => ({
      address: 0x8a00_0000n + BigInt(index),
      thread: thread + BigInt(index % 40),
      process: `p${index % 20}`,
      driver,
    }));
  test('most of them at one driver', () => {
    const pendingIrps = [...irps(150, '\\Driver\\contoso'), ...irps(50, '\\Driver\\AFD')];
    expect(detect(irpDistribution, { pendingIrps })).toMatchObject({
      detections: [{ details: { driver: '\\Driver\\contoso', count: 150, total: 200 } }],
    });
    expect(detect(irpDistribution, { pendingIrps: irps(300, '\\Driver\\AFD') })).toEqual(ABSENT);
    expect(detect(irpDistribution, { pendingIrps: irps(20, '\\Driver\\contoso') })).toEqual(ABSENT);
  });
  test('most of them of one thread', () => {
    const own = irps(150, '\\Driver\\disk').map((irp) => ({ ...irp, thread: 0x8900_1000n }));
    expect(detect(irpsOfOne, { pendingIrps: own }).verdict).toBe('present');
    expect(detect(irpsOfOne, { pendingIrps: irps(150, '\\Driver\\disk') })).toEqual(ABSENT);
  });
  test('the one that the bug check names', () => {
    const location = (major: number, driverName: string | null, device: bigint) => ({
      major,
      minor: 2,
      driverName,
      device,
    });
    const failingIrp = {
      address: 0x8a12_3000n,
      stackCount: 3,
      currentLocation: 2,
      locations: [
        location(0, null, 0n),
        location(22, '\\Driver\\disk', 0x8a00n),
        location(22, '\\Driver\\partmgr', 0x8b00n),
      ],
    };
    const modules = [{ name: 'disk', vendor: null, version: null }];
    expect(detect(ioRequest, { failingIrp, modules })).toMatchObject({
      detections: [
        {
          component: { module: 'disk' },
          evidence: [{ statement: expect.stringContaining('IRP_MJ_POWER') }, {}],
        },
      ],
    });
    expect(detect(ioRequest, { failingIrp: null, modules })).toEqual(ABSENT);
    expect(detect(ioRequest, { failingIrp: { ...failingIrp, currentLocation: 4 }, modules })).toMatchObject({
      detections: [{ summary: expect.stringContaining('completed') }],
    });
  });
});

describe('Data Alignment (page boundary)', () => {
  const given = (address: bigint, start: bigint, size: number) => ({
    fault: { access: 'read', address, instruction: null, statement: 'a read', command: '.exr -1' },
    memoryAccesses: [{ address: start, size, access: ['read'] }],
  });
  test('begins before the page that is missing', () => {
    expect(detect(alignment, given(0x20_1000n, 0x20_0ffcn, 8)).verdict).toBe('present');
    expect(detect(alignment, given(0x20_1000n, 0x20_1000n, 8))).toEqual(ABSENT);
    expect(detect(alignment, given(0x20_0ffcn, 0x20_0ffcn, 8))).toEqual(ABSENT);
  });
});

describe('Hardware Activity', () => {
  const processor = (interruptTicks: number | null, dpcQueueDepths: readonly number[] = [0]) => ({
    number: 0,
    kernelTicks: 60_000,
    userTicks: 40_000,
    dpcTicks: 0,
    interruptTicks,
    dpcQueueDepths,
  });
  test('by share of time, or by a long queue', () => {
    expect(detect(hardwareActivity, { processorObjects: [processor(45_000)] })).toMatchObject({
      detections: [{ summary: expect.stringContaining('45.0 %') }],
    });
    expect(detect(hardwareActivity, { processorObjects: [processor(100, [120])] }).verdict).toBe('present');
    expect(detect(hardwareActivity, { processorObjects: [processor(100)] })).toEqual(ABSENT);
    expect(
      detect(hardwareActivity, { processorObjects: [{ ...processor(null), kernelTicks: null, dpcTicks: null }] })
        .verdict,
    ).toBe('unknown');
  });
});

describe('threads of logs', () => {
  const A = 'fffffa8001a10060';
  const B = 'fffffa8001b10060';
  const waiter = { address: B, cid: '0200.0208', objects: [`fffffa8001d00000  Mutant - owning thread ${A}`] };
  test('Paged Out Data: of a thread that others wait behind', () => {
    const text = (...threads: readonly string[]) => logCase(`0: kd> !process 0 7\n${threads.join('\n')}`);
    const gone = (address: string) => `${threadText({ address }).trimEnd()}\nKernel stack not resident.\n`;
    expect(verdictOf('paged-out-data', text(threadText(waiter), gone(A)))!.verdict).toBe('present');
    expect(verdictOf('paged-out-data', text(threadText(waiter), threadText({ address: A })))!.verdict).toBe('absent');
    expect(verdictOf('paged-out-data', text(gone(B)))!.verdict).toBe('absent');
  });
  test('Data Correlation (CPU times)', () => {
    const busy = (address: string, cid: string, user: string) => ({
      address,
      cid,
      times: [user, '00:02:00.000'] as const,
    });
    const log = (user: string) => kernelLog(busy(A, '0200.0204', '00:30:00.000'), busy(B, '0200.0208', user));
    expect(verdictOf('data-correlation-cpu-times', log('00:30:04.000'))!.finding!.details).toEqual({ pairs: 1 });
    expect(verdictOf('data-correlation-cpu-times', log('00:40:04.000'))!.verdict).toBe('absent');
  });
  test('Coupled Machines: long waits in a network file system', () => {
    const stack = ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'rdbss!RxWaitSync', 'mrxsmb20!Smb2Read', 'app!Load'];
    const log = (more: object) => kernelLog({ address: A, ticks: '19200 (0:00:05:00.000)', stack, ...more });
    expect(verdictOf('coupled-machines', log({}))).toMatchObject({ finding: { details: { longestMs: 300_000 } } });
    expect(verdictOf('coupled-machines', log({ ticks: '10 (0:00:00:00.156)' }))!.verdict).toBe('absent');
    const worker = [...stack.slice(0, 2), 'rdbss!RxpWorkerThreadDispatcher'];
    expect(verdictOf('coupled-machines', log({ stack: worker }))!.verdict).toBe('absent');
  });
  test('Stack Trace (file system filters): of another vendor, on the failing stack', () => {
    const log = (filter: string) =>
      logCase(
        `0: kd> .bugcheck\nBugcheck code 00000024\nArguments 001904fb b87bd1a8 b87bcea4 00000000\n0: kd> kv\nChildEBP RetAddr  Args to Child\nb87bd000 f7a1b010 00000001 00000002 00000003 nt!KeBugCheckEx+0x1b\nb87bd010 f7a1b020 00000001 00000002 00000003 Ntfs!NtfsFsdWrite+0x10\nb87bd020 f7a1b030 00000001 00000002 00000003 ${filter}!PreWrite+0x20\nb87bd030 f7a1b040 00000001 00000002 00000003 fltmgr!FltpPerformPreCallbacks+0x2d4\n`,
      );
    expect(verdictOf('stack-trace-file-system-filters', log('contoso'))).toMatchObject({
      finding: { component: { module: 'contoso' } },
    });
    expect(verdictOf('stack-trace-file-system-filters', log('luafv'))!.verdict).not.toBe('present');
  });
});
