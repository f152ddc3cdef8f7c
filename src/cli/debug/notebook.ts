import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { printable } from '../../bytes/text.ts';
import { printableLines } from '../printable-lines.ts';
import type { DumpIdentity } from './messages.ts';

/** Longer conversations lose their beginning in what `.notebook` writes later; what has a file already is complete. */
const MOST_CHARACTERS = 32 << 20;

/** A command behind its prompt, with what it printed. It is made Markdown only for a file: outputs may be long. */
interface Entry {
  readonly head: string;
  text: string;
}

/**
 * The conversation as Markdown, for people to keep: the dumps, then each command with what it printed. Once it has a
 * file, it grows with the conversation.
 */
export class Notebook {
  readonly #dumps: DumpIdentity[] = [];
  readonly #entries: Entry[] = [];
  #characters = 0;
  #open: Entry | null = null;
  #path: string | null = null;
  get path(): string | null {
    return this.#path;
  }
  dump(identity: DumpIdentity): void {
    this.#dumps.push(identity);
    if (this.#path !== null) this.#append(aboutDump(identity));
  }
  command(prompt: string, command: string): void {
    this.end();
    this.#open = { head: `${prompt}${command}`, text: '' };
  }
  output(text: string): void {
    if (this.#open) this.#open.text += text;
  }
  /** The command is done: what it printed is kept. */
  end(): void {
    if (!this.#open) return;
    const entry = this.#open;
    this.#open = null;
    if (this.#path !== null) this.#append(entryText(entry));
    this.#entries.push(entry);
    this.#characters += entry.text.length;
    while (this.#characters > MOST_CHARACTERS && this.#entries.length > 1)
      this.#characters -= this.#entries.shift()!.text.length;
  }
  /** Writes all so far to a file, and what comes later as it comes. Throws what the file system says. */
  save(path: string, how: 'new' | 'append' | 'overwrite'): void {
    const text = this.markdown();
    if (how === 'append' && existsSync(path)) appendFileSync(path, `\n${text}`);
    else writeFileSync(path, text, { flag: how === 'new' ? 'wx' : 'w' });
    this.#path = path;
  }
  markdown(): string {
    const names = this.#dumps.map(({ name }) => name).join(', ');
    const parts = [
      `# ${inline(names || 'Conversation')}`,
      ...this.#dumps.map(aboutDump),
      ...this.#entries.map(entryText),
    ];
    return `${parts.join('\n\n')}\n`;
  }
  #append(text: string): void {
    try {
      appendFileSync(this.#path!, `\n${text}\n`);
    } catch (error) {
      process.stderr.write(`${printable(this.#path!)} cannot be written any more: ${(error as Error).message}\n`);
      this.#path = null;
    }
  }
}

function entryText({ head, text }: Entry): string {
  return fenced(`${head}\n${text}`);
}

function aboutDump({ name, bytes, about }: DumpIdentity): string {
  return `${inline(name)}, ${bytes} bytes:\n\n${fenced(about)}`;
}

/** A text that cannot be anything but text in Markdown. */
function inline(text: string): string {
  return printable(text).replace(/[\\`*_[\]<>#&!|~]/g, (sign) => `\\${sign}`);
}

/** A fence longer than any run of backticks in a text keeps that text from ending it. */
function fenced(text: string): string {
  const body = printableLines(text).trimEnd();
  let longest = 2;
  for (const [run] of body.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${body}\n${fence}`;
}
