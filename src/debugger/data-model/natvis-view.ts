import { MemoreticsError } from '../../bytes/errors.ts';
import type { Type } from '../../symbols/type.ts';
import { load } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import { INT64, integer, pointerTo, signedValue, type TypedValue } from '../cpp/value.ts';
import { ScriptStopped } from '../script/budget.ts';
import type { Session } from '../session.ts';
import { withFormat } from './format-specifier.ts';
import type { ModelHost, Names } from './model-host.ts';
import { type ModelItem, type ModelMember, type ModelValue, objectOf, typed, unknown } from './model-value.ts';
import type { Conditional, Expansion, NatvisFile, Visualizer } from './natvis-file.ts';
import { displayText } from './scalar-text.ts';
import { matchType } from './type-pattern.ts';

type ListExpansion = Expansion & { readonly kind: 'list' | 'tree' };

/** What `.nvload` loaded into a session, the latest first. */
const loaded = new WeakMap<Session, NatvisFile[]>();

export function natvisFiles(session: Session): readonly NatvisFile[] {
  return loaded.get(session) ?? [];
}
export function setNatvisFiles(session: Session, files: readonly NatvisFile[]): void {
  loaded.set(session, [...files]);
}

/** How NatVis shows a value. */
export interface Visualized {
  /** Null where no DisplayString holds. */
  readonly text: string | null;
  readonly members: readonly ModelMember[];
  /** Null where the type is no container. */
  readonly items: ((most: number) => Promise<readonly ModelItem[]>) | null;
}

/** Elements of a container that are walked, whatever size it claims. */
const MOST_NODES = 100_000;
const DEEPEST = 8;

/** A structure, or one that a pointer leads to, as the loaded NatVis files show it; null where they do not. */
export async function visualized(host: ModelHost, value: TypedValue, depth = 0): Promise<Visualized | null> {
  if (natvisFiles(host.session).length === 0 || depth > DEEPEST) return null;
  const self = structureOf(host.session, value);
  const found = self && visualizerOf(host.session, self.value.type, self.value, 0);
  if (!found) return null;
  const view = new View(host, found.self, found.args, depth);
  return view.shown(found.visualizer.display, found.visualizer.expand);
}

/** The structure behind a value, and whether a pointer led to it. */
function structureOf(session: Session, value: TypedValue): { readonly value: TypedValue } | null {
  if (value.type.kind === 'struct' && value.address !== null) return { value };
  if (value.type.kind !== 'pointer' || value.type.target().kind !== 'struct' || !value.bits) return null;
  return { value: load(value.type.target(), value.bits, cppScope(session), 0) };
}

interface Found {
  readonly visualizer: Visualizer;
  readonly args: readonly string[];
  readonly self: TypedValue;
}

/** The visualizer of a type by its name, else of the first base class that has one. */
function visualizerOf(session: Session, type: Type, self: TypedValue, depth: number): Found | null {
  if (type.kind !== 'struct' || depth > DEEPEST) return null;
  let best: Found | null = null;
  for (const visualizer of natvisFiles(session).flatMap(({ visualizers }) => visualizers)) {
    const args = depth > 0 && !visualizer.inheritable ? null : matchType(visualizer.name, type.name);
    if (!args) continue;
    // Of equal priority the name with fewer wildcards is nearer, and among those the file that was loaded last.
    const rank = (each: Found) => each.visualizer.priority * 1000 - each.args.length;
    const found = { visualizer, args, self };
    if (!best || rank(found) > rank(best)) best = found;
  }
  if (best) return best;
  for (const field of type.fields()) {
    const inner = field.type();
    if (inner.kind !== 'struct' || inner.name !== field.name || self.address === null) continue;
    const base = { ...self, type: inner, address: self.address + BigInt(field.offset) };
    const found = visualizerOf(session, inner, base, depth + 1);
    if (found) return found;
  }
  return null;
}

