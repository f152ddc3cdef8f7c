import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { viewExpression } from '../../debugger/data-model/model-expression.ts';
import { wordsOf } from '../../debugger/data-model/reason.ts';
import { writeGrid, writeTree } from '../../debugger/data-model/tree-text.ts';
import type { ModelNode, ViewOptions } from '../../debugger/data-model/view.ts';

interface Options extends ViewOptions {
  readonly grid: boolean;
  /** Characters of a cell of a grid at most; null for as many as it has. */
  readonly cells: number | null;
  readonly expression: string;
  /** Column of the expression in the arguments, for carets. */
  readonly at: number;
}

interface Data {
  readonly grid: boolean;
  readonly cells: number | null;
  readonly node: ModelNode;
}

/** Deeper trees are no use to people. */
const DEEPEST = 20;
const MOST_SKIPPED = 100_000;
/** `-r2`, `-r 2`, `-g`, `-gc 20`, `-c 100`, `-n`, `-v`, and `-id 0,0,ffff...` of links. */
const FLAG = /^\s*-(?:r\s*(\d*)|(gc)\s*(\d+)|(g)|c\s*(\d+)|(n)|(v)|id\s+[\da-fx`]+(?:,[\da-fx`]+)*)(?=\s|$)/i;

export default command<Options, Data>({
  name: 'dx',
  syntax: 'dx [-g | -gc N] [-c N] [-n | -v] [-r N] expression[,format]',
  summary:
    'Evaluates an expression of the data model: Debugger, @$cursession, @$curprocess, @$curthread, typed objects, LINQ verbs with lambdas, variables of your own (dx @$name = value). -r opens so many levels, -g prints a grid, -gc one of narrow cells, -c passes items over, -n ignores NatVis, -v shows methods.',
  example: 'dx -r2 @$curprocess',
  patterns: [],
  holdsCommands: true,
  notes:
    'A subset of the data model of WinDbg. What a dump cannot tell (handles of the debugger, live registers of threads that did not run) is shown in angle brackets with the reason; what is lost of a list, or left out by a lambda that asks for memory that is missing, stands in parentheses behind it and behind all that is counted of it. -id, which links of debuggers have, is accepted and changes nothing. At most 100 items of a sequence are shown; [...] stands for the rest, which -c reaches.',
  parse(args, session) {
    void session.target;
    let rest = args;
    let options = { depth: 1, grid: false, cells: null as number | null, raw: false, verbose: false, skip: 0 };
    for (let found = FLAG.exec(rest); found; found = FLAG.exec(rest)) {
      rest = rest.slice(found[0].length);
      const [, levels, narrow, cells, grid, skip, raw, verbose] = found;
      if (levels !== undefined) options = { ...options, depth: levels === '' ? 1 : Math.min(DEEPEST, Number(levels)) };
      if (narrow) options = { ...options, grid: true, cells: Math.max(1, Number(cells)) };
      if (grid) options = { ...options, grid: true };
      if (skip) options = { ...options, skip: Math.min(MOST_SKIPPED, Number(skip)) };
      if (raw) options = { ...options, raw: true };
      if (verbose) options = { ...options, verbose: true };
    }
    const expression = rest.trim();
    const at = args.length - rest.trimStart().length;
    if (/^-[A-Za-z]+(?:\s|$)/.test(expression))
      throw new UsageError('dx', `Unknown option '${expression.split(/\s/)[0]}'`, at);
    if (expression === '') throw new UsageError('dx', 'Syntax error: dx needs an expression', args.length);
    return { ...options, at, expression };
  },
  async run(session, { grid, cells, expression, at, ...options }) {
    try {
      const depth = grid ? Math.max(2, options.depth) : options.depth;
      return { grid, cells, node: await viewExpression(session, expression, { ...options, depth }) };
    } catch (error) {
      if (error instanceof UsageError && error.position !== null)
        throw new UsageError('dx', wordsOf(error), error.position + at);
      throw error;
    }
  },
  render({ grid, cells, node }, text) {
    if (grid) writeGrid(node, cells, text);
    else writeTree(node, text);
  },
});
