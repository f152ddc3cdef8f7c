import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { parseSearchPath } from '../../symbols/search-path.ts';

interface PathData {
  /** Null when the host does not tell. */
  readonly path: string | null;
  readonly expanded: readonly { readonly kind: string; readonly text: string }[];
}

export default command<Record<string, never>, PathData>({
  name: '.sympath',
  syntax: '.sympath',
  summary: 'Shows where symbols are looked for; the path itself is given with --symbols or _NT_SYMBOL_PATH.',
  example: '.sympath',
  patterns: [],
  parse(args) {
    if (args.trim() !== '')
      throw new UsageError('.sympath', 'the path is set when memoretics starts: --symbols PATH or _NT_SYMBOL_PATH', 0);
    return {};
  },
  run(session) {
    const path = session.symbolPath;
    const parts = path?.split(';') ?? [];
    return {
      path,
      expanded: parts.map((text) => ({
        kind: parseSearchPath(text, () => undefined).elements[0]?.kind ?? 'directory',
        text,
      })),
    };
  },
  render({ path, expanded }, text) {
    text.line(`Symbol search path is: ${path ?? '<not known here>'}`);
    text.line(`Expanded Symbol search path is: ${path?.toLowerCase() ?? ''}`);
    text.line();
    text.line('************* Path validation summary **************');
    text.line('Response                         Time (ms)     Location');
    for (const { kind, text: place } of expanded)
      text.line(`${(kind === 'server' || kind === 'url' ? 'Deferred' : 'OK').padEnd(46)} ${place}`);
  },
});
