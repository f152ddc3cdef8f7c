import type { Finding } from '../../src/analysis/judge.ts';
import { type Analysis, analyze } from '../../src/analysis/report.ts';
import { BytesSource } from '../../src/bytes/source.ts';
import type { Case } from '../../src/evidence/case.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { type MinidumpSpec, type ThreadSpec, writeMinidump, x64Context, x86Context } from '../synth/minidump-writer.ts';
import { type SynthTriage, synthTriageDump } from '../synth/triage-writer.ts';

/** Bytes written in hexadecimal, blanks ignored. */
export function hexBytes(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9a-f]{2}/gi) ?? [], (digits) => Number.parseInt(digits, 16));
}

/** 64-bit words, little-endian. */
export function words(...values: readonly (bigint | number)[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setBigUint64(index * 8, BigInt.asUintN(64, BigInt(value)), true);
  });
  return bytes;
}

/** 32-bit words, little-endian. */
export function dwords(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setUint32(index * 4, value >>> 0, true);
  });
  return bytes;
}

export const APP = 0x1_4000_0000n;
export const NTDLL = 0x7ffa_1000_0000n;
export const STACK = 0x10_0000n;

/** What a 64-bit process of an app and ntdll with one thread looks like; `more` overrides. */
export function processSpec(
  more: MinidumpSpec & { rip?: bigint; rax?: bigint; stack?: Uint8Array } = {},
): MinidumpSpec {
  const { rip = APP + 0x1000n, rax = 0n, stack = new Uint8Array(0x100), ...rest } = more;
  const context = x64Context({ rip, rsp: STACK, rax });
  const thread: ThreadSpec = { id: 0x11, context, stack: { start: STACK, bytes: stack } };
  return {
    system: { architecture: 9, platform: 2, version: [10, 0, 19041], processors: 4 },
    threads: [thread],
    modules: [
      { base: APP, size: 0x10000, name: 'C:\\app\\orders.exe', fileVersion: [1, 2, 3, 4] },
      { base: NTDLL, size: 0x10000, name: 'C:\\Windows\\System32\\ntdll.dll', fileVersion: [10, 0, 19041, 1] },
    ],
    ...rest,
    ...(rest.exception && !rest.exception.context ? { exception: { ...rest.exception, context } } : {}),
  };
}

/** A 32-bit process likewise. */
export function narrowSpec(more: MinidumpSpec & { eip?: number; eax?: number } = {}): MinidumpSpec {
  const { eip = 0x401000, eax = 0, ...rest } = more;
  const context = x86Context({ eip, esp: 0x80000, eax });
  return {
    system: { architecture: 0, platform: 2, version: [6, 1, 7601], processors: 1 },
    threads: [{ id: 0x22, context, stack: { start: 0x80000n, bytes: new Uint8Array(0x100) } }],
    modules: [{ base: 0x400000n, size: 0x10000, name: 'C:\\app\\old.exe', fileVersion: [1, 0, 0, 0] }],
    ...rest,
    ...(rest.exception && !rest.exception.context ? { exception: { ...rest.exception, context } } : {}),
  };
}

export function caseOf(bytes: Uint8Array): Case {
  return openCase(new BytesSource(bytes), 'test', [], nodeDisassembler);
}
export function dumpCase(spec: MinidumpSpec): Case {
  return caseOf(writeMinidump(spec));
}
export function logCase(text: string): Case {
  return caseOf(new TextEncoder().encode(text));
}

export const NT = 0xffff_f800_1000_0000n;
export const DRIVER = 0xffff_f800_2000_0000n;
export const DISK = 0xffff_f800_3000_0000n;
export const KERNEL_STACK = 0xffff_a000_0000_0000n;

/** A 64-bit triage dump with nt, a driver of a third party and disk.sys. */
export function triageCase(
  code: number,
  parameters: readonly bigint[],
  more: Omit<Partial<SynthTriage>, 'header'> & { header?: SynthTriage['header'] } = {},
): Case {
  return caseOf(
    synthTriageDump({
      bits: 64,
      drivers: [
        { name: 'ntoskrnl.exe', base: NT, size: 0x100000, timestamp: 1 },
        { name: 'contoso.sys', base: DRIVER, size: 0x10000, timestamp: 2 },
        { name: 'disk.sys', base: DISK, size: 0x10000, timestamp: 3 },
      ],
      stack: { top: KERNEL_STACK, bytes: new Uint8Array(0x200) },
      ...more,
      header: {
        machine: 0x8664,
        build: 19041,
        processors: 2,
        bugCheckCode: code,
        bugCheckParameters: parameters,
        ip: NT + 0x5000n,
        sp: KERNEL_STACK,
        systemUpTime: 36_000_000_000n * 5n,
        ...more.header,
      },
    }),
  );
}

export function analysisOf(theCase: Case): Analysis {
  return analyze(theCase, PATTERNS);
}

/** `present`, `absent` or `unknown` with what was missing; null where the pattern does not concern such a source. */
export function verdictOf(id: string, theCase: Case): { verdict: string; finding?: Finding; missing?: string } | null {
  const { findings, absent, unknown } = analysisOf(theCase).judgement;
  const finding = findings.find(({ pattern }) => pattern.id === id);
  if (finding) return { verdict: 'present', finding };
  if (absent.includes(id)) return { verdict: 'absent' };
  const missing = unknown.find(({ pattern }) => pattern === id);
  return missing ? { verdict: 'unknown', missing: missing.missing.join('; ') } : null;
}
