/** An export: a function at an RVA, or a forwarder `NTDLL.RtlThing`. Without a name it is exported by ordinal only. */
export interface SynthExport {
  readonly name?: string;
  readonly rva?: number;
  readonly forwarder?: string;
}

export interface SynthPe {
  /** IMAGE_FILE_MACHINE_*; 0x8664 by default. x86 images are PE32, all others PE32+. */
  readonly machine?: number;
  readonly timestamp?: number;
  readonly checksum?: number;
  readonly imageBase?: bigint;
  readonly code?: Uint8Array;
  readonly exports?: { readonly module: string; readonly base: number; readonly entries: readonly SynthExport[] };
  readonly imports?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly debug?: readonly {
    readonly type: number;
    readonly data: Uint8Array;
  }[];
  /** RUNTIME_FUNCTION rows of two or three words. */
  readonly pdata?: readonly (readonly number[])[];
  /** The whole VS_VERSIONINFO block, see `versionInfo`. */
  readonly version?: Uint8Array;
  readonly rawBytes?: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  readonly directories?: Readonly<Record<number, readonly [rva: number, size: number]>>;
}

export interface WrittenPe {
  /** As on disk: sections 0x200 apart. */
  readonly file: Uint8Array;
  /** As the loader maps it: offsets are RVAs. */
  readonly mapped: Uint8Array;
  /** RVA where the code, the data and the resources begin. */
  readonly codeRva: number;
  readonly dataRva: number;
  readonly resourceRva: number;
}

const CODE_RVA = 0x1000;
const SECTION_ALIGNMENT = 0x1000;
const FILE_ALIGNMENT = 0x200;
const PE_AT = 0x80;
const HEADERS = 0x400;

