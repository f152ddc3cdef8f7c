import { describe, expect, test } from 'vitest';
import { ascii, utf16 } from '../synth/kernel-dump-writer.ts';
import { x64Context, x86Context } from '../synth/minidump-writer.ts';
import {
  APP,
  dumpCase,
  dwords,
  hexBytes,
  logCase,
  NTDLL,
  narrowSpec,
  processSpec,
  STACK,
  verdictOf,
  words,
} from './scene.ts';

const TEB = 0x7f_0000n;
const PEB = 0x7e_0000n;

/** A stack of `size` bytes from STACK - below on, as a thread that its TEB describes. */
function withStack(bytes: Uint8Array, below: number, more = {}) {
  const start = STACK - BigInt(below);
  return processSpec({
    threads: [
      {
        id: 0x11,
        teb: TEB,
        context: x64Context({ rip: APP + 0x1000n, rsp: STACK }),
        stack: { start, bytes },
      },
    ],
    memory: [{ start: TEB, bytes: words(0, start + BigInt(bytes.length), start) }],
    ...more,
  });
}

/** The CONTEXT and the EXCEPTION_RECORD that the kernel puts on an x64 stack. */
function raisedAt(bytes: Uint8Array, at: number, code: number, rip: bigint): void {
  const context = x64Context({ rip, rsp: STACK + 0x40n });
  bytes.set(context, at);
  const view = new DataView(bytes.buffer);
  view.setUint32(at + 0x30, 0x10000f, true);
  view.setUint32(at + 0x34, 0x1f80, true);
  view.setUint32(at + 0x118, 0x1f80, true);
  view.setUint16(at + 0x38, 0x33, true);
  bytes.set(words(BigInt(code), 0, rip, 0), at + 0x4f0);
}

describe('Hidden Exception, Handled Exception', () => {
  const stackWith = (at: number, code = 0xc0000005) => {
    const bytes = new Uint8Array(0x2000);
    raisedAt(bytes, at, code, APP + 0x2000n);
    return bytes;
  };
  test('above the stack pointer it is still being handled', () => {
    const theCase = dumpCase(withStack(stackWith(0x1400), 0x1000));
    const { finding } = verdictOf('hidden-exception-user-space', theCase)!;
    expect(finding!.component).toMatchObject({ module: 'orders' });
    expect(finding!.evidence[0].addresses).toContain(APP + 0x2000n);
    expect(verdictOf('handled-exception-user-space', theCase)!.verdict).toBe('absent');
  });
  test('below it, it was done with', () => {
    const theCase = dumpCase(withStack(stackWith(0x400), 0x1000));
    expect(verdictOf('handled-exception-user-space', theCase)!.verdict).toBe('present');
    expect(verdictOf('hidden-exception-user-space', theCase)!.verdict).toBe('absent');
  });
  test('C++ exceptions that were handled, breakpoints, and half a record are none', () => {
    for (const bytes of [stackWith(0x400, 0xe06d7363), stackWith(0x400, 0x80000003), new Uint8Array(0x2000)])
      expect(verdictOf('handled-exception-user-space', dumpCase(withStack(bytes, 0x1000)))!.verdict).toBe('absent');
    const alone = stackWith(0x1400);
    alone.fill(0, 0x1400 + 0x4f0);
    expect(verdictOf('hidden-exception-user-space', dumpCase(withStack(alone, 0x1000)))!.verdict).toBe('absent');
  });
  test("the dump's own exception is not hidden; a log cannot tell", () => {
    const own = withStack(stackWith(0x1400), 0x1000, {
      exception: { threadId: 0x11, code: 0xc0000005, address: APP + 0x2000n, parameters: [0n, 8n] },
    });
    expect(verdictOf('hidden-exception-user-space', dumpCase(own))!.verdict).toBe('absent');
    const log = logCase('0:000> k\nChildEBP RetAddr\n0012ff00 00401234 app!f+0x10\n');
    expect(verdictOf('hidden-exception-user-space', log)!.verdict).toBe('unknown');
  });
  test('a raw stack that a log shows', () => {
    const dps = (symbol: string) =>
      logCase(`0:000> dps 0012ff40 L2\n0012ff40  7c90eaf8 ${symbol}\n0012ff44  0012ff60 \n`);
    expect(
      verdictOf('hidden-exception-user-space', dps('ntdll!KiUserExceptionDispatcher+0xf'))!.finding!.confidence,
    ).toBe(0.6);
    expect(verdictOf('hidden-exception-user-space', dps('app!main+0x10'))!.verdict).toBe('absent');
  });
  test('of 32 bit, the record lies before the CONTEXT', () => {
    const bytes = new Uint8Array(0x1000);
    bytes.set(dwords(0xc0000094, 0, 0, 0x402000, 0), 0x100);
    bytes.set(x86Context({ eip: 0x402000, esp: 0x80800 }), 0x150);
    const view = new DataView(bytes.buffer);
    view.setUint32(0x150, 0x1003f, true);
    view.setUint32(0x150 + 0xbc, 0x1b, true);
    view.setUint32(0x150 + 0xc8, 0x23, true);
    const theCase = dumpCase(
      narrowSpec({
        threads: [
          {
            id: 0x22,
            teb: TEB,
            context: x86Context({ eip: 0x401000, esp: 0x80000 }),
            stack: { start: 0x80000n, bytes },
          },
        ],
        memory: [{ start: TEB, bytes: dwords(0xffffffff, 0x81000, 0x80000) }],
      }),
    );
    expect(verdictOf('hidden-exception-user-space', theCase)!.finding!.details).toEqual({ exceptions: ['0xc0000094'] });
  });
});

