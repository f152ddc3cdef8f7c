import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessList } from '../../debugger/kernel-process.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { writeMissingProcesses } from '../../debugger/process-text.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { toUnsigned } from '../../memory/space.ts';
import { imageNameOf } from '../../windows/process-identity.ts';

interface Row {
  readonly address: bigint;
  readonly id: number | null;
  readonly image: string | null;
}

interface Data {
  readonly pointerSize: 4 | 8;
  readonly rows: readonly Row[];
  /** Why processes may be missing, for people. */
  readonly broken: string | null;
}

export default command<null, Data>({
  name: '!dml_proc',
  syntax: '!dml_proc',
  summary: 'Lists processes in one line each, with links to more about them.',
  example: '!dml_proc',
  patterns: [],
  notes: 'The columns are from memory: no public transcript of the corpus shows them.',
  parse(args) {
    noArguments(args, '!dml_proc');
    return null;
  },
  async run(session) {
    const kernel = await needWholeKernel(session, '!dml_proc', 'the list of processes');
    const { items, broken } = needProcessList(kernel, '!dml_proc');
    const rows = items.map((at) => {
      const process = kernel.object('_EPROCESS', at);
      return { address: toUnsigned(at), id: process.number('UniqueProcessId'), image: imageNameOf(process) };
    });
    return { pointerSize: kernel.pointerSize, rows, broken };
  },
  render({ pointerSize, rows, broken }, text) {
    text.line(`${'Address'.padEnd(pointerSize * 2)} PID  Image file name`);
    for (const { address, id, image } of rows) {
      const at = plainAddress(address, pointerSize);
      text.link(at, `!process ${at} 7`).line(` ${(id?.toString(16) ?? '?').padEnd(4)} ${image ?? '?'}`);
    }
    writeMissingProcesses(text, broken);
  },
});
