import type { Type } from '../../symbols/type.ts';
import { signedValue, type TypedValue } from '../cpp/value.ts';
import { type Format, inherited } from './format-specifier.ts';
import type { ModelHost } from './model-host.ts';
import { MOST_ITEMS, type ModelValue, objectOf, typed } from './model-value.ts';

/** A value as its format specifier wants it: of so many elements, and to be shown so. */
export async function formatted(
  host: ModelHost,
  value: ModelValue,
  format: Format | null,
  length: (text: string) => Promise<ModelValue>,
): Promise<ModelValue> {
  if (!format) return value;
  const count = format.length === null ? null : await elementCount(host, await length(format.length));
  const measured = count === null ? value : await ofLength(host, value, count);
  return dressed(measured, format);
}

/** A value with a format, which what an object holds inherits. */
function dressed(value: ModelValue, format: Format): ModelValue {
  if (value.kind === 'typed') return { ...value, format: value.format ?? format };
  const own = inherited(format);
  if (value.kind !== 'object' || !own) return value;
  const { items } = value;
  const dress = (inner: ModelValue) => dressed(inner, own);
  return {
    ...value,
    members: value.members.map((each) => ({ ...each, read: async () => dress(await each.read()) })),
    items: items && (async (most) => (await items(most)).map((item) => ({ ...item, value: dress(item.value) }))),
  };
}

async function elementCount(host: ModelHost, value: ModelValue): Promise<number> {
  const count = signedValue(await host.number(value, 0));
  return count < 0n ? 0 : count > BigInt(MOST_ITEMS) ? MOST_ITEMS : Number(count);
}

/** The first `count` elements of a pointer, an array or a sequence. */
async function ofLength(host: ModelHost, value: ModelValue, count: number): Promise<ModelValue> {
  if (value.kind === 'typed') {
    const array = arrayOf(value.value, count);
    if (array) return typed(array, value.made);
  }
  const source = await host.sequenceOf(value);
  if (!source) return value;
  return objectOf({ ...source, shown: count });
}

function arrayOf({ type, bits, address }: TypedValue, count: number): TypedValue | null {
  const element = type.kind === 'pointer' ? type.target() : type.kind === 'array' ? type.element() : null;
  const start = type.kind === 'pointer' ? bits : address;
  if (!element || start === null) return null;
  const array: Type = { kind: 'array', count, size: count * element.size, element: () => element };
  return { type: array, bits: null, number: null, address: start };
}
