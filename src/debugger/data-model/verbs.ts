import { signedValue } from '../cpp/value.ts';
import type { ModelHost } from './model-host.ts';
import {
  allItems,
  functionValue,
  MOST_ITEMS,
  type ModelFunction,
  type ModelItem,
  type ModelObject,
  type ModelValue,
  objectOf,
  sequence,
  sequenceOf,
  withNote,
} from './model-value.ts';
import { SequenceValues } from './sequence-values.ts';
import { chosen, needed, type Verb, type VerbTable } from './verb-arguments.ts';
import { COMBINING_VERBS } from './verbs-combining.ts';
import { REDUCING_VERBS } from './verbs-reducing.ts';

async function countOf(source: SequenceValues, args: readonly ModelValue[]): Promise<number> {
  const [first] = args;
  if (!first) throw source.error('a number of items is wanted here');
  const count = signedValue(await source.host.number(first, source.at));
  return Number(count < 0n ? 0n : count > 0xffffffffn ? 0xffffffffn : count);
}

/** What of the source is lost is lost of what is made of it. */
const noteOf = (values: SequenceValues): Pick<ModelObject, 'note' | 'counts'> => ({
  counts: values.source.counts,
  note: () => values.note(),
});
const kept = (source: SequenceValues, items: readonly ModelItem[]): ModelObject => ({
  ...sequence(items),
  ...noteOf(source),
});

/** How many items at the beginning a lambda holds for. */
async function leading(source: SequenceValues, by: ModelFunction): Promise<number> {
  const items = await source.all();
  let count = 0;
  while (count < items.length && (await source.holds(by, items[count]!.value))) count++;
  return count;
}

function mapped(source: SequenceValues, by: ModelFunction): ModelObject {
  return objectOf({
    ...noteOf(source),
    items: async (most) => {
      const out: ModelItem[] = [];
      for (const { key, value } of await source.some(most)) out.push({ key, value: await source.made(by, value) });
      return out;
    },
  });
}

const ordered: Verb = async (source, args, name) => {
  const sign = name === 'OrderBy' ? 1 : -1;
  const keyed = await source.keyed(needed(source, args, name));
  keyed.sort((a, b) => sign * source.compare(a.key, b.key));
  return kept(
    source,
    keyed.map(({ item }) => item),
  );
};

const flattened: Verb = async (source, args) => {
  const out: ModelValue[] = [];
  const lost: (string | null)[] = [];
  for (const { key } of await source.keyed(chosen(source, args))) {
    const inner = await source.host.sequenceOf(key);
    if (inner) {
      for (const { value } of await allItems(inner)) out.push(value);
      lost.push(inner.note?.() ?? null);
    } else if (key.kind === 'unknown') lost.push(key.reason);
    else out.push(key);
    if (out.length > MOST_ITEMS) throw source.error(`the sequence has more than ${MOST_ITEMS} items: use Take`);
  }
  return { ...sequenceOf(out), note: () => firstOf([source.note(), ...lost]) };
};

/** What is lost of several sequences: the first of it, and how often there is something. */
function firstOf(notes: readonly (string | null)[]): string | null {
  const told = notes.filter((each) => each !== null);
  return told.length > 1 ? `${told[0]}; and ${told.length - 1} more like that` : (told[0] ?? null);
}

const SHAPING_VERBS: VerbTable = {
  Select: {
    help: '[Select(KeyProjectorMethod) - What the lambda makes of each item]',
    run: async (source, args) => mapped(source, needed(source, args, 'Select')),
  },
  Where: {
    help: '[Where(FilterMethod) - The items for which the lambda holds]',
    run: async (source, args) => kept(source, await source.filtered(needed(source, args, 'Where'))),
  },
  OrderBy: { help: '[OrderBy(KeyProjectorMethod) - The items by rising key]', run: ordered },
  OrderByDescending: { help: '[OrderByDescending(KeyProjectorMethod) - The items by falling key]', run: ordered },
  Take: {
    help: '[Take(Count) - The first Count items]',
    async run(source, args) {
      const count = await countOf(source, args);
      return objectOf({ ...noteOf(source), items: (most) => source.some(Math.min(count, most)) });
    },
  },
  Skip: {
    help: '[Skip(Count) - The items behind the first Count]',
    async run(source, args) {
      const count = await countOf(source, args);
      return objectOf({
        ...noteOf(source),
        items: async (most) => (await source.some(count + most)).slice(count),
      });
    },
  },
  TakeWhile: {
    help: '[TakeWhile(FilterMethod) - The first items, as long as the lambda holds]',
    async run(source, args) {
      return kept(source, (await source.all()).slice(0, await leading(source, needed(source, args, 'TakeWhile'))));
    },
  },
  SkipWhile: {
    help: '[SkipWhile(FilterMethod) - The items from the first one on for which the lambda does not hold]',
    async run(source, args) {
      return kept(source, (await source.all()).slice(await leading(source, needed(source, args, 'SkipWhile'))));
    },
  },
  Reverse: {
    help: '[Reverse() - The items, the last one first]',
    run: async (source) => kept(source, [...(await source.all())].reverse()),
  },
  Flatten: { help: '[Flatten([KeyProjectorMethod]) - The items of all items as one sequence]', run: flattened },
  SelectMany: { help: '[SelectMany(KeyProjectorMethod) - As Flatten]', run: flattened },
  GroupBy: {
    help: '[GroupBy(KeyProjectorMethod) - The items in groups of equal key]',
    async run(source, args) {
      const groups = new Map<string, { readonly key: ModelValue; readonly items: ModelItem[] }>();
      for (const { item, key } of await source.keyed(needed(source, args, 'GroupBy'))) {
        const mark = source.mark(key);
        const group = groups.get(mark) ?? { key, items: [] };
        groups.set(mark, group);
        group.items.push(item);
      }
      const items = [...groups.values()].map((group) => ({
        key: keyOf(group.key),
        value: {
          ...kept(source, group.items),
          members: [{ name: 'Key', read: async () => group.key, hidden: true }],
        },
      }));
      return sequence(items, source.note());
    },
  },
  ToArray: {
    help: '[ToArray() - The items, counted from 0]',
    async run(source) {
      const items = (await source.all()).map(({ value }) => value);
      return { ...sequenceOf(items), note: () => source.note() };
    },
  },
};

/** What a group is found by in brackets. */
function keyOf(key: ModelValue): bigint | string {
  if (key.kind === 'text') return key.text;
  return key.kind === 'typed' && key.value.bits !== null ? signedValue(key.value) : '';
}

const ALL: VerbTable = { ...SHAPING_VERBS, ...REDUCING_VERBS, ...COMBINING_VERBS };

/** The verbs of sequences, for completion and -v. */
export const VERBS: readonly string[] = Object.keys(ALL);

export const helpOfVerb = (name: string): string => ALL[name]?.help ?? '';

/** A verb of a sequence by its name, or null. */
export function verb(host: ModelHost, items: ModelObject, name: string, at: number): ModelValue | null {
  const found = Object.hasOwn(ALL, name) ? ALL[name] : undefined;
  if (!found) return null;
  return functionValue(async (args) => {
    const values = new SequenceValues(host, items, at);
    const value = await found.run(values, args, name);
    // What is made of a list that is cut is made of what is left of it; one item of it is whole.
    if (value.kind !== 'object' || Object.hasOwn(REDUCING_VERBS, name)) return withNote(value, values.note());
    return { ...value, note: () => value.note?.() ?? values.note() };
  }, found.help);
}
