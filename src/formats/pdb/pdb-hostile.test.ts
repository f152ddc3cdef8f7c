import { expect, test } from 'vitest';
import { PatchedPdb } from '../../../test/synth/patched-pdb.ts';
import { MemoreticsError } from '../../bytes/errors.ts';
import { type Problem, Problems } from '../../bytes/problem.ts';
import type { Source } from '../../bytes/source.ts';
import { openPdbTable } from '../../symbols/pdb.ts';
import { dumpPdb } from '../../symbols/pdb-dump.ts';
import { hashName } from './name-hash.ts';
import { SymbolHash } from './symbol-hash.ts';
import { TypeStream } from './type-stream.ts';

const PAGE = 4096;

/** A source that counts what is read of it: the work that a reader does, whatever the machine. */
class CountedSource implements Source {
  readonly size: number;
  readonly #bytes: Uint8Array;
  bytesRead = 0;
  calls = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }
  read(offset: number, length: number): Uint8Array {
    const part = this.#bytes.subarray(Math.max(0, offset), Math.max(0, offset + length));
    this.bytesRead += part.length;
    this.calls++;
    return part;
  }
}

interface Outcome {
  readonly records: number;
  readonly problems: readonly Problem[];
  readonly read: number;
  readonly error: MemoreticsError | null;
}

/** Everything that the product asks of a PDB. Whatever escapes but our own errors fails the test. */
function use(bytes: Uint8Array): Outcome {
  const source = new CountedSource(bytes);
  let records = 0;
  let problems: readonly Problem[] = [];
  let error: MemoreticsError | null = null;
  try {
    for (const record of dumpPdb(source)) {
      records++;
      JSON.stringify(record);
    }
    const table = openPdbTable(source, 'hostile');
    for (const rva of [0, 0x1000, 0x1040, 0x1100, 0x2000, 0x3000, 0xffff_ffff]) {
      table.at(rva);
      table.aliases(rva);
      table.lineAt(rva);
      table.inlinesAt(rva);
      table.frameRecordAt(rva);
    }
    for (const name of ['start', 'shop::walk', 'SHOP::nothing', '']) table.find(name);
    for (const _ of table.symbols()) records++;
    for (const name of ['shop::Everything', 'shop::Duck', 'shop::List', 'nothing']) {
      const type = table.types?.type(name);
      if (type?.kind !== 'struct') continue;
      for (const field of type.fields()) {
        let at = field.type();
        for (let depth = 0; depth < 8; depth++) {
          if (at.kind === 'pointer') at = at.target();
          else if (at.kind === 'array') at = at.element();
          else if (at.kind === 'bitfield') at = at.base();
          else break;
        }
      }
    }
    problems = table.problems;
  } catch (caught) {
    if (!(caught instanceof MemoreticsError)) throw caught;
    error = caught;
  }
  return { records, problems, read: source.bytesRead, error };
}

const clean = use(new PatchedPdb('kinds.pdb').bytes);

/** Damage may make the reader look twice, but not more than that by a small factor. */
function expectBounded(outcome: Outcome): void {
  expect(outcome.records).toBeLessThan(clean.records * 20);
  expect(outcome.read).toBeLessThan(clean.read * 20 + (4 << 20));
}

test('the fixture itself is whole', () => {
  expect(clean.error).toBeNull();
  expect(clean.problems).toEqual([]);
  expect(clean.records).toBeGreaterThan(200);
});

test('page lists that refer to themselves or to each other', () => {
  const own = new PatchedPdb('kinds.pdb');
  // The types' pages are those of the directory, again and again.
  for (const at of own.pagesAt(2)) own.view.setUint32(at, own.directory / PAGE, true);
  const first = use(own.bytes);
  expectBounded(first);
  expect(first.problems.map(({ code }) => code)).toContain('shared-page');

  const shared = new PatchedPdb('kinds.pdb');
  for (const at of shared.pagesAt(3)) shared.view.setUint32(at, shared.at(1, 0) / PAGE, true);
  expectBounded(use(shared.bytes));

  const root = new PatchedPdb('kinds.pdb');
  // The list of the directory's pages is itself the directory.
  root.view.setUint32(52, root.directory / PAGE, true);
  const third = use(root.bytes);
  expectBounded(third);
  expect(third.error ?? third.problems[0]).toBeTruthy();

  const outside = new PatchedPdb('kinds.pdb');
  for (const at of outside.pagesAt(2)) outside.view.setUint32(at, 0xffff_fff0, true);
  expect(use(outside.bytes).problems.map(({ code }) => code)).toContain('out-of-bounds');
});

