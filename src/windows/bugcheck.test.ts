import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bugcheckName,
  bugcheckTable,
  describedBugchecks,
  explainBugcheck,
  parameterRoles,
  searchBugchecks,
} from './bugcheck.ts';

const meanings = (code: number, parameters: readonly bigint[], build: number | null = null) =>
  explainBugcheck(code, parameters, { build }).parameters.map((item) => item.meaning);

describe('names', () => {
  test('every entry once, spelt as the reference spells', () => {
    const { entries } = bugcheckTable();
    expect(entries.length).toBeGreaterThan(480);
    expect(new Set(entries.map((entry) => `${entry.value} ${entry.name}`)).size).toBe(entries.length);
    for (const entry of entries) expect(entry.name).toMatch(/^[A-Z][A-Z0-9_]+$/);
  });

  test.each([
    [0xa, 'IRQL_NOT_LESS_OR_EQUAL'],
    [0x1e, 'KMODE_EXCEPTION_NOT_HANDLED'],
    [0x50, 'PAGE_FAULT_IN_NONPAGED_AREA'],
    [0x7b, 'INACCESSIBLE_BOOT_DEVICE'],
    [0x9f, 'DRIVER_POWER_STATE_FAILURE'],
    [0xc4, 'DRIVER_VERIFIER_DETECTED_VIOLATION'],
    [0xd1, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL'],
    [0x133, 'DPC_WATCHDOG_VIOLATION'],
    [0x13c, 'INVALID_IO_BOOST_STATE'],
    [0x1c8, 'MANUALLY_INITIATED_POWER_BUTTON_HOLD'],
    [0x1d5, 'DRIVER_PNP_WATCHDOG'],
    [0xdeaddead, 'MANUALLY_INITIATED_CRASH1'],
    [0x1000007e, 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M'],
    [0x1000008e, 'KERNEL_MODE_EXCEPTION_NOT_HANDLED_M'],
    [0x100000ea, 'THREAD_STUCK_IN_DEVICE_DRIVER_M'],
    [0x1000000a, 'IRQL_NOT_LESS_OR_EQUAL_M'],
    [0x100000d1, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL_M'],
    [0x9d, null],
    [0xc0000005, null],
  ])('%i is %s', (code, name) => {
    expect(bugcheckName(code)).toBe(name);
  });
});

describe('what parameters mean', () => {
  test('0x9F names the IRP and the device that block, and gives their roles', () => {
    const parameters = [3n, 0xffffd68fe35b8050n, 0xffffd007d6287ba0n, 0xffffd68fe383b8a0n];
    expect(parameterRoles(0x9f, parameters)).toEqual(['sub-type', 'device-object', null, 'irp']);
    expect(meanings(0x9f, parameters)[3]).toBe('IRP that is blocked');
    expect(explainBugcheck(0x9f, parameters).explanation).toContain('blocking a power IRP for too long');
  });

  test('0x133 tells one long DPC from many', () => {
    expect(meanings(0x133, [0n, 0x501n, 0x500n, 0n])[0]).toContain('a single deferred procedure call');
    expect(meanings(0x133, [1n, 0x1e00n, 0xfffff80000001000n, 0n])[0]).toContain('in sum');
  });

  test('0x50 reads its access by build: write and execute moved with Windows 10', () => {
    const access = (value: bigint, build: number | null) =>
      meanings(0x50, [0xffffe78f90345f71n, value, 0n, 2n], build)[1];
    expect(access(0n, 19041)).toBe('access: read');
    expect(access(2n, 19041)).toContain('write');
    expect(access(0x11n, 19041)).toContain('execute');
    expect(access(1n, 7601)).toBe('access: write');
    expect(access(1n, null)).toContain('before Windows 10');
    expect(access(0x400n, 19041)).toBeNull();
  });

  test('exception codes come sign-extended and are named', () => {
    const parameters = [0xffffffffc0000005n, 0xfffff80699c9e3a8n, 0xffff848e6331fef8n, 0xffff848e6331f730n];
    expect(meanings(0x1000007e, parameters)[0]).toBe('exception code: STATUS_ACCESS_VIOLATION (0xc0000005)');
    expect(parameterRoles(0x1000007e)).toEqual([
      'exception-code',
      'exception-address',
      'exception-record',
      'context-record',
    ]);
    expect(explainBugcheck(0x1000007e, parameters).explanation).toContain('0x7e');
  });

  test('the roles an analysis needs are there without looking at values', () => {
    expect(parameterRoles(0x3b)).toEqual(['exception-code', 'exception-address', 'context-record', null]);
    expect(parameterRoles(0x8e)).toEqual(['exception-code', 'exception-address', 'trap-frame', null]);
    expect(parameterRoles(0xd1)).toEqual(['referenced-address', 'irql', 'access-type', 'instruction-address']);
    expect(parameterRoles(0x139)).toEqual(['fast-fail-code', 'trap-frame', 'exception-record', null]);
    expect(parameterRoles(0x124)).toEqual(['sub-type', 'error-record', null, null]);
    expect(parameterRoles(0x1)).toHaveLength(4);
    expect(parameterRoles(0x9d)).toEqual([null, null, null, null]);
  });

  test('the seed: 20 {0, ffff, 0, 1} is APCs disabled once too often', () => {
    expect(meanings(0x20, [0n, 0xffffn, 0n, 1n])).toEqual([
      'APC found pending: none',
      'APC disable count of the thread: -1 (negative: APCs were disabled without being enabled again)',
      'IRQL at the time: 0 (PASSIVE_LEVEL)',
      'reserved',
    ]);
  });

  test('sub-types', () => {
    expect(meanings(0x1a, [0x41792n, 0xffffdd010bc5d3f8n, 0x2000000000n, 0n])[0]).toContain('corrupt page-table entry');
    expect(meanings(0x13a, [0x12n, 1n, 2n, 0n])[0]).toContain('variable-size');
    expect(meanings(0x139, [3n, 0n, 0n, 0n])[0]).toContain('FAST_FAIL_CORRUPT_LIST_ENTRY');
    expect(meanings(0x7f, [8n, 0n, 0n, 0n])[0]).toContain('double fault');
    expect(meanings(0xc2, [7n, 0n, 0n, 0n])[0]).toContain('freed already');
    expect(meanings(0x109, [0n, 0n, 0n, 0x19n])[3]).toContain('list of loaded modules');
    expect(parameterRoles(0x7a, [1n, 0xffffffffc0000005n, 0xffffbf89b45c6080n, 0xfffff9bffa809000n])[2]).toBe(
      'process',
    );
  });

  test('unknown codes and sub-types stay unknown', () => {
    const unknown = explainBugcheck(0x1234567, [1n, 2n, 3n, 4n]);
    expect(unknown.name).toBeNull();
    expect(unknown.parameters.map((item) => item.meaning)).toEqual([null, null, null, null]);
    expect(unknown.explanation).toContain('not in our tables');
    expect(meanings(0x109, [0n, 0n, 0n, 0x999n])[3]).toBeNull();
    expect(explainBugcheck(0xc0000005, [0n, 0n, 0n, 0n]).explanation).toContain('STATUS_ACCESS_VIOLATION');
    expect(explainBugcheck(0x156, [0n, 0n, 0n, 0n]).explanation).toContain('live dump');
  });
});

test('every declared stop has a name, an explanation, causes and steps', () => {
  const codes = describedBugchecks();
  expect(codes.length).toBeGreaterThan(120);
  for (const code of codes) {
    const { name, explanation, typicalCauses, nextSteps } = explainBugcheck(code, [0n, 0n, 0n, 0n]);
    expect(name, code.toString(16)).not.toBeNull();
    expect(explanation).toMatch(/[.)]$/);
    expect(typicalCauses.length).toBeGreaterThan(0);
    expect(nextSteps.length).toBeGreaterThan(0);
  }
});

test('no code and no parameters make it throw', () => {
  const codes = describedBugchecks();
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.constantFrom(...codes)),
      fc.array(fc.oneof(fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }), fc.bigInt({ min: 0n, max: 0x300n })), {
        maxLength: 5,
      }),
      fc.option(fc.nat(30000)),
      (code, parameters, build) => {
        const explained = explainBugcheck(code, parameters, { build });
        expect(explained.parameters).toHaveLength(parameters.length);
        expect(parameterRoles(code, parameters)).toHaveLength(4);
        expect(explained.explanation).not.toBe('');
      },
    ),
  );
});

