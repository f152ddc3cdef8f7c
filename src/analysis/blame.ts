import { addressFact } from '../evidence/address.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import type { Case } from '../evidence/case.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { logFact } from '../evidence/log.ts';
import { moduleAt, modulesFact } from '../evidence/modules.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { toAddress } from '../memory/space.ts';
import { parameterRoles } from '../windows/bugcheck.ts';
import { driverOfDevice, driverOfIrp } from '../windows/irp.ts';
import { isCoreModule, isWindowsModule } from '../windows/microsoft-module.ts';
import { recursionOf } from '../windows/recursion.ts';
import { type Frame, type FrameTrust, frameName } from '../windows/stack.ts';

/** The module that most deserves a look. No blame is better than a wrong one, so callers must expect null. */
export interface Blame {
  readonly module: string;
  readonly imageName: string | null;
  readonly function: string | null;
  /** Offset in the function, else in the module. */
  readonly offset: bigint | null;
  readonly reason: string;
  /** 0..1 */
  readonly confidence: number;
}

/** How much a frame found in this way is worth as a witness. */
const TRUST: Record<FrameTrust, number> = {
  context: 1,
  'trap-frame': 0.95,
  'unwind-info': 0.95,
  'frame-data': 0.95,
  transcript: 0.9,
  'frame-pointer': 0.8,
  'shadow-stack': 0.95,
  scan: 0.45,
};

function trustIn({ trust, isDoubtful }: Frame): number {
  return TRUST[trust] * (isDoubtful ? 0.5 : 1);
}

const STATUS_STACK_OVERFLOW = 0xc00000fd;

/** Bug checks whose cause lies in hardware, memory or a process, where the stack's owner is a bystander. */
const BYSTANDERS = new Set([
  0x1a, 0x124, 0x101, 0x9c, 0xef, 0xf4, 0x7a, 0x77, 0x4e, 0x109, 0x2e, 0x80, 0x13a, 0x12b, 0xfc,
]);

/** Bug checks that somebody asked for: nothing failed. */
export const ON_REQUEST = new Set([0xe2, 0xdeaddead, 0x161, 0x1c8]);

/** Names by which `!analyze` says that it found no module. */
const NO_MODULE =
  /^(heap_corruption|(memory|pool|hardware)?_?corruption\w*|hardware\w*|unknown\w*|analysis_inconclusive|genuineintel\w*|authenticamd\w*|nt_wrong_symbols|\w*wrong_symbols\w*|cpu_call_error|ip_misaligned\w*|badly_\w+|\.\.\.|stack_command)$/i;

/** Functions of compilers and runtimes that fail on behalf of their caller. */
const RUNTIME =
  /^_*(chkstk|alloca_probe\w*|security_check_cookie|report_gsfailure|report_securityfailure\w*|report_rangecheckfailure|invalid_parameter\w*|invoke_watson|CxxThrowException|abort|terminate|purecall|com_raise_error\w*)$/;

/** Bug checks raised where a damage done earlier by someone else is noticed. */
const NOTICED_LATER = new Set([0x19, 0xc2, 0xc5, 0xc1, 0x20, 0x13c, 0x139, 0xde]);

/** Names the module that most deserves a look, or null when nothing in the source supports a name. */
export function blame(theCase: Case): Blame | null {
  const bugcheck = bugcheckFact(theCase);
  const code = bugcheck.known && bugcheck.value ? bareCode(bugcheck.value.code) : null;
  if (code !== null && ON_REQUEST.has(code)) return null;
  const direct = bugcheck.known && bugcheck.value ? byParameter(theCase, bugcheck.value) : null;
  if (direct && !isWindowsModule(direct.module)) return direct;
  const broken = theCase.target?.annotations.get('broken driver');
  if (broken) return plain(theCase, broken, 'the system itself named this driver in the dump (broken driver)', 0.9);
  const named = byAnalysis(theCase);
  if (named && !isWindowsModule(named.module)) return named;
  // A driver that called into Windows' own code is the better suspect, as long as its frame is no guess.
  const caller = direct || named ? thirdPartyCaller(theCase, (direct ?? named)!) : null;
  if (caller) return caller;
  if (named ?? direct) return named ?? direct;
  if (bugcheck.known && bugcheck.value && code === 0x9f) {
    const device = byPowerIrp(theCase, bugcheck.value.parameters);
    if (device) return device;
  }
  if (code !== null && BYSTANDERS.has(code)) return null;
  const exception = exceptionFact(theCase);
  if (exception.known && exception.value && exception.value.code >>> 0 === STATUS_STACK_OVERFLOW) {
    const recursion = byRecursion(theCase);
    if (recursion) return recursion;
  }
  if (exception.known && exception.value?.address != null) {
    const raised = byAddress(theCase, exception.value.address, 'the exception was raised in it');
    if (raised) return raised;
  }
  // Without a failure nobody is to blame: the innermost frame of a healthy thread is just where it was.
  if (code === null && !(exception.known && exception.value)) return null;
  return byStack(theCase, code);
}

