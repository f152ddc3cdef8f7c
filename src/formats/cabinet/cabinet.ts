import { inflateSync } from 'fflate';
import { FormatError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import type { Sink } from '../../bytes/sink.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { type CabinetDirectory, type CabinetFile, type CabinetFolder, CFDATA } from './directory.ts';
import { LzxDecoder } from './lzx.ts';

/** Every CFDATA block but a folder's last holds this many bytes ([MS-CAB] 2.4). */
const BLOCK = 0x8000;

/** Decodes one CFDATA block of `size` uncompressed bytes; blocks of a folder come in order. Throws FormatError. */
type BlockDecoder = (data: Uint8Array, size: number) => Uint8Array;

function decoderOf(folder: CabinetFolder): BlockDecoder {
  switch (folder.method) {
    case 'none':
      return (data) => data;
    case 'MSZIP':
      return mszipDecoder();
    case 'LZX': {
      const decoder = new LzxDecoder(folder.windowBits);
      return (data, size) => decoder.decode(data, size);
    }
    default:
      throw new FormatError(
        'CFFOLDER',
        folder.firstDataOffset,
        `compressed by a method (${folder.method}) that is not supported; extract the cabinet first`,
      );
  }
}

/** [MS-MCI]: `CK`, then a deflate stream whose window is the block before. */
function mszipDecoder(): BlockDecoder {
  let previous: Uint8Array = new Uint8Array(0);
  return (data, size) => {
    if (data[0] !== 0x43 || data[1] !== 0x4b) throw new FormatError('MSZIP', null, 'the CK mark of a block is missing');
    let block: Uint8Array;
    try {
      block = inflateSync(data.subarray(2), { out: new Uint8Array(BLOCK), dictionary: previous });
    } catch (error) {
      throw new FormatError(
        'MSZIP',
        null,
        `a block is damaged (${error instanceof Error ? error.message : String(error)})`,
      );
    }
    if (block.length !== size)
      throw new FormatError('MSZIP', null, `a block has ${block.length} bytes instead of ${size}`);
    // The window is 32 KB; only a block that was short (the last) would need more than the block before it.
    previous = block;
    return block;
  };
}

/**
 * Delivers the files of folder `index` for which `open` gives a sink, in the order of the folder. Damage, truncation
 * and wrong checksums become problems; a file that misses bytes is reported to `onShort`. Stops when no sink wants more.
 */
export function extractFolder(
  source: Source,
  directory: CabinetDirectory,
  index: number,
  open: (file: CabinetFile) => Sink | null,
  problems: Problems,
): void {
  const folder = directory.folders[index];
  if (!folder) return;
  const files = directory.files.filter((file) => file.folder === index).sort((a, b) => a.offset - b.offset);
  const pending: { file: CabinetFile; sink: Sink; wanted: boolean }[] = [];
  for (const file of files) {
    const sink = open(file);
    if (sink) pending.push({ file, sink, wanted: true });
  }
  if (pending.length === 0) return;
  const decode = decoderOf(folder);
  let at = folder.firstDataOffset;
  let done = 0;
  let first = 0;
  for (let block = 0; block < folder.dataCount && first < pending.length; block++) {
    let bytes: Uint8Array;
    try {
      const header = CFDATA.read(source, at);
      const data = source.read(at + CFDATA.size + directory.dataReserve, header.cbData);
      if (data.length < header.cbData) throw new FormatError('CFDATA', at, 'the cabinet is truncated');
      if (header.cbUncomp > BLOCK) throw new FormatError('CFDATA', at, `a block claims ${header.cbUncomp} bytes`);
      if (header.csum !== 0 && header.csum !== checksum(source, at, directory.dataReserve, data)) {
        problems.add(
          'checksum',
          'CFDATA',
          at,
          `block ${block} of folder ${index} does not match its checksum: damaged`,
        );
      }
      bytes = decode(data, header.cbUncomp);
      at += CFDATA.size + directory.dataReserve + header.cbData;
    } catch (error) {
      problems.catch(error, 'CFDATA', at);
      break;
    }
    const start = done;
    done += bytes.length;
    for (let index = first; index < pending.length; index++) {
      const one = pending[index]!;
      if (one.file.offset >= done) break;
      const from = Math.max(0, one.file.offset - start);
      const to = Math.min(bytes.length, one.file.offset + one.file.size - start);
      if (one.wanted && to > from) one.wanted = one.sink(bytes.subarray(from, to));
      if (one.file.offset + one.file.size <= done) one.wanted = false;
    }
    while (first < pending.length && !pending[first]!.wanted) first++;
  }
  for (const { file, wanted } of pending) {
    const got = Math.max(0, Math.min(file.size, done - file.offset));
    if (wanted && got < file.size) {
      problems.add('truncated', 'CFFILE', null, `${file.name}: ${got} of ${file.size} bytes could be read`);
    }
  }
}

/** [MS-CAB] 3.1: the data, the reserve, then cbData and cbUncomp, xor-ed by little-endian words. */
function checksum(source: Source, at: number, reserve: number, data: Uint8Array): number {
  const tail = source.read(at + 4, 4 + reserve);
  return xorWords(tail, xorWords(data, 0));
}

function xorWords(bytes: Uint8Array, seed: number): number {
  const view = viewOf(bytes);
  let sum = seed;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) sum ^= view.getUint32(at, true);
  // The odd bytes at the end count as a big-endian number.
  let rest = 0;
  for (; at < bytes.length; at++) rest = (rest << 8) | bytes[at]!;
  return (sum ^ rest) >>> 0;
}
