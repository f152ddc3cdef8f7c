import { describe, expect, test } from 'vitest';
import { blame } from '../../src/analysis/blame.ts';
import { toJson } from '../../src/analysis/report.ts';
import { computedSignature, signature } from '../../src/analysis/signature.ts';
import { renderReport } from '../../src/cli/report.ts';
import { utf16 } from '../synth/kernel-dump-writer.ts';
import {
  APP,
  analysisOf,
  DISK,
  DRIVER,
  dumpCase,
  logCase,
  NT,
  NTDLL,
  narrowSpec,
  processSpec,
  triageCase,
} from './scene.ts';

const KERNEL_LOG = (bugcheck: string, frames: readonly string[], more = '') => `0: kd> .bugcheck
${bugcheck}
0: kd> k
 # Child-SP          RetAddr               Call Site
${frames.map((site, index) => `${index.toString(16).padStart(2, '0')} fffff880\`0${(0x1000000 + index * 0x40).toString(16)} fffff800\`0${(0x2000000 + index * 0x10).toString(16)} ${site}`).join('\n')}
${more}`;
const D1 = 'Bugcheck code 000000D1\nArguments ffff8000`00001000 00000000`00000002 00000000`00000000 fffff800`02000000';

describe('whom a kernel dump points to', () => {
  test('the driver of the instruction that a parameter names', () => {
    expect(blame(triageCase(0xd1, [0x28n, 2n, 0n, DRIVER + 0x123n]))).toMatchObject({
      module: 'contoso',
      offset: 0x123n,
      confidence: 0.85,
    });
    expect(blame(triageCase(0x1e, [0xc0000005n, DRIVER + 0x44n, 0n, 0n]))).toMatchObject({ module: 'contoso' });
    expect(blame(triageCase(0x116, [0n, DRIVER + 0x99n, 0n, 0n]))!.reason).toContain('display driver');
  });
  test("a Windows driver only with less confidence, nt never, and nobody where the stack's owner is a bystander", () => {
    expect(blame(triageCase(0xd1, [0x28n, 2n, 0n, DISK + 0x10n]))).toMatchObject({ module: 'disk', confidence: 0.6 });
    expect(blame(triageCase(0xd1, [0x28n, 2n, 0n, NT + 0x10n]))).toBeNull();
    expect(blame(triageCase(0x1a, [0x41792n, DRIVER, 0n, 0n]))).toBeNull();
    expect(blame(triageCase(0x124, [0n, DRIVER, 0n, 0n]))).toBeNull();
  });
  test('the broken driver that the system wrote into the dump', () => {
    expect(blame(triageCase(0xc4, [0xe3n, 0n, 0n, 0n], { brokenDriver: 'contoso.sys' }))).toMatchObject({
      module: 'contoso',
      confidence: 0.9,
    });
  });
  test('9f: the owner of the device, and the holder of the power IRP; a third party comes first', () => {
    const objects = 0xffff_8000_0000_0000n;
    const bytes = new Uint8Array(0x800);
    const view = new DataView(bytes.buffer);
    const driver = (at: number, base: bigint, text: number, name: string) => {
      view.setUint16(at, 4, true);
      view.setBigUint64(at + 0x18, base, true);
      view.setUint16(at + 0x38, name.length * 2, true);
      view.setBigUint64(at + 0x40, objects + BigInt(text), true);
      bytes.set(utf16(name), text);
    };
    const device = (at: number, owner: number) => {
      view.setUint16(at, 3, true);
      view.setBigUint64(at + 8, objects + BigInt(owner), true);
    };
    device(0, 0x200);
    driver(0x200, DISK, 0x280, '\\Driver\\disk');
    device(0x300, 0x400);
    driver(0x400, DRIVER, 0x480, '\\Driver\\contoso');
    view.setUint16(0x500, 6, true);
    view.setUint8(0x542, 3);
    view.setUint8(0x543, 2);
    view.setBigUint64(0x5b8, objects + 0x600n, true);
    view.setBigUint64(0x628, objects + 0x300n, true);
    const blocks = [{ address: objects, bytes }];
    const stop = (type: bigint, irp: bigint) => triageCase(0x9f, [type, objects, 0n, irp], { blocks });
    expect(blame(stop(3n, objects + 0x500n))).toMatchObject({
      module: 'contoso',
      confidence: 0.7,
      reason: expect.stringContaining('disk owns the device'),
    });
    expect(blame(stop(3n, 0n))).toMatchObject({ module: 'disk', confidence: 0.5 });
    expect(blame(stop(4n, objects + 0x500n))?.reason ?? '').not.toContain('power IRP');
  });
  test('a third party below a failure in Windows code; Windows before nobody; the core never', () => {
    expect(
      blame(logCase(KERNEL_LOG(D1, ['nt!KeBugCheckEx', 'Ntfs!NtfsCommonWrite+0x10', 'contoso!Filter+0x20']))),
    ).toMatchObject({
      module: 'contoso',
      function: 'Filter',
    });
    expect(
      blame(logCase(KERNEL_LOG(D1, ['nt!KeBugCheckEx', 'Ntfs!NtfsCommonWrite+0x10', 'nt!IofCallDriver+0x55']))),
    ).toMatchObject({
      module: 'Ntfs',
    });
    expect(blame(logCase(KERNEL_LOG(D1, ['nt!KeBugCheckEx', 'nt!KiPageFault+0x478', 'hal!HalpX+0x55'])))).toBeNull();
  });
  test('the short form of !analyze that tickets quote', () => {
    const ticket = (cause: string) =>
      logCase(`BugCheck D1, {20, 2, 0, fffff8800fa12345}\nProbably caused by : ${cause}\n`);
    expect(blame(ticket('contoso.sys ( contoso+12c345 )'))).toMatchObject({
      module: 'contoso',
      imageName: 'contoso.sys',
      function: null,
      offset: 0x12c345n,
    });
    expect(blame(ticket('contoso.sys ( contoso!DoIt+1c )'))).toMatchObject({ module: 'contoso', function: 'DoIt' });
    expect(blame(ticket('contoso.sys'))).toMatchObject({ module: 'contoso', offset: null });
    for (const none of [
      'memory_corruption',
      'hardware ( GenuineIntel )',
      'ntkrnlmp.exe ( nt!KiPageFault+260 )',
      'Unknown_Image ( nt!X )',
    ])
      expect(blame(ticket(none))).toBeNull();
  });
  test("a log's !analyze, but none of its names for nothing", () => {
    const analysis = (symbol: string, image: string) =>
      KERNEL_LOG(D1, ['nt!KeBugCheckEx'], `0: kd> !analyze -v\nSYMBOL_NAME:  ${symbol}\n\nIMAGE_NAME:  ${image}\n`);
    expect(blame(logCase(analysis('contoso!DoIt+2c', 'contoso.sys')))).toMatchObject({
      module: 'contoso',
      imageName: 'contoso.sys',
      function: 'DoIt',
      offset: 0x2cn,
      confidence: 0.75,
    });
    for (const none of ['memory_corruption!large', 'nt!KeBugCheckEx+0', 'Unknown_Module!x', 'hardware_disk!x'])
      expect(blame(logCase(analysis(none, 'memory_corruption')))).toBeNull();
  });
});

describe('whom a process dump points to', () => {
  test('the module that raised the exception; a runtime function stands for its caller', () => {
    const raised = processSpec({ exception: { threadId: 0x11, code: 0xc0000094, address: APP + 0x1000n } });
    expect(blame(dumpCase(raised))).toMatchObject({ module: 'orders', imageName: 'orders.exe', confidence: 0.85 });
    const log = logCase(`0:000> .lastevent
