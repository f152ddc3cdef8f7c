import { UsageError } from '../../bytes/errors.ts';
import { printable } from '../../bytes/text.ts';
import { command } from '../../debugger/command.ts';
import { parseNatvis } from '../../debugger/data-model/natvis-file.ts';
import { loadedFiles, setLoadedFiles } from '../../debugger/data-model/natvis-store.ts';

interface Data {
  readonly path: string;
  readonly types: number;
  readonly ignored: readonly string[];
}

export default command<{ readonly path: string }, Data>({
  name: '.nvload',
  syntax: '.nvload file.natvis',
  summary: 'Loads a NatVis file: dx then shows the types it describes as their author meant.',
  example: '.nvload orders.natvis',
  patterns: [],
  notes:
    'Understood are DisplayString, StringView, Intrinsic, SmartPointer, AlternativeType, and in Expand: Item, Synthetic, ExpandedItem, ArrayItems with Rank, IndexListItems, LinkedListItems, TreeItems and CustomListItems, all with conditions and views; UIVisualizer is passed over; what else the file has is named.',
  parse(args, session) {
    void session.target;
    const path = args.trim().replace(/^"(.*)"$/, '$1');
    if (path === '') throw new UsageError('.nvload', 'Syntax error: .nvload needs the name of a file', 0);
    return { path };
  },
  run(session, { path }) {
    if (!session.readText) throw new UsageError('.nvload', 'files cannot be read here');
    const file = parseNatvis(path, session.readText(path));
    setLoadedFiles(session, [file, ...loadedFiles(session).filter((each) => each.path !== path)]);
    return { path, types: file.visualizers.length, ignored: file.ignored };
  },
  render({ path, ignored }, text) {
    text.line(`Successfully loaded visualizers in "${path}"`);
    if (ignored.length > 0) text.line(`Not understood and left out: ${printable(ignored.join(', ')).slice(0, 1000)}`);
  },
});
