import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toUnsigned } from '../memory/space.ts';
import { ModuleIndex, moduleIndexOf } from './module-index.ts';

test('finds the innermost of what a plain search finds, in any order of questions', () => {
  const somewhere = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ base: somewhere, size: fc.integer({ min: 0, max: 40 }) }), { maxLength: 12 }),
      fc.array(somewhere, { maxLength: 40 }),
      (items, questions) => {
        const index = new ModuleIndex(items);
        for (const address of questions) {
          const around = items.filter(({ base, size }) => address >= base && address < base + size);
          const nearest = Math.max(...around.map(({ base }) => base));
          const found = index.at(address);
          if (around.length === 0) expect(found).toBeNull();
          else expect(found && around.includes(found) && found.base).toBe(nearest);
          expect(index.atUnsigned(toUnsigned(address))).toBe(found);
        }
      },
    ),
  );
});

test('unsigned bases of a log, kernel addresses, and what is no address', () => {
  const nt = { base: 0xfffff80100000000n, size: 0x1000 };
  const odd = { base: 0x0123456789abcdefn, size: 0x1000 };
  const list = [nt, odd];
  expect(moduleIndexOf(list)).toBe(moduleIndexOf(list));
  expect(moduleIndexOf(list).atUnsigned(0xfffff80100000fffn)).toBe(nt);
  expect(moduleIndexOf(list).atUnsigned(0xfffff80100001000n)).toBeNull();
  expect(moduleIndexOf(list).atUnsigned(0x0123456789abcdefn)).toBeNull();
});
