import { UsageError } from '../../bytes/errors.ts';
import { poll } from '../../bytes/interruption.ts';
import { command } from '../../debugger/command.ts';
import { addressText } from '../../debugger/names.ts';
import { wildcard } from '../../debugger/wildcard.ts';
import { toUnsigned } from '../../memory/space.ts';
import type { SymbolInfo } from '../../symbols/symbol-table.ts';

interface Options {
  readonly module: string;
  readonly name: string;
  readonly flags: string;
}

interface Row {
  readonly address: bigint;
  readonly name: string;
  readonly kind: string;
  /** Null where the symbol file does not tell code from data. */
  readonly isCode: boolean | null;
  readonly size: number;
  /** The symbol's type in C++ words; null when the symbol file does not say. */
  readonly type: string | null;
}

interface SymbolsData {
  readonly pointerSize: 4 | 8;
  readonly rows: readonly Row[];
  /** Where the names of each searched module come from; null where it has none. */
  readonly modules: readonly { readonly name: string; readonly finder: string | null; readonly note: string }[];
  /** More matched than are listed. */
  readonly cut: boolean;
  readonly form: Form;
}

/** What stands in a line. */
interface Form {
  /** `/0`, `/1` and `/2`: the address alone, the name alone, both without what is known of the type. */
  readonly only: '0' | '1' | '2' | null;
  readonly verbose: boolean;
  readonly types: boolean;
  readonly sizes: boolean;
  readonly quoted: boolean;
  readonly tight: boolean;
}

const MOST = 200_000;
const MOST_LOADED = 4;

export default command<Options, SymbolsData>({
  name: 'x',
  syntax: 'x [/0|/1|/2] [/v] [/t] [/s] [/q] [/p] [/f] [/d] [/D] [/a|/A|/n|/N|/z|/Z] module!pattern',
  summary:
    'Lists symbols that match wildcards; /1 only their names, /v with kind and size, sorted by address, name (/n) or size (/z).',
  example: 'x nt!Ke*Wait*',
  patterns: [],
  notes: 'Exports, and public symbols of files that do not tell code from data, are shown as functions.',
  parse(args, session) {
    const flags = /^(\s*\/\w+)*/.exec(args)![0];
    const text = args.slice(flags.length).trim();
    if (text === '') throw new UsageError('x', 'Missing symbol pattern, as in x nt!Ke*', args.length);
    const bang = text.indexOf('!');
    const here = session.context?.ip == null ? null : session.moduleAt(toUnsigned(session.context.ip));
    const module = bang >= 0 ? text.slice(0, bang) : (here?.name ?? '*');
    return { module, name: bang >= 0 ? text.slice(bang + 1) || '*' : text, flags };
  },
  async run(session, { module, name, flags }) {
    const byModule = wildcard(module);
    const byName = wildcard(name);
    const exact = /[*?#[]/.test(module) ? null : session.moduleNamed(module);
    const wanted = exact ? [exact] : session.target.modules.filter((item) => byModule.test(item.name));
    if (wanted.length === 0) throw new UsageError('x', `Couldn't resolve 'x ${module}!${name}': no such module`, 0);
    const rows: Row[] = [];
    const modules: SymbolsData['modules'][number][] = [];
    let cut = false;
    // A wildcard that means many modules stands for those whose symbols are loaded, as loading all of them takes long.
    const load = wanted.length <= MOST_LOADED;
    for (const item of wanted) {
      const table = load ? await session.needSymbols(item) : (session.symbolsOf(item)?.table ?? null);
      if (load || table)
        modules.push({ name: item.name, finder: table?.finder ?? null, note: session.symbolsOf(item)?.note ?? '' });
      const base = toUnsigned(item.base);
      for (const symbol of table?.symbols() ?? []) {
        poll();
        const isCode = codeOf(symbol);
        if (/\/\w*f/.test(flags) && isCode === false) continue;
        if (/\/\w*d/.test(flags) && isCode === true) continue;
        if (symbol.kind === 'constant' || !byName.test(symbol.name)) continue;
        if (rows.length >= MOST) {
          cut = true;
          break;
        }
        const address = base + BigInt(symbol.rva);
        rows.push({
          address,
          name: `${item.name}!${symbol.name}`,
          kind: symbol.kind,
          isCode,
          size: symbol.size,
          type: table?.typeNameOf?.(symbol) ?? null,
        });
      }
    }
    const letters = flags.replace(/[^\w]/g, '');
    const order = /[aAnNzZ]/.exec(letters)?.[0] ?? 'a';
    const by = ORDERS[order.toLowerCase()] ?? byAddress;
    rows.sort(order === order.toLowerCase() ? by : (a, b) => by(b, a));
    const form: Form = {
      only: (/[012]/.exec(letters)?.[0] ?? null) as Form['only'],
      verbose: letters.includes('v'),
      types: letters.includes('t'),
      sizes: letters.includes('s'),
      quoted: letters.includes('q'),
      tight: letters.includes('p'),
    };
    return { pointerSize: session.pointerSize, rows, modules, cut, form };
  },
  render({ pointerSize, rows, modules, cut, form }, text) {
    for (const { address, name: plain, kind, isCode, size, type } of rows) {
      const name = form.quoted ? `@!"${plain}"` : plain;
      if (form.only === '0') text.line(addressText(address, pointerSize));
      if (form.only === '1') text.line(name);
      if (form.only === '2') text.line(`${addressText(address, pointerSize).padEnd(17)} ${name}`);
      if (form.only !== null) continue;
      const before = form.verbose ? `${kindText(kind, isCode)} ` : '';
      const sized = form.verbose || form.sizes ? `${size.toString(16).padStart(5)}` : '';
      const typed = form.types && type !== null ? ` ${type}` : '';
      const head = `${before}${addressText(address, pointerSize).padEnd(17)}${sized}${typed}`;
      const gap = form.tight ? '' : ' ';
      if (isCode !== false)
        text.line(`${head} ${name}${gap}${/\(.*\)$/.exec(type ?? '')?.[0] ?? '(<no parameter info>)'}`);
      else if (type !== null) text.line(`${head} ${name} = ${type}`);
      else text.line(`${head} ${name} = <no type information>`);
    }
    if (cut) text.line(`more than ${MOST} symbols match; the rest is not listed`);
    for (const { name, finder, note } of modules) {
      if (finder === null) text.line(`*** ERROR: no symbols for ${name}: ${note}`);
      else if (finder === 'exports') text.line(`*** WARNING: names of ${name} come from its export table`);
    }
  },
});

function codeOf({ kind, isCode }: SymbolInfo): boolean | null {
  if (kind === 'data' || kind === 'constant') return false;
  return kind === 'public' || kind === 'export' ? (isCode ?? null) : true;
}

/** `prv func  `, `pub global`: whether the symbol file tells of it in private symbols, and what it is. */
function kindText(kind: string, isCode: boolean | null): string {
  const what = isCode === false ? 'global' : 'func';
  return `${kind === 'public' || kind === 'export' ? 'pub' : 'prv'} ${what.padEnd(6)}`;
}

const byAddress = (a: Row, b: Row) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0);
const byText = (a: Row, b: Row) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const ORDERS: Readonly<Record<string, (a: Row, b: Row) => number>> = {
  a: byAddress,
  n: byText,
  z: (a, b) => a.size - b.size,
};
