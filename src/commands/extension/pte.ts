import { UsageError } from '../../bytes/errors.ts';
import { addressArgument } from '../../debugger/address-argument.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { kernelOrNull } from '../../debugger/kernel.ts';
import { needPageTables } from '../../debugger/page-tables.ts';
import { writeEntries } from '../../debugger/translation-text.ts';
import type { AddressTranslation } from '../../windows/translation.ts';
import { currentDirectoryBase, translate } from '../../windows/translation-reader.ts';

interface Data {
  readonly translation: AddressTranslation;
  readonly pointerSize: 4 | 8;
}

export default command<{ readonly address: Expression }, Data>({
  name: '!pte',
  syntax: '!pte address',
  summary:
    'Shows the page table entries of an address in the current process: where they lie, what they contain and mean.',
  example: '!pte fffff78000000000',
  patterns: ['invalid-pointer'],
  notes:
    'Entries are read from physical memory through the directory base of the process that .process chose. Names of states of entries that are not valid follow MMPTE_SOFTWARE; only some of them are in public transcripts.',
  parse(args, session) {
    needPageTables(session, '!pte');
    if (args.trim() === '') throw new UsageError('!pte', '!pte needs an address', 0);
    return { address: parseWhole(args, session.reading) };
  },
  async run(session, { address }) {
    const at = await addressArgument(session, address, '!pte');
    const kernel = await kernelOrNull(session);
    const base = currentDirectoryBase(session.target);
    const translation = base === null ? null : translate(session.target, kernel, base, at);
    if (!translation) throw new UsageError('!pte', 'no page tables were found in the dump');
    return { translation, pointerSize: session.pointerSize };
  },
  render: ({ translation, pointerSize }, text) => writeEntries(text, translation, pointerSize),
});
