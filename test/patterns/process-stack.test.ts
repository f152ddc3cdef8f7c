import { describe, expect, test } from 'vitest';
import { APP, dumpCase, hexBytes, logCase, narrowSpec, processSpec, verdictOf } from './scene.ts';

const ROW = (sp: number, index: number) =>
  `00000000\`00${(sp + index * 8).toString(16)} 00007ffa\`1000${(0x1234 + index).toString(16)}`;
/** `k` of the failing thread after its event. */
const failing = (code: string, frames: readonly string[], before = '') => `0:000> .lastevent
Last event: 1a4.2b8: Access violation - code ${code} (!!! second chance !!!)
0:000> k
 # Child-SP          RetAddr               Call Site
${before}${frames.map((site, index) => `${index.toString(16).padStart(2, '0')} ${ROW(0x18f500, index)} ${site}`).join('\n')}
`;
/** `~*k` of threads without a failure. */
const snapshot = (...threads: readonly (readonly string[])[]) =>
  logCase(
    `0:000> ~*k\n${threads
      .map(
        (frames, thread) => `
${thread === 0 ? '.' : ' '}  ${thread}  Id: 1a4.${(0x2b8 + thread * 4).toString(16)} Suspend: 1 Teb: 000000c6\`4b9${thread}d000 Unfrozen
 # Child-SP          RetAddr               Call Site
${frames.map((site, index) => `${index.toString(16).padStart(2, '0')} ${ROW(0x18f500 + thread * 0x10000, index)} ${site}`).join('\n')}
`,
      )
      .join('')}`,
  );
const WORK = ['app!Spin+0x14', 'app!main+0x20', 'kernel32!BaseThreadInitThunk+0x14', 'ntdll!RtlUserThreadStart+0x21'];
const IDLE = [
  'ntdll!NtWaitForWorkViaWorkerFactory+0x14',
  'ntdll!TppWorkerThread+0x300',
  'kernel32!BaseThreadInitThunk+0x14',
];
const LOCK = (module = 'app') => [
  'ntdll!NtWaitForAlertByThreadId+0x14',
  'ntdll!RtlpWaitOnCriticalSection+0x200',
  'ntdll!RtlEnterCriticalSection+0x40',
  `${module}!Take+0x10`,
  'app!main+0x10',
];

describe('what of a stack to believe', () => {
  test("Incorrect Stack Trace: the debugger's warning", () => {
    const warning = 'WARNING: Stack unwind information not available. Following frames may be wrong.\n';
    expect(verdictOf('incorrect-stack-trace', logCase(failing('c0000005', WORK, warning)))!.verdict).toBe('present');
    expect(verdictOf('incorrect-stack-trace', logCase(failing('c0000005', WORK)))!.verdict).toBe('absent');
  });
  test('Incorrect Symbolic Information: far behind an export, with the warning that names are guessed', () => {
    const warning = 'WARNING: Stack unwind information not available. Following frames may be wrong.\n';
    const far = ['ntdll!RtlSizeHeap+0x16a8', ...WORK];
    expect(verdictOf('incorrect-symbolic-information', logCase(failing('c0000005', far, warning)))!.verdict).toBe(
      'present',
    );
    expect(verdictOf('incorrect-symbolic-information', logCase(failing('c0000005', far)))!.verdict).toBe('absent');
  });
  test('Truncated Stack Trace: twenty frames without a start', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => `app!Level${index}+0x10`);
    expect(verdictOf('truncated-stack-trace', logCase(failing('c0000005', twenty)))!.verdict).toBe('present');
    expect(verdictOf('truncated-stack-trace', logCase(failing('c0000005', twenty.slice(1))))!.verdict).toBe('absent');
    const whole = [...twenty.slice(1), 'ntdll!RtlUserThreadStart+0x21'];
    expect(verdictOf('truncated-stack-trace', logCase(failing('c0000005', whole)))!.verdict).toBe('absent');
  });
  test('Truncated Stack Trace of a dump without the stack', () => {
    const bare = processSpec({ exception: { threadId: 0x11, code: 0xc0000094, address: APP + 0x1000n } });
    const { stack: _, ...thread } = bare.threads![0]!;
    expect(verdictOf('truncated-stack-trace', dumpCase({ ...bare, threads: [thread] }))!.verdict).toBe('present');
  });
  test('No Component Symbols', () => {
    const bare = ['tool+0x1234', 'tool+0x5678', ...WORK];
    const { finding } = verdictOf('no-component-symbols', logCase(failing('c0000005', bare)))!;
    expect(finding!.details).toMatchObject({ module: 'tool', frames: 2 });
    expect(verdictOf('no-component-symbols', logCase(failing('c0000005', WORK)))!.verdict).toBe('absent');
    // One frame without a name in a module that has names is not a module without symbols.
    expect(verdictOf('no-component-symbols', logCase(failing('c0000005', ['app+0x99', ...WORK])))!.verdict).toBe(
      'absent',
    );
  });
  test('Rough Stack Trace is not for a log to tell', () => {
    expect(verdictOf('rough-stack-trace-unmanaged', logCase(failing('c0000005', WORK)))!.verdict).toBe('unknown');
  });
  test('Rough Stack Trace: return addresses found by scanning', () => {
    // A 64-bit stack without unwind data in the dump: calls are found by the bytes before the return addresses.
    const code = new Uint8Array(0x400);
    code.set([0xe8, 0x40, 0, 0, 0], 0xfb);
    code.set([0xe8, 0x40, 0, 0, 0], 0x1fb);
    const stack = new Uint8Array(0x100);
    const view = new DataView(stack.buffer);
    view.setBigUint64(0x28, APP + 0x1100n, true);
    view.setBigUint64(0x68, APP + 0x1200n, true);
    const theCase = dumpCase(
      processSpec({
        stack,
        memory: [{ start: APP + 0x1000n, bytes: code }],
        exception: { threadId: 0x11, code: 0xc0000094, address: APP + 0x1000n },
      }),
    );
    expect(verdictOf('rough-stack-trace-unmanaged', theCase)!.finding!.details).toMatchObject({ scanned: 2 });
    const single = dumpCase(processSpec({ exception: { threadId: 0x11, code: 0xc0000094, address: APP + 0x1000n } }));
    expect(verdictOf('rough-stack-trace-unmanaged', single)!.verdict).toBe('absent');
  });
});

describe('optimisations', () => {
  test('OMAP: the code at name plus offset has another offset', () => {
    const asked = (label: string) =>
      logCase(
        `0: kd> u nt!IoCreateDevice+0x144\n${label}:\nfffff800\`012752a4 488b4c2450      mov     rcx,qword ptr [rsp+50h]\n`,
      );
    expect(verdictOf('omap-code-optimization', asked('nt!IoCreateDevice+0x1a3'))!.finding!.confidence).toBe(0.95);
    expect(verdictOf('omap-code-optimization', asked('nt!IoCreateDevice+0x144'))!.verdict).toBe('absent');
    expect(verdictOf('omap-code-optimization', logCase(failing('c0000005', WORK)))!.verdict).toBe('unknown');
  });
  test('OMAP: no instruction ends where a return address should be', () => {
    const log = logCase(
      "0: kd> ub app!Loop+0xf4\n                   ^ Unable to find valid previous instruction for 'ub app!Loop+0xf4'\n",
    );
    expect(verdictOf('omap-code-optimization', log)!.finding!.confidence).toBeLessThan(0.9);
  });
  test('Inline Function Optimization', () => {
    const inline = failing('c0000005', WORK).replace(
      /^00 .*$/m,
      '00 (Inline Function) --------`--------     app!Add+0x7\n00 00000000`0018f4f0 00007ffa`10001234     app!Spin+0x14',
    );
    expect(verdictOf('inline-function-optimization-unmanaged', logCase(inline))!.finding!.summary).toContain('app!Add');
    expect(verdictOf('inline-function-optimization-unmanaged', logCase(failing('c0000005', WORK)))!.verdict).toBe(
      'absent',
    );
  });
  test('Frame Pointer Omission needs names and code', () => {
    const wide = dumpCase(processSpec({ exception: { threadId: 0x11, code: 0xc0000094, address: APP + 0x1000n } }));
    expect(verdictOf('frame-pointer-omission', wide)!.verdict).toBe('absent');
    const narrow = dumpCase(
      narrowSpec({
        memory: [{ start: 0x401000n, bytes: hexBytes('83 ec 10 8b 44 24 14 c3') }],
        exception: { threadId: 0x22, code: 0xc0000094, address: 0x401000n },
      }),
    );
    expect(verdictOf('frame-pointer-omission', narrow)!.verdict).toBe('unknown');
  });
  test('Well-Tested Function: the caller gave the arguments', () => {
    const copy = ['msvcrt!memcpy+0x40', 'app!Load+0x91', ...WORK];
    const { finding } = verdictOf('well-tested-function', logCase(failing('c0000005', copy)))!;
    expect(finding!.component).toMatchObject({ module: 'app' });
    expect(finding!.summary).toContain('app!Load');
    expect(verdictOf('well-tested-function', logCase(failing('c0000005', WORK)))!.verdict).toBe('absent');
  });
});

