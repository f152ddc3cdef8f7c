import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { switchMachine } from '../../debugger/effective-machine.ts';
import type { Architecture } from '../../machine/context.ts';

const MACHINES: Readonly<Record<string, string>> = {
  x86: 'x86 compatible (x86)',
  x64: 'x64 (AMD64)',
  arm64: 'ARM 64-bit (AArch64) (ARM64)',
  arm: 'ARM (ARM)',
};

const SPELLINGS: Readonly<Record<string, Architecture>> = {
  x86: 'x86',
  amd64: 'x64',
  x64: 'x64',
  arm64: 'arm64',
};

export default command<{ readonly wanted: Architecture | null }, { readonly architecture: Architecture }>({
  name: '.effmach',
  syntax: '.effmach [. | x86 | amd64 | arm64]',
  summary: 'Shows the processor mode of registers and stack, or changes it for a thread that has both (WOW64).',
  example: '.effmach',
  patterns: [],
  notes:
    'A WOW64 thread begins in 32-bit mode, which is that of its program; its 64-bit registers are set as a context.',
  parse(args, session) {
    const asked = args.trim().toLowerCase();
    void session.target;
    if (asked === '') return { wanted: null };
    const wanted = asked === '.' ? session.target.architecture : SPELLINGS[asked];
    if (!wanted) throw new UsageError('.effmach', `Unknown machine '${asked}'`, 1);
    return { wanted };
  },
  run(session, { wanted }) {
    if (wanted !== null) switchMachine(session, wanted, '.effmach');
    return { architecture: session.architecture };
  },
  render: ({ architecture }, text) => {
    text.line(`Effective machine: ${MACHINES[architecture] ?? architecture}`);
  },
});
