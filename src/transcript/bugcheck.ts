import type { BugCheckSummary } from '../windows/summary.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';

/** A bug check as one place of a log states it. */
export interface BugCheckText extends BugCheckSummary {
  readonly name: string | null;
  /** How the log states it, from the fullest to the shortest. */
  readonly form: 'analyze' | 'keys' | 'bugcheck-command' | 'banner' | 'stop' | 'mex';
  /** Which parameters were printed; those not printed are 0 in `parameters`. */
  readonly known: readonly [boolean, boolean, boolean, boolean];
  /** How many of them were. */
  readonly printed: number;
  /** The debugger's text for each parameter, empty where there is none. */
  readonly descriptions: readonly string[];
  readonly line: number;
}

const HEX = '(?:0x)?[0-9a-fA-F`]{1,18}';
const BRACES = new RegExp(
  `^[\\s.]*(?:BugCheck|Bugcheck|BUGCHECK)\\s+(${HEX}),\\s*\\{\\s*(${HEX}(?:\\s*,\\s*${HEX}){0,3})\\s*\\}`,
);
const MEX = new RegExp(`^\\s*Bugcheck:\\s+(${HEX})\\s+\\(\\s*(${HEX}(?:\\s*,\\s*${HEX}){0,3})\\s*\\)`);
const COMMAND = new RegExp(`^\\s*Bugcheck code\\s+(${HEX})\\b`, 'i');
const STOP = new RegExp(
  `(?:STOP:?|Fatal System Error:|bug ?check(?: was)?:?)\\s*(0x[0-9a-fA-F]{1,8})\\s*\\(\\s*(0x${HEX.slice(6)}(?:\\s*,\\s*${HEX}){0,3})\\s*[,)]`,
  'i',
);
const NAME = /^\s*([A-Z][A-Z0-9_]{2,})\s+\(([0-9a-fA-F]{1,8})\)\s*$/;
const ARGUMENT = new RegExp(`^\\s*Arg([1-4]):\\s*(${HEX})?(?:[,.]?\\s*(.*))?$`);
const KEY = new RegExp(`^\\s*BUGCHECK_(CODE|P[1-4]):\\s+(${HEX})\\s*$`);

/** Every statement of a bug check, in all forms, in the order met. */
export function readBugChecks(lines: readonly string[]): readonly BugCheckText[] {
  const found: BugCheckText[] = [];
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 1000 || !mayTell(text)) continue;
    const braces = BRACES.exec(text);
    if (braces) add(found, braces[1]!, braces[2]!, 'banner', i);
    const mex = MEX.exec(text);
    if (mex) add(found, mex[1]!, mex[2]!, 'mex', i);
    // The kernel itself prints its parameters on the line below.
    const stop = STOP.exec(
      /(?:STOP|Error): ?0x[0-9a-f]{1,8}\s*$/i.test(text) ? `${text} ${(lines[i + 1] ?? '').trim()}` : text,
    );
    if (stop) add(found, stop[1]!, stop[2]!, 'stop', i);
    const command = COMMAND.exec(text);
    const after = command ? /^\s*Arguments:?\s+(.*)$/.exec(lines[i + 1] ?? '') : null;
    if (command && after) add(found, command[1]!, after[1]!.trim().split(/\s+/).join(','), 'bugcheck-command', i);
    const name = text.endsWith(')') ? NAME.exec(text) : null;
    if (name) analyzed(lines, i, name[1]!, name[2]!, found);
    if (text.includes('BUGCHECK_CODE')) keys(lines, i, found);
  }
  return found;
}

function add(found: BugCheckText[], code: string, list: string, form: BugCheckText['form'], line: number): void {
  const number = parseHex32(code);
  if (number === null) return;
  const values = list.split(',').map((part) => parseAddress(part.trim()));
  // An argument with a digit too many is a slip of whoever typed it: what cannot be a value is left out, and the count says so.
  const good = values.indexOf(null);
  const printed = good < 0 ? Math.min(4, values.length) : good;
  const at = (index: number): bigint => (index < printed ? (values[index] ?? 0n) : 0n);
  const known = [printed > 0, printed > 1, printed > 2, printed > 3] as const;
  found.push({
    known,
    code: number,
    parameters: [at(0), at(1), at(2), at(3)],
    name: null,
    form,
    printed,
    descriptions: ['', '', '', ''],
    line,
  });
}

/** `NAME (7e)`, explanation, `Arguments:`, `Arg1: ...` as `!analyze` prints them, with or without its box. */
function analyzed(lines: readonly string[], start: number, name: string, code: string, found: BugCheckText[]): void {
  const number = parseHex32(code);
  if (number === null) return;
  const values: (bigint | null)[] = [null, null, null, null];
  const descriptions = ['', '', '', ''];
  let last = -1;
  for (let i = start + 1; i < Math.min(lines.length, start + 80); i++) {
    const text = lines[i]!;
    if (NAME.test(text) || /^\s*(?:Debugging Details:|[A-Z][A-Z_0-9]{4,}:|#+ Debugging Details)/.test(text)) break;
    const argument = ARGUMENT.exec(text);
    if (argument) {
      last = Number(argument[1]) - 1;
      values[last] = argument[2] === undefined ? null : parseAddress(argument[2]);
      descriptions[last] = argument[3]?.trim() ?? '';
    } else if (last >= 0 && /^\s+\S/.test(text)) descriptions[last] = `${descriptions[last]} ${text.trim()}`.trim();
    else if (last >= 0 && text.trim() === '') break;
  }
  const printed = values.filter((value) => value !== null).length;
  const known = knownOf(values);
  // A name with a number in brackets also stands in prose and in other listings: only arguments make it a bug check.
  if (last < 0) return;
  const at = (index: number): bigint => values[index] ?? 0n;
  found.push({
    code: number,
    parameters: [at(0), at(1), at(2), at(3)],
    name,
    form: 'analyze',
    known,
    printed,
    descriptions,
    line: start,
  });
}

function keys(lines: readonly string[], start: number, found: BugCheckText[]): void {
  const first = KEY.exec(lines[start]!);
  if (first?.[1] !== 'CODE') return;
  const number = parseHex32(first[2]!);
  if (number === null) return;
  const values: (bigint | null)[] = [null, null, null, null];
  for (let i = start + 1; i < Math.min(lines.length, start + 16); i++) {
    if (lines[i]!.trim() === '') continue;
    const key = KEY.exec(lines[i]!);
    if (!key || key[1] === 'CODE') break;
    values[Number(key[1]!.slice(1)) - 1] = parseAddress(key[2]!);
  }
  const at = (index: number): bigint => values[index] ?? 0n;
  found.push({
    code: number,
    parameters: [at(0), at(1), at(2), at(3)],
    name: null,
    form: 'keys',
    known: knownOf(values),
    printed: values.filter((value) => value !== null).length,
    descriptions: ['', '', '', ''],
    line: start,
  });
}

function knownOf(values: readonly (bigint | null)[]): readonly [boolean, boolean, boolean, boolean] {
  const told = (index: number): boolean => (values[index] ?? null) !== null;
  return [told(0), told(1), told(2), told(3)];
}

/** A cheap test before the patterns: logs have many lines and few bug checks. */
function mayTell(text: string): boolean {
  return (
    text.endsWith(')') ||
    text.includes('heck') ||
    text.includes('CHECK_CODE') ||
    text.includes('STOP') ||
    text.includes('Fatal')
  );
}
