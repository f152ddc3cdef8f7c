import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { ModelNode } from '../../src/debugger/data-model/view.ts';
import { Console } from './console.ts';

// The verbs over sequences of numbers do what JavaScript's arrays do.
const DEMO = resolve(import.meta.dirname, '../fixtures/demo');
const console_ = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => console_.close());

async function node(expression: string): Promise<ModelNode> {
  const [outcome] = await console_.run(`dx ${expression}`);
  expect(outcome!.error, expression).toBeNull();
  return (outcome!.data as { node: ModelNode }).node;
}
const array = (values: readonly number[]) => `Debugger.Utility.Collections.CreateArray(${values.join(', ')})`;
const numbers = async (expression: string) =>
  (await node(expression)).children?.map(({ value }) => Number(value)) ?? [];
const number = async (expression: string) => Number((await node(expression)).value);

const some = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 12 });
const filled = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });
const RUNS = { numRuns: 25 };

test('verbs that make sequences', async () => {
  await fc.assert(
    fc.asyncProperty(some, some, fc.nat(12), async (a, b, n) => {
      const [x, y] = [array(a), array(b)];
      expect(await numbers(`${x}.Select(v => v * 2 + 1)`)).toEqual(a.map((v) => v * 2 + 1));
      expect(await numbers(`${x}.Where(v => v > 0)`)).toEqual(a.filter((v) => v > 0));
      expect(await numbers(`${x}.OrderBy(v => v)`)).toEqual([...a].sort((p, q) => p - q));
      expect(await numbers(`${x}.OrderByDescending(v => v % 7)`)).toEqual([...a].sort((p, q) => (q % 7) - (p % 7)));
      expect(await numbers(`${x}.Skip(${n}).Take(3)`)).toEqual(a.slice(n, n + 3));
      expect(await numbers(`${x}.Reverse()`)).toEqual([...a].reverse());
      expect(await numbers(`${x}.Distinct()`)).toEqual([...new Set(a)]);
      expect(await numbers(`${x}.Concat(${y})`)).toEqual([...a, ...b]);
      expect(await numbers(`${x}.Union(${y})`)).toEqual([...new Set([...a, ...b])]);
      expect(await numbers(`${x}.Except(${y})`)).toEqual([...new Set(a)].filter((v) => !b.includes(v)));
      expect(await numbers(`${x}.Intersect(${y})`)).toEqual([...new Set(a)].filter((v) => b.includes(v)));
      expect(await numbers(`${x}.Zip(${y}, (p, q) => p - q)`)).toEqual(a.slice(0, b.length).map((v, at) => v - b[at]!));
      expect(await numbers(`${x}.Join(${y}, p => p, q => q, (p, q) => p + q)`)).toEqual(
        a.flatMap((p) => b.filter((q) => q === p).map((q) => p + q)),
      );
      const from = a.findIndex((v) => v >= 0);
      expect(await numbers(`${x}.SkipWhile(v => v < 0)`)).toEqual(from < 0 ? [] : a.slice(from));
      expect(await numbers(`${x}.TakeWhile(v => v < 0)`)).toEqual(from < 0 ? a : a.slice(0, from));
    }),
    RUNS,
  );
});

