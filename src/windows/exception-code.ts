/** Exception codes explained, with what their parameters say (Microsoft Learn EXCEPTION_RECORD; run-times as cited beside). */
import { hex } from '../bytes/hex.ts';
import { EXCEPTIONS, type ExceptionKind } from './exception-declaration.ts';
import { FAST_FAIL_CODES } from './exception-fast-fail.ts';
import { LINUX_SIGNALS, MACH_EXCEPTIONS } from './exception-platform.ts';
import { decodeErrorCode, ntstatusTable, statusName, win32Table } from './status-code.ts';

export type { ExceptionKind } from './exception-declaration.ts';

export interface ExceptionExplanation {
  /** Unsigned 32 bits. */
  readonly code: number;
  readonly name: string | null;
  /** A few words, for one line. */
  readonly short: string;
  readonly explanation: string;
  readonly access: 'read' | 'write' | 'execute' | null;
  /** The address whose access failed, unsigned; null where the exception has none. */
  readonly referencedAddress: bigint | null;
  /** What the parameters say, one fact each. */
  readonly details: readonly string[];
  readonly kind: ExceptionKind;
}

export interface ExceptionContext {
  /** `windows` (the default), `linux`, `android`, `macos`, `ios`: whose numbers these are. */
  readonly platform?: string | null;
  /** `x86`, `x64`, `arm64` ...: 32-bit ones have 32-bit addresses. */
  readonly architecture?: string | null;
}

/** What an exception and its parameters mean. Never throws; what is not known is null or said to be unknown. */
export function explainException(
  code: number,
  parameters: readonly bigint[],
  context: ExceptionContext = {},
): ExceptionExplanation {
  const value = code >>> 0;
  const platform = (context.platform ?? 'windows').toLowerCase();
  if (/linux|android|unix/.test(platform)) return explainSignal(value);
  if (/mac|ios|darwin|osx/.test(platform)) return explainMach(value, parameters);
  const narrow = /^(x86|arm|wow64)$/i.test(context.architecture ?? '');
  const values = parameters.map((parameter) => BigInt.asUintN(narrow ? 32 : 64, parameter));
  return explainWindows(value, values, narrow);
}

function explainWindows(code: number, values: readonly bigint[], narrow: boolean): ExceptionExplanation {
  const declared = EXCEPTIONS.get(code);
  const statusEntry = ntstatusTable.find(code);
  const base = declared
    ? {
        kind: declared[0],
        name: declared[1] ?? statusEntry?.name ?? null,
        short: declared[2],
        explanation: declared[3],
      }
    : undeclared(code);
  const found = parameterFacts(base.kind, code, values, narrow);
  return { code, access: null, referencedAddress: null, details: [], ...base, ...found };
}

type Base = Pick<ExceptionExplanation, 'kind' | 'name' | 'short' | 'explanation'>;
type Facts = Partial<Pick<ExceptionExplanation, 'access' | 'referencedAddress' | 'details' | 'short' | 'explanation'>>;

function undeclared(code: number): Base {
  // LuaJIT adds its status to 'LJ' in the customer range (lj_err.c, LJ_EXCODE).
  if ((code & 0xffffff00) >>> 0 === 0xe24c4a00) {
    return {
      kind: 'language',
      name: 'LuaJIT exception',
      short: 'Lua error',
      explanation: 'An error of LuaJIT was being thrown.',
    };
  }
  if (code > 0 && code <= 0xffff) {
    const entry = win32Table.find(code);
    if (entry) {
      const rpc = /^(RPC_|EPT_)/.test(entry.name);
      return {
        kind: rpc ? 'rpc' : 'status',
        name: entry.name,
        short: rpc ? 'RPC error' : 'Win32 error raised as an exception',
        explanation: `${entry.text ?? entry.name} ${rpc ? 'A remote procedure call failed; the run-time reports that by an exception, which is normal when the caller handles it.' : 'A program raised this Win32 error as an exception (RPC clients do).'}`,
      };
    }
  }
  const meaning = decodeErrorCode(code);
  const status = decodeErrorCode(code, 'ntstatus');
  const known = status.name ? status : meaning.name ? meaning : null;
  if (known) {
    return {
      kind: 'status',
      name: known.name,
      short: known.name ?? '',
      explanation: known.text ?? 'A status raised as an exception.',
    };
  }
  return {
    kind: 'unknown',
    name: null,
    short: `exception ${hex(code)}`,
    explanation: meaning.customer
      ? 'A code defined by an application or a language run-time (its customer bit is set); we do not know whose it is.'
      : 'A code that we do not know.',
  };
}

