import { MemoreticsError } from '../../bytes/errors.ts';
import { printable } from '../../bytes/text.ts';
import { signedValue, type TypedValue } from '../cpp/value.ts';
import { ScriptStopped } from '../script/budget.ts';
import type { Session } from '../session.ts';
import type { ModelHost } from './model-host.ts';
import {
  itemName,
  type ModelItem,
  type ModelObject,
  type ModelValue,
  textValue,
  typed,
  unknown,
} from './model-value.ts';
import { type Visualized, visualized } from './natvis-view.ts';
import { reasonOf } from './reason.ts';
import { runtimePointer } from './runtime-type.ts';
import { displayText, isText, scalarText } from './scalar-text.ts';
import { helpOfTextMethod, TEXT_METHODS } from './text-methods.ts';
import { typeText } from './type-name.ts';
import { type Child, fieldsOf } from './typed-children.ts';
import { helpOfVerb, VERBS } from './verbs.ts';

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
  /** Without NatVis (`-n`). */
  readonly raw: boolean;
  /** With methods and what else is not usually shown (`-v`). */
  readonly verbose: boolean;
  /** Items of the outermost sequence that are passed over (`-c`). */
  readonly skip: number;
}

/** Children of one value that are shown. */
const MOST_CHILDREN = 100;
/** Nodes of a whole answer. */
const MOST_NODES = 20_000;
const RAW_VIEW = '[<Raw View>]';

/** A value as a tree of plain data, bounded in depth, breadth and size. */
export async function viewModel(
  host: ModelHost,
  name: string,
  value: ModelValue,
  options: ViewOptions,
): Promise<ModelNode> {
  return new Viewer(host, options).node({ name, place: null, read: async () => value }, value, options.depth, true);
}

interface Children {
  readonly children: readonly Child[];
  readonly more: boolean;
  readonly note: string | null;
}

