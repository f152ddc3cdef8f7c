import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { Evaluator, evaluateModel } from '../../debugger/data-model/evaluate.ts';
import { splitFormat } from '../../debugger/data-model/format-specifier.ts';
import { writeGrid, writeTree } from '../../debugger/data-model/tree-text.ts';
import { type ModelNode, type ViewOptions, viewModel } from '../../debugger/data-model/view.ts';

interface Options extends ViewOptions {
  readonly grid: boolean;
  readonly expression: string;
  /** Column of the expression in the arguments, for carets. */
  readonly at: number;
}

/** Deeper trees are no use to people. */
const DEEPEST = 20;
const FLAG = /^\s*-(?:r(\d*)|(g|gc\s*\d*)|(n)|(v))(?=\s|$)/;

export default command<Options, { readonly grid: boolean; readonly node: ModelNode }>({
  name: 'dx',
  syntax: 'dx [-r N] [-g] [-n] expression[,format]',
  summary:
    'Evaluates an expression of the data model: @$cursession, @$curprocess, @$curthread, typed objects, LINQ verbs with lambdas; -g prints a grid, -n ignores NatVis.',
  example: 'dx -r2 @$curprocess',
  patterns: [],
  notes:
    'A subset of the data model of WinDbg. Members that need a live system are not there; what cannot be read is shown in angle brackets with the reason. At most 100 items of a sequence are shown, [...] stands for the rest; the widths of columns of a grid are our choice.',
  parse(args, session) {
    void session.target;
    let rest = args;
    let [depth, grid, raw] = [1, false, false];
    for (let found = FLAG.exec(rest); found; found = FLAG.exec(rest)) {
      rest = rest.slice(found[0].length);
      if (found[2] !== undefined) grid = true;
      else if (found[3] !== undefined) raw = true;
      else if (found[1] !== undefined) {
        const apart = found[1] === '' ? /^\s+(\d+)(?=\s)/.exec(rest) : null;
        if (apart) rest = rest.slice(apart[0].length);
        depth = Math.min(DEEPEST, Number(apart?.[1] ?? (found[1] === '' ? 1 : found[1])));
      }
    }
    const expression = rest.trim();
    const at = args.length - rest.trimStart().length;
    if (expression.startsWith('-') && /^-[A-Za-z]/.test(expression))
      throw new UsageError('dx', `Unknown option '${expression.split(/\s/)[0]}'`, at);
    if (expression === '') throw new UsageError('dx', 'Syntax error: dx needs an expression', args.length);
    return { depth, grid, raw, at, format: splitFormat(expression).format, expression };
  },
  async run(session, { depth, grid, raw, format, expression, at }) {
    try {
      const value = await evaluateModel(session, splitFormat(expression).expression);
      const options = { depth: grid ? Math.max(2, depth) : depth, format, raw };
      return { grid, node: await viewModel(new Evaluator(session), expression, value, options) };
    } catch (error) {
      if (error instanceof UsageError && error.position !== null)
        throw new UsageError('dx', error.message, error.position + at);
      throw error;
    }
  },
  render({ grid, node }, text) {
    if (grid) writeGrid(node, text);
    else writeTree(node, text);
  },
});