test('verbs that make one value', async () => {
  await fc.assert(
    fc.asyncProperty(filled, async (a) => {
      const x = array(a);
      const sum = a.reduce((p, q) => p + q, 0);
      expect(await number(`${x}.Count()`)).toBe(a.length);
      expect(await number(`${x}.Count(v => v > 10)`)).toBe(a.filter((v) => v > 10).length);
      expect(await number(`(int)${x}.Sum()`)).toBe(sum);
      expect(await number(`${x}.Average()`)).toBeCloseTo(sum / a.length);
      expect(await number(`${x}.Min()`)).toBe(Math.min(...a));
      expect(await number(`${x}.Max()`)).toBe(Math.max(...a));
      expect(await number(`${x}.First()`)).toBe(a[0]);
      expect(await number(`${x}.Last()`)).toBe(a.at(-1));
      expect(await number(`${x}.Aggregate(1000, (p, q) => p - q)`)).toBe(1000 - sum);
      expect((await node(`${x}.Any(v => v == 7)`)).text).toBe(`${a.includes(7)}`);
      expect((await node(`${x}.All(v => v < 40)`)).text).toBe(`${a.every((v) => v < 40)}`);
      expect((await node(`${x}.Contains(${a[0]})`)).text).toBe('true');
      expect(await number(`${x}.GroupBy(v => v % 5).Count()`)).toBe(new Set(a.map((v) => v % 5)).size);
      expect(await number(`${x}.GroupBy(v => v % 5).Select(g => g.Count()).Sum()`)).toBe(a.length);
      expect(await number(`${x}.GroupBy(v => v)[${a[0]}].Count()`)).toBe(a.filter((v) => v === a[0]).length);
    }),
    RUNS,
  );
});

test('methods of texts do what those of JavaScript do', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcAB ,.'), minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(word, word, fc.nat(5), async (a, b, n) => {
      const text = async (method: string) => (await node(`"${a}".${method}`)).text;
      expect(await text('Length')).toBe(`0x${a.length.toString(16)}`);
      expect(await text(`Contains("${b}")`)).toBe(`${a.includes(b)}`);
      expect(await text(`StartsWith("${b}")`)).toBe(`${a.startsWith(b)}`);
      expect(await text(`EndsWith("${b}")`)).toBe(`${a.endsWith(b)}`);
      expect(await text(`IndexOf("${b}")`)).toBe(`${a.indexOf(b)}`);
      expect(await text(`LastIndexOf("${b}")`)).toBe(`${a.lastIndexOf(b)}`);
      expect(await text('ToUpper()')).toBe(a.toUpperCase());
      expect(await text('ToLower()')).toBe(a.toLowerCase());
      expect(await text(`Substring(${n})`)).toBe(a.slice(n));
      expect(await text(`Substring(${n}, 2)`)).toBe(a.slice(n, n + 2));
      expect(await text(`Remove(${n}, 2)`)).toBe(a.slice(0, n) + a.slice(n + 2));
      expect(await text(`Replace("${b}", "-")`)).toBe(a.replaceAll(b, '-'));
      expect(await text(`PadLeft(${n + 3})`)).toBe(a.padStart(n + 3));
      expect((await node(`"${a}".Split(",")`)).children?.map((part) => part.text)).toEqual(a.split(','));
    }),
    RUNS,
  );
});

test('what has no answer says why', async () => {
  const words = async (expression: string) => (await console_.run(`dx ${expression}`))[0]!.error?.message ?? '';
  const empty = 'Debugger.Utility.Collections.CreateArray()';
  expect(await words(`${empty}.First()`)).toContain('no such item');
  expect(await words(`${empty}.Max()`)).toContain('empty');
  expect(await words(`${empty}.Average()`)).toContain('empty');
  expect(await words(`${empty}.Aggregate((a, b) => a)`)).toContain('empty');
  expect(await words(`${array([1])}.Selec(v => v)`)).toContain("Unable to bind name 'Selec'");
  expect(await words(`${array([1])}.Select(3)`)).toContain('lambda');
  expect(await words(`${array([1])}.Zip(3, (a, b) => a)`)).toContain('needs a sequence');
  expect(await words('"abc".Substring(-1)')).toContain('a position from 0');
  expect(await words('"abc".PadLeft(99999999)')).toContain('a position from 0');
  expect(await words('Debugger.Utility.Collections.FromListEntry(1)')).toContain('needs a list entry');
  expect(await words('Debugger.Utility.Control.ExecuteCommand()')).toContain('needs a command');
  expect(await words('@$curprocess.Threads["x"]')).toContain('there is no ["x"]');
});
