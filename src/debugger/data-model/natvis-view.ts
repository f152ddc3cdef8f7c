import { load, UnknownError } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import type { TypedValue } from '../cpp/value.ts';
import type { Session } from '../session.ts';
import type { ModelHost, Names } from './model-host.ts';
import { bool, type ModelItem, type ModelMember, type ModelValue, objectOf } from './model-value.ts';
import { arrayItems, indexItems } from './natvis-arrays.ts';
import { customItems } from './natvis-custom.ts';
import { listItems, treeItems, type WalkedItems } from './natvis-lists.ts';
import { isInView, visualizerOf } from './natvis-match.ts';
import type { Conditional, Expansion } from './natvis-model.ts';
import { NatvisScope, rethrowUnlessLocal } from './natvis-scope.ts';
import { natvisFiles } from './natvis-store.ts';
import { reasonOf } from './reason.ts';
import { displayText, scalarText } from './scalar-text.ts';

type Walk = (most: number) => Promise<WalkedItems>;
type Items = (most: number) => Promise<readonly ModelItem[]>;

const whole = async (items: Promise<readonly ModelItem[]>): Promise<WalkedItems> => ({
  items: await items,
  note: null,
});

/** How NatVis shows a value. */
export interface Visualized {
  /** Null where no DisplayString holds. */
  readonly text: string | null;
  readonly members: readonly ModelMember[];
  /** Null where the type is no container. */
  readonly items: Items | null;
  /** What of the items is lost, for people; asked after them. */
  readonly note: () => string | null;
  readonly hidesRaw: boolean;
}

const DEEPEST = 8;
/** A text that is shown for one value. */
const LONGEST_TEXT = 4096;

/** A structure, or one that a pointer leads to, as the loaded NatVis files show it; null where they do not. */
export async function visualized(
  host: ModelHost,
  value: TypedValue,
  view: string | null = null,
  depth = 0,
): Promise<Visualized | null> {
  const scope = depth > DEEPEST ? null : natvisScope(host, value, view);
  if (!scope) return null;
  const { visualizer } = scope.matched;
  const shown = await new View(scope.scope, depth).shown(visualizer.display, visualizer.expand);
  const text = shown.text ?? (await new View(scope.scope, depth).display(visualizer.stringView));
  return { ...shown, text, hidesRaw: visualizer.hidesRaw };
}

/** The pointer that a smart pointer wraps, by the visualizer of its type; null for other values. */
export async function wrappedPointer(host: ModelHost, value: TypedValue): Promise<ModelValue | null> {
  const scope = value.type.kind === 'struct' ? natvisScope(host, value, null) : null;
  return scope?.matched.visualizer.pointer ? scope.scope.value(scope.matched.visualizer.pointer) : null;
}

function natvisScope(host: ModelHost, value: TypedValue, view: string | null) {
  if (natvisFiles(host.session).length === 0) return null;
  const self = structureBehind(host.session, value);
  const matched = self && visualizerOf(host.session, self.type, self, view);
  return matched && { matched, scope: new NatvisScope(host, matched, view) };
}

/** The structure that a value is or that a pointer leads to. */
function structureBehind(session: Session, value: TypedValue): TypedValue | null {
  if (value.type.kind === 'struct') return value.address === null ? null : value;
  if (value.type.kind !== 'pointer' || value.type.target().kind !== 'struct' || !value.bits) return null;
  return load(value.type.target(), value.bits, cppScope(session), 0);
}

