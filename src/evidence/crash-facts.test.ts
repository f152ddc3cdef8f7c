import { expect, test } from 'vitest';
import { writeMinidump, x64Context, x86Context } from '../../test/synth/minidump-writer.ts';
import { BytesSource } from '../bytes/source.ts';
import { nodeDisassembler } from '../platform/node/disassembler.ts';
import { adjustedAddressFact } from './adjusted-address.ts';
import { bitFlipFact } from './bit-flip.ts';
import { branchTargetFact } from './branch-target.ts';
import type { Case, Fact } from './case.ts';
import { inconsistenciesFact } from './consistency.ts';
import { memoryAccessesFact } from './memory-accesses.ts';
import { openCase } from './open-case.ts';

const CODE = 0x7ff700001000n;
const HEAP = 0x1a2b3c40000n;
const STACK = 0x50000f0000n;
const LIBRARIES = 0x7ff800000000n;
/** PAGE_* and MEM_* of winnt.h. */
const [NOACCESS, READONLY, READWRITE, EXECUTE_READ, GUARD] = [1, 2, 4, 0x20, 0x104];
const [COMMIT, FREE] = [0x1000, 0x10000];

interface Crash {
  readonly code: number[];
  readonly rax?: bigint;
  readonly rbp?: bigint;
  readonly rsp?: bigint;
  readonly exception?: number;
  readonly type?: bigint;
  readonly address?: bigint;
  readonly regions?: boolean;
  readonly modules?: string[];
}

/** A crash at CODE of a process with code, a heap of 64 KB with a guard page behind it, and a stack. */
function crash({ code, rax = 0n, rbp = 0n, rsp = STACK + 0x8000n, exception = 0xc0000005, ...fault }: Crash): Case {
  const context = x64Context({ rip: CODE, rsp, rax, rbp });
  const bytes = Uint8Array.from({ length: 64 }, (_, index) => code[index] ?? 0x90);
  const region = (base: bigint, size: bigint, protect: number, state = COMMIT) => ({
    base,
    size,
    protect,
    state,
    type: 0x20000,
  });
  const dump = writeMinidump({
    system: {},
    modules: (fault.modules ?? []).map((name, index) => ({
      base: LIBRARIES + BigInt(index) * 0x10000n,
      size: 0x1000,
      name,
    })),
    threads: [{ id: 7, context, stack: { start: STACK, bytes: new Uint8Array(0x10000) } }],
    memory: [{ start: CODE, bytes }],
    exception: {
      threadId: 7,
      code: exception,
      address: CODE,
      parameters: [fault.type ?? 0n, fault.address ?? 0n],
      context,
    },
    ...(fault.regions === false
      ? {}
      : {
          memoryInfos: [
            region(HEAP, 0x10000n, READWRITE),
            region(HEAP + 0x10000n, 0x1000n, GUARD),
            region(HEAP + 0x11000n, 0x1000n, READWRITE),
            region(HEAP + 0x12000n, 0x1000n, NOACCESS),
            region(HEAP + 0x13000n, 0x100000n, 0, FREE),
            region(STACK, 0x10000n, READWRITE),
            region(CODE, 0x1000n, EXECUTE_READ),
            region(CODE + 0x1000n, 0x1000n, READONLY),
          ],
        }),
  });
  return openCase(new BytesSource(dump), 'crash.dmp', [], nodeDisassembler);
}

function ask<T>(fact: Fact<T>, theCase: Case): T {
  const answer = fact(theCase);
  if (!answer.known) throw new Error(answer.missing);
  return answer.value;
}
const ids = (theCase: Case) => ask(inconsistenciesFact, theCase).map(({ id }) => id);

/** mov ecx,[rax] · mov [rax],ecx · mov ecx,[rax+18h] · add [rax],ecx · div ecx · nop · movaps xmm0,[rax] · ret */
const LOAD = [0x8b, 0x08];
const STORE = [0x89, 0x08];
const LOAD18 = [0x8b, 0x48, 0x18];
const CHANGE = [0x01, 0x08];
const DIVIDE = [0xf7, 0xf1];
const NOP = [0x90];
const ALIGNED = [0x0f, 0x28, 0x00];
const RETURN = [0xc3];

test('one flipped bit explains a pointer into nowhere, and registers near it make that likely', () => {
  const bad = (HEAP + 0x500n) ^ (1n << 45n);
  const [flip, ...others] = ask(
    bitFlipFact,
    crash({ code: LOAD18, rax: bad, rbp: HEAP + 0x400n, address: bad + 0x18n }),
  );
  expect(others).toEqual([]);
  expect(flip).toMatchObject({
    register: 'rax',
    bit: 45,
    value: HEAP + 0x500n,
    address: HEAP + 0x518n,
    wasNonCanonical: false,
    nearbyRegisters: 1,
    poisonRegisters: false,
  });
  const [alone] = ask(bitFlipFact, crash({ code: LOAD18, rax: bad, address: bad + 0x18n }));
  expect(flip!.confidence).toBeGreaterThan(alone!.confidence);
});

