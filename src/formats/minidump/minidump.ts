import { FormatError } from '../../bytes/errors.ts';
import { hex } from '../../bytes/hex.ts';
import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import type { ViewOf } from '../../bytes/struct.ts';
import { readAssertionInfo, readBreakpadInfo, readDsoDebug } from './breakpad.ts';
import { readCrashpadInfo } from './crashpad.ts';
import { readException } from './exception.ts';
import { readFunctionTables } from './function-table.ts';
import { readHandleData, readHandleOperations } from './handles.ts';
import { MINIDUMP_DIRECTORY, MINIDUMP_HEADER, MINIDUMP_SIGNATURE, MINIDUMP_VERSION } from './header.ts';
import { readMemory64List, readMemoryInfoList, readMemoryList } from './memory.ts';
import { type Extent, MinidumpFile } from './minidump-file.ts';
import { readMiscInfo } from './misc-info.ts';
import { readModuleList, readUnloadedModuleList } from './modules.ts';
import { readProcessVmCounters } from './process-vm-counters.ts';
import { StreamType, streamTypeName } from './stream-type.ts';
import { readSystemInfo } from './system-info.ts';
import { readSystemMemoryInfo } from './system-memory-info.ts';
import { readCommentA, readCommentW, readLinuxText } from './text-streams.ts';
import { readThreadExList, readThreadInfoList, readThreadList, readThreadNames } from './threads.ts';
import { readTokens } from './tokens.ts';

/** One entry of the stream directory. */
export interface MinidumpStream extends Extent {
  readonly type: number;
  readonly name: string;
}

/** No writer makes a hundredth of this; a directory that claims more is cut here, with a problem. */
const MOST_STREAMS = 0x10000;

/**
 * One minidump. Each stream is parsed when first asked for and then kept; null means that the file has no such stream
 * or that nothing of it can be read, in which case `problems` says so.
 */
export class Minidump {
  readonly file: MinidumpFile;
  readonly header: ViewOf<typeof MINIDUMP_HEADER>;
  /** Streams in the order of the directory, without unused entries. */
  readonly streams: readonly MinidumpStream[];
  readonly #byType = new Map<number, MinidumpStream>();
  readonly #parsed = new Map<number, unknown>();

  constructor(file: MinidumpFile, header: ViewOf<typeof MINIDUMP_HEADER>, streams: readonly MinidumpStream[]) {
    this.file = file;
    this.header = header;
    this.streams = streams;
    for (const stream of streams) {
      const before = this.#byType.get(stream.type);
      if (!before || (before.available === 0 && stream.available > 0)) this.#byType.set(stream.type, stream);
    }
  }

  /** The first stream of a type that has bytes in the file, else the first of the type, or null. */
  stream(type: number): MinidumpStream | null {
    return this.#byType.get(type) ?? null;
  }

  #once<T>(type: number, read: (file: MinidumpFile, stream: Extent) => T): T | null {
    if (this.#parsed.has(type)) return this.#parsed.get(type) as T | null;
    const stream = this.stream(type);
    let value: T | null = null;
    try {
      value = stream && read(this.file, stream);
    } catch (error) {
      this.file.problems.catch(error, streamTypeName(type), stream?.offset ?? null);
    }
    this.#parsed.set(type, value);
    return value;
  }

