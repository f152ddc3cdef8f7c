import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import {
  blocksOfSize,
  type HeapSizes,
  heapSizes,
  type SizedBlocks,
  type SizeOrder,
  writeHeapSizes,
  writeSizedBlocks,
} from '../../debugger/heap-groups.ts';
import { type HeapSearch, heapSearch } from '../../debugger/heap-options.ts';
import { writeEntries, writeHeap, writeHeapList, writeHeapStatistics } from '../../debugger/heap-text.ts';
import { heapPlaces, heapReader, lfhKey, pageHeapBlock, readHeaps } from '../../debugger/heaps.ts';
import { nameOf, nameText } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';
import { type Heap, readHeap } from '../../windows/heap.ts';
import { EntryReader, type EntryWalk, findEntry, type HeapEntry } from '../../windows/heap-entry.ts';
import type { PageHeapBlock } from '../../windows/page-heap.ts';

type Form = 'list' | 'statistics' | 'all' | 'entries' | 'find';

interface Options {
  readonly search?: HeapSearch;
  readonly form: Form;
  /** A heap by address or, up to the number of heaps, by index from 1; of `find` any address. */
  readonly place: Expression | null;
}

interface ListData {
  readonly kind: 'list' | 'statistics';
  readonly pointerSize: 4 | 8;
  readonly heaps: readonly Heap[];
  readonly key: bigint | null;
}

interface BlocksData {
  readonly kind: 'heaps';
  readonly pointerSize: 4 | 8;
  readonly heaps: readonly { readonly index: number; readonly heap: Heap; readonly walks: readonly EntryWalk[] }[];
}

interface FoundData {
  readonly kind: 'found';
  readonly pointerSize: 4 | 8;
  readonly address: bigint;
  readonly heap: Heap | null;
  readonly entry: HeapEntry | null;
  readonly note: string | null;
  readonly page: PageBlock | null;
}

/** An allocation of the page heap with the names of its trace. */
type PageBlock = PageHeapBlock & { readonly names: readonly string[] };

interface SizesData {
  readonly kind: 'sizes';
  readonly pointerSize: 4 | 8;
  readonly sizes: readonly HeapSizes[];
  readonly order: SizeOrder;
  readonly most: number;
}

interface FilterData {
  readonly kind: 'filter';
  readonly pointerSize: 4 | 8;
  readonly found: readonly SizedBlocks[];
}

type HeapData = ListData | BlocksData | FoundData | SizesData | FilterData;

