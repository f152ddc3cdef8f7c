import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analysis/report.ts';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import type { Case } from '../../src/evidence/case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { openBreakpad } from '../../src/symbols/breakpad.ts';
import { type ThreadSpec, x86Context } from '../synth/minidump-writer.ts';
import { dumpCase, dwords } from './scene.ts';

const NTDLL = 0x77f00000;
const APP = 0x400000;
const FIRST = 0x405000;
const SECOND = 0x405020;

/** RTL_CRITICAL_SECTION without debug information, as Windows 7 and later keep it: locked, with so many waiters. */
const section = (owner: number, waiters: number) => dwords(0xffffffff, -2 - 4 * waiters, 1, owner, 0, 0);

/** A 32-bit thread in NtWaitForSingleObject under RtlEnterCriticalSection, called by the app, with frame pointers. */
function waiting(id: number, stack: number, awaited: number): ThreadSpec {
  const words = dwords(
    // NtWaitForSingleObject returns into RtlpWaitOnCriticalSection, that into RtlEnterCriticalSection, that to the app.
    stack + 0x10,
    NTDLL + 0x2010,
    0x11,
    0,
    stack + 0x20,
    NTDLL + 0x3010,
    awaited,
    0,
    stack + 0x30,
    APP + 0x1050,
    awaited,
    0x1234,
    0,
    0,
    0,
    0,
  );
  return {
    id,
    context: x86Context({ eip: NTDLL + 0x1010, esp: stack, ebp: stack }),
    stack: { start: BigInt(stack), bytes: words },
  };
}

const NAMES = `MODULE windows x86 5A9832E5287241C1838ED98914E9B7FF1 ntdll.pdb
FUNC 1000 100 c NtWaitForSingleObject
FUNC 2000 100 8 RtlpWaitOnCriticalSection
FUNC 3000 100 4 RtlEnterCriticalSection
`;

function caseOf(first: Uint8Array, second: Uint8Array): Case {
  const bare = dumpCase({
    system: { architecture: 0, platform: 2, version: [6, 1, 7601], processors: 2 },
    threads: [waiting(0x111, 0x80000, SECOND), waiting(0x222, 0x90000, FIRST)],
    modules: [
      { base: BigInt(APP), size: 0x10000, name: 'C:\\shop\\shop.exe' },
      { base: BigInt(NTDLL), size: 0x10000, name: 'C:\\Windows\\System32\\ntdll.dll' },
    ],
    memory: [
      { start: BigInt(FIRST), bytes: first },
      { start: BigInt(SECOND), bytes: second },
    ],
  });
  const ntdll = bare.target!.modules.find(({ name }) => name === 'ntdll')!;
  const table = openBreakpad(new BytesSource(new TextEncoder().encode(NAMES)), new Problems(), 'ntdll.sym');
  return { ...bare, symbols: new Map([[ntdll, { table, image: null, note: '' }]]) };
}
const found = (theCase: Case, id: string) =>
  analyze(theCase, PATTERNS).judgement.findings.find(({ pattern }) => pattern.id === id);

describe('critical sections that are on no list', () => {
  test('are found in the frames of the threads that wait for them', () => {
    const { details } = found(caseOf(section(0x111, 1), section(0x222, 1)), 'deadlock-critical-sections')!;
    expect(details).toMatchObject({ threads: expect.arrayContaining(['0x111', '0x222']), blocked: 2 });
  });
  test('only where what is there can be one: locked by another thread of the process, with waiters', () => {
    const free = dwords(0xffffffff, -1, 0, 0, 0, 0);
    expect(found(caseOf(free, section(0x222, 1)), 'deadlock-critical-sections')).toBeUndefined();
    expect(found(caseOf(section(0x999, 1), section(0x222, 1)), 'deadlock-critical-sections')).toBeUndefined();
    expect(found(caseOf(section(0x111, 0), section(0x222, 1)), 'deadlock-critical-sections')).toBeUndefined();
  });
});
