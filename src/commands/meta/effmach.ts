import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

const MACHINES: Readonly<Record<string, string>> = {
  x86: 'x86 compatible (x86)',
  x64: 'x64 (AMD64)',
  arm64: 'ARM 64-bit (AArch64) (ARM64)',
  arm: 'ARM (ARM)',
};

export default command<Record<string, never>, { readonly architecture: string }>({
  name: '.effmach',
  syntax: '.effmach',
  summary: 'Shows the processor mode in which code and registers are shown.',
  example: '.effmach',
  patterns: [],
  notes: 'The mode cannot be switched: it follows the context, 32-bit for a WOW64 thread.',
  parse(args, session) {
    const asked = args.trim().toLowerCase();
    void session.target;
    if (asked !== '' && asked !== '.' && asked !== session.architecture)
      throw new UsageError('.effmach', `the mode is ${session.architecture} and cannot be changed to '${asked}'`, 1);
    return {};
  },
  run: (session) => ({ architecture: session.architecture }),
  render: ({ architecture }, text) => {
    text.line(`Effective machine: ${MACHINES[architecture] ?? architecture}`);
  },
});
