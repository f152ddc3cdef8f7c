import { simpleType } from '../formats/pdb/simple-type.ts';
import type { ParsedType } from '../formats/pdb/type-shape.ts';

/** Types nest this deep in one name at most, and names grow this long; hostile ones go on for ever. */
const MOST_DEPTH = 24;
const MOST_LENGTH = 4096;
const MOST_KEPT = 1 << 17;

/**
 * Types as C++ spells them: `unsigned long`, `const _LIST_ENTRY*`, `char[16]`, `void (int, Foo&)`; or, when `spaced`, as
 * debuggers print them beside a variable: `struct _LIST_ENTRY *`, `char [16]`.
 */
export class PdbTypeNames {
  readonly #parsed: (index: number) => ParsedType | null;
  readonly #sizeOf: (index: number) => number;
  readonly #spaced: boolean;
  readonly #known = new Map<number, string>();
  constructor(
    parsed: (index: number) => ParsedType | null,
    sizeOf: (index: number) => number,
    { spaced = false }: { readonly spaced?: boolean } = {},
  ) {
    this.#parsed = parsed;
    this.#sizeOf = sizeOf;
    this.#spaced = spaced;
  }

  name(index: number): string {
    return this.#name(index, 0);
  }

  #name(index: number, depth: number): string {
    const simple = simpleType(index);
    if (simple !== null)
      return simple.pointerSize > 0 && index !== 0x103 ? this.#marked(simple.name, '*') : simple.name;
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    if (depth > MOST_DEPTH) return '...';
    // A type that refers to itself finds this and stops.
    this.#known.set(index, '...');
    const record = this.#parsed(index);
    let name = record === null ? `<type 0x${index.toString(16)}>` : this.#spell(record, index, depth + 1);
    if (name.length > MOST_LENGTH) name = `${name.slice(0, MOST_LENGTH)}...`;
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(index, name);
    return name;
  }

  #spell(record: ParsedType, index: number, depth: number): string {
    switch (record.is) {
      case 'udt':
        return this.#spaced ? `${record.flavour} ${record.name}` : record.name;
      case 'alias':
        return record.name;
      case 'modifier': {
        const words = [
          record.isConst ? 'const' : '',
          record.isVolatile ? 'volatile' : '',
          record.isUnaligned ? '__unaligned' : '',
        ];
        return [...words.filter(Boolean), this.#name(record.target, depth)].join(' ');
      }
      case 'pointer':
        return this.#pointer(record, depth);
      case 'array': {
        const each = this.#sizeOf(record.element);
        return this.#array(this.#name(record.element, depth), each > 0 ? Math.floor(record.size / each) : 0);
      }
      case 'bitfield':
        return `${this.#name(record.base, depth)} : ${record.length}`;
      case 'procedure':
        return `${this.#name(record.returns, depth)} (${this.#arguments(record.argumentList, depth)})`;
      case 'member-function':
        return `${this.#name(record.returns, depth)} ${this.#name(record.containing, depth)}::(${this.#arguments(record.argumentList, depth)})`;
      case 'vtable-shape':
        return `<vftable ${record.slots.length} methods>`;
      default:
        return `<type 0x${index.toString(16)}>`;
    }
  }

  /** `char[4]` and 3 of them: `char[3][4]`. */
  #array(element: string, count: number): string {
    const at = element.endsWith(']') ? element.search(/(\[\d*\])+$/) : element.length;
    const head = element.slice(0, at);
    return `${head}${this.#spaced && !head.endsWith(' ') ? ' ' : ''}[${count}]${element.slice(at)}`;
  }

  #pointer(record: ParsedType & { is: 'pointer' }, depth: number): string {
    const target = this.#name(record.target, depth);
    const mark =
      record.mode === 1
        ? '&'
        : record.mode === 4
          ? '&&'
          : record.mode === 2 || record.mode === 3
            ? ` ${this.#name(record.containing, depth)}::*`
            : '*';
    const suffix = (record.isConst ? ' const' : '') + (record.isVolatile ? ' volatile' : '');
    return `${this.#marked(target, mark)}${suffix}`;
  }

  #marked(target: string, mark: string): string {
    return this.#spaced && !/[*& ]$/.test(target) && !mark.startsWith(' ') ? `${target} ${mark}` : `${target}${mark}`;
  }

  #arguments(list: number, depth: number): string {
    const record = this.#parsed(list);
    if (record?.is !== 'list') return '';
    let text = '';
    for (const [position, item] of record.items.entries()) {
      if (text.length > MOST_LENGTH) break;
      // Type 0 at the end says that more may follow.
      const name = item === 0 && position === record.items.length - 1 ? '...' : this.#name(item, depth);
      text += (position > 0 ? ', ' : '') + name;
    }
    return text;
  }
}
