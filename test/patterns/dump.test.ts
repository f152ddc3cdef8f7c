import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analysis/report.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { writeMinidump } from '../synth/minidump-writer.ts';
import {
  APP,
  analysisOf,
  caseOf,
  DRIVER,
  dumpCase,
  logCase,
  NT,
  NTDLL,
  processSpec,
  triageCase,
  verdictOf,
} from './scene.ts';

const BREAK = 0x80000003;
const breakpoint = (rip: bigint, more = {}) =>
  dumpCase(processSpec({ rip, ...more, exception: { threadId: 0x11, code: BREAK, address: rip } }));
const STACK_LOG = '0:000> k\n # Child-SP          RetAddr               Call Site\n';

describe('Corrupt Dump', () => {
  test('absent in a whole dump and in a log without such messages', () => {
    expect(verdictOf('corrupt-dump', dumpCase(processSpec()))!.verdict).toBe('absent');
    expect(
      verdictOf('corrupt-dump', logCase(`${STACK_LOG}00 00000000\`00100000 00000001\`40001234 app!f+0x1\n`))!.verdict,
    ).toBe('absent');
  });
  test('partial: a list that claims more than there is; total: nothing but a header', () => {
    const bytes = writeMinidump(processSpec({ raw: [{ type: 14, bytes: new Uint8Array(8).fill(0xff) }] }));
    expect(verdictOf('corrupt-dump', caseOf(bytes))).toMatchObject({
      verdict: 'present',
      finding: { details: { class: 'partial' } },
    });
    const header = writeMinidump({}).slice(0, 32);
    new DataView(header.buffer).setUint32(8, 50, true);
    const total = analysisOf(caseOf(header));
    expect(total.trusted).toBe(false);
    expect(total.judgement.findings[0]).toMatchObject({ pattern: { id: 'corrupt-dump' }, details: { class: 'total' } });
  });
  test('a log: messages counted, codes decoded, text over the header read', () => {
    const { finding } = verdictOf(
      'corrupt-dump',
      logCase(`Loading Dump File [d:\\x.dmp]
ERROR: Directory not present in dump (RVA 0x74786574)
Could not open dump file [d:\\x.dmp], Win32 error 0n1392
    "The file or directory is corrupted and unreadable."
`),
    )!;
    expect(finding!.details).toMatchObject({ class: 'total' });
    expect(finding!.evidence[0].statement).toContain('"text" in ASCII');
  });
  test('missing contexts of a live session are no damage', () => {
    const live =
      'lkd> vertarget\nGetContextState failed, 0x80004001\nWindows 10 Kernel Version 19041 MP (4 procs) Free x64\n';
    expect(verdictOf('corrupt-dump', logCase(live))!.verdict).toBe('absent');
  });
});

describe('Truncated Dump', () => {
  test('memory that lies past the end of the file', () => {
    const bytes = writeMinidump(
      processSpec({ memory64: [{ start: 0x20_0000n, bytes: new Uint8Array(0x4000).fill(7) }] }),
    );
    const cut = verdictOf('truncated-dump', caseOf(bytes.slice(0, bytes.length - 0x1000)))!;
    expect(cut.verdict).toBe('present');
    expect(cut.finding!.relations).toEqual([{ kind: 'causes', pattern: 'corrupt-dump' }]);
    expect(verdictOf('truncated-dump', caseOf(bytes))!.verdict).toBe('absent');
  });
});

describe('Abridged Dump', () => {
  test('by the kind of dump, with counts in good English', () => {
    const { finding } = verdictOf('abridged-dump', dumpCase(processSpec()))!;
    expect(finding!.evidence[1]!.statement).toBe('1 of 1 thread has memory at the stack pointer');
    expect(verdictOf('abridged-dump', triageCase(0x50, [0n, 0n, NT, 0n]))!.verdict).toBe('present');
    expect(verdictOf('abridged-dump', dumpCase(processSpec({ flags: 2n, memory64: [] })))!.verdict).toBe('absent');
  });
  test('of a log by the debugger banner, else unknown', () => {
    const banner = (kind: string) =>
      logCase(
        `Loading Dump File [d:\\x.dmp]\n${kind}\n\n0:000> k\nChildEBP RetAddr\n0012ff00 00401234 app!work+0x10\n`,
      );
    expect(
      verdictOf(
        'abridged-dump',
        banner('User Mini Dump File: Only registers, stack and portions of memory are available'),
      )!.verdict,
    ).toBe('present');
    expect(
      verdictOf('abridged-dump', banner('Mini Kernel Dump File: Only registers and stack trace are available'))!
        .verdict,
    ).toBe('present');
    expect(
      verdictOf('abridged-dump', banner('User Mini Dump File with Full Memory: Only application data is available'))!
        .verdict,
    ).toBe('absent');
    expect(
      verdictOf('abridged-dump', logCase(`${STACK_LOG}00 00000000\`00100000 00000001\`40001234 app!f+0x1\n`)),
    ).toMatchObject({
      verdict: 'unknown',
    });
  });
  test('unknown without a thread', () => {
    expect(verdictOf('abridged-dump', dumpCase(processSpec({ threads: [] })))).toMatchObject({ verdict: 'unknown' });
  });
});

