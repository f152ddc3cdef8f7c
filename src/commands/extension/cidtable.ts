import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import type { Text } from '../../debugger/text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type CidComparison, type CidDifference, compareCids } from '../../windows/cid-comparison.ts';

interface Data extends CidComparison {
  readonly pointerSize: 4 | 8;
}

export default command<null, Data>({
  name: '!cidtable',
  syntax: '!cidtable',
  summary:
    'Compares the processes and threads of the table of ids (PspCidTable) with those on the lists, and names what only one of them has.',
  example: '!cidtable',
  patterns: [],
  notes:
    'A command of ours. What has ended is left out of the comparison. Where the table or a list could not be read to its end, a difference proves nothing.',
  parse: () => null,
  async run(session) {
    const kernel = await needWholeKernel(session, '!cidtable', 'the table of process and thread ids');
    const comparison = compareCids(kernel);
    if (!comparison)
      throw new UsageError('!cidtable', 'PspCidTable is not in the dump, or unknown to the symbols of nt');
    return { ...comparison, pointerSize: kernel.pointerSize };
  },
  render({ pointerSize, processes, threads, onlyInTable, onlyListed, lost }, text) {
    text.line(`PspCidTable: ${processes} processes, ${threads} threads`);
    if (onlyInTable.length > 0) text.line('In the table, on no list:');
    for (const each of onlyInTable) writeDifference(text, each, pointerSize);
    if (onlyListed.length > 0) text.line('On a list, not in the table under their ids:');
    for (const each of onlyListed) writeDifference(text, each, pointerSize);
    if (onlyInTable.length + onlyListed.length === 0) text.line('The lists of processes and threads agree with it.');
    if (lost !== null) text.line(`Not complete: ${lost}`);
  },
});

function writeDifference(text: Text, { id, address, kind, image }: CidDifference, pointerSize: 4 | 8): void {
  const at = plainAddress(address, pointerSize);
  text.write(`    ${id === null ? '????' : hexPadded(id, 4)} ${kind.padEnd(7)} `);
  text.link(at, `!${kind} ${at}`).line(image === null ? '' : ` ${image}`);
}
