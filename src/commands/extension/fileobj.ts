import { command } from '../../debugger/command.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needAt, neededAddress } from '../../debugger/needed-address.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { FILE_FLAGS, type FileObject, readFileObject } from '../../windows/file-object.ts';

interface Data extends FileObject {
  readonly pointerSize: 4 | 8;
}

export default command<{ readonly address: Expression }, Data>({
  name: '!fileobj',
  syntax: '!fileobj address',
  summary: 'Shows a file object: name, device, flags, access and what the cache has of it.',
  example: '!fileobj @$csp',
  patterns: [],
  notes: 'No public transcript of the corpus shows the layout.',
  parse: (args, session) => ({
    address: neededAddress(args, session, '!fileobj', 'the address of a file object'),
  }),
  async run(session, { address }) {
    const kernel = await needWholeKernel(session, '!fileobj', 'file objects');
    const file = await needAt(session, address, '!fileobj', 'file object', (at) => readFileObject(kernel, at));
    return { ...file, pointerSize: kernel.pointerSize };
  },
  render(data, text) {
    const at = (value: bigint | null) => `0x${plainAddress(value, data.pointerSize)}`;
    text
      .line()
      .line(data.name ?? '<name not in the dump>')
      .line();
    if (data.related) {
      text.write('Related File Object: ');
      text.link(at(data.related), `!fileobj ${at(data.related)}`).line();
    }
    text.write('Device Object: ');
    text.link(at(data.device), `!devobj ${at(data.device)}`).line();
    text.line(data.vpb ? `Vpb: ${at(data.vpb)}` : 'Vpb is NULL');
    if (data.signalled !== null) text.line(`Event ${data.signalled ? 'signalled' : 'not signalled'}`);
    text.line(`Access: ${data.access === null ? '?' : data.access.join(' ') || 'none'}`);
    text.line().line(`Flags:  ${data.flags === null ? '?' : `0x${data.flags.toString(16)}`}`);
    for (const [bit, name] of FILE_FLAGS) if (((data.flags ?? 0) & bit) !== 0) text.line(`\t${name}`);
    text.line().line(`FsContext: ${at(data.fsContext)}\tFsContext2: ${at(data.fsContext2)}`);
    text.line(`CurrentByteOffset: ${data.currentByteOffset === null ? '?' : data.currentByteOffset.toString(16)}`);
    if (data.sections) {
      text.line('Cache Data:').line(`  Section Object Pointers: ${at(data.sections)}`);
      text.line(`  Shared Cache Map: ${at(data.sharedCacheMap)}`);
      text.line(`  Data Section: ${at(data.dataSection)}  Image Section: ${at(data.imageSection)}`);
    }
  },
});
