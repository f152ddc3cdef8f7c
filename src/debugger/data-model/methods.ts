import { DOUBLE, floating, INT64, integer, signedValue, type TypedValue, UINT64 } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import type { ModelHost } from './model-host.ts';
import {
  allItems,
  bool,
  functionValue,
  hexNumber,
  type ModelFunction,
  type ModelItem,
  type ModelObject,
  type ModelValue,
  objectOf,
  sequence,
  sequenceOf,
  textValue,
  typed,
} from './model-value.ts';
import { displayText } from './scalar-text.ts';

/** The verbs of sequences, for completion. */
export const VERBS: readonly string[] = [
  'Select',
  'Where',
  'OrderBy',
  'OrderByDescending',
  'Count',
  'First',
  'Last',
  'Take',
  'Skip',
  'Flatten',
  'Distinct',
  'Any',
  'All',
  'Sum',
  'Min',
  'Max',
  'Contains',
];

/** A method of a text by its name, or null. */
export function textMethod(text: string, name: string): ModelValue | null {
  const other = (args: readonly ModelValue[]) => (args[0]?.kind === 'text' ? args[0].text : '');
  switch (name) {
    case 'Length':
      return hexNumber(text.length);
    case 'Contains':
      return functionValue(async (args) => bool(text.includes(other(args))));
    case 'StartsWith':
      return functionValue(async (args) => bool(text.startsWith(other(args))));
    case 'EndsWith':
      return functionValue(async (args) => bool(text.endsWith(other(args))));
    case 'ToLower':
      return functionValue(async () => textValue(text.toLowerCase()));
    case 'ToUpper':
      return functionValue(async () => textValue(text.toUpperCase()));
    default:
      return null;
  }
}

/** `ToDisplayString`, which every value has, and the LINQ verbs of sequences; null for other names. */
export function objectMethod(
  evaluator: ModelHost,
  operand: ModelValue,
  name: string,
  items: ModelObject | null,
  at: number,
): ModelValue | null {
  if (name === 'ToDisplayString')
    return functionValue(async (args) => {
      const format = args[0]?.kind === 'text' ? args[0].text : null;
      return textValue(displayText(evaluator.session, operand, format));
    });
  const verb = items ? new Verbs(evaluator, items, at).named(name) : null;
  return verb && functionValue(verb);
}