describe('pointers', () => {
  const CODE = APP + 0x1000n;
  const read = (rax: bigint, address: bigint, code = '48 8b 00') =>
    dumpCase(
      processSpec({
        rax,
        memory: [{ start: CODE, bytes: hexBytes(`${code} 90 90 90 90 90 90 90 90 90 90 90 90 90`) }],
        exception: { threadId: 0x11, code: 0xc0000005, address: CODE, parameters: [0n, address] },
      }),
    );
  test('Wild Pointer: text, or not canonical; an address of a page that is not there is none', () => {
    expect(verdictOf('wild-pointer', read(0x6874_6170_2061_2f3an, 0xffff_ffff_ffff_ffffn))!.finding!.summary).toContain(
      'text',
    );
    expect(verdictOf('wild-pointer', read(0x1234_5678_9abc_def0n, 0xffff_ffff_ffff_ffffn))!.finding!.summary).toContain(
      'not canonical',
    );
    expect(verdictOf('wild-pointer', read(0x7ffa_0000_1000n, 0x7ffa_0000_1000n))!.verdict).toBe('absent');
    expect(verdictOf('wild-pointer', read(0n, 0n))!.verdict).toBe('absent');
  });
  test('Regular Data: one byte or two, but no known fill', () => {
    expect(verdictOf('regular-data', read(0x2020_2020_2020_2020n, 0xffff_ffff_ffff_ffffn))!.finding!.confidence).toBe(
      0.85,
    );
    expect(verdictOf('regular-data', read(0x3412_3412_3412_3412n, 0xffff_ffff_ffff_ffffn))!.finding!.confidence).toBe(
      0.7,
    );
    expect(verdictOf('regular-data', read(0xdddd_dddd_dddd_ddddn, 0xffff_ffff_ffff_ffffn))!.verdict).toBe('absent');
    expect(verdictOf('regular-data', read(0x7ffa_0000_1000n, 0x7ffa_0000_1000n))!.verdict).toBe('absent');
  });
  test('Small Value: a number in the register, not the offset of a field', () => {
    expect(verdictOf('small-value', read(0x1f4n, 0x1f4n))!.finding!.details).toEqual({
      value: '0x1f4',
      register: 'rax',
    });
    expect(verdictOf('small-value', read(0n, 0x18n, '48 8b 40 18'))!.verdict).toBe('absent');
  });
  test('Data Alignment: the access crosses into the page that is not there', () => {
    expect(verdictOf('data-alignment-page-boundary', read(0x20_0ffcn, 0x20_1000n))!.finding!.summary).toContain(
      '8 bytes',
    );
    expect(verdictOf('data-alignment-page-boundary', read(0x20_1000n, 0x20_1000n))!.verdict).toBe('absent');
  });
});