/** Bytes that grow at the end, addressed by RVA. */
class Blob {
  readonly #base: number;
  #bytes: number[] = [];
  constructor(base: number) {
    this.#base = base;
  }
  get rva(): number {
    return this.#base + this.#bytes.length;
  }
  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
  align(size: number): number {
    while (this.#bytes.length % size !== 0) this.#bytes.push(0);
    return this.rva;
  }
  add(bytes: Iterable<number>): number {
    const at = this.rva;
    for (const byte of bytes) this.#bytes.push(byte);
    return at;
  }
  words(size: 2 | 4 | 8, values: readonly (number | bigint)[]): number {
    const at = this.rva;
    for (const value of values) {
      let rest = BigInt(value);
      for (let index = 0; index < size; index++, rest >>= 8n) this.#bytes.push(Number(rest & 0xffn));
    }
    return at;
  }
  text(value: string): number {
    return this.add([...new TextEncoder().encode(value), 0]);
  }
}

const alignUp = (value: number, size: number): number => Math.ceil(value / size) * size;

/** Writes an image with one section each for code, data and resources. */
export function writePe(pe: SynthPe = {}): WrittenPe {
  const machine = pe.machine ?? 0x8664;
  const wide = machine !== 0x14c;
  const code = pe.code ?? new Uint8Array(0x100).fill(0xcc);
  const directories = new Map<number, readonly [number, number]>();
  const dataRva = CODE_RVA + alignUp(code.length, SECTION_ALIGNMENT);
  const data = new Blob(dataRva);
  data.words(4, [0, 0]);
  if (pe.exports) directories.set(0, writeExports(data, pe.exports));
  if (pe.imports) directories.set(1, writeImports(data, pe.imports, wide ? 8 : 4));
  if (pe.pdata) {
    data.align(4);
    const at = data.words(4, pe.pdata.flat());
    directories.set(3, [at, data.rva - at]);
  }
  if (pe.debug) directories.set(6, writeDebug(data, pe.debug));
  const resourceRva = alignUp(data.rva, SECTION_ALIGNMENT);
  const resources = new Blob(resourceRva);
  if (pe.version) directories.set(2, writeResources(resources, pe.version));
  for (const [index, place] of Object.entries(pe.directories ?? {})) directories.set(Number(index), place);

  const sections = [
    { name: '.text', rva: CODE_RVA, bytes: code, flags: 0x60000020 },
    { name: '.rdata', rva: dataRva, bytes: data.bytes, flags: 0x40000040 },
    { name: '.rsrc', rva: resourceRva, bytes: resources.bytes, flags: 0x40000040 },
  ].filter(({ bytes }) => bytes.length > 0);
  const last = sections.at(-1)!;
  const sizeOfImage = alignUp(last.rva + last.bytes.length, SECTION_ALIGNMENT);

  const header = new Blob(0);
  header.add([0x4d, 0x5a, ...new Uint8Array(58)]);
  header.words(4, [PE_AT]);
  header.add(new Uint8Array(PE_AT - 64));
  header.words(4, [0x4550]);
  header.words(2, [machine, sections.length]);
  header.words(4, [pe.timestamp ?? 0x5f000000, 0, 0]);
  header.words(2, [(wide ? 112 : 96) + 128, 0x22]);
  header.words(2, [wide ? 0x20b : 0x10b, 0]);
  header.words(4, [code.length, 0, 0, CODE_RVA, CODE_RVA]);
  if (wide) header.words(8, [pe.imageBase ?? 0x180000000n]);
  else header.words(4, [dataRva, pe.imageBase ?? 0x400000n]);
  header.words(4, [SECTION_ALIGNMENT, FILE_ALIGNMENT]);
  header.words(2, [6, 0, 0, 0, 6, 0]);
  header.words(4, [0, sizeOfImage, HEADERS, pe.checksum ?? 0]);
  header.words(2, [3, 0x140]);
  header.words(wide ? 8 : 4, [0x100000, 0x1000, 0x100000, 0x1000]);
  header.words(4, [0, 16]);
  for (let index = 0; index < 16; index++) header.words(4, directories.get(index) ?? [0, 0]);
  let fileOffset = HEADERS;
  const offsets: number[] = [];
  for (const section of sections) {
    header.add(new TextEncoder().encode(section.name.padEnd(8, '\0')));
    const fileSize = alignUp(section.bytes.length, FILE_ALIGNMENT);
    header.words(4, [section.bytes.length, section.rva, fileSize, fileOffset, 0, 0]);
    header.words(2, [0, 0]);
    header.words(4, [section.flags]);
    offsets.push(fileOffset);
    fileOffset += fileSize;
  }
  const file = new Uint8Array(fileOffset);
  const mapped = new Uint8Array(sizeOfImage);
  file.set(header.bytes);
  mapped.set(header.bytes);
  for (const [index, section] of sections.entries()) {
    file.set(section.bytes, offsets[index]!);
    mapped.set(section.bytes, section.rva);
  }
  for (const { at, bytes } of pe.rawBytes ?? []) mapped.set(bytes, at);
  return { file, mapped, codeRva: CODE_RVA, dataRva, resourceRva };
}

function writeExports(data: Blob, exports: NonNullable<SynthPe['exports']>): readonly [number, number] {
  const start = data.align(4);
  const { entries } = exports;
  const named = entries
    .map(({ name }, index) => ({ name, index }))
    .filter((entry): entry is { name: string; index: number } => entry.name !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // The directory comes first; its parts are laid out behind it, so their places are known beforehand.
  const functions = start + 40;
  const names = functions + entries.length * 4;
  const ordinals = names + named.length * 4;
  let textAt = ordinals + named.length * 2;
  const texts: string[] = [];
  const place = (text: string): number => {
    const at = textAt;
    texts.push(text);
    textAt += new TextEncoder().encode(text).length + 1;
    return at;
  };
  const moduleAt = place(exports.module);
  const rvas = entries.map(({ rva, forwarder }) => (forwarder === undefined ? (rva ?? 0) : place(forwarder)));
  const nameRvas = named.map(({ name }) => place(name));
  data.words(4, [0, 0, 0, moduleAt, exports.base, entries.length, named.length, functions, names, ordinals]);
  data.words(4, rvas);
  data.words(4, nameRvas);
  data.words(
    2,
    named.map(({ index }) => index),
  );
  for (const text of texts) data.text(text);
  return [start, data.rva - start];
}

function writeImports(data: Blob, imports: NonNullable<SynthPe['imports']>, width: 4 | 8): readonly [number, number] {
  const ordinalFlag = width === 8 ? 0x8000000000000000n : 0x80000000n;
  const rows = Object.entries(imports).map(([module, functions]) => {
    const moduleAt = data.text(module);
    const thunks = functions.map((entry) => {
      if (typeof entry === 'number') return ordinalFlag | BigInt(entry);
      data.align(2);
      const at = data.words(2, [0]);
      data.text(entry);
      return BigInt(at);
    });
    data.align(8);
    const lookup = data.words(width, [...thunks, 0]);
    data.align(8);
    const slots = data.words(width, [...thunks, 0]);
    return [lookup, 0, 0, moduleAt, slots];
  });
  data.align(4);
  const start = data.words(4, rows.flat());
  data.words(4, [0, 0, 0, 0, 0]);
  return [start, data.rva - start];
}

function writeDebug(data: Blob, debug: NonNullable<SynthPe['debug']>): readonly [number, number] {
  const places = debug.map((entry) => {
    data.align(4);
    return data.add(entry.data);
  });
  data.align(4);
  const start = data.rva;
  for (const [index, entry] of debug.entries()) {
    data.words(4, [0, 0x5f000000]);
    data.words(2, [0, 0]);
    data.words(4, [entry.type, entry.data.length, places[index]!, 0]);
  }
  return [start, data.rva - start];
}

/** A CodeView RSDS record. */
export function rsds(guid: Uint8Array, age: number, path: string): Uint8Array {
  const blob = new Blob(0);
  blob.add(new TextEncoder().encode('RSDS'));
  blob.add(guid);
  blob.words(4, [age]);
  blob.text(path);
  return blob.bytes;
}

/** A CodeView NB10 record. */
export function nb10(signature: number, age: number, path: string): Uint8Array {
  const blob = new Blob(0);
  blob.add(new TextEncoder().encode('NB10'));
  blob.words(4, [0, signature, age]);
  blob.text(path);
  return blob.bytes;
}

function writeResources(data: Blob, version: Uint8Array): readonly [number, number] {
  const start = data.rva;
  const directory = (id: number, offset: number): void => {
    data.words(4, [0, 0]);
    data.words(2, [0, 0, 0, 1]);
    data.words(4, [id, offset]);
  };
  directory(16, 0x80000000 + 24);
  directory(1, 0x80000000 + 48);
  directory(0x409, 72);
  data.words(4, [start + 88, version.length, 0, 0]);
  data.add(version);
  return [start, data.rva - start];
}

/** VS_VERSIONINFO with its fixed part and one string table. */
export function versionInfo(
  file: readonly [number, number, number, number],
  product: readonly [number, number, number, number],
  strings: Readonly<Record<string, string>>,
): Uint8Array {
  const words = (numbers: readonly [number, number, number, number]): number[] => [
    numbers[0] * 0x10000 + numbers[1],
    numbers[2] * 0x10000 + numbers[3],
  ];
  const fixed = new Blob(0);
  fixed.words(4, [0xfeef04bd, 0x10000, ...words(file), ...words(product), 0x3f, 1, 0x40004, 2, 0, 0, 0]);
  const items = Object.entries(strings).map(([key, value]) => {
    const text = utf16(`${value}\0`);
    return versionBlock(key, 1, text, value.length + 1, []);
  });
  const table = versionBlock('040904b0', 1, new Uint8Array(0), 0, items);
  const info = versionBlock('StringFileInfo', 1, new Uint8Array(0), 0, [table]);
  return versionBlock('VS_VERSION_INFO', 0, fixed.bytes, 52, [info]);
}

function versionBlock(
  key: string,
  type: number,
  value: Uint8Array,
  valueLength: number,
  children: readonly Uint8Array[],
): Uint8Array {
  const blob = new Blob(0);
  blob.words(2, [0, valueLength, type]);
  blob.add(utf16(`${key}\0`));
  blob.align(4);
  blob.add(value);
  for (const child of children) {
    blob.align(4);
    blob.add(child);
  }
  const { bytes } = blob;
  bytes[0] = bytes.length & 0xff;
  bytes[1] = bytes.length >> 8;
  return bytes;
}

function utf16(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index++) {
    out[index * 2] = text.charCodeAt(index) & 0xff;
    out[index * 2 + 1] = text.charCodeAt(index) >> 8;
  }
  return out;
}
