import { UsageError } from '../bytes/errors.ts';
import { hexPadded } from '../bytes/hex.ts';
import { type Address, toAddress } from '../memory/space.ts';
import { readHandles } from '../windows/handle-reader.ts';
import type { Kernel } from '../windows/kernel.ts';
import type { ExecutiveObject, Handle, HandleTable } from '../windows/object.ts';
import { readObject } from '../windows/object-reader.ts';
import { needWholeKernel } from './kernel.ts';
import { chooseProcesses, viewProcess } from './kernel-process.ts';
import { type HeaderVersion, writeObject } from './object-text.ts';
import { type ProcessView, writeProcess } from './process-text.ts';
import { evaluateIn } from './scope.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';
import { plainAddress } from './thread-text.ts';

/** `!handle` of the kernel: expressions as typed. */
export interface KernelHandlesOptions {
  readonly handle: string | null;
  readonly flags: string | null;
  readonly process: string | null;
  readonly type: string | null;
}

interface HandleView {
  readonly handle: Handle;
  /** Null where only handles were asked for, or no object header lies there. */
  readonly object: ExecutiveObject | null;
}

interface TableView {
  readonly process: ProcessView;
  /** Null for a process without a handle table. */
  readonly table: Omit<HandleTable, 'handles'> | null;
  /** The handles of the kernel itself, which belong to the process System. */
  readonly ofKernel: boolean;
  readonly handles: readonly HandleView[];
}

export interface KernelHandlesData {
  readonly kind: 'kernel';
  readonly pointerSize: 4 | 8;
  readonly version: HeaderVersion;
  readonly objects: boolean;
  readonly tables: readonly TableView[];
  /** Why processes may be missing, for people. */
  readonly broken: string | null;
}

/** The flag of `!handle` for the object behind each handle, and its default flags. */
const OBJECTS = 2;
const DEFAULT_FLAGS = 3;
/** A handle that the kernel made for itself has this bit (on 64-bit Windows with all above it). */
const KERNEL_HANDLE = 0x8000_0000n;

export function parseKernelHandles(args: string): KernelHandlesOptions {
  const [handle = null, flags = null, process = null, type = null, ...more] = args.trim().split(/\s+/).filter(Boolean);
  if (more.length > 0) throw new UsageError('!handle', `Unexpected '${more.join(' ')}'`, args.lastIndexOf(more[0]!));
  return { handle, flags, process, type };
}

export async function runKernelHandles(session: Session, options: KernelHandlesOptions): Promise<KernelHandlesData> {
  const kernel = await needWholeKernel(session, '!handle', 'handle tables');
  const value = options.handle === null || options.handle === '-1' ? 0n : await evaluateIn(session, options.handle);
  const flags = options.flags === null ? DEFAULT_FLAGS : Number(await evaluateIn(session, options.flags));
  const choice = await chooseProcesses(session, kernel, options.process, '!handle');
  const wanted = value === 0n ? undefined : Number(BigInt.asUintN(31, value));
  const addresses = wanted !== undefined && (value & KERNEL_HANDLE) !== 0n ? [systemProcess(kernel)] : choice.addresses;
  const tables: TableView[] = [];
  for (const at of addresses) {
    const process = await viewProcess(session, kernel, at, 0);
    if (process) tables.push(tableView(kernel, at, process, { wanted, flags, type: options.type }));
  }
  const single = tables.length === 1 ? tables[0] : null;
  if (single && wanted !== undefined && single.handles.length === 0)
    throw new UsageError('!handle', `${value.toString(16)}: free handle, or its entry is not in the dump`);
  return {
    kind: 'kernel',
    pointerSize: kernel.pointerSize,
    version: kernel.member('_OBJECT_HEADER', 'TypeIndex') ? 'new version' : 'old version',
    objects: (flags & OBJECTS) !== 0,
    tables: choice.all && options.type !== null ? tables.filter(({ handles }) => handles.length > 0) : tables,
    broken: choice.broken,
  };
}

function systemProcess(kernel: Kernel): Address {
  const at = kernel.pointer('PsInitialSystemProcess');
  if (!at) throw new UsageError('!handle', 'PsInitialSystemProcess is not in the dump');
  return at;
}

function tableView(
  kernel: Kernel,
  address: Address,
  process: ProcessView,
  { wanted, flags, type }: { wanted: number | undefined; flags: number; type: string | null },
): TableView {
  const found = readHandles(kernel, address, wanted === undefined ? {} : { handle: wanted });
  const { handles = [], ...table } = found ?? {};
  const chosen = handles.filter((item) => type === null || item.type?.toLowerCase() === type.toLowerCase());
  const kernelTable = kernel.pointer('ObpKernelHandleTable');
  // Many handles may lead to one object.
  const objects = new Map<Address, ExecutiveObject | null>();
  const objectAt = (body: Address): ExecutiveObject | null => {
    if (!objects.has(body)) objects.set(body, readObject(kernel, body));
    return objects.get(body) ?? null;
  };
  return {
    process,
    table: found && (table as Omit<HandleTable, 'handles'>),
    ofKernel: found !== null && kernelTable !== null && toAddress(found.address) === kernelTable,
    handles: chosen.map((handle) => {
      const body = (flags & OBJECTS) === 0 ? null : toAddress(handle.object);
      return { handle, object: body === null ? null : objectAt(body) };
    }),
  };
}

export function renderKernelHandles(data: KernelHandlesData, text: Text): void {
  for (const view of data.tables) {
    text.line();
    writeProcess(text, view.process);
    writeTable(text, view, data);
  }
  if (data.broken !== null) text.line(`The list of processes is broken: ${data.broken}`);
}

function writeTable(text: Text, { process, table, ofKernel, handles }: TableView, data: KernelHandlesData): void {
  const at = (value: bigint | null) => plainAddress(value, data.pointerSize);
  if (!table) {
    const why =
      process.process.objectTable === 0n
        ? 'ObjectTable is null, as of a process that has exited'
        : 'it is not in the dump';
    text.line(`No handle table: ${why}`);
    return;
  }
  const count = table.stated ?? handles.length;
  text.line(`${ofKernel ? 'Kernel handle' : 'Handle'} table at ${at(table.address)} with ${count} entries in use`);
  text.line();
  for (const { handle, object } of handles) {
    const marks = [
      handle.protected ? '(Protected) ' : '',
      handle.inherit ? '(Inherit) ' : '',
      handle.audit ? '(Audit) ' : '',
    ].join('');
    text.line(
      `${hexPadded(handle.handle, 4)}: Object: ${at(handle.object)}  GrantedAccess: ${hexPadded(handle.access, 8)} ${marks}Entry: ${at(handle.entry)}`,
    );
    if (!data.objects) continue;
    if (object) writeObject(text, object, { pointerSize: data.pointerSize, version: data.version, indent: 8 });
    else text.line(`Object: ${at(handle.object)}  Type: not in the dump, or not an object`);
    text.line();
  }
  if (table.lost !== null) text.line(`Not complete: ${table.lost}`).line();
}
