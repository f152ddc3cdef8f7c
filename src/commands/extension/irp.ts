import { UsageError } from '../../bytes/errors.ts';
import { addressArgument } from '../../debugger/address-argument.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { withIoNames } from '../../debugger/io-context.ts';
import { writeIrp } from '../../debugger/irp-text.ts';
import type { IrpObject } from '../../windows/irp-object.ts';
import { readIrp } from '../../windows/irp-reader.ts';

interface Options {
  readonly address: Expression;
  readonly detail: boolean;
}

interface Data {
  readonly irp: IrpObject;
  readonly named: boolean;
  readonly detail: boolean;
}

/** Windows 8, with whose debuggers the names of functions came into `!irp`. */
const NAMED_BUILD = 9200;

export default command<Options, Data>({
  name: '!irp',
  syntax: '!irp address [1]',
  summary: 'Shows an I/O request packet and its stack locations with their drivers; 1 adds the members of the packet.',
  example: '!irp ffffe0007b71a960',
  patterns: [],
  notes: 'The names of functions are those of debuggers of Windows 8 and later; dumps of older systems show numbers.',
  parse(args, session) {
    void session.target;
    const [, address = '', detail = ''] = /^\s*(.*?)(?:\s+([0-9]))?\s*$/.exec(args) ?? [];
    if (address === '') throw new UsageError('!irp', '!irp needs the address of an IRP; !irpfind searches for them', 0);
    return { address: parseWhole(address, session.reading), detail: detail === '1' };
  },
  async run(session, { address, detail }) {
    const at = await addressArgument(session, address, '!irp');
    const irp = await withIoNames(session, (io) => readIrp(io, at));
    if (!irp) throw new UsageError('!irp', 'no IRP is at this address, or it is not in the dump', 0);
    const named = (session.target.system.build ?? NAMED_BUILD) >= NAMED_BUILD;
    return { irp, named, detail };
  },
  render: ({ irp, named, detail }, text) => writeIrp(text, irp, named, detail),
});
