import { hexPadded, hexTicked } from '../../bytes/hex.ts';
import type { Source } from '../../bytes/source.ts';
import { command } from '../../debugger/command.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import type { Text } from '../../debugger/text.ts';
import { DUMP_HEADER32, DUMP_HEADER64 } from '../../formats/kernel-dump/header.ts';
import { TRIAGE_DUMP32, TRIAGE_DUMP64 } from '../../formats/kernel-dump/triage.ts';
import { MINIDUMP_HEADER, MINIDUMP_TYPE_NAMES } from '../../formats/minidump/header.ts';
import type { RawPart, Target } from '../../target/target.ts';

interface Row {
  readonly name: string;
  readonly value: bigint;
  /** Of the field. */
  readonly bytes: number;
}

interface Table {
  readonly name: string;
  readonly rows: readonly Row[];
}

interface DumpData {
  readonly title: string;
  readonly user: boolean;
  readonly tables: readonly Table[];
  /** MINIDUMP_TYPE flags that are set: `0002 MiniDumpWithFullMemory`. */
  readonly flags: readonly string[];
  readonly parts: readonly RawPart[];
}

/** A structure whose fields are told. */
interface Declared {
  readonly name: string;
  readonly size: number;
  readonly fields: Readonly<Record<string, readonly [number, { readonly size: number }]>>;
  read(source: Source, offset: number): object;
}

/** DumpType of kernel dumps, in WinDbg's words. */
const KINDS: Readonly<Record<number, string>> = {
  1: 'Full',
  2: 'Summary',
  4: 'Mini',
  5: 'Bitmap Full',
  6: 'Bitmap',
};

export default command<null, DumpData>({
  name: '.dumpdebug',
  syntax: '.dumpdebug',
  summary: 'Shows the raw headers of the dump file and what its parts are.',
  example: '.dumpdebug',
  patterns: ['corrupt-dump', 'truncated-dump', 'abridged-dump'],
  notes:
    'Headers look as in public transcripts, each stream or part has one line of summary where WinDbg lists its records. Fields that hold bytes are left out.',
  parse(args, session) {
    noArguments(args, '.dumpdebug');
    void session.target;
    return null;
  },
  run: ({ target }) => (target.format === 'MDMP' ? userDump(target) : kernelDump(target)),
  render({ title, user, tables, flags, parts }, text) {
    text.line(`----- ${title} Analysis`);
    for (const table of tables) writeTable(text, table);
    for (const flag of flags) text.line(`                ${flag}`);
    text.line().line(user ? 'Streams:' : 'Parts:');
    for (const [index, { name, type, offset, size, summary }] of parts.entries()) {
      const shown = type === null ? name : `${name} (${type})`;
      text.line(
        `${user ? 'Stream' : 'Part'} ${index}: type ${shown}, size ${hexPadded(size, 8).toUpperCase()}, RVA ${hexPadded(offset, 8).toUpperCase()}`,
      );
      if (summary !== '') text.line(`  ${summary}`);
    }
  },
});

function writeTable(text: Text, { name, rows }: Table): void {
  const width = Math.max(...rows.map((row) => row.name.length)) + 1;
  text.line().line(`${name}:`);
  for (const { name: field, value, bytes } of rows)
    text.line(`${field.padEnd(width)} ${bytes === 8 ? hexTicked(value) : hexPadded(value, Math.max(8, bytes * 2))}`);
}

function userDump(target: Target): DumpData {
  const flags = target.flags ?? 0n;
  return {
    user: true,
    title: target.kind === 'user-full-dump' ? 'User Mini Dump with Full Memory' : 'User Mini Dump',
    tables: tableOf(MINIDUMP_HEADER, target.source, 0),
    flags: MINIDUMP_TYPE_NAMES.flatMap((name, bit) =>
      (flags >> BigInt(bit)) & 1n ? [`${hexPadded(1n << BigInt(bit), 4)} ${name}`] : [],
    ),
    // Header and directory are no streams.
    parts: target.parts.filter(({ type }) => type !== null),
  };
}

function kernelDump(target: Target): DumpData {
  const narrow = target.format === 'PAGEDUMP';
  const header = narrow ? DUMP_HEADER32 : DUMP_HEADER64;
  const triage = narrow ? TRIAGE_DUMP32 : TRIAGE_DUMP64;
  return {
    user: false,
    title: `${narrow ? 32 : 64} bit Kernel ${KINDS[target.dumpType ?? 0] ?? `Type ${target.dumpType ?? '?'}`} Dump`,
    tables: [
      ...tableOf(header, target.source, 0),
      ...(target.kind === 'kernel-triage-dump' ? tableOf(triage, target.source, narrow ? 0x1000 : 0x2000) : []),
    ],
    flags: [],
    parts: target.parts,
  };
}

/** The numbers of a declared structure in the order of its fields; none when the file ends before it. */
function tableOf(declared: Declared, source: Source, offset: number): Table[] {
  const view = source.read(offset, declared.size);
  if (view.length < declared.size) return [];
  const values = declared.read(source, offset) as Readonly<Record<string, unknown>>;
  const rows: Row[] = [];
  for (const [name, [, kind]] of Object.entries(declared.fields)) {
    const value = values[name];
    if (typeof value === 'number') rows.push({ name, value: BigInt(value), bytes: kind.size });
    else if (typeof value === 'bigint') rows.push({ name, value, bytes: kind.size });
    else if (Array.isArray(value))
      for (const [index, item] of value.entries())
        rows.push({
          name: `${name.replace(/s$/, '')}${index + 1}`,
          value: BigInt(item),
          bytes: kind.size / value.length,
        });
  }
  return [{ name: declared.name, rows }];
}
