import { UsageError } from '../../bytes/errors.ts';
import { BOOL, INT64, integer, type TypedValue, UINT64 } from '../cpp/value.ts';

/** What a dx expression can be. */
export type ModelValue =
  | {
      readonly kind: 'typed';
      readonly value: TypedValue /** Made by us, so that no type is shown. */;
      readonly made: boolean;
    }
  | { readonly kind: 'text'; readonly text: string }
  /** What cannot be known, with the reason. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'function'; readonly call: ModelFunction }
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
  /** What of the items is lost, for people; asked after them. */
  readonly note?: () => string | null;
}

export interface ModelMember {
  readonly name: string;
  /** Read only when asked for. */
  readonly read: () => Promise<ModelValue>;
}

export interface ModelItem {
  /** What the item is found by in brackets: a process id, a position. */
  readonly key: bigint;
  readonly value: ModelValue;
}

/** Sequences longer than this are not worked through. */
export const MOST_ITEMS = 100_000;

export const typed = (value: TypedValue, made = false): ModelValue => ({ kind: 'typed', value, made });
/** A number of ours, shown in hexadecimal as dx shows ids and counts. */
export const hexNumber = (value: bigint | number): ModelValue => typed(integer(BigInt(value), UINT64), true);
export const bool = (value: boolean): ModelValue => typed(integer(value ? 1n : 0n, BOOL), true);
export const signedNumber = (value: bigint): ModelValue => typed(integer(value, INT64), true);
export const textValue = (text: string): ModelValue => ({ kind: 'text', text });
export const unknown = (reason: string): ModelValue => ({ kind: 'unknown', reason });
export const functionValue = (call: ModelFunction): ModelValue => ({ kind: 'function', call });

/** A member whose value is at hand; null is unknown for the reason given. */
export function member(name: string, value: ModelValue | null, reason = 'not in the dump'): ModelMember {
  return { name, read: async () => value ?? unknown(reason) };
}

export function objectOf(parts: Partial<Omit<ModelObject, 'kind'>>): ModelObject {
  return { kind: 'object', text: null, action: null, members: [], items: null, ...parts };
}

/** A sequence whose items are at hand. */
export function sequence(items: readonly ModelItem[], note: string | null = null): ModelObject {
  return objectOf({ items: async (most) => items.slice(0, most), note: () => note });
}

/** Values as a sequence that counts from 0. */
export function sequenceOf(values: readonly ModelValue[]): ModelObject {
  return sequence(values.map((value, index) => ({ key: BigInt(index), value })));
}

/** All items of a sequence; a UsageError where there are too many. */
export async function allItems(object: ModelObject): Promise<readonly ModelItem[]> {
  const items = (await object.items?.(MOST_ITEMS + 1)) ?? [];
  if (items.length > MOST_ITEMS) throw new UsageError('dx', `the sequence has more than ${MOST_ITEMS} items: use Take`);
  return items;
}
