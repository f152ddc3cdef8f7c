import type { Address } from '../../memory/space.ts';
import { toAddress, toUnsigned } from '../../memory/space.ts';
import type { Module } from '../../target/target.ts';
import { readHandles } from '../../windows/handle-reader.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { readProcess, threadList } from '../../windows/process-reader.ts';
import { readThread } from '../../windows/thread-reader.ts';
import { kernelOrNull } from '../kernel.ts';
import { currentProcess, needProcessList } from '../kernel-process.ts';
import { viewThreadStack } from '../kernel-thread.ts';
import { enterProcess } from '../process-context.ts';
import type { Session } from '../session.ts';
import { framesByDefault, stackStart, viewStack } from '../stack-view.ts';
import { findType } from '../type-search.ts';
import {
  hexNumber,
  type ModelItem,
  type ModelMember,
  type ModelObject,
  type ModelValue,
  member,
  objectOf,
  sequence,
  sequenceOf,
  textValue,
  typed,
  unknown,
} from './model-value.ts';
import { frameItem, stackObject } from './stack-objects.ts';

const SWITCH = 'Switch To';
const NO_TYPES = 'symbols of nt with types are missing';

/** `Debugger`, `$cursession`, `$curprocess`, `$curthread`, `$curstack`, `$curframe`; null for other names. */
export async function rootObject(session: Session, name: string): Promise<ModelValue | null> {
  switch (name) {
    case 'Debugger':
      return objectOf({ members: [member('Sessions', sequenceOf([sessionObject(session)]))] });
    case '$cursession':
      return sessionObject(session);
    case '$curprocess':
      return currentProcessObject(session);
    case '$curthread':
      return currentThreadObject(session);
    case '$curstack':
      return currentStack(session);
    case '$curframe': {
      const from = stackStart(session);
      const view = from && (await viewStack(session, from, session.frame + 2));
      return view?.frames[session.frame] ? frameItem(session, view.frames, session.frame).value : unknown('no stack');
    }
    default:
      return null;
  }
}

const isUser = (session: Session) => session.target.kind.startsWith('user');

function sessionObject(session: Session): ModelObject {
  const { path } = session.theCase.source;
  return objectOf({
    text: `Dump file ${path}`,
    members: [
      { name: 'Processes', read: () => processes(session) },
      member('Id', hexNumber(0)),
      { name: 'Processors', read: async () => known(session.target.system.processors, 'the dump does not say') },
    ],
  });
}

function known(value: number | null | undefined, reason: string): ModelValue {
  return value === null || value === undefined ? unknown(reason) : hexNumber(value);
}

async function processes(session: Session): Promise<ModelValue> {
  if (isUser(session)) {
    const id = session.target.process?.id ?? null;
    return sequence([{ key: BigInt(id ?? 0), value: toldProcess(session) }]);
  }
  const kernel = await kernelOrNull(session);
  if (!kernel) return unknown(NO_TYPES);
  const list = needProcessList(kernel, 'dx');
  return objectOf({
    items: async (most) =>
      list.items.slice(0, most).map((address) => ({
        key: BigInt(kernel.object('_EPROCESS', address).number('UniqueProcessId') ?? 0),
        value: kernelProcess(session, kernel, address),
      })),
    note: () => (list.broken === null ? null : `the list is cut: ${list.broken}`),
  });
}

async function currentProcessObject(session: Session): Promise<ModelValue> {
  const kernel = isUser(session) ? null : await kernelOrNull(session);
  if (!kernel) return toldProcess(session);
  const address = await currentProcess(session, kernel);
  return address === null
    ? unknown('the dump does not say which process is current')
    : kernelProcess(session, kernel, address);
}

