import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainException } from './exception-code.ts';
import { EXCEPTIONS } from './exception-declaration.ts';
import { FAST_FAIL_CODES } from './exception-fast-fail.ts';

describe('memory exceptions', () => {
  test.each([
    [0n, 'read'],
    [1n, 'write'],
    [8n, 'execute'],
  ] as const)('operation %s is %s', (operation, access) => {
    expect(explainException(0xc0000005, [operation, 0x45n])).toMatchObject({
      name: 'STATUS_ACCESS_VIOLATION',
      kind: 'access-violation',
      access,
      referencedAddress: 0x45n,
      short: `access violation: ${access} of 0x45`,
    });
  });

  test('a NULL pointer, a field of one, and a call through one', () => {
    expect(explainException(0xc0000005, [0n, 0n]).details).toEqual(['a NULL pointer']);
    expect(explainException(0xc0000005, [1n, 0x28n]).details[0]).toContain('a field of a missing object');
    expect(explainException(0xc0000005, [8n, 0n]).details[0]).toContain('call or jump went through a NULL pointer');
  });

  test('a non-canonical address is not reported by the processor', () => {
    const found = explainException(0xc0000005, [0n, 0xffffffffffffffffn], { architecture: 'x64' });
    expect(found.details[0]).toContain('non-canonical');
  });

  test('32-bit addresses may come sign-extended', () => {
    const found = explainException(0xc0000005, [0n, 0xffffffff80001000n], { architecture: 'x86' });
    expect(found.referencedAddress).toBe(0x80001000n);
  });

  test('without parameters nothing is claimed', () => {
    expect(explainException(0xc0000005, [])).toMatchObject({ access: null, referencedAddress: null });
    expect(explainException(0xc0000005, [7n, 0x1000n])).toMatchObject({ access: null, referencedAddress: 0x1000n });
  });

  test('an in-page error says why the read failed', () => {
    const found = explainException(0xc0000006, [0n, 0x7ff600001000n, 0xc000009cn]);
    expect(found.kind).toBe('in-page');
    expect(found.details[0]).toContain('STATUS_DEVICE_DATA_ERROR');
  });
});

describe('languages', () => {
  test('C++ on x64', () => {
    const found = explainException(0xe06d7363, [0x19930520n, 0x14f8d0n, 0x7ff6000a2468n, 0x7ff600000000n], {
      architecture: 'x64',
    });
    expect(found.kind).toBe('cpp');
    expect(found.details).toEqual([
      'object thrown at 0x14f8d0',
      'ThrowInfo at 0x7ff6000a2468 names its type',
      'thrown by the image at 0x7ff600000000',
    ]);
  });

  test('C++ rethrow', () => {
    expect(explainException(0xe06d7363, [0x19930520n, 0n, 0n, 0n]).details[0]).toContain('rethrow');
  });

  test('.NET carries its HRESULT and, since version 4, its run-time', () => {
    const found = explainException(0xe0434352, [0xffffffff80131509n, 0n, 0n, 0n, 0x7ffb00000000n], {
      architecture: 'x64',
    });
    expect(found.kind).toBe('clr');
    expect(found.details[0]).toContain('COR_E_INVALIDOPERATION');
    expect(found.details[1]).toContain('0x7ffb00000000');
  });

  test.each([
    [0x20474343, 'language'],
    [0x0eedfade, 'language'],
    [0xe24c4a02, 'language'],
    [0x406d1388, 'thread-name'],
    [0x40010006, 'debugger-message'],
    [0x80000003, 'breakpoint'],
    [0x4000001f, 'breakpoint'],
    [0xc0000094, 'arithmetic'],
    [0xc06d007e, 'loader'],
    [0xc0000420, 'assertion'],
    [0x6ba, 'rpc'],
    [0x0517a7ed, 'simulated'],
    [0xe0000008, 'out-of-memory'],
    [0xe0001234, 'unknown'],
  ])('%i is %s', (code, kind) => {
    expect(explainException(code, []).kind).toBe(kind);
  });
});

describe('fail fast', () => {
  test('names the reason', () => {
    expect(explainException(0xc0000409, [7n])).toMatchObject({
      name: 'STATUS_STACK_BUFFER_OVERRUN',
      kind: 'fail-fast',
      details: ['FAST_FAIL_FATAL_APP_EXIT (7)'],
    });
    expect(explainException(0xc0000409, [999n]).details[0]).toContain('not one that is documented');
  });

  test('every code once', () => {
    const names = Object.values(FAST_FAIL_CODES).map(([name]) => name);
    expect(names.length).toBeGreaterThan(65);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('other platforms', () => {
  test('Linux stores the signal', () => {
    expect(explainException(11, [], { platform: 'linux' })).toMatchObject({ name: 'SIGSEGV', kind: 'signal' });
    expect(explainException(0xffffffff, [], { platform: 'android' }).kind).toBe('simulated');
    expect(explainException(11, []).name).not.toBe('SIGSEGV');
  });

  test('Apple systems store the Mach exception', () => {
    expect(explainException(1, [1n, 1n, 0x10n], { platform: 'macos' })).toMatchObject({
      name: 'EXC_BAD_ACCESS',
      referencedAddress: 0x10n,
    });
    expect(explainException(0x43506e78, [], { platform: 'ios' }).name).toBe('Uncaught NSException');
    expect(explainException(0x43507378, [], { platform: 'mac' }).kind).toBe('simulated');
  });
});

test('whatever comes, an explanation leaves', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ min: -0x80000000, max: 0xffffffff }), fc.constantFrom(...EXCEPTIONS.keys())),
      fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), { maxLength: 15 }),
      fc.constantFrom('windows', 'linux', 'android', 'mac', 'ios', 'solaris', null),
      fc.constantFrom('x86', 'x64', 'arm', 'arm64', null),
      (code, parameters, platform, architecture) => {
        const found = explainException(code, parameters, { platform, architecture });
        expect(found.short).not.toBe('');
        expect(found.explanation).not.toBe('');
        if (found.referencedAddress !== null) expect(found.referencedAddress >= 0n).toBe(true);
      },
    ),
  );
});
