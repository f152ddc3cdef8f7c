import { MemoreticsError } from '../../bytes/errors.ts';
import { printable } from '../../bytes/text.ts';
import type { StructType } from '../../symbols/type.ts';
import { load } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import { cppTypeText, signedValue, type TypedValue } from '../cpp/value.ts';
import { ScriptStopped } from '../script/budget.ts';
import type { Session } from '../session.ts';
import type { ModelHost } from './model-host.ts';
import { type ModelItem, type ModelObject, type ModelValue, typed, unknown } from './model-value.ts';
import { type Visualized, visualized } from './natvis-view.ts';
import { displayText, scalarText } from './scalar-text.ts';

/** A value with what it holds, as plain data. */
export interface ModelNode {
  readonly name: string;
  /** `+0x010`, `+0x460 ( 0: 0)` of a member of a structure. */
  readonly place: string | null;
  readonly text: string | null;
  /** The number behind the text; null for what is none. */
  readonly value: bigint | number | null;
  /** Where a typed value is in memory; null for what is not in memory. */
  readonly address: bigint | null;
  readonly type: string | null;
  /** `Switch To`. */
  readonly action: string | null;
  /** Null where the value was not opened, or holds nothing. */
  readonly children: readonly ModelNode[] | null;
  /** There are more children than are shown. */
  readonly more: boolean;
  /** What of the children is lost, for people. */
  readonly note: string | null;
}

export interface ViewOptions {
  readonly depth: number;
  readonly format: string | null;
  /** Without NatVis (`-n`). */
  readonly raw: boolean;
}

/** Children of one value that are shown. */
const MOST_CHILDREN = 100;
/** Nodes of a whole answer. */
const MOST_NODES = 20_000;

/** A value as a tree of plain data, bounded in depth, breadth and size. */
export async function viewModel(
  host: ModelHost,
  name: string,
  value: ModelValue,
  options: ViewOptions,
): Promise<ModelNode> {
  return new Viewer(host, options).node(name, null, value, options.depth);
}

interface Child {
  readonly name: string;
  readonly place: string | null;
  readonly read: () => Promise<ModelValue>;
}

class Viewer {
  readonly #host: ModelHost;
  readonly #options: ViewOptions;
  #nodes = 0;
  constructor(host: ModelHost, options: ViewOptions) {
    this.#host = host;
    this.#options = options;
  }
  async node(name: string, place: string | null, value: ModelValue, depth: number): Promise<ModelNode> {
    this.#nodes++;
    const shown = value.kind === 'typed' && !this.#options.raw ? await this.#visualized(value.value) : null;
    const { text, type, action } = describe(this.#host.session, value, shown, this.#options.format);
    const own = value.kind === 'typed' ? value.value : null;
    const plain: ModelNode = {
      name,
      place,
      text,
      value: own ? (own.number ?? numberOf(own)) : null,
      address: own?.address ?? null,
      type,
      action,
      children: null,
      more: false,
      note: null,
    };
    if (depth <= 0) return plain;
    const { children, more, note } = await this.#children(value, shown);
    if (children.length === 0 && note === null) return plain;
    const nodes: ModelNode[] = [];
    for (const child of children) {
      if (this.#nodes >= MOST_NODES) return { ...plain, children: nodes, more: true, note };
      nodes.push(await this.node(child.name, child.place, await this.#read(child), depth - 1));
    }
    return { ...plain, children: nodes, more, note };
  }
  async #visualized(value: TypedValue): Promise<Visualized | null> {
    try {
      return await visualized(this.#host, value);
    } catch (error) {
      return { text: `<${messageOf(error)}>`, members: [], items: null };
    }
  }
  async #read(child: Child): Promise<ModelValue> {
    try {
      return await child.read();
    } catch (error) {
      return unknown(messageOf(error));
    }
  }
  async #children(
    value: ModelValue,
    shown: Visualized | null,
  ): Promise<{ readonly children: readonly Child[]; readonly more: boolean; readonly note: string | null }> {
    if (shown && (shown.members.length > 0 || shown.items))
      return this.#ofObject({ ...shown, kind: 'object', action: null });
    if (value.kind === 'object') return this.#ofObject(value);
    if (value.kind !== 'typed') return { children: [], more: false, note: null };
    const children = this.#ofTyped(value.value);
    return { children: children.slice(0, MOST_CHILDREN * 10), more: children.length > MOST_CHILDREN * 10, note: null };
  }
  async #ofObject(object: ModelObject) {
    const members = object.members.map(({ name, read }): Child => ({ name, place: null, read }));
    let items: readonly ModelItem[] = [];
    let failure: string | null = null;
    try {
      items = (await object.items?.(MOST_CHILDREN + 1)) ?? [];
    } catch (error) {
      failure = messageOf(error);
    }
    const children = items
      .slice(0, MOST_CHILDREN)
      .map(({ key, value }): Child => ({ name: `[0x${key.toString(16)}]`, place: null, read: async () => value }));
    return {
      children: [...members, ...children],
      more: items.length > MOST_CHILDREN,
      note: failure ?? object.note?.() ?? null,
    };
  }
  #ofTyped(value: TypedValue): Child[] {
    const { type } = value;
    if (type.kind === 'struct' && value.address !== null) return this.#fields(type, value.address);
    if (type.kind === 'pointer') {
      const target = type.target();
      return target.kind === 'struct' && value.bits ? this.#fields(target, value.bits) : [];
    }
    if (type.kind !== 'array' || value.address === null) return [];
    const element = type.element();
    const { address } = value;
    return Array.from({ length: Math.min(type.count, MOST_CHILDREN * 10 + 1) }, (_, index) => ({
      name: `[${index}]`,
      place: null,
      read: async () => typed(load(element, address + BigInt(index * element.size), cppScope(this.#host.session), 0)),
    }));
  }
  #fields(type: StructType, address: bigint): Child[] {
    return type.fields().map((field) => {
      const of = field.type();
      const offset = `+0x${field.offset.toString(16).padStart(3, '0')}`;
      const bits =
        of.kind === 'bitfield'
          ? ` (${String(of.position).padStart(2)}:${String(of.position + of.length - 1).padStart(2)})`
          : '';
      return {
        name: field.name,
        place: offset + bits,
        read: async () => typed(load(of, address + BigInt(field.offset), cppScope(this.#host.session), 0)),
      };
    });
  }
}

/** An integer with the sign of its type. */
function numberOf(value: TypedValue): bigint | null {
  return value.bits === null ? null : signedValue(value);
}

function describe(
  session: Session,
  value: ModelValue,
  shown: Visualized | null,
  format: string | null,
): Pick<ModelNode, 'text' | 'type' | 'action'> {
  if (value.kind === 'typed') {
    const type = value.made ? null : typeText(value.value);
    const text = shown?.text != null ? printable(shown.text) : scalarText(session, value.value, format);
    return { text, type, action: null };
  }
  if (value.kind === 'object')
    return { text: value.text === null ? null : printable(value.text), type: null, action: value.action };
  return { text: printable(displayText(session, value)), type: null, action: null };
}

/** A type as dx names it: without `struct`, its stars behind a blank. */
export function typeText({ type }: TypedValue): string {
  return printable(
    cppTypeText(type)
      .replace(/\b(?:struct|class|union|enum) /g, '')
      .replace(/\* (?=\*)/g, '*'),
  );
}

function messageOf(error: unknown): string {
  if (!(error instanceof MemoreticsError) || error instanceof ScriptStopped) throw error;
  const unread = /^Memory access error at (0x[\da-f]+)/.exec(error.message);
  return unread ? `Unable to read memory at Address ${unread[1]}` : error.message;
}
