import { describe, expect, test } from 'vitest';
import { DRIVER, logCase, NT, triageCase, verdictOf } from './scene.ts';

const verdict = (id: string, code: number, ...parameters: readonly bigint[]) =>
  verdictOf(id, triageCase(code, [...parameters, 0n, 0n, 0n, 0n].slice(0, 4)))!;
/** A log of `.bugcheck`. */
const stopped = (code: string, parameters: string) =>
  logCase(`0: kd> .bugcheck\nBugcheck code ${code}\nArguments ${parameters}\n`);
const POOL = 0xffff_8001_0000_0000n;

describe('damage of pool', () => {
  const id = 'dynamic-memory-corruption-kernel-pool';
  test('stops that are about a broken header', () => {
    const { finding } = verdict(id, 0x19, 0x20n, POOL, POOL + 0x40n, 0n) as { finding: object };
    expect(finding).toMatchObject({
      component: null,
      details: { code: '0x19' },
      evidence: [{ command: '.bugcheck', statement: expect.stringContaining('BAD_POOL_HEADER') }],
    });
    expect(verdict(id, 0x13a, 3n, POOL, POOL).verdict).toBe('present');
    expect(verdict(id, 0xc1, POOL, POOL, 0n, 0x24n).verdict).toBe('present');
  });
  test('a write that ran into the next page', () => {
    expect(verdict(id, 0x50, POOL + 0x4000n, 2n, DRIVER + 0x1d1en).finding).toMatchObject({ confidence: 0.6 });
    expect(verdict(id, 0x50, POOL + 0x4010n, 2n, DRIVER + 0x1d1en).verdict).toBe('absent');
    expect(verdict(id, 0x50, POOL + 0x4000n, 0n, DRIVER + 0x1d1en).verdict).toBe('absent');
    expect(verdict(id, 0x50, POOL + 0x4000n, 0x11n, DRIVER + 0x1d1en).verdict).toBe('absent');
  });
  test('a request at a wrong level damages nothing', () => {
    expect(verdict(id, 0xc2, 8n, 2n, 1n, 64n).verdict).toBe('absent');
    expect(verdict(id, 0xc1, 2n, 1n, 64n, 0x30n).verdict).toBe('absent');
    expect(verdict(id, 0xd1, 0x29n, 2n).verdict).toBe('absent');
  });
  test('a log without the parameters cannot tell', () => {
    expect(verdictOf(id, logCase('0: kd> !analyze\nBugCheck C2, {0}\n'))!.verdict).not.toBe('present');
    expect(verdictOf(id, stopped('000000C2', '00000007 00001097 00000000 8a1b2c38'))!.verdict).toBe('present');
  });
});

describe('Double Free (kernel pool)', () => {
  const id = 'double-free-kernel-pool';
  test('stop c2 of kind 7 and its kin', () => {
    expect(verdict(id, 0xc2, 7n, 0x1097n, 0n, POOL)).toMatchObject({ finding: { confidence: 0.95 } });
    expect(verdict(id, 0xc4, 0x13n).verdict).toBe('present');
    expect(verdict(id, 0x19, 0x22n, POOL)).toMatchObject({ finding: { confidence: 0.6 } });
  });
  test('other misuse of pool', () => {
    expect(verdict(id, 0xc2, 0x99n, POOL).verdict).toBe('absent');
    expect(verdict(id, 0xc4, 0x40n).verdict).toBe('absent');
  });
});

