import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type ForEachData, runForEach, writeForEach } from '../../debugger/for-each.ts';
import { closed } from '../../debugger/script/stand-ins.ts';
import { wildcard } from '../../debugger/wildcard.ts';
import { toUnsigned } from '../../memory/space.ts';

interface Options {
  readonly module: string;
  readonly pattern: string;
  readonly line: string;
}

const ARGUMENTS = /^\s*-m:(\S+)\s+-p:(\S+)\s+-c:(.+)$/s;
/** Public symbols are functions too where nothing better is known. */
const KINDS: ReadonlySet<string> = new Set(['function', 'public', 'export']);
const MOST = 100_000;

export default command<Options, ForEachData>({
  name: '!for_each_function',
  syntax: '!for_each_function -m:module -p:pattern -c:commands',
  summary:
    'Runs commands for each function of a module whose name fits a pattern, with @#FunctionName, @#SymbolName, @#SymbolAddress and @#ModuleName replaced.',
  example: '!for_each_function -m:nt -p:KeBugCheck* -c:.echo @#FunctionName',
  patterns: [],
  holdsCommands: true,
  notes: 'Exports count as functions, and so do public symbols where the file does not tell code from data.',
  parse(args, session) {
    void session.target;
    const found = ARGUMENTS.exec(args);
    if (!found) {
      const what = 'needs -m:module -p:pattern -c:commands';
      throw new UsageError('!for_each_function', `Syntax error: !for_each_function ${what}`, 0);
    }
    return { module: found[1]!, pattern: found[2]!, line: found[3]!.trim().replace(/^"(.*)"$/s, '$1') };
  },
  async run(session, { module: name, pattern, line }) {
    const module = session.moduleNamed(name);
    if (!module) throw new UsageError('!for_each_function', `there is no module ${name}`, 0);
    const table = await session.needSymbols(module);
    if (!table) throw new UsageError('!for_each_function', `no symbols were found for ${module.name}`, 0);
    const matches = wildcard(pattern);
    const base = toUnsigned(module.base);
    const values = [];
    for (const symbol of table.symbols()) {
      if (!KINDS.has(symbol.kind) || symbol.isCode === false || !matches.test(symbol.name)) continue;
      if (values.length >= MOST) throw new UsageError('!for_each_function', `more than ${MOST} functions fit`, 0);
      values.push({
        FunctionName: closed(symbol.name),
        SymbolName: closed(`${module.name}!${symbol.name}`),
        SymbolAddress: `0x${(base + BigInt(symbol.rva)).toString(16)}`,
        ModuleName: closed(module.name),
      });
    }
    return runForEach(session, '!for_each_function', { line, after: '' }, values);
  },
  render: (data, text) => writeForEach(text, data),
});