/** The process as the dump itself tells it, without structures of the kernel. */
function toldProcess(session: Session): ModelObject {
  const { process, handles } = session.target;
  const told = isUser(session);
  const image = told ? session.target.modules.find(({ imageName }) => /\.exe$/i.test(imageName)) : undefined;
  const name = process?.name ?? image?.imageName ?? null;
  const handleItems = handles?.map(({ handle, typeName, objectName, grantedAccess }) =>
    handleItem(handle, { type: typeName, name: objectName, access: grantedAccess, object: null }),
  );
  return objectOf({
    text: name ?? '<Unknown Image>',
    action: SWITCH,
    members: [
      member('Name', name === null ? null : textValue(name)),
      member('Id', known(process?.id, 'the dump does not say')),
      // A kernel dump itself holds the threads that ran, of whatever process.
      { name: 'Threads', read: async () => (told ? toldThreads(session) : unknown(NO_TYPES)) },
      { name: 'Modules', read: async () => modulesOf(session.target.modules) },
      member(
        'Handles',
        handleItems ? sequence(handleItems) : null,
        told ? 'the dump has no list of handles' : NO_TYPES,
      ),
    ],
  });
}

function kernelProcess(session: Session, kernel: Kernel, address: Address): ModelObject {
  const process = readProcess(kernel, address, { threads: false });
  const handles: ModelMember = { name: 'Handles', read: async () => kernelHandles(session, kernel, address) };
  return objectOf({
    text: process?.image ?? '<Unknown Image>',
    action: SWITCH,
    members: [
      kernelObject(session, '_EPROCESS', address),
      member('Name', process?.image ? textValue(process.image) : null),
      member('Id', known(process?.id, 'its EPROCESS is not in the dump')),
      { name: 'Threads', read: async () => kernelThreads(session, kernel, address) },
      { name: 'Modules', read: () => modulesInProcess(session, kernel, address) },
      handles,
      member('Io', objectOf({ members: [handles] })),
    ],
  });
}

/** The structure of the kernel behind an object. */
function kernelObject(session: Session, structure: string, address: Address): ModelMember {
  return {
    name: 'KernelObject',
    async read() {
      const found = await findType(session, 'nt', structure);
      if (!found) return unknown(`the symbols of nt have no ${structure}`);
      return typed({ type: found.type, bits: null, number: null, address: toUnsigned(address) });
    },
  };
}

function kernelThreads(session: Session, kernel: Kernel, process: Address): ModelObject {
  const list = threadList(kernel, process);
  return objectOf({
    items: async (most) =>
      list.items.slice(0, most).map((address) => {
        const id = kernel.object('_ETHREAD', address).number('Cid.UniqueThread');
        return { key: BigInt(id ?? 0), value: kernelThread(session, kernel, address, id) };
      }),
    note: () => (list.broken === null ? null : `the list is cut: ${list.broken}`),
  });
}

function kernelThread(session: Session, kernel: Kernel, address: Address, id: number | null): ModelObject {
  return objectOf({
    text: '',
    action: SWITCH,
    members: [
      kernelObject(session, '_ETHREAD', address),
      member('Id', known(id, 'its ETHREAD is not in the dump')),
      {
        name: 'Stack',
        async read() {
          const thread = readThread(kernel, address);
          const view = thread && (await viewThreadStack(session, kernel, thread));
          return view ? stackObject(session, view.frames, true) : unknown('its stack is not in the dump');
        },
      },
    ],
  });
}

function toldThreads(session: Session): ModelObject {
  const items = session.target.threads.map(({ id, index }, place) => ({
    key: BigInt(id ?? index),
    value: toldThread(session, place),
  }));
  return sequence(items);
}

function toldThread(session: Session, index: number): ModelObject {
  const thread = session.target.threads[index];
  return objectOf({
    text: '',
    action: SWITCH,
    members: [
      member('Id', known(thread?.id, 'the dump does not say')),
      member('Name', thread?.name ? textValue(thread.name) : null, 'the dump has no name of this thread'),
      {
        name: 'Stack',
        async read() {
          if (!thread?.context) return unknown('its registers are not in the dump');
          const { frames } = await viewStack(session, thread, framesByDefault(session));
          return stackObject(session, frames, thread === session.thread);
        },
      },
    ],
  });
}

