import { UsageError } from '../../bytes/errors.ts';
import { addressArgument } from '../../debugger/address-argument.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { toUnsigned } from '../../memory/space.ts';
import { poolRegion, readPoolChain } from '../../windows/pool-page-reader.ts';
import { segmentHeapPage } from '../../windows/segment-heap.ts';

interface Data {
  readonly address: bigint;
  readonly region: string;
  readonly pointerSize: 4 | 8;
  readonly blocks: number;
  readonly broken: { readonly address: bigint; readonly why: string; readonly unreadable: boolean } | null;
  /** What a page of a segment heap is used for: it has no chain that could be valid. */
  readonly segmentHeap: string | null;
}

export default command<{ readonly address: Expression }, Data>({
  name: '!poolval',
  syntax: '!poolval address',
  summary: 'Checks the headers in the page of pool that holds an address: where their chain breaks, and how.',
  example: '!poolval fffffa8000000000',
  patterns: [],
  notes: 'Single bit errors are not searched for.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('!poolval', '!poolval needs an address', 0);
    return { address: parseWhole(args, session.reading) };
  },
  async run(session, { address }) {
    const kernel = await needKernel(session, '!poolval');
    const at = await addressArgument(session, address, '!poolval');
    const { blocks, broken } = readPoolChain(kernel, at);
    return {
      address: toUnsigned(at),
      region: poolRegion(kernel, at),
      pointerSize: session.pointerSize,
      blocks: blocks.length,
      broken,
      segmentHeap: broken ? (segmentHeapPage(kernel, at)?.use ?? null) : null,
    };
  },
  render({ address, region, pointerSize, blocks, broken, segmentHeap }, text) {
    const hex = (value: bigint) => value.toString(16).padStart(pointerSize * 2, '0');
    const page = hex(address & ~0xfffn);
    text.line(`Pool page ${hex(address)} region is ${region}`).line();
    text.line(`Validating Pool headers for pool page: ${hex(address)}`).line();
    if (segmentHeap !== null)
      return void text.line(
        `Pool page [ ${page} ] lies in a segment heap (${segmentHeap}): it has no chain of headers.`,
      );
    if (!broken) return void text.line(`Pool page [ ${page} ] is VALID: ${blocks} blocks.`);
    if (broken.unreadable && blocks === 0)
      return void text.line(`Pool page [ ${page} ] could not be read. It may be a freed, invalid or paged out page`);
    text.line(`Pool page [ ${page} ] is INVALID.`).line();
    text.line('Analyzing linked list...').line(`[ ${hex(broken.address)} ]: ${broken.why}`);
  },
});
