import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finding, judge } from '../../src/analysis/judge.ts';
import { type Analysis, analyze } from '../../src/analysis/report.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import type { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import type { Case } from '../../src/evidence/case.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { type Waits, waitGraphFact } from '../../src/evidence/wait-graph.ts';
import { throughKinds } from '../../src/evidence/wait-graph-builder.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { onePage } from '../../src/transcript/log-facts.ts';
import { hasForged, openForged, X64, X86 } from './kernel-case.ts';

const SEED = resolve(import.meta.dirname, '../../../shared/seed/crash-dump-analysis-2008.txt');
const hasSeed = existsSync(SEED);
const truthOf = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const big = (text: string): bigint => BigInt(text.startsWith('0x') ? text : `0x${text}`);

function waitsOf(theCase: Case): Waits {
  const answer = waitGraphFact(theCase);
  if (!answer.known) throw new Error(answer.missing);
  return answer.value;
}
function finding(analysis: Analysis, id: string): Finding {
  const found = analysis.judgement.findings.find(({ pattern }) => pattern.id === id);
  if (!found) throw new Error(`${id} was not found`);
  return found;
}
/** What alarms: context is told as `info`. */
const alarms = (analysis: Analysis): string[] =>
  analysis.judgement.findings
    .filter(({ pattern }) => pattern.severity !== 'info')
    .map(({ pattern }) => pattern.id)
    .sort();
/** Waiter, object and owner of every link through executive resources. */
function links(waits: Waits): string[] {
  const graph = throughKinds(waits.graph, new Set(['resource'] as const));
  return graph.edges.map(({ from, to, kind, mode }) => `${from.key} ${kind} ${to.key} ${mode ?? ''}`).sort();
}

const HEADS = [
  ['889fa230', 46],
  ['88d7a3e0', 21],
  ['8805fac8', 20],
  ['882c9b68', 18],
  ['88d15b50', 17],
  ['8b31c748', 15],
] as const;
const PRINTED = [
  '883db310 -> 8967d020 -> 889fa230',
  '89a74228 -> 883ad4e0 -> 88d7a3e0',
  '88e13990 -> 899da538 -> 8805fac8',
];
const TO_BE_FOUND = ['8b4c52a0 -> 8835d020 -> 88d15b50', '89249020 -> 88e6ea60 -> 8b31c748'];

