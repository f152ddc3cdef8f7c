import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { addressText, nameOf } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toUnsigned } from '../../memory/space.ts';

interface Near {
  readonly address: bigint;
  readonly name: string;
  readonly offset: bigint;
}

interface NearestData {
  readonly pointerSize: 4 | 8;
  readonly address: bigint;
  readonly before: Near | null;
  readonly after: Near | null;
  /** All names at exactly the address. */
  readonly exact: readonly string[];
  readonly source: string | null;
  readonly fromExports: boolean;
}

export default command<{ readonly expression: Expression }, NearestData>({
  name: 'ln',
  syntax: 'ln [/D] address',
  summary: 'Shows the symbols nearest to an address, and all that are exactly there.',
  example: 'ln @$ip',
  patterns: [],
  parse(args, session) {
    const text = args.replace(/^\s*\/[Dd](?=\s|$)/, (option) => ' '.repeat(option.length));
    return { expression: parseWhole(text.trim() === '' ? '.' : text, session.reading) };
  },
  async run(session, { expression }) {
    const { pointerSize } = session;
    const value = await expressionIn(session, expression);
    const address = pointerSize === 4 ? value & 0xffffffffn : value;
    const named = await nameOf(session, address);
    const module = session.moduleAt(address);
    const at = session.address(address);
    const none = { pointerSize, address, before: null, after: null, exact: [], source: null, fromExports: false };
    if (!named?.name || !module || at === null) return none;
    const rva = at - module.base;
    const table = session.symbolsOf(module)?.table ?? null;
    const base = toUnsigned(module.base);
    const start = table?.at(rva);
    const before: Near = {
      address: start ? base + BigInt(start.rva) : address - named.offset,
      name: `${module.name}!${named.name}`,
      offset: named.offset,
    };
    let next: { readonly rva: number; readonly name: string } | null = null;
    for (const symbol of table?.symbols() ?? [])
      if (symbol.rva > rva && symbol.kind !== 'constant' && (next === null || symbol.rva < next.rva)) next = symbol;
    const line = table?.lineAt(rva);
    return {
      pointerSize,
      address,
      before,
      after: next && {
        address: base + BigInt(next.rva),
        name: `${module.name}!${next.name}`,
        offset: BigInt(next.rva - rva),
      },
      exact:
        named.offset === 0n
          ? (table?.aliases(rva) ?? []).map((alias) => {
              // The public of a variable says less than its typed symbol, which is found by name.
              const same = alias.kind === 'public' ? table?.find(alias.name) : null;
              const symbol = same?.kind === 'data' && same.rva === alias.rva ? same : alias;
              const type = table?.typeNameOf?.(symbol) ?? null;
              if (symbol.kind === 'data') return `${module.name}!${symbol.name} = ${type ?? '<no type information>'}`;
              const parameters = /\(.*\)$/.exec(type ?? '')?.[0] ?? '(<no parameter info>)';
              return `${module.name}!${symbol.name} ${parameters}`;
            })
          : [],
      source: line ? `${line.file}(${line.line})` : null,
      fromExports: named.fromExports,
    };
  },
  render({ pointerSize, before, after, exact, source, fromExports }, text) {
    text.link('Browse module', 'lm').line();
    text.link('Set bu breakpoint', 'bu').line();
    text.line();
    if (!before) return;
    if (fromExports) text.line('*** WARNING: names come from the export table and may be wrong');
    if (source !== null) text.write(source).line(before.offset === 0n ? '' : `+0x${before.offset.toString(16)}`);
    const left = `(${addressText(before.address, pointerSize)})   ${before.name}${before.offset === 0n ? '' : `+0x${before.offset.toString(16)}`}`;
    text.line(after ? `${left}   |  (${addressText(after.address, pointerSize)})   ${after.name}` : left);
    if (exact.length > 0) {
      text.line('Exact matches:');
      for (const name of exact) text.line(`    ${name}`);
    }
  },
});
