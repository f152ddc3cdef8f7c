import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { symbolState } from '../../debugger/module-image.ts';

interface NoiseData {
  readonly noisy: boolean;
  /** What the search for each module said so far; shown when noisy. */
  readonly modules: readonly { readonly name: string; readonly state: string; readonly note: string }[];
}

export default command<{ readonly set: boolean | null }, NoiseData>({
  name: '!sym',
  syntax: '!sym [noisy | quiet | prompts | prompts off]',
  summary:
    'Shows or sets whether the search for symbols explains itself; noisy lists what was found for each module so far.',
  example: '!sym noisy',
  patterns: [],
  parse(args) {
    const word = args.trim().toLowerCase();
    if (word === 'noisy') return { set: true };
    if (word === 'quiet') return { set: false };
    if (word === '' || word === 'prompts' || word === 'prompts off') return { set: null };
    throw new UsageError('!sym', `Unknown option '${word}'; noisy and quiet are known`, 0);
  },
  run(session, { set }) {
    if (set !== null) session.noisySymbols = set;
    const modules = [...session.theCase.symbols].map(([module, found]) => ({
      name: module.name,
      state: symbolState(session, module),
      note: found.note,
    }));
    return { noisy: session.noisySymbols, modules };
  },
  render({ noisy, modules }, text) {
    text.line(`${noisy ? 'noisy' : 'quiet'} mode - symbol prompts off`);
    if (noisy) for (const { name, state, note } of modules) text.line(`DBGHELP: ${name} - ${state}: ${note}`);
  },
});
