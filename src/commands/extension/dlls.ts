import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { baseName } from '../../bytes/text.ts';
import { command } from '../../debugger/command.ts';
import { type LOADER_LISTS, type LoaderModule, loaderModules } from '../../debugger/loader-modules.ts';
import { loaderDataAt, pebOf } from '../../debugger/process-environment.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { loaderFlagNames } from '../../windows/loader-flags.ts';

interface Options {
  readonly list: keyof typeof LOADER_LISTS;
  /** A name, or an address inside of the module; null for all. */
  readonly chosen: string | null;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly modules: readonly LoaderModule[];
  /** The list goes on in memory that the dump lacks. */
  readonly cut: boolean;
}

const ORDERS: Readonly<Record<string, Options['list']>> = {
  i: 'InInitializationOrderModuleList',
  l: 'InLoadOrderModuleList',
  m: 'InMemoryOrderModuleList',
};

export default command<Options, Data>({
  name: '!dlls',
  syntax: '!dlls [-i|-l|-m] [-v] [-c name|address]',
  summary:
    "Shows the modules on the loader's own lists, in load, initialization or memory order, with flags and load counts.",
  example: '!dlls',
  patterns: [],
  notes:
    'Of the current process, whose PEB must be in the dump. Bits of flags that mean something else since Windows 8 are named by what the entry itself tells; since then the load count is no longer kept up. -v adds nothing: lm v shows versions.',
  parse(args, session) {
    void session.target;
    let list: Options['list'] = 'InLoadOrderModuleList';
    let chosen: string | null = null;
    const words = args.trim().split(/\s+/).filter(Boolean);
    while (words.length > 0) {
      const word = words.shift()!;
      const order = /^[-/]([ilm])$/i.exec(word)?.[1]?.toLowerCase();
      if (order) list = ORDERS[order]!;
      else if (/^[-/]c$/i.test(word)) {
        chosen = words.shift() ?? null;
        if (chosen === null) throw new UsageError('!dlls', 'Missing a name or an address after -c', args.length);
      } else if (/^[-/][avs]$/i.test(word)) continue;
      else if (/^[-/]/.test(word)) throw new UsageError('!dlls', `Syntax error: ${this.syntax}`, args.indexOf(word));
      else chosen = word;
    }
    return { list, chosen };
  },
  async run(session, { list, chosen }) {
    const peb = await pebOf(session);
    const ldr = peb?.pointer('Ldr');
    const head = ldr ? (await loaderDataAt(session, ldr)).place(list) : null;
    if (head === null)
      throw new UsageError(
        '!dlls',
        "the PEB, or the loader's data behind it, is not in the dump: lm lists its modules",
      );
    const { modules, cut } = await loaderModules(session, head, list);
    if (modules.length === 0)
      throw new UsageError('!dlls', "the loader's list is not in the dump: lm lists its modules");
    const wanted = chosen === null ? null : await filterOf(session, chosen);
    const shown = wanted ? modules.filter(wanted) : modules;
    if (shown.length === 0) throw new UsageError('!dlls', `no module on the loader's list is ${chosen}`, 0);
    return { pointerSize: session.pointerSize, modules: shown, cut };
  },
  render({ pointerSize, modules, cut }, text) {
    const pointer = (value: bigint | null) => (value === null ? '?' : `0x${hexPadded(value, pointerSize * 2)}`);
    const number = (value: number | null) => (value === null ? '?' : `0x${hexPadded(value, 8)}`);
    for (const module of modules) {
      text.line(`${pointer(module.address)}: ${module.path ?? '< Name not readable >'}`);
      text.line(
        `      Base   ${pointer(module.base)}  EntryPoint  ${pointer(module.entryPoint)}  Size        ${number(module.size)}`,
      );
      text.line(
        `      Flags  ${number(module.flags)}  LoadCount   ${number(module.loadCount)}  TlsIndex    ${number(module.tlsIndex)}`,
      );
      for (const name of module.flags === null ? [] : loaderFlagNames(module.flags)) text.line(`             ${name}`);
      text.line();
    }
    if (cut) text.line('The list goes on where the dump holds no memory');
  },
});

async function filterOf(session: Session, chosen: string): Promise<(module: LoaderModule) => boolean> {
  const name = chosen.toLowerCase();
  if (!/^(0x)?[0-9a-f`]+$/i.test(chosen) || session.moduleNamed(chosen))
    return ({ path }) => {
      const own = baseName(path ?? '').toLowerCase();
      return own === name || own.replace(/\.\w+$/, '') === name;
    };
  const address = await evaluateIn(session, chosen);
  return ({ base, size }) => address >= base && address < base + BigInt(size ?? 1);
}