async function currentThreadObject(session: Session): Promise<ModelValue> {
  const { thread } = session;
  if (!thread) return unknown('the dump does not say which thread is current');
  const kernel = isUser(session) ? null : await kernelOrNull(session);
  if (!kernel || thread.address === null) return toldThread(session, session.target.threads.indexOf(thread));
  const own = kernelThread(session, kernel, thread.address, thread.id);
  const stack: ModelMember = { name: 'Stack', read: () => currentStack(session) };
  return { ...own, members: own.members.map((each) => (each.name === 'Stack' ? stack : each)) };
}

async function currentStack(session: Session): Promise<ModelValue> {
  const from = stackStart(session);
  if (!from) return unknown('there is no thread whose stack is in the dump');
  const { frames } = await viewStack(session, from, framesByDefault(session));
  return stackObject(session, frames, true);
}

function modulesOf(modules: readonly Module[]): ModelObject {
  return sequenceOf(
    modules.map((module) =>
      objectOf({
        text: module.path ?? module.imageName,
        members: [
          member('Name', textValue(module.path ?? module.imageName)),
          member('BaseAddress', hexNumber(toUnsigned(module.base))),
          member('Size', hexNumber(module.size)),
          member('Version', module.fileVersion === null ? null : textValue(module.fileVersion), 'not in the dump'),
        ],
      }),
    ),
  );
}

/** The modules that a process sees; unknown where its address space is not in the dump. */
async function modulesInProcess(session: Session, kernel: Kernel, process: Address): Promise<ModelValue> {
  if ((await currentProcess(session, kernel)) === process) return modulesOf(session.target.modules);
  const { target } = session;
  try {
    if (!(await enterProcess(session, process))) return unknown('the address space of the process is not in the dump');
    return modulesOf(session.target.modules);
  } finally {
    session.replaceCase({ ...session.theCase, target });
  }
}

function kernelHandles(session: Session, kernel: Kernel, process: Address): ModelValue {
  const table = readHandles(kernel, process, { names: true });
  if (!table) return unknown('the process has no table of handles in the dump');
  const items = table.handles.map(({ handle, type, name, access, object }) =>
    handleItem(BigInt(handle), { type, name, access, object: kernelObjectAt(session, object) }),
  );
  return sequence(items, table.lost);
}

function kernelObjectAt(session: Session, object: bigint): ModelMember {
  const address = toAddress(object);
  if (address === null) return member('Object', null);
  const header: ModelMember = { ...kernelObject(session, '_OBJECT_HEADER', address), name: 'Object' };
  return { name: 'Object', read: async () => withBodyAddress(await header.read(), object) };
}

/** The header lies before the body, whose address handles hold. */
function withBodyAddress(value: ModelValue, object: bigint): ModelValue {
  if (value.kind !== 'typed' || value.value.type.kind !== 'struct') return value;
  const body = value.value.type.field('Body');
  return body ? typed({ ...value.value, address: object - BigInt(body.offset) }) : unknown('no _OBJECT_HEADER.Body');
}

interface HandleParts {
  readonly type: string | null;
  readonly name: string | null;
  readonly access: number;
  readonly object: ModelMember | null;
}

function handleItem(handle: bigint, { type, name, access, object }: HandleParts): ModelItem {
  return {
    key: handle,
    value: objectOf({
      text: type === null ? null : name === null || name === '' ? type : `${type} ${name}`,
      members: [
        member('Handle', hexNumber(handle)),
        member('Type', type === null ? null : textValue(type)),
        member('GrantedAccess', hexNumber(access >>> 0)),
        member('ObjectName', name === null ? null : textValue(name)),
        ...(object ? [object] : []),
      ],
    }),
  };
}
