import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import type { Target } from '../../target/target.ts';

interface Data {
  readonly kind: Target['kind'];
  readonly pointerSize: 4 | 8;
  readonly path: string;
}

const KINDS: Readonly<Record<Target['kind'], string>> = {
  'user-minidump': 'User mini dump',
  'user-full-dump': 'Full memory user mini dump',
  'kernel-triage-dump': '{}-bit Mini kernel dump',
  'kernel-dump': '{}-bit Kernel summary dump',
  'complete-dump': '{}-bit Full kernel dump',
};

export default command<Record<string, never>, Data>({
  name: '||',
  syntax: '|| [0 s]',
  summary: 'Names the dump that is open; memoretics debug FILE FILE opens several, which ||N s chooses from.',
  example: '||',
  patterns: [],
  notes: 'Words for the kinds of dumps are near those of WinDbg, of which the corpus has no transcript.',
  parse(args, session) {
    void session.target;
    // This command knows the dump in force alone; of several the conversation answers, where it can see the command.
    if (session.promptPrefix !== '')
      throw new UsageError('||', 'with several dumps open || cannot stand within other commands', 0);
    if (!/^\s*(?:[.#*]|0\s*s?)?\s*$/i.test(args))
      throw new UsageError('||', 'there is one dump, number 0; memoretics debug FILE FILE opens several', 0);
    return {};
  },
  run: ({ target, theCase }) => ({ kind: target.kind, pointerSize: target.pointerSize, path: theCase.source.path }),
  render({ kind, pointerSize, path }, text) {
    text.line(`.  0 ${KINDS[kind].replace('{}', String(pointerSize * 8))}: ${path}`);
  },
});