describe.skipIf(!hasSeed)('the seed as a log (needs ../shared/seed)', () => {
  const whole = hasSeed ? openCase(new BytesSource(readFileSync(SEED)), SEED) : null;
  const post = (title: RegExp): Case => {
    const { transcript } = whole!;
    const page = transcript!.pages.findIndex((item) => title.test(item.title));
    expect(page).toBeGreaterThanOrEqual(0);
    return { ...whole!, transcript: onePage(transcript!, page) };
  };
  const judged = (title: RegExp): Analysis => analyze(post(title), PATTERNS);

  test('Part 42c: six heads by the threads behind them, the printed chains and the others, no circle', () => {
    const analysis = judged(/Part 42c/);
    const chains = finding(analysis, 'wait-chain-executive-resources');
    const heads = chains.details!['heads'] as { head: string; blocked: number; chain: string; exact: boolean }[];
    expect(heads.map(({ head, blocked }) => [head.slice(2), blocked])).toEqual(HEADS);
    expect(heads.every(({ exact }) => exact)).toBe(true);
    const told = heads.map(({ chain }) => chain);
    for (const chain of [...PRINTED, ...TO_BE_FOUND]) expect(told).toContain(chain);
    expect(waitsOf(analysis.theCase).cycles).toEqual([]);
    expect(analysis.judgement.absent).toContain('deadlock-executive-resources');
    // One owner of two resources has the waiters of both behind it.
    expect(told).toContain('8926fdb0 -> 882c9b68');
  });
  test('Part 42c: the head runs with 18:52:35 of kernel time in driver, and contention is ranked', () => {
    const analysis = judged(/Part 42c/);
    const spike = finding(analysis, 'spiking-thread');
    expect(spike).toMatchObject({
      component: { module: 'driver' },
      details: { thread: '0x889fa230', kernelMs: 67_955_750, userMs: 11_765, blocked: 46, state: 'RUNNING' },
    });
    expect(spike.evidence.map(({ statement }) => statement).join('\n')).toContain('899e27ac: contention count 1,');
    expect(spike.evidence.map(({ statement }) => statement)).toContain(
      'driver!foo+0xd0 was called with IRP 889fc008 of the thread for device 8b45a3c8',
    );
    const { resources } = finding(analysis, 'high-contention-executive-resources').details as {
      resources: { contentionCount: number }[];
    };
    expect(resources.slice(0, 5).map(({ contentionCount }) => contentionCount)).toEqual([
      1127998, 915554, 799193, 753246, 303813,
    ]);
  });
  test('Part 47: one of two threads is suspended, in the middle of a wait', () => {
    const analysis = judged(/Part 47/);
    const suspended = analysis.judgement.findings.filter(({ pattern }) => pattern.id === 'suspended-thread');
    expect(suspended).toHaveLength(1);
    expect(suspended[0]).toMatchObject({
      component: { module: 'driver' },
      details: {
        threads: ['0x888b8668'],
        suspendCount: 2,
        systemThread: true,
        hiddenWait: { function: 'KeWaitForSingleObject', by: 'driver!WaitForSingleObject+0x75' },
      },
    });
    const told = suspended[0]!.evidence.map(({ statement }) => statement).join('\n');
    expect(told).toContain('nt!KiDeliverApc+0x117 calls nt!KiSuspendThread+0x18');
    expect(told).toContain('888b87f8, which lies inside its own KTHREAD at +0x190');
  });
  test('Part 44: the loop, the lock and its bits, and the queue that leads back to the own stack', () => {
    const analysis = judged(/Part 44/);
    const spin = finding(analysis, 'dispatch-level-spin');
    expect(spin).toMatchObject({
      component: { module: 'MyDriver' },
      details: {
        thread: '0x830c07c0',
        lock: '0x831dabf4',
        entry: '0xa07be200',
        waits: true,
        owns: false,
        loop: ['0x806e4a2c', '0x806e4a33', '0x806e4a35', '0x806e4a37'],
        exit: '0x806e4a33',
      },
    });
    expect(spin.relations).toContainEqual({ kind: 'specialises', pattern: 'spiking-thread' });
    expect(finding(analysis, 'spiking-thread').evidence[0].statement).toContain('99.995 %');
    expect(finding(analysis, 'deadlock-self')).toMatchObject({
      confidence: 0.8,
      basis: expect.stringContaining('strong inference'),
      details: { previous: '0xa07beb94', confirmed: false },
    });
  });
  test('Part 13d: PTEs first, pool as their possible consequence, /3GB with a terminal server', () => {
    const analysis = judged(/Part 13d/);
    const pte = finding(analysis, 'insufficient-memory-pte');
    expect(pte.details).toEqual({ failures: 356363, free: 23980, threeGb: true });
    expect(pte.relations).toEqual([{ kind: 'causes', pattern: 'insufficient-memory-kernel-pool' }]);
    expect(pte.evidence.map(({ statement }) => statement).join('\n')).toContain('terminal server');
    const pool = finding(analysis, 'insufficient-memory-kernel-pool');
    expect(pool.confidence).toBeLessThan(pte.confidence);
    expect(pool.evidence.map(({ statement }) => statement).join('\n')).toMatch(/57\.9 %[\s\S]*45\.8 %/);
    expect(analysis.judgement.absent).toContain('insufficient-memory-committed-memory');
  });
  test('Part 43: what survived is a signature, and the kernel base a hypothesis', () => {
    const corrupt = finding(judged(/Part 43/), 'corrupt-dump');
    expect(corrupt.details).toMatchObject({
      class: 'partial',
      signature: '20:{0,ffff,0,1}',
      kernelBaseGuess: '0x80800000',
    });
    const told = corrupt.evidence.map(({ statement }) => statement).join('\n');
    expect(told).toContain('(a hypothesis)');
    expect(told).toContain('not booted with /3GB');
  });
  test('priorities of Vista: notepad deviates, explorer does not, and nobody hangs', () => {
    const analysis = judged(/I\/O and Memory Priority/);
    expect(alarms(analysis)).toEqual([]);
    expect(finding(analysis, 'io-priority-deviation').evidence[0].addresses).toEqual([0x838edd78n]);
  });
  test('an idle RPC worker is no finding', () => {
    expect(alarms(judged(/KiFastSystemCallRet/))).toEqual([]);
  });
  test('KiFastSystemCallRet: two stacks, and the service by the code of its stub', () => {
    const analysis = judged(/KiFastSystemCallRet/);
    expect(finding(analysis, 'dual-stack-trace').details).toEqual({ kernelFrames: 5, userFrames: 7 });
    expect(finding(analysis, 'system-call').details).toEqual({
      name: 'NtReplyWaitReceivePortEx',
      number: '0xc4',
      arguments: 5,
    });
  });
});

