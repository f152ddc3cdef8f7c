import { type Address, toUnsigned } from '../../memory/space.ts';
import { crashContextOf } from '../../target/stack.ts';
import { isUserMode } from '../../target/target.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { threadList } from '../../windows/process-reader.ts';
import { readThread } from '../../windows/thread-reader.ts';
import { kernelOrNull } from '../kernel.ts';
import { currentProcess } from '../kernel-process.ts';
import { viewThreadStack } from '../kernel-thread.ts';
import type { Session } from '../session.ts';
import { framesByDefault, stackStart, viewStack } from '../stack-view.ts';
import { environmentObject } from './environment-objects.ts';
import { kernelObject, objectsById, withoutTypes } from './kernel-object.ts';
import { runMethod } from './line-output.ts';
import {
  hexNumber,
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
import { registerObjects } from './register-objects.ts';
import { stackObject } from './stack-objects.ts';

const SWITCH = 'Switch To';
const SWITCH_HELP = '[SwitchTo() - Makes this the current thread]';

/** Why a block of a process or thread is not shown, by what leads to it: null where that is not in the dump. */
export function whyNotInView(block: Address | null, none: string): string {
  if (block === null) return 'what leads to it is not in the dump';
  return block === 0 ? none : 'another process is in view: use .process';
}

/** A number that the dump may not have. */
export function known(value: number | null | undefined, reason: string): ModelValue {
  return value === null || value === undefined ? unknown(reason) : hexNumber(value);
}

/** The threads of a process of a kernel dump, by their list. */
export function kernelThreads(session: Session, kernel: Kernel, process: Address, isCurrent: boolean): ModelObject {
  const list = threadList(kernel, process);
  return objectsById(
    list.items,
    list.broken,
    (address) => kernel.object('_ETHREAD', address).number('Cid.UniqueThread'),
    (address, id) => kernelThread(session, kernel, address, id, isCurrent),
  );
}

/** One thread of a kernel dump; its TEB is in view where its process is the current one. */
export function kernelThread(
  session: Session,
  kernel: Kernel,
  address: Address,
  id: number | null,
  isCurrent: boolean,
): ModelObject {
  const teb = kernel.object('_KTHREAD', address).pointer('Teb');
  const noTeb = whyNotInView(teb, 'the thread has no TEB');
  return objectOf({
    text: '',
    identity: `thread ${address}`,
    action: SWITCH,
    members: [
      kernelObject(session, '_ETHREAD', address),
      member('Id', known(id, 'its ETHREAD is not in the dump')),
      {
        name: 'Stack',
        async read() {
          const thread = readThread(kernel, address);
          const view = thread && (await viewThreadStack(session, kernel, thread));
          return view ? stackObject(session, view, isCurrent) : unknown('its stack is not in the dump');
        },
      },
      { name: 'Registers', read: async () => kernelRegisters(session, address) },
      member('Environment', teb && isCurrent ? environmentObject(session, '_TEB', teb) : null, noTeb),
      method('SwitchTo', SWITCH_HELP, () => runMethod(session, `.thread 0x${toUnsigned(address).toString(16)}`)),
    ],
  });
}

/** A dump holds all registers of threads that ran; of others only what their stacks keep. */
function kernelRegisters(session: Session, address: Address): ModelValue {
  const own = session.target.threads.find((each) => each.address === address);
  const context = own && crashContextOf(session.target, own);
  return context
    ? registerObjects(context)
    : unknown('the thread did not run: its registers are on its stack (.thread)');
}

/** Every process has a thread: a dump without any does not tell them. */
export const NO_THREADS = 'the dump has no thread list';

/** The threads that a user dump holds. */
export function toldThreads(session: Session): ModelObject {
  const items = session.target.threads.map(({ id, index }, place) => ({
    key: BigInt(id ?? index),
    value: toldThread(session, place),
  }));
  return sequence(items, items.length === 0 ? NO_THREADS : null);
}

/** One thread as the dump itself tells it. */
export function toldThread(session: Session, index: number): ModelObject {
  const thread = session.target.threads[index];
  const registers: ModelMember = {
    name: 'Registers',
    async read() {
      const context = thread && crashContextOf(session.target, thread);
      return context ? registerObjects(context) : unknown('its registers are not in the dump');
    },
  };
  return objectOf({
    text: thread?.name ?? '',
    identity: `thread ${index}`,
    action: SWITCH,
    members: [
      ...(isUserMode(session.target) ? [] : [withoutTypes('KernelObject')]),
      member('Id', known(thread?.id, 'the dump does not say')),
      {
        ...member('Name', thread?.name ? textValue(thread.name) : null, 'the dump has no name of it'),
        hidden: !thread?.name,
      },
      { ...member('Index', hexNumber(index)), hidden: true },
      {
        name: 'Stack',
        async read() {
          if (!thread?.context) return unknown('its registers are not in the dump');
          return stackObject(session, await viewStack(session, thread, framesByDefault(session)), true);
        },
      },
      registers,
      member(
        'Environment',
        thread?.teb ? environmentObject(session, '_TEB', thread.teb) : null,
        'the dump does not say',
      ),
      method('SwitchTo', SWITCH_HELP, () => runMethod(session, `~${index}s`)),
    ],
  });
}

/** `@$curthread`: its stack and registers are those of the context in force. */
export async function currentThreadObject(session: Session): Promise<ModelValue> {
  const { thread } = session;
  const kernel = isUserMode(session.target) ? null : await kernelOrNull(session);
  const address = session.implicitThread;
  if (!thread && address === null) return unknown('the dump does not say which thread is current');
  const own =
    kernel && address !== null
      ? await implicitThread(session, kernel, address)
      : toldThread(session, thread ? session.target.threads.indexOf(thread) : -1);
  const now = new Map<string, () => Promise<ModelValue>>([
    ['Stack', () => currentStack(session)],
    ['Registers', async () => currentRegisters(session)],
  ]);
  return { ...own, members: own.members.map((each) => ({ ...each, read: now.get(each.name) ?? each.read })) };
}

/** The thread that `.thread` chose, or that ran; its TEB is in view where its process is. */
async function implicitThread(session: Session, kernel: Kernel, address: Address): Promise<ModelObject> {
  const thread = kernel.object('_ETHREAD', address);
  const process = kernel.object('_KTHREAD', address).pointer('ApcState.Process');
  const isInView = process !== null && process === (await currentProcess(session, kernel));
  return kernelThread(session, kernel, address, thread.number('Cid.UniqueThread'), isInView);
}

/** `@$curstack`. */
export async function currentStack(session: Session): Promise<ModelValue> {
  const from = stackStart(session);
  if (!from) return unknown('there is no thread whose stack is in the dump');
  return stackObject(session, await viewStack(session, from, framesByDefault(session)), true);
}

/** `@$curregisters`. */
export function currentRegisters(session: Session): ModelValue {
  return session.context ? registerObjects(session.context) : unknown('no registers are in the dump');
}
