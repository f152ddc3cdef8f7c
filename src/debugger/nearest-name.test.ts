import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

test('the nearest name is within two edits, and of the case that is known', () => {
  expect(nearestName('kebugchekex', ['KeBugCheck', 'KeBugCheckEx', 'KiBugCheck'])).toBe('KeBugCheckEx');
  expect(nearestName('something', ['KeBugCheck'])).toBeNull();
  expect(nearestName('q', ['k'])).toBeNull();
  expect(nearestName('lmm', ['lm'])).toBe('lm');
  expect(nearestName('zz', ['k', 'kb'])).toBeNull();
});
