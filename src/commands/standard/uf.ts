import { UsageError } from '../../bytes/errors.ts';
import {
  type CodeLine,
  codeOptions,
  codeStyle,
  disassemblerOf,
  lineOf,
  naming,
  needNames,
  readCode,
} from '../../debugger/code.ts';
import { renderCode } from '../../debugger/code-text.ts';
import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { parseWhole } from '../../debugger/expression-syntax.ts';
import { functionFlow } from '../../debugger/flow.ts';
import { addressText, nameLoaded, nameOf, nameText, startOfName } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { toUnsigned } from '../../memory/space.ts';

interface Options {
  readonly expression: Expression;
  readonly calls: boolean;
  readonly text: string;
}

interface FunctionData {
  readonly pointerSize: 4 | 8;
  readonly codeBytes: boolean;
  readonly style: 'x86' | 'arm';
  readonly calls: boolean;
  readonly name: string;
  readonly entry: bigint;
  readonly lines: readonly CodeLine[];
  /** Starts and successors of the basic blocks; a successor before its block is a loop. */
  readonly blocks: readonly { readonly start: bigint; readonly next: readonly bigint[] }[];
  /** Addresses where the code could not be read. */
  readonly cut: readonly bigint[];
}

const MOST_BYTES = 1024;

function labelOf(session: Session, address: bigint): string | null {
  const named = nameLoaded(session, address);
  return named && nameText(named);
}

export default command<Options, FunctionData>({
  name: 'uf',
  syntax: 'uf [-c] address',
  summary:
    'Disassembles a whole function by its control flow, one paragraph for each basic block; -c lists its calls only.',
  example: 'uf @$ip',
  patterns: [],
  parse(args, session, typed) {
    const flags = /^(\s*[-/][a-zA-Z]+)*/.exec(args)![0];
    for (const flag of flags.match(/[a-zA-Z]+/g) ?? [])
      if (!/^[cDomiO]+$/.test(flag)) throw new UsageError(typed, `Invalid option '-${flag}'`, 0);
    const text = args.slice(flags.length).trim();
    return {
      expression: parseWhole(text === '' ? '.' : text, session.reading),
      calls: flags.includes('c'),
      text: `${typed} ${args.trim()}`.trim(),
    };
  },
  async run(session, { expression, calls, text }) {
    const address = await expressionIn(session, expression);
    await nameOf(session, address);
    const start = startOfName(session, address) ?? address;
    const entry = session.address(start);
    const disassembler = disassemblerOf(session, 'uf');
    if (entry === null) throw new UsageError('uf', `No code found, aborting`);
    const owner = nameLoaded(session, start);
    const inside = (target: number): boolean => {
      const named = nameLoaded(session, toUnsigned(target));
      return owner === null ? named === null : named?.module === owner.module && named.name === owner.name;
    };
    const decode = (at: number, most: number, names = false) =>
      disassembler.decode(
        readCode(session, toUnsigned(at), Math.min(MOST_BYTES, most * 15)),
        at,
        most,
        names ? naming(session) : undefined,
      );
    const bare = functionFlow(entry, decode, inside);
    if (bare.blocks.length === 0) throw new UsageError('uf', `No code found, aborting: '${text}' cannot be read`);
    await needNames(
      session,
      bare.blocks.flatMap((block) => block.instructions),
    );
    const blocks = bare.blocks.map((block) => ({
      ...block,
      instructions: block.instructions.flatMap((one) =>
        disassembler.decode(one.bytes, one.address, 1, naming(session)),
      ),
    }));
    const lines = blocks.flatMap((block) =>
      block.instructions
        .filter((one) => !calls || one.flow === 'call' || one.flow === 'indirect-call')
        .map((one, index) => {
          const named = index === 0 ? nameLoaded(session, toUnsigned(one.address)) : null;
          if (calls) return lineOf(one, labelOf(session, toUnsigned(one.address)));
          return lineOf(one, named ? nameText(named) : index === 0 ? '' : null);
        }),
    );
    return {
      pointerSize: session.pointerSize,
      codeBytes: codeOptions(session).codeBytes,
      style: codeStyle(session),
      calls,
      name: owner ? nameText(owner) : '',
      entry: start,
      lines,
      blocks: blocks.map((block) => ({ start: toUnsigned(block.start), next: block.next.map(toUnsigned) })),
      cut: bare.cut.map(toUnsigned),
    };
  },
  render(data, text) {
    if (data.calls) {
      text.line(`${data.name} (${addressText(data.entry, data.pointerSize)})`);
      for (const line of data.lines) {
        text.line(`  ${line.label ?? ''} (${addressText(line.address, data.pointerSize)}):`);
        text.line(`    ${line.mnemonic} to ${line.operands}`);
      }
      return;
    }
    renderCode(data.lines, data.pointerSize, data.codeBytes, text, data.style, true);
    for (const address of data.cut) {
      text.line();
      text.line(`${addressText(address, data.pointerSize)} ??              ???`);
    }
  },
});
