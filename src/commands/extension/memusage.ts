import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { PAGE_STATES, type PageUse, readPageUse } from '../../windows/pfn-reader.ts';

export default command<Record<string, never>, PageUse>({
  name: '!memusage',
  syntax: '!memusage',
  summary: 'Counts the physical pages in each state by the PFN database.',
  example: '!memusage',
  patterns: [],
  notes: 'The usage of single files (the long part of the output) is not shown: !filecache shows cached files.',
  parse(args, session) {
    void session.target;
    if (!/^\s*(0x)?8?\s*$/.test(args)) throw new UsageError('!memusage', 'only the summary (flag 8) is supported', 0);
    return {};
  },
  async run(session) {
    const use = readPageUse(await needWholeKernel(session, '!memusage', 'the PFN database'));
    if (!use) throw new UsageError('!memusage', 'the PFN database is not in the dump, or symbols do not lead to it');
    return use;
  },
  render({ pages, missing }, text) {
    text.line(' loading PFN database');
    const row = (label: string, count: number) =>
      text.line(`${`${label}:`.padStart(20)} ${String(count).padStart(8)} (${String(count * 4).padStart(8)} kb)`);
    for (const [state, name] of PAGE_STATES.entries()) row(name, pages[state] ?? 0);
    row(
      'TOTAL',
      pages.reduce((sum, count) => sum + count, 0),
    );
    if (missing > 0) row('Not in the dump', missing);
  },
});