test('streams of four gigabytes, and directories of as many', () => {
  for (let stream = 0; stream < 6; stream++) {
    const victim = new PatchedPdb('kinds.pdb');
    victim.view.setUint32(victim.sizeAt(stream), 0xffff_fffe, true);
    const outcome = use(victim.bytes);
    expectBounded(outcome);
    expect(outcome.error ?? outcome.problems[0], `stream ${stream}`).toBeTruthy();
  }
  for (const [at, value] of [
    [44, 0xffff_ffff],
    [40, 0xffff_ffff],
    [32, 0],
    [32, 0xffff_ffff],
    [32, 0x8000_0000],
    [32, 3],
  ] as const) {
    const victim = new PatchedPdb('kinds.pdb');
    victim.view.setUint32(at, value, true);
    const outcome = use(victim.bytes);
    expectBounded(outcome);
    expect(outcome.error ?? outcome.problems[0], `${at}: ${value}`).toBeTruthy();
  }
  const many = new PatchedPdb('kinds.pdb');
  many.view.setUint32(many.directory, 0xffff_ffff, true);
  expectBounded(use(many.bytes));
});

test('counts of 0xffffffff in every header', () => {
  const { symbols } = new PatchedPdb('kinds.pdb');
  const headers: readonly (readonly [stream: number, from: number, to: number])[] = [
    [1, 28, 64],
    [2, 4, 56],
    [3, 24, 56],
    [4, 4, 56],
    [symbols.globals, 0, 16],
    [symbols.publics, 0, 44],
  ];
  for (const [stream, from, to] of headers) {
    for (let offset = from; offset < to; offset += 4) {
      for (const value of [0xffff_ffff, 0x8000_0000]) {
        const victim = new PatchedPdb('kinds.pdb');
        if (offset + 4 > victim.size(stream)) continue;
        victim.set32(stream, offset, value);
        expectBounded(use(victim.bytes));
      }
    }
  }
});

test('hash buckets that point backwards, outside, or all at one record', () => {
  for (const which of ['globals', 'publics'] as const) {
    const head = which === 'publics' ? 28 : 0;
    const victim = new PatchedPdb('kinds.pdb');
    const stream = victim.symbols[which];
    const hashed = victim.get32(stream, head + 8);
    const buckets = victim.get32(stream, head + 12);
    const starts = head + 16 + hashed + 516;
    const used = (buckets - 516) / 4;
    expect(used).toBeGreaterThan(5);
    for (const value of [(index: number) => (used - index) * 12, () => 0xffff_ffff, () => 0x7fff_fff0, () => 7]) {
      const each = new PatchedPdb('kinds.pdb');
      for (let index = 0; index < used; index++) each.set32(stream, starts + index * 4, value(index));
      expectBounded(use(each.bytes));
    }
    for (const value of [0, 1, 0xffff_ffff, 0x7fff_ffff]) {
      const each = new PatchedPdb('kinds.pdb');
      for (let at = 0; at < hashed; at += 8) each.set32(stream, head + 16 + at, value);
      expectBounded(use(each.bytes));
    }
    // One bucket holds all: still each record once for a name.
    const all = new PatchedPdb('kinds.pdb');
    for (let word = 0; word < 516; word += 4) all.set32(stream, head + 16 + hashed + word, 0xffff_ffff);
    expectBounded(use(all.bytes));
  }
});

test('types that contain, point to, or stand for themselves', () => {
  const refer = (leaf: number, field: number) => {
    const victim = new PatchedPdb('kinds.pdb');
    const found = victim.types(leaf);
    expect(found.length, leaf.toString(16)).toBeGreaterThan(0);
    for (const { index, at } of found) victim.set32(2, at + 4 + field, index);
    expectBounded(use(victim.bytes));
  };
  refer(0x1505, 4); // LF_STRUCTURE: its field list is itself
  refer(0x1504, 4); // LF_CLASS
  refer(0x1506, 4); // LF_UNION
  refer(0x1507, 4); // LF_ENUM: underlying type
  refer(0x1507, 8); // LF_ENUM: field list
  refer(0x1001, 0); // LF_MODIFIER of itself
  refer(0x1002, 0); // LF_POINTER to itself
  refer(0x1503, 0); // LF_ARRAY of itself
  refer(0x1205, 0); // LF_BITFIELD of itself
  refer(0x1008, 0); // LF_PROCEDURE that returns itself
  refer(0x1008, 8); // LF_PROCEDURE: argument list is itself
  refer(0x1009, 0); // LF_MFUNCTION

  // A ring of two: modifier of a pointer to the modifier; every modifier and pointer in one circle.
  const ring = new PatchedPdb('kinds.pdb');
  const links = [...ring.types(0x1001), ...ring.types(0x1002)];
  for (const [position, { at }] of links.entries()) ring.set32(2, at + 4, links[(position + 1) % links.length]!.index);
  expectBounded(use(ring.bytes));

  // Forward references only: no definition is anywhere.
  const forward = new PatchedPdb('kinds.pdb');
  for (const leaf of [0x1504, 0x1505, 0x1506]) {
    for (const { at } of forward.types(leaf)) {
      const place = forward.at(2, at + 6);
      forward.view.setUint16(place, forward.view.getUint16(place, true) | 0x80, true);
    }
  }
  const outcome = use(forward.bytes);
  expectBounded(outcome);

  // A field list that continues in itself: its first member becomes LF_INDEX.
  const list = new PatchedPdb('kinds.pdb');
  for (const { index, at, length } of list.types(0x1203)) {
    if (length < 12) continue;
    list.view.setUint16(list.at(2, at + 4), 0x1404, true);
    list.set32(2, at + 8, index);
  }
  expectBounded(use(list.bytes));
});

