import { parseAddress } from './symbol-text.ts';

/** A member as `dt` printed it. */
export interface StructureField {
  readonly offset: number;
  readonly name: string;
  /** Behind the colon, verbatim; the type where no address was given. */
  readonly text: string;
  /** The number that the text begins with, null when it is none; `(null)` is 0. */
  readonly value: bigint | null;
  /** Members of members are one deeper. */
  readonly depth: number;
  /** Line of the log, from 0. */
  readonly line: number;
}

/** A structure as `dt` printed it. */
export interface StructureText {
  /** `ntdll!_KTHREAD`, as printed, else as asked for. */
  readonly type: string | null;
  /** Of the command; null when it gives none or an expression. */
  readonly address: bigint | null;
  readonly fields: readonly StructureField[];
  readonly line: number;
}

const FIELD = /^(\s*)\+0x([0-9a-f]{3,8})\s+(\S+)\s*:\s*(\S.*?|)\s*$/;
const HEAD = /^\s*((?:[A-Za-z_][\w.]*!)?[A-Za-z_][\w:<>]*)\s*$/;
const COMMAND = /^\s*(?:!mex\.)?d?dt\b\s+(?:-\S+\s+)*(\S+)(.*)$/;

/** Every structure in the order met, anywhere; a command names those whose heading is missing. */
export function readStructures(lines: readonly string[], command = '', firstLine = 0): readonly StructureText[] {
  const found: StructureText[] = [];
  const asked = COMMAND.exec(command);
  for (let i = 0; i < lines.length; ) {
    if (!lines[i]!.includes('+0x') || !FIELD.test(lines[i]!)) {
      i++;
      continue;
    }
    const head = HEAD.exec(lines[i - 1] ?? '')?.[1] ?? null;
    const start = head === null ? i : i - 1;
    const fields: StructureField[] = [];
    const indents: number[] = [];
    let last = -1;
    for (; i < lines.length; i++) {
      const field = FIELD.exec(lines[i]!);
      if (!field) {
        // Elisions and a broken line do not end a structure.
        if (/^\s*(?:\.{2,})?\s*$/.test(lines[i]!) && FIELD.test(nextFilled(lines, i))) continue;
        break;
      }
      const depth = depthOf(indents, field[1]!.length);
      const offset = Number.parseInt(field[2]!, 16);
      if (depth === 0 && offset < last) break;
      if (depth === 0) last = offset;
      fields.push({ offset, name: field[3]!, text: field[4]!, value: numberIn(field[4]!), depth, line: firstLine + i });
    }
    if (fields.length === 0) {
      i++;
      continue;
    }
    found.push({
      type: head ?? asked?.[1] ?? null,
      address: addressIn(asked?.[2] ?? ''),
      fields,
      line: firstLine + start,
    });
  }
  return found;
}

function nextFilled(lines: readonly string[], at: number): string {
  for (let i = at + 1; i < lines.length && i < at + 8; i++) {
    if (!/^\s*(?:\.{2,})?\s*$/.test(lines[i]!)) return lines[i]!;
  }
  return '';
}

function depthOf(indents: number[], indent: number): number {
  while (indents.length > 0 && indent < indents.at(-1)!) indents.pop();
  if (indents.length === 0 || indent > indents.at(-1)!) indents.push(indent);
  return indents.length - 1;
}

/** `0x88951bd8`, `0n23`, `2 ''`, `(null)`, `0y101`, `-1`. */
function numberIn(text: string): bigint | null {
  if (text.startsWith('(null)')) return 0n;
  const hex = /^0x([0-9a-f]{1,8}(?:`?[0-9a-f]{1,8})?)\b/i.exec(text);
  if (hex) return parseAddress(hex[1]!);
  const binary = /^0y([01]{1,64})\b/.exec(text);
  if (binary) return BigInt(`0b${binary[1]}`);
  const decimal = /^(?:0n)?(-?\d{1,20})(?=\s|$)/.exec(text);
  return decimal ? BigInt(decimal[1]!) : null;
}

function addressIn(text: string): bigint | null {
  const found = /(?:^|\s)(?:0x)?([0-9a-f]{8}(?:`?[0-9a-f]{8})?|[0-9a-f]{5,7})(?=\s|$)/i.exec(text);
  return found ? parseAddress(found[1]!) : null;
}
