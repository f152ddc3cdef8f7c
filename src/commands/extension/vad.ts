import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Text } from '../../debugger/text.ts';
import type { VadRange, VadTree } from '../../windows/vad.ts';
import { readVads, readVadsFrom } from '../../windows/vad-reader.ts';

interface Options {
  readonly root: Expression | null;
  /** One VAD alone, not the tree below it. */
  readonly single: boolean;
}

interface Data {
  readonly tree: VadTree;
  readonly pointerSize: 4 | 8;
}

export default command<Options, Data>({
  name: '!vad',
  syntax: '!vad [root [1]]',
  summary:
    'Shows the virtual address descriptors of the current process, or those below one of them; 1 shows it alone.',
  example: '!vad',
  patterns: [],
  notes: 'Start and End are page numbers. The columns follow public posts; no transcript of the corpus shows them.',
  parse(args, session) {
    void session.target;
    const [, root = '', flag = ''] = /^\s*(.*?)(?:\s+([01]))?\s*$/.exec(args) ?? [];
    return { root: root === '' ? null : parseWhole(root, session.reading), single: flag === '1' };
  },
  async run(session, { root, single }) {
    const kernel = await needWholeKernel(session, '!vad', 'the tree of virtual address descriptors');
    const process = session.target.process?.address ?? null;
    const { pointerSize } = session;
    if (root === null) {
      if (process === null) throw new UsageError('!vad', 'no process is current: choose one with .process');
      const tree = readVads(kernel, process);
      if (!tree) throw new UsageError('!vad', 'the root of the tree is not in the dump, or the symbols of nt lack it');
      return { tree, pointerSize };
    }
    const value = await expressionIn(session, root);
    const at = session.address(value);
    const tree = at === null ? null : readVadsFrom(kernel, process ?? 0, at);
    if (!tree) throw new UsageError('!vad', `no VAD at 0x${value.toString(16)}`, 0);
    const ranges = single ? tree.ranges.filter(({ address }) => address === value) : tree.ranges;
    return { tree: { ...tree, ranges }, pointerSize };
  },
  render: ({ tree, pointerSize }, text) => writeTree(text, tree, pointerSize),
});

function writeTree(text: Text, { ranges, lost }: VadTree, pointerSize: 4 | 8): void {
  const width = pointerSize * 2;
  text.line(`${'VAD'.padEnd(width)} Level        Start          End  Commit`);
  for (const range of ranges) {
    const hex = (value: bigint, size: number) => value.toString(16).padStart(size);
    const commit = range.commit === null ? '?' : String(range.commit);
    text.line(
      `${range.address.toString(16).padStart(width, '0')} ${String(range.level).padStart(3)}   ${hex(range.startPage, 12)} ${hex(range.endPage, 12)} ${commit.padStart(7)} ${kindText(range)} ${(range.protection ?? '').padEnd(18)} ${range.file ?? ''}`.trimEnd(),
    );
  }
  const levels = ranges.map(({ level }) => level);
  const average = levels.length === 0 ? 0 : Math.round(levels.reduce((sum, level) => sum + level, 0) / levels.length);
  const deepest = levels.reduce((most, level) => Math.max(most, level), 0);
  text.line().line(`Total VADs: ${ranges.length}, average level: ${average}, maximum depth: ${deepest}`);
  const sum = (wanted: (range: VadRange) => boolean) =>
    ranges.reduce((total, range) => total + (wanted(range) ? (range.commit ?? 0n) : 0n), 0n);
  const row = (label: string, pages: bigint) => text.line(`${label} 0x${pages.toString(16)} pages (${pages * 4n} KB)`);
  row(
    'Total private commit:',
    sum(({ type }) => type === 'Private'),
  );
  row(
    'Total shared commit: ',
    sum(({ type }) => type === 'Mapped'),
  );
  if (lost) text.line(`Not all may be here: ${lost}`);
}

function kindText({ type, isImage, isLargePage }: VadRange): string {
  return `${(type ?? '?').padEnd(7)} ${(isImage ? 'Exe' : isLargePage ? 'LargePag' : '').padEnd(4)}`;
}
