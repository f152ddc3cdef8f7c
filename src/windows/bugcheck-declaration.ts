import { hex } from '../bytes/hex.ts';
import { decodeErrorCode, statusName } from './status-code.ts';

/** What a bug check parameter is, for machines: an address of something, or a value with a known meaning. */
export type ParameterRole =
  | 'exception-code'
  | 'exception-address'
  | 'exception-record'
  | 'context-record'
  | 'trap-frame'
  | 'referenced-address'
  | 'instruction-address'
  | 'irql'
  | 'access-type'
  | 'thread'
  | 'process'
  | 'device-object'
  | 'driver-object'
  | 'irp'
  | 'pool-address'
  | 'sub-type'
  | 'nt-status'
  | 'fast-fail-code'
  | 'nested-exception'
  | 'object'
  | 'resource'
  | 'mdl'
  | 'pte'
  | 'page-frame-number'
  | 'error-record'
  | 'system-call'
  | 'driver-address'
  | 'driver-name'
  | 'prcb';

export type BugcheckParameters = readonly bigint[];

/** A fixed meaning, or one that depends on the value, the other parameters and the build (null when unknown). */
export type ParameterText = string | ((value: bigint, all: BugcheckParameters, build: number | null) => string | null);

/** Role and meaning of one parameter. */
export type ParameterDeclaration = readonly [role: ParameterRole | null, text: ParameterText | null];

/** What one value of the deciding parameter means, then the other parameters in their order. */
export type BugcheckCase = readonly [means: string, ...others: ParameterDeclaration[]];

/** One bug check as declared in the tables. */
export interface BugcheckDeclaration {
  readonly explanation: string;
  readonly parameters: readonly ParameterDeclaration[];
  /** Index of the parameter whose value selects a case; 0 unless given. */
  readonly by?: number;
  readonly cases?: Readonly<Record<number, BugcheckCase>>;
  readonly causes: readonly string[];
  readonly next: readonly string[];
}

export type BugcheckDeclarations = Readonly<Record<number, BugcheckDeclaration>>;

/** Low 32 bits of a parameter: kernels store statuses sign-extended (0xffffffffc0000005). */
export function low32(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

export const unused: ParameterDeclaration = [null, 'not used'];
export const reserved: ParameterDeclaration = [null, 'reserved'];

export const irql: ParameterDeclaration = [
  'irql',
  (value) => {
    const level = Number(value & 0xffn);
    const names = ['PASSIVE_LEVEL', 'APC_LEVEL', 'DISPATCH_LEVEL'];
    const name = names[level] ?? (level === 0xff ? 'interrupts were disabled' : 'above DISPATCH_LEVEL');
    return `IRQL at the time: ${level} (${name})`;
  },
];

export const referenced: ParameterDeclaration = [
  'referenced-address',
  (value) =>
    value < 0x10000n ? 'address referenced: so low that a NULL pointer plus an offset is likely' : 'address referenced',
];

export const instruction: ParameterDeclaration = [
  'instruction-address',
  'address of the instruction that made the reference',
];

/** Access type as the IRQL bug checks give it: bit 0 write, bit 3 execute. */
export const access: ParameterDeclaration = [
  'access-type',
  (value) => {
    if (value === 0n) return 'access: read';
    if (value === 1n) return 'access: write';
    if (value === 2n) return 'access: write (page-fault error code)';
    if (value === 8n || value === 0x10n) return 'access: execute';
    return null;
  },
];

export const exceptionCode: ParameterDeclaration = [
  'exception-code',
  (value) => `exception code: ${statusName(low32(value))}`,
];
export const exceptionAddress: ParameterDeclaration = [
  'exception-address',
  'address of the instruction where the exception occurred',
];
export const exceptionRecord: ParameterDeclaration = ['exception-record', 'address of the exception record (.exr)'];
export const contextRecord: ParameterDeclaration = ['context-record', 'address of the context record (.cxr)'];

/** A status, with its text. */
export function status(what: string): ParameterDeclaration {
  return [
    'nt-status',
    (value) => {
      const text = decodeErrorCode(low32(value), 'ntstatus').text;
      return `${what}: ${statusName(low32(value))}${text ? `, "${text}"` : ''}`;
    },
  ];
}

/** A number that deserves no role. */
export function number(what: string): ParameterDeclaration {
  return [null, (value) => `${what}: ${value}`];
}

/** A pool tag, four characters in memory order. */
export function poolTag(what: string): ParameterDeclaration {
  return [
    null,
    (value) => {
      const code = low32(value);
      const letters = [0, 8, 16, 24].map((shift) => (code >>> shift) & 0x7f);
      const readable = letters.every((letter) => letter >= 0x20 && letter < 0x7f);
      return readable ? `${what}: '${String.fromCharCode(...letters)}'` : `${what}: ${hex(value)}`;
    },
  ];
}

/** Values with names. */
export function oneOf(
  what: string,
  names: Readonly<Record<number, string>>,
  role: ParameterRole | null = null,
): ParameterDeclaration {
  return [
    role,
    (value) => {
      const name = value >= 0n && value <= 0xffffffffn ? names[Number(value)] : undefined;
      return name === undefined ? null : `${what}: ${name}`;
    },
  ];
}

/** Source position of a file system driver: identifier of the file in the high half, line in the low half. */
export const sourceLine: ParameterDeclaration = [
  null,
  (value) => `position in the file system's source: file ${hex((value >> 16n) & 0xffffn)}, line ${value & 0xffffn}`,
];

export const STEP = {
  stack:
    'Look at the stack of the faulting context: the first driver on it that is not part of Windows deserves suspicion.',
  verifier:
    'Run Driver Verifier on the suspected or all non-Microsoft drivers and collect the next dump: it stops closer to the culprit.',
  memory: 'Test the memory (several passes) and undo overclocking or XMP profiles.',
  disk: 'Check the disk: SMART values, cabling, firmware, chkdsk, and the disk entries of the System event log around the crash.',
  update: "Compare version and date of the suspected driver with the vendor's newest.",
  series:
    'Compare several dumps of the machine: the same driver each time means a bug, a different one each time means hardware or a stray writer.',
  graphics: 'Update or roll back the graphics driver; check temperature, power supply and overclocking of the card.',
  firmware: 'Update BIOS/UEFI and device firmware.',
} as const;