describe('Manual Dump (process)', () => {
  test('no exception; a breakpoint where debuggers break in; a comment of ProcDump', () => {
    expect(verdictOf('manual-dump-process', dumpCase(processSpec()))).toMatchObject({
      verdict: 'present',
      finding: { confidence: 0.85 },
    });
    expect(verdictOf('manual-dump-process', breakpoint(NTDLL + 0x100n))!.verdict).toBe('present');
    const comment = dumpCase(processSpec({ commentA: '*** procdump -ma -h app.exe\n*** Hung window detected' }));
    expect(verdictOf('manual-dump-process', comment)!.finding!.confidence).toBe(0.95);
  });
  test('a 32-bit ntdll of a 64-bit system counts too', () => {
    const spec = processSpec({ rip: 0x7790_0010n, exception: { threadId: 0x11, code: BREAK, address: 0x7790_0010n } });
    spec.modules!.push({ base: 0x7790_0000n, size: 0x1000, name: 'C:\\Windows\\SysWOW64\\ntdll.dll' });
    expect(verdictOf('manual-dump-process', dumpCase(spec))!.verdict).toBe('present');
  });
  test('absent: a breakpoint of the program itself, an access violation', () => {
    expect(verdictOf('manual-dump-process', breakpoint(APP + 0x10n))!.verdict).toBe('absent');
    const av = processSpec({ exception: { threadId: 0x11, code: 0xc0000005, address: APP, parameters: [0n, 0n] } });
    expect(verdictOf('manual-dump-process', dumpCase(av))!.verdict).toBe('absent');
  });
  test('unknown: a damaged exception stream, no threads, a log without the breakpoint', () => {
    const bytes = writeMinidump(processSpec({ threads: [] }));
    expect(verdictOf('manual-dump-process', caseOf(bytes))).toMatchObject({ verdict: 'unknown' });
    const log =
      '0:000> .lastevent\nLast event: 1a4.2b8: Break instruction exception - code 80000003 (first/second chance not available)\n';
    expect(verdictOf('manual-dump-process', logCase(log))).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('where the breakpoint was hit'),
    });
  });
  test('a log that shows only the thread by which a debugger breaks in', () => {
    const log =
      '0:005> k\nChildEBP RetAddr\n0225ff90 7c9507a8 ntdll!DbgBreakPoint\n0225ffb4 7c80b683 ntdll!DbgUiRemoteBreakin+0x2d\n';
    expect(verdictOf('manual-dump-process', logCase(log))).toMatchObject({ verdict: 'present' });
  });
  test('absent where heap or verifier stopped the process themselves', () => {
    const log = `0:000> .lastevent
Last event: 1a4.2b8: Break instruction exception - code 80000003 (first chance)
${STACK_LOG}00 00000000\`0018f5e8 00007ffa\`10001234 ntdll!DbgBreakPoint
01 00000000\`0018f5f0 00007ffa\`10001244 ntdll!RtlpBreakPointHeap+0x20
02 00000000\`0018f6f0 00000001\`40001234 app!main+0x20
`;
    expect(verdictOf('manual-dump-process', logCase(log))!.verdict).toBe('absent');
    expect(
      verdictOf('manual-dump-process', logCase(log.replace('RtlpBreakPointHeap', 'DbgUiRemoteBreakin'))),
    ).toMatchObject({
      verdict: 'present',
      finding: { confidence: 0.95 },
    });
  });
  test('a log whose thread waits in the kernel has no breakpoint there', () => {
    const log = `0:000> .lastevent
Last event: 1a4.2b8: Break instruction exception - code 80000003 (first/second chance not available)
${STACK_LOG}00 00000000\`0018f5e8 00007ffa\`10001234 ntdll!NtWaitForSingleObject+0x14
01 00000000\`0018f5f0 00000001\`40001234 app!main+0x20
`;
    expect(verdictOf('manual-dump-process', logCase(log))).toMatchObject({
      verdict: 'present',
      finding: { confidence: 0.85 },
    });
  });
});

