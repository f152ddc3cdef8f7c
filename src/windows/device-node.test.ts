import { expect, test } from 'vitest';
import { Page } from '../../test/synth/heap-scene.ts';
import { synthKernelView } from '../../test/synth/kernel-view.ts';
import type { SynthTypes } from '../../test/synth/type-table.ts';
import { readDeviceTree } from './device-node.ts';

const BASE = 0x1000_0000;
const at = (offset: number) => BigInt(BASE + offset);
const [ROOT, FIRST, SECOND, BELOW, TEXT] = [0x100, 0x300, 0x500, 0x700, 0x900];
const TYPES: SynthTypes = {
  _UNICODE_STRING: [16, { Length: [0, 2], MaximumLength: [2, 2], Buffer: [8, 8] }],
  _DEVICE_NODE: [
    128,
    {
      Sibling: [0, 8],
      Child: [8, 8],
      Parent: [16, 8],
      PhysicalDeviceObject: [32, 8],
      InstancePath: [40, '_UNICODE_STRING'],
      ServiceName: [56, '_UNICODE_STRING'],
      State: [72, 4],
      PreviousState: [76, 4],
      Flags: [80, 4],
    },
  ],
};

function scene(): Page {
  const page = new Page(0x1000);
  page.u64(ROOT + 8, at(FIRST)).u32(ROOT + 72, 0x308);
  page
    .u64(FIRST, at(SECOND))
    .u64(FIRST + 8, at(BELOW))
    .u64(FIRST + 16, at(ROOT));
  page.u16(FIRST + 56, 8).u64(FIRST + 64, at(TEXT));
  page
    .u64(SECOND + 16, at(ROOT))
    .u64(BELOW + 16, at(FIRST))
    .u64(BELOW + 32, 0x77n);
  for (const [index, char] of [...'disk'].entries()) page.u16(TEXT + index * 2, char.charCodeAt(0));
  return page;
}
const read = (page: Page) =>
  readDeviceTree(synthKernelView({ base: BASE, memory: page, variables: {}, types: TYPES }), BASE + ROOT);

test('parents come before their children, siblings after them', () => {
  const { nodes, lost } = read(scene());
  expect(lost).toBeNull();
  expect(nodes.map(({ address, depth }) => [address, depth])).toEqual([
    [at(ROOT), 0],
    [at(FIRST), 1],
    [at(BELOW), 2],
    [at(SECOND), 1],
  ]);
  expect(nodes[1]).toMatchObject({ serviceName: 'disk', parent: at(ROOT), sibling: at(SECOND) });
  expect(nodes[2]?.device).toBe(0x77n);
  expect(nodes[0]?.state?.value).toBe(0x308);
});

test('links that lead back or out of the dump end the walk there, and it goes on elsewhere', () => {
  const loop = read(scene().u64(BELOW + 8, at(FIRST)));
  expect(loop.nodes).toHaveLength(4);
  expect(loop.lost).toMatch(/lead back to the node/);
  const cut = read(scene().u64(FIRST + 8, 0x9999_0000n));
  expect(cut.nodes.map(({ address }) => address)).toEqual([at(ROOT), at(FIRST), at(SECOND)]);
  expect(cut.lost).toMatch(/is not in the dump/);
});