const ACCESS = new Map([
  [0n, 'read'],
  [1n, 'write'],
  [8n, 'execute'],
] as const);

function accessFacts(values: readonly bigint[], what: string, narrow: boolean): Facts {
  const [operation, address] = values;
  if (operation === undefined || address === undefined)
    return { details: ['the dump does not say which address was touched'] };
  const access = ACCESS.get(operation as 0n | 1n | 8n) ?? null;
  const details: string[] = [];
  const all = narrow ? 0xffff_ffffn : 0xffff_ffff_ffff_ffffn;
  if (access === null) details.push(`operation ${operation}: not one that is documented`);
  if (address < 0x1_0000n) {
    details.push(
      access === 'execute'
        ? 'a call or jump went through a NULL pointer'
        : address === 0n
          ? 'a NULL pointer'
          : `a NULL pointer plus ${hex(address)} is likely: a field of a missing object`,
    );
  } else if (address === all && !narrow) {
    details.push(
      'the processor did not report the address: it is probably non-canonical (a corrupt pointer), or truly -1',
    );
  } else if (address === all) details.push('the address is -1, as an invalid handle or a failed call gives');
  if (access === 'execute' && address >= 0x1_0000n)
    details.push('the memory at that address is not executable or not mapped');
  const verb = access ?? 'access';
  return { access, referencedAddress: address, short: `${what}: ${verb} of ${hex(address)}`, details };
}

function parameterFacts(kind: ExceptionKind, code: number, values: readonly bigint[], narrow: boolean): Facts {
  switch (kind) {
    case 'access-violation':
      return accessFacts(values, 'access violation', narrow);
    case 'guard-page':
      return values.length >= 2 ? accessFacts(values, 'guard page', narrow) : {};
    case 'in-page': {
      const facts = accessFacts(values, 'in-page error', narrow);
      const status = values[2];
      if (status === undefined) return facts;
      const number = Number(status & 0xffff_ffffn);
      const text = decodeErrorCode(number, 'ntstatus').text;
      return { ...facts, details: [`the read failed with ${statusName(number)}${text ? `: ${text}` : ''}`] };
    }
    case 'stack-overflow':
      return values.length >= 2 ? { ...accessFacts(values, 'stack overflow', narrow), details: [] } : {};
    case 'cpp':
      return { details: cppDetails(values, narrow) };
    case 'clr': {
      const [hresult] = values;
      if (code === 0x80131506 || hresult === undefined) return {};
      const meaning = decodeErrorCode(Number(hresult & 0xffff_ffffn), 'hresult');
      const details = [
        `HRESULT ${hex(meaning.value)}${meaning.name ? ` ${meaning.name}` : ''}${meaning.text ? `: ${meaning.text}` : ''}`,
      ];
      const runtime = values[4];
      if (runtime !== undefined && runtime !== 0n) details.push(`the run-time that threw is loaded at ${hex(runtime)}`);
      return { details };
    }
    case 'fail-fast': {
      const [sub] = values;
      if (code !== 0xc0000409 || sub === undefined) return {};
      const known = sub <= 0xffff_ffffn ? FAST_FAIL_CODES[Number(sub)] : undefined;
      if (!known) return { details: [`code ${sub}: not one that is documented`] };
      return { short: `fail fast: ${known[1]}`, details: [`${known[0]} (${sub})`] };
    }
    default:
      return otherFacts(code, values);
  }
}

