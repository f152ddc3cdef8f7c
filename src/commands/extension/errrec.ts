import { UsageError } from '../../bytes/errors.ts';
import { addressArgument } from '../../debugger/address-argument.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { toAddress } from '../../memory/space.ts';
import { type ErrorRecord, readErrorRecord } from '../../windows/error-record.ts';

interface Data {
  readonly record: ErrorRecord;
  readonly pointerSize: 4 | 8;
}

/** Bug check 124: its second parameter is the address of the error record, whatever the source of the error. */
const WHEA_UNCORRECTABLE_ERROR = 0x124;

export default command<{ readonly address: Expression | null }, Data>({
  name: '!errrec',
  aliases: ['!whea'],
  syntax: '!errrec [address]',
  summary: 'Shows a hardware error record; without an address, that of bug check 124.',
  example: '!errrec',
  patterns: [],
  notes:
    'The contents of sections are not decoded. !whea shows the record of the bug check; error sources are not listed.',
  parse(args, session) {
    void session.target;
    return { address: args.trim() === '' ? null : parseWhole(args, session.reading) };
  },
  async run(session, { address }) {
    const { bugcheck } = session.target;
    const isWhea = bugcheck !== null && (bugcheck.code & 0xfffffff) === WHEA_UNCORRECTABLE_ERROR;
    if (address === null && !isWhea)
      throw new UsageError(
        '!errrec',
        'the bug check is not 124 (WHEA_UNCORRECTABLE_ERROR): give the address of a record',
      );
    const at =
      address === null ? toAddress(bugcheck?.parameters[1] ?? 0n) : await addressArgument(session, address, '!errrec');
    const record = at === null ? null : readErrorRecord(session.memory, at);
    if (!record) throw new UsageError('!errrec', 'no error record is at this address, or it is not in the dump', 0);
    return { record, pointerSize: session.pointerSize };
  },
  render({ record, pointerSize }, text) {
    const hex = (value: bigint) => value.toString(16).padStart(pointerSize * 2, '0');
    const word = (value: number) => `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
    const row = (label: string, value: string) => text.line(`${label.padEnd(13)} : ${value}`);
    const heading = (title: string) => text.line('='.repeat(79)).line(title).line('-'.repeat(79));
    heading(`Common Platform Error Record @ ${hex(record.address)}`);
    row('Record Id', record.recordId.toString(16).padStart(16, '0'));
    row('Severity', record.severity);
    row('Length', String(record.length));
    row('Creator', record.creator);
    row('Notify Type', record.notification);
    if (record.time !== null) row('Timestamp', `${record.time} (UTC)`);
    row('Flags', word(record.flags));
    for (const [index, section] of record.sections.entries()) {
      text.line();
      heading(`${`Section ${index}`.padEnd(13)} : ${section.type}`);
      text.line(`${'Descriptor'.padEnd(13)} @ ${hex(section.descriptor)}`);
      text.line(`${'Section'.padEnd(13)} @ ${hex(section.address)}`);
      row('Offset', String(section.offset));
      row('Length', String(section.length));
      row('Flags', `${word(section.flags)}${section.flags & 1 ? ' Primary' : ''}`);
      row('Severity', section.severity);
      if (section.part !== null) row('FRU Text', section.part);
    }
    if (record.lost) text.line().line(record.lost);
  },
});
