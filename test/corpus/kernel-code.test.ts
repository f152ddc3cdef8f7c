import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { checkImage } from '../../src/debugger/image-check.ts';
import { needKernel } from '../../src/debugger/kernel.ts';
import { openPe } from '../../src/formats/pe/image.ts';
import { relocated } from '../../src/formats/pe/relocations.ts';
import { type Address, type MemorySpace, toUnsigned } from '../../src/memory/space.ts';
import { readBugCheckData } from '../../src/windows/bugcheck-data.ts';
import { Kernel } from '../../src/windows/kernel.ts';
import { readPoolPage } from '../../src/windows/pool-page-reader.ts';
import { segmentHeapPage } from '../../src/windows/segment-heap.ts';
import { Console } from '../transcripts/console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const x64 = join(CORPUS, 'forged/x64');
const folders = [join(CORPUS, 'isf'), join(x64, 'binaries')];

/** Memory with pages of our own over the dump's. */
function over(memory: MemorySpace, pages: ReadonlyMap<Address, Uint8Array>): MemorySpace {
  return {
    read(address, length) {
      const within = ((address % 0x1000) + 0x1000) % 0x1000;
      const page = pages.get(address - within);
      return page ? page.subarray(within, within + Math.min(length, 0x1000 - within)) : memory.read(address, length);
    },
  };
}

describe.skipIf(!existsSync(x64))('code, bug check and segment heaps (needs ../shared/corpus/forged/x64)', () => {
  test('!chkimg: the image on disk is what is in memory, and a patch is found', async () => {
    const console = new Console(join(x64, 'w10-locks.dmp'), folders);
    expect(await console.text('!chkimg -d lockdrv')).toBe('0 errors : lockdrv\n');
    expect(await console.text('!chkimg nt')).toContain('was not found');
    const module = console.session.moduleNamed('lockdrv')!;
    const image = openPe(new BytesSource(readFileSync(join(x64, 'binaries/lockdrv.sys'))), 'file', new Problems());
    const code = image.sections[0]!.rva;
    const page = Uint8Array.from(console.session.memory.read(module.base + code, 0x1000) as Uint8Array);
    page.set([page[0x20]! ^ 1, page[0x21]! ^ 0xff, page[0x22]! ^ 0x80], 0x20);
    const memory = over(console.session.memory, new Map([[module.base + code, page]]));
    const { differences, compared } = checkImage(memory, module.base, relocated(image, toUnsigned(module.base)));
    expect(differences.map(({ rva, found }) => [rva, [...found]])).toEqual([
      [code + 0x20, [...page.subarray(0x20, 0x23)]],
    ]);
    expect(compared).toBeGreaterThan(0x20);
    console.close();
  });

  test('KiBugCheckData agrees with the header', async () => {
    const console = new Console(join(x64, 'w10-bsod.dmp'), folders);
    const data = readBugCheckData(await needKernel(console.session, ''));
    const { code, parameters } = console.session.target.bugcheck!;
    expect(data).toEqual({ code, parameters, driver: null });
    console.close();
  });

  /**
   * A segment as Bayet and Fariello describe it ("Scoop the Windows 10 pool!", SSTIC 2020): its signature is the
   * address of its context, XORed with its own address, the heap key and a constant.
   */
  test('a page of a segment heap is recognised by its signature', async () => {
    const console = new Console(join(x64, 'w10-memory.dmp'), folders);
    const whole = await needKernel(console.session, '');
    const segment = -0x600000000000;
    const context = segment + 0x5000;
    const globals = whole.address('RtlpHpHeapGlobals')!;
    const key = 0x1122334455667788n;
    const globalsPage = Uint8Array.from(
      whole.memory.read(globals - (((globals % 0x1000) + 0x1000) % 0x1000), 0x1000) as Uint8Array,
    );
    new DataView(globalsPage.buffer).setBigUint64(((globals % 0x1000) + 0x1000) % 0x1000, key, true);
    const [header, second, mine, data] = [0, 0, 0, 0].map(() => new Uint8Array(0x1000));
    const unsigned = (at: number) => BigInt.asUintN(64, BigInt(at));
    new DataView(header!.buffer).setBigUint64(
      0x10,
      unsigned(context) ^ unsigned(segment) ^ key ^ 0xa2e64eada2e64eadn,
      true,
    );
    // Descriptor 16, the range's first, is a variable size subsegment of 16 units; 17 points one back.
    header![16 * 0x20 + 0x18] = 0x2c;
    header![17 * 0x20 + 0x1f] = 1;
    new DataView(mine!.buffer).setBigUint64(0, 0xfffffffffff00000n, true);
    mine![8] = 12;
    data!.fill(0x5a);
    const memory = over(
      whole.memory,
      new Map([
        [globals - (((globals % 0x1000) + 0x1000) % 0x1000), globalsPage],
        [segment, header!],
        [segment + 0x1000, second!],
        [context, mine!],
        [segment + 0x10000, data!],
        [segment + 0x11000, data!],
      ]),
    );
    const target = Object.create(whole.target, { memory: { value: memory, enumerable: true } });
    const kernel = new Kernel(target, whole.module, whole.symbols);
    for (const at of [segment + 0x10000, segment + 0x11230])
      expect(segmentHeapPage(kernel, at)).toEqual({ segment: unsigned(segment), use: 'VS subsegment' });
    expect(readPoolPage(kernel, segment + 0x11230, null).messages[0]).toContain('lies in a segment heap');
    expect(segmentHeapPage(kernel, segment + 0x200000)).toBeNull();
    console.close();
  });
});
