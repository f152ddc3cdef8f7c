import { describe, expect, test } from 'vitest';
import { readCppException } from '../../src/windows/cpp-exception.ts';
import { ascii } from '../synth/kernel-dump-writer.ts';
import { APP, dumpCase, dwords, logCase, NTDLL, narrowSpec, processSpec, verdictOf, words } from './scene.ts';

const MAGIC = 0x19930520n;
const INFO = 0x2000;

/** Bytes placed by offset into one block. */
function block(size: number, ...parts: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const bytes = new Uint8Array(size);
  for (const [at, part] of parts) bytes.set(part, at);
  return bytes;
}

/**
 * ThrowInfo at +0, CatchableTypeArray at +0x20, two CatchableTypes at +0x40 and +0x80, TypeDescriptors at +0xc0 and
 * +0x100, the object at +0x200, its text at +0x240. `at` turns an offset into what the field holds.
 */
function throwInfo(wide: boolean, at: (offset: number) => number, text: bigint): Uint8Array {
  const name = wide ? 16 : 8;
  return block(
    0x300,
    [0, dwords(0, 0, 0, at(0x20))],
    [0x20, dwords(2, at(0x40), at(0x80))],
    [0x40, dwords(0, at(0xc0))],
    [0x80, dwords(0, at(0x100))],
    [0xc0 + name, ascii('.?AVruntime_error@std@@\0')],
    [0x100 + name, ascii('.?AVexception@std@@\0')],
    [0x200, wide ? words(APP + 0x1000n, text) : dwords(0x401000, Number(text))],
    [0x240, ascii('out of paper\0')],
  );
}

const wideCase = (more = {}) => {
  const base = APP + BigInt(INFO);
  return dumpCase(
    processSpec({
      memory: [{ start: base, bytes: throwInfo(true, (offset) => INFO + offset, base + 0x240n) }],
      exception: {
        threadId: 0x11,
        code: 0xe06d7363,
        address: NTDLL + 0x10n,
        parameters: [MAGIC, base + 0x200n, base, APP],
      },
      ...more,
    }),
  );
};
const narrowCase = () => {
  const base = 0x402000;
  return dumpCase(
    narrowSpec({
      memory: [{ start: BigInt(base), bytes: throwInfo(false, (offset) => base + offset, BigInt(base + 0x240)) }],
      exception: {
        threadId: 0x22,
        code: 0xe06d7363,
        address: 0x401000n,
        parameters: [MAGIC, BigInt(base + 0x200), BigInt(base)],
      },
    }),
  );
};

describe('C++ Exception', () => {
  test.each([
    ['64 bit, offsets from the image', wideCase],
    ['32 bit, pointers', narrowCase],
  ])('%s: types and what()', (_name, make) => {
    const { finding } = verdictOf('cpp-exception', make())!;
    expect(finding!.details).toEqual({ types: ['std::runtime_error', 'std::exception'], message: 'out of paper' });
    expect(finding!.summary).toContain('of type std::runtime_error');
  });
  test('throw information that points nowhere or in a circle yields no types and no error', () => {
    const lost = wideCase({ memory: [] });
    expect(verdictOf('cpp-exception', lost)!.finding!.details).toEqual({ types: [], message: null });
    const circle = block(0x40, [0, dwords(0, 0, 0, INFO)], [16, dwords(INFO)]);
    expect(() =>
      verdictOf('cpp-exception', wideCase({ memory: [{ start: APP + BigInt(INFO), bytes: circle }] })),
    ).not.toThrow();
    const { target } = lost;
    expect(readCppException(target!, [])).toEqual({ object: null, types: [], message: null });
    expect(readCppException(target!, [MAGIC, 0n, -1n, 2n ** 64n - 1n]).types).toEqual([]);
  });
  test('absent for another code, unknown when no exception can be read', () => {
    expect(verdictOf('cpp-exception', dumpCase(processSpec()))!.verdict).toBe('absent');
    expect(
      verdictOf('cpp-exception', logCase('0:000> k\nChildEBP RetAddr\n0012ff00 00401234 app!f+0x10\n')),
    ).toMatchObject({
      verdict: 'unknown',
    });
  });
});

