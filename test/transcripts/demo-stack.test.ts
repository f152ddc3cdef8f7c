import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readAnalyses } from '../../src/transcript/analyze.ts';
import { readRegisters } from '../../src/transcript/registers.ts';
import { readStacks } from '../../src/transcript/stack.ts';
import { Console } from './console.ts';

// The project's own dump: orders.c reads through a NULL pointer in customerName, called by printInvoice, called by start.
const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const debug = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => debug.close());

// Layout of debuggers since 2019, provenance: the headers in ../shared/corpus/logs (Mem!..., RtlReportFatalFailure).
test('k', async () => {
  const lines = (await debug.text('k')).split('\n');
  expect(lines[0]).toBe(' # Child-SP          RetAddr               Call Site');
  expect(lines[1]).toMatch(
    /^00 00000000`[0-9a-f]{8} 00000001`4000[0-9a-f]{4} {5}orders!customerName \[C:\\demo\\orders\.c @ 21\] $/,
  );
  expect(lines[2]).toMatch(/^01 .* orders!printInvoice\+0x[0-9a-f]+ \[C:\\demo\\orders\.c @ 24\] $/);
  expect(lines[3]).toMatch(/^02 .* orders!start\+0x[0-9a-f]+ \[C:\\demo\\orders\.c @ \d+\] $/);
});

test('counts: k2, k 2, k L 2 and kL2 all give two frames', async () => {
  for (const line of ['k2', 'k 2', 'k L 2', 'kL2', 'kb 1+1', 'kv2']) {
    const [outcome] = await debug.run(line);
    expect(outcome?.error, line).toBeNull();
    expect(readStacks(outcome!.text.split('\n'))[0]?.stack.frames.length, line).toBe(2);
  }
  expect(await debug.text('k L 2')).toContain('customerName [C:');
  expect(await debug.text('kL2')).not.toContain('orders.c');
});

test('kc has call sites only, kf the bytes between frames, /trust how each frame was found', async () => {
  expect(await debug.text('kc 2')).toBe(' # Call Site\n00 orders!customerName\n01 orders!printInvoice\n');
  const kf = (await debug.text('kf 2')).split('\n');
  expect(kf[0]).toBe(' #   Memory  Child-SP          RetAddr               Call Site');
  expect(kf[2]).toMatch(/^01 {9}8 /);
  expect(await debug.text('k /trust 2')).toMatch(
    /found by the saved registers \(context\)\n01 .*\n {5}found by unwind information/,
  );
});

test('k = and .kframes', async () => {
  expect(await debug.text('k = @rsp @rip 2')).toBe(await debug.text('k 2'));
  expect(await debug.text('.kframes 1')).toBe('Default stack trace depth is 0n1 frames\n');
  expect(await debug.text('kc')).toBe(' # Call Site\n00 orders!customerName\n');
  await debug.run('.kframes 0n256');
  for (const line of ['k =', 'k = 1 2 3 4', '.kframes 0']) {
    const [outcome] = await debug.run(line);
    expect(outcome?.error?.code, line).toBe('usage');
  }
});

test('kM links every frame to .frame', async () => {
  const [outcome] = await debug.run('kM 2');
  expect(outcome?.error).toBeNull();
  expect(outcome?.text).toMatch(/^00 /m);
});

test.each(['k', 'kb', 'kv', 'kn', 'kL', 'kf'])('%s printed and read again gives the same frames', async (form) => {
  const [outcome] = await debug.run(form);
  const { stack } = outcome!.data as { stack: { frames: { frame: Record<string, unknown> }[] } };
  const [read] = readStacks(outcome!.text.split('\n'), form);
  // The address of frame 0 is in no column, so only the later ones come back.
  expect(read!.stack.frames.slice(1).map(({ address }) => address)).toEqual(
    stack.frames.slice(1).map(({ frame }) => frame['address']),
  );
  const shape = ({ stackPointer, module, function: name, offset, inline, trapFrame }: Record<string, unknown>) => ({
    stackPointer,
    module,
    name,
    offset: offset ?? 0n,
    inline,
    trapFrame,
  });
  expect(read!.stack.frames.map((frame) => shape({ ...frame, offset: frame.offset ?? 0n }))).toEqual(
    stack.frames.map(({ frame }) => shape(frame)),
  );
});

