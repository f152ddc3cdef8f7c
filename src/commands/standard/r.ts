import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { namedRegister, registerWidth } from '../../debugger/registers-named.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';

type Options =
  | { readonly kind: 'all' }
  | { readonly kind: 'set'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'names'; readonly names: readonly string[] };

/** Several registers of one mask, one line each `perLine`. */
interface Named {
  readonly name: string;
  readonly value: bigint | null;
  readonly digits: number;
}

type Data =
  | { readonly kind: 'all'; readonly lastSetContext: boolean; readonly view: RegisterView }
  | { readonly kind: 'names'; readonly registers: readonly Named[]; readonly rows: boolean }
  | { readonly kind: 'set'; readonly name: string; readonly value: bigint };

/** What `rF`, `rX` and `rD` show beyond the usual, by the registers that a context can hold. */
const SETS: Readonly<Record<string, readonly string[]>> = {
  F: ['fpcw', 'fpsw', 'fptw', ...Array.from({ length: 8 }, (_, index) => `st${index}`)],
  X: [...Array.from({ length: 16 }, (_, index) => `xmm${index}`), 'mxcsr'],
  Y: Array.from({ length: 16 }, (_, index) => `ymm${index}`),
  D: ['dr0', 'dr1', 'dr2', 'dr3', 'dr6', 'dr7'],
};
/** Bits of the mask of `rm` and `rM` (Microsoft Learn, "rm (Register Mask)"): 1, 2 integer, 4 float, 8 segments, 0x40 SSE. */
const MASK_SETS: readonly (readonly [bit: number, set: string])[] = [
  [4, 'F'],
  [0x20, 'D'],
  [0x40, 'X'],
];

export default command<Options, Data>({
  name: 'r',
  aliases: ['rf', 'rx', 'ry', 'rm'],
  syntax: 'r [register[,register...]] | r $t0=expression | r[F|X|Y] | rM mask',
  summary:
    'Shows registers with the current instruction, or sets a pseudo-register of this session; a dump never changes.',
  example: 'r',
  patterns: ['null-pointer-data', 'invalid-pointer', 'wild-code'],
  notes: 'A register that the dump does not hold prints as question marks.',
  parse(args, session, typed) {
    void session.target;
    const letter = typed.slice(1);
    const rest = args.trim();
    if (letter !== '' && letter.toUpperCase() !== 'M') {
      if (rest !== '') throw new UsageError('r', `Syntax error: ${typed} takes nothing more`, 0);
      return { kind: 'names', names: SETS[letter.toUpperCase()] ?? [] };
    }
    if (letter !== '') return maskNames(rest, session);
    if (rest === '') return { kind: 'all' };
    const set = /^@?(\$?\w+)\s*=\s*(.+)$/.exec(rest);
    if (set) {
      const name = set[1]!.toLowerCase();
      if (!/^\$t1?\d$/.test(name))
        throw new UsageError('r', `'${name}' cannot be changed: a dump is read-only; $t0 to $t19 can`, 1);
      return { kind: 'set', name, value: parseWhole(set[2]!, session.radix) };
    }
    const names = rest.split(/[\s,]+/).map((name) => name.replace(/^@/, '').toLowerCase());
    const wrong = names.find((name) => !/^\$?\w+$/.test(name));
    if (wrong !== undefined) throw new UsageError('r', `Bad register error at '${wrong}'`, args.indexOf(wrong));
    return { kind: 'names', names };
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
    const rows = options.names.length > 8;
    const registers = options.names.map((name) => ({
      name,
      value: namedRegister(session, name),
      digits: registerWidth(name, bits),
    }));
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
    const part = ({ name, value, digits }: Named) =>
      `${name}=${value === null ? '?'.repeat(digits) : value.toString(16).padStart(digits, '0')}`;
    if (data.rows) for (const register of data.registers) text.line(part(register));
    else text.line(data.registers.map(part).join(' '));
  },
});

function isRegister(name: string): boolean {
  return (
    name.startsWith('$') ||
    /^([re]?[abcd]x|[re]?[sd]i|[re]?[sbi]p|[abcd][lh]|r\d+[dwb]?|[cdefgs]s|efl|[xy]mm\d+|dr\d|x\d+|fp|lr|pc|v\d+|st\d)$/.test(
      name,
    )
  );
}

function maskNames(rest: string, session: Session): Options {
  const mask = /^(?:0x)?([0-9a-f]+)$/i.exec(rest);
  if (!mask) throw new UsageError('r', 'Syntax error: rM needs a mask, such as rM 4', 0);
  const bits = Number.parseInt(mask[1]!, 16);
  const integer =
    bits & 3 ? [...(session.context?.registers.keys() ?? [])].filter((name) => /^(e|r)\w+$|^x\d+$/.test(name)) : [];
  const segments = bits & 8 ? ['cs', 'ss', 'ds', 'es', 'fs', 'gs'] : [];
  return {
    kind: 'names',
    names: [...integer, ...segments, ...MASK_SETS.flatMap(([bit, set]) => (bits & bit ? (SETS[set] ?? []) : []))],
  };
}