/** An image as the loader maps it: one executable section, and exports by name. */
function mappedImage(functions: Readonly<Record<string, string>>): Uint8Array {
  const image = new Uint8Array(0x4000);
  const view = new DataView(image.buffer);
  image.set(ascii('MZ'));
  view.setUint32(0x3c, 0x80, true);
  image.set(ascii('PE'), 0x80);
  view.setUint16(0x84, 0x8664, true);
  view.setUint16(0x86, 1, true);
  view.setUint16(0x94, 240, true);
  const optional = 0x98;
  view.setUint16(optional, 0x20b, true);
  view.setUint32(optional + 32, 0x1000, true);
  view.setUint32(optional + 36, 0x200, true);
  view.setUint32(optional + 56, 0x4000, true);
  view.setUint32(optional + 60, 0x200, true);
  view.setUint32(optional + 108, 16, true);
  view.setUint32(optional + 112, 0x2000, true);
  view.setUint32(optional + 116, 0x400, true);
  const section = optional + 240;
  image.set(ascii('.text'), section);
  view.setUint32(section + 8, 0x1000, true);
  view.setUint32(section + 12, 0x1000, true);
  view.setUint32(section + 36, 0x60000020, true);
  const names = Object.keys(functions);
  view.setUint32(0x2014, names.length, true);
  view.setUint32(0x2018, names.length, true);
  view.setUint32(0x201c, 0x2100, true);
  view.setUint32(0x2020, 0x2140, true);
  view.setUint32(0x2024, 0x2180, true);
  names.forEach((name, index) => {
    view.setUint32(0x2100 + index * 4, 0x1000 + index * 0x40, true);
    view.setUint32(0x2140 + index * 4, 0x2200 + index * 0x20, true);
    view.setUint16(0x2180 + index * 2, index, true);
    image.set(ascii(`${name}\0`), 0x2200 + index * 0x20);
    image.set(hexBytes(functions[name]!), 0x1000 + index * 0x40);
  });
  return image;
}

describe('code that is not as it was built', () => {
  const PLAIN = '4c 8b d1 b8 55 00 00 00 0f 05 c3 90 90 90 90 90';
  const libraries = (ntdll: Record<string, string>, user32: Record<string, string> = { PostQuitMessage: PLAIN }) => {
    const USER32 = NTDLL + 0x100000n;
    return dumpCase(
      processSpec({
        modules: [
          { base: APP, size: 0x10000, name: 'C:\\app\\orders.exe' },
          { base: NTDLL, size: 0x4000, name: 'C:\\Windows\\System32\\ntdll.dll' },
          { base: USER32, size: 0x4000, name: 'C:\\Windows\\System32\\user32.dll' },
          { base: NTDLL + 0x200000n, size: 0x10000, name: 'C:\\guard\\guard.dll' },
        ],
        memory: [
          { start: NTDLL, bytes: mappedImage(ntdll) },
          { start: USER32, bytes: mappedImage(user32) },
        ],
      }),
    );
  };
  /** JMP rel32 from the first function of ntdll, at +0x1000, to guard.dll + 0x1239. */
  const JUMP = 'e9 34 02 20 00 90 90 90 90 90 90 90 90 90 90 90';
  test('Hooked Functions: a jump to another module', () => {
    const { finding } = verdictOf('hooked-functions-user-space', libraries({ NtCreateFile: JUMP, NtOpenFile: PLAIN }))!;
    expect(finding!.details).toEqual({ functions: ['ntdll!NtCreateFile'] });
    expect(finding!.component).toMatchObject({ module: 'guard' });
  });
  test('Hooked Functions: through a register, into no module', () => {
    const absolute = '48 b8 00 00 50 00 00 00 00 00 ff e0 90 90 90 90';
    const { finding } = verdictOf('hooked-functions-user-space', libraries({ NtCreateFile: absolute }))!;
    expect(finding!.evidence[0].statement).toContain('in no module');
  });
  test('a jump within the module, and code that was not touched', () => {
    const inside = 'e9 3b 00 00 00 90 90 90 90 90 90 90 90 90 90 90';
    expect(verdictOf('hooked-functions-user-space', libraries({ A: inside, B: PLAIN }))!.verdict).toBe('absent');
    expect(verdictOf('hooked-functions-user-space', dumpCase(processSpec()))!.verdict).toBe('unknown');
  });
  test('Hooked Modules: two libraries', () => {
    const absolute = '48 b8 00 00 50 00 00 00 00 00 ff e0 90 90 90 90';
    expect(verdictOf('hooked-modules', libraries({ A: JUMP }, { B: absolute }))!.verdict).toBe('present');
    expect(verdictOf('hooked-modules', libraries({ A: JUMP }))!.verdict).toBe('absent');
  });
  test('Hidden Module: an image in private executable memory', () => {
    const at = 0x500_0000n;
    const region = (type: number, protect = 0x40) => ({
      base: at,
      allocationBase: at,
      size: 0x4000n,
      state: 0x1000,
      protect,
      type,
    });
    const build = (bytes: Uint8Array, type: number, protect?: number) =>
      dumpCase(processSpec({ memory: [{ start: at, bytes }], memoryInfos: [region(type, protect)] }));
    const image = mappedImage({ Run: PLAIN });
    expect(verdictOf('hidden-module', build(image, 0x20000))!.finding!.evidence[0].addresses).toEqual([at]);
    expect(verdictOf('hidden-module', build(image, 0x1000000))!.verdict).toBe('absent');
    expect(verdictOf('hidden-module', build(image, 0x20000, 4))!.verdict).toBe('absent');
    expect(verdictOf('hidden-module', build(new Uint8Array(0x1000), 0x20000))!.verdict).toBe('absent');
    expect(verdictOf('hidden-module', dumpCase(processSpec()))!.verdict).toBe('unknown');
  });
});

