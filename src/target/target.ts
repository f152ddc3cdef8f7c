import type { Problem } from '../bytes/problem.ts';
import type { Source } from '../bytes/source.ts';
import type { Architecture, Context } from '../machine/context.ts';
import type { Address, MemorySpace } from '../memory/space.ts';

export type TargetKind = 'user-minidump' | 'user-full-dump' | 'kernel-triage-dump' | 'kernel-dump' | 'complete-dump';

/** Whether a dump is of one process, and not of a whole system. */
export function isUserMode({ kind }: Pick<Target, 'kind'>): boolean {
  return kind.startsWith('user');
}

export type TargetFormat = 'MDMP' | 'PAGEDUMP' | 'PAGEDU64';

/** What identifies the PDB of an image: `guid` lower-case with dashes (RSDS) or the 8-digit signature (NB10). */
export interface PdbIdentity {
  readonly name: string;
  readonly guid: string;
  readonly age: number;
}

/** An image (or, for Linux and macOS minidumps, an object file) mapped in the dump. Null is unknown, never absent. */
export interface Module {
  /** The debugger's name: `nt`, `kernel32`. Unique within its target. */
  readonly name: string;
  /** The file name as recorded: `ntoskrnl.exe`. */
  readonly imageName: string;
  readonly path: string | null;
  readonly base: Address;
  readonly size: number;
  /** PE TimeDateStamp and CheckSum, which with `size` identify the image at a symbol server. */
  readonly timestamp: number | null;
  readonly checksum: number | null;
  /** `10.0.19041.804` from version resources or the dump's module record. */
  readonly fileVersion: string | null;
  readonly productVersion: string | null;
  readonly pdb: PdbIdentity | null;
  /** ELF build id or Mach-O UUID in lower-case hexadecimal, for dumps of other systems. */
  readonly buildId: string | null;
  readonly space: 'kernel' | 'user';
}

export interface UnloadedModule {
  readonly name: string;
  readonly base: Address;
  readonly size: number;
  readonly timestamp: number | null;
  readonly checksum: number | null;
}

/** A thread whose registers or identity the dump holds. */
export interface TargetThread {
  /** Position in the dump: WinDbg's `~N` for user dumps. */
  readonly index: number;
  readonly id: number | null;
  /** The ETHREAD or KTHREAD in kernel dumps. */
  readonly address: Address | null;
  readonly teb: Address | null;
  readonly name: string | null;
  readonly suspendCount: number | null;
  readonly priority: number | null;
  /** Set when the thread was running on a processor at the time of the dump. */
  readonly processor: number | null;
  readonly processId: number | null;
  readonly context: Context | null;
  /** The 32-bit registers of a WOW64 thread. */
  readonly wow64Context: Context | null;
  /** The stack's bounds where the dump tells them: `base` is the high end. */
  readonly stack: { readonly base: Address; readonly limit: Address } | null;
  readonly startAddress: Address | null;
  readonly createdAt: string | null;
  readonly kernelTimeMs: number | null;
  readonly userTimeMs: number | null;
}

/** An exception record of the dump; `parameters` are unsigned. */
export interface TargetException {
  readonly code: number;
  readonly flags: number;
  /** The nested ExceptionRecord pointer, 0 when there is none. */
  readonly nested: bigint;
  readonly address: bigint;
  readonly parameters: readonly bigint[];
  readonly threadId: number | null;
  /** The context at the exception, which may differ from the thread's. */
  readonly context: Context | null;
}

export interface TargetBugCheck {
  /** As the header stores it: 0x1000007e keeps its high bit. */
  readonly code: number;
  readonly parameters: readonly [bigint, bigint, bigint, bigint];
}

