import type { AddressTranslation, PageTableEntry } from '../windows/translation.ts';
import type { Text } from './text.ts';

/** Names of the 5 protection bits of software entries, as `!pte` shows them (the low three bits; the others are cache kinds). */
const PROTECTIONS = [
  'NoAccess',
  'Readonly',
  'Execute',
  'ExecuteRead',
  'ReadWrite',
  'WriteCopy',
  'ExecuteReadWrite',
  'ExecuteWriteCopy',
] as const;

/** The flags of a valid entry: copy on write, global, large, dirty, accessed, cache off, write through, owner, write, execute. */
function flagsOf(value: bigint, narrow: boolean): string {
  const bit = (position: number, letter: string) => ((value >> BigInt(position)) & 1n ? letter : '-');
  const write = value & 0x802n ? 'W' : 'R';
  const owner = value & 4n ? 'U' : 'K';
  const execute = narrow ? '' : value >> 63n ? '-' : 'E';
  return `${bit(9, 'C')}${bit(8, 'G')}${bit(7, 'L')}${bit(6, 'D')}${bit(5, 'A')}${bit(4, 'N')}${bit(3, 'T')}${owner}${write}${execute}V`;
}

/** The lines under `not valid`. */
function stateLines(entry: PageTableEntry): string[] {
  const protection =
    entry.protection === null
      ? []
      : [`Protect: ${hex(BigInt(entry.protection))} - ${PROTECTIONS[entry.protection & 7]}`];
  switch (entry.state) {
    case 'transition':
      return [`Transition: ${hex(entry.frame ?? 0n)}`, ...protection];
    case 'prototype':
      return [`Proto: ${entry.prototype === null ? 'VAD' : hex(entry.prototype)}`, ...protection];
    case 'paged-out':
      if (entry.protection === 0) return ['Page has been freed'];
      return [`PageFile: ${entry.pageFile?.number}`, `Offset: ${hex(entry.pageFile?.offset ?? 0n)}`, ...protection];
    case 'demand-zero':
      return entry.protection === 0 ? ['Page has been freed'] : ['DemandZero', ...protection];
    case 'mapped-file':
      return ['Subsection', ...protection];
    default:
      return [];
  }
}

function hex(value: bigint): string {
  return value.toString(16);
}

/** Writes `!pte`. */
export function writeEntries(text: Text, translation: AddressTranslation, pointerSize: 4 | 8): void {
  const narrow = translation.mode === 'x86';
  const digits = narrow ? 8 : 16;
  const width = narrow ? 23 : 27;
  const upper = (value: bigint, size: number) => value.toString(16).toUpperCase().padStart(size, '0');
  const indent = pointerSize === 8 ? 43 : narrow ? 15 : 20;
  text.line(`${' '.repeat(indent)}VA ${translation.virtual.toString(16).padStart(pointerSize * 2, '0')}`);
  // 32-bit debuggers never show the four pointers at the top of PAE.
  const entries = translation.entries.filter(({ level, address }) => level !== 'PPE' || address !== null);
  const shown = entries.filter(({ level }) => level !== 'prototype PTE');
  const columns: string[][] = [];
  for (const entry of shown) {
    const at = entry.address === null ? '?' : upper(entry.address, pointerSize * 2);
    const title = `${entry.level} at ${narrow && entry.level === 'PDE' ? '  ' : ''}${at}`;
    if (entry.value === null) {
      columns.push([title]);
      break;
    }
    columns.push([title, `contains ${upper(entry.value, digits)}`, ...meaningOf(entry, narrow)]);
  }
  const large = shown.at(-1)?.state === 'large' ? shown.at(-1)! : null;
  if (large) columns.push(largeColumn(translation, digits, pointerSize * 2));
  const lines = Math.max(...columns.map((column) => column.length), 0);
  for (let line = 0; line < lines; line++) {
    text.line(
      columns
        .map((column) => (column[line] ?? '').padEnd(width))
        .join('')
        .trimEnd(),
    );
  }
  writeEnd(text, translation, entries);
}

function meaningOf(entry: PageTableEntry, narrow: boolean): string[] {
  if (entry.state === 'valid' || entry.state === 'large') {
    const frame = hex(entry.frame ?? 0n);
    return [`pfn ${narrow ? frame : frame.padEnd(9)} ${flagsOf(entry.value ?? 0n, narrow)}`];
  }
  return ['not valid', ...stateLines(entry).map((line) => ` ${line}`)];
}

/** What stands in the place of the entry that a large page makes needless. */
function largeColumn({ physical, entries, unusedEntry }: AddressTranslation, digits: number, size: number): string[] {
  const level = entries.at(-1)?.level === 'PDE' ? 'PTE' : 'PDE';
  const at = unusedEntry === null ? '?' : unusedEntry.toString(16).toUpperCase().padStart(size, '0');
  const frame = physical === null ? '?' : hex(physical >> 12n);
  return [`${level} at ${at}`, `contains ${'0'.repeat(digits)}`, `LARGE PAGE pfn ${frame}`];
}

function writeEnd(text: Text, translation: AddressTranslation, entries: readonly PageTableEntry[]): void {
  const last = entries.at(-1);
  if (last?.value === null && last.level !== 'prototype PTE') {
    text.line(`Page ${hex(last.physical >> 12n)} not present in the dump file. Type ".hh dbgerr004" for details`);
    text.line(
      `Unable to get ${last.level === 'PPE' ? 'PXE' : last.level} ${(last.address ?? last.physical).toString(16).toUpperCase()}`,
    );
  }
  if (last?.level === 'prototype PTE') {
    text.line();
    if (last.value === null) text.line(`Prototype PTE at ${hex(last.address ?? 0n)} is not in the dump`);
    else {
      text.line(`Prototype PTE at ${hex(last.address ?? 0n)}`);
      for (const line of [
        `contains ${last.value.toString(16).toUpperCase().padStart(16, '0')}`,
        ...meaningOf(last, false),
      ])
        text.line(line);
    }
  }
  if (translation.physical !== null && !translation.inDump)
    text.line(
      `Page ${hex(translation.physical >> 12n)} not present in the dump file. Type ".hh dbgerr004" for details`,
    );
}