Last event: 1a4.2b8: Stack overflow - code c00000fd (first chance)
0:000> k
 # Child-SP          RetAddr               Call Site
00 00000000\`0018f5e8 00000001\`40001234 app!__chkstk+0x37
01 00000000\`0018f5f0 00000001\`40001334 app!recurse+0x20
`);
    expect(blame(log)).toMatchObject({ module: 'app', function: 'recurse' });
  });
  test('nobody without a failure, nor for a breakpoint of a debugger', () => {
    expect(blame(dumpCase(processSpec()))).toBeNull();
    const spec = processSpec({ rip: NTDLL + 8n, exception: { threadId: 0x11, code: 0x80000003, address: NTDLL + 8n } });
    expect(blame(dumpCase(spec))).toBeNull();
  });
});

describe('buckets', () => {
  const bucket = (theCase: Parameters<typeof blame>[0]) => signature(theCase, blame(theCase))?.bucket ?? null;
  test.each([
    [0xd1, [0x28n, 2n, 0n, DRIVER + 1n], 'AV_contoso!unknown_function'],
    [0xd1, [0x28n, 2n, 0n, DISK + 1n], 'AV_disk+1'],
    [0xd1, [0n, 2n, 8n, 0n], 'AV_CODE_AV_NULL_IP'],
    [0x50, [1n, 2n, DRIVER, 0n], 'AV_W_(null)_contoso!unknown_function'],
    [0x50, [1n, 0n, NT + 0x20n, 2n], 'AV_R_INVALID_nt+20'],
    [0x50, [1n, 0x11n, 1n << 40n, 2n], 'AV_X_INVALID'],
    [0x1000007e, [0xffffffffc0000005n, DRIVER, 0n, 0n], 'AV_contoso!unknown_function'],
    [0x7e, [0xffffffff80000003n, DRIVER, 0n, 0n], '0x7E_80000003_contoso!unknown_function'],
    [0x3b, [0xc0000005n, NT + 0x10n, 0n, 0n], '0x3B_c0000005_nt+10'],
    [0x1a, [0x41792n, 0n, 0n, 0n], '0x1a_41792'],
    [0x116, [0n, DRIVER, 0n, 0n], '0x116_IMAGE_contoso.sys'],
    [0x117, [0n, DRIVER, 0n, 0n], 'LKD_0x117_IMAGE_contoso.sys'],
    [0x133, [1n, 0n, 0n, 0n], '0x133_ISR'],
    [0x139, [3n, 0n, 0n, 0n], '0x139_3_CORRUPT_LIST_ENTRY'],
    [0x9f, [3n, 0n, 0n, 0n], '0x9F_3'],
    [0x20, [0n, 0xffffn, 0n, 1n], '0x20_NULLAPC_KAPC_NEGATIVE'],
  ] as const)('stop %i', (code, parameters, expected) => {
    expect(bucket(triageCase(code, parameters))).toBe(expected);
  });
  test('processes', () => {
    const user = (code: number, parameters: bigint[] = []) =>
      bucket(dumpCase(processSpec({ exception: { threadId: 0x11, code, address: APP + 0x1000n, parameters } })));
    expect(user(0xc0000005, [0n, 8n])).toBe('NULL_POINTER_READ_c0000005_orders.exe!Unknown');
    expect(user(0xc0000005, [1n, 0x123456n])).toBe('INVALID_POINTER_WRITE_c0000005_orders.exe!Unknown');
    expect(user(0xc0000409, [7n])).toBe('FAIL_FAST_FATAL_APP_EXIT_c0000409_orders.exe!Unknown');
    expect(user(0xc0000374)).toBe('HEAP_CORRUPTION_c0000374_heap_corruption!orders.exe');
    expect(user(0xe06d7363)).toBe('CPP_EXCEPTION_e06d7363_orders.exe!Unknown');
    expect(bucket(dumpCase(processSpec()))).toBeNull();
    const narrow = narrowSpec({ exception: { threadId: 0x22, code: 0xc0000094, address: 0x401000n } });
    expect(bucket(dumpCase(narrow))).toBe('INTEGER_DIVIDE_BY_ZERO_c0000094_old.exe!Unknown');
  });
  test('the innermost frame that does not merely report', () => {
    const log = logCase(
      KERNEL_LOG('Bugcheck code 0000013C\nArguments ffff8b03`51756040 1 1 0', [
        'nt!KeBugCheckEx',
        'nt!PspThreadDelete+0x1706e7',
        'nt!ObpRemoveObjectRoutine+0x80',
      ]),
    );
    expect(bucket(log)).toBe('0x13C_nt!PspThreadDelete');
  });
  test("a log's own bucket is kept; a kernel log without its bug check has none", () => {
    const log = logCase(
      `${KERNEL_LOG(D1, ['nt!KeBugCheckEx'])}0: kd> !analyze -v\nFAILURE_BUCKET_ID:  AV_contoso!DoIt\n`,
    );
    expect(signature(log, null)!.bucket).toBe('AV_contoso!DoIt');
    expect(computedSignature(log, null)!.bucket).not.toBe('AV_contoso!DoIt');
    const bare = logCase(
      '0: kd> .exr ffff8000`00001000\nExceptionAddress: fffff80002000000\n   ExceptionCode: c0000005 (Access violation)\n  ExceptionFlags: 00000000\nNumberParameters: 2\n   Parameter[0]: 0000000000000000\n   Parameter[1]: 0000000000000008\n',
    );
    expect(signature(bare, null)).toBeNull();
  });
});

test('parameters that a log leaves out are null in JSON, marked in text, and give no meaning', () => {
  const analysis = analysisOf(
    logCase('kd> !analyze -v\nDRIVER_LEFT_LOCKED_PAGES_IN_PROCESS (cb)\nArguments:\nArg3: 81861788, MDL\n'),
  );
  const { bugcheck } = toJson(analysis, { stacks: false }) as { bugcheck: Record<string, unknown[]> };
  expect(bugcheck['parameters']).toEqual([null, null, '0x81861788', null]);
  expect(bugcheck['parameterMeanings']!.map((item) => item === null)).toEqual([true, true, false, true]);
  const text = renderReport(analysis, { width: 100, color: false, full: false });
  expect(text).toContain('1  ????????????????  not shown in the log');
});
