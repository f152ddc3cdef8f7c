import { UnknownError } from '../cpp/access.ts';
import { DOUBLE, floating, INT64, integer, signedValue, type TypedValue, UINT64 } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import type { ModelHost } from './model-host.ts';
import {
  allItems,
  type ModelFunction,
  type ModelItem,
  type ModelObject,
  type ModelValue,
  typed,
} from './model-value.ts';
import { unknownOf } from './reason.ts';
import { plainText } from './scalar-text.ts';

/** One sequence with what verbs ask of it; each item costs a step. */
export class SequenceValues {
  readonly host: ModelHost;
  readonly source: ModelObject;
  readonly at: number;
  /** Items for which it cannot be told whether a lambda holds. */
  #undecided = 0;
  /** What is lost of other sequences that the verb was given. */
  readonly #lost: string[] = [];
  constructor(host: ModelHost, source: ModelObject, at: number) {
    this.host = host;
    this.source = source;
    this.at = at;
  }
  /** What is lost of the source, or was left out of what was made of it; for people. */
  note(): string | null {
    const own = this.#undecided;
    const left = own === 0 ? null : `${own} left out, of which the dump does not say whether the lambda holds`;
    return [this.source.note?.() ?? null, ...this.#lost, left].filter((each) => each !== null).join('; ') || null;
  }
  error(message: string): ExpressionError {
    return new ExpressionError(message, this.at);
  }
  all(): Promise<readonly ModelItem[]> {
    return allItems(this.source);
  }
  async some(most: number): Promise<readonly ModelItem[]> {
    return (await this.source.items?.(most)) ?? [];
  }
  /** The items of another sequence. */
  async itemsOf(value: ModelValue | undefined, verb: string): Promise<readonly ModelItem[]> {
    const other = value && (await this.host.sequenceOf(value));
    if (!other) throw this.error(`${verb} needs a sequence`);
    const items = await allItems(other);
    const lost = other.note?.() ?? null;
    if (lost !== null) this.#lost.push(lost);
    return items;
  }
  async holds(by: ModelFunction, value: ModelValue): Promise<boolean> {
    await this.host.step();
    return this.host.isTrue(await by([value]), this.at);
  }
  /** Items for which a lambda holds, at most `most` of them; without a lambda all. */
  async filtered(by: ModelFunction | null, most = Number.POSITIVE_INFINITY): Promise<ModelItem[]> {
    if (!by) return [...(Number.isFinite(most) ? await this.some(most) : await this.all())];
    const out: ModelItem[] = [];
    for (const item of await this.all()) {
      if (out.length >= most) break;
      try {
        if (await this.holds(by, item.value)) out.push(item);
      } catch (error) {
        if (!(error instanceof UnknownError)) throw error;
        this.#undecided++;
      }
    }
    return out;
  }
  /** What a lambda makes of a value; unknown where the dump does not hold what it asks for. */
  async made(by: ModelFunction, value: ModelValue): Promise<ModelValue> {
    await this.host.step();
    return by([value]).catch(unknownOf);
  }
  /** Each item with what a lambda makes of it, or with itself. */
  async keyed(by: ModelFunction | null, items?: readonly ModelItem[]): Promise<Keyed[]> {
    const out: Keyed[] = [];
    for (const item of items ?? (await this.all())) {
      await this.host.step();
      out.push({ item, key: by ? await by([item.value]) : item.value });
    }
    return out;
  }
  compare(a: ModelValue, b: ModelValue): number {
    if (a.kind === 'typed' && b.kind === 'typed') {
      const [x, y] = [comparable(a.value), comparable(b.value)];
      if (x !== null && y !== null) return x < y ? -1 : x > y ? 1 : 0;
    }
    const [x, y] = [plainText(this.host.session, a), plainText(this.host.session, b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  /** What makes two values the same: their number, their place, or how they are shown. */
  mark(value: ModelValue): string {
    if (value.kind === 'typed') {
      const known = comparable(value.value);
      if (known !== null) return `is ${known}`;
      if (value.value.type.kind === 'struct') return `at ${value.value.address}`;
    }
    if (value.kind === 'object' && value.identity !== undefined) return `is ${value.identity}`;
    if (value.kind === 'object' && value.members.length > 0) return `made ${ordinal(value)}`;
    return `shows ${plainText(this.host.session, value)}`;
  }
  async sum(values: readonly ModelValue[]): Promise<ModelValue> {
    let sum = 0n;
    let fraction = 0;
    let [isFraction, isSigned] = [false, false];
    for (const each of values) {
      const value = await this.host.number(each, this.at);
      if (value.number !== null) {
        isFraction = true;
        fraction += value.number;
      } else {
        const number = signedValue(value);
        isSigned ||= number < 0n || value.type === INT64;
        sum += number;
      }
    }
    if (isFraction) return typed({ ...floating(fraction + Number(sum)), type: DOUBLE }, true);
    return typed(integer(sum, isSigned ? INT64 : UINT64), true);
  }
}

export interface Keyed {
  readonly item: ModelItem;
  readonly key: ModelValue;
}

/** Objects have no identity of their own beside the one they have here. */
const ordinals = new WeakMap<ModelObject, number>();
let lastOrdinal = 0;
function ordinal(value: ModelObject): number {
  const known = ordinals.get(value) ?? ++lastOrdinal;
  ordinals.set(value, known);
  return known;
}

/** A number to compare by; null for structures. */
function comparable(value: TypedValue): bigint | number | null {
  if (value.number !== null) return value.number;
  return value.bits === null ? null : signedValue(value);
}
