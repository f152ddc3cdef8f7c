import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { localsOfFrame } from '../../debugger/local-variables.ts';
import { addressText } from '../../debugger/names.ts';
import { type VariableView, variableText } from '../../debugger/variable-view.ts';
import { wildcard } from '../../debugger/wildcard.ts';

interface Options {
  /** /t: types. */
  readonly types: boolean;
  /** /v: places. */
  readonly places: boolean;
  /** /V: places with registers. */
  readonly registers: boolean;
  /** /i: kind of symbol, parameter or local. */
  readonly kinds: boolean;
  /** /n: sorted by name. */
  readonly sorted: boolean;
  readonly pattern: string;
}

interface VariablesData {
  readonly pointerSize: 4 | 8;
  readonly options: Options;
  readonly variables: readonly VariableView[];
}

/** The narrowest column of names. */
const NAME_WIDTH = 15;

export default command<Options, VariablesData>({
  name: 'dv',
  syntax: 'dv [/t] [/v|/V] [/i] [/n] [pattern]',
  summary: 'Shows parameters and local variables of the current frame with their values, by private symbols.',
  example: 'dv /t /v',
  patterns: [],
  notes:
    'A variable that the compiler keeps nowhere, or in a register that the frame does not know, prints as <value unavailable>; the data says why. An enumeration without a name for its value says so in words of our own.',
  parse(args, session) {
    void session.target;
    const words = args
      .trim()
      .split(/\s+|(?<=\S)(?=\/)/)
      .filter(Boolean);
    const flags = words.filter((word) => /^[/-]/.test(word));
    const wrong = flags.find((word) => !/^[/-][tivVnasz]+$/.test(word));
    if (wrong !== undefined) throw new UsageError('dv', `Unknown option '${wrong}'`, args.indexOf(wrong));
    const names = words.filter((word) => !flags.includes(word));
    if (names.length > 1) throw new UsageError('dv', `Extra character error in '${names[1]}'`, args.indexOf(names[1]!));
    const letters = flags.join('');
    return {
      types: letters.includes('t'),
      places: /v/i.test(letters),
      registers: letters.includes('V'),
      kinds: letters.includes('i'),
      sorted: letters.includes('n'),
      pattern: names[0] ?? '*',
    };
  },
  async run(session, options) {
    const found = await localsOfFrame(session, 'dv');
    const matches = wildcard(options.pattern);
    const variables = found.map(({ view }) => view).filter(({ name }) => matches.test(name));
    if (options.sorted) variables.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return { pointerSize: session.pointerSize, options, variables };
  },
  render({ pointerSize, options, variables }, text) {
    const width = Math.max(NAME_WIDTH, ...variables.map(({ name }) => name.length));
    for (const variable of variables) {
      if (options.kinds) text.write(`prv ${variable.isParameter ? 'param' : 'local'}  `);
      if (options.places) text.write(`${place(variable, pointerSize, options.registers)} `);
      if (options.types) text.write(`${variable.typeName} ${variable.name}`);
      else text.write(variable.name.padStart(width));
      text.line(` = ${variableText(variable)}`);
    }
  },
});

function place({ address, location }: VariableView, pointerSize: 4 | 8, registers: boolean): string {
  const width = pointerSize === 4 ? 8 : 17;
  if (address !== null) {
    const shown = addressText(address, pointerSize);
    return registers && location !== null ? `${shown} ${location}` : shown;
  }
  return (location !== null && !location.includes('+') && !location.includes('-') ? location : '<unavailable>').padEnd(
    width,
  );
}
