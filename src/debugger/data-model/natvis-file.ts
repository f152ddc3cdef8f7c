import { UsageError } from '../../bytes/errors.ts';
import type {
  Conditional,
  Expansion,
  Intrinsic,
  ListExpansion,
  NatvisFile,
  Views,
  Visualizer,
} from './natvis-model.ts';
import { customStatements } from './natvis-statement.ts';
import {
  attribute,
  conditional,
  elements,
  isOptional,
  parseXml,
  parts,
  textOf,
  viewsOf,
  type XmlNode,
} from './natvis-xml.ts';

const LARGEST = 4 << 20;
const MOST_DEPTH = 32;
const PRIORITIES = ['Low', 'MediumLow', 'Medium', 'MediumHigh', 'High'];
/** What says nothing about how a value is shown as text. */
const SILENT = new Set(['Version', 'UIVisualizer', 'LocalizedStrings', 'MostDerivedType']);
const OF_TYPES = new Set(['DisplayString', 'StringView', 'SmartPointer', 'Expand', 'AlternativeType', 'Intrinsic']);

const THIS: Conditional = { condition: null, text: 'this', views: { include: [], exclude: [] }, optional: false };

/** Reads a .natvis file; a UsageError where it is none. */
export function parseNatvis(path: string, text: string): NatvisFile {
  if (text.length > LARGEST) throw new UsageError('.nvload', `${path} is larger than ${LARGEST >> 20} MB`);
  const nodes = parseXml(path, text);
  const root = nodes.find((node): node is XmlNode => typeof node !== 'string' && node.tagName === 'AutoVisualizer');
  if (!root) throw new UsageError('.nvload', `${path} is no .natvis file: it has no <AutoVisualizer>`);
  const reader = new Reader(parts(root, 'Intrinsic').map(intrinsic));
  const visualizers = elements(root).flatMap((node) => reader.visualizers(node));
  return { path, visualizers, ignored: [...reader.ignored] };
}

function intrinsic(node: XmlNode): Intrinsic {
  return {
    name: attribute(node, 'Name') ?? '',
    parameters: parts(node, 'Parameter').map((each) => attribute(each, 'Name') ?? ''),
    text: attribute(node, 'Expression') ?? '',
  };
}

class Reader {
  readonly ignored = new Set<string>();
  readonly #shared: readonly Intrinsic[];
  constructor(shared: readonly Intrinsic[]) {
    this.#shared = shared;
  }
  visualizers(node: XmlNode): Visualizer[] {
    if (node.tagName !== 'Type') {
      if (!SILENT.has(node.tagName) && node.tagName !== 'Intrinsic') this.ignored.add(node.tagName);
      return [];
    }
    for (const { tagName } of elements(node)) {
      if (!OF_TYPES.has(tagName) && !SILENT.has(tagName)) this.ignored.add(tagName);
    }
    const expand = parts(node, 'Expand');
    const shown = {
      priority: PRIORITIES.indexOf(attribute(node, 'Priority') ?? 'Medium'),
      views: viewsOf(node),
      display: parts(node, 'DisplayString').map(conditional),
      stringView: parts(node, 'StringView').map(conditional),
      pointer: parts(node, 'SmartPointer').map(textOf)[0] ?? null,
      expand: expand.flatMap((each) => this.#expansions(each, 0)),
      isExpanded: expand.length > 0,
      hidesRaw: expand.some((each) => attribute(each, 'HideRawView') === 'true'),
      intrinsics: [...this.#shared, ...parts(node, 'Intrinsic').map(intrinsic)],
    };
    return [node, ...parts(node, 'AlternativeType')]
      .map((each) => ({ name: attribute(each, 'Name') ?? '', inheritable: attribute(each, 'Inheritable') !== 'false' }))
      .filter(({ name }) => name !== '')
      .map((named) => ({ ...named, ...shown }));
  }
  #expansions(node: XmlNode, depth: number): Expansion[] {
    if (depth > MOST_DEPTH) throw new UsageError('.nvload', 'the file nests too deep');
    return elements(node).flatMap((each): Expansion[] => {
      const condition = attribute(each, 'Condition');
      const common = { condition, views: viewsOf(each) };
      const expansion = this.#expansion(each, common, depth);
      if (!expansion && !SILENT.has(each.tagName)) this.ignored.add(each.tagName);
      return expansion ? [expansion] : [];
    });
  }
  #expansion(
    node: XmlNode,
    common: { readonly condition: string | null; readonly views: Views },
    depth: number,
  ): Expansion | null {
    const texts = (tag: string): Conditional[] => parts(node, tag).map(conditional);
    const size = texts('Size');
    const name = attribute(node, 'Name') ?? '';
    switch (node.tagName) {
      case 'Item':
        return { kind: 'item', name, ...common, text: textOf(node), optional: isOptional(node) };
      case 'Synthetic': {
        const expand = parts(node, 'Expand').flatMap((inner) => this.#expansions(inner, depth + 1));
        return { kind: 'synthetic', name, ...common, display: texts('DisplayString'), expand };
      }
      case 'ExpandedItem':
        return { kind: 'expanded', ...common, text: textOf(node) };
      case 'ArrayItems': {
        const [rank, lower, direction] = ['Rank', 'LowerBound', 'Direction'].map((tag) => texts(tag)[0]?.text ?? null);
        const value = texts('ValuePointer');
        return {
          kind: 'array',
          ...common,
          size,
          rank: rank ?? null,
          lower: lower ?? null,
          direction: direction ?? null,
          value,
        };
      }
      case 'IndexListItems':
        return { kind: 'index-list', ...common, size, value: texts('ValueNode') };
      case 'LinkedListItems':
        return linked('list', node, common, ['NextPointer']);
      case 'TreeItems':
        return linked('tree', node, common, ['LeftPointer', 'RightPointer']);
      case 'CustomListItems':
        return {
          kind: 'custom',
          ...common,
          size,
          variables: parts(node, 'Variable').map((each) => ({
            name: attribute(each, 'Name') ?? '',
            text: attribute(each, 'InitialValue') ?? '0',
          })),
          body: customStatements(node, this.ignored),
        };
      default:
        return null;
    }
  }
}

function linked(
  kind: ListExpansion['kind'],
  node: XmlNode,
  common: { readonly condition: string | null; readonly views: Views },
  pointers: readonly string[],
): ListExpansion {
  const text = (tag: string) => parts(node, tag).map(textOf)[0] ?? '';
  const value = parts(node, 'ValueNode')[0];
  return {
    kind,
    ...common,
    size: parts(node, 'Size').map(conditional),
    head: text('HeadPointer'),
    next: pointers.map(text),
    value: value ? conditional(value) : THIS,
    valueName: value ? attribute(value, 'Name') : null,
  };
}
