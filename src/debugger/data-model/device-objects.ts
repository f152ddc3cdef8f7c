import { type Address, toAddress, toUnsigned, tryPointer } from '../../memory/space.ts';
import { type DeviceNode, readDeviceNode } from '../../windows/device-node.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { kernelOrNull } from '../kernel.ts';
import { evaluateIn } from '../scope.ts';
import type { Session } from '../session.ts';
import { kernelObject, withoutTypes } from './kernel-object.ts';
import {
  type ModelItem,
  type ModelMember,
  type ModelObject,
  member,
  objectOf,
  sequence,
  textValue,
  unknown,
} from './model-value.ts';

const MOST_SIBLINGS = 4096;

/** `.Devices`: the tree of device nodes that the plug and play manager keeps. */
export async function devicesObject(session: Session): Promise<ModelObject> {
  const kernel = await kernelOrNull(session);
  const tree: ModelMember = kernel
    ? { name: 'DeviceTree', read: () => deviceTree(session, kernel) }
    : withoutTypes('DeviceTree');
  return objectOf({ members: [tree] });
}

async function deviceTree(session: Session, kernel: Kernel) {
  const variable = session.address(await evaluateIn(session, 'nt!IopRootDeviceNode'));
  const root = variable === null ? null : tryPointer(session.memory, variable, session.pointerSize);
  return root ? siblings(session, kernel, root) : unknown('nt!IopRootDeviceNode is not in the dump');
}

/** The nodes of a chain of siblings; it ends where it closes. */
function siblings(session: Session, kernel: Kernel, first: Address): ModelObject {
  const items: ModelItem[] = [];
  const seen = new Set<bigint>();
  let cut: string | null = null;
  for (let at = toUnsigned(first); at !== 0n; ) {
    const address = toAddress(at);
    const node = address === null || seen.has(at) ? null : readDeviceNode(kernel, address);
    const where = `the device node at 0x${at.toString(16)}`;
    if (seen.has(at)) cut = `${where} leads back to itself`;
    else if (!node) cut = `${where} is not in the dump`;
    else if (items.length >= MOST_SIBLINGS) cut = `more than ${MOST_SIBLINGS} devices`;
    if (!node || cut !== null) break;
    seen.add(at);
    items.push({ key: BigInt(items.length), value: nodeObject(session, kernel, node) });
    // Who has no sibling that can be read ends the list as it stands.
    if (node.sibling === null) cut = `what follows ${where} is not in the dump`;
    at = node.sibling ?? 0n;
  }
  return sequence(items, cut);
}

function nodeObject(session: Session, kernel: Kernel, node: DeviceNode): ModelObject {
  const { instancePath, serviceName } = node;
  const structure = (name: string, type: string, at: bigint | null): ModelMember => {
    const address = at === null || at === 0n ? null : toAddress(at);
    return address === null ? member(name, null) : { ...kernelObject(session, type, address), name };
  };
  const text = (value: string | null) => (value === null ? null : textValue(value));
  return objectOf({
    text: serviceName ? `${instancePath ?? ''} (${serviceName})` : instancePath,
    members: [
      structure('DeviceNodeObject', '_DEVICE_NODE', node.address),
      member('InstancePath', text(instancePath)),
      member('ServiceName', text(serviceName)),
      structure('PhysicalDeviceObject', '_DEVICE_OBJECT', node.device),
      { name: 'Children', read: async () => childrenOf(session, kernel, node.child) },
    ],
  });
}

function childrenOf(session: Session, kernel: Kernel, child: bigint | null) {
  const first = child === null ? null : toAddress(child);
  if (first === null) return unknown('not in the dump');
  return first === 0 ? sequence([]) : siblings(session, kernel, first);
}