test('records whose lengths are zero, one, or beyond the end', () => {
  for (const length of [0, 1, 0xffff, 0xfffe]) {
    const types = new PatchedPdb('kinds.pdb');
    for (const { at } of types.types(0x1505)) types.view.setUint16(types.at(2, at), length, true);
    expectBounded(use(types.bytes));
    const symbols = new PatchedPdb('kinds.pdb');
    const { records } = symbols.symbols;
    for (let at = 0; at < symbols.size(records); at += 64) {
      symbols.view.setUint16(symbols.at(records, at), length, true);
    }
    expectBounded(use(symbols.bytes));
  }
});

/** A type stream of `count` equal forward references, whose hash puts all of them into the bucket of their name. */
function crowded(count: number): {
  readonly types: CountedSource;
  readonly hash: CountedSource;
  readonly name: string;
} {
  const name = 'Crowd';
  const record = new Uint8Array(28);
  const view = new DataView(record.buffer);
  view.setUint16(0, 26, true);
  view.setUint16(2, 0x1505, true);
  view.setUint16(6, 0x80, true);
  for (let at = 0; at < name.length; at++) record[22 + at] = name.charCodeAt(at);
  const types = new Uint8Array(56 + count * record.length);
  const head = new DataView(types.buffer);
  const header = [20040203, 56, 0x1000, 0x1000 + count, count * record.length, 0xffff_0005, 4, 0x3_ffff];
  for (const [at, value] of [...header, 0, count * 4, 0, 0, 0, 0].entries()) head.setUint32(at * 4, value, true);
  for (let index = 0; index < count; index++) types.set(record, 56 + index * record.length);
  const hash = new Uint32Array(count).fill(hashName(name) % 0x3_ffff);
  return { types: new CountedSource(types), hash: new CountedSource(new Uint8Array(hash.buffer)), name };
}

test('a type hash that puts everything into one bucket is given up, not followed for ever', () => {
  const { types, hash, name } = crowded(4000);
  const problems = new Problems();
  const stream = new TypeStream(types, () => hash, problems);
  expect(stream.isHashed).toBe(true);
  let visits = 0;
  for (let lookup = 0; lookup < 1000; lookup++) for (const _ of stream.candidates(name)) visits++;
  // Four million without the limit.
  expect(visits).toBeLessThan(16 * 4000 + 64 * 1000);
  expect(visits).toBeGreaterThan(4000);
  expect(stream.isHashed).toBe(false);
  expect(problems.list.map(({ structure }) => structure)).toEqual(['TPI hash']);
  expect([...stream.all()]).toHaveLength(4000);
});

test('a symbol hash that names one long record many times stops at what the stream can hold', () => {
  const record = new Uint8Array(60_002).fill(0x61);
  const view = new DataView(record.buffer);
  view.setUint16(0, 60_000, true);
  view.setUint16(2, 0x110e, true);
  const count = 5000;
  const buckets = 516;
  const bytes = new Uint8Array(16 + count * 8 + buckets + 4);
  const out = new DataView(bytes.buffer);
  for (const [at, value] of [0xffff_ffff, 0xf12f_091a, count * 8, buckets + 4].entries()) {
    out.setUint32(at * 4, value, true);
  }
  for (let index = 0; index < count; index++) out.setUint32(16 + index * 8, 1, true);
  const bucket = hashName('a') % 4096;
  out.setUint8(16 + count * 8 + (bucket >>> 3), 1 << (bucket & 7));
  const records = new CountedSource(record);
  const problems = new Problems();
  const hash = new SymbolHash(new CountedSource(bytes), 0, records, false, problems);
  expect([...hash.candidates('a')]).toHaveLength(1);
  expect(records.bytesRead).toBeLessThan(4 * record.length);
  expect(problems.list.map(({ structure }) => structure)).toEqual(['HRFile']);
});

test('types that share one field list are listed with as many members as the file can mean', () => {
  const victim = new PatchedPdb('kinds.pdb');
  const longest = victim.types(0x1203).sort((a, b) => b.length - a.length)[0];
  const structures = victim.types(0x1505);
  for (const { at } of structures) {
    victim.set32(2, at + 8, longest?.index ?? 0);
    const place = victim.at(2, at + 6);
    victim.view.setUint16(place, victim.view.getUint16(place, true) & ~0x80, true);
  }
  let members = 0;
  for (const record of dumpPdb(new CountedSource(victim.bytes), ['type'])) {
    members += (record['fields'] as unknown[]).length;
  }
  expect(members).toBeGreaterThan(structures.length * 10);
  expect(members).toBeLessThan(victim.size(2));
});
