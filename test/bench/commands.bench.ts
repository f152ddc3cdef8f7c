import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Problems } from '../../src/bytes/problem.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import { readableRuns, searchBytes, searchStrings } from '../../src/debugger/memory-search.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { openPe } from '../../src/formats/pe/image.ts';
import { Iced } from '../../src/machine/iced.ts';
import { x86Disassembler } from '../../src/machine/x86-text.ts';
import { nodeDisassembler, prepareDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';
import { Console } from '../transcripts/console.ts';
import { type Figure, median } from './figure.ts';

// The package finds its WebAssembly beside itself, hence cannot be bundled.
const require = createRequire(import.meta.url);
const { Decoder, DecoderOptions, Formatter, FormatterSyntax }: typeof import('iced-x86') = require('iced-x86');
const wasm = require.resolve('iced-x86/iced_x86_bg.wasm');

const CORPUS = resolve('../shared/corpus');
const IMAGE = `${CORPUS}/made/crash-x86_64-clang.exe`;
const DUMP = `${CORPUS}/made/hang-x64-f2-cv.dmp`;
const RUNS = 5;

/** Units per second of processor time, which other processes disturb less than the clock: the median run. */
function rate(work: () => number): number {
  // Warm: what is measured is the code after the compiler has seen it, as for the peers.
  for (let round = 0; round < 4; round++) work();
  return median(
    Array.from({ length: RUNS }, () => {
      const before = process.cpuUsage();
      const done = work();
      const { user, system } = process.cpuUsage(before);
      return (done * 1e6) / (user + system);
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
  // What a single `uf` costs: nothing met before. As many rounds as the others, so that V8 has seen as much of it.
  const iced = new Iced(new WebAssembly.Module(readFileSync(wasm)));
  const fresh = rate(() => {
    let count = 0;
    for (let round = 0; round < 4; round++) count += x86Disassembler(iced, 64).decode(code, 0x140001000, 1e6).length;
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
    { name: 'disassemble x64 against iced-x86', figure: theirs / own, unit: 'x its time', target: '< 2' },
    { name: 'disassemble x64, encodings not met before', figure: fresh, unit: 'instructions/s', target: '' },
    { name: 'the same against iced-x86', figure: theirs / fresh, unit: 'x its time', target: '< 2' },
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
  let found = 0;
  const strings = (wide: boolean) =>
    rate(() => {
      found = searchStrings(memory, 0, span, wide, 6, 1e6).length;
      return present;
    });
  const narrow = { figure: strings(false) / 1e9, note: `${found} strings` };
  const wide = { figure: strings(true) / 1e9, note: `${found} strings` };
  file.close();
  const plain = rate(() => readThrough(DUMP));
  const size = `${Math.round(present / (1 << 20))} MB held by the dump`;
  return [
    { name: 'plain read of a cached file', figure: plain / 1e9, unit: 'GB/s', target: '' },
    { name: 's bytes', figure: bytes / 1e9, unit: 'GB/s', target: '> 1.5', note: size },
    { name: 's bytes against a plain read', figure: plain / bytes, unit: 'x its time', target: '' },
    { name: 's -q number', figure: numbers / 1e9, unit: 'GB/s', target: '> 1.5', note: size },
    { name: 's -sa', unit: 'GB/s', target: '', ...narrow },
    { name: 's -su', unit: 'GB/s', target: '', ...wide },
  ];
}

/** Bytes of a file, read in pieces and looked at no further. */
function readThrough(path: string): number {
  const descriptor = openSync(path, 'r');
  const piece = new Uint8Array(1 << 20);
  let done = 0;
  for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece)) done += count;
  closeSync(descriptor);
  return done;
}

/** The stacks of all threads as text, symbols of the modules included: the first time, and again. */
async function allStacks(): Promise<Figure[]> {
  const console = new Console(DUMP, [`${CORPUS}/made`]);
  const times: number[] = [];
  let lines = 0;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    lines = (await console.text('~*k')).split('\n').length;
    times.push((performance.now() - started) / 1000);
  }
  console.close();
  const [first, ...again] = times;
  const note = `${lines} lines`;
  return [
    { name: '~*k of a 40 MB dump, from opening on', figure: first!, unit: 's', target: '', note },
    { name: '~*k of a 40 MB dump, again', figure: median(again), unit: 's', target: '', note },
  ];
}

/** Speed of disassembly, of searching memory, and of a command over all stacks. */
export async function run(): Promise<readonly Figure[]> {
  if (!existsSync(IMAGE) || !existsSync(DUMP))
    return [{ name: 'commands', figure: null, unit: '', target: '', note: 'needs ../shared/corpus/made' }];
  return [...disassembly(), await arm(), ...search(), ...(await allStacks())];
}
