import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { readableRuns } from '../../debugger/memory-search.ts';
import { tryOpen } from '../../debugger/module-image.ts';
import { addressText } from '../../debugger/names.ts';
import { parseRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { readDebugDirectory } from '../../formats/pe/debug-directory.ts';
import { readExports } from '../../formats/pe/exports.ts';
import { MemorySource } from '../../memory/memory-source.ts';
import { toUnsigned } from '../../memory/space.ts';
import { isUserMode } from '../../target/target.ts';

interface ScanData {
  readonly pointerSize: 4 | 8;
  readonly images: readonly {
    readonly address: bigint;
    readonly size: number;
    /** From the module list, the export table or the PDB's name. */
    readonly name: string | null;
    /** False for an image that the module list does not have: hidden, unloaded or mapped by hand. */
    readonly listed: boolean;
  }[];
  readonly pages: number;
}

const MOST_IMAGES = 4096;

export default command<{ readonly range: RangeSyntax | null; readonly verbose: boolean }, ScanData>({
  name: '.imgscan',
  syntax: '.imgscan [/v] [/r range]',
  summary: 'Searches memory for image headers, and tells which are not in the module list.',
  example: '.imgscan',
  patterns: [],
  parse(args, session) {
    const verbose = /\/v\b/.test(args);
    const at = args.indexOf('/r');
    const left = args.replace(/\/[vl]\b/g, '').trim();
    if (at < 0 && left !== '') throw new UsageError('.imgscan', `Unexpected '${left}'`, args.indexOf(left));
    return { verbose, range: at < 0 ? null : parseRange(args, session.reading, at + 2).range };
  },
  async run(session, { range }) {
    const { target, pointerSize, memory } = session;
    const spans: { start: number; length: number }[] = [];
    if (range) {
      const { address, count } = await resolveRange(session, range, {
        unit: 1,
        count: 0x1000,
        key: 'imgscan',
        command: '.imgscan',
      });
      const start = session.address(address);
      if (start !== null) spans.push({ start, length: count });
    } else if (target.memoryRegions) {
      for (const region of target.memoryRegions)
        if (region.state === 0x1000) spans.push({ start: region.base, length: region.size });
    } else if (pointerSize === 4) spans.push({ start: 0, length: 0x100000000 });
    else {
      // Without a list of regions a 64-bit space is searched where images are, and from the first byte to the last user one.
      for (const module of target.modules) spans.push({ start: module.base, length: module.size });
      if (isUserMode(target)) spans.push({ start: 0, length: 0x7fffffff0000 });
    }
    const images = new Map<bigint, ScanData['images'][number]>();
    let pages = 0;
    for (const { start, length } of spans) {
      for (const { at, bytes } of readableRuns(memory, start, length)) {
        for (let offset = (4096 - (((at % 4096) + 4096) % 4096)) % 4096; offset + 2 <= bytes.length; offset += 4096) {
          pages++;
          if (bytes[offset] !== 0x4d || bytes[offset + 1] !== 0x5a) continue;
          const address = toUnsigned(at + offset);
          const image = tryOpen(new MemorySource(memory, at + offset, 0x10000000), 'mapped');
          if (!image || images.has(address) || images.size >= MOST_IMAGES) continue;
          const module = target.modules.find((one) => one.base === at + offset);
          const path = readDebugDirectory(image).codeView?.path ?? null;
          const name = module?.imageName ?? readExports(image)?.moduleName ?? path;
          images.set(address, { address, size: image.sizeOfImage, name, listed: module !== undefined });
        }
      }
    }
    return { pointerSize, images: [...images.values()].sort((a, b) => (a.address < b.address ? -1 : 1)), pages };
  },
  render({ pointerSize, images }, text) {
    for (const { address, size, name, listed } of images) {
      text.line(
        `MZ at ${addressText(address, pointerSize)} - size ${size.toString(16)}${listed ? '' : ' - not in the module list'}`,
      );
      if (name !== null) text.line(`  Name: ${name}`);
    }
    if (images.length === 0) text.line('No image headers were found in the memory that the dump holds');
  },
});
