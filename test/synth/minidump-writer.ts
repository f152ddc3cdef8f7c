/**
 * Writes minidumps from a description, byte by byte, without the reader's declarations: every documented stream,
 * Breakpad's and Crashpad's, the quirks of their writers, and raw streams for what must not be valid.
 *
 *     writeMinidump({ system: {}, threads: [{ id: 1, context: x64Context({ rip: 0x1000n }) }] })
 */

/** Bytes that grow; positions are file offsets. */
export class Bytes {
  #buffer = new Uint8Array(4096);
  size = 0;
  #room(more: number): DataView {
    while (this.size + more > this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    return new DataView(this.#buffer.buffer);
  }
  u8(value: number): this {
    this.#room(1).setUint8(this.size, value);
    this.size += 1;
    return this;
  }
  u16(value: number): this {
    this.#room(2).setUint16(this.size, value, true);
    this.size += 2;
    return this;
  }
  u32(...values: number[]): this {
    for (const value of values) {
      this.#room(4).setUint32(this.size, value >>> 0, true);
      this.size += 4;
    }
    return this;
  }
  u64(...values: (bigint | number)[]): this {
    for (const value of values) {
      this.#room(8).setBigUint64(this.size, BigInt.asUintN(64, BigInt(value)), true);
      this.size += 8;
    }
    return this;
  }
  raw(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#buffer.set(bytes, this.size);
    this.size += bytes.length;
    return this;
  }
  zeros(count: number): this {
    return this.raw(new Uint8Array(count));
  }
  align(to: number): this {
    return this.zeros((to - (this.size % to)) % to);
  }
  patch32(at: number, value: number): void {
    new DataView(this.#buffer.buffer).setUint32(at, value >>> 0, true);
  }
  done(): Uint8Array {
    return this.#buffer.slice(0, this.size);
  }
}

export function utf16(text: string): Uint8Array {
  const bytes = new Bytes();
  for (let index = 0; index < text.length; index++) bytes.u16(text.charCodeAt(index));
  return bytes.done();
}

/** Text in a field of fixed size, padded with zeros. */
function field(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  out.set(bytes.subarray(0, size));
  return out;
}

export interface ThreadSpec {
  id: number;
  suspendCount?: number;
  priorityClass?: number;
  priority?: number;
  teb?: bigint;
  stack?: { start: bigint; bytes: Uint8Array };
  context?: Uint8Array;
}
export interface ModuleSpec {
  base: bigint;
  size?: number;
  checksum?: number;
  timestamp?: number;
  /** Null leaves the RVA 0. */
  name: string | null;
  fileVersion?: readonly [number, number, number, number];
  productVersion?: readonly [number, number, number, number];
  fileType?: number;
  codeView?: Uint8Array;
  misc?: Uint8Array;
}
export interface HandleSpec {
  handle: bigint;
  type?: string;
  name?: string;
  attributes?: number;
  access?: number;
  handleCount?: number;
  pointerCount?: number;
  information?: { type: number; bytes: Uint8Array }[];
}
export interface RawStream {
  type: number;
  bytes: Uint8Array;
  /** What the directory says instead of the truth. */
  claimedSize?: number;
  claimedRva?: number;
}
export interface MinidumpSpec {
  flags?: bigint;
  timestamp?: number;
  version?: number;
  system?: {
    architecture?: number;
    level?: number;
    revision?: number;
    processors?: number;
    product?: number;
    version?: readonly [number, number, number];
    platform?: number;
    csd?: string | null;
    suites?: number;
    cpu?: Uint8Array;
  };
  threads?: ThreadSpec[];
  threadsEx?: ThreadSpec[];
  threadInfos?: {
    id: number;
    flags?: number;
    createTime?: bigint;
    exitTime?: bigint;
    kernelTime?: bigint;
    userTime?: bigint;
    startAddress?: bigint;
    affinity?: bigint;
  }[];
  threadNames?: { id: number; name: string }[];
  modules?: ModuleSpec[];
  unloadedModules?: { base: bigint; size?: number; checksum?: number; timestamp?: number; name: string }[];
  memory?: { start: bigint; bytes: Uint8Array }[];
  memory64?: { start: bigint; bytes: Uint8Array }[];
  memoryInfos?: {
    base: bigint;
    allocationBase?: bigint;
    allocationProtect?: number;
    size: bigint;
    state: number;
    protect: number;
    type: number;
  }[];
  exception?: {
    threadId: number;
    code: number;
    flags?: number;
    record?: bigint;
    address: bigint;
    parameters?: bigint[];
    claimedParameters?: number;
    context?: Uint8Array;
  };
  misc?: {
    generation?: 1 | 2 | 3 | 4 | 5;
    flags?: number;
    processId?: number;
    times?: readonly [create: number, user: number, kernel: number];
    maxMhz?: number;
    integrity?: number;
    timeZoneId?: number;
    bias?: number;
    daylightBias?: number;
    standardName?: string;
    daylightName?: string;
    buildString?: string;
    debuggerBuildString?: string;
    xstateFeatures?: bigint;
    processCookie?: number;
  };
  handles?: HandleSpec[];
  handleOperations?: { handle: bigint; processId: number; threadId: number; operation: number; backtrace: bigint[] }[];
  functionTables?: { minimum: bigint; maximum: bigint; base: bigint; entries: Uint8Array; pad?: number }[];
  tokens?: { id: number; handle: bigint; bytes: Uint8Array }[];
  vmCounters?: Uint8Array;
  systemMemory?: Uint8Array;
  commentA?: string;
  commentW?: string;
  breakpad?: { validity: number; dumpThreadId: number; requestingThreadId: number };
  assertion?: { expression: string; function: string; file: string; line: number; type: number };
  crashpad?: {
    reportId?: Uint8Array;
    simple?: Record<string, string>;
    modules?: {
      index: number;
      list?: string[];
      simple?: Record<string, string>;
      objects?: { name: string; type: number; value: Uint8Array }[];
    }[];
  };
  linux?: Partial<Record<'cpu' | 'status' | 'lsb' | 'cmd' | 'environ' | 'auxv' | 'maps', Uint8Array>>;
  raw?: RawStream[];
  /** Entries of type 0 before the others, as Breakpad leaves them. */
  unusedEntries?: number;
  quirks?: {
    /** Four bytes after each count, as Breakpad and Crashpad align their lists. */
    padLists?: boolean;
    /** Bytes per module record; 112 in some writers. */
    moduleStride?: number;
    /** Added to the record size of lists that say their own. */
    extraEntryBytes?: number;
    /** Added to the header size of lists that say their own. */
    extraHeaderBytes?: number;
    /** 32 leaves out the object information of handles. */
    handleStride?: 32 | 40;
  };
}

/** Type numbers of minidumpapiset.h, Breakpad and Crashpad. */
export const TYPE = {
  threads: 3,
  modules: 4,
  memory: 5,
  exception: 6,
  system: 7,
  threadsEx: 8,
  memory64: 9,
  commentA: 10,
  commentW: 11,
  handles: 12,
  functionTables: 13,
  unloadedModules: 14,
  misc: 15,
  memoryInfos: 16,
  threadInfos: 17,
  handleOperations: 18,
  tokens: 19,
  systemMemory: 21,
  vmCounters: 22,
  threadNames: 24,
  breakpad: 0x47670001,
  assertion: 0x47670002,
  cpu: 0x47670003,
  status: 0x47670004,
  lsb: 0x47670005,
  cmd: 0x47670006,
  environ: 0x47670007,
  auxv: 0x47670008,
  maps: 0x47670009,
  crashpad: 0x43500001,
} as const;

type Emit = (out: Bytes) => { rva: number; size: number };

/** The dump that `spec` describes. Streams stand in the order of TYPE, raw ones last; the directory follows the header. */
export function writeMinidump(spec: MinidumpSpec): Uint8Array {
  const streams: { type: number; emit: Emit }[] = [];
  const quirks = spec.quirks ?? {};
  const add = (type: number, emit: Emit) => streams.push({ type, emit });
  const plain = (type: number, fill: (out: Bytes) => void) =>
    add(type, (out) => {
      out.align(8);
      const rva = out.size;
      fill(out);
      return { rva, size: out.size - rva };
    });
  const string = (out: Bytes, text: string | null | undefined): number => {
    if (text === null || text === undefined) return 0;
    out.align(4);
    const rva = out.size;
    out
      .u32(text.length * 2)
      .raw(utf16(text))
      .u16(0);
    return rva;
  };
  const utf8String = (out: Bytes, value: string | Uint8Array): number => {
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    out.align(4);
    const rva = out.size;
    out.u32(bytes.length).raw(bytes).u8(0);
    return rva;
  };
  const blob = (out: Bytes, bytes: Uint8Array | undefined): { rva: number; size: number } => {
    if (!bytes) return { rva: 0, size: 0 };
    out.align(16);
    const rva = out.size;
    out.raw(bytes);
    return { rva, size: bytes.length };
  };
  /** A stream that starts with a 32-bit count; its blobs are written before it. */
  const counted = <T>(type: number, items: T[], prepare: (out: Bytes, item: T) => (out: Bytes) => void) =>
    add(type, (out) => {
      const records = items.map((item) => prepare(out, item));
      out.align(8);
      const rva = out.size;
      out.u32(items.length);
      if (quirks.padLists) out.u32(0);
      for (const record of records) record(out);
      return { rva, size: out.size - rva };
    });
  /** A stream that says the sizes of its header and records. */
  const sized = <T>(
    type: number,
    items: T[],
    header: number,
    stride: number,
    prepare: (out: Bytes, item: T) => (out: Bytes) => void,
    wideCount = false,
  ) =>
    add(type, (out) => {
      const records = items.map((item) => prepare(out, item));
      const extra = quirks.extraEntryBytes ?? 0;
      const extraHeader = quirks.extraHeaderBytes ?? 0;
      out.align(8);
      const rva = out.size;
      out.u32(header + extraHeader, stride + extra);
      if (wideCount) out.u64(items.length);
      else out.u32(items.length);
      out.zeros(header + extraHeader - (out.size - rva));
      for (const record of records) {
        const before = out.size;
        record(out);
        out.zeros(stride + extra - (out.size - before));
      }
      return { rva, size: out.size - rva };
    });
  const thread = (out: Bytes, one: ThreadSpec, ex: boolean) => {
    const stack = blob(out, one.stack?.bytes);
    const context = blob(out, one.context);
    return (record: Bytes) => {
      record.u32(one.id, one.suspendCount ?? 0, one.priorityClass ?? 0x20, one.priority ?? 0).u64(one.teb ?? 0n);
      record.u64(one.stack?.start ?? 0n).u32(stack.size, stack.rva, context.size, context.rva);
      if (ex) record.zeros(16);
    };
  };
  const version = (parts: readonly [number, number, number, number] | undefined): [number, number] =>
    parts ? [(parts[0] << 16) | parts[1], (parts[2] << 16) | parts[3]] : [0, 0];

  const { threads, threadsEx, modules, unloadedModules, memory, memory64, exception, system, misc } = spec;
  if (threads) counted(TYPE.threads, threads, (out, one) => thread(out, one, false));
  if (modules) {
    counted(TYPE.modules, modules, (out, one) => {
      const name = string(out, one.name);
      const codeView = blob(out, one.codeView);
      const miscRecord = blob(out, one.misc);
      return (record) => {
        const before = record.size;
        record.u64(one.base).u32(one.size ?? 0x1000, one.checksum ?? 0, one.timestamp ?? 0, name);
        record.u32(one.fileVersion || one.productVersion || one.fileType ? 0xfeef04bd : 0, 0x10000);
        record.u32(...version(one.fileVersion), ...version(one.productVersion), 0, 0, 0, one.fileType ?? 0, 0, 0, 0);
        record.u32(codeView.size, codeView.rva, miscRecord.size, miscRecord.rva).u64(0, 0);
        record.zeros((quirks.moduleStride ?? 108) - (record.size - before));
      };
    });
  }
  if (memory) {
    counted(TYPE.memory, memory, (out, one) => {
      const { rva, size } = blob(out, one.bytes);
      return (record) => record.u64(one.start).u32(size, rva);
    });
  }
  if (exception) {
    add(TYPE.exception, (out) => {
      const context = blob(out, exception.context);
      out.align(8);
      const rva = out.size;
      const parameters = exception.parameters ?? [];
      out
        .u32(exception.threadId, 0, exception.code, exception.flags ?? 0)
        .u64(exception.record ?? 0n, exception.address);
      out.u32(exception.claimedParameters ?? parameters.length, 0);
      for (let index = 0; index < 15; index++) out.u64(parameters[index] ?? 0n);
      out.u32(context.size, context.rva);
      return { rva, size: out.size - rva };
    });
  }
  if (system) {
    add(TYPE.system, (out) => {
      const csd = string(out, system.csd === undefined ? '' : system.csd);
      out.align(8);
      const rva = out.size;
      out
        .u16(system.architecture ?? 9)
        .u16(system.level ?? 6)
        .u16(system.revision ?? 0x9e0a);
      out.u8(system.processors ?? 4).u8(system.product ?? 1);
      out.u32(...(system.version ?? [10, 0, 19045]), system.platform ?? 2, csd);
      out
        .u16(system.suites ?? 0x100)
        .u16(0)
        .raw(field(system.cpu ?? new Uint8Array(0), 24));
      return { rva, size: out.size - rva };
    });
  }
  if (threadsEx) counted(TYPE.threadsEx, threadsEx, (out, one) => thread(out, one, true));
  if (spec.commentA !== undefined)
    plain(TYPE.commentA, (out) => out.raw(new TextEncoder().encode(`${spec.commentA}\0`)));
  if (spec.commentW !== undefined) plain(TYPE.commentW, (out) => out.raw(utf16(`${spec.commentW}\0`)));
  if (spec.handles) {
    const stride = quirks.handleStride ?? 40;
    sized(TYPE.handles, spec.handles, 16, stride, (out, one) => {
      const type = string(out, one.type);
      const name = string(out, one.name);
      let next = 0;
      for (const { type: kind, bytes } of [...(one.information ?? [])].reverse()) {
        out.align(4);
        const at = out.size;
        out.u32(next, kind, bytes.length).raw(bytes);
        next = at;
      }
      return (record) => {
        record.u64(one.handle).u32(type, name, one.attributes ?? 0, one.access ?? 0);
        record.u32(one.handleCount ?? 1, one.pointerCount ?? 1);
        if (stride === 40) record.u32(next, 0);
      };
    });
  }
  const { functionTables } = spec;
  if (functionTables) {
    plain(TYPE.functionTables, (out) => {
      out.u32(24, 32, 8, 12, functionTables.length, 0);
      for (const one of functionTables) {
        const pad = one.pad ?? 0;
        out
          .u64(one.minimum, one.maximum, one.base)
          .u32(one.entries.length / 12, pad)
          .zeros(8);
        out.raw(one.entries).zeros(pad);
      }
    });
  }
  if (unloadedModules) {
    sized(TYPE.unloadedModules, unloadedModules, 12, 24, (out, one) => {
      const name = string(out, one.name);
      return (record) => record.u64(one.base).u32(one.size ?? 0x1000, one.checksum ?? 0, one.timestamp ?? 0, name);
    });
  }
  if (misc) {
    plain(TYPE.misc, (out) => {
      const rva = out.size;
      const size = [24, 44, 232, 832, 1364][(misc.generation ?? 5) - 1] ?? 1364;
      const whole = new Bytes();
      whole.u32(size, misc.flags ?? 0x3f7, misc.processId ?? 0, ...(misc.times ?? [0, 0, 0]));
      whole.u32(misc.maxMhz ?? 0, misc.maxMhz ?? 0, 0, 0, 0);
      whole.u32(misc.integrity ?? 0, 0, 0, misc.timeZoneId ?? 0, misc.bias ?? 0);
      whole
        .raw(field(utf16(misc.standardName ?? ''), 64))
        .zeros(16)
        .u32(0);
      whole
        .raw(field(utf16(misc.daylightName ?? ''), 64))
        .zeros(16)
        .u32(misc.daylightBias ?? 0);
      whole.raw(field(utf16(misc.buildString ?? ''), 520)).raw(field(utf16(misc.debuggerBuildString ?? ''), 80));
      whole
        .u32(528, 0)
        .u64(misc.xstateFeatures ?? 0n)
        .zeros(512)
        .u32(misc.processCookie ?? 0);
      out.raw(whole.done().subarray(0, size));
      return { rva, size };
    });
  }
  if (spec.memoryInfos) {
    sized(
      TYPE.memoryInfos,
      spec.memoryInfos,
      16,
      48,
      (_, one) => (record) => {
        record
          .u64(one.base, one.allocationBase ?? one.base)
          .u32(one.allocationProtect ?? one.protect, 0)
          .u64(one.size);
        record.u32(one.state, one.protect, one.type, 0);
      },
      true,
    );
  }
  if (spec.threadInfos) {
    sized(TYPE.threadInfos, spec.threadInfos, 12, 64, (_, one) => (record) => {
      record.u32(one.id, one.flags ?? 0, 0, 0x103).u64(one.createTime ?? 0n, one.exitTime ?? 0n);
      record.u64(one.kernelTime ?? 0n, one.userTime ?? 0n, one.startAddress ?? 0n, one.affinity ?? 1n);
    });
  }
  if (spec.handleOperations) {
    sized(TYPE.handleOperations, spec.handleOperations, 16, 288, (_, one) => (record) => {
      record.u64(one.handle).u32(one.processId, one.threadId, one.operation, 0, one.backtrace.length, 0);
      for (let index = 0; index < 32; index++) record.u64(one.backtrace[index] ?? 0n);
    });
  }
  const { tokens } = spec;
  if (tokens) {
    plain(TYPE.tokens, (out) => {
      const total = tokens.reduce((sum, one) => sum + 16 + one.bytes.length, 16);
      out.u32(total, tokens.length, 16, 16);
      for (const one of tokens)
        out
          .u32(16 + one.bytes.length, one.id)
          .u64(one.handle)
          .raw(one.bytes);
    });
  }
  const { systemMemory, vmCounters, breakpad, assertion, crashpad } = spec;
  if (systemMemory) plain(TYPE.systemMemory, (out) => out.raw(systemMemory));
  if (vmCounters) plain(TYPE.vmCounters, (out) => out.raw(vmCounters));
  if (spec.threadNames) {
    counted(TYPE.threadNames, spec.threadNames, (out, one) => {
      const name = string(out, one.name);
      return (record) => record.u32(one.id).u64(name);
    });
  }
  if (breakpad) {
    plain(TYPE.breakpad, (out) => out.u32(breakpad.validity, breakpad.dumpThreadId, breakpad.requestingThreadId));
  }
  if (assertion) {
    plain(TYPE.assertion, (out) => {
      for (const text of [assertion.expression, assertion.function, assertion.file]) out.raw(field(utf16(text), 256));
      out.u32(assertion.line, assertion.type);
    });
  }
  for (const [name, bytes] of Object.entries(spec.linux ?? {})) {
    plain(TYPE[name as keyof typeof TYPE], (out) => out.raw(bytes));
  }
  if (crashpad) {
    const dictionary = (out: Bytes, entries: Record<string, string> | undefined) => {
      if (!entries) return { rva: 0, size: 0 };
      const pairs = Object.entries(entries).map(([key, value]) => [utf8String(out, key), utf8String(out, value)]);
      out.align(4);
      const rva = out.size;
      out.u32(pairs.length, ...pairs.flat());
      return { rva, size: out.size - rva };
    };
    add(TYPE.crashpad, (out) => {
      const simple = dictionary(out, crashpad.simple);
      const links = (crashpad.modules ?? []).map((one) => {
        const own = dictionary(out, one.simple);
        const texts = (one.list ?? []).map((text) => utf8String(out, text));
        out.align(4);
        const list = { rva: out.size, size: 4 + 4 * texts.length };
        out.u32(texts.length, ...texts);
        const values = (one.objects ?? []).map((object) => [
          utf8String(out, object.name),
          utf8String(out, object.value),
        ]);
        out.align(4);
        const objects = { rva: out.size, size: 4 + 12 * values.length };
        out.u32(values.length);
        values.forEach(([name = 0, value = 0], index) => {
          out
            .u32(name)
            .u16(one.objects?.[index]?.type ?? 0)
            .u16(0)
            .u32(value);
        });
        const rva = out.size;
        out.u32(1, list.size, list.rva, own.size, own.rva, objects.size, objects.rva);
        return { index: one.index, rva, size: out.size - rva };
      });
      const linkRva = out.size;
      out.u32(links.length);
      for (const link of links) out.u32(link.index, link.size, link.rva);
      const linkSize = out.size - linkRva;
      out.align(8);
      const rva = out.size;
      out
        .u32(1)
        .raw(field(crashpad.reportId ?? new Uint8Array(0), 16))
        .zeros(16);
      out.u32(simple.size, simple.rva, linkSize, linkRva);
      return { rva, size: out.size - rva };
    });
  }
  if (memory64) {
    add(TYPE.memory64, (out) => {
      out.align(8);
      const rva = out.size;
      const size = 16 + 16 * memory64.length;
      out.u64(memory64.length, rva + size);
      for (const one of memory64) out.u64(one.start, one.bytes.length);
      for (const one of memory64) out.raw(one.bytes);
      return { rva, size };
    });
  }
  const out = new Bytes();
  const raw = spec.raw ?? [];
  const unused = spec.unusedEntries ?? 0;
  const entries = unused + streams.length + raw.length;
  out
    .raw(new TextEncoder().encode('MDMP'))
    .u32(spec.version ?? 0xa793, entries, 32, 0, spec.timestamp ?? 1_700_000_000);
  out.u64(spec.flags ?? 0n).zeros(entries * 12);
  let at = 32 + unused * 12;
  const enter = (type: number, size: number, rva: number) => {
    [type, size, rva].forEach((value, index) => {
      out.patch32(at + index * 4, value);
    });
    at += 12;
  };
  for (const { type, emit } of streams) {
    const { rva, size } = emit(out);
    enter(type, size, rva);
  }
  for (const one of raw) {
    out.align(8);
    const rva = out.size;
    out.raw(one.bytes);
    enter(one.type, one.claimedSize ?? one.bytes.length, one.claimedRva ?? rva);
  }
  return out.done();
}

/** A CONTEXT_AMD64 of 1232 bytes with control, integer and segment registers. */
export function x64Context(registers: { rip?: bigint; rsp?: bigint; rbp?: bigint; rax?: bigint }): Uint8Array {
  const bytes = new Uint8Array(1232);
  const view = new DataView(bytes.buffer);
  view.setUint32(0x30, 0x10001f, true);
  view.setUint16(0x38, 0x33, true);
  view.setUint16(0x42, 0x2b, true);
  view.setUint32(0x44, 0x246, true);
  view.setBigUint64(0x78, registers.rax ?? 0n, true);
  view.setBigUint64(0x98, registers.rsp ?? 0n, true);
  view.setBigUint64(0xa0, registers.rbp ?? 0n, true);
  view.setBigUint64(0xf8, registers.rip ?? 0n, true);
  return bytes;
}

/** A CONTEXT of i386, 716 bytes; WOW64_CONTEXT is the same. */
export function x86Context(registers: { eip?: number; esp?: number; ebp?: number; eax?: number }): Uint8Array {
  const bytes = new Uint8Array(716);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x1003f, true);
  view.setUint32(0xb0, registers.eax ?? 0, true);
  view.setUint32(0xb4, registers.ebp ?? 0, true);
  view.setUint32(0xb8, registers.eip ?? 0, true);
  view.setUint32(0xbc, 0x23, true);
  view.setUint32(0xc0, 0x246, true);
  view.setUint32(0xc4, registers.esp ?? 0, true);
  view.setUint32(0xc8, 0x2b, true);
  return bytes;
}

/** An RSDS record: the GUID's 16 bytes as stored, age, name. */
export function rsds(guid: Uint8Array, age: number, name: string): Uint8Array {
  return new Bytes()
    .u32(0x53445352)
    .raw(field(guid, 16))
    .u32(age)
    .raw(new TextEncoder().encode(`${name}\0`))
    .done();
}

/** An NB10 record. */
export function nb10(signature: number, age: number, name: string): Uint8Array {
  return new Bytes()
    .u32(0x3031424e, 0, signature, age)
    .raw(new TextEncoder().encode(`${name}\0`))
    .done();
}

/** Breakpad's record of an ELF build id. */
export function elfBuildId(id: Uint8Array): Uint8Array {
  return new Bytes().u32(0x4270454c).raw(id).done();
}