export default command<Options, HeapData>({
  name: '!heap',
  syntax:
    '!heap [-s | -a [heap] | -h [heap] | -p -a address | -x address | -stat -h heap [-grp A|B|S [most]] | -flt s size | -flt r least most]',
  summary: 'Shows the heaps of the process, their segments and blocks, or the block that holds an address.',
  example: '!heap -s',
  patterns: [],
  notes:
    "NT heaps of all Windows versions are read by ntdll's symbols, the debug page heap by those of ntdll or verifier. Blocks that the low-fragmentation heap divides further are shown whole, and segment heaps of Windows 10 only by name. Columns of the list, of large blocks and of what is missing are our own.",
  parse(args, session) {
    void session.target;
    const search = heapSearch(args, session.reading);
    if (search) return { form: 'list', place: null, search };
    const words = args.trim().split(/\s+/).filter(Boolean);
    const flags = words.filter((word) => /^-[a-z]+$/i.test(word)).map((word) => word.toLowerCase());
    const rest = args.replace(/(^|\s)-[a-z]+(?=\s|$)/gi, (found) => ' '.repeat(found.length));
    const place = rest.trim() === '' ? null : parseWhole(rest, session.reading);
    const known = ['-s', '-a', '-h', '-p', '-x', '-m', '-v', '-all'];
    const wrong = flags.find((flag) => !known.includes(flag));
    if (wrong !== undefined)
      throw new UsageError('!heap', `Unknown or unsupported option '${wrong}'; ${this.syntax}`, args.indexOf(wrong));
    const finds = flags.includes('-x') || (flags.includes('-p') && place !== null);
    if (flags.includes('-p') && flags.includes('-a') && !place)
      throw new UsageError('!heap', 'Missing an address, as in !heap -p -a 150000', args.length);
    const form = finds
      ? 'find'
      : flags.includes('-s')
        ? 'statistics'
        : flags.includes('-a')
          ? 'all'
          : flags.includes('-h') || place
            ? 'entries'
            : 'list';
    if (form === 'find' && !place) throw new UsageError('!heap', 'Missing an address', args.length);
    return { form, place };
  },
  async run(session, { form, place, search }) {
    const { pointerSize } = session;
    if (search) return searchHeaps(session, search);
    const value = place ? await expressionIn(session, place) : null;
    if (form === 'find') return find(session, pointerSize === 4 ? (value ?? 0n) & 0xffffffffn : (value ?? 0n));
    const reader = await heapReader(session, '!heap');
    const heaps = await chosen(session, value);
    if (form === 'list' || form === 'statistics')
      return { pointerSize, kind: form, heaps: heaps.map(({ heap }) => heap), key: await lfhKey(session) };
    return {
      pointerSize,
      kind: 'heaps',
      heaps: heaps.map(({ index, heap }) => {
        const walks = heap.kind === 'nt' ? heap.segments.map((each) => new EntryReader(reader, heap).walk(each)) : [];
        return { index, heap, walks };
      }),
    };
  },
  render(data, text) {
    const wide = data.pointerSize * 2;
    if (data.kind === 'found') writeFound(text, data);
    else if (data.kind === 'list') writeHeapList(text, data.heaps, wide);
    else if (data.kind === 'statistics') writeHeapStatistics(text, data.heaps, data.key, wide);
    else if (data.kind === 'sizes')
      for (const sizes of data.sizes) writeHeapSizes(text, sizes, data.order, data.most, wide);
    else if (data.kind === 'filter') for (const found of data.found) writeSizedBlocks(text, found, wide);
    else if (data.kind === 'heaps')
      for (const { index, heap, walks } of data.heaps) {
        writeHeap(text, heap, index, wide);
        for (const [number, walk] of walks.entries())
          writeEntries(text, heap.address, number, walk, heap.segments[number]?.uncommitted ?? [], wide);
      }
  },
});

/** Blocks of heaps by their sizes; segment heaps, whose blocks are not read, are told as incomplete. */
async function searchHeaps(session: Session, search: HeapSearch): Promise<SizesData | FilterData> {
  const { pointerSize } = session;
  const reader = await heapReader(session, '!heap');
  const wanted = search.kind === 'sizes' && search.heap ? await expressionIn(session, search.heap) : null;
  const heaps = (await chosen(session, wanted)).map(({ heap }) => ({
    heap,
    walks: heap.kind === 'nt' ? heap.segments.map((each) => new EntryReader(reader, heap).walk(each)) : [],
  }));
  if (search.kind === 'filter') {
    const [least, most] = [await expressionIn(session, search.least), await expressionIn(session, search.most)];
    const found = heaps.map(({ heap, walks }) => blocksOfSize(heap, walks, Number(least), Number(most)));
    return { kind: 'filter', pointerSize, found };
  }
  const { order, most } = search;
  const sizes = heaps.map(({ heap, walks }) => heapSizes(heap, walks, order));
  return { kind: 'sizes', pointerSize, sizes, order, most };
}

/** All heaps of the process, or the one with this address or index. */
async function chosen(session: Session, value: bigint | null): Promise<{ index: number; heap: Heap }[]> {
  const reader = await heapReader(session, '!heap');
  const at = value ? session.address(value) : null;
  const given = at === null ? null : readHeap(reader, at);
  // A heap that is there by its address needs no PEB; index 0 says that it is on no list.
  if (given && given.kind !== 'unknown') {
    const places = await heapPlaces(session, '!heap').catch(noList);
    return [{ index: places.indexOf(at ?? 0) + 1, heap: given }];
  }
  const heaps = (await readHeaps(session, '!heap')).map((heap, index) => ({ index: index + 1, heap }));
  if (!value) return heaps;
  const byIndex = heaps.find(({ index }) => BigInt(index) === value);
  if (byIndex) return [byIndex];
  throw new UsageError('!heap', `no heap is at 0x${value.toString(16)}, or its header is not in the dump`);
}

