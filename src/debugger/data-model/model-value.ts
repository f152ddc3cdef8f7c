import { UsageError } from '../../bytes/errors.ts';
import { BOOL, INT64, integer, type TypedValue, UINT64 } from '../cpp/value.ts';
import type { Format } from './format-specifier.ts';

/** What a dx expression can be. */
export type ModelValue =
  | {
      readonly kind: 'typed';
      readonly value: TypedValue;
      /** Made by us, so that no type is shown. */
      readonly made: boolean;
      /** As whoever made the value wants it shown; null for as usual. */
      readonly format: Format | null;
      /** What of it is not known, for people: that it counts a list of which a part is lost. */
      readonly note?: string;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** What cannot be known, with the reason. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'function'; readonly call: ModelFunction /** What -v says of it. */; readonly help: string | null }
  | ModelObject;

export type ModelFunction = (args: readonly ModelValue[]) => Promise<ModelValue>;

/** An object that is no structure of memory: a process, a list, what `new { }` made. */
export interface ModelObject {
  readonly kind: 'object';
  /** As it is shown beside its name; null for none. */
  readonly text: string | null;
  /** What a click would do in WinDbg: `Switch To`. */
  readonly action: string | null;
  readonly members: readonly ModelMember[];
  /** At most `most` items in order; null where the object is no sequence. */
  readonly items: ((most: number) => Promise<readonly ModelItem[]>) | null;
  /** How items count: `[0x1f]` of the model's own sequences, `[31]` of arrays and NatVis. */
  readonly counts: 'hex' | 'decimal';
  /** An item by what is written in brackets, where that is more than its key. */
  readonly find?: (key: bigint | string) => Promise<ModelValue | null>;
  /** What of the items is lost, for people; asked after them. */
  readonly note?: () => string | null;
  /** What the object stands for, so that two objects of the same thing are equal; absent for what is made anew. */
  readonly identity?: string;
  /** How many items are shown where the format specifier says so: there may be more. */
  readonly shown?: number;
}

export interface ModelMember {
  readonly name: string;
  /** Read only when asked for. */
  readonly read: () => Promise<ModelValue>;
  /** There, and shown with -v only. */
  readonly hidden?: boolean;
}

export interface ModelItem {
  /** What the item is found by in brackets: a process id, a position, what its group has in common. */
  readonly key: bigint | string;
  readonly value: ModelValue;
  /** As the item is called; absent where its key in brackets says it. */
  readonly name?: string;
}

/** Sequences longer than this are not worked through. */
export const MOST_ITEMS = 100_000;

export const typed = (value: TypedValue, made = false, format: Format | null = null): ModelValue => ({
  kind: 'typed',
  value,
  made,
  format,
});
/** A value with what is not known of what it was made of. */
export function withNote(value: ModelValue, note: string | null): ModelValue {
  return value.kind === 'typed' && note !== null && value.note === undefined ? { ...value, note } : value;
}
/** A number of ours, shown in hexadecimal as dx shows ids and counts. */
export const hexNumber = (value: bigint | number): ModelValue => typed(integer(BigInt(value), UINT64), true);
export const bool = (value: boolean): ModelValue => typed(integer(value ? 1n : 0n, BOOL), true);
export const signedNumber = (value: bigint | number): ModelValue => typed(integer(BigInt(value), INT64), true);
export const textValue = (text: string): ModelValue => ({ kind: 'text', text });
export const unknown = (reason: string): ModelValue => ({ kind: 'unknown', reason });
export const functionValue = (call: ModelFunction, help: string | null = null): ModelValue => ({
  kind: 'function',
  call,
  help,
});

/** A member whose value is at hand; null is unknown for the reason given. */
export function member(name: string, value: ModelValue | null, reason = 'not in the dump'): ModelMember {
  return { name, read: async () => value ?? unknown(reason) };
}

/** A method: it does not belong to what an object shows of itself. */
export function method(name: string, help: string, call: ModelFunction): ModelMember {
  return { name, read: async () => functionValue(call, help), hidden: true };
}

export function objectOf(parts: Partial<Omit<ModelObject, 'kind'>>): ModelObject {
  return { kind: 'object', text: null, action: null, members: [], items: null, counts: 'hex', ...parts };
}

/** A sequence whose items are at hand. */
export function sequence(items: readonly ModelItem[], note: string | null = null): ModelObject {
  return objectOf({ items: async (most) => items.slice(0, most), note: () => note });
}

/** Values as a sequence that counts from 0. */
export function sequenceOf(values: readonly ModelValue[], note: string | null = null): ModelObject {
  return sequence(
    values.map((value, index) => ({ key: BigInt(index), value })),
    note,
  );
}

/** All items of a sequence; a UsageError where there are too many. */
export async function allItems(object: ModelObject): Promise<readonly ModelItem[]> {
  const items = (await object.items?.(MOST_ITEMS + 1)) ?? [];
  if (items.length > MOST_ITEMS) throw new UsageError('dx', `the sequence has more than ${MOST_ITEMS} items: use Take`);
  return items;
}

/** What an item is called: its key in brackets. */
export function itemName({ key, name }: ModelItem, counts: ModelObject['counts']): string {
  if (name !== undefined) return name;
  if (typeof key === 'string') return `["${key}"]`;
  return counts === 'hex' ? `[0x${key.toString(16)}]` : `[${key}]`;
}
