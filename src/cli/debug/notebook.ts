import { printable } from '../../bytes/text.ts';

/** The conversation so far, for people to keep: each command with what it printed. */
export class Notebook {
  readonly #entries: { readonly prompt: string; readonly command: string; text: string }[] = [];
  command(prompt: string, command: string): void {
    this.#entries.push({ prompt, command, text: '' });
  }
  output(text: string): void {
    const last = this.#entries.at(-1);
    if (last) last.text += text;
  }
  /** As Markdown. A fence longer than any run of backticks in a text keeps that text from ending it. */
  markdown(title: string): string {
    const parts = [`# ${printable(title).replace(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`)}`];
    for (const { prompt, command, text } of this.#entries) {
      const body = `${prompt}${command}\n${text}`.trimEnd();
      const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      parts.push(`${fence}text\n${body}\n${fence}`);
    }
    return `${parts.join('\n\n')}\n`;
  }
}
