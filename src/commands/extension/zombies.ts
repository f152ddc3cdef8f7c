import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { needProcessList } from '../../debugger/kernel-process.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { exitText, type ProcessView, writeMissingProcesses, writeProcess } from '../../debugger/process-text.ts';
import { kernelEra } from '../../windows/kernel-era.ts';
import { readObject } from '../../windows/object-reader.ts';
import { readProcess } from '../../windows/process-reader.ts';

interface Zombie {
  readonly view: ProcessView;
  /** What still refers to it, by its object header; null when not in the dump. */
  readonly handles: bigint | null;
  readonly references: bigint | null;
}

interface Data {
  readonly zombies: readonly Zombie[];
  readonly processes: number;
  /** How many by image, the most first. */
  readonly images: readonly { readonly image: string; readonly count: number }[];
  readonly broken: string | null;
}

export default command<null, Data>({
  name: '!zombies',
  syntax: '!zombies',
  summary:
    'Lists the processes that have exited but are kept by handles or references to them, and counts them by image.',
  example: '!zombies',
  patterns: [],
  notes: 'No command of WinDbg: the layout is ours. Since Windows 8.1 a handle counts for thousands of references.',
  parse(args, session) {
    void session.target;
    noArguments(args, '!zombies');
    return null;
  },
  async run(session) {
    const kernel = await needWholeKernel(session, '!zombies', 'the list of processes');
    const { items, broken } = needProcessList(kernel, '!zombies');
    const zombies: Zombie[] = [];
    const counts = new Map<string, number>();
    for (const at of items) {
      const process = readProcess(kernel, at, { threads: false });
      if (!process?.zombie) continue;
      const image = process.image ?? '?';
      counts.set(image, (counts.get(image) ?? 0) + 1);
      const object = readObject(kernel, at);
      const { pointerSize } = kernel;
      zombies.push({
        view: {
          era: kernelEra(kernel),
          pointerSize,
          process,
          inSession: kernel.object('_EPROCESS', at).pointer('Session') !== 0,
          statistics: false,
          threads: null,
        },
        handles: object?.handleCount ?? null,
        references: object?.pointerCount ?? null,
      });
    }
    const images = [...counts].map(([image, count]) => ({ image, count })).sort((a, b) => b.count - a.count);
    return { zombies, processes: items.length, images, broken };
  },
  render({ zombies, processes, images, broken }, text) {
    for (const { view, handles, references } of zombies) {
      writeProcess(text, view, [
        `    Exited ${exitText(view.process)}`,
        `    Kept by ${handles ?? '?'} handles, ${references ?? '?'} references`,
      ]);
    }
    text.line(`${zombies.length} of ${processes} processes have exited and are kept`);
    for (const { image, count } of images) text.line(`    ${String(count).padStart(5)} ${image}`);
    writeMissingProcesses(text, broken);
  },
});