test('r shows the failing instruction with what its operand comes to', async () => {
  const [outcome] = await debug.run('r');
  const lines = outcome!.text.split('\n');
  expect(lines[0]).toMatch(/^rax=[0-9a-f]{16} rbx=[0-9a-f]{16} rcx=0{16}$/);
  expect(lines[6]).toMatch(/^iopl=0 {9}nv up ei pl (zr|nz) (na|ac) (pe|po) (cy|nc)$/);
  expect(lines[7]).toMatch(/^cs=0033 {2}ss=002b {2}.* {13}efl=[0-9a-f]{8}$/);
  expect(lines[8]).toBe('orders!customerName:');
  expect(lines[9]).toBe(
    '00000001`40001030 488b4108        mov     rax,qword ptr [rcx+8] ds:002b:00000000`00000008=????????????????',
  );
  const [block] = readRegisters(lines);
  expect(block?.instruction).toMatchObject({ effectiveAddress: 8n, unreadable: true });
});

test('r with names, pseudo-registers and mistakes', async () => {
  expect(await debug.text('r rcx')).toBe('rcx=0000000000000000\n');
  expect(await debug.text('r cs, ecx')).toBe('cs=0033 ecx=00000000\n');
  expect(await debug.text('r $t3 = 4*4; ? @$t3')).toBe(
    'Evaluate expression: 64 = 00000000`00000040\n'.replace('64', '16').replace('40', '10'),
  );
  for (const line of [
    'r rax=1',
    'r nonsense',
    'k /wrong',
    'kx',
    'k 0',
    '~9s',
    '.frame 99',
    '!analyze -hung',
    '.exr',
    '!error',
    '.cxr 5',
    '.trap 5',
    '.bugcheck',
    '!runaway',
    '.formats',
  ]) {
    const [outcome] = await debug.run(line);
    expect(outcome?.error?.code, line).toBe('usage');
  }
});

// Layout: ../shared/corpus/logs, ".exr" of a dxgmms2 crash.
test('.exr -1', async () => {
  expect(await debug.text('.exr -1')).toBe(
    [
      'ExceptionAddress: 0000000140001030 (orders!customerName+0x0000000000000000)',
      '   ExceptionCode: c0000005 (Access violation)',
      '  ExceptionFlags: 00000000',
      'NumberParameters: 2',
      '   Parameter[0]: 0000000000000000',
      '   Parameter[1]: 0000000000000008',
      'Attempt to read from address 0000000000000008',
      '',
    ].join('\n'),
  );
});

test('.frame /r shows what unwinding restored and no more', async () => {
  const [outcome] = await debug.run('.frame /r 1');
  expect(outcome!.text).toMatch(/^01 .* orders!printInvoice/);
  expect(outcome!.text).toContain('rcx=????????????????');
  expect(outcome!.text).toMatch(/rip=00000001400[0-9a-f]{5} rsp=[0-9a-f]{16}/);
  await debug.run('.frame 0');
});

test('.ecxr sets the context and says so; .cxr resets it', async () => {
  await debug.run('.ecxr');
  expect(await debug.text('k 1')).toMatch(/^ {2}\*\*\* Stack trace for last set context - \.thread\/\.cxr resets it\n/);
  expect(await debug.text('r')).toMatch(/^Last set context:\n/);
  expect(await debug.text('.cxr')).toBe('Resetting default scope\n');
  expect(await debug.text('k 1')).not.toContain('***');
});

