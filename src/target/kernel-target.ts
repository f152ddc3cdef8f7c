import { Problems } from '../bytes/problem.ts';
import { type Source, viewOf } from '../bytes/source.ts';
import { decodeAscii } from '../bytes/text.ts';
import { type DebuggerData, KDDEBUGGER_DATA64 } from '../formats/kernel-dump/debugger-data.ts';
import { UNSET } from '../formats/kernel-dump/header.ts';
import { type KernelDump, openKernelDump } from '../formats/kernel-dump/kernel-dump.ts';
import { PAGE_SIZE } from '../formats/kernel-dump/page-map.ts';
import { type Architecture, type Context, pointerSizeOf } from '../machine/context.ts';
import { readContext } from '../machine/context-reader.ts';
import { PhysicalSpace } from '../memory/physical.ts';
import { type Address, EMPTY_SPACE, type MemorySpace, readAvailable, tryPointer, tryU32 } from '../memory/space.ts';
import { findDebuggerData, findKernelMemory, headerAddress } from './kernel-finder.ts';
import { readLoadedModules, readUnloadedDrivers, triageModules, triageUnloadedModules } from './kernel-modules.ts';
import { kernelOffsets, type Processor, readProcessors } from './kernel-objects.ts';
import { kernelAnnotations, kernelParts } from './kernel-parts.ts';
import { recoverModules } from './kernel-search.ts';
import { kernelArchitecture, kernelSystem } from './kernel-system.ts';
import { readThreadFacts, targetThread } from './kernel-threads.ts';
import type {
  Module,
  RawPart,
  Target,
  TargetException,
  TargetKind,
  TargetProcess,
  TargetThread,
  UnloadedModule,
} from './target.ts';
import { triageMemory } from './triage-target.ts';

/** What the two forms of kernel dumps, pages and triage blocks, come down to. */
interface Kernel {
  readonly memory: MemorySpace;
  readonly physical: MemorySpace | null;
  readonly bytes: number;
  readonly data: DebuggerData | null;
  readonly modules: readonly Module[];
  /** Null when the dump has no such list. */
  readonly unloaded: readonly UnloadedModule[] | null;
  readonly threads: readonly TargetThread[];
  readonly current: TargetThread | null;
  readonly process: TargetProcess | null;
  readonly csdVersion: number | null;
  readonly processors: readonly Processor[];
  /** Facts of how the kernel was found, for the annotations. */
  readonly notes: ReadonlyMap<string, string>;
}

const shown = (address: Address) => `0x${BigInt.asUintN(64, BigInt(address)).toString(16)}`;

/** The header's registers; null when Windows never wrote them. */
function headerContext(dump: KernelDump, architecture: Architecture): Context | null {
  const raw = dump.header.context;
  const view = viewOf(raw);
  if (view.getUint32(0, true) === UNSET && view.getUint32(4, true) === UNSET) return null;
  const context = readContext(architecture, raw);
  return context && (context.ip !== null || context.sp !== null) ? context : null;
}

function openTriage(
  dump: KernelDump,
  triage: NonNullable<KernelDump['triage']>,
  architecture: Architecture,
  problems: Problems,
): Kernel {
  const pointerSize = pointerSizeOf(architecture);
  const found = triageMemory(dump, triage, architecture);
  const { memory, processor } = found;
  const data = triage.debuggerData.data;
  const context = headerContext(dump, architecture);
  const offsets = data && kernelOffsets(data, architecture);
  const facts = readThreadFacts(memory, found.thread, offsets, pointerSize, found.process);
  const top = headerAddress(triage.topOfStack, architecture);
  const callStack = top !== null && triage.callStack ? { limit: top, base: top + triage.callStack.size } : null;
  const current = targetThread(0, found.thread, facts, context, processor?.number ?? null, callStack);
  const notes = new Map<string, string>([['debugger data', triage.debuggerData.state]]);
  if (found.prcb !== null) notes.set('KPRCB', `${shown(found.prcb)} (heuristic: from its own list heads)`);
  return {
    memory,
    physical: null,
    bytes: found.bytes,
    data,
    modules: triageModules(triage, memory, problems),
    unloaded: triage.unloadedDrivers === null ? null : triageUnloadedModules(triage),
    threads: [current],
    current,
    process: facts.process,
    csdVersion: triage.servicePackBuild,
    processors: processor ? [processor] : [],
    notes,
  };
}

