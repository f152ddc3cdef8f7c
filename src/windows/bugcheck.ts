/** Bug checks explained: names for all, parameters and advice for those that people meet. */
import { hex } from '../bytes/hex.ts';
import { BUGCHECKS_00 } from './bugcheck-00.ts';
import { BUGCHECKS_80 } from './bugcheck-80.ts';
import { BUGCHECKS_100 } from './bugcheck-100.ts';
import { BUGCHECKS_C0 } from './bugcheck-c0.ts';
import type {
  BugcheckCase,
  BugcheckDeclaration,
  BugcheckParameters,
  ParameterDeclaration,
  ParameterRole,
} from './bugcheck-declaration.ts';
import { BUGCHECK_LINES } from './bugcheck-name.ts';
import { decodeErrorCode } from './status-code.ts';
import { codeTable } from './status-code-table.ts';

export type { ParameterRole } from './bugcheck-declaration.ts';

/** All bug check names known, with alternative names. */
export const bugcheckTable = codeTable(16, BUGCHECK_LINES);

const DECLARATIONS = new Map<number, BugcheckDeclaration>(
  [BUGCHECKS_00, BUGCHECKS_80, BUGCHECKS_C0, BUGCHECKS_100].flatMap((table) =>
    Object.entries(table).map(([code, declaration]) => [Number(code), declaration] as const),
  ),
);

/** Bit 28: the same stop with a context saved in the dump, shown as `_M` (0x1000007E). */
const M_BIT = 0x1000_0000;

export interface BugcheckExplanation {
  /** Unsigned 32 bits, as given. */
  readonly code: number;
  readonly name: string | null;
  readonly explanation: string;
  readonly parameters: readonly BugcheckParameter[];
  readonly typicalCauses: readonly string[];
  readonly nextSteps: readonly string[];
}

export interface BugcheckParameter {
  readonly value: bigint;
  /** Null when no published meaning is known to us. */
  readonly meaning: string | null;
  readonly role: ParameterRole | null;
}

/** The code without its M bit: what the tables are keyed by. Codes that are statuses (severity 3) stay as they are. */
export function bugcheckBase(code: number): number {
  const value = code >>> 0;
  return value >>> 28 === 1 ? (value & ~M_BIT) >>> 0 : value;
}

/** Microsoft's name of a stop code (`SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M` for 0x1000007e), or null. */
export function bugcheckName(code: number): string | null {
  const value = code >>> 0;
  const exact = bugcheckTable.find(value);
  if (exact) return exact.name;
  const base = bugcheckBase(value);
  const entry = base === value ? null : bugcheckTable.find(base);
  return entry ? `${entry.name}_M` : null;
}

function caseOf(declaration: BugcheckDeclaration, parameters: BugcheckParameters): BugcheckCase | null {
  const value = parameters[declaration.by ?? 0];
  if (!declaration.cases || value === undefined || value < 0n || value > 0xffffffffn) return null;
  return declaration.cases[Number(value)] ?? null;
}

function declaredParameters(
  declaration: BugcheckDeclaration,
  parameters: BugcheckParameters,
): readonly ParameterDeclaration[] {
  const found = caseOf(declaration, parameters);
  if (!found) return declaration.parameters;
  const by = declaration.by ?? 0;
  const [means, ...others] = found;
  const own = declaration.parameters[by];
  const what = typeof own?.[1] === 'string' ? own[1] : 'kind';
  const result: ParameterDeclaration[] = [];
  for (let index = 0, other = 0; index < 4; index++) {
    if (index === by) result.push(['sub-type', `${what}: ${means}`]);
    else result.push(others[other++] ?? declaration.parameters[index] ?? [null, null]);
  }
  return result;
}

/**
 * What each of the four parameters is, for machines. With the parameters' values, sub-codes decide where they do;
 * without, only the roles that hold in every case are given.
 */
export function parameterRoles(code: number, parameters: BugcheckParameters = []): readonly (ParameterRole | null)[] {
  const declaration = DECLARATIONS.get(bugcheckBase(code));
  if (!declaration) return [null, null, null, null];
  const declared = declaredParameters(declaration, parameters);
  return [0, 1, 2, 3].map((index) => declared[index]?.[0] ?? null);
}

