import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { parseRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import { readAvailable } from '../../memory/space.ts';

interface Options {
  readonly path: string;
  readonly range: RangeSyntax;
}

interface Data {
  readonly path: string;
  readonly address: bigint;
  readonly asked: number;
  /** Bytes in the file; fewer than asked where memory ends before. */
  readonly written: number;
}

const MOST = 1 << 28;

export default command<Options, Data>({
  name: '.writemem',
  syntax: '.writemem file range',
  summary: 'Saves a range of memory in a new file of this machine.',
  example: '.writemem stack.bin @$csp L1000',
  patterns: [],
  notes: 'A file that exists is not overwritten. Memory that the dump lacks ends the file, and the text says where.',
  parse(args, session) {
    const found = /^\s*(?:"([^"]+)"|(\S+))/.exec(args);
    if (!found) throw new UsageError('.writemem', `Syntax error: ${this.syntax}`, args.length);
    const at = found[0].length;
    const { range, end } = parseRange(args, session.reading, at);
    if (!range.start || !(range.count || range.end))
      throw new UsageError('.writemem', 'Missing range, as in .writemem file @$csp L1000', at);
    const rest = args.slice(end).trim();
    if (rest !== '') throw new UsageError('.writemem', `Extra character error in '${rest}'`, end);
    return { path: found[1] ?? found[2]!, range };
  },
  async run(session, { path, range }) {
    if (!session.writeFile) throw new UsageError('.writemem', 'files cannot be written here');
    const { address, count } = await resolveRange(session, range, {
      unit: 1,
      count: 0,
      key: 'writemem',
      command: '.writemem',
    });
    if (count > MOST) throw new UsageError('.writemem', 'Range error: more than 256 MB', 0);
    const at = session.address(address);
    const bytes = at === null ? new Uint8Array(0) : readAvailable(session.memory, at, count);
    if (bytes.length === 0)
      throw new UsageError('.writemem', `Unable to read memory at ${address.toString(16)}: nothing was written`);
    session.writeFile(path, bytes);
    return { path, address, asked: count, written: bytes.length };
  },
  render({ address, asked, written }, text) {
    text.line(`Writing ${asked.toString(16)} bytes.`);
    if (written < asked)
      text.line(
        `Unable to read memory at ${(address + BigInt(written)).toString(16)}, file is incomplete: it has ${written.toString(16)} bytes`,
      );
  },
});