describe('Manual Dump (kernel)', () => {
  test('by the bug check; the stack of the keyboard is shown as it is, and nobody is blamed', () => {
    const { finding } = verdictOf('manual-dump-kernel', triageCase(0xe2, [0n, 0n, 0n, 0n]))!;
    expect(finding).toMatchObject({ confidence: 1 });
    for (const code of [0xe2, 0xdeaddead, 0x161, 0x1c8])
      expect(analysisOf(triageCase(code, [0n, DRIVER, DRIVER, DRIVER])).blame).toBeNull();
    const log = `kd> .bugcheck
Bugcheck code 000000E2
Arguments 00000000 00000000 00000000 00000000
kd> k
ChildEBP RetAddr
f794cd10 f77777fa nt!KeBugCheckEx+0x1b
f794cd2c f7777032 i8042prt!I8xProcessCrashDump+0x237
f794cd74 805448e5 i8042prt!I8042KeyboardInterruptService+0x21c
`;
    expect(verdictOf('manual-dump-kernel', logCase(log))!.finding!.evidence[1]!.statement).toContain(
      'i8042prt!I8xProcessCrashDump+0x237',
    );
  });
  test('absent for another stop, unknown for a log of a system without one', () => {
    expect(verdictOf('manual-dump-kernel', triageCase(0x50, [NT, 0n, NT, 0n]))!.verdict).toBe('absent');
    expect(
      verdictOf('manual-dump-kernel', logCase('kd> k\nChildEBP RetAddr\nf794cd10 f77777fa nt!Foo+0x1b\n')),
    ).toMatchObject({
      verdict: 'unknown',
    });
  });
});

describe('Early Crash Dump and False Positive Dump', () => {
  const event = (text: string) => logCase(`0:000> .lastevent\nLast event: 1a4.2b8: ${text}\n`);
  test('first chance, second chance, not told, and systems without chances', () => {
    expect(verdictOf('early-crash-dump', event('Access violation - code c0000005 (first chance)'))!.verdict).toBe(
      'present',
    );
    expect(
      verdictOf('early-crash-dump', event('Access violation - code c0000005 (!!! second chance !!!)'))!.verdict,
    ).toBe('absent');
    expect(verdictOf('early-crash-dump', breakpoint(APP))).toMatchObject({ verdict: 'unknown' });
    const linux = dumpCase(
      processSpec({
        system: { architecture: 9, platform: 0x8201 },
        exception: { threadId: 0x11, code: 11, address: APP },
      }),
    );
    expect(verdictOf('early-crash-dump', linux)!.verdict).toBe('absent');
    expect(verdictOf('multiple-exceptions', linux)).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('Linux'),
    });
  });
  test('a thread name or the loader breakpoint is no failure', () => {
    const name = processSpec({ exception: { threadId: 0x11, code: 0x406d1388, address: APP, parameters: [0x1000n] } });
    expect(verdictOf('false-positive-dump', dumpCase(name))!.verdict).toBe('present');
    const loader = `0:000> .lastevent
Last event: 1a4.2b8: Break instruction exception - code 80000003 (first chance)
${STACK_LOG}00 00000000\`0018f5e8 00007ffa\`10001234 ntdll!LdrpDoDebuggerBreak+0x30
`;
    expect(verdictOf('false-positive-dump', logCase(loader))!.verdict).toBe('present');
    expect(verdictOf('false-positive-dump', dumpCase(processSpec()))!.verdict).toBe('absent');
    expect(verdictOf('false-positive-dump', breakpoint(NTDLL + 1n))).toMatchObject({ verdict: 'unknown' });
    expect(verdictOf('false-positive-dump', logCase(STACK_LOG))).toMatchObject({ verdict: 'unknown' });
  });
});

describe('Embedded Comment and Young System', () => {
  test('a comment is quoted; absent without; unknown for a log that does not show its opening', () => {
    const { finding } = verdictOf('embedded-comment', dumpCase(processSpec({ commentW: 'Hung window\r\nprocdump' })))!;
    expect(finding!.evidence[0].lines).toEqual(['Hung window', 'procdump']);
    expect(verdictOf('embedded-comment', dumpCase(processSpec()))!.verdict).toBe('absent');
    expect(verdictOf('embedded-comment', logCase(STACK_LOG))).toMatchObject({ verdict: 'unknown' });
  });
  test('uptime of a system dump; unknown for most process dumps', () => {
    const up = (seconds: bigint) =>
      triageCase(0x50, [NT, 0n, NT, 0n], { header: { systemUpTime: seconds * 10_000_000n } });
    expect(verdictOf('young-system', up(61n))!.finding!.summary).toContain('1 min 1 s');
    expect(verdictOf('young-system', up(301n))!.verdict).toBe('absent');
    expect(verdictOf('young-system', dumpCase(processSpec()))).toMatchObject({ verdict: 'unknown' });
  });
});

test('a detector that throws becomes unknown for itself alone', () => {
  const broken = {
    ...PATTERNS[0]!,
    id: 'broken',
    detect: () => {
      throw new Error('boom');
    },
  };
  const { judgement } = analyze(dumpCase(processSpec()), [broken, ...PATTERNS]);
  expect(judgement.unknown.find(({ pattern }) => pattern === 'broken')!.missing[0]).toContain('a defect of memoretics');
  expect(judgement.absent.length).toBeGreaterThan(5);
});
