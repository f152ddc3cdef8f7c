import { Problems } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import { type Minidump, openMinidump } from '../formats/minidump/minidump.ts';
import { StreamType } from '../formats/minidump/stream-type.ts';
import { linuxFields } from '../formats/minidump/text-streams.ts';
import { type Architecture, pointerSizeOf } from '../machine/context.ts';
import { readContext } from '../machine/context-reader.ts';
import { SegmentsSpace } from '../memory/segments.ts';
import type { Address } from '../memory/space.ts';
import { minidumpAnnotations } from './minidump-annotations.ts';
import { type ClaimedRange, dumpAddress, dumpedMemory } from './minidump-memory.ts';
import { targetModules, targetUnloadedModules } from './minidump-modules.ts';
import { minidumpParts } from './minidump-parts.ts';
import { architectureOf, platformOf, targetSystem } from './minidump-system.ts';
import { contextAt, targetThreads } from './minidump-threads.ts';
import type {
  MemoryRegion,
  Module,
  RawPart,
  Target,
  TargetException,
  TargetHandle,
  TargetKind,
  TargetProcess,
  TargetSystem,
  TargetThread,
  UnloadedModule,
} from './target.ts';
import { hasWow64Layer } from './wow64-context.ts';

/** A user minidump. `minidump` gives the streams that have no place in Target: counters, tokens, function tables. */
export interface MinidumpTarget extends Target {
  readonly memory: SegmentsSpace;
  readonly minidump: Minidump;
}

const MINI_DUMP_WITH_FULL_MEMORY = 2n;

/**
 * Opens a user minidump. Reads the header and the directory; everything else is read when first asked for. Throws
 * FormatError only when the file does not begin with a minidump's header.
 */
export function openMinidumpTarget(source: Source, problems: Problems = new Problems()): MinidumpTarget {
  return new OpenedMinidump(source, openMinidump(source, problems), problems);
}

class OpenedMinidump implements MinidumpTarget {
  readonly source: Source;
  readonly minidump: Minidump;
  readonly format = 'MDMP';
  readonly dumpType = null;
  readonly flags: bigint;
  readonly physicalMemory = null;
  readonly bugcheck = null;
  readonly #problems: Problems;
  readonly #made = new Map<string, unknown>();

  constructor(source: Source, minidump: Minidump, problems: Problems) {
    this.source = source;
    this.minidump = minidump;
    this.flags = minidump.header.Flags;
    this.#problems = problems;
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#made.has(key)) this.#made.set(key, make());
    return this.#made.get(key) as T;
  }