/** The processor whose saved registers are the header's, or whose thread's stack the header's stack pointer is in. */
function crashedProcessor(
  processors: readonly Processor[],
  context: Context | null,
  stackOf: (processor: Processor) => TargetThread['stack'],
): Processor | null {
  if (context === null) return processors.length === 1 ? processors[0]! : null;
  const same = processors.filter(({ context: own }) => own?.sp === context.sp && own?.ip === context.ip);
  if (same.length === 1) return same[0]!;
  const { sp } = context;
  const inside = processors.filter((processor) => {
    const stack = stackOf(processor);
    return sp !== null && stack !== null && sp >= stack.limit && sp < stack.base;
  });
  if (inside.length === 1) return inside[0]!;
  return processors.length === 1 ? processors[0]! : null;
}

function openPages(
  dump: KernelDump,
  pages: NonNullable<KernelDump['pages']>,
  architecture: Architecture,
  problems: Problems,
): Kernel {
  const { header, source } = dump;
  const pointerSize = pointerSizeOf(architecture);
  const physical = new PhysicalSpace(source, pages.map);
  const kernel = findKernelMemory(physical, pages.map, header, architecture, problems);
  const memory: MemorySpace = kernel?.memory ?? EMPTY_SPACE;
  const notes = new Map<string, string>();
  if (kernel) {
    notes.set('paging', `${kernel.mode}${kernel.recovered ? ' (recovered by searching)' : ''}`);
    notes.set('directory table base', `0x${kernel.directoryTableBase.toString(16)}`);
  }

  const list = headerAddress(header.psLoadedModuleList, architecture);
  const listed = list === null || !kernel?.confirmed ? [] : readLoadedModules(memory, list, pointerSize, problems);
  const nt = listed.find(({ name }) => name === 'nt') ?? listed[0];
  const found = findDebuggerData(memory, physical, pages.map, header, architecture, nt ?? null, problems);
  const { data } = found;
  notes.set('debugger data', found.recovered ? `${found.state} (recovered by searching)` : found.state);
  const modules =
    listed.length > 0 || !kernel?.confirmed
      ? listed
      : recoverModules(
          { physical, map: pages.map, memory, pointerSize },
          data ? headerAddress(data.PsLoadedModuleList, architecture) : null,
          problems,
        );

  const block = data ? headerAddress(data.KiProcessorBlock, architecture) : null;
  const count = header.numberProcessors ?? 64;
  const offsets = data && kernelOffsets(data, architecture);
  const processors = offsets && block !== null ? readProcessors(memory, offsets, block, count, architecture) : [];
  const context = headerContext(dump, architecture);
  const facts = processors.map((processor) => readThreadFacts(memory, processor.currentThread, offsets, pointerSize));
  const crashed = crashedProcessor(processors, context, (at) => facts[processors.indexOf(at)]?.thread?.stack ?? null);
  const threads = processors.map((processor, index) =>
    targetThread(
      index,
      processor.currentThread,
      facts[index]!,
      processor === crashed ? (context ?? processor.context) : processor.context,
      processor.number,
      null,
    ),
  );
  let current = threads[crashed ? processors.indexOf(crashed) : -1] ?? null;
  if (current === null && context !== null) {
    const none = { thread: null, threadId: null, process: null };
    current = targetThread(threads.length, null, none, context, null, null);
    threads.push(current);
  }
  const variable = (address: bigint | undefined) => headerAddress(address ?? 0n, architecture);
  const unloaded = variable(data?.MmUnloadedDrivers);
  const last = variable(data?.MmLastUnloadedDriver);
  const csd = variable(data?.CmNtCSDVersion);
  const there = Math.max(0, Math.floor((source.size - pages.firstPage) / PAGE_SIZE));
  return {
    memory,
    physical,
    bytes: Math.min(pages.map.pages, there) * PAGE_SIZE,
    data,
    modules,
    unloaded: unloaded !== null && last !== null ? readUnloadedDrivers(memory, unloaded, last, pointerSize) : null,
    threads,
    current,
    process: crashed ? (facts[processors.indexOf(crashed)]?.process ?? null) : null,
    csdVersion: csd === null ? null : tryU32(memory, csd),
    processors,
    notes,
  };
}

/** A header without memory, or with memory that cannot be found. */
function openNothing(dump: KernelDump, architecture: Architecture): Kernel {
  const context = headerContext(dump, architecture);
  const none = { thread: null, threadId: null, process: null };
  const current = context ? targetThread(0, null, none, context, null, null) : null;
  return {
    memory: EMPTY_SPACE,
    physical: null,
    bytes: 0,
    data: null,
    modules: [],
    unloaded: null,
    threads: current ? [current] : [],
    current,
    process: null,
    csdVersion: null,
    processors: [],
    notes: new Map(),
  };
}

function kindOf(dump: KernelDump): TargetKind {
  if (dump.triage || dump.header.dumpType === 4) return 'kernel-triage-dump';
  const type = dump.header.dumpType;
  return type === 1 || type === 5 || type === 10 || (type === null && dump.pages) ? 'complete-dump' : 'kernel-dump';
}

