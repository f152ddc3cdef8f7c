import { describe, expect, test } from 'vitest';
import type { MinidumpSpec } from '../synth/minidump-writer.ts';
import {
  APP,
  DRIVER,
  dumpCase,
  hexBytes,
  logCase,
  NT,
  narrowSpec,
  processSpec,
  STACK,
  triageCase,
  verdictOf,
} from './scene.ts';

const AV = 0xc0000005;
const AT = APP + 0x1000n;
const access = (type: bigint, address: bigint, more: MinidumpSpec & { rip?: bigint; rax?: bigint } = {}) =>
  dumpCase(
    processSpec({
      ...more,
      exception: { threadId: 0x11, code: AV, address: more.rip ?? AT, parameters: [type, address] },
    }),
  );
const code = (text: string) => [{ start: AT, bytes: hexBytes(text) }];

/** A log of a 32-bit process without an exception record's parameters. */
const BARE_AV = `0:000> .lastevent
Last event: 1a4.2b8: Access violation - code c0000005 (first chance)
0:000> k
ChildEBP RetAddr
0012ff00 00401234 app!work+0x10
0012ff80 77e62340 app!main+0x20
`;

describe('NULL Pointer (data)', () => {
  test('a read of a field through a register that is NULL', () => {
    // mov rax, [rax+18h]
    const { verdict, finding } = verdictOf('null-pointer-data', access(0n, 0x18n, { memory: code('48 8b 40 18') }))!;
    expect(verdict).toBe('present');
    expect(finding).toMatchObject({
      confidence: 0.98,
      summary: 'A read through a NULL pointer (NULL + 0x18) in orders+0x1000.',
      details: { address: '0x18', access: 'read', register: 'rax' },
    });
    expect(finding!.evidence[1]!.statement).toContain('with rax=0');
  });
  test('without the code it rests on the address alone and says so', () => {
    const { finding } = verdictOf('null-pointer-data', access(1n, 0n))!;
    expect(finding).toMatchObject({ confidence: 0.9, basis: 'the faulting address lies in the first 64 KB' });
    expect(finding!.summary).toContain('A write through a NULL pointer (NULL)');
  });
  test('registers that contradict the record lower the confidence, and the summary says so', () => {
    const { finding } = verdictOf('null-pointer-data', access(0n, 0x18n, { memory: code('48 8b 40 18'), rax: STACK }))!;
    expect(finding!.confidence).toBe(0.4);
    expect(finding!.summary).toContain('The registers do not fit the record');
  });
  test('absent: a high address, an execution, a process without an exception', () => {
    expect(verdictOf('null-pointer-data', access(0n, 0x10000n))!.verdict).toBe('absent');
    expect(verdictOf('null-pointer-data', access(8n, 0n, { rip: 0n }))!.verdict).toBe('absent');
    expect(verdictOf('null-pointer-data', dumpCase(processSpec()))!.verdict).toBe('absent');
  });
  test('unknown: the log does not show the parameters of the access violation', () => {
    for (const id of ['null-pointer-data', 'null-pointer-code', 'invalid-pointer', 'wild-code'])
      expect(verdictOf(id, logCase(BARE_AV))).toMatchObject({
        verdict: 'unknown',
        missing: expect.stringContaining('parameters of the access violation'),
      });
  });
  test('kernel: parameters of d1; unknown when a log leaves some out, or when the record of 3b is not there', () => {
    expect(verdictOf('null-pointer-data', triageCase(0xd1, [0x28n, 2n, 0n, DRIVER + 0x123n]))).toMatchObject({
      verdict: 'present',
      finding: { details: { access: 'read' } },
    });
    const cut = 'kd> !analyze -v\nDRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg2: 00000002, IRQL\n';
    expect(verdictOf('null-pointer-data', logCase(cut))).toMatchObject({ verdict: 'unknown' });
    expect(verdictOf('null-pointer-data', triageCase(0x3b, [0xc0000005n, DRIVER, 0n, 0n]))).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('exception record'),
    });
    expect(verdictOf('null-pointer-data', triageCase(0x3b, [0x80000003n, DRIVER, 0n, 0n]))!.verdict).toBe('absent');
    const critical =
      'CRITICAL_PROCESS_DIED (ef)\nArguments:\nArg1: ffffe0003c3f3080\nArg2: 0\nArg3: 0\nArg4: 0\nPROCESS_NAME:  csrss.exe\nEXCEPTION_CODE: (NTSTATUS) 0xc0000005 - The instruction\n';
    expect(verdictOf('null-pointer-data', logCase(critical))).toMatchObject({ verdict: 'unknown' });
  });
});

