import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { systemSpans } from './system-va.ts';

const BASE = 0x1000_0000;
const MAP = 0x100;
const PART = 0x80_0000_0000n;
const START = 0xffff_8000_0000_0000n;
const VA_TYPES = [
  [0, 'MiVaUnused'],
  [1, 'MiVaSessionSpace'],
  [8, 'MiVaPagedPool'],
  [17, 'MiVaNew'],
] as const;

function spansOf(map: Page) {
  const variables = { MiSystemVaType: MAP };
  const kernel = synthKernelView({ base: BASE, memory: map, variables, types: {} as SynthTypes });
  const names = new Map<number, string>(VA_TYPES);
  kernel.enumeration = (name) => (name === '_MI_SYSTEM_VA_TYPE' ? names : null);
  return systemSpans(kernel);
}

test('parts of kernel space: neighbours of one use are one, unused ones are left out, new uses keep their names', () => {
  const map = new Page(0x1000);
  for (const [index, use] of [1, 1, 0, 8].entries()) map.u8(MAP + 32 + index, use);
  map.u8(MAP + 255, 17);
  expect(spansOf(map)).toEqual({
    spans: [
      { use: 'SessionSpace', base: START + 32n * PART, end: START + 34n * PART },
      { use: 'PagedPool', base: START + 35n * PART, end: START + 36n * PART },
      { use: 'New', base: START + 255n * PART, end: 1n << 64n },
    ],
    lost: null,
  });
});

test('entries of the map that are not in the dump are told', () => {
  const map = new Page(MAP + 36);
  map.u8(MAP + 32, 8);
  expect(spansOf(map)).toEqual({
    spans: [{ use: 'PagedPool', base: START + 32n * PART, end: START + 33n * PART }],
    lost: "220 entries of the kernel's map are not in the dump",
  });
});