function noList(error: unknown): number[] {
  if (error instanceof UsageError) return [];
  throw error;
}

async function find(session: Session, address: bigint): Promise<FoundData> {
  const { pointerSize } = session;
  const none = { pointerSize, kind: 'found', address, heap: null, entry: null, note: null, page: null } as const;
  const search = await pageHeapBlock(session, address);
  if (search?.block) {
    const names: string[] = [];
    for (const call of search.block.trace ?? []) {
      const name = await nameOf(session, call);
      names.push(name ? nameText(name) : `0x${call.toString(16)}`);
    }
    return { ...none, page: { ...search.block, names } };
  }
  const reader = await heapReader(session, '!heap');
  for (const heap of await readHeaps(session, '!heap')) {
    const found = findEntry(reader, heap, address);
    if (!found) continue;
    const note = found.broken
      ? `the walk of its segment ends at 0x${found.broken.address.toString(16)}: ${found.broken.reason}`
      : found.entry
        ? null
        : 'in its uncommitted memory or header';
    return { ...none, heap, entry: found.entry, note };
  }
  const lost = search?.lost ?? null;
  return { ...none, note: lost === null ? null : `page heap: ${lost}` };
}

function writeFound(text: Text, { pointerSize, address, heap, entry, page, note }: FoundData): void {
  const wide = pointerSize * 2;
  const at = (value: bigint) => hexPadded(value, wide);
  if (!heap && !page) {
    text.line(`    address ${at(address)} is in no heap that could be read${note === null ? '' : ` (${note})`}`);
    return;
  }
  text.line(`    address ${at(address)} found in`);
  if (page) writePageBlock(text, page, wide);
  else if (heap) {
    text.line(`    _HEAP @ ${heap.address.toString(16)}`);
    if (entry) {
      const units = (bytes: number) => hexPadded(Math.floor(bytes / heap.granularity), 4);
      const size = hexPadded(entry.userSize ?? entry.size - heap.granularity, 5);
      const state = entry.busy ? (entry.internal ? 'busy, internal' : 'busy') : 'free';
      text.line(`${'HEAP_ENTRY'.padStart(wide + 8)} Size Prev Flags ${'UserPtr'.padStart(wide + 2)} UserSize - state`);
      text.line(
        `        ${at(entry.address)} ${units(entry.size)} ${units(entry.previousSize)}  [${hexPadded(entry.flags, 2)}]   ${at(entry.userAddress)}    ${size} - (${state})`,
      );
    }
  }
  if (note !== null) text.line(`    ${note}`);
}

function writePageBlock(text: Text, page: PageBlock, wide: number): void {
  const columns = (values: readonly string[]) => values.map((value) => value.padStart(wide + 9)).join('');
  const busy = page.state === 'busy';
  const head = `    ${busy ? 'in busy allocation (' : 'in free-ed allocation ('}  DPH_HEAP_BLOCK:`;
  const values = busy
    ? [page.userAddress, page.userSize, page.virtualAddress, page.virtualSize]
    : [page.virtualAddress, page.virtualSize];
  const labels = busy ? ['UserAddr', 'UserSize', 'VirtAddr', 'VirtSize'] : ['VirtAddr', 'VirtSize'];
  text.line(`    _DPH_HEAP_ROOT @ ${page.root.toString(16)}`);
  text.line(`${head}${columns(labels)})`);
  text.line(
    `${`${page.address.toString(16)}:`.padStart(head.length)}${columns(values.map((value) => value.toString(16)))}`,
  );
  for (const [index, name] of page.names.entries())
    text.line(`    ${hexPadded(page.trace?.[index] ?? 0n, wide)} ${name}`);
}
