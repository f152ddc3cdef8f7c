import type { BaseType, Field, StructType, Type } from './type.ts';

function base(name: string, size: number, encoding: BaseType['encoding']): BaseType {
  return { kind: 'base', name, size, encoding };
}

const VOID: Type = { kind: 'void', name: 'Void', size: 0 };
const BASES: Readonly<Record<string, Type>> = {
  u8: base('UChar', 1, 'unsigned'),
  u16: base('Uint2B', 2, 'unsigned'),
  u32: base('Uint4B', 4, 'unsigned'),
  u64: base('Uint8B', 8, 'unsigned'),
  i8: base('Char', 1, 'char'),
  i16: base('Int2B', 2, 'signed'),
  i32: base('Int4B', 4, 'signed'),
  i64: base('Int8B', 8, 'signed'),
  char: base('Char', 1, 'char'),
  wchar: base('Wchar', 2, 'wchar'),
  void: VOID,
};

/** Resolves a structure's name. */
export type Resolve = (name: string) => Type | null;

function parseType(text: string, pointerSize: 4 | 8, resolve: Resolve): Type {
  const array = /^(.*)\[(\d+)\]$/.exec(text);
  if (array) {
    const element = parseType(array[1] ?? '', pointerSize, resolve);
    const count = Number(array[2]);
    return { kind: 'array', size: element.size * count, count, element: () => element };
  }
  if (text.startsWith('*')) {
    const target = text.slice(1);
    return { kind: 'pointer', size: pointerSize, target: () => parseType(target, pointerSize, resolve) };
  }
  if (text === 'uptr') return (pointerSize === 8 ? BASES['u64'] : BASES['u32']) ?? VOID;
  return (
    BASES[text] ??
    resolve(text) ?? { kind: 'struct', flavour: 'struct', name: text, size: 0, fields: () => [], field: () => null }
  );
}

/** The largest alignment that a type asks for, in bytes. */
function alignmentOf(type: Type, alignments: ReadonlyMap<string, number>, depth = 0): number {
  if (depth > 16) return 1;
  switch (type.kind) {
    case 'array':
      return alignmentOf(type.element(), alignments, depth + 1);
    case 'bitfield':
      return type.base().size;
    case 'struct':
      return Math.max(
        alignments.get(type.name) ?? 1,
        ...type.fields().map((field) => alignmentOf(field.type(), alignments, depth + 1)),
      );
    default:
      return Math.max(1, type.size);
  }
}

/** Lays out one declaration (see `builtin-declarations.ts`) as Microsoft's compilers do. */
export function layOut(
  name: string,
  declaration: string,
  flavour: StructType['flavour'],
  pointerSize: 4 | 8,
  alignments: ReadonlyMap<string, number>,
  resolve: Resolve,
): StructType {
  const fields: Field[] = [];
  const offsets = new Map<string, number>();
  let end = 0;
  let most = 0;
  let alignment = alignments.get(name) ?? 1;
  let bit = 0;
  for (const part of declaration.split(',')) {
    const [field = '', text = '', at] = part.trim().split(' ');
    const [typeText = '', bits] = text.split(':');
    const plain = parseType(typeText, pointerSize, resolve);
    const needs = alignmentOf(plain, alignments);
    const place = at?.slice(1);
    if (place !== undefined) {
      end = offsets.get(place) ?? Number(place);
      bit = 0;
    }
    let type = plain;
    if (bits === undefined) {
      if (bit > 0) bit = 0;
      end = Math.ceil(end / needs) * needs;
    } else {
      const length = Number(bits);
      const position = bit;
      type = { kind: 'bitfield', size: plain.size, position, length, base: () => plain };
      bit += length;
    }
    const offset = end;
    fields.push({ name: field, offset, type: () => type });
    offsets.set(field, offset);
    if (bits === undefined || bit >= plain.size * 8) {
      end = offset + type.size;
      bit = 0;
    }
    most = Math.max(most, offset + type.size, end);
    alignment = Math.max(alignment, needs);
  }
  const size = Math.ceil(most / alignment) * alignment;
  return structType(name, size, fields, flavour);
}

export function structType(
  name: string,
  size: number,
  fields: readonly Field[],
  flavour: StructType['flavour'] = 'struct',
): StructType {
  return {
    kind: 'struct',
    flavour,
    name,
    size,
    fields: () => fields,
    field: (key) => fields.find((field) => field.name === key) ?? null,
  };
}

/** A field's type from the words of a declared structure (`Uint4B`, `[4] UChar`, `_GUID`). */
export function fromWords(words: string, size: number, resolve: Resolve): Type {
  const array = /^\[(\d+)\] (.*)$/.exec(words);
  if (array) {
    const count = Number(array[1]);
    const element = fromWords(array[2] ?? '', count > 0 ? size / count : 0, resolve);
    return { kind: 'array', size, count, element: () => element };
  }
  const known = Object.values(BASES).find((type) => 'name' in type && type.name === words);
  return known ?? resolve(words) ?? base(words, size, words === 'Float' || words === 'Double' ? 'float' : 'other');
}