describe('NULL Pointer (code)', () => {
  test('the instruction pointer is NULL; the return address on the stack is the caller', () => {
    // The call before the return address: call rax.
    const theCase = access(8n, 0n, {
      rip: 0n,
      memory: [{ start: APP + 0x1ffen, bytes: hexBytes('ff d0 90') }],
    });
    expect(verdictOf('null-pointer-code', theCase)).toMatchObject({
      verdict: 'present',
      finding: { confidence: 0.97, details: { address: '0x0' } },
    });
  });
  test('a bug check with both addresses NULL names no caller above the fault', () => {
    const { finding } = verdictOf('null-pointer-code', triageCase(0xd1, [0n, 2n, 8n, 0n]))!;
    expect(finding!.summary).toBe('Execution reached 0x0: a NULL function pointer was called.');
  });
  test('absent: data through NULL, code elsewhere', () => {
    expect(verdictOf('null-pointer-code', access(0n, 0n))!.verdict).toBe('absent');
    expect(verdictOf('null-pointer-code', access(8n, STACK, { rip: STACK }))!.verdict).toBe('absent');
  });
});

describe('Invalid Pointer', () => {
  test('a fill pattern is named', () => {
    const { finding } = verdictOf('invalid-pointer', access(1n, 0xfeeefeeefeeefeeen, {}))!;
    expect(finding).toMatchObject({ confidence: 0.97, details: { clue: 'a fill pattern', access: 'write' } });
  });
  test('a non-canonical address faults as -1; the register tells the value', () => {
    // mov rax, [rax]
    const theCase = access(0n, 0xffffffffffffffffn, { memory: code('48 8b 00'), rax: 0x1234_5678_9abc_def0n });
    const { finding } = verdictOf('invalid-pointer', theCase)!;
    expect(finding!.details).toMatchObject({ address: '0xffffffffffffffff', clue: 'not canonical' });
    expect(finding!.evidence.map(({ statement }) => statement).join()).toContain('0x123456789abcdef0');
  });
  test('the memory-information list says what is there', () => {
    const theCase = access(1n, 0x20_1000n, {
      memoryInfos: [{ base: 0x20_0000n, size: 0x10000n, state: 0x2000, protect: 0, type: 0x20000 }],
    });
    const { finding } = verdictOf('invalid-pointer', theCase)!;
    expect(finding!.evidence.at(-1)!.statement).toContain('reserved, not committed');
  });
  test('32 bits: text in a pointer', () => {
    const theCase = dumpCase(
      narrowSpec({ exception: { threadId: 0x22, code: AV, address: 0x401000n, parameters: [0n, 0x64636261n] } }),
    );
    expect(
      verdictOf('invalid-pointer', theCase)!
        .finding!.evidence.map(({ statement }) => statement)
        .join(),
    ).toContain('"abcd"');
  });
  test('absent: NULL, and an exception that is no access', () => {
    expect(verdictOf('invalid-pointer', access(0n, 8n))!.verdict).toBe('absent');
    const divide = processSpec({ exception: { threadId: 0x11, code: 0xc0000094, address: AT } });
    expect(verdictOf('invalid-pointer', dumpCase(divide))!.verdict).toBe('absent');
  });
});

