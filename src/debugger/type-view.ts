import type { Field, StructType, Type } from '../symbols/type.ts';
import { nearestName } from './nearest-name.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';
import { typeText, verboseTypeText } from './type-text.ts';
import { readValue, specialText } from './type-value.ts';
import { wildcard } from './wildcard.ts';

/** One line of a structure, with what it contains. */
export interface TypeRow {
  readonly name: string;
  readonly offset: number;
  readonly type: string;
  readonly value: bigint | null;
  /** What `dt` prints behind the colon. */
  readonly shown: string;
  readonly rows: readonly TypeRow[];
}

/** A structure, or another value, at an address. */
export interface TypeItem {
  readonly address: bigint | null;
  /** What is known of the structure as a whole: the links of a LIST_ENTRY. */
  readonly special: string | null;
  readonly rows: readonly TypeRow[];
  /** The last address that could not be read. */
  readonly unreadable: bigint | null;
}

/** How much of a type is shown. */
export interface TypeViewOptions {
  /** Levels of structures below the first; pointers count as one. */
  readonly depth: number;
  readonly blocks: boolean;
  readonly verbose: boolean;
  readonly arrays: boolean;
  /** Fields are given by their beginnings. */
  readonly prefixes: boolean;
}

const MOST_ROWS = 20_000;

/** Whether a word names a field of the structure, or a path of fields through structures and pointers to them. */
export function isField(type: StructType, word: string, prefixes: boolean): boolean {
  const [first = '', ...more] = word.split('.');
  const fields = matching(type, first, prefixes);
  if (more.length === 0 || fields.length === 0) return fields.length > 0;
  return fields.some((field) => {
    const own = field.type();
    const inner = own.kind === 'pointer' ? own.target() : own;
    return inner.kind === 'struct' && isField(inner, more.join('.'), prefixes);
  });
}

/** The field whose name is likest to a word that names none. */
export function nearestField(type: StructType, word: string): string | null {
  return nearestName(
    word,
    allFields(type).map(({ name }) => name),
  );
}

/** Fields by name, wildcard or, with an index, the element of an array: `WaitBlock[0]`. */
function matching(type: StructType, word: string, prefixes: boolean): readonly Field[] {
  const [, bare = word, index = null] = /^(.*)\[(0x[\da-f]+|\d+)\]$/i.exec(word) ?? [];
  const test = wildcard(prefixes ? `${bare}*` : bare);
  const fields = allFields(type).filter((field) => test.test(field.name));
  return index === null ? fields : fields.flatMap((field) => elementOf(field, Number(index)) ?? []);
}

function elementOf(field: Field, index: number): Field | null {
  const own = field.type();
  if (own.kind !== 'array' || index >= own.count) return null;
  const element = own.element();
  const offset = field.offset + index * element.size;
  return { ...field, name: `${field.name}[${index}]`, offset, type: () => element };
}

/** Base classes deeper than this are shown as one field. */
const MOST_BASES = 8;

/** The fields of a structure, those of its base classes in their place, as debuggers show them. */
function allFields(type: StructType, depth = 0): readonly Field[] {
  return type.fields().flatMap((field): readonly Field[] => {
    const base = field.isBase && depth < MOST_BASES ? field.type() : null;
    if (base?.kind !== 'struct') return [field];
    return allFields(base, depth + 1).map((inner) => ({ ...inner, offset: inner.offset + field.offset }));
  });
}

/** A type at an address, or its layout without one; `fields` empty means all. */
export function itemOf(
  session: Session,
  type: Type,
  address: bigint | null,
  fields: readonly string[],
  options: TypeViewOptions,
): TypeItem {
  const budget = { rows: MOST_ROWS, unreadable: null as bigint | null };
  if (type.kind !== 'struct') {
    const shown = address === null ? typeText(type) : readValue(session, type, address).text;
    return { address, special: shown, rows: [], unreadable: null };
  }
  const rows = rowsOf(session, type, address, fields, options, options.depth, budget);
  const special = address === null || fields.length > 0 ? null : specialText(session, type, address);
  return { address, special, rows, unreadable: budget.unreadable };
}

