import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needKernel } from '../../src/debugger/kernel.ts';
import type { Address } from '../../src/memory/space.ts';
import { readVads } from '../../src/windows/vad-reader.ts';
import { KernelOverlay } from '../synth/kernel-overlay.ts';
import { Console } from '../transcripts/console.ts';

const FORGED = resolve(import.meta.dirname, '../../../shared/corpus/forged');
const ISF = resolve(FORGED, '../isf');

const KERNELS = [
  ['Windows Server 2003', 'x86/w2003-pte', join(FORGED, 'x86/symbols'), 0xe5000000],
  ['Windows 7', 'x64/w7-locks', ISF, -0x50000000000],
  ['Windows 10', 'x64/w10-memory', ISF, -0x50000000000],
] as const;

describe.skipIf(!existsSync(FORGED))('address descriptors by layout (needs ../shared/corpus/forged)', () => {
  test.each(KERNELS)(
    '%s: a private range, an image with its file, a section without',
    async (_, dump, symbols, base) => {
      const console = new Console(join(FORGED, `${dump}.dmp`), [symbols]);
      const scene = new KernelOverlay(await needKernel(console.session, ''));
      const [process, root, left, right, subsection, area, file, other] = [0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
        scene.blank(base + index * 0x2000, 0x1800),
      ) as [number, number, number, number, number, number, number, number];
      const rootPath = ['VadRoot.Root', 'VadRoot.BalancedRoot.RightChild', 'VadRoot'].find((path) =>
        scene.has('_EPROCESS', path),
      )!;
      scene.set('_EPROCESS', process, rootPath, root);
      const link = (side: 'Left' | 'Right') =>
        [`VadNode.${side}`, `VadNode.${side}Child`, `${side}Child`].find((path) => scene.has('_MMVAD_SHORT', path))!;
      scene.set('_MMVAD_SHORT', root, link('Left'), left);
      scene.set('_MMVAD_SHORT', root, link('Right'), right);
      const range = (at: Address, start: number, end: number, flags: Record<string, number>) => {
        scene.set('_MMVAD_SHORT', at, 'StartingVpn', start);
        scene.set('_MMVAD_SHORT', at, 'EndingVpn', end);
        for (const [name, value] of Object.entries(flags)) {
          const paths = [`u.VadFlags.${name}`, `u1.VadFlags1.${name}`];
          scene.set('_MMVAD_SHORT', at, paths.find((path) => scene.has('_MMVAD_SHORT', path))!, value);
        }
      };
      range(left, 0x10, 0x1f, { PrivateMemory: 1, Protection: 4, CommitCharge: 3 });
      range(root, 0x400, 0x41a, { VadType: 2, Protection: 7, CommitCharge: 5 });
      range(right, 0x7000, 0x70ff, { Protection: 1 });
      const section = (vad: Address, controlArea: Address, via: Address) => {
        if (scene.has('_MMVAD', 'ControlArea')) scene.set('_MMVAD', vad, 'ControlArea', controlArea);
        else {
          scene.set('_MMVAD', vad, 'Subsection', via);
          scene.set('_SUBSECTION', via, 'ControlArea', controlArea);
        }
      };
      section(root, area, subsection);
      section(right, other, subsection + 0x800);
      // The low bits of a fast reference count.
      const isFast = scene.has('_CONTROL_AREA', 'FilePointer.Object');
      scene.set('_CONTROL_AREA', area, isFast ? 'FilePointer.Value' : 'FilePointer', BigInt(file) + (isFast ? 5n : 0n));
      scene.text(scene.kernel.object('_FILE_OBJECT', file).place('FileName')!, file + 0x1000, '\\Windows\\app.exe');

      const tree = readVads(scene.kernel, process)!;
      expect(tree.lost).toBeNull();
      expect(
        tree.ranges.map(({ level, startPage, endPage, commit, type, isImage, protection, file: name }) => [
          level,
          startPage,
          endPage,
          commit,
          type,
          isImage,
          protection,
          name,
        ]),
      ).toEqual([
        [1, 0x10n, 0x1fn, 3n, 'Private', false, 'READWRITE', null],
        [0, 0x400n, 0x41an, 5n, 'Mapped', true, 'EXECUTE_WRITECOPY', '\\Windows\\app.exe'],
        [1, 0x7000n, 0x70ffn, 0n, 'Mapped', false, 'READONLY', 'Pagefile section'],
      ]);
      console.close();
    },
  );
});
