import type { Field, Type, TypeTable } from '../../src/symbols/type.ts';

/**
 * `name: [offset, size]`, or a structure of the same table by name, `[count] name`, `*name` for a 64-bit pointer to one,
 * or `position:length` for a bit field of a 64-bit word.
 */
export type SynthFields = Readonly<Record<string, readonly [offset: number, type: number | string]>>;
export type SynthTypes = Readonly<Record<string, readonly [size: number, fields: SynthFields]>>;

/** Types that a test declares, behind the interface of symbol files. */
export function synthTypes(declared: SynthTypes): TypeTable {
  const resolve = (spec: number | string): Type => {
    if (typeof spec === 'number') return { kind: 'base', name: `Uint${spec}B`, size: spec, encoding: 'unsigned' };
    if (spec.startsWith('*')) return { kind: 'pointer', size: 8, target: () => named(spec.slice(1))! };
    const bits = /^(\d+):(\d+)$/.exec(spec);
    if (bits)
      return { kind: 'bitfield', size: 8, position: Number(bits[1]), length: Number(bits[2]), base: () => resolve(8) };
    const array = /^\[(\d+)\] (\w+)$/.exec(spec);
    if (array) {
      const element = named(array[2]!)!;
      const count = Number(array[1]);
      return { kind: 'array', size: count * element.size, count, element: () => element };
    }
    return named(spec)!;
  };
  const named = (name: string): Type | null => {
    const found = declared[name];
    if (!found) return null;
    const [size, fields] = found;
    const all: Field[] = Object.entries(fields).map(([field, [offset, spec]]) => ({
      name: field,
      offset,
      type: () => resolve(spec),
    }));
    return {
      kind: 'struct',
      flavour: 'struct',
      name,
      size,
      fields: () => all,
      field: (field) => all.find((each) => each.name === field) ?? null,
    };
  };
  return { type: named, typeNames: () => Object.keys(declared) };
}
