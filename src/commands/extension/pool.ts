import { UsageError } from '../../bytes/errors.ts';
import { addressArgument } from '../../debugger/address-argument.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { needKernel } from '../../debugger/kernel.ts';
import { writePoolPage } from '../../debugger/pool-text.ts';
import { readBigPool } from '../../windows/big-pool-reader.ts';
import type { PoolPage } from '../../windows/pool.ts';
import { readPoolPage } from '../../windows/pool-page-reader.ts';

interface Data {
  readonly page: PoolPage;
  readonly pointerSize: 4 | 8;
  readonly quiet: boolean;
}

export default command<{ readonly address: Expression; readonly quiet: boolean }, Data>({
  name: '!pool',
  syntax: '!pool address [flags]',
  summary: 'Shows the allocations in the page of pool that holds an address, or the large allocation it lies in.',
  example: '!pool fffffa8000000000',
  patterns: [],
  notes:
    'Flag 2 shows only the block that holds the address. Pages of segment heaps (pool since Windows 10 2004) are recognised, their blocks are not listed. Names of owners (pooltag.txt) are not at hand.',
  parse(args, session) {
    void session.target;
    const [, address = '', flags = ''] = /^\s*(.*?)(?:\s+([0-9a-f]))?\s*$/i.exec(args) ?? [];
    if (address === '') throw new UsageError('!pool', '!pool needs an address', 0);
    return { address: parseWhole(address, session.reading), quiet: (Number.parseInt(flags || '0', 16) & 2) !== 0 };
  },
  async run(session, { address, quiet }) {
    const kernel = await needKernel(session, '!pool');
    const at = await addressArgument(session, address, '!pool');
    if (!kernel.structure('_POOL_HEADER'))
      throw new UsageError('!pool', 'the symbols of nt do not define _POOL_HEADER');
    return { page: readPoolPage(kernel, at, readBigPool(kernel)), pointerSize: session.pointerSize, quiet };
  },
  render: ({ page, pointerSize, quiet }, text) => writePoolPage(text, page, pointerSize, quiet),
});
