import { FormatError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import { JsonScanner } from './json-scanner.ts';
import { Records, RecordsBuilder } from './records.ts';

/** The PDB that a Windows table was made from. */
export interface IsfPdb {
  /** 32 upper-case digits. */
  readonly guid: string;
  readonly age: number;
  readonly database: string;
  /** IMAGE_FILE_MACHINE_* or 0. */
  readonly machine: number;
}

export interface IsfMetadata {
  /** `6.1.0`; empty when the file does not say. */
  readonly format: string;
  readonly producer: string;
  readonly pdb: IsfPdb | null;
  readonly system: 'windows' | 'linux' | 'mac' | 'unknown';
}

export interface IsfBaseType {
  readonly kind: string;
  readonly size: number;
  readonly signed: boolean;
}

/**
 * A volatility3 Intermediate Symbol Format file (its JSON schemas 4 to 6): names indexed, every type still JSON text
 * until it is asked for.
 */
export interface IsfFile {
  readonly metadata: IsfMetadata;
  readonly baseTypes: ReadonlyMap<string, IsfBaseType>;
  readonly userTypes: Records;
  readonly enums: Records;
  /** Texts hold what a symbol says besides its address: `linkage_name`, `type`, `constant_data`. */
  readonly symbols: Records;
  /** Address of each symbol, by its index in `symbols`; an RVA in Windows tables. */
  readonly addresses: Float64Array;
  /** Indexes of `symbols` by ascending address. */
  readonly byAddress: Uint32Array;
  /** The JSON of `metadata` and `base_types`, for the cached form. */
  readonly heads: readonly [metadata: string, baseTypes: string];
}

const SECTIONS = ['user_types', 'enums', 'symbols'] as const;

/**
 * Reads the bytes of an ISF JSON file in one pass that builds no objects. Throws FormatError when it is not JSON or has
 * neither types nor symbols; records what it skipped.
 */
export function readIsf(bytes: Uint8Array, problems: Problems): IsfFile {
  if (bytes.length > 0xf0000000) throw new FormatError('ISF', null, 'the symbol table is larger than 3.75 GB');
  const scanner = new JsonScanner(bytes);
  const builders = { user_types: new RecordsBuilder(), enums: new RecordsBuilder(), symbols: new RecordsBuilder() };
  const addresses: number[] = [];
  const heads = { metadata: '{}', base_types: '{}' };
  let known = 0;
  const isObject = scanner.object((start, end) => {
    const section = SECTIONS.find((name) => scanner.is(start, end, name));
    const head = (['metadata', 'base_types'] as const).find((name) => scanner.is(start, end, name));
    if (section) {
      const whole =
        section === 'symbols'
          ? scanSymbols(scanner, builders.symbols, addresses)
          : scanTexts(scanner, builders[section]);
      if (whole) known++;
      else {
        scanner.integer();
        problems.add('bad-section', 'ISF', start, `the section "${section}" of the symbol table is not an object`);
      }
      return;
    }
    const from = scanner.used;
    scanner.copyValue();
    if (head) heads[head] = new TextDecoder().decode(scanner.out.subarray(from, scanner.used));
    scanner.used = from;
  });
  if (!isObject) throw new FormatError('ISF', 0, 'not a symbol table: it does not start with a JSON object');
  if (known === 0) throw new FormatError('ISF', 0, 'not a symbol table: it has no "symbols", "user_types" or "enums"');
  const blob = scanner.out.slice(0, scanner.used);
  const records = (name: (typeof SECTIONS)[number]) => new Records(blob, builders[name].build(blob).rows);
  const symbols = builders.symbols.build(blob);
  const sorted = Float64Array.from(symbols.order, (from) => addresses[from] ?? Number.NaN);
  const file = assembleIsf(
    [heads.metadata, heads.base_types],
    records('user_types'),
    records('enums'),
    new Records(blob, symbols.rows),
    sorted,
    orderByAddress(sorted),
  );
  const major = Number.parseInt(file.metadata.format, 10);
  if (!(major >= 1 && major <= 6)) {
    const version = file.metadata.format || 'unknown';
    problems.add(
      'unsupported-version',
      'ISF',
      null,
      `the symbol table's schema version ${version} is not one of 1 to 6; read as version 6`,
    );
  }
  return file;
}

/** Puts together a file from its parts, however they were had; throws FormatError when the heads are not JSON. */
export function assembleIsf(
  heads: readonly [string, string],
  userTypes: Records,
  enums: Records,
  symbols: Records,
  addresses: Float64Array,
  byAddress: Uint32Array,
): IsfFile {
  const baseTypes = new Map<string, IsfBaseType>();
  for (const [name, value] of Object.entries(asObject(parseJson(heads[1])))) {
    const base = asObject(value);
    const size = asCount(base['size']);
    baseTypes.set(name, { kind: asText(base['kind']), size: size ?? 0, signed: base['signed'] === true });
  }
  return { metadata: readMetadata(heads[0]), baseTypes, userTypes, enums, symbols, addresses, byAddress, heads };
}

function scanTexts(scanner: JsonScanner, builder: RecordsBuilder): boolean {
  return scanner.object((start, end) => {
    const name = scanner.used;
    scanner.copyText(start, end);
    const text = scanner.used;
    scanner.copyValue();
    builder.add(name, text - name, text, scanner.used - text);
  });
}

function scanSymbols(scanner: JsonScanner, builder: RecordsBuilder, addresses: number[]): boolean {
  return scanner.object((start, end) => {
    const name = scanner.used;
    scanner.copyText(start, end);
    const text = scanner.used;
    let address: number | null = null;
    const isObject = scanner.object((keyStart, keyEnd) => {
      if (scanner.is(keyStart, keyEnd, 'address')) {
        address = scanner.integer();
        return;
      }
      scanner.put(scanner.used === text ? 0x7b : 0x2c);
      scanner.copyRaw(keyStart - 1, keyEnd + 1);
      scanner.put(0x3a);
      scanner.copyValue();
    });
    if (!isObject) scanner.integer();
    if (scanner.used > text) scanner.put(0x7d);
    builder.add(name, text - name, text, scanner.used - text);
    addresses.push(address ?? Number.NaN);
  });
}

/** Indexes by ascending address; symbols without one are left out. */
function orderByAddress(addresses: Float64Array): Uint32Array {
  const present: number[] = [];
  for (let index = 0; index < addresses.length; index++) if (!Number.isNaN(addresses[index])) present.push(index);
  return Uint32Array.from(present).sort(
    (left, right) => (addresses[left] ?? 0) - (addresses[right] ?? 0) || left - right,
  );
}

function readMetadata(text: string): IsfMetadata {
  const metadata = asObject(parseJson(text));
  const producer = asObject(metadata['producer']);
  const pdb = asObject(asObject(metadata['windows'])['pdb']);
  const guid = asText(pdb['GUID']).toUpperCase();
  const system = (['windows', 'linux', 'mac'] as const).find((name) => metadata[name] !== undefined) ?? 'unknown';
  return {
    format: asText(metadata['format']),
    producer: [asText(producer['name']), asText(producer['version'])].filter((part) => part !== '').join(' '),
    pdb: /^[0-9A-F]{32}$/.test(guid)
      ? {
          guid,
          age: asCount(pdb['age']) ?? 0,
          database: asText(pdb['database']),
          machine: asCount(pdb['machine_type']) ?? 0,
        }
      : null,
    system,
  };
}

/** Parsed JSON, or a FormatError. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError('ISF', null, 'a part of the symbol table is not valid JSON');
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
/** A whole number from 0 to 2^53, or null. */
export function asCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
