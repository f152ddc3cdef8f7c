import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { narrowPebOf } from './wow64-process.ts';

const BASE = 0x1000_0000;
const PEB = 0x7efde000;
const EPROCESS = (member: string): SynthTypes => ({ _EPROCESS: [0x600, { [member]: [0x320, 8] }] });

function pebOf(types: SynthTypes, pointer: bigint, behind = 0n) {
  const memory = new Page(0x1000).u64(0x320, pointer).u64(0x800, behind);
  const kernel = synthKernelView({ base: BASE, memory, variables: {}, types });
  return narrowPebOf(kernel.object('_EPROCESS', BASE));
}

test('Windows 7: the pointer is the PEB', () => {
  expect(pebOf(EPROCESS('Wow64Process'), BigInt(PEB))).toBe(PEB);
});

test('Windows 10 and Server 2003: the PEB stands in the structure behind the pointer', () => {
  const at = BigInt(BASE + 0x800);
  const ten: SynthTypes = { ...EPROCESS('WoW64Process'), _EWOW64PROCESS: [16, { Peb: [0, 8], Machine: [8, 2] }] };
  const old: SynthTypes = { ...EPROCESS('Wow64Process'), _WOW64_PROCESS: [8, { Wow64: [0, 8] }] };
  expect(pebOf(ten, at, BigInt(PEB))).toBe(PEB);
  expect(pebOf(old, at, BigInt(PEB))).toBe(PEB);
  expect(pebOf(ten, 0x7000_0000n)).toBeNull();
});

test('no 32-bit code, or garbage', () => {
  expect(pebOf(EPROCESS('Wow64Process'), 0n)).toBeNull();
  expect(pebOf(EPROCESS('Wow64Process'), 0xffff_8000_1234_5678n)).toBeNull();
  expect(pebOf(EPROCESS('Elsewhere'), 5n)).toBeNull();
});
