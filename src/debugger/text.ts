import { poll } from '../bytes/interruption.ts';

/** A place in a text that can be followed: it runs a command, or opens a page of ours or of Microsoft's. */
export interface TextLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly to: { readonly command: string } | { readonly page: `https://${string}` };
}

/**
 * Where renderers write: lines of text, with DML links as a separate layer, so that one rendering serves a terminal, a
 * page and a golden file. Text from a dump is kept raw here; whoever prints it escapes it.
 */
export class Text {
  readonly #lines: string[] = [''];
  readonly links: TextLink[] = [];
  write(text: string): this {
    poll();
    const parts = text.split('\n');
    this.#lines[this.#lines.length - 1] += parts[0] ?? '';
    for (const part of parts.slice(1)) this.#lines.push(part);
    return this;
  }
  /** Part of a line: what ends a line inside of it is a dump's, whose texts must not look like lines of ours. */
  part(text: string): this {
    return this.write(text.replaceAll('\n', '\\x0a'));
  }
  /** A line, or the rest of one, made as a part is. */
  line(text = ''): this {
    return this.part(text).write('\n');
  }
  /** WinDbg's DML: a label that runs a command when clicked. */
  link(label: string, command: string): this {
    return this.#follow(label, { command });
  }
  /** The same for a name out of a dump: one that could be read as more than one word makes no link. */
  linkName(label: string, name: string, commandFor: (name: string) => string): this {
    return /^[\w.+@$-]+$/.test(name) ? this.link(label, commandFor(name)) : this.part(label);
  }
  /** A label that opens a page; the address is ours and never made of what a dump says. */
  page(label: string, page: `https://${string}`): this {
    return this.#follow(label, { page });
  }
  #follow(label: string, to: TextLink['to']): this {
    const line = this.#lines.length - 1;
    const start = this.#lines[line]!.length;
    // A label of several lines is one place; nothing but `.printf /D` makes such.
    const end = start + (label.split('\n')[0] ?? '').length;
    this.links.push({ line, start, end, to });
    return this.write(label);
  }
  /** What another command said, with its links where they then stand. */
  append({ text, links = [] }: { readonly text: string; readonly links?: readonly TextLink[] }): this {
    const line = this.#lines.length - 1;
    const column = this.#lines[line]!.length;
    for (const link of links) {
      const shift = link.line === 0 ? column : 0;
      this.links.push({ ...link, line: link.line + line, start: link.start + shift, end: link.end + shift });
    }
    return this.write(text);
  }
  get lines(): readonly string[] {
    return this.#lines;
  }
  toString(): string {
    return this.#lines.join('\n');
  }
}
