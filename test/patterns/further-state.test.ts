import { describe, expect, test } from 'vitest';
import type { Pattern, Verdict } from '../../src/analysis/pattern.ts';
import blockingFile from '../../src/patterns/blocking-file.ts';
import criticalStack from '../../src/patterns/critical-stack-trace.ts';
import sockets from '../../src/patterns/high-contention-sockets.ts';
import lateralDamage from '../../src/patterns/lateral-damage.ts';
import outOfModule from '../../src/patterns/out-of-module-pointer.ts';
import ubiquitous from '../../src/patterns/ubiquitous-component-kernel.ts';
import { dumpFacts } from './given-facts.ts';
import { kernelLog } from './kernel-log.ts';
import { logCase, verdictOf } from './scene.ts';

const detect = (pattern: Pattern, given: Readonly<Record<string, unknown>>): Verdict =>
  pattern.detect(dumpFacts(given));
const ABSENT = { verdict: 'absent' };

/** A frame of a stack, as far as these patterns look at it. */
const frame = (name: string, address = 0xffff_f800_1000_0000n) => {
  const [module, text] = name.split('!') as [string, string];
  return { module, function: text, offset: 0x10n, address, trust: 'unwind-info', stackPointer: null };
};
const member = (index: number, names: readonly string[], more: object = {}) => ({
  id: index,
  index: null,
  address: 0xffff_b000_0000_0000n + BigInt(index * 0x1000),
  name: null,
  process: 'app.exe',
  state: 'wait',
  waitReason: null,
  waitMs: 60_000,
  stack: { frames: names.map((name) => frame(name)), end: 'complete', endReason: null, warnings: [] },
  ...more,
});
const group = (...members: readonly object[]) => [{ oddity: 'waiting', reason: '', members, stack: null }];

describe('Out-of-Module Pointer', () => {
  const modules = [{ name: 'nt', base: 0x8080_0000n, size: 0x20_0000, space: 'kernel' }];
  const gate = (handler: bigint, interrupt: bigint | null = null, routine: bigint | null = null) => ({
    vector: 0x2e,
    handler,
    interrupt,
    routine,
    stack: null,
  });
  test('a gate to plain memory; gates of devices by their routines', () => {
    const table = (...gates: readonly object[]) => ({ interruptTable: { base: 0n, gates, missing: 0 }, modules });
    expect(detect(outOfModule, table(gate(0x8a12_3000n)))).toMatchObject({ detections: [{ details: { vectors: 1 } }] });
    expect(detect(outOfModule, table(gate(0x8080_1000n)))).toEqual(ABSENT);
    // On 32-bit systems the gate of a device leads to code inside its interrupt object.
    expect(detect(outOfModule, table(gate(0x8a12_3000n, 0x8a12_2fc0n, 0x8080_2000n)))).toEqual(ABSENT);
    expect(detect(outOfModule, table(gate(0x8a12_3000n, 0x8a12_2fc0n, 0x8b00_0000n))).verdict).toBe('present');
  });
});

describe('Ubiquitous Component (kernel)', () => {
  const stacks = (share: number, module: string) =>
    group(
      ...Array.from({ length: 40 }, (_, index) =>
        member(index, index < share ? [`nt!KeWaitForSingleObject`, `${module}!Filter`] : ['nt!KeWaitForSingleObject']),
      ),
    );
  test('by its share of stacks', () => {
    expect(detect(ubiquitous, { stackCollection: stacks(20, 'contoso'), modules: [] })).toMatchObject({
      detections: [{ component: { module: 'contoso' }, details: { stacks: 20, total: 40 } }],
    });
    expect(detect(ubiquitous, { stackCollection: stacks(5, 'contoso'), modules: [] })).toEqual(ABSENT);
    expect(detect(ubiquitous, { stackCollection: stacks(40, 'Ntfs'), modules: [] })).toEqual(ABSENT);
  });
});

