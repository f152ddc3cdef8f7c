import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { readSection } from '../../debugger/critical-sections.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { writeCriticalSection } from '../../debugger/user-locks.ts';
import type { CriticalSection } from '../../windows/critical-section.ts';

export default command<
  { readonly expression: Expression },
  { readonly pointerSize: 4 | 8; readonly section: CriticalSection }
>({
  name: '!critsec',
  syntax: '!critsec address',
  summary: 'Shows one critical section: owner, waiters, recursion.',
  example: '!critsec @$teb',
  patterns: ['wait-chain-critical-sections', 'deadlock-critical-sections', 'high-contention-critical-sections'],
  notes: 'EntryCount and ContentionCount are left out where the debug information is not in the dump.',
  parse(args, session) {
    if (args.trim() === '') throw new UsageError('!critsec', 'Missing the address of a critical section', args.length);
    return { expression: parseWhole(args, session.reading) };
  },
  async run(session, { expression }) {
    const address = await expressionIn(session, expression);
    return { pointerSize: session.pointerSize, section: await readSection(session, address, '!critsec') };
  },
  render({ pointerSize, section }, text) {
    text.line();
    writeCriticalSection(text, section, pointerSize);
  },
});
