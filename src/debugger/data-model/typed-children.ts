import type { StructType } from '../../symbols/type.ts';
import { load } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import type { Session } from '../session.ts';
import { type Format, inherited } from './format-specifier.ts';
import { type ModelValue, typed } from './model-value.ts';

/** One line below a value. */
export interface Child {
  readonly name: string;
  /** `+0x010`, `+0x460 ( 0: 0)` of a member of a structure. */
  readonly place: string | null;
  readonly read: () => Promise<ModelValue>;
}

/** Elements of an array that are made ready to be shown. */
const MOST_ELEMENTS = 10_000;

/** The fields of a structure or of the one a pointer leads to, the elements of an array, what another pointer leads to. */
export function fieldsOf(session: Session, { value, format }: ModelValue & { readonly kind: 'typed' }): Child[] {
  const { type } = value;
  const own = inherited(format);
  if (type.kind === 'struct' && value.address !== null) return structureFields(session, type, value.address, own);
  if (type.kind === 'pointer') {
    const target = type.target();
    const { bits } = value;
    if (!bits || target.kind === 'void' || target.kind === 'function') return [];
    if (target.kind === 'struct') return structureFields(session, target, bits, own);
    if (target.kind === 'base') return [];
    return [{ name: '*', place: null, read: async () => typed(load(target, bits, cppScope(session), 0)) }];
  }
  if (type.kind !== 'array' || value.address === null) return [];
  const element = type.element();
  const { address } = value;
  return Array.from({ length: Math.min(type.count, MOST_ELEMENTS) }, (_, index) => ({
    name: `[${index}]`,
    place: null,
    read: async () =>
      typed(load(element, address + BigInt(index * element.size), cppScope(session), 0), false, ofElements(format)),
  }));
}

/** How elements of an array that is shown so are shown. */
function ofElements(format: Format | null): Format | null {
  return format && { ...format, length: null };
}

function structureFields(session: Session, type: StructType, address: bigint, format: Format | null): Child[] {
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
      read: async () => typed(load(of, address + BigInt(field.offset), cppScope(session), 0), false, format),
    };
  });
}
