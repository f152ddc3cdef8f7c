import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExpressionScope, evaluate, evaluatePrefix, matchesWildcard } from './expression.ts';
import { ExpressionError } from './expression-syntax.ts';

function scope(changes: Partial<ExpressionScope> = {}): ExpressionScope {
  const memory = new Map<bigint, bigint>([[0x1000n, 0x1122334455667788n]]);
  return {
    radix: 16,
    pointerSize: 8,
    register: (name) => ({ rax: 0x10n, r10: 0n, $ip: 0x401000n, $t0: 7n, eax: 0xffffffffn })[name] ?? null,
    symbol: (name) =>
      ({ 'nt!KeBugCheckEx': 0xfffff80000001000n, nt: 0xfffff80000000000n, 'mod!std::vector<int>::size': 5n })[name] ??
      null,
    sourceLine: (text) => (text === 'app!main.c:10' ? 0x401010n : null),
    read: (address, size) => {
      const value = memory.get(address);
      return value === undefined ? null : BigInt.asUintN(size * 8, value);
    },
    readable: (address, length) => (memory.has(address) ? (length < 8n ? length : 8n) : 0n),
    entryPoint: () => 0x401234n,
    cpp: () => null,
    ...changes,
  };
}

// Numbers, operators and precedence as Microsoft documents them ("MASM Numbers and Operators").
test.each([
  ['@r10+0x10+0t10+0y10', 0x1an],
  ['1+2*3', 7n],
  ['(1+2)*3', 9n],
  ['10', 0x10n],
  ['0n10', 10n],
  ['12h', 0x12n],
  ['fffff805`4d200000', 0xfffff8054d200000n],
  ['-1', 0xffffffffffffffffn],
  ['1 == 1', 1n],
  ['1 = 2', 0n],
  ['-1 < 1', 1n],
  ['-8 >>> 1', 0xfffffffffffffffcn],
  ['-8 >> 1', 0x7ffffffffffffffcn],
  ['1 << 4', 0x10n],
  ['f0 and 3c', 0x30n],
  ['f0 or f', 0xffn],
  ['f0 xor ff', 0xfn],
  ['f0 & 3c | 1', 0x31n],
  ['7 mod 4', 3n],
  ['7 % 4', 3n],
  ['not 0', 1n],
  ['not 5', 0n],
  ['hi(12345678)', 0x1234n],
  ['low(12345678)', 0x5678n],
  ['poi(1000)', 0x1122334455667788n],
  ['dwo(1000)', 0x55667788n],
  ['wo(1000)+by(1000)', 0x7788n + 0x88n],
  ['poi 1000', 0x1122334455667788n],
  ['.', 0x401000n],
  ['@$t0 + rax', 0x17n],
  ['nt!KeBugCheckEx+10', 0xfffff80000001010n],
  ['nt', 0xfffff80000000000n],
  ['mod!std::vector<int>::size', 5n],
  ['`app!main.c:10`', 0x401010n],
  ['$scmp("a","a")', 0n],
  ['$sicmp("ABC","abc")', 0n],
  ['$spat("kernel32", "ker*2")', 1n],
  ['$vvalid(1000, 8)', 1n],
  ['$vvalid(2000, 8)', 0n],
  ['$iment(400000)', 0x401234n],
  ["'ab'", 0x6162n],
  ['@@masm(1+1)', 2n],
  ['[1+1]*2', 4n],
] as const)('%s', (text, value) => {
  expect(evaluate(text, scope())).toBe(value);
});

test.each([
  ['1/0', 'Operand error'],
  ['nope!nothing', "Couldn't resolve error at 'nope!nothing'"],
  ['@zzz', "Bad register error at '@zzz'"],
  ['poi(5000)', 'Memory access error'],
  ['1 + ', 'Numeric expression missing'],
  ['(1', 'Syntax error'],
  ['1 )', 'Extra character error'],
  ['1ffffffffffffffff', 'Overflow error'],
])('%s is refused', (text, message) => {
  expect(() => evaluate(text, scope())).toThrow(message);
});

test('the default radix decides what digits mean', () => {
  expect(evaluate('10', scope({ radix: 10 }))).toBe(10n);
  expect(evaluate('10', scope({ radix: 8 }))).toBe(8n);
  expect(() => evaluate('ff', scope({ radix: 10 }))).toThrow("Couldn't resolve error at 'ff'");
});

test('a prefix stops where the expression ends', () => {
  const { value, end } = evaluatePrefix('nt+1 L4', scope());
  expect(value).toBe(0xfffff80000000001n);
  expect('nt+1 L4'.slice(end).trim()).toBe('L4');
});

test('arithmetic agrees with BigInt modulo 2^64', () => {
  const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
  const operators: Record<string, (a: bigint, b: bigint) => bigint> = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '&': (a, b) => a & b,
    '|': (a, b) => a | b,
    '^': (a, b) => a ^ b,
  };
  fc.assert(
    fc.property(u64, u64, fc.constantFrom(...Object.keys(operators)), (a, b, operator) => {
      expect(evaluate(`0x${a.toString(16)} ${operator} 0x${b.toString(16)}`, scope())).toBe(
        BigInt.asUintN(64, operators[operator]!(a, b)),
      );
    }),
  );
});

test('any text gives a value or an ExpressionError', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0129afxnyt()[]+-*/<>=!&|^.$@`"\', poinothiby_:mod'), maxLength: 60 }),
      (text) => {
        try {
          expect(typeof evaluate(text, scope())).toBe('bigint');
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('wildcards', () => {
  expect(matchesWildcard('CreateFileW', 'create*w')).toBe(true);
  expect(matchesWildcard('CreateFileW', 'create?ile[AW]')).toBe(true);
  expect(matchesWildcard('CreateFileW', 'file')).toBe(false);
});