describe('threads of a snapshot', () => {
  test('Active Thread and Passive Thread', () => {
    const mixed = snapshot(WORK, IDLE, IDLE);
    expect(verdictOf('active-thread', mixed)!.finding!.summary).toContain('app!Spin');
    expect(verdictOf('passive-thread-user-space', mixed)!.finding!.details).toEqual({ passive: 2, threads: 3 });
    expect(verdictOf('active-thread', snapshot(IDLE, IDLE))!.verdict).toBe('absent');
    expect(verdictOf('passive-thread-user-space', snapshot(WORK))!.verdict).toBe('absent');
    for (const id of ['active-thread', 'passive-thread-user-space'])
      expect(verdictOf(id, logCase(failing('c0000005', WORK)))!.verdict).toBe('absent');
  });
  test('Main Thread: only where it waits for a lock', () => {
    expect(verdictOf('main-thread', snapshot(LOCK(), IDLE))!.finding!.summary).toContain(
      'waits for a critical section',
    );
    expect(verdictOf('main-thread', snapshot(WORK, IDLE))!.verdict).toBe('absent');
  });
  test('Thread Cluster: four at one place, but not idle workers', () => {
    const { finding } = verdictOf('thread-cluster', snapshot(LOCK(), LOCK(), LOCK(), LOCK(), WORK))!;
    expect(finding!.summary).toContain('4 threads');
    expect(verdictOf('thread-cluster', snapshot(IDLE, IDLE, IDLE, IDLE, LOCK()))!.verdict).toBe('absent');
  });
  test('Ubiquitous Component: a library on most stacks', () => {
    const five = snapshot(LOCK('guard'), LOCK('guard'), LOCK('guard'), LOCK('guard'), ['x!a+0x1', 'x!b+0x1']);
    expect(verdictOf('ubiquitous-component-user', five)!.finding!.summary).toContain('guard');
    expect(verdictOf('ubiquitous-component-user', snapshot(IDLE, IDLE, IDLE, IDLE, IDLE))!.verdict).toBe('absent');
    expect(verdictOf('ubiquitous-component-user', logCase(failing('c0000005', WORK)))!.verdict).toBe('unknown');
  });
});

