import type { Source } from '../../src/bytes/source.ts';
import { Pdb } from '../../src/formats/pdb/pdb.ts';
import { symbolAt } from '../../src/formats/pdb/symbol-stream.ts';
import { dumpPdb } from '../../src/symbols/pdb-dump.ts';
import type { PdbFacts } from './llvm-pdbutil.ts';

// biome-ignore lint/suspicious/noExplicitAny: dump records are open by contract.
type Open = any;

const KINDS = ['public', 'procedure', 'inline', 'inlinee', 'line', 'type', 'contribution', 'fpo', 'frame-data'];

function members(r: Open): string[] {
  if (r.flavour === 'enum')
    return r.values.map((v: Open) => `${v.name},${BigInt.asUintN(r.size * 8, BigInt(v.value))}`);
  const seen = new Map<string, number>();
  for (const { name } of r.methods) seen.set(name, (seen.get(name) ?? 0) + 1);
  const methods: string[] = [];
  for (const [name, count] of seen) {
    const one = r.methods.find((m: Open) => m.name === name);
    methods.push(count > 1 ? `methods ${name},${count}` : `method ${name},${one.vtableOffset ?? -1}`);
  }
  return [
    ...r.fields
      .filter((f: Open) => f.name !== '__VFN_table')
      .map((f: Open) => [f.name, f.offset, f.bit ?? '-', f.bits ?? '-'].join(',')),
    ...r.bases.map((b: Open) =>
      b.isVirtual ? `virtual base ${b.isIndirect},${b.pointerOffset},${b.tableIndex}` : `base ${b.offset}`,
    ),
    ...r.statics.map((s: Open) => `static ${s.name}`),
    ...r.nested.map((n: Open) => `nested ${n.name}`),
    ...methods,
  ];
}

function frame(r: Open): string {
  const { kind, rva, size, localsSize, parametersSize, maxStackSize, prologSize, savedRegistersSize } = r;
  if (kind === 'frame-data') {
    const sizes = [size, localsSize, parametersSize, maxStackSize, prologSize, savedRegistersSize];
    return [kind, rva, ...sizes, r.hasSeh, r.hasEh, r.isFunctionStart, (r.program ?? '').trim()].join('\t');
  }
  const type = ['FPO', 'Trap', 'TSS', 'Non-FPO'][r.frameType];
  // The tool prints locals and parameters in units of four bytes, as they are stored, and half of the prolog's size.
  const sizes = [size, localsSize / 4, parametersSize / 4, prologSize & 0xf, savedRegistersSize / 4];
  return [kind, rva, ...sizes, type].join('\t');
}

/** The same facts as `pdbutilFacts`, of our reader, and the problems that it met. */
export function ourFacts(source: Source): PdbFacts & { readonly problems: Open[] } {
  const records = [...dumpPdb(source, [...KINDS, 'problem'])] as Open[];
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  const pdb = new Pdb(source);
  const globals: string[] = [];
  const symbols = pdb.symbolRecords;
  for (const at of pdb.globals?.offsets() ?? []) {
    const record = symbols === null ? null : symbolAt(symbols, at);
    const parsed = record?.parse();
    globals.push([at, record?.kindName, parsed && 'name' in parsed ? parsed.name : ''].join('\t'));
  }
  return {
    publics: of('public').map((r) => [r.decorated, r.section, r.offset].join('\t')),
    globals,
    procedures: of('procedure').map((r) => [r.name, r.section, r.offset, r.size].join('\t')),
    inlineSites: of('inline').map((r) => ['', r.id].join('\t')),
    types: of('type').map((r) =>
      [r.index, r.name, r.flavour === 'enum' ? '-' : r.size, members(r).sort().join(';')].join('\t'),
    ),
    lines: of('line').map((r) => [r.module, r.name, r.section, r.offset, r.line ?? '-', r.isStatement].join('\t')),
    inlinees: of('inlinee').map((r) => [r.module, r.id, r.line].join('\t')),
    contributions: of('contribution').map((r) => [r.module, r.section, r.offset, r.size].join('\t')),
    frames: [...of('fpo'), ...of('frame-data')].map(frame),
    problems: of('problem'),
  };
}

/** Lines that only one of two lists of facts holds, each as often as it stands there more. */
export function difference(ours: readonly string[], theirs: readonly string[]): { ours: string[]; theirs: string[] } {
  const counts = new Map<string, number>();
  for (const fact of ours) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  for (const fact of theirs) counts.set(fact, (counts.get(fact) ?? 0) - 1);
  const out: { ours: string[]; theirs: string[] } = { ours: [], theirs: [] };
  for (const [fact, count] of counts) {
    for (let more = 0; more < Math.abs(count); more++) (count > 0 ? out.ours : out.theirs).push(fact);
  }
  return out;
}
