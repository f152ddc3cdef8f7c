import { type Address, toUnsigned } from '../../memory/space.ts';
import { isUserMode } from '../../target/target.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { readProcess } from '../../windows/process-reader.ts';
import { kernelOrNull } from '../kernel.ts';
import { currentProcess, needProcessList } from '../kernel-process.ts';
import { pebOf } from '../process-environment.ts';
import type { Session } from '../session.ts';
import { environmentObject } from './environment-objects.ts';
import { kernelHandles, toldHandles } from './handle-objects.ts';
import { kernelObject, NO_TYPES, objectsById, withoutTypes } from './kernel-object.ts';
import { runMethod } from './line-output.ts';
import {
  type ModelMember,
  type ModelObject,
  type ModelValue,
  member,
  method,
  objectOf,
  sequence,
  textValue,
  unknown,
} from './model-value.ts';
import { moduleObjects, modulesInProcess } from './module-objects.ts';
import { kernelThreads, known, toldThreads, whyNotInView } from './thread-objects.ts';

/** How an item is called of which the dump does not say the id. */
const UNKNOWN_ID = { key: 'unknown id', name: '[?]' };
const SWITCH = 'Switch To';
const SWITCH_HELP = '[SwitchTo() - Makes this the current process]';
/** Debuggers have a handle to what they debug; there is none to a process of the past. */
const NO_HANDLE = member('Handle', null, 'a dump gives no handle');

/** `.Processes` of a session, by process id. */
export async function processObjects(session: Session): Promise<ModelValue> {
  if (isUserMode(session.target)) {
    const id = session.target.process?.id ?? null;
    return sequence([{ ...(id === null ? UNKNOWN_ID : { key: BigInt(id) }), value: toldProcess(session) }]);
  }
  const kernel = await kernelOrNull(session);
  if (!kernel) return unknown(NO_TYPES);
  const list = needProcessList(kernel, 'dx');
  const current = await currentProcess(session, kernel);
  // A triage dump can hold the links of the list without the processes that they lead to.
  const isTriage = session.target.kind === 'kernel-triage-dump';
  const cut = list.broken ?? (isTriage ? 'the rest of the list is not in a triage dump' : null);
  return objectsById(
    list.items,
    cut,
    (address) => kernel.object('_EPROCESS', address).number('UniqueProcessId'),
    (address) => kernelProcess(session, kernel, address, current),
  );
}

/** `@$curprocess`. */
export async function currentProcessObject(session: Session): Promise<ModelValue> {
  const kernel = isUserMode(session.target) ? null : await kernelOrNull(session);
  if (!kernel) return toldProcess(session);
  const address = await currentProcess(session, kernel);
  return address === null
    ? unknown('the dump does not say which process is current')
    : kernelProcess(session, kernel, address, address);
}

/** The process as the dump itself tells it, without structures of the kernel. */
function toldProcess(session: Session): ModelObject {
  const { process } = session.target;
  const told = isUserMode(session.target);
  const image = told ? session.target.modules.find(({ imageName }) => /\.exe$/i.test(imageName)) : undefined;
  const name = process?.name ?? image?.imageName ?? null;
  const handles: ModelMember = told
    ? { name: 'Handles', read: async () => toldHandles(session) }
    : withoutTypes('Handles');
  return objectOf({
    text: name ?? '<Unknown Image>',
    identity: 'process',
    action: SWITCH,
    members: [
      ...(told ? [] : [withoutTypes('KernelObject')]),
      member('Name', name === null ? null : textValue(name)),
      member('Id', known(process?.id, 'the dump does not say')),
      NO_HANDLE,
      // A kernel dump itself holds the threads that ran, of whatever process.
      told ? { name: 'Threads', read: async () => toldThreads(session) } : withoutTypes('Threads'),
      { name: 'Modules', read: async () => moduleObjects(session.target.modules) },
      told ? { name: 'Environment', read: () => environment(session) } : withoutTypes('Environment'),
      member('Io', objectOf({ members: [handles] })),
      { ...handles, hidden: true },
    ],
  });
}

async function environment(session: Session): Promise<ModelValue> {
  const peb = await pebOf(session);
  return peb ? environmentObject(session, '_PEB', peb.at) : unknown('no TEB in the dump leads to the PEB');
}

function kernelProcess(session: Session, kernel: Kernel, address: Address, current: Address | null): ModelObject {
  const process = readProcess(kernel, address, { threads: false });
  const isCurrent = address === current;
  const peb = kernel.object('_EPROCESS', address).pointer('Peb');
  const noPeb = whyNotInView(peb, 'the process has no PEB');
  const handles: ModelMember = { name: 'Handles', read: async () => kernelHandles(session, kernel, address) };
  return objectOf({
    text: process?.image ?? '<Unknown Image>',
    identity: `process ${address}`,
    action: SWITCH,
    members: [
      kernelObject(session, '_EPROCESS', address),
      member('Name', process?.image ? textValue(process.image) : null),
      member('Id', known(process?.id, 'its EPROCESS is not in the dump')),
      NO_HANDLE,
      { name: 'Threads', read: async () => kernelThreads(session, kernel, address, isCurrent) },
      { name: 'Modules', read: () => modulesInProcess(session, address, isCurrent) },
      member('Environment', peb && isCurrent ? environmentObject(session, '_PEB', peb) : null, noPeb),
      member('Io', objectOf({ members: [handles] })),
      { ...handles, hidden: true },
      method('SwitchTo', SWITCH_HELP, () => runMethod(session, `.process /p 0x${toUnsigned(address).toString(16)}`)),
    ],
  });
}