describe('.NET and Java', () => {
  const CLR = ['tool!Native+0x10', 'clr!NDirectStub+0x61', ...WORK];
  test('CLR Thread and Mixed Exception', () => {
    expect(verdictOf('clr-thread', logCase(failing('c0000005', CLR)))!.verdict).toBe('present');
    expect(verdictOf('mixed-exception', logCase(failing('c0000005', CLR)))!.finding!.summary).toContain('below .NET');
    expect(verdictOf('mixed-exception', logCase(failing('e0434352', CLR)))!.verdict).toBe('absent');
    // A NULL reference in compiled managed code.
    const managed = ['0x00007ffa`20001234', ...CLR.slice(1)];
    expect(verdictOf('mixed-exception', logCase(failing('c0000005', managed)))!.verdict).toBe('absent');
    for (const id of ['clr-thread', 'mixed-exception'])
      expect(verdictOf(id, logCase(failing('c0000005', WORK)))!.verdict).toBe('absent');
  });
  test('JIT Code: addresses without a module, beside a runtime', () => {
    const bare = '0x00007ffa`20001234';
    expect(
      verdictOf('jit-code-net', logCase(failing('c0000005', [bare, 'clr!CallDescrWorker+0x61', ...WORK])))!.verdict,
    ).toBe('present');
    expect(
      verdictOf('jit-code-java', logCase(failing('c0000005', [bare, 'jvm!JavaCalls::call+0x61', ...WORK])))!.verdict,
    ).toBe('present');
    for (const id of ['jit-code-net', 'jit-code-java']) {
      expect(verdictOf(id, logCase(failing('c0000005', [bare, ...WORK])))!.verdict).toBe('absent');
      expect(verdictOf(id, logCase(failing('c0000005', WORK)))!.verdict).toBe('absent');
    }
  });
  test('Special Thread: the finalizer at work', () => {
    const finalizer = (top: readonly string[]) => [...top, 'clr!FinalizerThread::FinalizerThreadWorker+0x80'];
    const busy = snapshot(WORK, finalizer(['ntdll!NtWaitForSingleObject+0x14', 'app!Release+0x20']));
    expect(verdictOf('special-thread-net-clr', busy)!.verdict).toBe('present');
    const waiting = [
      'ntdll!NtWaitForMultipleObjects+0x14',
      'KERNELBASE!WaitForMultipleObjectsEx+0xf0',
      'clr!FinalizerThread::WaitForFinalizerEvent+0x80',
    ];
    expect(verdictOf('special-thread-net-clr', snapshot(WORK, waiting))!.verdict).toBe('absent');
  });
});