test('~ lists, chooses and runs', async () => {
  expect(await debug.text('~')).toMatch(/^\. {2}0 {2}Id: [0-9a-f]+\.[0-9a-f]+ Suspend: \d+ Teb: [0-9a-f`]+ Unfrozen/);
  expect(await debug.text('~0s')).toContain('orders!customerName:');
  expect(await debug.text('~*e r rcx')).toContain('rcx=');
  expect(await debug.text('~0k 1')).toContain('orders!customerName');
});

// Values: ../shared/corpus/logs, ".formats" of 57724231h and 0x74536d4d`03880000; times there are local, here UTC.
test('.formats', async () => {
  expect(await debug.text('.formats 57724231')).toBe(
    [
      'Evaluate expression:',
      '  Hex:     00000000`57724231',
      '  Decimal: 1467105841',
      '  Decimal (unsigned) : 1467105841',
      '  Octal:   0000000000012734441061',
      '  Binary:  00000000 00000000 00000000 00000000 01010111 01110010 01000010 00110001',
      '  Chars:   ....WrB1',
      '  Time:    Tue Jun 28 09:24:01 2016',
      '  Float:   low 2.66366e+014 high 0',
      '  Double:  7.24847e-315',
      '',
    ].join('\n'),
  );
  const text = await debug.text('.formats 0x74536d4d`03880000');
  expect(text).toContain(
    '  Time:    Sat Jan  8 03:15:00.577 28163 (UTC + 0:00)\n  Float:   low 7.99336e-037 high 6.70039e+031\n  Double:  2.22547e+252\n',
  );
});

// Values: ../shared/corpus/logs, "!error" of two pages; Microsoft Learn's "!error 2 1".
test('? and !error', async () => {
  expect(await debug.text('? -0n52768896396472')).toBe('Evaluate expression: -52768896396472 = ffffd001`c8acd348\n');
  expect(await debug.text('!error 0C000009Ah')).toBe(
    'Error code: (NTSTATUS) 0xc000009a (3221225626) - Insufficient system resources exist to complete the API.\n',
  );
  expect(await debug.text('!error 2 1')).toBe('Error code: (NTSTATUS) 0x2 - STATUS_WAIT_2\n');
});

test('!analyze -v has the sections that parsers look for, and the log reader finds them', async () => {
  const text = await debug.text('!analyze -v');
  const lines = text.split('\n');
  expect(lines[0]).toBe('*'.repeat(79));
  expect(lines[2]).toBe('*                        Exception Analysis                                   *');
  for (const line of [
    'KEY_VALUES_STRING: 1',
    'CONTEXT:  (.ecxr)',
    'EXCEPTION_RECORD:  (.exr -1)',
    'PROCESS_NAME:  orders.exe',
    'READ_ADDRESS:  0000000000000008 ',
    'EXCEPTION_CODE_STR:  c0000005',
    'STACK_TEXT:  ',
    'SYMBOL_NAME:  orders!customerName+0',
    'MODULE_NAME: orders',
    'IMAGE_NAME:  orders.exe',
    'STACK_COMMAND:  ~0s ; .ecxr ; kb',
    'FAILURE_BUCKET_ID:  NULL_POINTER_READ_c0000005_orders.exe!customerName',
    'FAILURE_ID_HASH:  {c5ee07b6-6d1b-6f8e-1dd7-bb58f78e06ce}',
    'Followup:     MachineOwner',
    '---------',
  ])
    expect(lines, line).toContain(line);
  const [analysis] = readAnalyses(lines);
  expect(analysis?.tags.get('FAILURE_BUCKET_ID')?.value).toBe('NULL_POINTER_READ_c0000005_orders.exe!customerName');
  expect(analysis?.tags.get('SYMBOL_NAME')?.value).toBe('orders!customerName+0');
  const stack = readStacks(lines).find(({ analyzed }) => analyzed);
  expect(stack?.stack.frames[0]).toMatchObject({ module: 'orders', function: 'customerName' });
});

test('!analyze -show explains a code without a failure', async () => {
  const text = await debug.text('!analyze -show 9f 3 1 2 3');
  expect(text).toMatch(/^DRIVER_POWER_STATE_FAILURE \(9f\)\n/);
  expect(text).toMatch(/^Arg4: 0000000000000003, /m);
});

test('!uniqstack and !findstack', async () => {
  expect(await debug.text('!uniqstack')).toMatch(
    /^Processing (\d+) threads, please wait\n\n\. [\s\S]*\nTotal threads: \1\n/,
  );
  expect(await debug.text('!findstack printInvoice')).toMatch(
    /^Thread 000, 1 frame\(s\) match\n {8}\* 01 .*orders!printInvoice/,
  );
});

test('.f+ and .f- go from frame to frame, not beyond the ends', async () => {
  await debug.run('.frame 0');
  expect(await debug.text('.f+')).toMatch(/^01 .* orders!printInvoice/);
  expect(await debug.text('.f+')).toMatch(/^02 .* orders!start/);
  expect(await debug.text('.f-')).toMatch(/^01 .* orders!printInvoice/);
  await debug.run('.f-');
  expect(await debug.text('.f-')).toContain('Cannot find frame 0xffffffff');
  expect(await debug.text('.frame')).toMatch(/^00 .* orders!customerName/);
});

test('.thread of a process names threads by their TEB', async () => {
  const teb = /Teb: (\S+)/.exec(await debug.text('~'))![1]!;
  expect(await debug.text('.thread')).toBe(`Implicit thread is now ${teb}\n`);
  expect(await debug.text(`.thread ${teb}`)).toBe(`Implicit thread is now ${teb}\n`);
  expect(await debug.text('.thread 1234')).toContain('no thread of this process has its TEB at 00000000`00001234');
});
