import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { parseWhole } from '../../debugger/expression-syntax.ts';
import { expressionIn } from '../../debugger/scope.ts';

interface Options {
  readonly change: '' | '+' | '-';
  readonly value: string | null;
}

interface Data {
  readonly options: number;
  /** Bits that a script asked for and that are not as asked. */
  readonly refused: number;
}

/** SYMOPT_ names (dbghelp.h). */
const NAMES: readonly (readonly [bit: number, name: string])[] = [
  [0x1, 'CASE_INSENSITIVE'],
  [0x2, 'UNDNAME'],
  [0x4, 'DEFERRED_LOADS'],
  [0x8, 'NO_CPP'],
  [0x10, 'LOAD_LINES'],
  [0x20, 'OMAP_FIND_NEAREST'],
  [0x40, 'LOAD_ANYTHING'],
  [0x80, 'IGNORE_CVREC'],
  [0x100, 'NO_UNQUALIFIED_LOADS'],
  [0x200, 'FAIL_CRITICAL_ERRORS'],
  [0x400, 'EXACT_SYMBOLS'],
  [0x800, 'ALLOW_ABSOLUTE_SYMBOLS'],
  [0x1000, 'IGNORE_NT_SYMPATH'],
  [0x2000, 'INCLUDE_32BIT_MODULES'],
  [0x4000, 'PUBLICS_ONLY'],
  [0x8000, 'NO_PUBLICS'],
  [0x10000, 'AUTO_PUBLICS'],
  [0x20000, 'NO_IMAGE_SEARCH'],
  [0x40000, 'SECURE'],
  [0x80000, 'NO_PROMPTS'],
  [0x80000000, 'DEBUG'],
];
/** How symbols are looked for here: each of these is so, and cannot be turned off. */
const FIXED = 0x1 | 0x2 | 0x4 | 0x10 | 0x20 | 0x200 | 0x10000 | 0x80000;
const DEBUG = 0x80000000;

export default command<Options, Data>({
  name: '.symopt',
  syntax: '.symopt [[+|-] flags]',
  summary:
    'Shows the options by which symbols are looked for; of those that scripts set, +80000000 (as !sym noisy) works.',
  example: '.symopt',
  patterns: [],
  notes:
    'The options shown are how memoretics works. Symbols whose identity does not match are taken with --force-symbols alone (SYMOPT_LOAD_ANYTHING).',
  parse(args, session) {
    void session.target;
    const [, change = '', value = ''] = /^\s*([+-]?)\s*(.*?)\s*$/s.exec(args) ?? [];
    if (change !== '' && value === '') throw new UsageError('.symopt', `Syntax error: ${this.syntax}`, args.length);
    return { change: change as Options['change'], value: value === '' ? null : value };
  },
  async run(session, { change, value }) {
    let refused = 0;
    if (value !== null) {
      const asked = Number(BigInt.asUintN(32, await expressionIn(session, parseWhole(value, session.reading))));
      const before = (FIXED | (session.noisySymbols ? DEBUG : 0)) >>> 0;
      const wanted = (change === '+' ? before | asked : change === '-' ? before & ~asked : asked) >>> 0;
      session.noisySymbols = (wanted & DEBUG) !== 0;
      refused = ((wanted ^ before) & ~DEBUG) >>> 0;
    }
    return { options: (FIXED | (session.noisySymbols ? DEBUG : 0)) >>> 0, refused };
  },
  render({ options, refused }, text) {
    text.line(`Symbol options are 0x${hexPadded(options, 8)}:`);
    for (const [bit, name] of NAMES) if ((options & bit) !== 0) text.line(`  0x${hexPadded(bit, 8)} - SYMOPT_${name}`);
    if (refused !== 0) text.line(`0x${hexPadded(refused, 8)} cannot be changed here`);
  },
});
