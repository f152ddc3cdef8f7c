import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { readableRuns, searchBytes, searchStrings } from '../../src/debugger/memory-search.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { openPe } from '../../src/formats/pe/image.ts';
import { nodeDisassembler, prepareDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { type Figure, median } from './figure.ts';

// The package finds its WebAssembly beside itself, hence cannot be bundled.
const { Decoder, DecoderOptions, Formatter, FormatterSyntax }: typeof import('iced-x86') = createRequire(
  import.meta.url,
)('iced-x86');

const CORPUS = resolve('../shared/corpus');
const IMAGE = `${CORPUS}/made/crash-x86_64-clang.exe`;
const DUMP = `${CORPUS}/made/hang-x64-f2-cv.dmp`;
const RUNS = 5;

/** Units per second of the median run. */
function rate(work: () => number): number {
  work();
  return median(
    Array.from({ length: RUNS }, () => {
      const started = performance.now();
      const done = work();
      return done / ((performance.now() - started) / 1000);
    }),
  );
}

/** Instructions of real code per second, as text, by us and by the iced-x86 package itself. */
function disassembly(): Figure[] {
  const image = openPe(new BytesSource(readFileSync(IMAGE)), 'file', new Problems());
  const section = image.sections.find(({ name }) => name === '.text')!;
  const code = Uint8Array.from(image.read(section.rva, section.fileSize));
  const ours = nodeDisassembler('x64')!;
  const own = rate(() => {
    let count = 0;
    for (let round = 0; round < 4; round++) count += ours.decode(code, 0x140001000, 1e6).length;
    return count;
  });
  const formatter = new Formatter(FormatterSyntax.Masm);
  const theirs = rate(() => {
    let count = 0;
    for (let round = 0; round < 4; round++) {
      const decoder = new Decoder(64, code, DecoderOptions.None);
      decoder.ip = 0x140001000n;
      for (const instruction of decoder.decodeAll()) {
        formatter.format(instruction);
        instruction.free();
        count++;
      }
      decoder.free();
    }
    return count;
  });
  return [
    {
      name: 'disassemble x64',
      figure: own,
      unit: 'instructions/s',
      target: '',
      note: `iced-x86 alone: ${Math.round(theirs)}`,
    },
    { name: 'disassemble x64 against iced-x86', figure: theirs / own, unit: 'times', target: '< 2' },
  ];
}

async function arm(): Promise<Figure> {
  await prepareDisassembler('arm64');
  const ours = nodeDisassembler('arm64')!;
  const code = new Uint8Array(16 << 10);
  const words = [0xd503237f, 0xa9be7bfd, 0x910003fd, 0xf9400008, 0xb4ffff40, 0x97fffff8, 0xd65f03c0, 0x90000010];
  const view = new DataView(code.buffer);
  for (let at = 0; at < code.length; at += 4) view.setUint32(at, words[(at / 4) % words.length]!, true);
  const figure = rate(() => ours.decode(code, 0x140001000, 1e6).length);
  return {
    name: 'disassemble ARM64',
    figure,
    unit: 'instructions/s',
    target: '',
    note: 'capstone-wasm alone: 308000 idle',
  };
}

/** The scan of `s` over what a dump holds, from a file in the system's cache. */
function search(): Figure[] {
  const file = openFile(DUMP);
  const target = openCase(file, DUMP, []).target!;
  const { memory } = target;
  let present = 0;
  const span = 0x7fffffff0000;
  for (const { bytes } of readableRuns(memory, 0, span)) present += bytes.length;
  const pattern = Uint8Array.from([0xde, 0xad, 0xbe, 0xef, 0x13]);
  const bytes = rate(() => {
    searchBytes(memory, 0, span, pattern, { step: 1, most: 1000 });
    return present;
  });
  const numbers = rate(() => {
    searchBytes(memory, 0, span, Uint8Array.from([0, 0, 0x34, 0x12, 0, 0, 0, 0]), { step: 8, most: 1000 });
    return present;
  });
  const strings = rate(() => {
    searchStrings(memory, 0, span, false, 6, 1e6);
    return present;
  });
  file.close();
  const size = `${Math.round(present / (1 << 20))} MB held by the dump`;
  return [
    { name: 's bytes', figure: bytes / 1e9, unit: 'GB/s', target: '> 1.5', note: size },
    { name: 's -q number', figure: numbers / 1e9, unit: 'GB/s', target: '> 1.5', note: size },
    { name: 's -sa', figure: strings / 1e9, unit: 'GB/s', target: '', note: size },
  ];
}

/** Speed of disassembly and of searching memory. */
export async function run(): Promise<readonly Figure[]> {
  if (!existsSync(IMAGE) || !existsSync(DUMP))
    return [{ name: 'commands', figure: null, unit: '', target: '', note: 'needs ../shared/corpus/made' }];
  return [...disassembly(), await arm(), ...search()];
}
