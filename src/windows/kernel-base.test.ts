import { expect, test } from 'vitest';
import { guessKernelBase } from './kernel-base.ts';

test('by the distance of PsLoadedModuleList in known kernels', () => {
  expect(guessKernelBase(3790, 0x808af9c8n)).toMatchObject({ base: 0x80800000n, threeGb: false });
  expect(guessKernelBase(3790, 0xe08af9c8n)).toMatchObject({ base: 0xe0800000n, threeGb: true });
  expect(guessKernelBase(3790, 0x8089ffa8n)?.kernel).toContain('uniprocessor');
});

test('no guess for other kernels and places', () => {
  expect(guessKernelBase(2600, 0x808af9c8n)).toBeNull();
  expect(guessKernelBase(3790, 0x8055a420n)).toBeNull();
  expect(guessKernelBase(null, 0x808af9c8n)).toBeNull();
});
