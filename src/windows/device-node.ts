import { type Address, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';

/** A node of the Plug and Play manager's tree (_DEVICE_NODE). Addresses are unsigned; null is unknown. */
export interface DeviceNode {
  readonly address: bigint;
  /** 0 for the node that was asked for. */
  readonly depth: number;
  readonly device: bigint | null;
  readonly parent: bigint | null;
  readonly sibling: bigint | null;
  readonly child: bigint | null;
  readonly instancePath: string | null;
  readonly serviceName: string | null;
  readonly state: NodeState | null;
  readonly previousState: NodeState | null;
  readonly flags: number | null;
  /** CM_PROB_ number of cfg.h; null where this Windows keeps none in the node. */
  readonly problem: number | null;
}

/** A value of _PNP_DEVNODE_STATE; `name` is null where the symbols do not define it. */
export interface NodeState {
  readonly value: number;
  readonly name: string | null;
}

/** What a walk of the tree yields. */
export interface DeviceTree {
  /** Parents before their children. */
  readonly nodes: readonly DeviceNode[];
  /** Why nodes may be missing; null when all are there. */
  readonly lost: string | null;
}

const MOST_NODES = 100_000;

/** The node at an address; null where it is none, or not in the dump. */
export function readDeviceNode(kernel: Kernel, at: Address, depth = 0): DeviceNode | null {
  const node = kernel.object('_DEVICE_NODE', at);
  const child = node.pointerValue('Child');
  if (child === null) return null;
  const state = (path: string): NodeState | null => {
    const value = node.number(path);
    return value === null ? null : { value, name: node.name(path) };
  };
  return {
    address: toUnsigned(at),
    depth,
    device: node.pointerValue('PhysicalDeviceObject'),
    parent: node.pointerValue('Parent'),
    sibling: node.pointerValue('Sibling'),
    child,
    instancePath: node.unicodeString('InstancePath'),
    serviceName: node.unicodeString('ServiceName'),
    state: state('State'),
    previousState: state('PreviousState'),
    flags: node.u32('Flags'),
    problem: node.number('Problem'),
  };
}

/** The node at `root` and everything below it. */
export function readDeviceTree(kernel: Kernel, root: Address): DeviceTree {
  const nodes: DeviceNode[] = [];
  const seen = new Set<Address>();
  const waiting: { at: Address; depth: number }[] = [{ at: root, depth: 0 }];
  let lost: string | null = null;
  while (waiting.length > 0) {
    const { at, depth } = waiting.pop()!;
    const where = `0x${toUnsigned(at).toString(16)}`;
    if (seen.has(at)) {
      lost ??= `the links lead back to the node at ${where}`;
      continue;
    }
    if (nodes.length >= MOST_NODES) return { nodes, lost: `more than ${MOST_NODES} nodes` };
    seen.add(at);
    const node = readDeviceNode(kernel, at, depth);
    if (!node) {
      lost ??= `the node at ${where} is not in the dump`;
      continue;
    }
    nodes.push(node);
    const object = kernel.object('_DEVICE_NODE', at);
    const sibling = object.pointer('Sibling');
    const child = object.pointer('Child');
    // The child is looked at first, so it is put on top.
    if (sibling && depth > 0) waiting.push({ at: sibling, depth });
    if (child) waiting.push({ at: child, depth: depth + 1 });
  }
  return { nodes, lost };
}
