import { UsageError } from '../../bytes/errors.ts';
import { codeOptions } from '../../debugger/code.ts';
import { command } from '../../debugger/command.ts';

export default command<{ readonly set: boolean | null }, { readonly codeBytes: boolean }>({
  name: '.asm',
  syntax: '.asm [no_code_bytes | code_bytes]',
  summary: 'Shows or sets whether disassembly shows the bytes of instructions.',
  example: '.asm no_code_bytes',
  patterns: [],
  parse(args) {
    const word = args.trim().toLowerCase();
    if (word === '') return { set: null };
    if (word === 'no_code_bytes') return { set: false };
    if (word === 'code_bytes' || word === '-' || word === 'no_code_bytes-') return { set: true };
    throw new UsageError(
      '.asm',
      `Unrecognized option '${word}'; no_code_bytes and code_bytes are known`,
      args.length - args.trimStart().length,
    );
  },
  run(session, { set }) {
    if (set !== null) codeOptions(session).codeBytes = set;
    return { codeBytes: codeOptions(session).codeBytes };
  },
  render({ codeBytes }, text) {
    text.line(`Assembly options:${codeBytes ? ' <none>' : ' no_code_bytes'}`);
  },
});
