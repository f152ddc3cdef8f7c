import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { withNeeds } from '../../debugger/need.ts';
import { isUserRegister } from '../../debugger/pseudo-registers.ts';
import { parseRegisterList, type RegisterItem } from '../../debugger/register-list.ts';
import { isRegisterName } from '../../debugger/register-part.ts';
import {
  elementsText,
  extendedText,
  maskedRegisters,
  type RegisterElements,
  registerSet,
} from '../../debugger/register-set.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { namedRegister, registerWidth } from '../../debugger/registers-named.ts';
import { nearestRegister, registerAbsence, wideExpressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { readAvailable } from '../../memory/space.ts';

type Options =
  | { readonly kind: 'all' | 'used' }
  | { readonly kind: 'list'; readonly items: readonly RegisterItem[] }
  /** A whole set: what the dump has not is left out. */
  | { readonly kind: 'set'; readonly names: readonly string[] };

/** Several registers of one mask, one line each `perLine`. */
interface Named {
  readonly name: string;
  readonly value: bigint | null;
  readonly digits: number;
  /** As elements, for `:type` and for registers of floating-point numbers. */
  readonly text: string | null;
}

type Data =
  | { readonly kind: 'all'; readonly lastSetContext: boolean; readonly view: RegisterView }
  | {
      readonly kind: 'names';
      readonly registers: readonly Named[];
      /** `$t` registers that were given values, in order. */
      readonly set: readonly { readonly name: string; readonly value: bigint }[];
      readonly rows: boolean;
    };

export default command<Options, Data>({
  name: 'r',
  aliases: ['rf', 'rx', 'ry', 'rm'],
  syntax: 'r [register[:type][=expression][,register...]] | r. | r[F|X|Y] | rM mask',
  summary:
    'Shows registers with the current instruction, or sets pseudo-registers of this session; a dump never changes. r. shows the registers that the current instruction names.',
  example: 'r',
  patterns: ['null-pointer-data', 'invalid-pointer', 'wild-code'],
  notes:
    'A register that the dump does not hold prints as question marks, and is left out of sets. How many registers of a set stand on a line is our choice; values of XMM registers are four floating-point numbers, the highest first.',
  parse(args, session, typed): Options {
    void session.target;
    const letter = typed.slice(1);
    const rest = args.trim();
    if (letter !== '' && letter.toUpperCase() !== 'M') {
      if (rest !== '') throw new UsageError('r', `Syntax error: ${typed} takes nothing more`, 0);
      return { kind: 'set', names: registerSet(letter, session.architecture) };
    }
    if (letter !== '') return maskNames(rest, session);
    if (rest === '' || rest === '.') return { kind: rest === '' ? 'all' : 'used' };
    return { kind: 'list', items: parseRegisterList(args, session.reading, 'r') };
  },
  async run(session, options): Promise<Data> {
    switch (options.kind) {
      case 'all': {
        const { context } = session;
        if (!context) throw new UsageError('r', 'the registers of the current thread are not in this dump');
        return { kind: 'all', lastSetContext: session.hasContextOverride, view: await viewRegisters(session, context) };
      }
      case 'used': {
        const registers = usedRegisters(session).map((name) => named(session, name, null, false));
        return { kind: 'names', set: [], rows: false, registers };
      }
      case 'set': {
        const registers = options.names.map((name) => named(session, name, null, true));
        return { kind: 'names', set: [], rows: true, registers: registers.filter(({ value }) => value !== null) };
      }
      default:
        return runList(session, options.items);
    }
  },
  render(data, text) {
    if (data.kind === 'all') {
      if (data.lastSetContext) text.line('Last set context:');
      writeRegisters(text, data.view);
      return;
    }
    if (data.registers.length === 0) {
      if (data.rows) text.line('These registers are not in the dump.');
      return;
    }
    const part = ({ name, value, digits, text: elements }: Named) =>
      `${name}=${value === null ? '?'.repeat(digits) : (elements ?? value.toString(16).padStart(digits, '0'))}`;
    for (const row of data.rows ? rowsOf(data.registers) : [data.registers]) text.line(row.map(part).join(' '));
  },
});

/** Sets and shows registers in their order; what is shown after a register was set is its new value. */
async function runList(session: Session, items: readonly RegisterItem[]): Promise<Data> {
  const registers: Named[] = [];
  const set: { name: string; value: bigint }[] = [];
  for (const item of items) {
    if (item.kind === 'set') {
      const value = await wideExpressionIn(session, item.value);
      session.pseudo.set(item.name, value);
      set.push({ name: item.name, value });
      continue;
    }
    const { name, elements, at } = item;
    const shown = await withNeeds(() => named(session, name, elements, false));
    if (shown.value === null) {
      const absence = registerAbsence(session, name);
      if (absence === null || name.startsWith('$')) throw badRegister(session, name, absence, at);
    }
    registers.push(shown);
  }
  return { kind: 'names', rows: false, registers, set };
}

function badRegister(session: Session, name: string, absence: string | null, at: number): UsageError {
  const near = absence === null ? nearestRegister(session, name) : null;
  const hint = absence !== null ? `: ${absence}` : near === null ? '' : `; did you mean ${near}?`;
  return new UsageError('r', `Bad register error at '${name}'${hint}`, at);
}

function named(session: Session, name: string, elements: RegisterElements | null, inSet: boolean): Named {
  const bits = session.pointerSize === 4 || session.context?.architecture === 'x86' ? 32 : 64;
  const digits = registerWidth(name, bits);
  const signed = namedRegister(session, name);
  // Addresses of 32 bits are kept with their sign; $t0 to $t19 have 64 bits everywhere.
  const value = signed === null || isUserRegister(name) ? signed : BigInt.asUintN(digits * 4, signed);
  return { name, value, digits, text: value === null ? null : shownAs(name, value, digits, elements, inSet) };
}

/** The registers that the current instruction names, each once. */
function usedRegisters(session: Session): readonly string[] {
  const { context } = session;
  const disassembler = context && session.theCase.disassembler(context.architecture);
  if (context?.ip == null || !disassembler) return [];
  const [instruction] = disassembler.decode(readAvailable(session.memory, context.ip, 16), context.ip, 1);
  const words = instruction?.operands.toLowerCase().match(/\b[a-z][a-z0-9]*\b/g) ?? [];
  return [...new Set(words)].filter((word) => isRegisterName(word, context.architecture));
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

/** Lines of a set: integers four to a line, control words together, x87 numbers two to a line, vectors alone. */
function rowsOf(registers: readonly Named[]): Named[][] {
  const rows: Named[][] = [];
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
            : ['integer', 4];
    const row = rows.at(-1);
    if (row && before === family && row.length < Number(most)) row.push(register);
    else rows.push([register]);
    before = String(family);
  }
  return rows;
}

function maskNames(rest: string, session: Session): Options {
  const mask = /^(?:0x)?([0-9a-f]+)$/i.exec(rest);
  if (!mask) throw new UsageError('r', 'Syntax error: rM needs a mask, such as rM 4', 0);
  const bits = Number.parseInt(mask[1]!, 16);
  return { kind: 'set', names: maskedRegisters(bits, session.architecture) };
}