/** Facts about the machine; null is unknown. Times are ISO 8601 in UTC. */
export interface TargetSystem {
  /** `windows`, `linux`, `macos`, `ios`, `android`, ... */
  readonly platform: string;
  /** For people: `Windows 10`, `Windows Server 2003`, `Linux 4.9.60`. Null when only the build is known. */
  readonly os: string | null;
  readonly majorVersion: number | null;
  readonly minorVersion: number | null;
  readonly build: number | null;
  readonly revision: number | null;
  readonly servicePack: string | null;
  readonly architecture: Architecture;
  readonly processors: number | null;
  readonly product: 'Workstation' | 'DomainController' | 'Server' | null;
  readonly suites: readonly string[];
  readonly computerName: string | null;
  readonly kernelBase: Address | null;
  readonly loadedModuleList: Address | null;
  readonly capturedAt: string | null;
  readonly uptimeSeconds: number | null;
  readonly processUptimeSeconds: number | null;
  /** Processor time of the process in whole seconds, where a user dump tells it. */
  readonly processKernelSeconds?: number | null;
  readonly processUserSeconds?: number | null;
  readonly buildLab: string | null;
  readonly bootOptions: readonly string[];
  readonly cpu: {
    readonly vendor: string | null;
    readonly family: number | null;
    readonly model: number | null;
    readonly stepping: number | null;
  } | null;
}

export interface TargetProcess {
  readonly name: string | null;
  readonly id: number | null;
  readonly address: Address | null;
}

export interface MemoryRegion {
  readonly base: Address;
  readonly size: number;
  readonly allocationBase: Address | null;
  /** MEM_COMMIT 0x1000, MEM_RESERVE 0x2000, MEM_FREE 0x10000. */
  readonly state: number;
  /** PAGE_* protection bits. */
  readonly protection: number;
  readonly allocationProtection: number;
  /** MEM_PRIVATE 0x20000, MEM_MAPPED 0x40000, MEM_IMAGE 0x1000000. */
  readonly type: number;
}

export interface TargetHandle {
  readonly handle: bigint;
  readonly typeName: string | null;
  readonly objectName: string | null;
  readonly attributes: number;
  readonly grantedAccess: number;
  readonly handleCount: number;
  readonly pointerCount: number;
}

/** One named piece of the raw file, for `memoretics streams`. */
export interface RawPart {
  /** `ThreadListStream`, `Triage: driver list`, `physical run` ... */
  readonly name: string;
  /** The format's own type number or null. */
  readonly type: number | string | null;
  readonly offset: number;
  readonly size: number;
  /** What the part holds in one line, or what is wrong with it. */
  readonly summary: string;
}

/** One opened dump. Immutable: everything is read from `source` when it is first asked for. */
export interface Target {
  readonly source: Source;
  readonly kind: TargetKind;
  readonly format: TargetFormat;
  /** The DumpType number of a kernel dump's header. */
  readonly dumpType: number | null;
  /** MINIDUMP_TYPE flags of a user minidump. */
  readonly flags: bigint | null;
  readonly architecture: Architecture;
  readonly pointerSize: 4 | 8;
  readonly system: TargetSystem;
  /** Virtual memory in the context of the current process. */
  readonly memory: MemorySpace;
  readonly physicalMemory: MemorySpace | null;
  readonly modules: readonly Module[];
  readonly unloadedModules: readonly UnloadedModule[];
  /** Null when the dump has no unloaded-module list at all, so that absence is not taken for emptiness. */
  readonly hasUnloadedModuleList: boolean;
  readonly threads: readonly TargetThread[];
  /** The thread that failed or was current, null when the dump does not say. */
  readonly currentThread: TargetThread | null;
  readonly process: TargetProcess | null;
  /** Where the KPRCBs of a kernel dump's processors lie, those that are in the dump. */
  readonly prcbs?: readonly { readonly number: number; readonly address: Address }[];
  readonly exception: TargetException | null;
  /**
   * The header's record of a kernel dump where it is the stand-in that KeBugCheckEx's own capture leaves: no exception
   * happened, but debuggers show it.
   */
  readonly standInException?: TargetException | null;
  readonly bugcheck: TargetBugCheck | null;
  /** Null when the dump has no such list. */
  readonly memoryRegions: readonly MemoryRegion[] | null;
  readonly handles: readonly TargetHandle[] | null;
  /** Comment streams, or the comment of a kernel dump's header. */
  readonly comments: readonly string[];
  /** Annotations by name: Crashpad, Breakpad assertion, secondary data, dump attributes. */
  readonly annotations: ReadonlyMap<string, string>;
  /** Fields of KDDEBUGGER_DATA64 by name, which tell whether symbols of nt belong to it; null where there is none. */
  readonly kernelPointers: ReadonlyMap<string, bigint> | null;
  /** The virtual-memory bytes held by the dump, summed. */
  readonly memoryBytes: number;
  readonly parts: readonly RawPart[];
  readonly problems: readonly Problem[];
}