describe('modules of a process', () => {
  const withModules = (...names: string[]) =>
    dumpCase(
      processSpec({
        modules: [
          { base: APP, size: 0x10000, name: 'C:\\app\\orders.exe', fileVersion: [1, 2, 3, 4] },
          ...names.map((name, index) => ({
            base: 0x7ffa_1000_0000n + BigInt(index * 0x100000),
            size: 0x10000 + index * 0x1000,
            name,
          })),
        ],
      }),
    );
  test('WOW64, and a 64-bit tool that left the 32-bit registers out', () => {
    const wow = withModules('C:\\Windows\\System32\\wow64.dll', 'C:\\Windows\\System32\\wow64cpu.dll');
    expect(verdictOf('virtualized-process-wow64', wow)!.verdict).toBe('present');
    expect(verdictOf('platform-specific-debugger', wow)!.verdict).toBe('present');
    const plain = withModules('C:\\Windows\\System32\\ntdll.dll');
    expect(verdictOf('virtualized-process-wow64', plain)!.verdict).toBe('absent');
    expect(verdictOf('platform-specific-debugger', plain)!.verdict).toBe('absent');
    expect(verdictOf('virtualized-process-wow64', logCase(failing('c0000005', WORK)))!.verdict).toBe('unknown');
  });
  test('ARM64EC', () => {
    expect(
      verdictOf('virtualized-process-arm64ec-chpe', withModules('C:\\Windows\\System32\\xtajit64.dll'))!.verdict,
    ).toBe('present');
    expect(
      verdictOf('virtualized-process-arm64ec-chpe', withModules('C:\\Windows\\System32\\ntdll.dll'))!.verdict,
    ).toBe('absent');
  });
  test('Duplicated Module: two folders, but not the two widths of WOW64', () => {
    expect(
      verdictOf('duplicated-module', withModules('C:\\a\\zlib.dll', 'C:\\b\\zlib.dll'))!.finding!.summary,
    ).toContain('zlib.dll');
    expect(
      verdictOf(
        'duplicated-module',
        withModules('C:\\Windows\\System32\\ntdll.dll', 'C:\\Windows\\SysWOW64\\ntdll.dll'),
      )!.verdict,
    ).toBe('absent');
    expect(verdictOf('duplicated-module', withModules('C:\\a\\zlib.dll', 'C:\\b\\png.dll'))!.verdict).toBe('absent');
    const sideBySide = ['a', 'b'].map((folder) => `C:\\Windows\\WinSxS\\x86_${folder}\\comctl32.dll`);
    expect(verdictOf('duplicated-module', withModules(...sideBySide))!.verdict).toBe('absent');
  });
  const vendors = (...companies: string[]) =>
    logCase(
      `${failing('c0000005', ['guard!Check+0x10', ...WORK])}0:000> lmv
start             end                 module name
${companies
  .map(
    (
      company,
      index,
    ) => `00007ffa\`1${index}000000 00007ffa\`1${index}010000   ${['guard', 'guardui', 'other'][index]}    (deferred)
    Image path: C:\\x\\${['guard', 'guardui', 'other'][index]}.dll
    Image name: ${['guard', 'guardui', 'other'][index]}.dll
    File version:     1.0.0.1
    CompanyName:      ${company}
`,
  )
  .join('')}`,
    );
  test('Same Vendor', () => {
    const { finding } = verdictOf('same-vendor', vendors('Contoso', 'Contoso', 'Fabrikam'))!;
    expect(finding!.details).toEqual({ vendor: 'Contoso', modules: ['guardui'] });
    expect(verdictOf('same-vendor', vendors('Contoso', 'Fabrikam'))!.verdict).toBe('absent');
    expect(verdictOf('same-vendor', logCase(failing('c0000005', WORK)))!.verdict).toBe('unknown');
  });
  test('Template Module', () => {
    expect(verdictOf('template-module', vendors('TODO: <Company name>'))!.verdict).toBe('present');
    expect(verdictOf('template-module', vendors('Contoso'))!.verdict).toBe('absent');
  });
});

describe('Virtualized System', () => {
  const log = (line: string) =>
    logCase(
      `0: kd> !sysinfo machineid\nMachine ID Information [From Smbios 2.7]\n${line}\n0: kd> lm\nstart             end                 module name\nfffff800\`10000000 fffff800\`10100000   nt         (pdb symbols)\n`,
    );
  test('by its firmware', () => {
    expect(verdictOf('virtualized-system', log('SystemManufacturer = VMware, Inc.'))!.verdict).toBe('present');
    expect(verdictOf('virtualized-system', log('SystemManufacturer = Contoso Computers'))!.verdict).toBe('absent');
  });
  test('by drivers that only guests load', () => {
    const drivers = (name: string) =>
      logCase(
        `0: kd> lm\nstart             end                 module name\nfffff800\`10000000 fffff800\`10100000   nt         (pdb symbols)\nfffff800\`20000000 fffff800\`20010000   ${name}   (deferred)\n`,
      );
    expect(verdictOf('virtualized-system', drivers('netvsc'))!.finding!.summary).toContain('Hyper-V');
    expect(verdictOf('virtualized-system', drivers('vmci'))!.verdict).toBe('absent');
  });
});
