import { decodeUtf16 } from '../bytes/text.ts';
import { type Address, readAvailable, toUnsigned, tryPointer, tryU16 } from '../memory/space.ts';
import { loaderEntryAt } from './process-environment.ts';
import type { Session } from './session.ts';

/** An entry of the loader's lists; null where the dump does not tell. */
export interface LoaderModule {
  /** Of the LDR_DATA_TABLE_ENTRY. */
  readonly address: bigint;
  readonly base: bigint;
  readonly entryPoint: bigint | null;
  readonly size: number | null;
  readonly timestamp: number | null;
  readonly path: string | null;
  readonly flags: number | null;
  readonly loadCount: number | null;
  readonly tlsIndex: number | null;
}

/** By list: where its links lie in an entry, in pointers. */
export const LOADER_LISTS = {
  InLoadOrderModuleList: 0,
  InMemoryOrderModuleList: 2,
  InInitializationOrderModuleList: 4,
} as const;

const MOST_MODULES = 4096;

/** The entries of one of the loader's lists by its head; `cut` where the list goes on in memory that the dump lacks. */
export async function loaderModules(
  session: Session,
  head: Address,
  list: keyof typeof LOADER_LISTS,
): Promise<{ readonly modules: readonly LoaderModule[]; readonly cut: boolean }> {
  const { memory, pointerSize } = session;
  const modules: LoaderModule[] = [];
  const seen = new Set<Address>([head]);
  let at = tryPointer(memory, head, pointerSize);
  for (; at !== null && !seen.has(at) && modules.length < MOST_MODULES; at = tryPointer(memory, at, pointerSize)) {
    seen.add(at);
    const entry = await loaderEntryAt(session, at - LOADER_LISTS[list] * pointerSize);
    const base = entry.pointer('DllBase');
    if (base === null) return { modules, cut: true };
    const entryPoint = entry.pointer('EntryPoint');
    modules.push({
      address: toUnsigned(entry.at),
      base: toUnsigned(base),
      entryPoint: entryPoint === null ? null : toUnsigned(entryPoint),
      size: entry.u32('SizeOfImage'),
      timestamp: entry.u32('TimeDateStamp'),
      path: unicodeAt(session, entry.place('FullDllName')),
      flags: entry.u32('Flags'),
      loadCount: entry.u16('ObsoleteLoadCount'),
      tlsIndex: entry.u16('TlsIndex'),
    });
  }
  return { modules, cut: at === null };
}

/** The text of a UNICODE_STRING; null where it or its buffer is not whole in the dump. */
export function unicodeAt(session: Session, at: Address | null): string | null {
  if (at === null) return null;
  const { memory, pointerSize } = session;
  const length = tryU16(memory, at);
  const buffer = tryPointer(memory, at + pointerSize, pointerSize);
  if (length === null || buffer === null) return null;
  const bytes = readAvailable(memory, buffer, length);
  return bytes.length < length ? null : decodeUtf16(bytes, true);
}
