import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

export default command<{ readonly radix: 8 | 10 | 16 | null }, { readonly radix: number }>({
  name: 'n',
  syntax: 'n [8|10|16]',
  summary: 'Sets or shows the base in which MASM expressions read numbers without a prefix.',
  example: 'n 16',
  patterns: [],
  isWholeWord: true,
  parse(args) {
    const word = args.trim();
    if (word === '') return { radix: null };
    const radix = Number(word);
    if (radix !== 8 && radix !== 10 && radix !== 16) throw new UsageError('n', 'Bad base: it is 8, 10 or 16', 1);
    return { radix };
  },
  run(session, { radix }) {
    if (radix !== null) session.radix = radix;
    return { radix: session.radix };
  },
  render({ radix }, text) {
    text.line(`base is ${radix}`);
  },
});