/** The function that called itself until the stack was full: the one that touched the guard page is a bystander. */
function byRecursion(theCase: Case): Blame | null {
  const current = currentThreadFact(theCase);
  const cycle = current.known ? recursionOf(current.value.stack.frames) : null;
  const frame = cycle?.frames.find(({ module }) => module !== null && !isWindowsModule(module)) ?? cycle?.frames[0];
  if (!cycle || !frame?.module) return null;
  const module = frame.address === null ? null : ownerOf(theCase, frame.address);
  return {
    module: frame.module,
    imageName: module?.imageName ?? null,
    function: frame.function,
    offset: frame.offset,
    reason: `${frameName(frame)} is called over and over (${cycle.repeats} rounds are on the stack)`,
    confidence: 0.9,
  };
}

/** Bit 28 marks the code of a dump that was analysed as a minidump (0x1000007e). */
function bareCode(code: number): number {
  const unsigned = code >>> 0;
  return unsigned >= 0x10000000 && unsigned < 0x20000000 ? unsigned & 0x0fffffff : unsigned;
}

/** DRIVER_POWER_STATE_FAILURE of type 3: parameter 2 is the physical device object, parameter 4 the IRP that is stuck. */
function byPowerIrp({ target }: Case, [type, device = 0n, , irp = 0n]: readonly bigint[]): Blame | null {
  if (!target || type !== 3n) return null;
  const at = toAddress(device);
  const holder = driverOfIrp(target, irp);
  const owner = at === null ? null : driverOfDevice(target, at);
  const candidates = [
    { driver: holder, what: 'holds the power IRP of parameter 4' },
    { driver: owner, what: 'owns the device of parameter 2, whose power IRP is stuck' },
  ].filter(({ driver }) => driver?.module != null);
  const chosen = candidates.find(({ driver }) => !isWindowsModule(driver!.module!)) ?? candidates[0];
  if (!chosen?.driver?.module) return null;
  const { driver, what } = chosen;
  const others = candidates.filter((item) => item !== chosen).map((item) => `${item.driver!.module} ${item.what}`);
  return {
    module: driver.module!,
    imageName: target.modules.find((module) => module.name === driver.module)?.imageName ?? null,
    function: null,
    offset: null,
    reason: `${driver.name ?? 'it'} ${what}${others.length > 0 ? `; ${others.join('; ')}` : ''}`,
    confidence: isWindowsModule(driver.module!) ? 0.5 : 0.7,
  };
}

