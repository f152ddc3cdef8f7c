import { expect, test } from 'vitest';
import { narrowSpec, processSpec, STACK } from '../patterns/scene.ts';
import { HEAP, LISTED, Page, PEB, SEGMENT_HEAP, TEB } from '../synth/heap-scene.ts';
import { x64Context } from '../synth/minidump-writer.ts';
import { UserSession } from './user-session.ts';

const MORE = 0xb0_0000n;
const region = (base: bigint, size: bigint, allocationBase = base, state = 0x1000) => ({
  base,
  allocationBase,
  allocationProtect: 4,
  size,
  state,
  protect: 4,
  type: 0x20000,
});

/** A process with a heap of two segments, a segment heap and a stack; no symbols. */
function session(regions: boolean): UserSession {
  return new UserSession(
    processSpec({
      threads: [
        {
          id: 1,
          teb: TEB,
          context: x64Context({ rip: 0x1000n, rsp: STACK }),
          stack: { start: STACK, bytes: new Uint8Array(0x100) },
        },
      ],
      memory: [
        { start: TEB, bytes: new Page(0x100).u64(0x60, PEB).bytes },
        { start: PEB, bytes: new Page(0x120).u32(0xe8, 2).u64(0xf0, LISTED).bytes },
        { start: LISTED, bytes: new Page(16).u64(0, HEAP).u64(8, SEGMENT_HEAP).bytes },
        // A further segment of the first heap: signature and owner as in every _HEAP_SEGMENT since Vista.
        { start: MORE, bytes: new Page(0x40).u32(0x10, 0xffeeffee).u64(0x28, HEAP).bytes },
      ],
      ...(regions
        ? {
            memoryInfos: [
              region(STACK - 0x1000n, 0x2000n),
              region(TEB, 0x2000n),
              region(PEB, 0x1000n),
              region(HEAP, 0x2000n),
              region(HEAP + 0x2000n, 0xe000n, HEAP, 0x2000),
              region(SEGMENT_HEAP, 0x10000n),
              region(MORE, 0x10000n),
              region(0xc0_0000n, 0x1000n),
            ],
          }
        : {}),
    }),
  );
}

test('!address tells heaps, their further segments, stacks, TEB and PEB', async () => {
  const debug = session(true);
  for (const [at, usage] of [
    [STACK, 'Stack'],
    [TEB, 'TEB'],
    [PEB, 'PEB'],
    [HEAP + 0x10n, 'Heap'],
    [HEAP + 0x3000n, 'Heap'],
    [SEGMENT_HEAP, 'Heap'],
    [MORE + 0x500n, 'Heap'],
    [0xc0_0000n, '<unknown>'],
  ] as const)
    expect((await debug.text(`!address ${at.toString(16)}`)).split('\n')[0], at.toString(16)).toMatch(
      new RegExp(`^Usage: +${usage}$`),
    );
  expect(await debug.text(`!address ${(MORE + 0x500n).toString(16)}`)).toContain('!heap -h 6a0000');
  const summary = await debug.text('!address -summary');
  expect(summary).toMatch(/^Heap +4 +0`00030000 \( 192\.000 kB\)/m);
  expect(summary).toMatch(/^Stack +1 +0`00002000/m);
});

test('without a list of regions TEB and PEB are still named', async () => {
  const debug = session(false);
  expect(await debug.text(`!address ${(TEB + 0x1008n).toString(16)}`)).toMatch(
    /^Usage: +TEB\nBase Address: +00000000`00300000/,
  );
  expect(await debug.text('!address @$peb')).toMatch(/^Usage: +PEB\n/);
  expect(await new UserSession(narrowSpec()).text('!address 7ffd0000')).toMatch(/no module, stack or list/);
});