describe('Lateral Damage', () => {
  const threads = (count: number, kernelStackResident: boolean) =>
    Array.from({ length: count }, (_, index) => ({
      address: 0xffff_b000_0000_0000n + BigInt(index * 0x1000),
      state: 'WAIT',
      kernelStackResident,
    }));
  const stacks = (lost: number) =>
    group(...Array.from({ length: 20 }, (_, index) => member(index, index < lost ? [] : ['nt!KiSwapContext'])));
  test('stacks that should be there', () => {
    expect(detect(lateralDamage, { threadObjects: threads(20, true), stackCollection: stacks(8) })).toMatchObject({
      detections: [{ details: { lost: 8, threads: 20 } }],
    });
    expect(detect(lateralDamage, { threadObjects: threads(20, true), stackCollection: stacks(2) })).toEqual(ABSENT);
    expect(detect(lateralDamage, { threadObjects: threads(20, false), stackCollection: stacks(8) })).toEqual(ABSENT);
  });
});

describe('Critical Stack Trace', () => {
  const stack = ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'nt!MiWaitForInPageComplete', 'nt!MiIssueHardFault'];
  test('a page that does not come', () => {
    const of = (waitMs: number, names = stack) => ({ stackCollection: group(member(1, names, { waitMs })) });
    expect(detect(criticalStack, of(45_000))).toMatchObject({ detections: [{ details: { longestMs: 45_000 } }] });
    expect(detect(criticalStack, of(30))).toEqual(ABSENT);
    expect(detect(criticalStack, of(45_000, stack.slice(0, 2)))).not.toMatchObject({ verdict: 'present' });
  });
});

describe('Blocking File', () => {
  const thread = { kind: 'thread', address: 0x8900_0000n, id: 4, name: 'app.exe', key: 'thread' };
  const irp = { kind: 'irp', address: 0x8a00_0000n, id: null, name: null, key: 'irp' };
  const given = (waitMs: number, file: string | null) => ({
    waitGraph: {
      graph: { edges: [{ from: thread, to: irp, kind: 'waits-for' }] },
      threadAt: () => ({ waitMs }),
    },
    irpFile: () => file,
  });
  test('a request to a file that lasts', () => {
    expect(detect(blockingFile, given(60_000, '\\share\\a.txt {Mup}'))).toMatchObject({
      detections: [{ summary: expect.stringContaining('\\share\\a.txt') }],
    });
    expect(detect(blockingFile, given(60_000, null))).toEqual(ABSENT);
    expect(detect(blockingFile, given(100, '\\share\\a.txt {Mup}'))).toEqual(ABSENT);
  });
});

describe('High Contention (sockets)', () => {
  const stack = (caller: string) => [
    'nt!KiSwapContext',
    'nt!KeWaitForSingleObject',
    'nt!ExAcquireResourceExclusiveLite',
    caller,
  ];
  const of = (count: number, caller: string) => {
    const members = Array.from({ length: count }, (_, index) => member(index, stack(caller)));
    return { stackCollection: [{ oddity: 'lock-wait', reason: '', members, stack: members[0]!.stack }] };
  };
  test('locks that drivers of the network ask for', () => {
    expect(detect(sockets, of(6, 'afd!AfdBind'))).toMatchObject({ detections: [{ details: { threads: 6 } }] });
    expect(detect(sockets, of(2, 'afd!AfdBind'))).toEqual(ABSENT);
    expect(detect(sockets, of(6, 'Ntfs!NtfsFsdRead'))).toEqual(ABSENT);
  });
});

describe('Stack Trace Collection (CPUs)', () => {
  const running = (address: string, processor: number, name: string) => ({
    address,
    cid: `0200.02${processor}4`,
    state: `RUNNING on processor ${processor}`,
    stack: ['nt!KeRaiseIrql', name],
  });
  const log = (first: string, second: string) =>
    kernelLog(running('fffffa8001a10060', 0, first), running('fffffa8001b10060', 1, second));
  test('two processors in one driver', () => {
    expect(verdictOf('stack-trace-collection-cpus', log('contoso!Poll', 'contoso!Send'))).toMatchObject({
      finding: { component: { module: 'contoso' }, details: { processors: 2 } },
    });
    expect(verdictOf('stack-trace-collection-cpus', log('contoso!Poll', 'fabrikam!Send'))!.verdict).toBe('absent');
    expect(verdictOf('stack-trace-collection-cpus', log('Ntfs!Poll', 'Ntfs!Send'))!.verdict).toBe('absent');
  });
});

