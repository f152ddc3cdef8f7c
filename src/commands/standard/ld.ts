import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type SymbolState, symbolState } from '../../debugger/module-image.ts';
import { wildcard } from '../../debugger/wildcard.ts';

interface Data {
  readonly loaded: readonly { readonly name: string; readonly state: SymbolState; readonly note: string }[];
}

export default command<{ readonly pattern: string }, Data>({
  name: 'ld',
  syntax: 'ld module|* [/f file]',
  summary: 'Loads the symbols of modules at once, by name or wildcards.',
  example: 'ld ntdll',
  patterns: [],
  isWholeWord: true,
  parse(args, session) {
    void session.target;
    const pattern = args.replace(/\s*\/f\s+\S+\s*$/, '').trim();
    if (pattern === '') throw new UsageError('ld', 'Missing module name, as in ld ntdll', args.length);
    return { pattern };
  },
  async run(session, { pattern }) {
    const matches = wildcard(pattern);
    const modules = session.target.modules.filter(
      ({ name, imageName }) => matches.test(name) || matches.test(imageName),
    );
    if (modules.length === 0) throw new UsageError('ld', `"${pattern}" was not found in the image list.`, 0);
    const loaded = [];
    for (const module of modules) {
      await session.needSymbols(module);
      const note = session.symbolsOf(module)?.note ?? '';
      loaded.push({ name: module.name, state: symbolState(session, module), note });
    }
    return { loaded };
  },
  render({ loaded }, text) {
    for (const { name, state, note } of loaded)
      text.line(
        state === 'no symbols' ? `No symbols were found for ${name}: ${note}` : `Symbols loaded for ${name} (${state})`,
      );
  },
});
