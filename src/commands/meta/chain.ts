import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { writeExtensionChain } from '../../debugger/extension-chain.ts';

export default command<Record<string, never>, { readonly extensions: readonly string[] }>({
  name: '.chain',
  syntax: '.chain [/D]',
  summary: 'Shows which extensions are loaded; those of memoretics are built in.',
  example: '.chain',
  patterns: [],
  parse(args) {
    if (!/^\s*(?:\/[dD])?\s*$/.test(args)) throw new UsageError('.chain', `Unexpected '${args.trim()}'`, 0);
    return {};
  },
  run: () => ({ extensions: ['memoretics'] }),
  render: ({ extensions }, text) => writeExtensionChain(text, extensions),
});