function rowsOf(
  session: Session,
  type: StructType,
  address: bigint | null,
  paths: readonly string[],
  options: TypeViewOptions,
  depth: number,
  budget: { rows: number; unreadable: bigint | null },
): TypeRow[] {
  const wanted: { readonly field: ReturnType<StructType['fields']>[number]; readonly below: string | null }[] =
    paths.length === 0
      ? allFields(type).map((field) => ({ field, below: null }))
      : paths.flatMap((path) => {
          const [first = '', ...more] = path.split('.');
          const below = more.length > 0 ? more.join('.') : null;
          return matching(type, first, options.prefixes).map((field) => ({ field, below }));
        });
  const rows: TypeRow[] = [];
  for (const { field, below } of wanted) {
    if (budget.rows-- <= 0) break;
    const own = field.type();
    const at = address === null ? null : address + BigInt(field.offset);
    const text = options.verbose ? verboseTypeText(own) : typeText(own);
    const value = at === null ? null : readValue(session, own, at);
    if (value && !value.readable) budget.unreadable = at;
    let shown = value ? (options.verbose && own.kind === 'struct' ? verboseTypeText(own) : value.text) : text;
    let below2: TypeRow[] = [];
    if (below !== null) {
      if (own.kind === 'struct') {
        below2 = rowsOf(session, own, at, [below], options, depth, budget);
        shown = '';
      } else if (own.kind === 'pointer') {
        const target = own.target();
        const to = value?.value ?? null;
        if (target.kind === 'struct')
          below2 = rowsOf(session, target, to === 0n ? null : to, [below], options, depth, budget);
      }
    } else if (own.kind === 'struct' && (depth > 0 || options.blocks)) {
      below2 = rowsOf(session, own, at, [], options, Math.max(0, depth - 1), budget);
    } else if (own.kind === 'pointer' && depth > 0 && value?.value) {
      const target = own.target();
      if (target.kind === 'struct') below2 = rowsOf(session, target, value.value, [], options, depth - 1, budget);
    } else if (own.kind === 'array' && (options.arrays || options.blocks)) {
      below2 = elements(session, own, at, options, depth, budget);
    }
    rows.push({ name: field.name, offset: field.offset, type: text, value: value?.value ?? null, shown, rows: below2 });
  }
  return rows;
}

function elements(
  session: Session,
  type: Type & { readonly kind: 'array' },
  address: bigint | null,
  options: TypeViewOptions,
  depth: number,
  budget: { rows: number; unreadable: bigint | null },
): TypeRow[] {
  const element = type.element();
  const rows: TypeRow[] = [];
  for (let index = 0; index < type.count && budget.rows-- > 0; index++) {
    const at = address === null ? null : address + BigInt(index * element.size);
    const value = at === null ? null : readValue(session, element, at);
    const below =
      element.kind === 'struct' ? rowsOf(session, element, at, [], options, Math.max(0, depth - 1), budget) : [];
    const text = typeText(element);
    rows.push({
      name: `[${String(index).padStart(2, '0')}]`,
      offset: index * element.size,
      type: text,
      value: value?.value ?? null,
      shown: value?.text ?? text,
      rows: below,
    });
    if (at === null && element.kind !== 'struct') break;
  }
  return rows;
}

/** The rows as `dt` prints them. */
export function writeRows(rows: readonly TypeRow[], level: number, filtered: boolean, text: Text): void {
  for (const row of rows) {
    const lead = '   '.repeat(level);
    if (row.name.startsWith('[')) text.line(`${lead} ${row.name} ${row.shown}`);
    else {
      const name = filtered ? row.name : row.name.padEnd(16);
      text.line(`${lead}+0x${row.offset.toString(16).padStart(3, '0')} ${name} : ${row.shown}`);
    }
    writeRows(row.rows, level + 1, filtered, text);
  }
}