/** One object under one visualizer. */
class View {
  readonly #scope: NatvisScope;
  readonly #depth: number;
  constructor(scope: NatvisScope, depth: number) {
    this.#scope = scope;
    this.#depth = depth;
  }
  async shown(display: readonly Conditional[], expand: readonly Expansion[]): Promise<Omit<Visualized, 'hidesRaw'>> {
    const members: ModelMember[] = [];
    const walks: Walk[] = [];
    for (const each of expand) await this.#expansion(each, members, walks);
    let note: string | null = null;
    const items = async (most: number) => {
      const walked = await joined(walks, most);
      note = walked.note;
      return walked.items;
    };
    const text = await this.display(display);
    return { text, members, items: walks.length === 0 ? null : items, note: () => note };
  }
  async display(display: readonly Conditional[]): Promise<string | null> {
    for (const each of display) {
      const text = await this.#textOf(each);
      if (text === null) continue;
      const failed = { any: false };
      const shown = await this.#filled(text, undefined, undefined, failed);
      if (!failed.any || !each.optional) return shown;
    }
    return null;
  }
  /** A text whose condition holds; where it asks for memory that is missing, that is what is told: no other text is right either. */
  async #textOf(each: Conditional): Promise<string | null> {
    try {
      return await this.#scope.first([each]);
    } catch (error) {
      if (error instanceof UnknownError) return `<${reasonOf(error)}>`;
      throw error;
    }
  }
  /** A text with its expressions in braces filled in; `{{` and `}}` stand for braces. */
  async #filled(text: string, names?: Names, self?: TypedValue, failed = { any: false }): Promise<string> {
    let out = '';
    for (const piece of this.#scope.filled(text).matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)) {
      if (out.length > LONGEST_TEXT) return `${out.slice(0, LONGEST_TEXT)}...`;
      if (piece[1] === undefined) out += piece[0] === '{{' ? '{' : piece[0] === '}}' ? '}' : piece[0];
      else out += await this.#inserted(piece[1], failed, names, self);
    }
    return out;
  }
  async #inserted(expression: string, failed: { any: boolean }, names?: Names, self?: TypedValue): Promise<string> {
    const { host } = this.#scope;
    try {
      const value = await this.#scope.value(expression, names, self);
      const isRaw = value.kind === 'typed' && (value.format?.codes.includes('!') ?? false);
      const view = value.kind === 'typed' ? (value.format?.view ?? null) : null;
      const nested =
        value.kind === 'typed' && !isRaw ? await visualized(host, value.value, view, this.#depth + 1) : null;
      // Of a structure without a text only that it is one is told.
      const isBare = value.kind === 'typed' && scalarText(host.session, value.value, value.format) === null;
      return nested?.text ?? (isBare ? '{...}' : displayText(host.session, value));
    } catch (error) {
      rethrowUnlessLocal(error);
      failed.any = true;
      return `<${reasonOf(error as Error)}>`;
    }
  }
  async #expansion(each: Expansion, members: ModelMember[], walks: Walk[]): Promise<void> {
    const scope = this.#scope;
    if (!isInView(each.views, scope.view)) return;
    const holds = await scope.guarded(async () => bool(await scope.holdsOrNot(each.condition)));
    // Whether it belongs here is not known.
    if (holds.kind === 'unknown') members.push({ name: '[?]', read: async () => holds });
    if (holds.kind === 'unknown' || !(await scope.host.isTrue(holds, 0))) return;
    const named = (text: string, names: Names, self?: TypedValue) => this.#filled(text, names, self);
    switch (each.kind) {
      case 'item': {
        const name = await this.#filled(each.name);
        const read = () => scope.guarded(() => scope.value(each.text));
        if (!each.optional || (await read()).kind !== 'unknown') members.push({ name, read });
        return;
      }
      case 'synthetic':
        members.push({ name: each.name, read: () => this.#synthetic(each) });
        return;
      case 'expanded':
        return this.#expanded(each.text, members, walks);
      case 'array':
        walks.push((most) => whole(arrayItems(scope, each, most)));
        return;
      case 'index-list':
        walks.push((most) => whole(indexItems(scope, each.size, each.value, most)));
        return;
      case 'list':
        walks.push((most) => listItems(scope, each, most, named));
        return;
      case 'tree':
        walks.push((most) => treeItems(scope, each, most, named));
        return;
      case 'custom':
        walks.push((most) => customItems(scope, each, most, named));
    }
  }
  async #synthetic(each: Expansion & { readonly kind: 'synthetic' }): Promise<ModelValue> {
    const inner = await new View(this.#scope, this.#depth + 1).shown(each.display, each.expand);
    return objectOf({ ...inner, text: inner.text ?? '', counts: 'decimal' });
  }
  /** The members of another value as if they were this one's. */
  async #expanded(text: string, members: ModelMember[], walks: Walk[]): Promise<void> {
    const scope = this.#scope;
    const value = await scope.guarded(() => scope.value(text));
    const isRaw = value.kind === 'typed' && (value.format?.codes.includes('!') ?? false);
    const inner =
      value.kind === 'typed' && !isRaw
        ? await visualized(scope.host, value.value, value.format?.view ?? null, this.#depth + 1)
        : null;
    if (inner) {
      members.push(...inner.members);
      const { items } = inner;
      if (items) walks.push(async (most) => ({ items: await items(most), note: inner.note() }));
      return;
    }
    const fields = value.kind === 'typed' ? fieldsOf(scope, value.value) : null;
    if (fields) members.push(...fields);
    else members.push({ name: '[expanded]', read: async () => value });
  }
}

/** The fields of a structure without a visualizer as members; null for what is none. */
function fieldsOf(scope: NatvisScope, value: TypedValue): readonly ModelMember[] | null {
  const self = structureBehind(scope.host.session, value);
  if (self?.type.kind !== 'struct') return null;
  return self.type
    .fields()
    .map(({ name }) => ({ name, read: () => scope.guarded(() => scope.value(name, undefined, self)) }));
}

async function joined(walks: readonly Walk[], most: number): Promise<WalkedItems> {
  const items: ModelItem[] = [];
  let note: string | null = null;
  for (const walk of walks) {
    const walked = await walk(most - items.length);
    note ??= walked.note;
    for (const item of walked.items) items.push(walks.length === 1 ? item : { ...item, key: BigInt(items.length) });
  }
  return { items, note };
}
