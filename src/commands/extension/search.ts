import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { poll } from '../../bytes/interruption.ts';
import { command } from '../../debugger/command.ts';
import { readableRuns } from '../../debugger/memory-search.ts';
import { needPhysicalMemory } from '../../debugger/physical-memory.ts';
import { evaluateIn } from '../../debugger/scope.ts';

interface Options {
  readonly data: string;
  readonly delta: string | null;
  readonly first: string | null;
  readonly last: string | null;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly least: bigint;
  readonly most: bigint;
  readonly first: number;
  readonly last: number;
  readonly hits: readonly { readonly frame: number; readonly offset: number; readonly value: bigint }[];
  /** Pages that were searched: those that the dump holds. */
  readonly pages: number;
  readonly cut: boolean;
}

const MOST = 10_000;
const PAGE = 0x1000;
/** Page frames of 16 TB: a search without bounds goes over what is in the dump, whatever its addresses. */
const LAST_FRAME = 2 ** 32;

export default command<Options, Data>({
  name: '!search',
  syntax: '!search [-s] [-p] data [delta [firstFrame lastFrame]]',
  summary: 'Searches physical memory for pointers: words that are the data, or not further from it than the delta.',
  example: '!search 81861788',
  patterns: [],
  notes:
    'Words are looked at where pointers stand, at multiples of their size. Values that differ from the data in one bit, which WinDbg reports too, are left out, and so are virtual address and PTE of each hit.',
  parse(args, session) {
    void session.target;
    const [data = '', delta = null, first = null, last = null] = args
      .replace(/(^|\s)-[sp](?=\s)/g, ' ')
      .trim()
      .split(/\s+/);
    if (data === '') throw new UsageError('!search', 'Missing the value to search for', args.length);
    return { data, delta, first, last };
  },
  async run(session, { data, delta, first, last }) {
    const memory = needPhysicalMemory(session, '!search');
    const { pointerSize } = session;
    const mask = pointerSize === 4 ? 0xffffffffn : 0xffffffffffffffffn;
    const wanted = (await evaluateIn(session, data)) & mask;
    const distance = delta === null ? 0n : await evaluateIn(session, delta);
    const least = distance > wanted ? 0n : wanted - distance;
    const most = wanted + distance > mask ? mask : wanted + distance;
    const from = first === null ? 0 : Number(await evaluateIn(session, first));
    const to = last === null ? LAST_FRAME : Number(await evaluateIn(session, last));
    if (to < from) throw new UsageError('!search', 'Range error: the last frame is before the first', 0);
    const hits: Data['hits'][number][] = [];
    let pages = 0;
    let highest = from;
    for (const { at, bytes } of readableRuns(memory, from * PAGE, Math.min(to - from + 1, LAST_FRAME) * PAGE)) {
      poll();
      pages += bytes.length / PAGE;
      highest = Math.floor((at + bytes.length - 1) / PAGE);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let place = -at & (pointerSize - 1); place + pointerSize <= bytes.length; place += pointerSize) {
        const value = pointerSize === 8 ? view.getBigUint64(place, true) : BigInt(view.getUint32(place, true));
        if (value < least || value > most) continue;
        if (hits.length >= MOST) break;
        hits.push({ frame: Math.floor((at + place) / PAGE), offset: (at + place) % PAGE, value });
      }
      if (hits.length >= MOST) break;
    }
    const cut = hits.length >= MOST;
    return {
      pointerSize,
      least,
      most,
      first: from,
      last: last === null ? highest : to,
      hits,
      pages: Math.floor(pages),
      cut,
    };
  },
  render({ pointerSize, least, most, first, last, hits, pages, cut }, text) {
    const value = (word: bigint) => hexPadded(word, pointerSize * 2).toUpperCase();
    const frame = (number: number) => hexPadded(number, 8).toUpperCase();
    text.line(`Searching PFNs in range ${frame(first)} - ${frame(last)} for [${value(least)} - ${value(most)}]`);
    text.line().line(`${'Pfn'.padEnd(8)} ${'Offset'.padEnd(8)} Hit`);
    text.line('- '.repeat(14).trimEnd());
    for (const hit of hits) text.line(`${frame(hit.frame)} ${frame(hit.offset)} ${value(hit.value)}`);
    if (cut) text.line(`more than ${MOST} places hold it; the rest is not listed`);
    text.line().line(`Search done: ${hits.length} hits in ${pages} pages`);
  },
});
