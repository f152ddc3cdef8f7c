import { hexPadded } from '../bytes/hex.ts';
import { baseName } from '../bytes/text.ts';
import { type AdjustedAddress, adjustedAddressFact } from '../evidence/adjusted-address.ts';
import { bitFlipFact } from '../evidence/bit-flip.ts';
import type { Case } from '../evidence/case.ts';
import { inconsistenciesFact, RUST_MINIDUMP_NAMES } from '../evidence/consistency.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { failingInstructionFact } from '../evidence/failing-instruction.ts';
import { faultFact } from '../evidence/fault.ts';
import { memoryAccessesFact } from '../evidence/memory-accesses.ts';
import { currentThreadFact, threadsFact } from '../evidence/threads.ts';
import { toUnsigned } from '../memory/space.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import { crashContextOf } from '../target/stack.ts';
import type { Module, Target } from '../target/target.ts';
import { explainException } from '../windows/exception-code.ts';
import type { Frame, FrameTrust } from '../windows/stack.ts';
import type { ThreadSummary } from '../windows/summary.ts';

/** rust-minidump's words for how a frame was found. */
const TRUST: Record<FrameTrust, string> = {
  context: 'context',
  'trap-frame': 'context',
  'unwind-info': 'cfi',
  'frame-data': 'cfi',
  'frame-pointer': 'frame_pointer',
  // rust-minidump has no such method; like its cfi it is no guess.
  'shadow-stack': 'cfi',
  scan: 'scan',
  transcript: 'none',
};

/** Registers that rust-minidump prints, by its names where WinDbg's differ. */
const REGISTERS: Readonly<Record<string, string>> = { efl: 'eflags', cpsr: 'cpsr' };
const SHOWN = /^(e?[abcd]x|r[abcd]x|[er]?(si|di|bp|sp|ip)|r\d+|efl|x\d+|fp|lr|sp|pc|cpsr)$/;

/** The fields of rust-minidump's `minidump-stackwalk --json` for a user minidump, so that pipelines can switch. */
export function toStackwalkJson(theCase: Case): Record<string, unknown> {
  const target = theCase.target!;
  const hex = (value: bigint) => `0x${hexPadded(value, target.pointerSize * 2)}`;
  const threads = threadsFact(theCase);
  const current = currentThreadFact(theCase);
  const list = threads.known ? threads.value : [];
  const index = target.currentThread ? target.threads.indexOf(target.currentThread) : -1;
  const crashing = current.known && index >= 0 ? thread(theCase, current.value, hex, true) : null;
  return {
    status: 'OK',
    pid: target.process?.id ?? null,
    process_uptime: target.system.processUptimeSeconds === null ? null : Math.floor(target.system.processUptimeSeconds),
    crash_info: crashInfo(theCase, index >= 0 ? index : null, hex),
    system_info: {
      os: target.system.platform === 'windows' ? 'Windows NT' : target.system.platform,
      os_ver: [target.system.majorVersion, target.system.minorVersion, target.system.build].some(
        (part) => part === null,
      )
        ? null
        : `${target.system.majorVersion}.${target.system.minorVersion}.${target.system.build}${target.system.servicePack ? ` ${target.system.servicePack}` : ''}`,
      cpu_arch: target.architecture === 'x64' ? 'amd64' : target.architecture,
      cpu_info: cpuInfo(target),
      cpu_count: target.system.processors,
      cpu_microcode_version: null,
    },
    linux_memory_map_count: null,
    thread_count: list.length,
    threads: list.map((item) => thread(theCase, item, hex, false)),
    crashing_thread: crashing ? { ...crashing, threads_index: index } : null,
    main_module: target.modules.length > 0 ? 0 : null,
    modules_contains_cert_info: false,
    modules: target.modules.map((module) => moduleJson(theCase, module, hex)),
    unloaded_modules: target.unloadedModules.map((module) => ({
      base_addr: hex(toUnsigned(module.base)),
      code_id: codeId(module.timestamp, module.size),
      end_addr: hex(toUnsigned(module.base) + BigInt(module.size)),
      filename: baseName(module.name),
      cert_subject: null,
    })),
    handles:
      target.handles?.map(({ handle, typeName, objectName }) => ({
        handle: Number(handle),
        type_name: typeName,
        object_name: objectName,
      })) ?? null,
    lsb_release: null,
    mac_crash_info: null,
    mac_boot_args: null,
    proc_limits: null,
    soft_errors: softErrors(theCase, target),
  };
}

