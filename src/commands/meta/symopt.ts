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
const NAMES: Readonly<Record<number, string>> = {
  1: 'CASE_INSENSITIVE',
  2: 'UNDNAME',
  4: 'DEFERRED_LOADS',
  8: 'NO_CPP',
  16: 'LOAD_LINES',
  32: 'OMAP_FIND_NEAREST',
  64: 'LOAD_ANYTHING',
  128: 'IGNORE_CVREC',
  256: 'NO_UNQUALIFIED_LOADS',
  512: 'FAIL_CRITICAL_ERRORS',
  1024: 'EXACT_SYMBOLS',
  2048: 'ALLOW_ABSOLUTE_SYMBOLS',
  4096: 'IGNORE_NT_SYMPATH',
  8192: 'INCLUDE_32BIT_MODULES',
  16384: 'PUBLICS_ONLY',
  32768: 'NO_PUBLICS',
  65536: 'AUTO_PUBLICS',
  131072: 'NO_IMAGE_SEARCH',
  262144: 'SECURE',
  524288: 'NO_PROMPTS',
  2147483648: 'DEBUG',
};
/** How symbols are looked for here: each of these is so, and cannot be turned off. */
const FIXED = 1 | 2 | 4 | 16 | 32 | 512 | 65536 | 524288;
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
    for (const [bit, name] of Object.entries(NAMES))
      if ((options & Number(bit)) !== 0) text.line(`  0x${hexPadded(Number(bit), 8)} - SYMOPT_${name}`);
    if (refused !== 0) text.line(`0x${hexPadded(refused, 8)} cannot be changed here`);
  },
});
