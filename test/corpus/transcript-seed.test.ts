import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { asciiOfRva, readErrorLines } from '../../src/transcript/damage.ts';
import { looksLikeTranscript } from '../../src/transcript/detect.ts';
import { logSummary, onePage } from '../../src/transcript/log-facts.ts';
import { openTranscript } from '../../src/transcript/open-transcript.ts';
import type { Transcript } from '../../src/transcript/transcript.ts';
import { frameName } from '../../src/windows/stack.ts';

const SEED = resolve(import.meta.dirname, '../../../shared/seed/crash-dump-analysis-2008.txt');
const present = existsSync(SEED);
const bytes = present ? readFileSync(SEED) : new Uint8Array(0);
const open = (input: Uint8Array): Transcript => openTranscript(new BytesSource(input), new Problems());
const text = present ? bytes.toString() : '';
/** Lines from..to of the page, 1-based and inclusive, as a log of its own. */
const region = (from: number, to: number): Transcript =>
  open(
    new TextEncoder().encode(
      text
        .split('\n')
        .slice(from - 1, to)
        .join('\n'),
    ),
  );
const page = (title: string): ReturnType<typeof logSummary> => {
  const whole = open(bytes);
  return logSummary(
    onePage(
      whole,
      whole.pages.findIndex((item) => item.title === title),
    ),
  );
};