/** EXCEPTION_RECORD of a Microsoft C++ throw (ehdata.h): magic, object, ThrowInfo, and the image base on 64-bit machines. */
function cppDetails(values: readonly bigint[], narrow: boolean): string[] {
  const [magic, object, throwInfo, imageBase] = values;
  if (magic === undefined) return ['the dump holds no parameters, so the type thrown is not known'];
  const details: string[] = [];
  if (magic === 0x1994000n) details.push('thrown by pure managed C++ (/clr:pure)');
  else if (magic < 0x19930520n || magic > 0x19930522n) details.push(`unusual magic number ${hex(magic)}`);
  if (object === 0n && throwInfo === 0n)
    details.push('a rethrow (throw;): the original object is not in these parameters');
  else {
    if (object !== undefined) details.push(`object thrown at ${hex(object)}`);
    if (throwInfo !== undefined) details.push(`ThrowInfo at ${hex(throwInfo)} names its type`);
    if (!narrow && imageBase !== undefined) details.push(`thrown by the image at ${hex(imageBase)}`);
  }
  return details;
}

function otherFacts(code: number, values: readonly bigint[]): Facts {
  const [first, second, third] = values;
  if (first === undefined) return {};
  switch (code) {
    case 0xc0000374:
      return { details: [`heap failure information at ${hex(first)} (ntdll!_HEAP_FAILURE_INFORMATION)`] };
    case 0xc000027b:
      return {
        details: [`stowed exceptions: array at ${hex(first)}${second === undefined ? '' : `, ${second} of them`}`],
      };
    case 0xc0000194:
      return { details: [`critical section at ${hex(first)} (!cs)`] };
    case 0xc06d007e:
    case 0xc06d007f:
      return { details: [`delay-load information at ${hex(first)} names the DLL (DelayLoadInfo)`] };
    case 0x406d1388:
      return second === undefined
        ? {}
        : {
            details: [
              `name at ${hex(second)}${third === undefined ? '' : `, thread ${Number(third & 0xffff_ffffn) === 0xffff_ffff ? 'itself' : third}`}`,
            ],
          };
    case 0x40010006:
    case 0x4001000a:
      return second === undefined ? {} : { details: [`${first} characters at ${hex(second)}`] };
    case 0x0eedfade:
      return {
        details: [`raised at ${hex(first)}`, ...(second === undefined ? [] : [`exception object at ${hex(second)}`])],
      };
    case 0x20474343:
      return { details: [`_Unwind_Exception at ${hex(first)}`] };
    case 0xe0000008:
      return { details: [`${first} bytes were asked for`] };
    default:
      return {};
  }
}

function explainSignal(code: number): ExceptionExplanation {
  const found = LINUX_SIGNALS[code];
  return {
    code,
    name: found?.[0] ?? null,
    short: found?.[1] ?? `signal ${code}`,
    explanation: found ? `${found[0]}: ${found[1]}.` : 'A signal that we do not know.',
    access: null,
    referencedAddress: null,
    details: [],
    kind: code === 0xffffffff ? 'simulated' : found ? 'signal' : 'unknown',
  };
}

function explainMach(code: number, parameters: readonly bigint[]): ExceptionExplanation {
  const found = MACH_EXCEPTIONS[code];
  // Crashpad stores the exception, its code and its sub-code; for a bad access the sub-code is the address.
  const address = code === 1 && parameters.length >= 3 ? parameters[2] : undefined;
  return {
    code,
    name: found?.[0] ?? null,
    short: found?.[1] ?? `Mach exception ${code}`,
    explanation: found ? `${found[0]}: ${found[1]}.` : 'A Mach exception that we do not know.',
    access: null,
    referencedAddress: address === undefined ? null : BigInt.asUintN(64, address),
    details: [],
    kind: code === 0x43507378 ? 'simulated' : found ? 'mach' : 'unknown',
  };
}
