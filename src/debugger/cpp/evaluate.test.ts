import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StructType, Type } from '../../symbols/type.ts';
import type { CppScope } from './access.ts';
import { cppValue } from './evaluate.ts';
import { parseCpp } from './syntax.ts';
import { CHAR, cppTypeText, cType, INT, pointerTo, signedValue, type TypedValue, UINT } from './value.ts';

const field = (name: string, offset: number, type: () => Type) => ({ name, offset, type });
/** struct Node { int value; Node* next; char name[4]; unsigned flags : 3 at bit 2; } */
const NODE: StructType = {
  kind: 'struct',
  flavour: 'struct',
  name: 'Node',
  size: 24,
  fields: () => FIELDS,
  field: (name) => FIELDS.find((each) => each.name === name) ?? null,
};
const FIELDS = [
  field('value', 0, () => INT),
  field('next', 8, () => pointerTo(NODE, 8)),
  field('name', 16, () => ({ kind: 'array', count: 4, size: 4, element: () => CHAR })),
  field('below', 20, () => ({ kind: 'bitfield', size: 4, position: 5, length: 3, base: () => INT })),
  field('flags', 20, () => ({ kind: 'bitfield', size: 4, position: 2, length: 3, base: () => UINT })),
];

/** Two nodes at 0x1000 and 0x1018, linked to each other. */
const MEMORY = new Uint8Array(0x30);
const view = new DataView(MEMORY.buffer);
view.setInt32(0, -5, true);
view.setBigUint64(8, 0x1018n, true);
MEMORY.set([97, 98, 99, 0], 16);
view.setUint32(20, 0b10110100, true);
view.setInt32(24, 7, true);
view.setBigUint64(32, 0x1000n, true);

const KIND: Type = {
  kind: 'enum',
  name: 'Kind',
  size: 4,
  base: () => INT,
  values: () => [
    { name: 'Early', value: 1n },
    { name: 'Late', value: -2n },
  ],
};
const PSEUDO = new Map<string, TypedValue>();
const SCOPE: CppScope = {
  pointerSize: 8,
  type: (name) => (['Node', 'm!Node', 'Box<int>'].includes(name) ? NODE : name === 'Kind' ? KIND : null),
  assign: (name, value) => PSEUDO.set(name, value),
  variable(name) {
    const [type, address] = name === 'first' ? [NODE, 0x1000n] : name === 'absent' ? [INT, 0x9000n] : [null, 0n];
    return type && { type, bits: null, number: null, address };
  },
  register: (name) =>
    PSEUDO.get(name) ??
    (name === 'rip' ? { type: cType('unsigned __int64')!, bits: 0x1234n, number: null, address: null } : null),
  read(address, size) {
    const at = Number(address) - 0x1000;
    if (at < 0 || at + size > MEMORY.length) return null;
    let value = 0n;
    for (let index = size - 1; index >= 0; index--) value = (value << 8n) | BigInt(MEMORY[at + index]!);
    return value;
  },
  masm: (text) => BigInt(`0x${text.trim()}`),
};
const evaluate = (text: string) =>
  cppValue(
    parseCpp(text, (name) => cType(name) !== null || SCOPE.type(name) !== null),
    SCOPE,
  );
const shown = (text: string) => {
  const value = evaluate(text);
  return `${cppTypeText(value.type)} ${value.number ?? (value.bits === null ? '' : signedValue(value))}`.trimEnd();
};