describe('handlers, sections, stacks', () => {
  const chain = (...records: string[]) => logCase(`0:000> !exchain\n${records.join('\n')}\n`);
  test('Custom Exception Handler of a log', () => {
    const own = chain('0012ff70: app!CrashHandler+0 (00401230)', '0012ffb0: app!_except_handler3+0 (00401500)');
    expect(verdictOf('custom-exception-handler-user-space', own)!.finding!.component).toMatchObject({ module: 'app' });
    const usual = chain(
      '0012ffb0: app!_except_handler3+0 (00401500)',
      '0012ffe0: kernel32!_except_handler3+0 (7c839aa8)',
    );
    expect(verdictOf('custom-exception-handler-user-space', usual)!.verdict).toBe('absent');
  });
  test('Custom Exception Handler of a dump: a chain that leads out of all modules', () => {
    const stack = new Uint8Array(0x1000);
    stack.set(dwords(0xffffffff, 0x41414141), 0x100);
    const theCase = dumpCase(
      narrowSpec({
        threads: [
          {
            id: 0x22,
            teb: TEB,
            context: x86Context({ eip: 0x401000, esp: 0x80000 }),
            stack: { start: 0x80000n, bytes: stack },
          },
        ],
        memory: [{ start: TEB, bytes: dwords(0x80100, 0x81000, 0x80000) }],
      }),
    );
    expect(verdictOf('custom-exception-handler-user-space', theCase)!.finding!.summary).toContain('no module');
    expect(verdictOf('custom-exception-handler-user-space', dumpCase(processSpec()))!.verdict).toBe('unknown');
  });
  test('Critical Section Corruption: an impossible count', () => {
    const section = (recursion: number, owner = '1a4') =>
      logCase(`Windows 10 Version 19041 MP (4 procs) Free x64
0:000> !locks

CritSec app!g_lock+0 at 0000000140005000
WaiterWoken        No
LockCount          2
RecursionCount     ${recursion}
OwningThread       ${owner}
EntryCount         0
ContentionCount    2
*** Locked

Scanned 12 critical sections
`);
    expect(verdictOf('critical-section-corruption', section(-559038737))!.verdict).toBe('present');
    expect(verdictOf('critical-section-corruption', section(1, '1a7'))!.finding!.evidence[0].statement).toContain(
      '1a7',
    );
    expect(verdictOf('critical-section-corruption', section(1))!.verdict).toBe('absent');
  });
  test("Foreign Stack: a stack pointer in another thread's stack", () => {
    const threads = (second: bigint) =>
      dumpCase(
        processSpec({
          threads: [
            {
              id: 0x11,
              context: x64Context({ rip: APP + 0x1000n, rsp: STACK }),
              stack: { start: STACK, bytes: new Uint8Array(0x200) },
            },
            {
              id: 0x12,
              context: x64Context({ rip: APP + 0x1000n, rsp: second }),
              stack: { start: STACK + 0x10000n, bytes: new Uint8Array(0x200) },
            },
          ],
        }),
      );
    expect(verdictOf('foreign-stack', threads(STACK + 0x80n))!.finding!.summary).toContain('1 thread runs');
    expect(verdictOf('foreign-stack', threads(STACK + 0x10000n))!.verdict).toBe('absent');
  });
});