/** The module that `!analyze` of the log's debugger named, unless that is the core of Windows or no module at all. */
function byAnalysis(theCase: Case): Blame | null {
  if (!theCase.transcript) return null;
  const log = logFact(theCase);
  if (!log.known) return null;
  for (const { value } of log.value.reading.analyses) {
    // `Probably caused by : nvlddmkm.sys ( nvlddmkm+12c345 )`: the image, then the symbol.
    const cause = /^(\S+?)\s*(?:\(\s*(.*?)\s*\))?$/.exec(value.probablyCausedBy?.value ?? '');
    const image = value.tags.get('IMAGE_NAME')?.value ?? cause?.[1] ?? null;
    const symbol = value.tags.get('SYMBOL_NAME')?.value ?? cause?.[2] ?? null;
    const found = symbol === null ? null : /^([\w.-]+?)!([^\s+(]+)(?:\+(?:0x)?([0-9a-f]+))?/i.exec(symbol);
    const module =
      found?.[1] ?? value.tags.get('MODULE_NAME')?.value ?? image?.replace(/\.(sys|dll|exe|drv|ocx)$/i, '') ?? null;
    if (module === null || module === '' || isCoreModule(module) || NO_MODULE.test(module)) continue;
    const name = found?.[2] ?? null;
    const distance = found?.[3] ?? /\+(?:0x)?([0-9a-f]+)$/i.exec(symbol ?? '')?.[1];
    return {
      module,
      imageName: image,
      function: name === null || /^unknown(_function)?$/i.test(name) ? null : name,
      offset: distance ? BigInt(`0x${distance}`) : null,
      reason: "!analyze of the log's debugger names it",
      confidence: isWindowsModule(module) ? 0.6 : 0.75,
    };
  }
  return null;
}

/** In a system dump, the innermost driver of a third party on the stack below a failure in Windows' own code. */
function thirdPartyCaller(theCase: Case, inner: Blame): Blame | null {
  const bugcheck = bugcheckFact(theCase);
  const current = currentThreadFact(theCase);
  if (!bugcheck.known || !bugcheck.value || !current.known) return null;
  const { frames } = current.value.stack;
  const index = frames.findIndex(
    ({ module, trust }) => module !== null && trust !== 'scan' && !isWindowsModule(module),
  );
  const frame = frames[index];
  if (!frame?.module) return null;
  return {
    module: frame.module,
    imageName: imageOf(theCase, frame.module),
    function: frame.function,
    offset: frame.offset,
    reason: `${frameName(frame)} (frame ${index}) called, through others, ${inner.module}, where the failure was noticed; ${inner.module} is Windows' own by name`,
    confidence: Math.round(50 * trustIn(frame)) / 100,
  };
}

function imageOf(theCase: Case, name: string): string | null {
  const modules = modulesFact(theCase);
  return modules.known ? (modules.value.find((module) => module.name === name)?.imageName ?? null) : null;
}

function byParameter(theCase: Case, bugcheck: { code: number; parameters: readonly bigint[] }): Blame | null {
  const roles = parameterRoles(bugcheck.code);
  for (const [index, role] of roles.entries()) {
    const driver = index === 1 && (bareCode(bugcheck.code) === 0x116 || bareCode(bugcheck.code) === 0x117);
    if (role !== 'instruction-address' && role !== 'exception-address' && !driver) continue;
    const address = bugcheck.parameters[index];
    if (!address) continue;
    const reason = driver ? 'points into the display driver that did not answer' : 'is an instruction in it';
    const found = byAddress(theCase, address, `parameter ${index + 1} of the bug check ${reason}`);
    if (found) return found;
  }
  return null;
}

/** The module at a failing instruction, unless it merely carries others' work. */
function byAddress(theCase: Case, address: bigint, reason: string): Blame | null {
  const frame = frameAt(theCase, address);
  if (frame?.function && RUNTIME.test(frame.function)) return null;
  const owner = frame?.module ?? ownerOf(theCase, address)?.name ?? null;
  if (owner === null) {
    const unloaded = addressFact(theCase);
    const name = unloaded.known ? unloaded.value.describe(address).unloadedModule : null;
    return name ? plain(theCase, name, `${reason}, after it had been unloaded`, 0.85) : null;
  }
  if (isCoreModule(owner)) return null;
  const module = ownerOf(theCase, address);
  return {
    module: owner,
    imageName: module?.imageName ?? null,
    function: frame?.function ?? null,
    // An inlined call has none: it need not lie in one piece.
    offset: frame ? frame.offset : module ? address - module.base : null,
    reason,
    confidence: isWindowsModule(owner) ? 0.6 : 0.85,
  };
}

function frameAt(theCase: Case, address: bigint): Frame | null {
  const current = currentThreadFact(theCase);
  return current.known ? (current.value.stack.frames.find((frame) => frame.address === address) ?? null) : null;
}

function ownerOf(theCase: Case, address: bigint) {
  const modules = modulesFact(theCase);
  return modules.known ? moduleAt(modules.value, address) : null;
}

function plain(theCase: Case, name: string, reason: string, confidence: number): Blame {
  const modules = modulesFact(theCase);
  const bare = name.toLowerCase().replace(/\.[a-z]{2,4}$/, '');
  const module = modules.known ? modules.value.find((item) => item.name.toLowerCase() === bare) : undefined;
  return {
    module: module?.name ?? name,
    imageName: module?.imageName ?? null,
    function: null,
    offset: null,
    reason,
    confidence,
  };
}

/** The innermost frame of a third party, else of a Windows component that does not merely carry others' work. */
function byStack(theCase: Case, code: number | null): Blame | null {
  const current = currentThreadFact(theCase);
  if (!current.known) return null;
  const { frames } = current.value.stack;
  const named = frames
    .map((frame, index) => ({ frame, index, owner: frame.module ?? frame.unloadedModule }))
    .filter(({ frame }) => !RUNTIME.test(frame.function ?? ''));
  const third = named.find(({ owner }) => owner !== null && !isWindowsModule(owner));
  const windows = named.find(({ owner, frame }) => owner !== null && !isCoreModule(owner) && frame.trust !== 'scan');
  const chosen = third ?? windows;
  if (!chosen?.owner) return null;
  const { frame, index, owner } = chosen;
  const kernel = code !== null;
  let confidence = (third ? 0.75 : 0.4) * trustIn(frame) * (index > 12 ? 0.6 : 1);
  if (code !== null && NOTICED_LATER.has(code)) confidence *= 0.6;
  // A process always has its own program at the outer end of every stack, which by itself says nothing.
  if (!kernel && current.known && exceptionIsManual(theCase)) return null;
  const module = theCase.target ? (frame.address === null ? null : ownerOf(theCase, frame.address)) : null;
  const position =
    index === 0
      ? 'the innermost frame'
      : `frame ${index}, the innermost that is not ${third ? "the system's own by name" : 'the core of Windows'}`;
  return {
    module: owner,
    imageName: module?.imageName ?? null,
    function: frame.function,
    offset: frame.offset,
    reason: `${frameName(frame)} is ${position}, found by ${describeTrust(frame.trust)}`,
    confidence: Math.round(confidence * 100) / 100,
  };
}

function exceptionIsManual(theCase: Case): boolean {
  const exception = exceptionFact(theCase);
  return exception.known && (exception.value === null || exception.value.code === 0x80000003);
}

function describeTrust(trust: FrameTrust): string {
  return {
    context: 'the saved registers',
    'trap-frame': 'a trap frame',
    'unwind-info': 'unwind information',
    'frame-data': 'frame data of the symbols',
    'frame-pointer': 'the frame pointer',
    'shadow-stack': 'the shadow stack',
    scan: 'a scan of the stack (weak)',
    transcript: "the log's debugger",
  }[trust];
}