test('a non-canonical pointer: the address that the record cannot hold, and the flip', () => {
  const bad = (HEAP + 0x500n) ^ (1n << 62n);
  const theCase = crash({ code: LOAD, rax: bad, address: 0xffffffffffffffffn });
  expect(ask(adjustedAddressFact, theCase)).toEqual({ kind: 'non-canonical', address: bad });
  expect(ask(bitFlipFact, theCase)).toMatchObject([{ bit: 62, wasNonCanonical: true, value: HEAP + 0x500n }]);
  expect(ids(theCase)).toEqual([]);
  // Without a list of memory the flip still makes the address canonical, but less is known about it.
  const [blind] = ask(bitFlipFact, crash({ code: LOAD, rax: bad, address: 0xffffffffffffffffn, regions: false }));
  expect(blind).toMatchObject({ bit: 62 });
  expect(blind!.confidence).toBeLessThan(ask(bitFlipFact, theCase)[0]!.confidence);
});

test('a flip must lead to memory that allows the access', () => {
  const readOnly = (CODE + 0x1800n) ^ (1n << 40n);
  expect(ask(bitFlipFact, crash({ code: LOAD, rax: readOnly, address: readOnly }))).toHaveLength(1);
  expect(ask(bitFlipFact, crash({ code: STORE, rax: readOnly, type: 1n, address: readOnly }))).toEqual([]);
});

test('a NULL pointer is no flipped bit, nor is text or a fill pattern', () => {
  const theCase = crash({ code: LOAD18, rax: 0n, address: 0x18n });
  expect(ask(adjustedAddressFact, theCase)).toEqual({ kind: 'null-pointer', offset: 0x18n });
  expect(ask(bitFlipFact, theCase)).toEqual([]);
  const filled = 0xfeeefeeefeeefeeen;
  expect(ask(bitFlipFact, crash({ code: LOAD, rax: filled, address: 0xffffffffffffffffn }))).toEqual([]);
});

test('a pointer that was NULL but for one bit, and a pointer that ran off the end of memory', () => {
  expect(ask(bitFlipFact, crash({ code: LOAD, rax: 1n << 40n, address: 1n << 40n }))).toMatchObject([
    { isNull: true, wasLow: false },
  ]);
  const past = HEAP + 0x20000n;
  const run = ask(bitFlipFact, crash({ code: LOAD, rax: past, rbp: HEAP + 0x10n, address: past }));
  for (const { confidence, isAdjacent } of run) expect([isAdjacent, confidence < 0.3]).toEqual([true, true]);
});

test('accesses of the failing instruction and the guard pages they meet', () => {
  const guard = HEAP + 0x10008n;
  expect(ask(memoryAccessesFact, crash({ code: STORE, rax: guard, type: 1n, address: guard }))).toEqual([
    { address: guard, size: 4, access: 'write', isLikelyGuardPage: true },
  ]);
  const fence = HEAP + 0x12008n;
  expect(ask(memoryAccessesFact, crash({ code: CHANGE, rax: fence, address: fence }))).toEqual([
    { address: fence, size: 4, access: 'read-write', isLikelyGuardPage: true },
  ]);
  expect(ask(memoryAccessesFact, crash({ code: RETURN }))).toEqual([
    { address: STACK + 0x8000n, size: 8, access: 'read', isLikelyGuardPage: false },
  ]);
});

/** call rax · jmp qword ptr [rax] */
const CALL = [0xff, 0xd0];
const JUMP = [0xff, 0x20];

test('a call to a non-canonical address faults at the call, and is no contradiction', () => {
  const theCase = crash({ code: CALL, rax: 0x4141414141414141n, address: 2n ** 64n - 1n });
  expect(ids(theCase)).toEqual([]);
  expect(ask(branchTargetFact, theCase)).toEqual({ address: 0x4141414141414141n, source: 'rax' });
  expect(ask(adjustedAddressFact, theCase)).toEqual({ kind: 'non-canonical', address: 0x4141414141414141n });
  const sane = crash({ code: CALL, rax: HEAP, address: 2n ** 64n - 1n });
  expect(ids(sane)).toEqual(['non_canonical_address_falsely_reported']);
  expect(ask(adjustedAddressFact, sane)).toBeNull();
});

