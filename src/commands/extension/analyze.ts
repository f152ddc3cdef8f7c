import { UsageError } from '../../bytes/errors.ts';
import { writeAnalysis, writeBugcheck } from '../../debugger/analysis-text.ts';
import { type AnalysisView, type BugcheckView, viewAnalysis, viewBugcheck } from '../../debugger/analysis-view.ts';
import { command } from '../../debugger/command.ts';
import { writeHang } from '../../debugger/hang-text.ts';
import { type HangView, viewHang } from '../../debugger/hang-view.ts';
import { bugcheckTable } from '../../windows/bugcheck.ts';

type Options =
  | { readonly kind: 'analysis'; readonly verbose: boolean; readonly hang: boolean }
  | { readonly kind: 'show'; readonly code: number; readonly parameters: readonly bigint[] };

type Data =
  | { readonly kind: 'analysis'; readonly view: AnalysisView; readonly hang: HangView | null }
  | { readonly kind: 'show'; readonly view: BugcheckView };

const MOST_PARAMETERS = 4;

export default command<Options, Data>({
  name: '!analyze',
  syntax: '!analyze [-v] [-f] [-hang] | !analyze -show [code [arguments]]',
  summary:
    'Explains the failure: bug check or exception, stack, the module to look at, bucket and hash; -hang who waits for whom; -show explains a bug check code.',
  example: '!analyze -v',
  patterns: [
    'null-pointer-data',
    'invalid-pointer',
    'stack-overflow-user',
    'wild-code',
    'unloaded-module',
    'deadlock-critical-sections',
    'deadlock-executive-resources',
  ],
  notes:
    "The sections are WinDbg's, their content is from memoretics' own analysis: module, bucket and hash may differ from Microsoft's. ANALYSIS_INCONCLUSIVE stands where no module deserves the blame. What the failing access means, flipped bits that would explain it and what contradicts its record are key values that begin with Memoretics.Fault. What -hang adds stands behind the other sections; how each wait is known, and what is not known, is told in words of our own.",
  parse(args, session) {
    const words = args.trim() === '' ? [] : args.trim().split(/\s+/);
    const show = words.findIndex((word) => /^-show$/i.test(word));
    if (show >= 0) {
      const [code = '', ...parameters] = words.slice(show + 1);
      // Without a code it is the dump's own.
      const own = code === '' ? (session.theCase.target?.bugcheck ?? null) : null;
      if (own) return { kind: 'show', code: own.code >>> 0, parameters: own.parameters };
      const number = codeOf(code);
      if (number === null) throw new UsageError('!analyze', 'Syntax error: -show needs a bug check code', args.length);
      return {
        kind: 'show',
        code: number,
        parameters: parameters.slice(0, MOST_PARAMETERS).map((word) => wordOf(word, args)),
      };
    }
    void session.target;
    for (const word of words) {
      if (!/^-(vv?|f|v5|D|nodb|hang)$/i.test(word))
        throw new UsageError(
          '!analyze',
          `Syntax error: '${word}' is not understood; ${this.syntax}`,
          args.indexOf(word),
        );
    }
    return {
      kind: 'analysis',
      verbose: words.some((word) => /^-v/i.test(word)),
      hang: words.some((word) => /^-hang$/i.test(word)),
    };
  },
  async run(session, options) {
    if (options.kind === 'analysis') {
      const hang = options.hang ? await viewHang(session) : null;
      return { kind: 'analysis', view: await viewAnalysis(session, options.verbose), hang };
    }
    const target = session.theCase.target;
    const parameters = Array.from({ length: MOST_PARAMETERS }, (_, index) => options.parameters[index] ?? 0n);
    return {
      kind: 'show',
      view: viewBugcheck(options.code, parameters, target?.pointerSize ?? 8, target?.system.build ?? null),
    };
  },
  render(data, text) {
    if (data.kind === 'show') {
      writeBugcheck(text, data.view);
      return;
    }
    writeAnalysis(text, data.view);
    if (data.hang) writeHang(text, data.hang);
  },
});

/** A code in hexadecimal, or its name. */
function codeOf(word: string): number | null {
  if (/^(0x)?[0-9a-f]{1,8}$/i.test(word)) return Number.parseInt(word.replace(/^0x/i, ''), 16);
  const named = bugcheckTable().entries.find(({ name }) => name.toLowerCase() === word.toLowerCase());
  return named?.value ?? null;
}

function wordOf(word: string, args: string): bigint {
  const digits = word.replace(/^0x/i, '').replaceAll('`', '');
  if (!/^[0-9a-f]{1,16}$/i.test(digits))
    throw new UsageError('!analyze', `Syntax error: '${word}' is no number`, args.indexOf(word));
  return BigInt(`0x${digits}`);
}
