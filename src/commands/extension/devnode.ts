import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import {
  type DeviceNode,
  type DeviceTree,
  type NodeState,
  readDeviceNode,
  readDeviceTree,
} from '../../windows/device-node.ts';

interface Options {
  /** `0` for the root of the tree. */
  readonly place: string;
  readonly flags: string;
  readonly service: string | null;
}

interface Data extends DeviceTree {
  readonly pointerSize: 4 | 8;
  /** Of the whole tree. */
  readonly root: bigint | null;
  readonly service: string | null;
  /** One node, with its links and flags. */
  readonly single: boolean;
}

/** DNF_ bits of a node's Flags that have kept their place since Windows XP. */
const FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'DNF_MADEUP'],
  [0x2, 'DNF_DUPLICATE'],
  [0x4, 'DNF_HAL_NODE'],
  [0x8, 'DNF_REENUMERATE'],
  [0x10, 'DNF_ENUMERATED'],
  [0x20, 'DNF_IDS_QUERIED'],
  [0x40, 'DNF_HAS_BOOT_CONFIG'],
  [0x80, 'DNF_BOOT_CONFIG_RESERVED'],
  [0x100, 'DNF_NO_RESOURCE_REQUIRED'],
  [0x200, 'DNF_RESOURCE_REQUIREMENTS_NEED_FILTERED'],
  [0x400, 'DNF_RESOURCE_REQUIREMENTS_CHANGED'],
  [0x800, 'DNF_NON_STOPPED_REBALANCED'],
  [0x1000, 'DNF_LEGACY_RESOURCE_DEVICENODE'],
  [0x2000, 'DNF_HAS_PROBLEM'],
];
const CHILDREN = 1;

export default command<Options, Data>({
  name: '!devnode',
  syntax: '!devnode address [flags [service]] | !devnode 0 flags [service]',
  summary:
    'Shows a node of the device tree, or with flag 1 all below it; 0 is the root, a service chooses its devices.',
  example: '!devnode 0 1',
  patterns: [],
  notes: 'Flags 2, 4 and 8 (resources and requirements) are left out. Unnamed bits of Flags are told as such.',
  parse(args, session) {
    void session.target;
    const [place = '', flags = '', service = null, ...more] = args.trim().split(/\s+/);
    if (place === '' || more.length > 0) throw new UsageError('!devnode', `Syntax error: ${this.syntax}`, args.length);
    return { place, flags, service };
  },
  async run(session, { place, flags, service }) {
    const kernel = await needWholeKernel(session, '!devnode', 'the device tree');
    if (!kernel.structure('_DEVICE_NODE'))
      throw new UsageError('!devnode', 'the symbols of nt do not define _DEVICE_NODE');
    const { pointerSize } = kernel;
    const value = await evaluateIn(session, place);
    const bits = flags === '' ? 0 : Number(await evaluateIn(session, flags));
    const isRoot = value === 0n;
    const at = isRoot ? kernel.pointer('IopRootDeviceNode') : session.address(value);
    if (!at)
      throw new UsageError(
        '!devnode',
        isRoot ? 'nt!IopRootDeviceNode is not in the dump, or not in the symbols' : `'${place}' is not an address`,
        0,
      );
    const base = { pointerSize, root: isRoot ? BigInt.asUintN(64, BigInt(at)) : null, service };
    if ((bits & CHILDREN) === 0 && service === null) {
      const node = readDeviceNode(kernel, at);
      if (!node) throw new UsageError('!devnode', 'no device node is at this address, or it is not in the dump', 0);
      return { ...base, nodes: [node], lost: null, single: true };
    }
    const tree = readDeviceTree(kernel, at);
    if (tree.nodes.length === 0)
      throw new UsageError('!devnode', 'no device node is at this address, or it is not in the dump', 0);
    return { ...base, ...tree, nodes: ofService(tree.nodes, service), single: false };
  },
  render({ pointerSize, root, service, single, nodes, lost }, text) {
    if (root !== null) text.line(`Dumping IopRootDeviceNode (= 0x${plainAddress(root, pointerSize)})`);
    for (const node of nodes) writeNode(text, node, pointerSize, single);
    if (nodes.length === 0) text.line(`No device of the tree has the service ${service}`);
    if (lost !== null) text.line(`Not complete: ${lost}`);
  },
});

/** The nodes of a service and all below them, each counted from its own depth. */
function ofService(nodes: readonly DeviceNode[], service: string | null): DeviceNode[] {
  if (service === null) return [...nodes];
  const wanted = service.toLowerCase();
  const out: DeviceNode[] = [];
  let under: number | null = null;
  for (const node of nodes) {
    if (under !== null && node.depth <= under) under = null;
    if (under === null && node.serviceName?.toLowerCase() === wanted) under = node.depth;
    if (under !== null) out.push({ ...node, depth: node.depth - under });
  }
  return out;
}

function writeNode(text: Text, node: DeviceNode, pointerSize: 4 | 8, single: boolean): void {
  const at = (value: bigint | null) => (value === null ? '?' : `0x${plainAddress(value, pointerSize)}`);
  const indent = '  '.repeat(node.depth);
  text.write(`${indent}DevNode `).link(at(node.address), `!devnode ${at(node.address)}`);
  text
    .write(' for PDO ')
    .link(at(node.device), `!devobj ${at(node.device)}`)
    .line();
  if (single) text.line(`${indent}  Parent ${at(node.parent)}   Sibling ${at(node.sibling)}   Child ${at(node.child)}`);
  if (node.instancePath) text.line(`${indent}  InstancePath is "${node.instancePath}"`);
  if (node.serviceName) text.line(`${indent}  ServiceName is "${node.serviceName}"`);
  if (node.state) text.line(`${indent}  State = ${stateText(node.state)}`);
  if (node.previousState) text.line(`${indent}  Previous State = ${stateText(node.previousState)}`);
  if (node.problem) text.line(`${indent}  Problem = ${node.problem}`);
  if (!single || node.flags === null) return;
  const names = FLAGS.filter(([bit]) => ((node.flags ?? 0) & bit) !== 0).map(([, name]) => name);
  const unnamed = (node.flags & ~0x3fff) >>> 0;
  if (unnamed !== 0) names.push(`0x${unnamed.toString(16)}`);
  text.line(`${indent}  Flags (0x${node.flags.toString(16).padStart(8, '0')})  ${names.join(', ')}`);
}

function stateText({ value, name }: NodeState): string {
  return `${name ?? '?'} (0x${value.toString(16)})`;
}
