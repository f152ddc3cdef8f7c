import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import {
  elementsText,
  extendedText,
  maskedRegisters,
  parseElements,
  type RegisterElements,
  registerSet,
} from '../../debugger/register-set.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { namedRegister, registerWidth } from '../../debugger/registers-named.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';

type Options =
  | { readonly kind: 'all' }
  | { readonly kind: 'set'; readonly name: string; readonly value: Expression }
  | {
      readonly kind: 'names';
      readonly names: readonly string[];
      /** How the registers are divided, by name. */
      readonly elements?: ReadonlyMap<string, RegisterElements>;
      /** A whole set: what the dump has not is left out. */
      readonly set?: boolean;
    };

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
  | { readonly kind: 'names'; readonly registers: readonly Named[]; readonly rows: boolean }
  | { readonly kind: 'set'; readonly name: string; readonly value: bigint };

export default command<Options, Data>({
  name: 'r',
  aliases: ['rf', 'rx', 'ry', 'rm'],
  syntax: 'r [register[:type][,register...]] | r $t0=expression | r[F|X|Y] | rM mask',
  summary:
    'Shows registers with the current instruction, or sets a pseudo-register of this session; a dump never changes.',
  example: 'r',
  patterns: ['null-pointer-data', 'invalid-pointer', 'wild-code'],
  notes:
    'A register that the dump does not hold prints as question marks, and is left out of sets. How many registers of a set stand on a line is our choice; values of XMM registers are four floating-point numbers, the highest first.',
  parse(args, session, typed) {
    void session.target;
    const letter = typed.slice(1);
    const rest = args.trim();
    if (letter !== '' && letter.toUpperCase() !== 'M') {
      if (rest !== '') throw new UsageError('r', `Syntax error: ${typed} takes nothing more`, 0);
      return { kind: 'names', names: registerSet(letter, session.architecture), set: true };
    }
    if (letter !== '') return maskNames(rest, session);
    if (rest === '') return { kind: 'all' };
    const set = /^@?(\$?\w+)\s*=\s*(.+)$/.exec(rest);
    if (set) {
      const name = set[1]!.toLowerCase();
      if (!/^\$t1?\d$/.test(name))
        throw new UsageError('r', `'${name}' cannot be changed: a dump is read-only; $t0 to $t19 can`, 1);
      return { kind: 'set', name, value: parseWhole(set[2]!, session.reading) };
    }
    const elements = new Map<string, RegisterElements>();
    const names = rest.split(/[\s,]+/).map((word) => {
      const [name = '', type] = word.replace(/^@/, '').toLowerCase().split(':');
      if (type !== undefined) elements.set(name, parseElements(type, args.indexOf(':')));
      return name;
    });
    const wrong = names.find((name) => !/^\$?\w+$/.test(name));
    if (wrong !== undefined) throw new UsageError('r', `Bad register error at '${wrong}'`, args.indexOf(wrong));
    return { kind: 'names', names, elements };
  },
  async run(session, options): Promise<Data> {
    if (options.kind === 'set') {
      const value = await expressionIn(session, options.value);
      session.pseudo.set(options.name, value);
      return { kind: 'set', name: options.name, value };
    }
    const { context } = session;
    if (options.kind === 'all') {
      if (!context) throw new UsageError('r', 'the registers of the current thread are not in this dump');
      return { kind: 'all', lastSetContext: session.hasContextOverride, view: await viewRegisters(session, context) };
    }
    const bits = session.pointerSize === 4 || context?.architecture === 'x86' ? 32 : 64;
    const rows = options.set ?? false;
    const registers = options.names.map((name): Named => {
      const digits = registerWidth(name, bits);
      const signed = namedRegister(session, name);
      // Addresses of 32 bits are kept with their sign; $t0 to $t19 have 64 bits everywhere.
      const value = signed === null || /^\$t1?\d$/.test(name) ? signed : BigInt.asUintN(digits * 4, signed);
      return { name, value, digits, text: value === null ? null : shownAs(name, value, digits, options) };
    });
    const unknown = registers.find(({ name, value }) => value === null && !rows && !isRegister(name));
    if (unknown) throw new UsageError('r', `Bad register error at '${unknown.name}'`);
    return { kind: 'names', rows, registers: rows ? registers.filter(({ value }) => value !== null) : registers };
  },
  render(data, text) {
    if (data.kind === 'set') return;
    if (data.kind === 'all') {
      if (data.lastSetContext) text.line('Last set context:');
      writeRegisters(text, data.view);
      return;
    }
    if (data.registers.length === 0) {
      text.line('These registers are not in the dump.');
      return;
    }
    const part = ({ name, value, digits, text: elements }: Named) =>
      `${name}=${value === null ? '?'.repeat(digits) : (elements ?? value.toString(16).padStart(digits, '0'))}`;
    for (const row of data.rows ? rowsOf(data.registers) : [data.registers]) text.line(row.map(part).join(' '));
  },
});

/** x87 registers are numbers of 80 bits, vectors four of 32, unless a type says otherwise; null for plain digits. */
function shownAs(
  name: string,
  value: bigint,
  digits: number,
  { elements, set }: Options & { readonly kind: 'names' },
): string | null {
  const asked = elements?.get(name);
  if (asked) return elementsText(value, digits, asked);
  if (/^st\d$/.test(name)) return extendedText(value);
  return set && /^[xy]mm\d+$/.test(name) ? elementsText(value, digits, { bytes: 4, as: 'float', count: null }) : null;
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

function isRegister(name: string): boolean {
  return (
    name.startsWith('$') ||
    /^([re]?[abcd]x|[re]?[sd]i|[re]?[sbi]p|[abcd][lh]|r\d+[dwb]?|[cdefgs]s|efl|[xy]?mm\d+|dr\d|[xw]\d+|fp|lr|pc|cpsr|fp[cs]r|[vds]\d+|st\d|fp[cst]w|mxcsr|[cpazstido]f|iopl)$/.test(
      name,
    )
  );
}

function maskNames(rest: string, session: Session): Options {
  const mask = /^(?:0x)?([0-9a-f]+)$/i.exec(rest);
  if (!mask) throw new UsageError('r', 'Syntax error: rM needs a mask, such as rM 4', 0);
  const bits = Number.parseInt(mask[1]!, 16);
  return { kind: 'names', names: maskedRegisters(bits, session.architecture), set: true };
}