describe('Managed Code Exception', () => {
  const clr = (code: number, parameters: bigint[]) =>
    dumpCase(processSpec({ exception: { threadId: 0x11, code, address: NTDLL, parameters } }));
  test('its HRESULT is named', () => {
    const { finding } = verdictOf('managed-code-exception', clr(0xe0434352, [0xffffffff80131509n]))!;
    expect(finding!.evidence[1]!.statement).toContain('0x80131509');
    expect(finding!.evidence[1]!.statement).toContain('InvalidOperation');
  });
  test('without parameters nothing is invented', () => {
    const { finding } = verdictOf('managed-code-exception', clr(0xe0434f4d, []))!;
    expect(finding!.details).toEqual({ hresult: null, runtime: null });
    expect(finding!.evidence).toHaveLength(1);
  });
  test('absent for a native exception', () => {
    expect(verdictOf('managed-code-exception', wideCase())!.verdict).toBe('absent');
    expect(
      verdictOf('managed-code-exception', logCase('0:000> kL\nChildEBP RetAddr\n0012ff00 00401234 app!f\n')),
    ).toMatchObject({
      verdict: 'unknown',
    });
  });
});

describe('Multiple Exceptions', () => {
  const threads = (second: string) => `0:000> ~*k

.  0  Id: 1a4.2b8 Suspend: 1 Teb: 000000c6\`4b95d000 Unfrozen
 # Child-SP          RetAddr               Call Site
00 00000000\`0018f5e8 00007ffa\`10001234 app!work+0x14
01 00000000\`0018f5f0 00000001\`40001234 app!main+0x20

   1  Id: 1a4.2bc Suspend: 1 Teb: 000000c6\`4b95f000 Unfrozen
 # Child-SP          RetAddr               Call Site
00 00000000\`0028f5e8 00007ffa\`10001234 ntdll!NtWaitForSingleObject+0x14
01 00000000\`0028f5f0 00007ffa\`10001244 ${second}
02 00000000\`0028f6f0 00000001\`40001254 app!worker+0x20
`;
  test('another thread is in the unhandled-exception filter', () => {
    const { finding } = verdictOf(
      'multiple-exceptions',
      logCase(threads('KERNELBASE!UnhandledExceptionFilter+0x1e0')),
    )!;
    expect(finding!.summary).toContain('1 other thread is also handling an exception');
  });
  test('absent when every stack has names and none handles an exception', () => {
    expect(verdictOf('multiple-exceptions', logCase(threads('KERNELBASE!WaitForSingleObjectEx+0x8e')))!.verdict).toBe(
      'absent',
    );
  });
  test('the failing thread passed twice through exception dispatching', () => {
    const log = `0:000> k
 # Child-SP          RetAddr               Call Site
00 00000000\`0018f5e8 00007ffa\`10001234 app!handler+0x14
01 00000000\`0018f5f0 00007ffa\`10001244 ntdll!KiUserExceptionDispatch+0x2e
02 00000000\`0018f6f0 00007ffa\`10001254 app!filter+0x14
03 00000000\`0018f7f0 00007ffa\`10001244 ntdll!KiUserExceptionDispatch+0x2e
04 00000000\`0018f8f0 00000001\`40001234 app!main+0x20
`;
    expect(verdictOf('multiple-exceptions', logCase(log))!.finding!.summary).toContain('when the next was raised');
  });
  test('unknown without names', () => {
    expect(verdictOf('multiple-exceptions', dumpCase(processSpec()))).toMatchObject({
      verdict: 'unknown',
      missing: expect.stringContaining('function names on 1 of 1'),
    });
  });
});

describe('Unknown Component', () => {
  const failing = (
    modules: { base: bigint; size: number; name: string; fileVersion?: [number, number, number, number] }[],
  ) => dumpCase(processSpec({ modules, exception: { threadId: 0x11, code: 0xc0000094, address: APP + 0x1000n } }));
  test('a module on the stack that says nothing about itself', () => {
    const { finding } = verdictOf(
      'unknown-component',
      failing([{ base: APP, size: 0x10000, name: 'C:\\x\\mystery.dll' }]),
    )!;
    expect(finding!.component).toEqual({ module: 'mystery', vendor: null, version: null });
  });
  test('absent with a version, unknown without a module list', () => {
    expect(
      verdictOf(
        'unknown-component',
        failing([{ base: APP, size: 0x10000, name: 'C:\\x\\known.dll', fileVersion: [1, 0, 0, 1] }]),
      )!.verdict,
    ).toBe('absent');
    expect(verdictOf('unknown-component', failing([]))).toMatchObject({ verdict: 'unknown' });
  });
});