describe('what a process was told and what it was refused', () => {
  const teb = (error: number, status: number) => {
    const bytes = new Uint8Array(0x1258);
    bytes.set(words(0, STACK + 0x100n, STACK));
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0x60, PEB, true);
    view.setUint32(0x68, error, true);
    view.setUint32(0x1250, status, true);
    return bytes;
  };
  const process = (bytes: Uint8Array, memory: { start: bigint; bytes: Uint8Array }[] = []) =>
    dumpCase(withStack(new Uint8Array(0x100), 0, { memory: [{ start: TEB, bytes }, ...memory] }));
  test('Last Error Collection: memory ran out; other errors are of no interest', () => {
    expect(verdictOf('last-error-collection', process(teb(8, 0xc0000017)))!.finding!.summary).toContain(
      'STATUS_NO_MEMORY',
    );
    expect(verdictOf('last-error-collection', process(teb(1455, 0)))!.finding!.summary).toContain('1455');
    expect(verdictOf('last-error-collection', process(teb(2, 0xc0000034)))!.verdict).toBe('absent');
    const log = logCase(
      '0:000> !gle\nLastErrorValue: (Win32) 0x5af (1455) - The paging file is too small\nLastStatusValue: (NTSTATUS) 0xc000012d - commit limit\n',
    );
    expect(verdictOf('last-error-collection', log)!.finding!.evidence[0].statement).toContain('c000012d');
  });
  test('Environment Hint: the name of the variable, never its value', () => {
    const parameters = new Uint8Array(0x90);
    parameters.set(words(PEB + 0x2000n), 0x80);
    const peb = new Uint8Array(0x30);
    peb.set(words(PEB + 0x1000n), 0x20);
    const environment = (...lines: string[]) => {
      const { finding, verdict } = verdictOf(
        'environment-hint',
        process(teb(0, 0), [
          { start: PEB, bytes: peb },
          { start: PEB + 0x1000n, bytes: parameters },
          { start: PEB + 0x2000n, bytes: utf16(`${lines.join('\0')}\0\0`) },
        ]),
      )!;
      return finding ? JSON.stringify(finding) : verdict;
    };
    const found = environment('Path=C:\\private', 'COR_ENABLE_PROFILING=1', 'COR_PROFILER={secret}');
    expect(found).toContain('COR_PROFILER');
    expect(found).not.toMatch(/secret|private/);
    expect(environment('Path=C:\\private', 'COR_ENABLE_PROFILING=0')).toBe('absent');
    expect(verdictOf('environment-hint', dumpCase(processSpec()))!.verdict).toBe('unknown');
  });
  test('Coincidental Symbolic Information: text that is an address by chance', () => {
    const dps = (word: string) =>
      logCase(`0:000> dps 0012ff40 L2\n0012ff40  ${word} app!Table+0x10\n0012ff44  00401234 app!main+0x14\n`);
    expect(verdictOf('coincidental-symbolic-information', dps('00650074'))!.finding!.summary).toContain('1 of 2');
    expect(verdictOf('coincidental-symbolic-information', dps('00401300'))!.verdict).toBe('absent');
    expect(
      verdictOf(
        'coincidental-symbolic-information',
        logCase('0:000> k\nChildEBP RetAddr\n0012ff00 00401234 app!f+0x10\n'),
      )!.verdict,
    ).toBe('unknown');
  });
});