describe.skipIf(!hasForged)('forged dumps against their truth (needs ../shared/corpus)', () => {
  const opened = new Map<string, { theCase: Case; finder: SymbolFinder; analysis: Analysis }>();
  beforeAll(async () => {
    for (const path of [
      `${X86}/w2003-locks`,
      `${X86}/w2003-suspended`,
      `${X86}/w2003-pte`,
      `${X86}/xp-spin`,
      `${X86}/xp-spin-kernel`,
      `${X64}/w10-locks`,
      `${X64}/w7-locks`,
      `${X64}/w10-memory`,
    ]) {
      const { theCase, finder } = await openForged(`${path}.dmp`);
      opened.set(path.split('/').at(-1)!, { theCase, finder, analysis: analyze(theCase, PATTERNS) });
    }
  });
  afterAll(() => {
    for (const { finder } of opened.values()) finder.close();
  });
  const of = (name: string) => opened.get(name)!;

  test.skipIf(!hasSeed)('w2003-locks and the post of the seed give one graph', () => {
    const { transcript, ...rest } = openCase(new BytesSource(readFileSync(SEED)), SEED);
    const page = transcript!.pages.findIndex(({ title }) => /Part 42c/.test(title));
    const log = links(waitsOf({ ...rest, transcript: onePage(transcript!, page) }));
    const contended = new Set(
      truthOf(`${X86}/expected/w2003-locks.json`).resources.contended.map(
        ({ addr }: { addr: string }) => `resource ${addr}`,
      ),
    );
    const memory = links(waitsOf(of('w2003-locks').theCase)).filter((link) =>
      [...contended].some((name) => link.includes(`${name} `)),
    );
    expect(memory).toEqual(log);
  });
  test('w2003-locks: chains and heads', () => {
    const truth = truthOf(`${X86}/expected/w2003-locks.json`);
    const { analysis } = of('w2003-locks');
    const { heads } = finding(analysis, 'wait-chain-executive-resources').details as {
      heads: { head: string; chain: string }[];
    };
    expect(heads.map(({ head }) => head.slice(2)).sort()).toEqual(truth.heads);
    const chains = truth.chains.map((chain: string[]) => chain.join(' -> '));
    for (const { chain } of heads) expect(chains).toContain(chain);
    expect(waitsOf(analysis.theCase).cycles).toEqual([]);
  });
  test.each(['w10-locks', 'w7-locks'])(
    '%s: every link, the circle, and the chain through a message and a mutex',
    (name) => {
      const truth = truthOf(`${X64}/expected/${name}.json`);
      const { theCase, analysis } = of(name);
      const { graph, cycles } = waitsOf(theCase);
      for (const { waiter, object, owners, kind, mode } of truth.chains) {
        const node = graph.find('thread', big(waiter))!;
        const wait = graph.out(node).find(({ to }) => to.address === big(object));
        expect(wait, `${kind} ${waiter} -> ${object}`).toBeDefined();
        expect(wait).toMatchObject({ trust: 'direct', mode: mode ?? null });
        expect(
          graph
            .out(wait!.to)
            .map(({ to }) => to.address)
            .sort(),
        ).toEqual(owners.map(big).sort());
      }
      expect(cycles).toHaveLength(truth.cycles.length);
      const [circle] = truth.cycles;
      expect(cycles[0]!.threads.map(({ address }) => address).sort()).toEqual(circle.threads.map(big).sort());
      expect(cycles[0]!.certain).toBe(true);
      const general = finding(analysis, 'wait-chain-general').details as { heads: { head: string }[] };
      expect(general.heads[0]!.head).toBe(truth.alpc_chain_end.thread);
      expect(finding(analysis, 'deadlock-executive-resources').component).toMatchObject({ module: 'lockdrv' });
    },
  );
  test('w2003-suspended: the one thread, with the object of its hidden wait', () => {
    const { analysis } = of('w2003-suspended');
    const found = analysis.judgement.findings.filter(({ pattern }) => pattern.id === 'suspended-thread');
    expect(found.map(({ details }) => details!['threads'])).toEqual(
      truthOf(`${X86}/expected/w2003-suspended.json`).suspended.map((address: string) => [`0x${address}`]),
    );
    expect(found[0]!.details).toMatchObject({ hiddenWait: { object: '0x89834a10' } });
    expect(alarms(analysis)).toEqual(['manual-dump-kernel', 'suspended-thread']);
  });
  test.each(['xp-spin', 'xp-spin-kernel'])('%s: confirmed by the owner bit that the post did not look at', (name) => {
    const { spin } = truthOf(`${X86}/expected/xp-spin.json`);
    const { analysis } = of(name);
    expect(finding(analysis, 'dispatch-level-spin').details).toMatchObject({
      thread: `0x${spin.thread}`,
      lock: `0x${spin.lock}`,
      entry: `0x${spin.newhandle}`,
      idle: 'all',
    });
    expect(finding(analysis, 'deadlock-self').details).toMatchObject({
      previous: `0x${spin.prevhandle}`,
      confirmed: true,
    });
  });
  test('w2003-pte: failures from memory', () => {
    const truth = truthOf(`${X86}/expected/w2003-pte.json`);
    const { analysis } = of('w2003-pte');
    expect(finding(analysis, 'insufficient-memory-pte').details).toMatchObject({
      failures: truth.failures.pte,
      threeGb: true,
    });
    expect(finding(analysis, 'insufficient-memory-kernel-pool')).toMatchObject({
      confidence: 0.5,
      details: { failures: truth.failures.pool },
    });
  });
  test('w10-memory: the spiking, the suspended and the frozen, zombies, leaks and commit', () => {
    const truth = truthOf(`${X64}/expected/w10-memory.json`);
    const { analysis } = of('w10-memory');
    expect(finding(analysis, 'spiking-thread').details).toMatchObject({ thread: truth.spiking_thread });
    expect(finding(analysis, 'suspended-thread').details).toMatchObject({ threads: [truth.suspended_thread] });
    expect(finding(analysis, 'frozen-process').details).toMatchObject({ processes: [{ id: truth.frozen_process }] });
    expect(finding(analysis, 'zombie-processes').details).toMatchObject({ zombies: truth.zombie_count });
    expect(finding(analysis, 'insufficient-memory-committed-memory').details).toMatchObject({
      committedPages: truth.memory.committed,
      limitPages: truth.memory.commit_limit,
    });
    const pool = finding(analysis, 'insufficient-memory-kernel-pool').details as { tags: { tag: string }[] };
    expect(pool.tags[0]!.tag).toBe(truth.leak_tag);
    expect(finding(analysis, 'insufficient-memory-handle-leak').details).toMatchObject({ handles: 60000 });
  });
  test('detectors are quick after the facts', () => {
    for (const [name, { theCase }] of opened) {
      const start = performance.now();
      judge(theCase, PATTERNS, 'kernel');
      // 500 ms on a machine of its own; tests run beside others.
      expect(performance.now() - start, name).toBeLessThan(1500);
    }
  });
});