describe.skipIf(!present)('the seed page as a log (needs ../shared/seed)', () => {
  test('30 prompts, three of them without context, in 20 posts', () => {
    const { sections, pages, encoding, original } = open(bytes);
    const prompts = sections.filter((section) => section.prompt !== null);
    expect(encoding).toBe('utf-8');
    expect(prompts).toHaveLength(30);
    expect(prompts.filter((section) => section.prompt === '?: kd>').map((section) => section.promptLine! + 1)).toEqual([
      586, 589, 592,
    ]);
    expect(pages).toHaveLength(20);
    expect(pages.map(({ lineCount }) => lineCount).reduce((a, b) => a + b, pages[0]!.firstLine)).toBe(original.length);
    expect(pages.find(({ firstLine }) => firstLine === 559)?.date).toBe('Thursday, January 24th, 2008');
    expect(looksLikeTranscript(bytes)).toBeGreaterThan(0.95);
    expect(looksLikeTranscript(bytes.subarray(0, 4096))).toBeGreaterThan(0.3);
  });

  test('typographic damage is repaired for parsing and kept for quoting', () => {
    const { sections, original } = open(bytes);
    const lines = sections.flatMap((section) => section.lines);
    expect(original.join('\n').match(/\u00d7/g)).toHaveLength(76);
    expect(lines.join('\n')).not.toMatch(/\u00d7|\u00a0|[\u2018\u2019\u201c\u201d]/);
    expect(lines).toContain("   +0x150 SuspendCount     : 0 ''");
    expect(lines).toContain("   +0x150 SuspendCount     : 2 ''");
  });

  test('ten stacks with their frames', () => {
    const { stacks } = logSummary(open(bytes));
    expect(stacks.map(({ text: stack }) => stack.stack.frames.length)).toEqual([10, 13, 16, 15, 6, 1, 9, 12, 5, 7]);
    const spin = stacks[4]!;
    expect(spin.text.stack.frames.map(frameName)).toEqual([
      'nt!KeBugCheckEx+0x1b',
      'i8042prt!I8xProcessCrashDump+0x237',
      'i8042prt!I8042KeyboardInterruptService+0x21c',
      'nt!KiInterruptDispatch+0x45',
      'hal!KeAcquireInStackQueuedSpinLock+0x47',
      'MyDriver!RcvData+0x98',
    ]);
    expect(spin.text.stack.frames[3]?.trapFrame).toBe(0xa07be180n);
    expect(spin.text.stack.frames.map((frame) => frame.address)).toEqual([
      null,
      0xf77777fan,
      0xf7777032n,
      0x805448e5n,
      0x806e4a37n,
      0xa1342755n,
    ]);
    expect(spin.where.command).toBe('0: kd> !thread');
    expect(spin.where.lines[0]).toBe(484);
  });

  test('threads with state, owner and suspension', () => {
    const threads = logSummary(open(bytes)).threads.filter((thread) => thread.address !== null);
    const suspended = threads.find((thread) => thread.address === 0x888b8668n);
    expect(suspended).toMatchObject({
      id: 0x1448,
      suspendCount: 2,
      process: 'processA.exe',
      state: 'wait',
      waitReason: null,
    });
    expect(threads.find((thread) => thread.address === 0x88951bc8n)?.suspendCount).toBe(0);
    expect(threads.find((thread) => thread.address === 0x889fa230n)).toMatchObject({ state: 'running', processor: 3 });
    expect(threads.find((thread) => thread.address === 0x8362a390n)?.waitReason).toBe('WrUserRequest');
  });

  test('the prompt is not the processor: the contradiction is reported', () => {
    const found = page('Crash Dump Analysis Patterns (Part 44)').contradictions;
    expect(found.map(({ about }) => about)).toEqual(['processor']);
    expect(found[0]?.statements.map(({ line }) => line + 1)).toEqual([470, 496]);
  });

  test('PT9: vertarget of post 6, and the other target beside it', () => {
    const summary = page('Crash Dump Analysis Patterns (Part 13d)');
    expect(summary.system).toMatchObject({
      os: 'Windows Server 2003',
      build: 3790,
      servicePack: 'Service Pack 2',
      architecture: 'x86',
      processors: 8,
      product: 'Server',
      suites: ['Enterprise', 'TerminalServer'],
      buildLab: '3790.srv03_sp2_gdr.070304-2240',
      kernelBase: 0xe0800000n,
      loadedModuleList: 0xe08af9c8n,
      capturedAt: '2008-02-01T09:10:17.703Z',
      uptimeSeconds: 6 * 86400 + 17 * 3600 + 14 * 60 + 45.528,
    });
    const boot = Date.parse(summary.system!.capturedAt!) - Math.round(summary.system!.uptimeSeconds! * 1000);
    expect(new Date(boot).toISOString()).toBe('2008-01-25T15:55:32.175Z');
    const [first, second] = summary.reading.banners.map(({ value }) => value);
    expect(first!.loadedModuleList!.value - first!.kernelBase!.value).toBe(0xaf9c8n);
    expect(second!.loadedModuleList!.value - second!.kernelBase!.value).toBe(0x9ffa8n);
    expect(second?.multiprocessor).toBe(false);
    expect(second?.processors?.value).toBe(1);
    expect(second?.suites?.value).toEqual(['Enterprise', 'TerminalServer', 'SingleUserTS']);
    expect(summary.contradictions.map(({ about }) => about)).toEqual(['system']);
  });

  test('.trap with its registers and instruction', () => {
    const summary = page('Crash Dump Analysis Patterns (Part 44)');
    const trap = summary.reading.registers[0]!.value;
    expect(trap.registers.get('eax')).toBe(0xa07be200n);
    expect(trap.registers.get('efl')).toBe(0x202n);
    expect(trap.registers.size).toBe(16);
    expect(trap.errorCode).toBe(0n);
    expect(trap.label).toBe('hal!KeAcquireInStackQueuedSpinLock+0x47');
    expect(trap.instruction).toMatchObject({ address: 0x806e4a37n, bytes: 'ebf3' });
    const kernelExit = page('What is KiFastSystemCallRet?').reading.registers[0]!.value;
    expect(kernelExit.instruction).toMatchObject({ address: 0x7c91eb94n, bytes: '', text: 'ret' });
  });
});