/** One object under one visualizer. */
class View {
  readonly #host: ModelHost;
  readonly #self: TypedValue;
  readonly #args: readonly string[];
  readonly #depth: number;
  constructor(host: ModelHost, self: TypedValue, args: readonly string[], depth: number) {
    this.#host = host;
    this.#self = self;
    this.#args = args;
    this.#depth = depth;
  }
  async shown(display: readonly Conditional[], expand: readonly Expansion[]): Promise<Visualized> {
    const members: ModelMember[] = [];
    const walks: ((most: number) => Promise<readonly ModelItem[]>)[] = [];
    for (const each of expand) await this.#expansion(each, members, walks);
    const items = walks.length === 0 ? null : (most: number) => joined(walks, most);
    return { text: await this.#display(display), members, items };
  }
  /** An expression in the context of the object, or of a node of its list. */
  #value(text: string, names?: Names, self: TypedValue = this.#self): Promise<ModelValue> {
    const filled = text.replace(/\$T(\d+)/g, (whole, digits: string) => this.#args[Number(digits) - 1] ?? whole);
    return withFormat(filled, (inner) => this.#host.text(inner, names, self));
  }
  async #holds(condition: string | null, self: TypedValue = this.#self, names?: Names): Promise<boolean> {
    return condition === null || this.#host.isTrue(await this.#value(condition, names, self), 0);
  }
  /** The first of several that holds; null where none does. */
  async #first(each: readonly Conditional[], names?: Names): Promise<string | null> {
    for (const { condition, text } of each) {
      try {
        if (await this.#holds(condition, this.#self, names)) return text;
      } catch (error) {
        // A condition that cannot be evaluated does not hold.
        rethrowUnlessLocal(error);
      }
    }
    return null;
  }
  async #display(display: readonly Conditional[]): Promise<string | null> {
    const text = await this.#first(display);
    if (text === null) return null;
    let out = '';
    for (const piece of text.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)) {
      if (piece[1] === undefined) out += piece[0] === '{{' ? '{' : piece[0] === '}}' ? '}' : piece[0];
      else out += await this.#inserted(piece[1]);
    }
    return out;
  }
  async #inserted(expression: string): Promise<string> {
    try {
      let format: string | null = null;
      const value = await withFormat(expression, (inner, given) => {
        format = given;
        return this.#value(inner);
      });
      const nested = value.kind === 'typed' ? await visualized(this.#host, value.value, this.#depth + 1) : null;
      return nested?.text ?? displayText(this.#host.session, value, format);
    } catch (error) {
      rethrowUnlessLocal(error);
      return `<${(error as Error).message}>`;
    }
  }
  async #expansion(
    each: Expansion,
    members: ModelMember[],
    walks: ((most: number) => Promise<readonly ModelItem[]>)[],
  ): Promise<void> {
    try {
      if (!(await this.#holds(each.condition))) return;
    } catch (error) {
      rethrowUnlessLocal(error);
      return;
    }
    switch (each.kind) {
      case 'item':
        members.push({ name: each.name, read: () => this.#guarded(() => this.#value(each.text)) });
        return;
      case 'synthetic':
        members.push({
          name: each.name,
          read: async () => {
            const inner = await this.shown(each.display, each.expand);
            return objectOf({ ...inner, text: inner.text ?? '' });
          },
        });
        return;
      case 'expanded': {
        const value = await this.#guarded(() => this.#value(each.text));
        const inner = value.kind === 'typed' ? await visualized(this.#host, value.value, this.#depth + 1) : null;
        if (inner) {
          members.push(...inner.members);
          if (inner.items) walks.push(inner.items);
        } else members.push({ name: '[expanded]', read: async () => value });
        return;
      }
      case 'array':
        walks.push((most) => this.#arrayItems(each.size, each.value, most));
        return;
      case 'index-list':
        walks.push((most) => this.#indexItems(each.size, each.value, most));
        return;
      case 'list':
        walks.push((most) => this.#listItems(each, most));
        return;
      case 'tree':
        walks.push((most) => this.#treeItems(each, most));
        return;
    }
  }
  async #guarded(read: () => Promise<ModelValue>): Promise<ModelValue> {
    try {
      return await read();
    } catch (error) {
      rethrowUnlessLocal(error);
      return unknown((error as Error).message);
    }
  }
  async #number(text: string, self?: TypedValue): Promise<TypedValue> {
    return this.#host.number(await this.#value(text, undefined, self), 0);
  }
  /** The number of elements that the object states, capped; null where the visualizer has no size. */
  async #size(size: readonly Conditional[], most: number): Promise<number> {
    const text = await this.#first(size);
    if (text === null) return Math.min(most, MOST_NODES);
    const stated = signedValue(await this.#number(text));
    return Number(
      stated < 0n ? 0n : stated > BigInt(Math.min(most, MOST_NODES)) ? BigInt(Math.min(most, MOST_NODES)) : stated,
    );
  }
  async #arrayItems(size: readonly Conditional[], pointers: readonly Conditional[], most: number) {
    const text = await this.#first(pointers);
    const count = await this.#size(size, most);
    const pointer = text === null ? null : await this.#number(text);
    const items: ModelItem[] = [];
    const type =
      pointer?.type.kind === 'pointer'
        ? pointer.type.target()
        : pointer?.type.kind === 'array'
          ? pointer.type.element()
          : null;
    const start = pointer?.type.kind === 'array' ? pointer.address : (pointer?.bits ?? null);
    if (!type || start === null) return items;
    for (let index = 0; index < count; index++) {
      const address = start + BigInt(index * Math.max(1, type.size));
      items.push({
        key: BigInt(index),
        value: await this.#guarded(async () => typed(load(type, address, cppScope(this.#host.session), 0))),
      });
    }
    return items;
  }
  async #indexItems(size: readonly Conditional[], values: readonly Conditional[], most: number) {
    const count = await this.#size(size, most);
    const items: ModelItem[] = [];
    for (let index = 0; index < count; index++) {
      const names: Names = new Map([['$i', typed(integer(BigInt(index), INT64), true)]]);
      const value = await this.#guarded(async () => {
        const text = await this.#first(values, names);
        return text === null ? unknown('no ValueNode holds') : this.#value(text, names);
      });
      items.push({ key: BigInt(index), value });
    }
    return items;
  }
  async #listItems(each: ListExpansion, most: number): Promise<ModelItem[]> {
    const count = await this.#size(each.size, most);
    const items: ModelItem[] = [];
    const seen = new Set<bigint>();
    let node = await this.#number(each.head);
    while (items.length < count && node.bits) {
      if (seen.has(node.bits)) break;
      seen.add(node.bits);
      try {
        const self = this.#node(node);
        items.push({ key: BigInt(items.length), value: await this.#nodeValue(each.value, self) });
        node = await this.#number(each.next[0]!, self);
      } catch (error) {
        rethrowUnlessLocal(error);
        items.push({ key: BigInt(items.length), value: unknown((error as Error).message) });
        break;
      }
    }
    return items;
  }
  /** In order: left, the node, right, without recursion, because a tree of a dump can be a chain. */
  async #treeItems(each: ListExpansion, most: number): Promise<ModelItem[]> {
    const count = await this.#size(each.size, most);
    const items: ModelItem[] = [];
    const seen = new Set<bigint>();
    const open: TypedValue[] = [];
    let node: TypedValue | null = await this.#number(each.head);
    while (items.length < count) {
      while (node?.bits && !seen.has(node.bits) && seen.size < MOST_NODES) {
        seen.add(node.bits);
        const self = this.#node(node);
        // A sentinel, as trees of the standard library have it, ends its branch.
        if (!(await this.#holds(each.value.condition, self))) break;
        open.push(self);
        node = await this.#number(each.next[0]!, self);
      }
      const self = open.pop();
      if (!self) break;
      items.push({ key: BigInt(items.length), value: await this.#guarded(() => this.#nodeValue(each.value, self)) });
      node = await this.#number(each.next[1]!, self);
    }
    return items;
  }
  #node(pointer: TypedValue): TypedValue {
    const type = pointer.type.kind === 'pointer' ? pointer.type.target() : pointer.type;
    return load(type, pointer.bits ?? 0n, cppScope(this.#host.session), 0);
  }
  async #nodeValue(value: Conditional, self: TypedValue): Promise<ModelValue> {
    if (value.text === 'this')
      return typed(integer(self.address ?? 0n, pointerTo(self.type, this.#host.session.pointerSize)));
    return this.#value(value.text, undefined, self);
  }
}

async function joined(walks: readonly ((most: number) => Promise<readonly ModelItem[]>)[], most: number) {
  const items: ModelItem[] = [];
  for (const walk of walks) {
    for (const { value } of await walk(most - items.length)) items.push({ key: BigInt(items.length), value });
  }
  return items;
}

/** What concerns one value is shown in its place; what stops the user's work is not. */
function rethrowUnlessLocal(error: unknown): void {
  if (!(error instanceof MemoreticsError) || error instanceof ScriptStopped) throw error;
}
