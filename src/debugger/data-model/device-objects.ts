import { printable } from '../../bytes/text.ts';
import { type Address, toUnsigned, tryPointer } from '../../memory/space.ts';
import type { Kernel } from '../../windows/kernel.ts';
import { kernelOrNull } from '../kernel.ts';
import { evaluateIn } from '../scope.ts';
import type { Session } from '../session.ts';
import { findType } from '../type-search.ts';
import { specialText } from '../type-value.ts';
import { kernelObject, NO_TYPES } from './kernel-object.ts';
import { type ModelObject, type ModelValue, member, objectOf, sequenceOf, textValue, unknown } from './model-value.ts';

const MOST_SIBLINGS = 4096;

/** `.Devices`: the tree of device nodes that the plug and play manager keeps. */
export function devicesObject(session: Session): ModelObject {
  return objectOf({ members: [{ name: 'DeviceTree', read: () => deviceTree(session) }] });
}

async function deviceTree(session: Session): Promise<ModelValue> {
  const kernel = await kernelOrNull(session);
  if (!kernel) return unknown(NO_TYPES);
  const variable = session.address(await evaluateIn(session, 'nt!IopRootDeviceNode'));
  const root = variable === null ? null : tryPointer(session.memory, variable, session.pointerSize);
  if (!root) return unknown('nt!IopRootDeviceNode is not in the dump');
  return sequenceOf([await deviceNode(session, kernel, root)]);
}

async function deviceNode(session: Session, kernel: Kernel, address: Address): Promise<ModelValue> {
  const node = kernel.object('_DEVICE_NODE', address);
  const path = await textAt(session, address, 'InstancePath');
  if (path === null) return unknown(`the device node at 0x${toUnsigned(address).toString(16)} is not in the dump`);
  const service = await textAt(session, address, 'ServiceName');
  const physical = node.pointer('PhysicalDeviceObject');
  return objectOf({
    text: service ? `${path} (${service})` : path,
    members: [
      { ...kernelObject(session, '_DEVICE_NODE', address), name: 'DeviceNodeObject' },
      member('InstancePath', textValue(path)),
      member('ServiceName', service === null ? null : textValue(service)),
      physical
        ? { ...kernelObject(session, '_DEVICE_OBJECT', physical), name: 'PhysicalDeviceObject' }
        : member('PhysicalDeviceObject', null),
      { name: 'Children', read: () => children(session, kernel, node.pointer('Child')) },
    ],
  });
}

/** The nodes of a chain of siblings; it ends where it closes. */
async function children(session: Session, kernel: Kernel, first: Address | null): Promise<ModelValue> {
  const nodes: ModelValue[] = [];
  const seen = new Set<Address>();
  for (let at = first; at && !seen.has(at) && nodes.length < MOST_SIBLINGS; ) {
    seen.add(at);
    nodes.push(await deviceNode(session, kernel, at));
    at = kernel.object('_DEVICE_NODE', at).pointer('Sibling');
  }
  return sequenceOf(nodes);
}

/** A UNICODE_STRING member of a device node without quotes; null where it is not in the dump. */
async function textAt(session: Session, node: Address, name: string): Promise<string | null> {
  const type = (await findType(session, 'nt', '_DEVICE_NODE'))?.type;
  const field = type?.kind === 'struct' ? type.field(name) : null;
  const of = field?.type();
  if (!field || of?.kind !== 'struct') return null;
  const text = specialText(session, of, toUnsigned(node) + BigInt(field.offset));
  return text === null ? null : printable(text.replace(/^"(.*)"$/s, '$1'));
}
