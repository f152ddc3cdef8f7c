import { parse } from 'txml';
import { UsageError } from '../../bytes/errors.ts';

/** A condition with a text that holds where it is true, or always. */
export interface Conditional {
  readonly condition: string | null;
  readonly text: string;
}

/** One node of `<Expand>`; texts are C++ expressions over the object. */
export type Expansion =
  | { readonly kind: 'item'; readonly name: string; readonly condition: string | null; readonly text: string }
  | {
      readonly kind: 'synthetic';
      readonly name: string;
      readonly condition: string | null;
      readonly display: readonly Conditional[];
      readonly expand: readonly Expansion[];
    }
  | { readonly kind: 'expanded'; readonly condition: string | null; readonly text: string }
  | {
      readonly kind: 'array' | 'index-list';
      readonly condition: string | null;
      readonly size: readonly Conditional[];
      /** ValuePointer of arrays, ValueNode with `$i` of index lists. */
      readonly value: readonly Conditional[];
    }
  | {
      readonly kind: 'list' | 'tree';
      readonly condition: string | null;
      readonly size: readonly Conditional[];
      readonly head: string;
      /** NextPointer; of trees LeftPointer and RightPointer. */
      readonly next: readonly string[];
      readonly value: Conditional;
    };

/** How the objects of one type are shown. */
export interface Visualizer {
  /** The type's name as written, with `*` for template arguments. */
  readonly name: string;
  readonly priority: number;
  readonly inheritable: boolean;
  readonly display: readonly Conditional[];
  readonly expand: readonly Expansion[];
}

export interface NatvisFile {
  readonly path: string;
  readonly visualizers: readonly Visualizer[];
  /** What the file has that is not understood here, each once. */
  readonly ignored: readonly string[];
}

const LARGEST = 4 << 20;
const MOST_DEPTH = 32;
const PRIORITIES = ['Low', 'MediumLow', 'Medium', 'MediumHigh', 'High'];

interface Node {
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly children: readonly (Node | string)[];
}

/** Reads a .natvis file; a UsageError where it is none. */
export function parseNatvis(path: string, text: string): NatvisFile {
  if (text.length > LARGEST) throw new UsageError('.nvload', `${path} is larger than ${LARGEST >> 20} MB`);
  const nodes = parse(text.replace(/<!--.*?-->/gs, ''), {
    decodeEntities: true,
    skipXmlDeclaration: true,
    selfClosingTags: [],
  }) as (Node | string)[];
  const root = nodes.find((node): node is Node => typeof node !== 'string' && node.tagName === 'AutoVisualizer');
  if (!root) throw new UsageError('.nvload', `${path} is no .natvis file: it has no <AutoVisualizer>`);
  const reader = new Reader();
  const visualizers = elements(root).flatMap((node) => reader.visualizers(node));
  return { path, visualizers, ignored: [...reader.ignored] };
}

const elements = (node: Node): Node[] => node.children.filter((child): child is Node => typeof child !== 'string');
const contentOf = (node: Node): string =>
  node.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
const conditionOf = (node: Node): string | null => node.attributes['Condition'] ?? null;
const conditional = (node: Node): Conditional => ({ condition: conditionOf(node), text: contentOf(node) });

class Reader {
  readonly ignored = new Set<string>();
  visualizers(node: Node): Visualizer[] {
    if (node.tagName !== 'Type') {
      this.ignored.add(node.tagName);
      return [];
    }
    const children = elements(node);
    const display = children.filter(({ tagName }) => tagName === 'DisplayString').map(conditional);
    const expand = children.filter(({ tagName }) => tagName === 'Expand').flatMap((each) => this.#expansions(each, 0));
    for (const { tagName } of children) {
      if (!['DisplayString', 'Expand', 'AlternativeType'].includes(tagName)) this.ignored.add(tagName);
    }
    const names = [node, ...children.filter(({ tagName }) => tagName === 'AlternativeType')]
      .map(({ attributes }) => attributes['Name'] ?? '')
      .filter((name) => name !== '');
    const priority = PRIORITIES.indexOf(node.attributes['Priority'] ?? 'Medium');
    const inheritable = node.attributes['Inheritable'] !== 'false';
    return names.map((name) => ({ name, priority, inheritable, display, expand }));
  }
  #expansions(node: Node, depth: number): Expansion[] {
    if (depth > MOST_DEPTH) throw new UsageError('.nvload', 'the file nests too deep');
    return elements(node).flatMap((each): Expansion[] => {
      const parts = (tag: string) => elements(each).filter(({ tagName }) => tagName === tag);
      const texts = (tag: string) => parts(tag).map(conditional);
      const first = (tag: string) => texts(tag)[0]?.text ?? '';
      const condition = conditionOf(each);
      const size = texts('Size');
      switch (each.tagName) {
        case 'Item':
          return [{ kind: 'item', name: each.attributes['Name'] ?? '', condition, text: contentOf(each) }];
        case 'Synthetic':
          return [
            {
              kind: 'synthetic',
              name: each.attributes['Name'] ?? '',
              condition,
              display: texts('DisplayString'),
              expand: parts('Expand').flatMap((inner) => this.#expansions(inner, depth + 1)),
            },
          ];
        case 'ExpandedItem':
          return [{ kind: 'expanded', condition, text: contentOf(each) }];
        case 'ArrayItems':
          if (parts('Rank').length > 0) break;
          return [{ kind: 'array', condition, size, value: texts('ValuePointer') }];
        case 'IndexListItems':
          return [{ kind: 'index-list', condition, size, value: texts('ValueNode') }];
        case 'LinkedListItems': {
          const value = texts('ValueNode')[0] ?? { condition: null, text: 'this' };
          return [{ kind: 'list', condition, size, head: first('HeadPointer'), next: [first('NextPointer')], value }];
        }
        case 'TreeItems': {
          const value = texts('ValueNode')[0] ?? { condition: null, text: 'this' };
          const next = [first('LeftPointer'), first('RightPointer')];
          return [{ kind: 'tree', condition, size, head: first('HeadPointer'), next, value }];
        }
      }
      this.ignored.add(each.tagName);
      return [];
    });
  }
}