function crashInfo(theCase: Case, index: number | null, hex: (value: bigint) => string): Record<string, unknown> {
  const exception = exceptionFact(theCase);
  const record = exception.known ? exception.value : null;
  const fault = faultFact(theCase);
  const failing = failingInstructionFact(theCase);
  const accesses = memoryAccessesFact(theCase);
  const adjusted = adjustedAddressFact(theCase);
  const inconsistencies = inconsistenciesFact(theCase);
  const access = fault.known && fault.value ? fault.value.access : null;
  const name = record
    ? explainException(record.code >>> 0, record.parameters, {
        platform: theCase.target!.system.platform,
        architecture: theCase.target!.architecture,
      }).name
    : null;
  const type =
    record && record.code >>> 0 === 0xc0000005
      ? `EXCEPTION_ACCESS_VIOLATION_${access === 'write' ? 'WRITE' : access === 'execute' ? 'EXEC' : 'READ'}`
      : (name?.replace(/^STATUS_/, 'EXCEPTION_') ?? null);
  const address = fault.known && fault.value ? fault.value.address : (record?.address ?? null);
  return {
    type,
    address: address === null ? null : hex(address),
    adjusted_address: adjusted.known && adjusted.value ? adjustedJson(adjusted.value, hex) : null,
    instruction: failing.known
      ? `${failing.value.instruction.mnemonic} ${failing.value.instruction.operands}`.trim()
      : null,
    memory_accesses: accesses.known
      ? accesses.value.map((item) => ({
          address: hex(item.address),
          size: item.size || null,
          is_likely_guard_page: item.isLikelyGuardPage,
          access_type: item.access?.replace('-', '_') ?? null,
        }))
      : null,
    instruction_pointer_update: null,
    possible_bit_flips: bitFlipsJson(theCase, hex),
    crash_inconsistencies: inconsistencies.known
      ? inconsistencies.value
          .map(({ id }) => id)
          .filter((id) => (RUST_MINIDUMP_NAMES as readonly string[]).includes(id))
      : [],
    crashing_thread: index,
    assertion: theCase.target!.annotations.get('assertion.expression') ?? null,
  };
}

function adjustedJson(adjusted: AdjustedAddress, hex: (value: bigint) => string): Record<string, unknown> {
  return adjusted.kind === 'non-canonical'
    ? { kind: adjusted.kind, address: hex(adjusted.address) }
    : { kind: adjusted.kind, offset: hex(adjusted.offset) };
}

/** Null when none is possible or that could not be found out. */
function bitFlipsJson(theCase: Case, hex: (value: bigint) => string): Record<string, unknown>[] | null {
  const flips = bitFlipFact(theCase);
  if (!flips.known || flips.value.length === 0) return null;
  return flips.value.map((flip) => ({
    address: hex(flip.address),
    details: {
      was_non_canonical: flip.wasNonCanonical,
      is_null: flip.isNull,
      was_low: flip.wasLow,
      nearby_registers: flip.nearbyRegisters,
      poison_registers: flip.poisonRegisters,
    },
    confidence: flip.confidence,
    source_register: flip.register,
  }));
}