test.each([
  ['1 + 2 * 3', 'int 7'],
  ['(1 + 2) * 3', 'int 9'],
  ['7 / -2', 'int -3'],
  ['-7 % 3', 'int -1'],
  ['0x10 + 010 + 0n10', 'int 34'],
  ['0xffffffff + 1', 'unsigned int 0'],
  ['-1 < 1u', 'bool 0'],
  ['-1 < 1', 'bool 1'],
  ['(unsigned char)300', 'unsigned char 44'],
  ['(signed char)200', 'char -56'],
  ['(char)65 + 1', 'int 66'],
  ['1 ? 2 : 1/0', 'int 2'],
  ['0 && 1/0', 'bool 0'],
  ['1 || 1/0', 'bool 1'],
  ['!5', 'bool 0'],
  ['~0u', 'unsigned int 4294967295'],
  ['1.5 * 2', 'double 3'],
  ['(int)2.9', 'int 2'],
  ['sizeof(Node)', 'unsigned int64 24'],
  ['sizeof(Node*)', 'unsigned int64 8'],
  ['sizeof(((Node*)0)->name)', 'unsigned int64 4'],
  ['sizeof(unsigned long)', 'unsigned int64 4'],
  ['first.value', 'int -5'],
  ['first.next->value', 'int 7'],
  ['first.next->next->value', 'int -5'],
  ['first.name[1]', 'char 98'],
  ['*first.name', 'char 97'],
  ['first.flags', 'unsigned int 5'],
  ['(&first)[1].value', 'int 7'],
  ['(&first + 1)->value', 'int 7'],
  ['((m!Node*)0x1018)->value', 'int 7'],
  ['first.next - &first', 'int64 1'],
  ['&first.next', 'struct Node * * 4104'],
  // What is not in memory has an address and a size.
  ['&absent', 'int * 36864'],
  ['sizeof(absent)', 'unsigned int64 4'],
  ['(int)&((Node*)0)->next', 'int 8'],
  ['&((Node*)0x9000)[1].value', 'int * 36888'],
  ['&*(int*)0x9000', 'int * 36864'],
  ['&((Node*)-8)->name', 'char (*)[4] 8'],
  ['#FIELD_OFFSET(Node, name)', 'long 16'],
  ['#CONTAINING_RECORD(&first.next, Node, next)', 'struct Node * 4096'],
  ['@rip + 1', 'unsigned int64 4661'],
  ['@@masm(10) + 1', 'unsigned int64 17'],
  ['1, 2, 3', 'int 3'],
  ['0b101 + 0t17', 'int 20'],
  ["'A'", 'char 65'],
  ["L'\\x263a'", 'wchar_t 9786'],
  ["'\\n' + 0", 'int 10'],
  ['1.5f', 'float 1.5'],
  ['1.f / 4', 'float 0.25'],
  ['.5 + 1e1', 'double 10.5'],
  ['true', 'bool 1'],
  ['nullptr == first.next', 'bool 0'],
  ['10 // as C++ has it', 'int 10'],
  ['(unsigned long)-1', 'unsigned long 4294967295'],
  ['(long)1 << 31', 'long -2147483648'],
  ['(unsigned long)1 + 1', 'unsigned long 2'],
  ['(long)1 + 1u', 'unsigned long 2'],
  ['sizeof(int (*)[4])', 'unsigned int64 8'],
  ['(*(int (*)[2])0x1000)[0]', 'int -5'],
  ['(int (*)[4])0x1000', 'int (*)[4] 4096'],
  ['(Node * __ptr64)0x1018', 'struct Node * 4120'],
  ['(const struct Node *)0x1018', 'struct Node * 4120'],
  ['(m!unsigned char *)0x1010', 'unsigned char * 4112'],
  ['reinterpret_cast<Node*>(0x1018)->value', 'int 7'],
  ['static_cast<unsigned char>(0x1ff)', 'unsigned char 255'],
  ['sizeof(Box<int>)', 'unsigned int64 24'],
  ['((Box<int>*)0x1018)->value', 'int 7'],
  ['1 < 2 > 0', 'bool 1'],
  ['Kind::Late', 'enum Kind -2'],
  ['(Kind)1 == Kind::Early', 'bool 1'],
  ['first.below', 'int -3'],
  ['#RTL_NUMBER_OF(first.name)', 'unsigned int64 4'],
  ['#RTL_FIELD_SIZE(Node, name)', 'unsigned int64 4'],
  ['#RTL_SIZEOF_THROUGH_FIELD(Node, next)', 'unsigned int64 16'],
  ['#RTL_CONTAINS_FIELD(&first, 16, next)', 'bool 1'],
  ['#RTL_CONTAINS_FIELD(first, 15, next)', 'bool 0'],
  ['@$t0 = 5, @$t0 + 1', 'int 6'],
  ['@$t0 = 5, ++@$t0, @$t0++, @$t0', 'int 7'],
  ['@$t1 = (Node*)0x1018, @$t1->value', 'int 7'],
  ['(unsigned char)(1.0 / 3 * 0) + (int)1e300', 'int 0'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each([
  ['1 +', 3, /EOL/],
  ['1 2', 2, /Syntax error/],
  ['1/0', 1, /Operand error/],
  ['first.nothing', 6, /no member/],
  ['nobody', 0, /Couldn't resolve/],
  ['@nobody', 0, /Bad register/],
  ['first = 1', 6, /read-only/],
  ['++first', 0, /read-only/],
  ['*(int*)0x10', 0, /Memory access error at 0x10/],
  ['(Nobody*)1', 1, /Couldn't resolve error at 'Nobody': no such type/],
  ['(Nobody)1', 1, /no such type/],
  ['1 + (Nobody)first', 5, /no such type/],
  ['sizeof(Nobody)', 7, /Couldn't resolve error at 'Nobody'/],
  ['#FIELD_OFFSET(Nobody, a)', 14, /Couldn't resolve error at 'Nobody'/],
  ['(first', 6, /EOL/],
  ['first[', 6, /EOL/],
  ['"text"', 0, /no address/],
  ['first.valu', 6, /did you mean value/],
])('%s fails at column %i', (text, position, message) => {
  expect(() => evaluate(text)).toThrow(
    expect.objectContaining({ code: 'usage', position, message: expect.stringMatching(message) }),
  );
});

/** clang's answers: test/fixtures/cpp/make.py. */
const COMPILED = resolve(import.meta.dirname, '../../../test/fixtures/cpp/expressions.tsv');
const CLANG_NAMES: Readonly<Record<string, string>> = {
  'signed char': 'char',
  'long long': 'int64',
  'unsigned long long': 'unsigned int64',
};

test('random expressions have the type and the value that a compiler gives them', () => {
  const lines = readFileSync(COMPILED, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(300);
  for (const line of lines) {
    const [text, type, value] = line.split('\t') as [string, string, string];
    const own = evaluate(text);
    expect([text, cppTypeText(own.type)]).toEqual([text, CLANG_NAMES[type] ?? type]);
    const shownValue = own.number === null ? `${signedValue(own)}` : own.number;
    expect([text, shownValue]).toEqual([text, own.number === null ? value : Number(value)]);
  }
});

test('64-bit arithmetic agrees with BigInt', () => {
  const operand = fc.bigInt(0n, 0xffffffffffffffffn);
  fc.assert(
    fc.property(operand, operand, fc.constantFrom('+', '-', '*', '&', '|', '^'), (a, b, operator) => {
      const exact = { '+': a + b, '-': a - b, '*': a * b, '&': a & b, '|': a | b, '^': a ^ b }[operator]!;
      expect(evaluate(`${a}ui64 ${operator} ${b}ui64`).bits).toBe(BigInt.asUintN(64, exact));
    }),
  );
});

test('32-bit arithmetic agrees with JavaScript', () => {
  const operand = fc.integer({ min: -0x80000000, max: 0x7fffffff });
  fc.assert(
    fc.property(operand, operand, (a, b) => {
      expect(signedValue(evaluate(`(int)(${a}) + (int)(${b})`))).toBe(BigInt((a + b) | 0));
      expect(signedValue(evaluate(`(int)(${a}) * (int)(${b})`))).toBe(BigInt(Math.imul(a, b)));
    }),
  );
});

test('any text is evaluated or refused', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '1',
    'first',
    '.',
    '->',
    'value',
    '*',
    '&',
    '[',
    ']',
    '@',
    '#',
    "'",
    '"',
    'sizeof',
    'Node',
    '<',
    '?',
    ':',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      try {
        evaluate(parts.join(''));
      } catch (error) {
        expect((error as { code?: string }).code).toBe('usage');
      }
    }),
  );
});
