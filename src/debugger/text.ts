/**
 * Where renderers write: lines of text, with DML links as a separate layer, so that one rendering serves a terminal, a
 * page and a golden file. Text from a dump is kept raw here; whoever prints it escapes it.
 */
export class Text {
  readonly #lines: string[] = [''];
  readonly links: { readonly line: number; readonly start: number; readonly end: number; readonly command: string }[] =
    [];
  write(text: string): this {
    const parts = text.split('\n');
    this.#lines[this.#lines.length - 1] += parts[0] ?? '';
    for (const part of parts.slice(1)) this.#lines.push(part);
    return this;
  }
  line(text = ''): this {
    return this.write(`${text}\n`);
  }
  /** WinDbg's DML: a label that runs a command when clicked. */
  link(label: string, command: string): this {
    const line = this.#lines.length - 1;
    const start = this.#lines[line]!.length;
    this.links.push({ line, start, end: start + label.length, command });
    return this.write(label);
  }
  get lines(): readonly string[] {
    return this.#lines;
  }
  toString(): string {
    return this.#lines.join('\n');
  }
}
