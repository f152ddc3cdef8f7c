import { floating, signedValue } from '../cpp/value.ts';
import { bool, hexNumber, type ModelItem, type ModelValue, typed } from './model-value.ts';
import type { SequenceValues } from './sequence-values.ts';
import type { Verb, VerbTable } from './verb-arguments.ts';
import { chosen, needed } from './verb-arguments.ts';

const extreme: Verb = async (source, args, name) => {
  const sign = name === 'Max' ? 1 : -1;
  const keyed = await source.keyed(chosen(source, args));
  if (keyed.length === 0) throw source.error(`${name}: the sequence is empty`);
  return keyed.reduce((best, each) => (sign * source.compare(each.key, best.key) > 0 ? each : best)).key;
};

/** The one item that is asked for. */
function only(source: SequenceValues, item: ModelItem | undefined, name: string): ModelValue {
  if (!item) throw source.error(`${name}: the sequence has no such item`);
  return item.value;
}

/** Verbs that make one value of a sequence. */
export const REDUCING_VERBS: VerbTable = {
  Count: {
    help: '[Count([FilterMethod]) - How many items there are for which the lambda holds]',
    run: async (source, args) => hexNumber((await source.filtered(chosen(source, args))).length),
  },
  First: {
    help: '[First([FilterMethod]) - The first item for which the lambda holds]',
    run: async (source, args, name) => only(source, (await source.filtered(chosen(source, args), 1))[0], name),
  },
  Last: {
    help: '[Last([FilterMethod]) - The last item for which the lambda holds]',
    run: async (source, args, name) => only(source, (await source.filtered(chosen(source, args))).at(-1), name),
  },
  Single: {
    help: '[Single([FilterMethod]) - The only item for which the lambda holds; an error where there are more]',
    async run(source, args, name) {
      const found = await source.filtered(chosen(source, args), 2);
      if (found.length > 1) throw source.error('Single: the sequence has more than one such item');
      return only(source, found[0], name);
    },
  },
  Any: {
    help: '[Any([FilterMethod]) - Whether the lambda holds for an item]',
    run: async (source, args) => bool((await source.filtered(chosen(source, args), 1)).length > 0),
  },
  All: {
    help: '[All(FilterMethod) - Whether the lambda holds for all items]',
    async run(source, args) {
      const by = needed(source, args, 'All');
      for (const { value } of await source.all()) if (!(await source.holds(by, value))) return bool(false);
      return bool(true);
    },
  },
  Sum: {
    help: '[Sum([ProjectionMethod]) - The sum of the items]',
    run: async (source, args) => source.sum((await source.keyed(chosen(source, args))).map(({ key }) => key)),
  },
  Average: {
    help: '[Average([ProjectionMethod]) - The mean of the items]',
    async run(source, args) {
      const keyed = await source.keyed(chosen(source, args));
      if (keyed.length === 0) throw source.error('Average: the sequence is empty');
      const sum = await source.host.number(await source.sum(keyed.map(({ key }) => key)), source.at);
      return typed(floating((sum.number ?? Number(signedValue(sum))) / keyed.length), true);
    },
  },
  Min: { help: '[Min([ProjectionMethod]) - The least item]', run: extreme },
  Max: { help: '[Max([ProjectionMethod]) - The greatest item]', run: extreme },
  Contains: {
    help: '[Contains(Object) - Whether an item equals the object]',
    async run(source, args) {
      const [wanted] = args;
      if (!wanted) throw source.error('Contains needs a value');
      const mark = source.mark(wanted);
      return bool((await source.all()).some(({ value }) => source.mark(value) === mark));
    },
  },
  Aggregate: {
    help: '[Aggregate([Seed], AccumulatorMethod, [ResultMethod]) - What the lambda makes of what it made before and the next item]',
    async run(source, args) {
      const isSeeded = args[0]?.kind !== 'function';
      const by = needed(source, args, 'Aggregate', isSeeded ? 1 : 0);
      const after = chosen(source, args, isSeeded ? 2 : 1);
      const values = (await source.all()).map(({ value }) => value);
      let result = isSeeded ? args[0] : values.shift();
      if (!result) throw source.error('Aggregate: the sequence is empty');
      for (const value of values) {
        await source.host.step();
        result = await by([result, value]);
      }
      return after ? after([result]) : result;
    },
  },
};
