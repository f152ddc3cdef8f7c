import { withNeeds } from './need.ts';
import { isUserRegister } from './pseudo-registers.ts';
import { elementsText, extendedText, type RegisterElements } from './register-set.ts';
import { namedRegister, registerWidth } from './registers-named.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

/** A register with its value; null where the dump does not hold it. */
export interface NamedRegister {
  readonly name: string;
  readonly value: bigint | null;
  readonly digits: number;
  /** As elements, for `:type` and for registers of floating-point numbers. */
  readonly text: string | null;
}

/** The registers of a set that the dump holds. */
export async function knownRegisters(session: Session, names: readonly string[]): Promise<readonly NamedRegister[]> {
  const all = await withNeeds(() => names.map((name) => namedValue(session, name, null, true)));
  return all.filter(({ value }) => value !== null);
}

export function namedValue(
  session: Session,
  name: string,
  elements: RegisterElements | null,
  inSet: boolean,
): NamedRegister {
  const bits = session.pointerSize === 4 || session.context?.architecture === 'x86' ? 32 : 64;
  const digits = registerWidth(name, bits);
  const signed = namedRegister(session, name);
  // Addresses of 32 bits are kept with their sign; $t0 to $t19 have 64 bits everywhere.
  const value = signed === null || isUserRegister(name) ? signed : BigInt.asUintN(digits * 4, signed);
  return { name, value, digits, text: value === null ? null : shownAs(name, value, digits, elements, inSet) };
}

/** x87 registers are numbers of 80 bits, vectors four of 32, unless a type says otherwise; null for plain digits. */
function shownAs(
  name: string,
  value: bigint,
  digits: number,
  elements: RegisterElements | null,
  inSet: boolean,
): string | null {
  if (elements) return elementsText(value, digits, elements);
  if (/^st\d$/.test(name)) return extendedText(value);
  return inSet && /^[xy]mm\d+$/.test(name) ? elementsText(value, digits, { bytes: 4, as: 'float', count: null }) : null;
}

/** Registers on one line, or a set in rows by their kind. */
export function writeNamed(text: Text, registers: readonly NamedRegister[], rows: boolean): void {
  if (registers.length === 0) {
    if (rows) text.line('These registers are not in the dump.');
    return;
  }
  const part = ({ name, value, digits, text: elements }: NamedRegister) =>
    `${name}=${value === null ? '?'.repeat(digits) : (elements ?? value.toString(16).padStart(digits, '0'))}`;
  for (const row of rows ? rowsOf(registers) : [registers]) text.line(row.map(part).join(' '));
}

/** Lines of a set: integers four to a line, control words together, x87 numbers two to a line, vectors alone. */
function rowsOf(registers: readonly NamedRegister[]): NamedRegister[][] {
  const rows: NamedRegister[][] = [];
  let before = '';
  for (const register of registers) {
    const { name } = register;
    const [family, most] = /^st\d$/.test(name)
      ? ['st', 2]
      : /^([xy]mm|v)\d+$/.test(name)
        ? ['vector', 1]
        : /^(fp[cst]w|fp[cs]r|mxcsr)$/.test(name)
          ? ['control', 3]
          : /^[c-gs]s$/.test(name)
            ? ['segment', 6]
            : /^(?:[gi]dt[rl]|(?:ld)?tr)$/.test(name)
              ? ['table', 6]
              : ['integer', 4];
    const row = rows.at(-1);
    if (row && before === family && row.length < Number(most)) row.push(register);
    else rows.push([register]);
    before = String(family);
  }
  return rows;
}
