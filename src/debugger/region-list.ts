import { UsageError } from '../bytes/errors.ts';
import { hexPadded } from '../bytes/hex.ts';
import { addressText } from './names.ts';
import { PROTECTION_NAMES, protectionText, regionTypeText, stateText } from './region-text.ts';
import type { Text } from './text.ts';

/** One region of the address space as `!address` lists it. */
export interface ListedRegion {
  readonly base: bigint;
  readonly size: bigint;
  readonly type: number;
  readonly state: number;
  readonly protection: number;
  readonly usage: string;
  /** What it is of: a module, a thread, a heap; empty for nothing known. */
  readonly detail: string;
}

/** Options of `!address` that choose and print regions. */
export interface RegionListOptions {
  /** Names of states, types, protections and usages, all of which a region must have. */
  readonly filters: readonly string[];
  readonly form: 'table' | 'csv' | 'tsv' | 'bases';
  /** Run for each region, with %1 to %7 replaced; null to list them. */
  readonly line: string | null;
}

/** Usages that regions are told to have, by their names in filters, lower-case (Learn, "!address": filter values). */
const USAGES: ReadonlyMap<string, string> = new Map([
  ['var', '<unknown>'],
  ['filemap', 'MappedFile'],
  ...['<unknown>', 'MappedFile', 'Free', 'Image', 'Stack', 'TEB', 'PEB', 'Heap'].map(
    (usage) => [usage.toLowerCase(), usage] as const,
  ),
]);

/** `-f:Heap,MEM_COMMIT`, `-o:csv`, `-c:"command"`; null when the arguments have none of them. */
export function parseRegionList(args: string): RegionListOptions | null {
  let rest = args.trim();
  const filters: string[] = [];
  let form: RegionListOptions['form'] = 'table';
  let line: string | null = null;
  while (rest !== '') {
    const found = /^-(?:f:(\S+)|o:(\S+)|c:"([^"]*)"|c:(.+)|v)(?=\s|$)\s*/is.exec(rest);
    if (!found) return null;
    const [whole, names, output, quoted, plain] = found;
    if (names !== undefined) filters.push(...names.split(',').filter(Boolean));
    if (output !== undefined) form = formOf(output, args);
    line = quoted ?? plain ?? line;
    rest = rest.slice(whole.length);
  }
  return { filters, form, line };
}

function formOf(output: string, args: string): RegionListOptions['form'] {
  const lower = output.toLowerCase();
  if (lower === 'csv' || lower === 'tsv') return lower;
  if (lower === '1') return 'bases';
  throw new UsageError('!address', 'Syntax error: -o: takes csv, tsv or 1', args.indexOf(output));
}

/** Whether a region has all that was asked for; a UsageError for a word that no region can have. */
export function regionFilter(filters: readonly string[]): (region: ListedRegion) => boolean {
  const tests = filters.map((word) => {
    if (/^MEM_(?:COMMIT|RESERVE|FREE)$/i.test(word))
      return ({ state }: ListedRegion) => stateText(state) === word.toUpperCase();
    if (/^MEM_(?:PRIVATE|MAPPED|IMAGE)$/i.test(word))
      return ({ type }: ListedRegion) => regionTypeText(type) === word.toUpperCase();
    if (PROTECTION_NAMES.has(word.toUpperCase()))
      return ({ protection }: ListedRegion) => protectionText(protection).split(' | ').includes(word.toUpperCase());
    const wanted = USAGES.get(word.toLowerCase());
    // An empty list would say that there are no such regions, where nothing here tells.
    if (wanted === undefined)
      throw new UsageError(
        '!address',
        `no region is told to be '${word}': filters are ${[...USAGES.keys()].join(', ')}, MEM_ and PAGE_ constants`,
        0,
      );
    return ({ usage }: ListedRegion) => usage === wanted;
  });
  return (region) => tests.every((test) => test(region));
}

/** The command for one region: %1 base, %2 end + 1, %3 size, %4 type, %5 state, %6 protection, %7 usage. */
export function lineForRegion(line: string, region: ListedRegion): string {
  const values = [
    `0x${region.base.toString(16)}`,
    `0x${(region.base + region.size).toString(16)}`,
    `0x${region.size.toString(16)}`,
    `0x${region.type.toString(16)}`,
    `0x${region.state.toString(16)}`,
    `0x${region.protection.toString(16)}`,
    region.usage,
  ];
  return line.replace(/%([1-7])/g, (_, index: string) => values[Number(index) - 1] ?? '');
}

export function writeRegionList(
  text: Text,
  regions: readonly ListedRegion[],
  form: RegionListOptions['form'],
  pointerSize: 4 | 8,
): void {
  if (form === 'bases') {
    for (const { base } of regions) text.line(`0x${base.toString(16)}`);
    return;
  }
  if (form !== 'table') {
    const separator = form === 'csv' ? ',' : '\t';
    const quote = (value: string) => (form === 'csv' ? `"${value.replaceAll('"', '""')}"` : value);
    text.line(
      ['BaseAddress', 'EndAddress+1', 'RegionSize', 'Type', 'State', 'Protect', 'Usage'].map(quote).join(separator),
    );
    for (const region of regions) text.line(cells(region).map(quote).join(separator));
    return;
  }
  const width = pointerSize === 8 ? 17 : 8;
  const titles = ['BaseAddress', 'EndAddress+1', 'RegionSize'].map((title) => title.padStart(width));
  text.line(`  ${titles.join(' ')} ${'Type'.padEnd(11)} ${'State'.padEnd(11)} ${'Protect'.padEnd(34)} Usage`);
  text.line('-'.repeat(width * 3 + 72));
  for (const { base, size, type, state, protection, usage, detail } of regions) {
    const numbers = [base, base + size, size].map((value) => addressText(value, pointerSize).padStart(width));
    const words = `${regionTypeText(type).padEnd(11)} ${stateText(state).padEnd(11)} ${protectionText(protection).padEnd(34)}`;
    text.line(`  ${numbers.join(' ')} ${words} ${usage}${detail === '' ? '' : ` [${detail}]`}`);
  }
}

function cells({ base, size, type, state, protection, usage, detail }: ListedRegion): string[] {
  return [
    `0x${hexPadded(base, 0)}`,
    `0x${hexPadded(base + size, 0)}`,
    `0x${hexPadded(size, 0)}`,
    regionTypeText(type),
    stateText(state),
    protectionText(protection),
    detail === '' ? usage : `${usage} [${detail}]`,
  ];
}