class Viewer {
  readonly #host: ModelHost;
  readonly #options: ViewOptions;
  #nodes = 0;
  constructor(host: ModelHost, options: ViewOptions) {
    this.#host = host;
    this.#options = options;
  }
  async node(child: Child, given: ModelValue, depth: number, isTop = false): Promise<ModelNode> {
    this.#nodes++;
    await this.#host.step();
    const value = await this.#real(given);
    const isRaw = this.#isRaw(child, value);
    const shown = value.kind === 'typed' && !isRaw ? await this.#visualized(value) : null;
    const own = value.kind === 'typed' ? value.value : null;
    const plain: ModelNode = {
      name: printable(child.name),
      place: child.place,
      ...describe(this.#host.session, value, shown, isRaw),
      ...(value === given ? {} : { type: derivedText(this.#host.session, value, given) }),
      value: own ? (own.number ?? numberOf(own)) : null,
      address: own?.address ?? null,
      children: null,
      more: false,
      note: value.kind === 'typed' ? (value.note ?? null) : null,
    };
    if (depth <= 0) return plain;
    const { children, more, note } = await this.#children(value, shown, isRaw, isTop);
    if (children.length === 0 && note === null) return plain;
    const nodes: ModelNode[] = [];
    for (const each of children) {
      if (this.#nodes >= MOST_NODES) return { ...plain, children: nodes, more: true, note };
      nodes.push(await this.node(each, await this.#read(each), depth - 1));
    }
    return { ...plain, children: nodes, more, note };
  }
  /** A pointer to an object as what the object really is, unless the format says otherwise. */
  async #real(value: ModelValue): Promise<ModelValue> {
    if (value.kind !== 'typed' || value.format?.codes.includes('nd')) return value;
    const real = await runtimePointer(this.#host.session, value.value);
    return real ? { ...value, value: real } : value;
  }
  #isRaw(child: Child, value: ModelValue): boolean {
    return (
      this.#options.raw || child.name === RAW_VIEW || (value.kind === 'typed' && !!value.format?.codes.includes('!'))
    );
  }
  async #visualized({ value, format }: ModelValue & { readonly kind: 'typed' }): Promise<Visualized | null> {
    try {
      return await visualized(this.#host, value, format?.view ?? null);
    } catch (error) {
      return { text: `<${messageOf(error)}>`, members: [], items: null, note: () => null, hidesRaw: false };
    }
  }
  async #read(child: Child): Promise<ModelValue> {
    try {
      return await child.read();
    } catch (error) {
      return unknown(messageOf(error));
    }
  }
  async #children(value: ModelValue, shown: Visualized | null, isRaw: boolean, isTop: boolean): Promise<Children> {
    if (value.kind === 'object') return this.#ofObject(value, isTop, value);
    if (value.kind === 'text' && this.#options.verbose)
      return { children: methods(TEXT_METHODS, helpOfTextMethod), more: false, note: null };
    if (value.kind !== 'typed') return { children: [], more: false, note: null };
    const whole: Child = {
      name: RAW_VIEW,
      place: null,
      read: async () => typed(wholeOf(value.value)),
    };
    if (shown) {
      const inner = await this.#ofObject({ ...shown, counts: 'decimal' }, isTop, value);
      return shown.hidesRaw ? inner : { ...inner, children: [whole, ...inner.children] };
    }
    if (!isRaw && isText(wholeOf(value.value))) return { children: [whole], more: false, note: null };
    return this.#cut(fieldsOf(this.#host.session, value), isTop);
  }
  #cut(children: readonly Child[], isTop: boolean): Children {
    const skip = isTop ? this.#options.skip : 0;
    const most = MOST_CHILDREN * 10;
    return { children: children.slice(skip, skip + most), more: children.length > skip + most, note: null };
  }
  async #ofObject(
    object: Pick<ModelObject, 'members' | 'items' | 'counts' | 'note' | 'shown'>,
    isTop: boolean,
    value: ModelValue,
  ): Promise<Children> {
    const { verbose } = this.#options;
    const members = object.members.filter(({ hidden }) => verbose || !hidden);
    const skip = isTop ? this.#options.skip : 0;
    const most = object.shown ?? MOST_CHILDREN;
    let items: readonly ModelItem[] = [];
    let failure: string | null = null;
    try {
      items = (await object.items?.(skip + most + 1)) ?? [];
    } catch (error) {
      failure = messageOf(error);
    }
    const children = items
      .slice(skip, skip + most)
      .map((item): Child => ({ name: itemName(item, object.counts), place: null, read: async () => item.value }));
    const verbs = verbose && (await this.#host.sequenceOf(value)) ? methods(VERBS, helpOfVerb) : [];
    return {
      children: [...members.map(({ name, read }): Child => ({ name, place: null, read })), ...children, ...verbs],
      more: items.length > skip + most,
      note: failure ?? object.note?.() ?? null,
    };
  }
}

/** What the raw view shows: of a pointer the structure it leads to. */
function wholeOf(value: TypedValue): TypedValue {
  if (value.type.kind !== 'pointer') return value;
  return { type: value.type.target(), bits: null, number: null, address: value.bits };
}

/** Methods by name, for `-v`. */
function methods(names: readonly string[], helpOf: (name: string) => string): Child[] {
  return names.map((name) => ({ name, place: null, read: async () => textValue(helpOf(name)) }));
}

/** An integer with the sign of its type. */
function numberOf(value: TypedValue): bigint | null {
  return value.bits === null ? null : signedValue(value);
}

function describe(
  session: Session,
  value: ModelValue,
  shown: Visualized | null,
  isRaw: boolean,
): Pick<ModelNode, 'text' | 'type' | 'action'> {
  if (value.kind === 'typed') {
    const type = value.made || value.value.type.kind === 'void' ? null : typeText(session, value.value.type);
    return { text: typedText(session, value, shown, isRaw), type, action: null };
  }
  if (value.kind === 'object')
    return { text: value.text === null ? null : printable(value.text), type: null, action: value.action };
  return { text: printable(displayText(session, value)), type: null, action: null };
}

/** A pointer stands before what a visualizer makes of its target. */
function typedText(
  session: Session,
  { value, format }: ModelValue & { readonly kind: 'typed' },
  shown: Visualized | null,
  isRaw: boolean,
): string | null {
  if (isRaw && isText(value)) return null;
  if (shown?.text == null) return scalarText(session, value, format);
  const text = printable(shown.text);
  const isPointer = value.type.kind === 'pointer' && !format?.codes.includes('na');
  return isPointer ? `0x${value.bits!.toString(16)} : ${text}` : text;
}

function derivedText(session: Session, real: ModelValue, declared: ModelValue): string | null {
  if (real.kind !== 'typed' || declared.kind !== 'typed') return null;
  return `${typeText(session, real.value.type)} (derived from ${typeText(session, declared.value.type)})`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof MemoreticsError) || error instanceof ScriptStopped) throw error;
  return reasonOf(error);
}
