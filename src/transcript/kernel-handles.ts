import type { ExecutiveObject, Handle, HandleTable } from '../windows/object.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';

/** A handle table of kernel-mode `!handle`, with what it tells of the objects behind the handles. */
export interface HandleTableText extends HandleTable {
  readonly objects: readonly ExecutiveObject[];
  /** Line of the log, from 0. */
  readonly line: number;
}

const A = '[0-9a-f]{8}(?:`?[0-9a-f]{8})?';
const TABLE = new RegExp(
  `^\\s*(?:Kernel )?[Hh]andle table at (${A}) with (\\d{1,9}) [Ee]ntries in use|^\\s*(?:Kernel )?New version of handle table at (${A}) with (\\d{1,9}) [Ee]ntries in use`,
);
const PROCESS = new RegExp(`^\\s*PROCESS (${A})`);
const CID = /\bCid:\s*([0-9a-f]{1,8})\b/;
const HANDLE = new RegExp(
  `^\\s*([0-9a-f]{1,8}): Object: (${A})\\s+GrantedAccess: ([0-9a-f]{1,8})((?:\\s*\\((?:Protected|Inherit|Audit)\\))*)(?:\\s+Entry: (${A}))?`,
  'i',
);
const OBJECT = new RegExp(`^\\s*Object: (${A})\\s+Type: \\((${A})\\)\\s+(\\S.*?)\\s*$`);
const HEADER = new RegExp(`^\\s*ObjectHeader: (${A})`);
const COUNTS = /^\s*HandleCount: (\d{1,20})\s+PointerCount: (\d{1,20})/;
const NAME = new RegExp(`^\\s*Directory Object: (${A})\\s+Name: (\\S.*?)\\s*$`);
const LOST = /^Not complete: (\S.*)$/;
const MOST_STRANGE = 6;

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** The tables of every kernel-mode `!handle`, in the order met. */
export function readHandleTables(lines: readonly string[], firstLine = 0): readonly HandleTableText[] {
  const found: (Draft<Omit<HandleTableText, 'handles' | 'objects'>> & {
    handles: Draft<Handle>[];
    objects: Draft<ExecutiveObject>[];
  })[] = [];
  let process: { address: bigint | null; id: number | null } = { address: null, id: null };
  let table: (typeof found)[number] | null = null;
  let strange = 0;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 600 || text.trim() === '') continue;
    const owner = text.includes('PROCESS ') ? PROCESS.exec(text) : null;
    if (owner) {
      process = { address: parseAddress(owner[1]!), id: null };
      table = null;
    }
    const cid = text.includes('Cid:') ? CID.exec(text) : null;
    if (cid && !table) process.id = parseHex32(cid[1]!);
    const head = text.includes('andle table at') ? TABLE.exec(text) : null;
    if (head) {
      table = {
        address: parseAddress(head[1] ?? head[3]!)!,
        process: process.address,
        processId: process.id,
        stated: Number(head[2] ?? head[4]),
        levels: null,
        handles: [],
        objects: [],
        lost: null,
        line: firstLine + i,
      };
      found.push(table);
      strange = 0;
    } else if (table) {
      if (takeLine(table, text)) strange = 0;
      else if (++strange > MOST_STRANGE) table = null;
    }
  }
  return found.map((one) => {
    const objects = new Map(one.objects.map((object) => [object.address, object]));
    return { ...one, handles: one.handles.map((handle) => completed(handle, objects.get(handle.object))) };
  });
}

function takeLine(
  table: { handles: Draft<Handle>[]; objects: Draft<ExecutiveObject>[]; lost: string | null },
  text: string,
): boolean {
  const handle = HANDLE.exec(text);
  if (handle) {
    const marks = handle[4]!;
    table.handles.push({
      handle: Number.parseInt(handle[1]!, 16),
      object: parseAddress(handle[2]!)!,
      access: Number.parseInt(handle[3]!, 16),
      protected: marks.includes('Protected'),
      inherit: marks.includes('Inherit'),
      audit: marks.includes('Audit'),
      entry: handle[5] === undefined ? null : parseAddress(handle[5]),
      type: null,
      name: null,
    });
    return true;
  }
  const object = OBJECT.exec(text);
  if (object) {
    table.objects.push({
      address: parseAddress(object[1]!)!,
      header: 0n,
      type: object[3] === '?' ? null : object[3]!,
      typeAddress: parseAddress(object[2]!),
      handleCount: null,
      pointerCount: null,
      name: null,
      directory: null,
      path: null,
    });
    return true;
  }
  const last = table.objects.at(-1);
  if (last && takeObjectLine(last, text)) return true;
  const lost = LOST.exec(text);
  if (lost) table.lost = lost[1]!;
  return lost !== null;
}

function takeObjectLine(object: Draft<ExecutiveObject>, text: string): boolean {
  const header = HEADER.exec(text);
  const counts = COUNTS.exec(text);
  const name = NAME.exec(text);
  if (header) object.header = parseAddress(header[1]!)!;
  if (counts) {
    object.handleCount = BigInt(counts[1]!);
    object.pointerCount = BigInt(counts[2]!);
  }
  if (name) {
    const directory = parseAddress(name[1]!);
    object.directory = directory === 0n ? null : directory;
    object.name = name[2]!;
    // Files stand without a directory and with a whole path.
    if (directory === 0n && name[2]!.startsWith('\\')) object.path = name[2]!;
  }
  return header !== null || counts !== null || name !== null;
}

function completed(handle: Handle, object: ExecutiveObject | undefined): Handle {
  return object ? { ...handle, type: object.type, name: object.path ?? object.name } : handle;
}
