import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { withNeeds } from '../../debugger/need.ts';
import { parseRegisterList, type RegisterItem } from '../../debugger/register-list.ts';
import { knownRegisters, type NamedRegister, namedValue, writeNamed } from '../../debugger/register-list-text.ts';
import { isRegisterName } from '../../debugger/register-part.ts';
import { maskedRegisters, registerSet } from '../../debugger/register-set.ts';
import { writeRegisters } from '../../debugger/register-text.ts';
import { type RegisterView, viewRegisters } from '../../debugger/register-view.ts';
import { nearestRegister, registerAbsence, wideExpressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { readAvailable } from '../../memory/space.ts';

type Options =
  | { readonly kind: 'all' | 'used' }
  | { readonly kind: 'list'; readonly items: readonly RegisterItem[] }
  /** A whole set: what the dump has not is left out. */
  | { readonly kind: 'set'; readonly names: readonly string[] };

type Data =
  | { readonly kind: 'all'; readonly lastSetContext: boolean; readonly view: RegisterView }
  | {
      readonly kind: 'names';
      readonly registers: readonly NamedRegister[];
      /** `$t` registers that were given values, in order. */
      readonly set: readonly { readonly name: string; readonly value: bigint }[];
      readonly rows: boolean;
    };

export default command<Options, Data>({
  name: 'r',
  aliases: ['rf', 'rx', 'ry'],
  syntax: 'r [register[:type][=expression][,register...]] | r. | r[F|X|Y]',
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
    if (letter !== '') {
      if (rest !== '') throw new UsageError('r', `Syntax error: ${typed} takes nothing more`, 0);
      return { kind: 'set', names: registerSet(letter, session.architecture) };
    }
    if (rest === '' && session.registerMask !== null)
      return { kind: 'set', names: maskedRegisters(session.registerMask, session.architecture) };
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
        const names = usedRegisters(session);
        const registers = await withNeeds(() => names.map((name) => namedValue(session, name, null, false)));
        return { kind: 'names', set: [], rows: false, registers };
      }
      case 'set': {
        return { kind: 'names', set: [], rows: true, registers: await knownRegisters(session, options.names) };
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
    writeNamed(text, data.registers, data.rows);
  },
});

/** Sets and shows registers in their order; what is shown after a register was set is its new value. */
async function runList(session: Session, items: readonly RegisterItem[]): Promise<Data> {
  const registers: NamedRegister[] = [];
  const set: { name: string; value: bigint }[] = [];
  for (const item of items) {
    if (item.kind === 'set') {
      const value = await wideExpressionIn(session, item.value);
      session.pseudo.set(item.name, value);
      set.push({ name: item.name, value });
      continue;
    }
    const { name, elements, at } = item;
    const shown = await withNeeds(() => namedValue(session, name, elements, false));
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

/** The registers that the current instruction names, each once. */
function usedRegisters(session: Session): readonly string[] {
  const { context } = session;
  const disassembler = context && session.theCase.disassembler(context.architecture);
  if (context?.ip == null || !disassembler) return [];
  const [instruction] = disassembler.decode(readAvailable(session.memory, context.ip, 16), context.ip, 1);
  const words = instruction?.operands.toLowerCase().match(/\b[a-z][a-z0-9]*\b/g) ?? [];
  return [...new Set(words)].filter((word) => isRegisterName(word, context.architecture));
}