/** The LINQ verbs over one sequence. */
class Verbs {
  readonly #evaluator: ModelHost;
  readonly #sequence: ModelObject;
  readonly #at: number;
  constructor(evaluator: ModelHost, source: ModelObject, at: number) {
    this.#evaluator = evaluator;
    this.#sequence = source;
    this.#at = at;
  }
  named(name: string): ModelFunction | null {
    switch (name) {
      case 'Select':
        return async (args) => this.#mapped(this.#needed(args, 'Select'));
      case 'Where':
        return async (args) => sequence(await this.#filtered(this.#needed(args, 'Where')));
      case 'OrderBy':
        return (args) => this.#ordered(args, 'OrderBy', 1);
      case 'OrderByDescending':
        return (args) => this.#ordered(args, 'OrderByDescending', -1);
      case 'Count':
        return async (args) => hexNumber((await this.#filtered(this.#chosen(args))).length);
      case 'First':
      case 'Last':
        return async (args) => this.#one(await this.#filtered(this.#chosen(args)), name);
      case 'Take':
        return async (args) => this.#taken(await this.#countOf(args));
      case 'Skip':
        return async (args) => sequence((await this.#all()).slice(await this.#countOf(args)));
      case 'Flatten':
        return (args) => this.#flattened(this.#chosen(args));
      case 'Distinct':
        return async () => this.#distinct();
      case 'Any':
        return async (args) => bool((await this.#filtered(this.#chosen(args))).length > 0);
      case 'All':
        return async (args) => {
          const all = await this.#all();
          return bool((await this.#filtered(this.#needed(args, 'All'))).length === all.length);
        };
      case 'Sum':
        return async (args) => this.#sum(this.#chosen(args));
      case 'Min':
        return (args) => this.#extreme(this.#chosen(args), -1, name);
      case 'Max':
        return (args) => this.#extreme(this.#chosen(args), 1, name);
      case 'Contains':
        return async (args) => this.#contains(args[0]);
      default:
        return null;
    }
  }
  #all(): Promise<readonly ModelItem[]> {
    return allItems(this.#sequence);
  }
  #chosen(args: readonly ModelValue[]): ModelFunction | null {
    const [first] = args;
    if (first === undefined) return null;
    if (first.kind === 'function') return first.call;
    throw new ExpressionError('a lambda is wanted here: x => ...', this.#at);
  }
  #needed(args: readonly ModelValue[], verb: string): ModelFunction {
    const chosen = this.#chosen(args);
    if (!chosen) throw new ExpressionError(`${verb} needs a lambda: x => ...`, this.#at);
    return chosen;
  }
  async #countOf(args: readonly ModelValue[]): Promise<number> {
    const [first] = args;
    if (!first) throw new ExpressionError('a number of items is wanted here', this.#at);
    const count = signedValue(await this.#evaluator.number(first, this.#at));
    return Number(count < 0n ? 0n : count > 0xffffffffn ? 0xffffffffn : count);
  }
  #mapped(by: ModelFunction): ModelObject {
    const source = this.#sequence;
    return objectOf({
      items: async (most) => {
        const out: ModelItem[] = [];
        for (const { key, value } of (await source.items?.(most)) ?? []) out.push({ key, value: await by([value]) });
        return out;
      },
      ...(source.note ? { note: source.note } : {}),
    });
  }
  #taken(count: number): ModelObject {
    const source = this.#sequence;
    return objectOf({ items: async (most) => (await source.items?.(Math.min(count, most))) ?? [] });
  }
  async #filtered(by: ModelFunction | null): Promise<ModelItem[]> {
    const out: ModelItem[] = [];
    for (const item of await this.#all()) {
      if (!by || (await this.#evaluator.isTrue(await by([item.value]), this.#at))) out.push(item);
    }
    return out;
  }
  async #keyed(by: ModelFunction | null): Promise<{ readonly item: ModelItem; readonly key: ModelValue }[]> {
    const out = [];
    for (const item of await this.#all()) out.push({ item, key: by ? await by([item.value]) : item.value });
    return out;
  }
  async #ordered(args: readonly ModelValue[], verb: string, sign: number): Promise<ModelValue> {
    const keyed = await this.#keyed(this.#needed(args, verb));
    keyed.sort((a, b) => sign * this.#compare(a.key, b.key));
    return sequence(keyed.map(({ item }) => item));
  }
  #compare(a: ModelValue, b: ModelValue): number {
    if (a.kind === 'typed' && b.kind === 'typed') {
      const [x, y] = [comparable(a.value), comparable(b.value)];
      if (x !== null && y !== null) return x < y ? -1 : x > y ? 1 : 0;
    }
    const [x, y] = [displayText(this.#evaluator.session, a), displayText(this.#evaluator.session, b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  #one(items: readonly ModelItem[], verb: string): ModelValue {
    const item = verb === 'First' ? items[0] : items.at(-1);
    if (!item) throw new ExpressionError(`${verb}: the sequence has no such item`, this.#at);
    return item.value;
  }
  async #flattened(by: ModelFunction | null): Promise<ModelValue> {
    const out: ModelValue[] = [];
    for (const { key } of await this.#keyed(by)) {
      const inner = await this.#evaluator.sequenceOf(key);
      if (inner) out.push(...(await allItems(inner)).map(({ value }) => value));
      else out.push(key);
    }
    return sequenceOf(out);
  }
  async #distinct(): Promise<ModelValue> {
    const seen = new Set<string>();
    const out: ModelItem[] = [];
    for (const item of await this.#all()) {
      const mark = this.#mark(item.value);
      if (seen.has(mark)) continue;
      seen.add(mark);
      out.push(item);
    }
    return sequence(out);
  }
  /** What makes two values the same: their number, their place, or how they are shown. */
  #mark(value: ModelValue): string {
    if (value.kind === 'typed') {
      const known = comparable(value.value);
      return known === null ? `at ${value.value.address}` : `is ${known}`;
    }
    return `shows ${displayText(this.#evaluator.session, value)}`;
  }
  async #sum(by: ModelFunction | null): Promise<ModelValue> {
    let sum = 0n;
    let fraction = 0;
    let isFraction = false;
    let isSigned = false;
    for (const { key } of await this.#keyed(by)) {
      const value = await this.#evaluator.number(key, this.#at);
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
  async #extreme(by: ModelFunction | null, sign: number, verb: string): Promise<ModelValue> {
    const keyed = await this.#keyed(by);
    if (keyed.length === 0) throw new ExpressionError(`${verb}: the sequence is empty`, this.#at);
    return keyed.reduce((best, each) => (sign * this.#compare(each.key, best.key) > 0 ? each : best)).key;
  }
  async #contains(wanted: ModelValue | undefined): Promise<ModelValue> {
    if (!wanted) throw new ExpressionError('Contains needs a value', this.#at);
    const mark = this.#mark(wanted);
    return bool((await this.#all()).some(({ value }) => this.#mark(value) === mark));
  }
}

/** A number to compare by; null for structures. */
function comparable(value: TypedValue): bigint | number | null {
  if (value.number !== null) return value.number;
  return value.bits === null ? null : signedValue(value);
}
