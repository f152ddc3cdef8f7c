import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closed, reopened, reopenedWithin } from './stand-ins.ts';

test('a closed text holds nothing that separates commands, and opens to what it was', () => {
  const text = fc.string({ unit: fc.constantFrom(';', '{', '}', '"', '\n', '\r', '$', '(', '`', '\\', 'a', ' ', '%') });
  fc.assert(
    fc.property(text, (hostile) => {
      expect(closed(hostile)).not.toMatch(/[;{}"\r\n$`|&]/);
      expect(reopened(closed(hostile))).toBe(hostile);
      expect(reopenedWithin(closed(hostile))).not.toMatch(/[;{}"\r\n]/);
    }),
  );
  // A dump cannot bring the stand-ins itself.
  expect(reopened(closed('a\ufdd0b'))).toBe('a\ufffdb');
});
