/** Aliases of a session: names that people chose (`as`), and the fixed ones `$u0` to `$u9`. */
export class Aliases {
  readonly #named = new Map<string, string>();
  readonly #fixed = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#named.size === 0 && this.#fixed.size === 0;
  }
  /** Named aliases in the order they were made. */
  get named(): ReadonlyMap<string, string> {
    return this.#named;
  }
  get(name: string): string | null {
    return this.#named.get(name) ?? null;
  }
  set(name: string, value: string): void {
    this.#named.set(name, value);
  }
  /** False when there is none of that name. */
  delete(name: string): boolean {
    return this.#named.delete(name);
  }
  clear(): void {
    this.#named.clear();
  }
  /** `$u0`..`$u9`; what the text holds of fixed aliases is replaced at once, as `r $.u2=1+$u1` needs. */
  setFixed(digit: string, text: string): void {
    this.#fixed.set(`$u${digit}`, text);
  }
  fixed(name: string): string | null {
    return this.#fixed.get(name) ?? null;
  }

  /**
   * The text with aliases replaced, as when the debugger enters a block or reads a line: fixed aliases anywhere, first;
   * then `${name}` anywhere and bare names that stand alone between blanks, `;`, quotes, parentheses, commas or the text's ends.
   * `${/d:name}` is 1 or 0, `${/f:name}` empty when undefined, `${/n:name}` the name, `${/v:name}` is left alone.
   * Commands that define or delete aliases keep their own text, unless they follow a `;`. Values are not expanded again.
   */
  expand(text: string): string {
    if (!text.includes('$') && this.#named.size === 0) return text;
    const fixed = this.expandFixed(text);
    if (this.#named.size === 0 && !fixed.includes('${')) return fixed;
    return fixed
      .split('\n')
      .map((line) => (DEFINES.test(line) ? this.#afterFirst(line) : this.#replace(line)))
      .join('\n');
  }
  /** The text with fixed aliases alone replaced. */
  expandFixed(text: string): string {
    return this.#fixed.size === 0 ? text : text.replace(/\$u\d/g, (name) => this.#fixed.get(name) ?? name);
  }
  #afterFirst(line: string): string {
    const end = line.indexOf(';');
    return end < 0 ? line : line.slice(0, end) + this.#replace(line.slice(end));
  }
  #replace(line: string): string {
    return line.replace(NAMES, (whole, option: string | undefined, braced: string | undefined) => {
      if (braced === undefined) return this.#named.get(whole) ?? whole;
      const value = this.get(braced);
      if (option === 'd') return value === null ? '0' : '1';
      if (option === 'n') return value === null ? whole : braced;
      if (option === 'v') return whole;
      if (option === 'f') return value ?? '';
      return value ?? whole;
    });
  }
}

/** A line that begins by defining or deleting an alias. */
const DEFINES = /^\s*(?:as|aS|ad|al)(?:\s|$)/;
/** `${name}` with its options anywhere, or a run that blanks, `;`, quotes, parentheses or commas set apart. */
const NAMES = /\$\{(?:\/([dfnv]):)?([^{}\s]+)\}|(?<![^\s;"(),])(?:(?!\$\{)[^\s;"(),])+(?=[\s;"(),]|$)/g;
