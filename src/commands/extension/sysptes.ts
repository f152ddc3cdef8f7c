import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { type PteUse, readSystemPtes } from '../../windows/system-pte-reader.ts';

export default command<Record<string, never>, { readonly uses: readonly PteUse[] }>({
  name: '!sysptes',
  syntax: '!sysptes',
  summary: 'Shows how many system page table entries there are, how many are free, and how often allocations failed.',
  example: '!sysptes',
  patterns: ['insufficient-memory-pte'],
  notes: 'Flags (lists of free blocks, of mappings and their owners) are not supported. The layout is ours.',
  parse(args, session) {
    noArguments(args, '!sysptes');
    void session.target;
    return {};
  },
  async run(session) {
    const uses = readSystemPtes(await needWholeKernel(session, '!sysptes', 'the counters of system PTEs'));
    if (uses.length === 0) throw new UsageError('!sysptes', 'the counters of system PTEs are not in the dump');
    return { uses };
  },
  render({ uses }, text) {
    text.line('System PTE Information');
    for (const { name, total, free, failures } of uses) {
      text.line(` ${name}`);
      if (total !== null) text.line(`   Total: ${total}`);
      if (free !== null) text.line(`   Free:  ${free} (${free * 4n} Kb)`);
      if (failures !== null && failures > 0n) text.line(`   ${failures} allocations have failed`);
    }
  },
});