describe('Hardware Error', () => {
  const id = 'hardware-error';
  test('machine checks, single bits, devices that failed', () => {
    expect(verdict(id, 0x124).verdict).toBe('present');
    expect(verdict(id, 0x1a, 0x41792n, POOL, 0n, 4n)).toMatchObject({ finding: { confidence: 0.85 } });
    expect(verdict(id, 0x1a, 0x403n, POOL, 0x8000_0000_1234_5867n, 0x8000_0000_1234_5863n).verdict).toBe('present');
    expect(verdict(id, 0x7a, 0n, 0xffff_ffff_c000_0185n).verdict).toBe('present');
  });
  test('software is as likely', () => {
    expect(verdict(id, 0x1a, 0x41792n, POOL, 0x21n, 0n).verdict).toBe('absent');
    // A protection alone, as in an entry for memory that was never touched.
    expect(verdict(id, 0x1a, 0x41792n, POOL, 0x80n, 0n).verdict).toBe('absent');
    expect(verdict(id, 0x1a, 0x403n, POOL, 0x63n, 0x60n).verdict).toBe('absent');
    expect(verdict(id, 0x7a, 1n, 0xffff_ffff_c000_009an).verdict).toBe('absent');
    expect(verdict(id, 0xa, 0n, 2n).verdict).toBe('absent');
  });
});

describe('checks', () => {
  test('Self-Diagnosis (kernel mode)', () => {
    const id = 'self-diagnosis-kernel-mode';
    expect(verdict(id, 0xc4, 0x2000bn)).toMatchObject({ finding: { confidence: 0.97 } });
    expect(verdict(id, 0x9f, 3n).verdict).toBe('present');
    expect(verdict(id, 0x50, 0xffff_8000_0000_1234n).verdict).toBe('absent');
  });
  test('Self-Diagnosis (registry)', () => {
    expect(verdict('self-diagnosis-registry', 0x51).verdict).toBe('present');
    expect(verdict('self-diagnosis-registry', 0x24).verdict).toBe('absent');
  });
  test('Local Buffer Overflow (kernel space)', () => {
    const id = 'local-buffer-overflow-kernel-space';
    expect(verdict(id, 0xf7, 0x1234n).verdict).toBe('present');
    expect(verdict(id, 0x139, 2n).verdict).toBe('present');
    expect(verdict(id, 0x139, 3n).verdict).toBe('absent');
  });
  test('Corrupt Structure', () => {
    const id = 'corrupt-structure';
    expect(verdict(id, 0x139, 3n)).toMatchObject({
      finding: { evidence: [{ statement: expect.stringContaining('CORRUPT_LIST_ENTRY') }] },
    });
    expect(verdict(id, 0x139, 2n).verdict).toBe('absent');
    expect(verdictOf(id, stopped('00000139', '00000003 8078aeb4 8078add8 00000000'))!.verdict).toBe('present');
  });
});

describe('Stack Overflow (kernel mode)', () => {
  const id = 'stack-overflow-kernel-mode';
  test('a double fault alone is a likely overflow, another trap is none', () => {
    expect(verdict(id, 0x7f, 8n)).toMatchObject({ finding: { confidence: 0.7 } });
    expect(verdict(id, 0x7f, 0n).verdict).toBe('absent');
  });
  test('the recursion on the stack makes it sure (the innermost frame has no return address of its own)', () => {
    const frames = Array.from(
      { length: 12 },
      (_, index) => `a1b2c${(0x100 + index * 16).toString(16)} f7a1b010 00000001 00000002 00000003 contoso!Walk+0x10`,
    );
    const log = logCase(
      `0: kd> .bugcheck\nBugcheck code 0000007F\nArguments 00000008 80042000 00000000 00000000\n0: kd> kv\nChildEBP RetAddr  Args to Child\n${frames.join('\n')}\n`,
    );
    expect(verdictOf(id, log)).toMatchObject({
      finding: { confidence: 0.95, component: { module: 'contoso' }, details: { repeats: 11 } },
    });
  });
  test('the exception behind another stop', () => {
    expect(verdict(id, 0x1e, 0xffff_ffff_c000_00fdn, DRIVER + 0x10n).verdict).toBe('present');
    expect(verdict(id, 0x1e, 0xffff_ffff_c000_0005n, NT + 0x10n).verdict).toBe('absent');
  });
});