function thread(
  theCase: Case,
  { id, name, stack, index }: ThreadSummary,
  hex: (value: bigint) => string,
  registers: boolean,
): Record<string, unknown> {
  const target = theCase.target!;
  const own = index === null ? undefined : target.threads.find((item) => item.index === index);
  const context = registers && own ? crashContextOf(target, own) : null;
  const physical = stack.frames.filter((frame) => !frame.inline);
  return {
    thread_name: name,
    thread_id: id,
    last_error_value: null,
    frame_count: physical.length,
    frames: physical.map((frame, number) => ({
      ...frameJson(theCase, frame, stack.frames, hex),
      frame: number,
      ...(context && number === 0
        ? {
            registers: Object.fromEntries(
              [...context.registers]
                .filter(([register]) => SHOWN.test(register))
                .map(([register, value]) => [REGISTERS[register] ?? register, hex(value)]),
            ),
          }
        : {}),
    })),
  };
}

function frameJson(
  theCase: Case,
  frame: Frame,
  all: readonly Frame[],
  hex: (value: bigint) => string,
): Record<string, unknown> {
  const target = theCase.target!;
  // As rust-minidump does, a caller is placed at the call, which ends one byte before the return address.
  const back = frame.trust === 'context' || frame.trust === 'trap-frame' ? 0n : 1n;
  const at = frame.address === null ? null : frame.address - back;
  const module = at === null ? null : moduleIndexOf(target.modules).atUnsigned(at);
  const inlines = all.filter((item) => item.inline && item.address === frame.address);
  return {
    trust: TRUST[frame.trust],
    offset: at === null ? null : hex(at),
    module: module ? baseName(module.imageName) : null,
    module_offset: module && at !== null ? hex(at - toUnsigned(module.base)) : null,
    unloaded_modules:
      frame.unloadedModule === null
        ? null
        : [{ module: frame.unloadedModule, offsets: frame.offset === null ? [] : [hex(frame.offset)] }],
    inlines:
      inlines.length > 0
        ? inlines.map((item) => ({
            function: item.function,
            file: item.source?.file ?? null,
            line: item.source?.line ?? null,
          }))
        : null,
    function: frame.function,
    function_offset: frame.function !== null && frame.offset !== null ? hex(frame.offset - back) : null,
    file: frame.source?.file ?? null,
    line: frame.source?.line ?? null,
    missing_symbols: module ? symbolState(theCase, module) === 'none' : false,
  };
}

function symbolState(theCase: Case, module: Module): string {
  return theCase.symbols.get(module)?.table?.finder ?? 'none';
}

function moduleJson(theCase: Case, module: Module, hex: (value: bigint) => string): Record<string, unknown> {
  const asked = theCase.symbols.has(module);
  const state = symbolState(theCase, module);
  return {
    base_addr: hex(toUnsigned(module.base)),
    end_addr: hex(toUnsigned(module.base) + BigInt(module.size)),
    debug_file: module.pdb ? baseName(module.pdb.name) : null,
    debug_id: module.pdb ? `${module.pdb.guid.replaceAll('-', '').toUpperCase()}${module.pdb.age.toString(16)}` : null,
    filename: baseName(module.imageName),
    code_id: module.buildId ?? codeId(module.timestamp, module.size),
    version: module.fileVersion,
    cert_subject: null,
    missing_symbols: asked && state === 'none',
    loaded_symbols: state !== 'none',
    corrupt_symbols: false,
    symbol_url: null,
  };
}

function codeId(timestamp: number | null, size: number): string | null {
  return timestamp === null ? null : `${timestamp.toString(16)}${size.toString(16)}`;
}

function cpuInfo({ system: { cpu } }: Target): string | null {
  if (!cpu) return null;
  const words = [
    cpu.vendor,
    cpu.family === null ? null : `family ${cpu.family}`,
    cpu.model === null ? null : `model ${cpu.model}`,
    cpu.stepping === null ? null : `stepping ${cpu.stepping}`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(' ') : null;
}

function softErrors(theCase: Case, target: Target): { code: string; message: string }[] | null {
  const all = [...theCase.problems, ...target.problems].map(({ code, message }) => ({ code, message }));
  return all.length > 0 ? all : null;
}