describe('Wild Code', () => {
  test('the stack was executed', () => {
    const theCase = access(8n, STACK + 0x10n, { rip: STACK + 0x10n });
    const { finding } = verdictOf('wild-code', theCase)!;
    expect(finding!.summary).toContain('outside every module, on a stack');
  });
  test('with a just-in-time compiler loaded it may be its code', () => {
    const spec = processSpec({
      rip: 0x5000_0000n,
      exception: { threadId: 0x11, code: AV, address: 0x5000_0000n, parameters: [0n, 0x1234_0000n] },
    });
    spec.modules!.push({ base: 0x7ffa_2000_0000n, size: 0x1000, name: 'C:\\dotnet\\coreclr.dll' });
    expect(verdictOf('wild-code', dumpCase(spec))!.finding).toMatchObject({
      confidence: 0.5,
      details: { jit: 'coreclr' },
    });
  });
  test('below a bug check: parameter 3 of 0x50 lies in no driver', () => {
    const pool = 0xffff_8000_1234_5000n;
    expect(verdictOf('wild-code', triageCase(0x50, [pool, 0x11n, pool, 2n]))!.verdict).toBe('present');
    expect(verdictOf('wild-code', triageCase(0x50, [pool, 0n, DRIVER + 0x10n, 2n]))!.verdict).toBe('absent');
  });
  test('absent in an unloaded module, which is another pattern; unknown without modules and stack', () => {
    const theCase = access(8n, 0x6000_0010n, {
      rip: 0x6000_0010n,
      unloadedModules: [{ base: 0x6000_0000n, size: 0x1000, name: 'gone.dll' }],
    });
    expect(verdictOf('wild-code', theCase)!.verdict).toBe('absent');
    expect(verdictOf('unloaded-module', theCase)).toMatchObject({
      verdict: 'present',
      finding: { component: { module: 'gone.dll' } },
    });
    const log = logCase('kd> .bugcheck\nBugcheck code 000000D1\nArguments fffff802`364e5641 2 8 fffff802`364e5641\n');
    expect(verdictOf('wild-code', log)).toMatchObject({ verdict: 'unknown' });
  });
});

describe('Unloaded Module', () => {
  test('absent when every frame lies in a module, unknown without the list', () => {
    expect(verdictOf('unloaded-module', access(0n, 0n))!.verdict).toBe('absent');
    const theCase = access(8n, 0x6000_0010n, { rip: 0x6000_0010n });
    expect(verdictOf('unloaded-module', theCase)).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('unloaded modules'),
    });
  });
});

describe('Stack Overflow (user mode)', () => {
  const overflow = (stack: string) =>
    logCase(`0:000> .lastevent
Last event: 1a4.2b8: Stack overflow - code c00000fd (first chance)
0:000> k
 # Child-SP          RetAddr               Call Site
${stack}`);
  const frame = (index: number, site: string) =>
    `${index.toString(16).padStart(2, '0')} 00000000\`${(0x100000 + index * 0x30).toString(16).padStart(8, '0')} 00000001\`4000${index % 2 ? '1234' : '1334'}     ${site}\n`;
  test('recursion of two functions', () => {
    let stack = frame(0, 'app!__chkstk+0x37');
    for (let index = 1; index < 30; index++) stack += frame(index, index % 2 ? 'app!odd+0x10' : 'app!even+0x12');
    const { finding } = verdictOf('stack-overflow-user', overflow(stack))!;
    expect(finding).toMatchObject({ confidence: 1, details: { cycleLength: 2 } });
    expect(finding!.summary).toContain('2 functions called each other');
  });
  test('no recursion in what can be read', () => {
    const { finding } = verdictOf(
      'stack-overflow-user',
      overflow(frame(0, 'app!big+0x20') + frame(1, 'app!main+0x9')),
    )!;
    expect(finding!.summary).toContain('show no recursion');
  });
  test('absent for another exception, unknown when no exception can be read', () => {
    expect(verdictOf('stack-overflow-user', access(0n, 0n))!.verdict).toBe('absent');
    expect(
      verdictOf('stack-overflow-user', logCase('0:000> k\nChildEBP RetAddr\n0012ff00 00401234 app!work+0x10\n')),
    ).toMatchObject({ verdict: 'unknown' });
  });
});

test('a kernel dump is not asked about patterns of processes, nor the other way round', () => {
  expect(verdictOf('stack-overflow-user', triageCase(0x50, [0n, 0n, NT, 0n]))).toBeNull();
  expect(verdictOf('manual-dump-kernel', access(0n, 0n))).toBeNull();
});