/** What a stop code and its parameters mean. Unknown codes give null names and meanings and say so. */
export function explainBugcheck(
  code: number,
  parameters: BugcheckParameters,
  options: { readonly build?: number | null } = {},
): BugcheckExplanation {
  const value = code >>> 0;
  const base = bugcheckBase(value);
  const declaration = DECLARATIONS.get(base);
  const name = bugcheckName(value);
  const build = options.build ?? null;
  const declared = declaration ? declaredParameters(declaration, parameters) : [];
  const found = declaration ? caseOf(declaration, parameters) : null;
  return {
    code: value,
    name,
    explanation: declaration ? describe(declaration.explanation, found, value, base) : undeclared(value, name),
    parameters: parameters.map((parameter, index) => {
      const [role, text] = declared[index] ?? [null, null];
      return {
        value: parameter,
        meaning: typeof text === 'function' ? text(parameter, parameters, build) : text,
        role,
      };
    }),
    typicalCauses: declaration?.causes ?? [],
    nextSteps: declaration?.next ?? [],
  };
}

function describe(explanation: string, found: BugcheckCase | null, code: number, base: number): string {
  const sameStop = code === base ? '' : ` (${hex(code)} is stop ${hex(base)} with the context saved: bit 28 is set.)`;
  return `${explanation}${found ? ` Here: ${found[0]}.` : ''}${sameStop}`;
}

function undeclared(code: number, name: string | null): string {
  if (name?.includes('LIVEDUMP') || name?.includes('LIVE_DUMP')) {
    return 'A live dump: Windows recorded this problem and went on running. We hold no description of its parameters.';
  }
  if (name) return 'A documented stop code; we hold no description of its parameters.';
  if (code >>> 30 === 3) {
    const status = decodeErrorCode(code, 'ntstatus');
    if (status.name) {
      return `Not a documented stop code, but the number is ${status.name}: a fatal hard error carries its status as the stop code.`;
    }
  }
  const bare = (code & 0x3fff_ffff) >>> 0;
  const known = bare === code || code >>> 30 === 3 ? null : bugcheckName(bare);
  return `Stop code ${hex(code)} is not in our tables: a driver can stop the system with a code of its own.${
    known ? ` Without its two top bits it would be ${known}.` : ''
  }`;
}

/** Bug checks whose name or explanation holds every word of `text`, best match first; also `0x9f` or `9f`. */
export function searchBugchecks(
  text: string,
): readonly { readonly code: number; readonly name: string; readonly score: number }[] {
  const words = text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const number = /^(0x)?[0-9a-f]{1,8}$/i.test(text.trim())
    ? Number.parseInt(text.trim().replace(/^0x/i, ''), 16)
    : null;
  const results: { code: number; name: string; score: number }[] = [];
  const seen = new Set<number>();
  for (const { value, name } of bugcheckTable().entries) {
    const declared = DECLARATIONS.get(value);
    const inName = words.filter((word) => name.toLowerCase().includes(word)).length;
    const inText = declared ? words.filter((word) => declared.explanation.toLowerCase().includes(word)).length : 0;
    const exact = value === number || name.toLowerCase() === words.join('_');
    const covered = words.every(
      (word) => name.toLowerCase().includes(word) || declared?.explanation.toLowerCase().includes(word),
    );
    if (!exact && !covered) continue;
    if (seen.has(value)) continue;
    seen.add(value);
    results.push({ code: value, name, score: (exact ? 1000 : 0) + inName * 10 + inText + (declared ? 1 : 0) });
  }
  return results.sort((a, b) => b.score - a.score || a.code - b.code);
}

/** What is known of a stop's parameters without their values: one line each, then the values of the deciding one. */
export function outlineBugcheck(code: number): readonly string[] {
  const declaration = DECLARATIONS.get(bugcheckBase(code));
  if (!declaration) return [];
  const by = declaration.by ?? 0;
  const lines: string[] = [];
  for (let index = 0; index < 4; index++) {
    const [role, text] = declaration.parameters[index] ?? [null, null];
    const what = typeof text === 'string' ? text : (role?.replaceAll('-', ' ') ?? null);
    if (what !== null && what !== 'not used' && what !== 'reserved') lines.push(`parameter ${index + 1}: ${what}`);
    if (index === by) {
      for (const [value, [means]] of Object.entries(declaration.cases ?? {})) {
        lines.push(`parameter ${index + 1} = ${hex(Number(value))}: ${means}`);
      }
    }
  }
  return lines;
}

/** The codes that have descriptions of their parameters. */
export function describedBugchecks(): readonly number[] {
  return [...DECLARATIONS.keys()].sort((a, b) => a - b);
}