describe.skipIf(!present)('Part 43, Corrupt Dump (needs ../shared/seed)', () => {
  const expectPartial = (log: Transcript): void => {
    const summary = logSummary(log);
    expect(summary.totallyCorrupt).toBe(false);
    expect(summary.dumpTruncated).toBe(false);
    expect(Object.fromEntries(summary.damage.map(({ kind, count }) => [kind, count]))).toEqual({
      'partially-corrupt': 1,
      'debugger-data-block-unreadable': 1,
      'module-list-unreadable': 3,
      'kernel-base-below-system-range': 2,
      'context-state-failed': 16,
      'cs-descriptor-lookup-failed': 1,
      'program-counter-unavailable': 1,
      'machine-context-unavailable': 3,
      'nt-not-in-module-list': 1,
      'pcr-selector-unreadable': 3,
    });
    expect(summary.system).toMatchObject({
      os: 'Windows Server 2003',
      build: 3790,
      servicePack: null,
      architecture: 'x86',
      processors: 4,
      product: 'Server',
      suites: ['TerminalServer'],
      buildLab: null,
      kernelBase: 0n,
      loadedModuleList: 0x808af9c8n,
      capturedAt: '2007-11-21T20:29:31.373Z',
      uptimeSeconds: 2702.312,
    });
    expect(summary.reading.banners[0]?.value).toMatchObject({ checked: false, multiprocessor: true });
    expect(summary.bugcheck).toEqual({ code: 0x20, parameters: [0n, 0xffffn, 0n, 1n] });
    expect(summary.mode).toBe('kernel');
    expect(summary.registers).toBeNull();
    expect(summary.currentThread).toBeNull();
    expect(summary.unloadedModules).toBeNull();
  };

  test('CD6, CD7, CD11, CD12: the damaged session alone', () => expectPartial(region(597, 644)));

  test('the same in UTF-16, with and without byte order mark, and with CR LF', () => {
    const lines = text.split('\n').slice(596, 644).join('\r\n');
    const little = Buffer.from(lines, 'utf16le');
    expect(open(little).encoding).toBe('utf-16le');
    expectPartial(open(little));
    expectPartial(open(Buffer.concat([Uint8Array.of(0xff, 0xfe), little])));
    const big = Buffer.from(little).swap16();
    expect(open(big).encoding).toBe('utf-16be');
    expectPartial(open(big));
    expectPartial(open(Buffer.concat([Uint8Array.of(0xfe, 0xff), big])));
    expect(looksLikeTranscript(little)).toBeGreaterThan(0.9);
    expect(looksLikeTranscript(big)).toBeGreaterThan(0.9);
  });

  test('the post as a whole: bug check and system are those of the damaged session', () => {
    const summary = page('Crash Dump Analysis Patterns (Part 43)');
    expect(summary.bugcheck).toEqual({ code: 0x20, parameters: [0n, 0xffffn, 0n, 1n] });
    expect(summary.system?.processors).toBe(4);
    expect(summary.where('bugcheck')?.lines).toEqual([628]);
    expect(summary.dumpPath).toMatch(/user_corrupted\.dmp$/);
  });

  test('so does the whole page: the failure is told in one post, and nothing of another mixes in', () => {
    const summary = logSummary(open(bytes));
    expect(summary.system?.processors).toBe(4);
    expect(summary.bugcheck?.code).toBe(0x20);
    expect(summary.currentThread).toBeNull();
    expect(summary.registers).toBeNull();
  });

  test('CD2: total corruption, and what the RVA spells', () => {
    const summary = logSummary(region(566, 569));
    expect(summary.totallyCorrupt).toBe(true);
    expect(summary.damage.map(({ kind }) => kind)).toEqual([
      'directory-not-present',
      'cannot-open-dump',
      'file-corrupted',
    ]);
    const rva = /RVA (0x[0-9a-f]+)/.exec(summary.damage[0]!.sample)![1]!;
    expect(Number(rva)).toBe(0x20202020);
    expect(asciiOfRva(Number(rva))).toBe('    ');
    expect(summary.system).toBeNull();
    expect(summary.bugcheck).toBeNull();
  });

  test('CD4, CD5: lines of !error', () => {
    const found = open(bytes).sections.flatMap(({ lines }) => readErrorLines(lines));
    expect(found.map(({ kind, code, decimal }) => [kind, code, decimal])).toEqual([
      ['HRESULT', 0x80070026, 2147942438],
      ['HRESULT', 0x80004005, 2147500037],
      ['NTSTATUS', 0xd0000147, 3489661255],
    ]);
    expect(found.every(({ code, decimal }) => code === decimal)).toBe(true);
  });
});