test('search finds by name, by number and by words', () => {
  expect(searchBugchecks('driver_irql_not_less_or_equal')[0]?.code).toBe(0xd1);
  expect(searchBugchecks('9f')[0]?.code).toBe(0x9f);
  expect(searchBugchecks('power state')[0]?.code).toBe(0x9f);
  expect(searchBugchecks('usb').map((item) => item.code)).toContain(0x144);
  expect(searchBugchecks('')).toEqual([]);
});

test('the stops that people meet most, and those of the corpus, are described', () => {
  const met =
    'a 19 1a 1e 20 24 3b 3d 44 4a 4e 50 51 5c 6b 74 76 77 7a 7b 7e 7f 8e 9c 9f a0 a5 be c1 c2 c4 c5 c9 cb ce d1 d3 d4 d5 d6 d8 de e1 e2 e3 ea ef f4 f5 f7 fc fe ' +
    '101 109 10d 10e 113 116 117 119 124 125 127 133 139 13a 13b 13c 144 14b 154 157 15f 161 18b 192 1a0 1aa 1ab 1c7 1c8 1ca 1ce 1d2 1d5 deaddead';
  const described = new Set(describedBugchecks());
  expect(met.split(' ').filter((code) => !described.has(Number.parseInt(code, 16)))).toEqual([]);
});