  get threads() {
    return this.#once(StreamType.ThreadListStream, readThreadList);
  }
  get threadsEx() {
    return this.#once(StreamType.ThreadExListStream, readThreadExList);
  }
  get threadInfos() {
    return this.#once(StreamType.ThreadInfoListStream, readThreadInfoList);
  }
  get threadNames() {
    return this.#once(StreamType.ThreadNamesStream, readThreadNames);
  }
  get modules() {
    return this.#once(StreamType.ModuleListStream, readModuleList);
  }
  get unloadedModules() {
    return this.#once(StreamType.UnloadedModuleListStream, readUnloadedModuleList);
  }
  get memory() {
    return this.#once(StreamType.MemoryListStream, readMemoryList);
  }
  get memory64() {
    return this.#once(StreamType.Memory64ListStream, readMemory64List);
  }
  get memoryInfos() {
    return this.#once(StreamType.MemoryInfoListStream, readMemoryInfoList);
  }
  get exception() {
    return this.#once(StreamType.ExceptionStream, readException);
  }
  get systemInfo() {
    return this.#once(StreamType.SystemInfoStream, readSystemInfo);
  }
  get miscInfo() {
    return this.#once(StreamType.MiscInfoStream, readMiscInfo);
  }
  get handles() {
    return this.#once(StreamType.HandleDataStream, readHandleData);
  }
  get handleOperations() {
    return this.#once(StreamType.HandleOperationListStream, readHandleOperations);
  }
  get functionTables() {
    return this.#once(StreamType.FunctionTableStream, readFunctionTables);
  }
  get tokens() {
    return this.#once(StreamType.TokenStream, readTokens);
  }
  get processVmCounters() {
    return this.#once(StreamType.ProcessVmCountersStream, readProcessVmCounters);
  }
  get systemMemoryInfo() {
    return this.#once(StreamType.SystemMemoryInfoStream, readSystemMemoryInfo);
  }
  get commentA() {
    return this.#once(StreamType.CommentStreamA, readCommentA);
  }
  get commentW() {
    return this.#once(StreamType.CommentStreamW, readCommentW);
  }
  get breakpadInfo() {
    return this.#once(StreamType.BreakpadInfo, readBreakpadInfo);
  }
  get assertionInfo() {
    return this.#once(StreamType.AssertionInfo, readAssertionInfo);
  }
  get crashpadInfo() {
    return this.#once(StreamType.CrashpadInfo, readCrashpadInfo);
  }
  /** Loaded objects of the dynamic linker; `pointerSize` is the dumped machine's. */
  dsoDebug(pointerSize: 4 | 8) {
    return this.#once(StreamType.LinuxDsoDebug, (file, stream) => readDsoDebug(file, stream, pointerSize));
  }
  /** One of the Linux text streams: LinuxCpuInfo, LinuxProcStatus, LinuxLsbRelease, LinuxCmdLine, LinuxEnviron, LinuxMaps. */
  linuxText(type: number): string | null {
    return this.#once(type, readLinuxText);
  }
  /** The auxiliary vector as pairs of type and value; `pointerSize` is the dumped machine's. */
  auxiliaryVector(pointerSize: 4 | 8): readonly (readonly [type: bigint, value: bigint])[] | null {
    return this.#once(StreamType.LinuxAuxv, (file, stream) => {
      const view = file.view(stream.offset, stream.available);
      const word = (at: number) => (pointerSize === 8 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true)));
      const pairs: [bigint, bigint][] = [];
      for (let at = 0; at + pointerSize * 2 <= view.byteLength; at += pointerSize * 2) {
        pairs.push([word(at), word(at + pointerSize)]);
      }
      return pairs;
    });
  }
}

/** Opens a minidump. Throws FormatError when it does not begin with a whole MINIDUMP_HEADER. */
export function openMinidump(source: Source, problems: Problems): Minidump {
  const head = source.read(0, MINIDUMP_HEADER.size);
  if (head.length < 4 || viewOf(head).getUint32(0, true) !== MINIDUMP_SIGNATURE) {
    throw new FormatError('MINIDUMP_HEADER', 0, 'this file does not begin with MDMP: it is no minidump');
  }
  const header = MINIDUMP_HEADER.read(source, 0);
  if ((header.Version & 0xffff) !== MINIDUMP_VERSION) {
    problems.add(
      'bad-version',
      'MINIDUMP_HEADER',
      4,
      `the header's version is ${hex(header.Version & 0xffff)} instead of ${hex(MINIDUMP_VERSION)}; the file is read as if it were right`,
    );
  }
  const file = new MinidumpFile(source, problems);
  return new Minidump(file, header, readDirectory(file, header));
}

function readDirectory(file: MinidumpFile, header: ViewOf<typeof MINIDUMP_HEADER>): MinidumpStream[] {
  const { problems, source } = file;
  const { StreamDirectoryRva: offset, NumberOfStreams: claimed } = header;
  const structure = 'MINIDUMP_DIRECTORY';
  if (claimed === 0) problems.add('no-streams', structure, offset, 'the header claims no streams at all');
  let count = countWithin(claimed, MINIDUMP_DIRECTORY.size, source.size - offset, problems, structure, offset);
  if (count > MOST_STREAMS) {
    problems.add(
      'bad-count',
      structure,
      offset,
      `the directory claims ${claimed} streams; the first ${MOST_STREAMS} are read`,
    );
    count = MOST_STREAMS;
  }
  const view = file.view(offset, count * MINIDUMP_DIRECTORY.size);
  const streams: MinidumpStream[] = [];
  const seen = new Set<number>();
  for (let at = 0; at + MINIDUMP_DIRECTORY.size <= view.byteLength; at += MINIDUMP_DIRECTORY.size) {
    const { StreamType: type, Location } = MINIDUMP_DIRECTORY.view(view, at);
    // Breakpad, dbghelp and others reserve entries and leave those they did not need as type 0.
    if (type === StreamType.UnusedStream) continue;
    const extent = file.extent(Location.Rva, Location.DataSize);
    const stream = { ...extent, type, name: streamTypeName(type) };
    if (seen.has(type)) {
      problems.add('duplicate', structure, offset + at, `there is more than one ${stream.name}; the first is used`);
    }
    seen.add(type);
    if (extent.available < extent.size) {
      problems.add(
        'truncated',
        stream.name,
        stream.offset,
        `${stream.name} should be ${extent.size} bytes at ${hex(extent.offset)}, but the file ends at ${hex(source.size)}`,
      );
    }
    streams.push(stream);
  }
  return streams;
}