  get kind(): TargetKind {
    return this.#once('kind', () => {
      if (!this.minidump.stream(StreamType.Memory64ListStream)) return 'user-minidump';
      if (this.flags & MINI_DUMP_WITH_FULL_MEMORY) return 'user-full-dump';
      // Some writers leave the flag out; a dump that holds every image is full all the same.
      const { modules, memory } = this;
      const covered = modules.length > 0 && modules.every(({ base }) => memory.read(base, 1) instanceof Uint8Array);
      return covered ? 'user-full-dump' : 'user-minidump';
    });
  }

  get architecture(): Architecture {
    return this.#once('architecture', () => architectureOf(this.minidump) ?? guessArchitecture(this.minidump));
  }

  get pointerSize(): 4 | 8 {
    return this.#once('pointerSize', () => {
      const { architecture, minidump } = this;
      if (architecture !== 'unknown' && architecture !== 'ppc' && architecture !== 'mips') {
        return pointerSizeOf(architecture);
      }
      return minidump.modules?.some(({ record }) => dumpAddress(record.BaseOfImage, 4) === null) ? 8 : 4;
    });
  }

  get #platform(): string {
    return platformOf(this.minidump);
  }

  get #dumped() {
    return this.#once('dumped', () => {
      const dumped = dumpedMemory(this.source, this.#claimedRanges());
      const structure = this.minidump.stream(StreamType.Memory64ListStream)
        ? 'MINIDUMP_MEMORY64_LIST'
        : 'MINIDUMP_MEMORY_LIST';
      if (dumped.lostBytes > 0) {
        this.#problems.add(
          'truncated',
          structure,
          this.source.size,
          `${dumped.lostBytes} bytes of memory in ${dumped.lostRanges} ranges should lie past the end of the file: it is truncated`,
        );
      }
      if (dumped.conflicts > 0) {
        this.#problems.add(
          'overlap',
          structure,
          null,
          `${dumped.conflicts} memory ranges overlap others with different bytes; the range that starts lower is used`,
        );
      }
      return dumped;
    });
  }

  #claimedRanges(): ClaimedRange[] {
    const { minidump, pointerSize } = this;
    const ranges: ClaimedRange[] = [];
    const add = (start: bigint, size: number, offset: number, structure: string) => {
      const address = dumpAddress(start, pointerSize);
      if (address !== null && Number.isSafeInteger(address + size)) ranges.push({ start: address, size, offset });
      else {
        const text = `a memory range claims the address 0x${start.toString(16)}, which is none of this machine`;
        this.#problems.add('bad-address', structure, null, text);
      }
    };
    for (const { start, size, offset } of minidump.memory64 ?? []) add(start, size, offset, 'MINIDUMP_MEMORY64_LIST');
    for (const { start, size, offset } of minidump.memory ?? []) add(start, size, offset, 'MINIDUMP_MEMORY_LIST');
    // Stacks are in the memory list as a rule; in full dumps their RVAs mean nothing.
    if (minidump.stream(StreamType.Memory64ListStream)) return ranges;
    const stacks = [
      ...(minidump.threads ?? []).map(({ Stack }) => Stack),
      ...(minidump.threadsEx ?? []).flatMap(({ thread, backingStore }) => [thread.Stack, backingStore]),
    ];
    for (const { StartOfMemoryRange, Memory } of stacks) {
      if (Memory.Rva !== 0 && Memory.DataSize !== 0) {
        add(StartOfMemoryRange, Memory.DataSize, Memory.Rva, 'MINIDUMP_THREAD');
      }
    }
    return ranges;
  }

  get memory(): SegmentsSpace {
    return this.#once('memory', () => new SegmentsSpace(this.#dumped.segments));
  }

  readonly kernelPointers = null;
  get memoryBytes(): number {
    return this.#dumped.bytes;
  }

  get system(): TargetSystem {
    return this.#once('system', () => targetSystem(this.minidump, this.architecture, this.memory));
  }

  get modules(): readonly Module[] {
    return this.#once('modules', () => targetModules(this.minidump, this.pointerSize, this.#platform));
  }

  get unloadedModules(): readonly UnloadedModule[] {
    return this.#once('unloadedModules', () => targetUnloadedModules(this.minidump, this.pointerSize));
  }

  get hasUnloadedModuleList(): boolean {
    return this.minidump.unloadedModules !== null;
  }

  get threads(): readonly TargetThread[] {
    return this.#once('threads', () => {
      const wide = this.architecture === 'x64' || this.architecture === 'arm64';
      return targetThreads({
        minidump: this.minidump,
        architecture: this.architecture,
        pointerSize: this.pointerSize,
        platform: this.#platform,
        memory: this.memory,
        wow64: wide && hasWow64Layer(this.modules),
      });
    });
  }

  /** The thread of the exception, else the one for which Breakpad was asked to write the dump. */
  get currentThread(): TargetThread | null {
    const id = this.minidump.exception?.threadId ?? this.minidump.breakpadInfo?.requestingThreadId ?? null;
    return id === null ? null : (this.threads.find((thread) => thread.id === id) ?? null);
  }

  get process(): TargetProcess | null {
    return this.#once('process', () => {
      const status = this.minidump.linuxText(StreamType.LinuxProcStatus);
      const fields = status === null ? null : linuxFields(status);
      const name = this.#program || fields?.get('Name') || null;
      const pid = fields?.get('Pid');
      const id = this.minidump.miscInfo?.processId ?? (pid && /^\d{1,10}$/.test(pid) ? Number(pid) : null);
      return name === null && id === null ? null : { name, id, address: null };
    });
  }

  /** The program's file name: the first module; Crashpad marks the program as VFT_APP (1) where it is not the first. */
  get #program(): string | null {
    const { modules, minidump } = this;
    const marked = minidump.modules?.findIndex(
      ({ record: { VersionInfo } }) => VersionInfo.dwSignature === 0xfeef04bd && VersionInfo.dwFileType === 1,
    );
    const index = this.#platform === 'windows' || marked === undefined || marked < 0 ? 0 : marked;
    return (modules.length === minidump.modules?.length ? modules[index] : modules[0])?.imageName || null;
  }

  get exception(): TargetException | null {
    return this.#once('exception', () => {
      const exception = this.minidump.exception;
      if (!exception) return null;
      const { record, parameters, threadId, context } = exception;
      // 32-bit addresses and parameters are sign-extended by some writers.
      const narrow = (value: bigint) =>
        this.pointerSize === 4 && (value >> 32n === 0xffffffffn || value >> 32n === 0n)
          ? BigInt.asUintN(32, value)
          : value;
      return {
        code: record.ExceptionCode,
        flags: record.ExceptionFlags,
        nested: narrow(record.ExceptionRecord),
        address: narrow(record.ExceptionAddress),
        parameters: parameters.map(narrow),
        threadId,
        context: contextAt(this.minidump, this.architecture, context),
      };
    });
  }

  get memoryRegions(): readonly MemoryRegion[] | null {
    return this.#once('memoryRegions', () => {
      const address = (value: bigint): Address | null => dumpAddress(value, this.pointerSize);
      return (
        this.minidump.memoryInfos?.flatMap((info) => {
          const base = address(info.BaseAddress);
          const size = Number(info.RegionSize);
          if (base === null || !Number.isSafeInteger(base + size)) return [];
          return {
            base,
            size,
            allocationBase: info.State === 0x10000 ? null : address(info.AllocationBase),
            state: info.State,
            protection: info.Protect,
            allocationProtection: info.AllocationProtect,
            type: info.Type,
          };
        }) ?? null
      );
    });
  }

  get handles(): readonly TargetHandle[] | null {
    return this.#once(
      'handles',
      () =>
        this.minidump.handles?.map(({ record, typeName, objectName }) => ({
          handle: record.Handle,
          typeName: typeName || null,
          objectName: objectName || null,
          attributes: record.Attributes,
          grantedAccess: record.GrantedAccess,
          handleCount: record.HandleCount,
          pointerCount: record.PointerCount,
        })) ?? null,
    );
  }

  get comments(): readonly string[] {
    return [this.minidump.commentA, this.minidump.commentW].filter((text): text is string => !!text);
  }

  get annotations(): ReadonlyMap<string, string> {
    return this.#once('annotations', () => minidumpAnnotations(this.minidump, this.modules));
  }

  get parts(): readonly RawPart[] {
    return this.#once('parts', () => minidumpParts(this.minidump, this.system, this.exception, this.pointerSize));
  }

  /** Reads every stream and every context first, so that what is wrong with any of them is told. */
  get problems() {
    this.#once('everything', () => {
      const { parts, threads, modules, annotations } = this;
      for (const thread of threads) void thread.context;
      return [parts, modules, annotations];
    });
    return this.#problems.list;
  }
}

/** The architecture by the first context that reads like one, for dumps whose system information is lost. */
function guessArchitecture(minidump: Minidump): Architecture {
  const { problems } = minidump.file;
  const threads = minidump.threads ?? minidump.threadsEx?.map(({ thread }) => thread) ?? [];
  const location = threads.find(({ ThreadContext }) => ThreadContext.DataSize > 0)?.ThreadContext;
  const bytes = location && minidump.file.blob(location, 0x4000, 'CONTEXT');
  const candidates = ['x64', 'arm64', 'arm', 'x86'] as const;
  const found = bytes ? candidates.find((architecture) => readContext(architecture, bytes)?.ip) : undefined;
  problems.add(
    'missing-stream',
    'MINIDUMP_SYSTEM_INFO',
    null,
    found
      ? `the dump has no readable system information; by its thread contexts it is taken for ${found}`
      : 'the dump has no readable system information: processor and system are unknown',
  );
  return found ?? 'unknown';
}
