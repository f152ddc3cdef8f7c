import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { type CachedFile, readCachedFiles } from '../../windows/cached-file-reader.ts';

interface Data {
  readonly files: readonly CachedFile[];
  readonly pointerSize: 4 | 8;
}

export default command<Record<string, never>, Data>({
  name: '!filecache',
  syntax: '!filecache',
  summary: 'Shows the files in the system cache by how much of them is mapped.',
  example: '!filecache',
  patterns: [],
  notes: 'A view maps 256 KB. The columns are ours: no public transcript of the corpus shows them.',
  parse(args, session) {
    noArguments(args, '!filecache');
    void session.target;
    return {};
  },
  async run(session) {
    const files = readCachedFiles(await needWholeKernel(session, '!filecache', 'the system cache'));
    if (!files) throw new UsageError('!filecache', 'symbols or memory do not lead to the views of the cache');
    return { files, pointerSize: session.pointerSize };
  },
  render({ files, pointerSize }, text) {
    const hex = (value: bigint | null) => (value === null ? '?' : value.toString(16)).padStart(pointerSize * 2, '0');
    text.line('***** Dump file cache ******');
    text.line(
      `${'Shared map'.padEnd(pointerSize * 2)}  ${'File object'.padEnd(pointerSize * 2)}    Views        Kb  File`,
    );
    for (const { sharedCacheMap, fileObject, views, name } of files)
      text.line(
        `${hex(sharedCacheMap)}  ${hex(fileObject)} ${String(views).padStart(8)} ${String(views * 256).padStart(9)}  ${name ?? ''}`.trimEnd(),
      );
    text.line().line(`${files.length} files are cached`);
  },
});
