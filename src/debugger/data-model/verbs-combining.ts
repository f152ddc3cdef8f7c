import { bool, MOST_ITEMS, type ModelItem, type ModelValue, objectOf, sequence, sequenceOf } from './model-value.ts';
import type { SequenceValues } from './sequence-values.ts';
import { chosen, needed, type Verb, type VerbTable } from './verb-arguments.ts';

/** Items that bear a mark for the first time. */
function distinct(source: SequenceValues, items: readonly ModelItem[]): ModelItem[] {
  const seen = new Set<string>();
  const out: ModelItem[] = [];
  for (const item of items) {
    const mark = source.mark(item.value);
    if (seen.has(mark)) continue;
    seen.add(mark);
    out.push(item);
  }
  return out;
}

const values = (items: readonly ModelItem[]) => sequenceOf(items.map(({ value }) => value));

/** Except and Intersect: items that the other sequence has not, or has. */
const sifted: Verb = async (source, args, name) => {
  const others = new Set((await source.itemsOf(args[0], name)).map(({ value }) => source.mark(value)));
  const wanted = name === 'Intersect';
  const found = (await source.all()).filter(({ value }) => others.has(source.mark(value)) === wanted);
  return sequence(distinct(source, found));
};

/** Verbs about more than one sequence, and about equal items. */
export const COMBINING_VERBS: VerbTable = {
  Distinct: {
    help: '[Distinct() - The items without those that came before]',
    async run(source, args) {
      const by = chosen(source, args);
      if (!by) return sequence(distinct(source, await source.all()));
      const seen = new Set<string>();
      const first = (await source.keyed(by)).filter(({ key }) => {
        const mark = source.mark(key);
        return !seen.has(mark) && seen.add(mark);
      });
      return sequence(first.map(({ item }) => item));
    },
  },
  Except: { help: '[Except(Sequence) - The items that the other sequence has not]', run: sifted },
  Intersect: { help: '[Intersect(Sequence) - The items that the other sequence has too]', run: sifted },
  Union: {
    help: '[Union(Sequence) - The items of both sequences, each once]',
    run: async (source, args) =>
      values(distinct(source, [...(await source.all()), ...(await source.itemsOf(args[0], 'Union'))])),
  },
  Concat: {
    help: '[Concat(Sequence) - The items of both sequences]',
    run: async (source, args) => values([...(await source.all()), ...(await source.itemsOf(args[0], 'Concat'))]),
  },
  SequenceEqual: {
    help: '[SequenceEqual(Sequence) - Whether the other sequence has the same items in the same order]',
    async run(source, args) {
      const marks = (items: readonly ModelItem[]) => items.map(({ value }) => source.mark(value)).join('\n');
      return bool(marks(await source.all()) === marks(await source.itemsOf(args[0], 'SequenceEqual')));
    },
  },
  Zip: {
    help: '[Zip(Sequence, ResultMethod) - What the lambda makes of items at the same place]',
    async run(source, args) {
      const other = await source.itemsOf(args[0], 'Zip');
      const by = needed(source, args, 'Zip', 1);
      const out: ModelValue[] = [];
      for (const [index, { value }] of (await source.all()).slice(0, other.length).entries()) {
        await source.host.step();
        out.push(await by([value, other[index]!.value]));
      }
      return sequenceOf(out);
    },
  },
  Join: {
    help: '[Join(Sequence, KeyMethod, OtherKeyMethod, ResultMethod) - What the lambda makes of items of equal key]',
    async run(source, args) {
      const inner = await source.keyed(needed(source, args, 'Join', 2), await source.itemsOf(args[0], 'Join'));
      const outer = await source.keyed(needed(source, args, 'Join', 1));
      const result = needed(source, args, 'Join', 3);
      const byMark = new Map<string, ModelValue[]>();
      for (const { item, key } of inner) {
        const mark = source.mark(key);
        const same = byMark.get(mark) ?? [];
        byMark.set(mark, same);
        same.push(item.value);
      }
      const out: ModelValue[] = [];
      for (const { item, key } of outer) {
        for (const value of byMark.get(source.mark(key)) ?? []) {
          await source.host.step();
          if (out.length > MOST_ITEMS) throw source.error(`the sequence has more than ${MOST_ITEMS} items: use Take`);
          out.push(await result([item.value, value]));
        }
      }
      return sequenceOf(out);
    },
  },
  Append: {
    help: '[Append(Object) - The items with one more behind them]',
    async run(source, [added]) {
      if (!added) throw source.error('Append needs a value');
      return objectOf(values([...(await source.all()), { key: 0n, value: added }]));
    },
  },
};
