import type { Topic } from '../../debugger/topic.ts';

/** Commands about the conversation, which the terminal answers itself. */
export type OwnCommand =
  | { readonly kind: 'clear' }
  | { readonly kind: 'notebook'; readonly path: string | null; readonly how: 'ask' | 'append' | 'overwrite' }
  | { readonly kind: 'link'; readonly which: string | null };

const NOTEBOOK = /^\.(?:notebook|export)(?:\s+(\/[ao])\b)?(?:\s+(?:"([^"]+)"|(\S.*?)))?\s*$/i;
const LINK = /^\.link(?:\s+(\S.*?))?\s*$/i;

export function ownCommand(text: string): OwnCommand | null {
  if (/^\.cls$/i.test(text)) return { kind: 'clear' };
  const notebook = NOTEBOOK.exec(text);
  if (notebook) {
    const [, option, quoted, bare] = notebook;
    const how = option === undefined ? 'ask' : /a/i.test(option) ? 'append' : 'overwrite';
    return { kind: 'notebook', path: quoted ?? bare ?? null, how };
  }
  const link = LINK.exec(text);
  return link && { kind: 'link', which: link[1] ?? null };
}

/** What help and completion say of commands that only a conversation has. */
export const OWN_TOPICS: readonly Topic[] = [
  {
    name: '.link',
    syntax: '.link [number | label]',
    summary:
      'Lists what the last output links to; with a number or the label of a link, runs its command or shows its address.',
    example: '.link 2',
    seeAlso: ['.prefer_dml', '.printf'],
    text: 'Links are underlined where the terminal has colours. Web pages open by a click where the terminal has hyperlinks (OSC 8). Terminals cannot run commands by a click unless they report the mouse: `.prefer_dml 1` and `--mouse` turn that on, and while it is on, Shift selects text.',
  },
  {
    name: '.notebook',
    syntax: '.notebook [/a | /o] [file]',
    summary: 'Writes the conversation to a file as Markdown, and goes on writing it as it grows; alone, says where.',
    example: '.notebook findings.md',
    seeAlso: ['.logopen'],
    text: 'Of a file that exists it asks whether to overwrite or to add to it; /o and /a answer in advance, and where nobody can be asked nothing is overwritten. --notebook FILE begins with one.',
  },
  {
    name: '||',
    syntax: '|| | ||* | ||<dump> | ||<dump>s',
    summary: 'Lists the opened dumps, or with s goes to another of them.',
    example: '||1s',
    seeAlso: ['.opendump', '.detach'],
    text: 'The dump in force is marked with a dot. It may stand among other commands of a line, not within blocks. With several dumps the prompt begins with the number of the one in force, as in ||0:0:000>.',
  },
  {
    name: '.opendump',
    syntax: '.opendump file',
    summary: 'Opens one more dump, a log, or an archive of them, and goes to it.',
    example: '.opendump other.dmp',
    seeAlso: ['||', '.detach'],
    text: 'WinDbg waits for g before it goes to the dump; here it is in force at once.',
  },
  {
    name: '.detach',
    syntax: '.detach',
    summary: 'Closes the dump in force; the last one ends the conversation.',
    example: '.detach',
    seeAlso: ['.opendump', 'q'],
    text: null,
  },
  {
    name: 'scripting',
    syntax: null,
    summary: 'Scripts for the debugger: C, its command language and TypeScript side by side, recipes, traps.',
    example: null,
    seeAlso: ['$<', '.if', '.for', '.foreach', '.printf', 'dx'],
    text: 'memoretics explain scripting prints the page of the handbook; memoretics script FILE.ts DUMP runs TypeScript or JavaScript over the same engine.',
  },
];
