import { UsageError } from '../bytes/errors.ts';
import { type Address, toUnsigned } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import { type Heap, readHeap } from '../windows/heap.ts';
import { findPageHeapBlock, type PageHeapSearch } from '../windows/page-heap.ts';
import { StructureReader } from '../windows/structure-reader.ts';
import { pebOf } from './process-environment.ts';
import type { Session } from './session.ts';

/** A process has as many heaps as its 16-bit index can count. */
const MOST_HEAPS = 0xffff;

/** ntdll's structures; a UsageError where its symbols have no heaps. */
export async function heapReader(session: Session, command: string): Promise<StructureReader> {
  if (!isUserMode(session.target))
    throw new UsageError(command, 'heaps belong to processes; this is a kernel dump (!pool shows its blocks)');
  const ntdll = session.moduleNamed('ntdll');
  const types = ntdll ? ((await session.needSymbols(ntdll))?.types ?? null) : null;
  if (types?.type('_HEAP')?.kind !== 'struct')
    throw new UsageError(
      command,
      'the layout of heaps differs from Windows to Windows and comes from the symbols of ntdll (_HEAP), which are not there (try: memoretics symbols FILE)',
    );
  return new StructureReader(session.memory, session.pointerSize, types);
}

/** Where the heaps of the process are, by the PEB; a UsageError where it is not in the dump. */
export async function heapPlaces(session: Session, command: string): Promise<Address[]> {
  const peb = await pebOf(session);
  const count = peb?.u32('NumberOfHeaps') ?? null;
  const array = peb?.pointer('ProcessHeaps') ?? null;
  if (count === null || array === null)
    throw new UsageError(command, 'the list of heaps is in the PEB, which is not in the dump');
  const { memory, pointerSize } = session;
  const reader = new StructureReader(memory, pointerSize, { type: () => null, typeNames: () => [] });
  const places: Address[] = [];
  for (let index = 0; index < Math.min(count, MOST_HEAPS); index++) {
    const at = reader.pointerAt(array + index * pointerSize);
    if (at === null) break;
    places.push(at);
  }
  if (places.length === 0 && count > 0)
    throw new UsageError(command, `the PEB tells of ${count} heaps, but their list is not in the dump`);
  return places;
}

export async function readHeaps(session: Session, command: string): Promise<readonly Heap[]> {
  const reader = await heapReader(session, command);
  return (await heapPlaces(session, command)).map((at) => readHeap(reader, at));
}

/** The list of page heaps: in ntdll, or in the Application Verifier where that is loaded. */
const PAGE_HEAP_LISTS = [
  ['verifier', 'AVrfpDphPageHeapList'],
  ['ntdll', 'RtlpDphPageHeapList'],
] as const;

/** The page heap's allocation that holds an address; null where no page heap is in use or its symbols are not there. */
export async function pageHeapBlock(session: Session, address: bigint): Promise<PageHeapSearch | null> {
  for (const [name, variable] of PAGE_HEAP_LISTS) {
    const module = session.moduleNamed(name);
    const table = module ? await session.needSymbols(module) : null;
    const symbol = table?.find(variable);
    if (!module || !table?.types || !symbol) continue;
    const reader = new StructureReader(session.memory, session.pointerSize, table.types);
    const head = module.base + symbol.rva;
    if (!reader.has('_DPH_HEAP_ROOT') || !reader.pointerAt(head)) continue;
    return findPageHeapBlock(reader, head, address);
  }
  return null;
}

/** LFH key of the process, where ntdll's symbols name it. */
export async function lfhKey(session: Session): Promise<bigint | null> {
  const ntdll = session.moduleNamed('ntdll');
  const symbol = ntdll ? ((await session.needSymbols(ntdll))?.find('RtlpLFHKey') ?? null) : null;
  if (!ntdll || !symbol) return null;
  const reader = new StructureReader(session.memory, session.pointerSize, { type: () => null, typeNames: () => [] });
  const value = reader.pointerAt(ntdll.base + symbol.rva);
  return value === null ? null : toUnsigned(value);
}