test('where a return and a jump through memory go is read from the dump', () => {
  // The bytes of the code are the memory that the jump goes through, and its first instruction.
  expect(ask(branchTargetFact, crash({ code: JUMP, rax: CODE }))).toMatchObject({ address: 0x90909090909020ffn });
  expect(ask(branchTargetFact, crash({ code: RETURN }))).toMatchObject({ address: 0n });
  expect(branchTargetFact(crash({ code: RETURN, rsp: HEAP })).known).toBe(false);
  expect(ids(crash({ code: RETURN, rsp: HEAP, address: 2n ** 64n - 1n }))).not.toContain(
    'non_canonical_address_falsely_reported',
  );
  expect(ask(branchTargetFact, crash({ code: LOAD }))).toBeNull();
});

test('below a stack is a guard page only where the end of the stack is known', () => {
  const likely = (start: bigint) => {
    const context = x64Context({ rip: CODE, rsp: STACK + 0x10n, rax: start - 8n });
    const dump = writeMinidump({
      system: {},
      threads: [{ id: 7, context, stack: { start, bytes: new Uint8Array(0x1000) } }],
      memory: [{ start: CODE, bytes: Uint8Array.from(LOAD) }],
      exception: { threadId: 7, code: 0xc0000005, address: CODE, parameters: [0n, start - 8n], context },
    });
    const theCase = openCase(new BytesSource(dump), 'crash.dmp', [], nodeDisassembler);
    return ask(memoryAccessesFact, theCase)[0]!.isLikelyGuardPage;
  };
  expect(likely(STACK)).toBe(true);
  // What is saved of a stack from the stack pointer on.
  expect(likely(STACK + 0x10n)).toBe(false);
});

const AWAY = HEAP + 0x30000n;
const CONTRADICTIONS: readonly (readonly [string, Crash, string[]])[] = [
  ['agreement', { code: LOAD, rax: AWAY, address: AWAY }, []],
  [
    'another address',
    { code: LOAD, rax: AWAY, address: AWAY + 0x100n },
    ['crashing_access_not_found_in_memory_accesses'],
  ],
  ['no access at all', { code: NOP, address: AWAY }, ['crashing_access_not_found_in_memory_accesses']],
  ['a write by a load', { code: LOAD, rax: AWAY, type: 1n, address: AWAY }, ['access_type_contradicts_instruction']],
  ['a read or a write by a change in place', { code: CHANGE, rax: AWAY, type: 1n, address: AWAY }, []],
  [
    'a canonical address reported as -1',
    { code: LOAD, rax: AWAY, address: 2n ** 64n - 1n },
    ['non_canonical_address_falsely_reported'],
  ],
  ['a vector that is not aligned is reported as -1', { code: ALIGNED, rax: HEAP + 8n, address: 2n ** 64n - 1n }, []],
  ['memory that may be read', { code: LOAD, rax: HEAP, address: HEAP }, ['access_violation_when_access_allowed']],
  ['division by rcx = 0', { code: DIVIDE, exception: 0xc0000094 }, []],
  ['division by no division', { code: NOP, exception: 0xc0000094 }, ['int_div_by_zero_not_possible']],
  ['privileged nop', { code: NOP, exception: 0xc0000096 }, ['priv_instruction_crash_without_priv_instruction']],
  ['privileged hlt', { code: [0xf4], exception: 0xc0000096 }, []],
  ['another stack', { code: LOAD, rax: AWAY, address: AWAY, rsp: HEAP + 0x800n }, ['stack_pointer_outside_stack']],
  [
    'the other stack of a thread of WOW64',
    { code: LOAD, rax: AWAY, address: AWAY, rsp: HEAP + 0x800n, modules: ['C:\\Windows\\System32\\wow64.dll'] },
    [],
  ],
];
test.each(CONTRADICTIONS)('inconsistencies: %s', (_, spec, expected) => {
  expect(ids(crash(spec))).toEqual(expected);
});

test('x86: 32 bits hold too much memory for flips to mean anything', () => {
  const context = x86Context({ eip: 0x401000, esp: 0x12f800, eax: 0x41414141 });
  const dump = writeMinidump({
    system: { architecture: 0 },
    threads: [{ id: 7, context, stack: { start: 0x12f000n, bytes: new Uint8Array(0x1000) } }],
    memory: [{ start: 0x401000n, bytes: Uint8Array.from(LOAD) }],
    exception: { threadId: 7, code: 0xc0000005, address: 0x401000n, parameters: [0n, 0x41414141n], context },
  });
  const theCase = openCase(new BytesSource(dump), 'x86.dmp', [], nodeDisassembler);
  expect(ask(memoryAccessesFact, theCase)).toMatchObject([{ address: 0x41414141n, size: 4, access: 'read' }]);
  expect(ask(bitFlipFact, theCase)).toEqual([]);
  expect(ids(theCase)).toEqual([]);
});