/** The header's exception record; null where it has none. */
function recordedException(
  dump: KernelDump,
  context: Context | null,
  current: TargetThread | null,
): TargetException | null {
  const record = dump.header.exception;
  if (!record || record.code === 0) return null;
  const { code, flags, nested, address, parameters } = record;
  return { code, flags, nested, address, parameters, threadId: current?.id ?? null, context };
}

/**
 * Whether the record is what KeBugCheckEx's own capture leaves in every dump of a plain bug check: a non-continuable
 * breakpoint at the place where the registers were saved.
 */
function isStandIn({ code, flags, parameters }: TargetException): boolean {
  return code === 0x80000003 && (flags & 1) !== 0 && parameters.length === 0;
}

/** The pointers and the offsets of the debugger data block by Microsoft's names. */
function kernelPointers(data: DebuggerData): ReadonlyMap<string, bigint> {
  const fields = new Map<string, bigint>();
  for (const name of Object.keys(KDDEBUGGER_DATA64.fields)) {
    const value: unknown = Reflect.get(data, name);
    if (typeof value === 'bigint') fields.set(name, value);
    else if (typeof value === 'number' && name.startsWith('Offset')) fields.set(name, BigInt(value));
  }
  return fields;
}

/** A build lab such as `19041.1.amd64fre.vb_release.191206-1406`, null when it is not in the dump. */
function readBuildLab(memory: MemorySpace, data: DebuggerData | null, architecture: Architecture): string | null {
  const at = data ? headerAddress(data.NtBuildLab, architecture) : null;
  const text = at === null ? '' : decodeAscii(readAvailable(memory, at, 128));
  return /^\d{3,6}\.[\x21-\x7e]{3,}$/.test(text) ? text : null;
}

/**
 * Opens a PAGEDUMP or PAGEDU64 file as a Target: throws FormatError when it is none. Whatever is damaged is left out
 * and named among the problems.
 */
export function openKernelTarget(source: Source, problems: Problems = new Problems()): Target {
  const dump = openKernelDump(source, problems);
  const { header, triage, pages } = dump;
  const architecture = kernelArchitecture(header);
  const kernel = triage
    ? openTriage(dump, triage, architecture, problems)
    : pages
      ? openPages(dump, pages, architecture, problems)
      : openNothing(dump, architecture);
  const { memory, data, modules, current } = kernel;
  const nt = modules.find(({ name }) => name === 'nt') ?? null;
  const rangeStart = data ? headerAddress(data.MmSystemRangeStart, architecture) : null;
  const system = kernelSystem(header, architecture, {
    memory,
    kernelBase: (data ? headerAddress(data.KernBase, architecture) : null) ?? nt?.base ?? null,
    loadedModuleList:
      headerAddress(header.psLoadedModuleList, architecture) ??
      (data ? headerAddress(data.PsLoadedModuleList, architecture) : null),
    csdVersion: kernel.csdVersion,
    buildLab: readBuildLab(memory, data, architecture),
    systemRangeStart: rangeStart === null ? null : tryPointer(memory, rangeStart, pointerSizeOf(architecture)),
    kernel: nt,
    cpu: kernel.processors.find(({ cpu }) => cpu !== null)?.cpu ?? null,
  });
  const code = header.bugCheckCode;
  let parts: readonly RawPart[] | null = null;
  const recorded = recordedException(dump, current?.context ?? null, current);
  return {
    source,
    kind: kindOf(dump),
    format: header.bits === 32 ? 'PAGEDUMP' : 'PAGEDU64',
    dumpType: header.dumpType,
    flags: null,
    architecture,
    pointerSize: pointerSizeOf(architecture),
    system,
    memory,
    physicalMemory: kernel.physical,
    modules,
    unloadedModules: kernel.unloaded ?? [],
    hasUnloadedModuleList: kernel.unloaded !== null,
    threads: kernel.threads,
    currentThread: current,
    process: kernel.process,
    prcbs: kernel.processors.filter(({ prcb }) => prcb !== 0).map(({ number, prcb }) => ({ number, address: prcb })),
    exception: recorded && !isStandIn(recorded) ? recorded : null,
    standInException: recorded && isStandIn(recorded) ? recorded : null,
    bugcheck: code === null || code === 0 ? null : { code, parameters: header.bugCheckParameters },
    memoryRegions: null,
    handles: null,
    comments: header.comment === null ? [] : [header.comment],
    annotations: new Map([...kernelAnnotations(dump), ...kernel.notes]),
    kernelPointers: data ? kernelPointers(data) : null,
    memoryBytes: kernel.bytes,
    get parts() {
      parts ??= kernelParts(dump);
      return parts;
    },
    get problems() {
      return problems.list;
    },
  };
}
