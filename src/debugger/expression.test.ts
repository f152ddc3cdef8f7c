import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExpressionScope, evaluate, evaluatePrefix } from './expression.ts';
import { ExpressionError } from './expression-syntax.ts';

function scope(changes: Partial<ExpressionScope> = {}): ExpressionScope {
  const memory = new Map<bigint, bigint>([[0x1000n, 0x1122334455667788n]]);
  return {
    reading: { radix: 16, language: 'masm' },
    pointerSize: 8,
    kernel: false,
    returnType: (address) => ({ '1': 'NTSTATUS', '2': 'int', '3': 'char *' })[address.toString()] ?? null,
    nearest: () => null,
    absence: () => null,
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
  // Values are ULONG64: addresses of the kernel are greater than those of processes.
  ['-1 < 1', 0n],
  ['ffffffff`80000000 > 7fffffff', 1n],
  ['-1 >= 1', 1n],
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
  // Microsoft Learn, "MASM Numbers and Operators": $fnsucc reads a result by the type that its function returns.
  ['$fnsucc(1, 0, 0)', 1n],
  ['$fnsucc(1, c0000005, 0)', 0n],
  ['$fnsucc(2, 0, 0)', 0n],
  ['$fnsucc(2, 0, 1)', 1n],
  ['$fnsucc(3, 0, 1)', 0n],
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
  expect(evaluate('10', scope({ reading: { radix: 10, language: 'masm' } }))).toBe(10n);
  expect(evaluate('10', scope({ reading: { radix: 8, language: 'masm' } }))).toBe(8n);
  expect(() => evaluate('ff', scope({ reading: { radix: 10, language: 'masm' } }))).toThrow(
    "Couldn't resolve error at 'ff'",
  );
});

// Microsoft Learn, "Sign Extension": constants in kernel mode alone, and not those with a backtick or leading zeros.
test.each([
  ['80000000', true, 0xffffffff80000000n],
  ['80000000', false, 0x80000000n],
  ['eeaa1122', true, 0xffffffffeeaa1122n],
  ['00000000eeaa1122', true, 0xeeaa1122n],
  ['0`eeaa1122', true, 0xeeaa1122n],
  ['12345678', true, 0x12345678n],
  ['0x0`ffffffff & eeaa1122', true, 0xeeaa1122n],
  ['0n2147483648', true, 0xffffffff80000000n],
] as const)('%s where kernel mode is %s', (text, kernel, value) => {
  expect(evaluate(text, scope({ kernel }))).toBe(value);
});

test('pointers of a 32-bit target are read with their sign', () => {
  const narrow = scope({ pointerSize: 4, read: () => 0x80501234n });
  expect(evaluate('poi(1000)', narrow)).toBe(0xffffffff80501234n);
  expect(evaluate('dwo(1000)', narrow)).toBe(0x80501234n);
});

test('an unknown name is answered with the nearest', () => {
  const known = scope({
    nearest: (name, register) => (register ? '@rax' : name === 'nt!KeBugChek' ? 'nt!KeBugCheck' : null),
  });
  expect(() => evaluate('nt!KeBugChek', known)).toThrow("error at 'nt!KeBugChek'; did you mean nt!KeBugCheck?");
  expect(() => evaluate('@raxx', known)).toThrow("Bad register error at '@raxx'; did you mean @rax?");
});

test('an operator without its number is named as the debugger names it', () => {
  expect(() => evaluate('1 + * 2', scope())).toThrow("Numeric expression missing from '* 2'");
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

/** A random expression with what BigInt makes of it: arithmetic modulo 2^64, comparison unsigned. */
type Printed = { readonly text: string; readonly value: bigint };
const { tree } = fc.letrec<{ tree: Printed }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((value) => ({ text: `0x${value.toString(16)}`, value })),
    fc
      .tuple(tie('tree'), fc.constantFrom('+', '-', '*', 'and', 'or', 'xor', '<', '==', '>='), tie('tree'))
      .map(([a, operator, b]) => ({
        text: `(${a.text}) ${operator} (${b.text})`,
        value: BigInt.asUintN(64, OPERATORS[operator]!(a.value, b.value)),
      })),
    tie('tree').map(({ text, value }) => ({ text: `-(${text})`, value: BigInt.asUintN(64, -value) })),
    tie('tree').map(({ text, value }) => ({ text: `not(${text})`, value: value === 0n ? 1n : 0n })),
    tie('tree').map(({ text, value }) => ({ text: `hi(${text})`, value: (value >> 16n) & 0xffffn })),
  ),
}));
const OPERATORS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  '<': (a, b) => (a < b ? 1n : 0n),
  '==': (a, b) => (a === b ? 1n : 0n),
  '>=': (a, b) => (a >= b ? 1n : 0n),
};

test('a printed tree parses to what it was made of', () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      expect(evaluate(text, scope())).toBe(value);
    }),
  );
});

test('hostile texts end soon', () => {
  const start = performance.now();
  for (const text of [
    '('.repeat(60_000),
    'poi '.repeat(15_000),
    '-'.repeat(60_000),
    '1+'.repeat(30_000),
    'a!b<'.repeat(15_000),
  ]) {
    expect(() => evaluate(text, scope())).toThrow(ExpressionError);
  }
  expect(performance.now() - start).toBeLessThan(2_000);
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
