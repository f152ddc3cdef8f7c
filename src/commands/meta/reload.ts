import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { symbolState } from '../../debugger/module-image.ts';
import { isUserMode, type Module } from '../../target/target.ts';

interface ReloadData {
  readonly kernel: boolean;
  readonly unloadOnly: boolean;
  /** The module that was named, if one was. */
  readonly module: string | null;
  readonly modules: number;
  readonly unloaded: number;
  /** What the search said of modules that were loaded at once (`/f`). */
  readonly loaded: readonly { readonly name: string; readonly state: string; readonly note: string }[];
  readonly noisy: boolean;
}

const DOTS = 64;

export default command<{ readonly force: boolean; readonly unload: boolean; readonly name: string | null }, ReloadData>(
  {
    name: '.reload',
    syntax: '.reload [/f] [/u] [module]',
    summary: 'Forgets symbols, so that they are looked for again when needed; /f loads them at once.',
    example: '.reload',
    patterns: [],
    parse(args) {
      const words = args
        .trim()
        .split(/\s+|(?<=\S)(?=\/)/)
        .filter(Boolean);
      const flags = words.filter((word) => /^[/-]/.test(word)).map((word) => word.slice(1).toLowerCase());
      const unknown = flags.find((flag) => !/^(f|u|i|d|n|v|s|l|w|a|o|p|user|unl)$/.test(flag));
      if (unknown !== undefined)
        throw new UsageError(
          '.reload',
          `Unknown option '/${unknown}'`,
          Math.max(0, args.toLowerCase().indexOf(unknown) - 1),
        );
      const name = words.find((word) => !/^[/-]/.test(word))?.replace(/=.*$/, '') ?? null;
      return { force: flags.includes('f') || flags.includes('i'), unload: flags.includes('u'), name };
    },
    async run(session, { force, unload, name }) {
      const { target } = session;
      const one = name === null ? null : session.moduleNamed(name);
      if (name !== null && !one) throw new UsageError('.reload', `"${name}" was not found in the image list.`, null);
      const keep = new Map(session.theCase.symbols);
      if (one) keep.delete(one);
      else keep.clear();
      session.replaceCase({ ...session.theCase, symbols: keep });
      const wanted: readonly Module[] = unload ? [] : one ? [one] : force ? target.modules : [];
      if (force || (one && session.noisySymbols)) for (const module of wanted) await session.needSymbols(module);
      return {
        kernel: !isUserMode(target),
        unloadOnly: unload,
        module: one?.name ?? null,
        modules: target.modules.length,
        unloaded: target.unloadedModules.length,
        loaded: wanted.flatMap((module) => {
          const found = session.symbolsOf(module);
          return found ? [{ name: module.name, state: symbolState(session, module), note: found.note }] : [];
        }),
        noisy: session.noisySymbols,
      };
    },
    render(data, text) {
      const dots = (count: number) => {
        for (let left = count; left > 0; left -= DOTS) text.line('.'.repeat(Math.min(DOTS, left)));
      };
      if (data.unloadOnly) text.line(data.module === null ? 'Unloaded all modules' : `Unloaded ${data.module}`);
      else if (data.module === null) {
        if (data.kernel) text.line('Loading Kernel Symbols');
        dots(data.modules);
        if (data.kernel) text.line('Loading User Symbols').line().line('Loading unloaded module list');
        if (data.kernel || data.unloaded > 0) dots(data.unloaded);
      }
      for (const { name, state, note } of data.loaded)
        if (data.noisy || state === 'no symbols')
          text.line(`DBGHELP: ${name} - ${state}${note === '' ? '' : `: ${note}`}`);
    },
  },
);