describe('monitors of .NET', () => {
  const table = (...rows: readonly string[]) =>
    logCase(
      `0:000> !syncblk\nIndex SyncBlock MonitorHeld Recursion Owning Thread Info  SyncBlock Owner\n${rows.join('\n')}\n-----------------------------\nTotal           40\nCCW             1\n`,
    );
  const held = (count: number, owner = '8f6928  bc0  14') =>
    `  373 052cbf1c            ${count}         1 00${owner}   0a1ffd84 Shop.Orders.Cache`;
  test('who holds one, and how many wait', () => {
    expect(verdictOf('wait-chain-clr-monitors', table(held(5)))).toMatchObject({
      finding: {
        details: { monitors: 1, waiting: 2 },
        evidence: [{ statement: expect.stringContaining('held by thread 14 (bc0); 2 wait') }],
      },
    });
    expect(verdictOf('wait-chain-clr-monitors', table(held(3, '8f6928    0 XXX')))!.finding!.summary).toContain(
      'has ended',
    );
    expect(verdictOf('wait-chain-clr-monitors', table(held(1)))!.verdict).toBe('absent');
    expect(verdictOf('wait-chain-clr-monitors', table())!.verdict).toBe('absent');
    expect(verdictOf('wait-chain-clr-monitors', logCase('0:000> k\n'))!.missing).toContain('!syncblk');
  });
  test('a long queue', () => {
    expect(verdictOf('high-contention-net-clr-monitors', table(held(21)))!.finding!.details).toEqual({
      monitors: 1,
      waiters: 10,
    });
    expect(verdictOf('high-contention-net-clr-monitors', table(held(5)))!.verdict).toBe('absent');
  });
  test('the lock of the heap', () => {
    const log = (count: number) =>
      logCase(
        `0:000> ~*k\n${Array.from({ length: count }, (_, index) => `   ${index}  Id: 77.a${index} Suspend: 1 Teb: 7ffdf000 Unfrozen\nChildEBP RetAddr  \n0012f6c4 7c90df5a ntdll!KiFastSystemCallRet\n0012f6d4 7c90df5b clr!WKS::gc_heap::enter_spin_lock+0x20\n0012f6e4 7c90df5c clr!WKS::GCHeap::Alloc+0x20\n`).join('\n')}\n`,
      );
    expect(verdictOf('high-contention-net-heap', log(4))!.verdict).toBe('present');
    expect(verdictOf('high-contention-net-heap', log(1))!.verdict).toBe('absent');
  });
});

describe('Origin Module', () => {
  const log = (outer: string, end = 'ntdll!RtlUserThreadStart+0x21') =>
    logCase(
      `0:000> .exr -1\nExceptionAddress: 00007ff6a0001010 (render!Draw+0x0000000000000010)\n   ExceptionCode: c0000005 (Access violation)\n  ExceptionFlags: 00000000\nNumberParameters: 2\n   Parameter[0]: 0000000000000000\n   Parameter[1]: 00000000deadbee0\n0:000> k\nChild-SP          RetAddr           Call Site\n00000010\`0000f000 00007ff6\`a0001020 render!Draw+0x10\n00000010\`0000f040 00007ff6\`a0002020 ${outer}\n00000010\`0000f080 00007ffa\`10002020 KERNEL32!BaseThreadInitThunk+0x14\n00000010\`0000f0c0 00000000\`00000000 ${end}\n`,
    );
  test('begun by another module than it failed in', () => {
    expect(verdictOf('origin-module', log('shop!Main+0x20'))!.finding!.details).toEqual({
      origin: 'shop',
      failing: 'render',
    });
    expect(verdictOf('origin-module', log('shop!Main+0x20', 'ntdll!TppWorkerThread+0x10'))!.verdict).toBe('unknown');
    expect(verdictOf('origin-module', log('render!Main+0x20'))!.verdict).toBe('absent');
    expect(verdictOf('origin-module', kernelLog())!.verdict).not.toBe('present');
  });
});
