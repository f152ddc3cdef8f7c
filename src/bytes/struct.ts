import { FormatError } from './errors.ts';
import { formatGuid } from './guid.ts';
import { type Source, viewOf } from './source.ts';

/** How one field is read from a DataView at a byte offset, little-endian. */
export interface Kind<T> {
  readonly size: number;
  /** As `dt` prints it: `Uint4B`, `[4] Uint8B`, `_GUID`. */
  readonly typeName: string;
  /** Defines a getter of its own for `name` on `prototype`, so that each call site stays monomorphic. */
  install(prototype: object, name: string, offset: number): void;
  get(view: DataView, offset: number): T;
}

/** What every view carries: the bytes it looks at and where in them it starts. */
export interface Backed {
  readonly view: DataView;
  readonly at: number;
}

function kind<T>(size: number, typeName: string, get: (view: DataView, offset: number) => T): Kind<T> {
  return {
    size,
    typeName,
    get,
    install(prototype, name, offset) {
      Object.defineProperty(prototype, name, {
        enumerable: true,
        get(this: Backed) {
          return get(this.view, this.at + offset);
        },
      });
    },
  };
}

export const u8 = kind(1, 'UChar', (view, at) => view.getUint8(at));
export const u16 = kind(2, 'Uint2B', (view, at) => view.getUint16(at, true));
export const u32 = kind(4, 'Uint4B', (view, at) => view.getUint32(at, true));
export const u64 = kind(8, 'Uint8B', (view, at) => view.getBigUint64(at, true));
export const i8 = kind(1, 'Char', (view, at) => view.getInt8(at));
export const i16 = kind(2, 'Int2B', (view, at) => view.getInt16(at, true));
export const i32 = kind(4, 'Int4B', (view, at) => view.getInt32(at, true));
export const i64 = kind(8, 'Int8B', (view, at) => view.getBigInt64(at, true));
export const f32 = kind(4, 'Float', (view, at) => view.getFloat32(at, true));
export const f64 = kind(8, 'Double', (view, at) => view.getFloat64(at, true));
/** A GUID as lower-case text with dashes. */
export const guid = kind(16, '_GUID', (view, at) => formatGuid(new Uint8Array(view.buffer, view.byteOffset + at, 16)));

/** `count` raw bytes, aliasing the view. */
export function bytes(count: number): Kind<Uint8Array> {
  return kind(count, `[${count}] UChar`, (view, at) => new Uint8Array(view.buffer, view.byteOffset + at, count));
}

/** `count` elements of one kind, read when asked. */
export function array<T>(element: Kind<T>, count: number): Kind<T[]> {
  return kind(element.size * count, `[${count}] ${element.typeName}`, (view, at) =>
    Array.from({ length: count }, (_, index) => element.get(view, at + index * element.size)),
  );
}

type Fields = Readonly<Record<string, readonly [offset: number, kind: Kind<unknown>]>>;

/** The lazy view type of a declared structure. */
export type ViewOf<S> = S extends Struct<infer F> ? FieldsView<F> : never;
type FieldsView<F extends Fields> = { readonly [K in keyof F]: F[K][1] extends Kind<infer T> ? T : never } & Backed;

/** A declared structure: name, size, fields by offset, and lazy views. It is also a Kind, so structures nest. */
export interface Struct<F extends Fields> extends Kind<FieldsView<F>> {
  readonly name: string;
  readonly fields: F;
  /** A view of the structure in bytes already read; throws FormatError when they are too few. */
  view(view: DataView, offset?: number): FieldsView<F>;
  /** Reads the structure from a source; throws FormatError when the source ends inside it. */
  read(source: Source, offset: number): FieldsView<F>;
}

/**
 * Declares a structure of `size` bytes. Each field is `[offset, kind]`; fields that overlap or pass the end are refused
 * unless `options.union` says that the layout is a union. Cite the layout's documentation where you declare it.
 */
export function struct<const F extends Fields>(
  name: string,
  size: number,
  fields: F,
  options: { readonly union?: boolean } = {},
): Struct<F> {
  let end = 0;
  const ordered = Object.entries(fields).sort((a, b) => a[1][0] - b[1][0]);
  for (const [field, [offset, { size: length }]] of ordered) {
    if (offset < end && !options.union) throw new Error(`${name}.${field} at 0x${offset.toString(16)} overlaps`);
    if (offset + length > size) throw new Error(`${name}.${field} ends past the structure's ${size} bytes`);
    end = offset + length;
  }
  class View {
    readonly view: DataView;
    readonly at: number;
    constructor(view: DataView, at: number) {
      this.view = view;
      this.at = at;
    }
  }
  for (const [field, [offset, fieldKind]] of ordered) fieldKind.install(View.prototype, field, offset);
  const make = (view: DataView, at: number) => new View(view, at) as unknown as FieldsView<F>;
  return {
    ...kind(size, name, make),
    name,
    fields,
    view(view, offset = 0) {
      if (offset < 0 || offset + size > view.byteLength) {
        throw new FormatError(
          name,
          offset,
          `${name} needs ${size} bytes at ${offset}, but there are only ${view.byteLength} in all`,
        );
      }
      return make(view, offset);
    },
    read(source, offset) {
      const read = source.read(offset, size);
      if (read.length < size) {
        throw new FormatError(
          name,
          offset,
          `${name} needs ${size} bytes at offset 0x${offset.toString(16)}, but the file has only ${read.length} there: it is truncated, or the offset is wrong`,
        );
      }
      return make(viewOf(read), 0);
    },
  };
}
