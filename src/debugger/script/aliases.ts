import { UsageError } from '../../bytes/errors.ts';

/** The text of an alias that the debugger itself makes; null where this dump has none. */
export type AutomaticAliases = (name: string) => string | null;

/** Aliases of a session: names that people chose (`as`), the fixed ones `$u0` to `$u9`, and the automatic ones. */
export class Aliases {
  readonly #named = new Map<string, string>();
  readonly #fixed = new Map<string, string>();
  readonly #automatic: AutomaticAliases;
  readonly #plain = new Set<string>();
  constructor(automatic: AutomaticAliases = () => null) {
    this.#automatic = automatic;
  }

  /** Named aliases in the order they were made. */
  get named(): ReadonlyMap<string, string> {
    return this.#named;
  }
  get(name: string): string | null {
    return this.#named.get(name) ?? (FIXED_NAME.test(name) ? this.#always(name) : null);
  }
  set(name: string, value: string): void {
    if (this.#named.size >= MOST_ALIASES && !this.#named.has(name))
      throw new UsageError('as', `there are ${MOST_ALIASES} aliases: ad * forgets them`);
    this.#named.set(name, checked(value, LONGEST_VALUE));
  }
  /** False when there is none of that name. */
  delete(name: string): boolean {
    return this.#named.delete(name);
  }
  clear(): void {
    this.#named.clear();
  }
  /** Does `r $.u1=text`, which gives a fixed alias its text; false for other commands. */
  assignFixed(command: string): boolean {
    const found = FIXED_ASSIGNMENT.exec(command);
    if (found) this.setFixed(found[1]!, found[2]!.replace(/^"(.*)"$/s, '$1'));
    return found !== null;
  }
  /** `$u0`..`$u9`; what the text holds of fixed aliases was replaced before, as `r $.u2=1+$u1` needs. */
  setFixed(digit: string, text: string): void {
    this.#fixed.set(`$u${digit}`, checked(text, LONGEST_VALUE));
  }

  /**
   * The text with aliases replaced, as when the debugger enters a block or reads a line: fixed and automatic ones
   * anywhere, first; then `${name}` anywhere, and bare names that stand alone between blanks, semicolons, quotes or the
   * text's ends (Microsoft Learn, "Using Aliases"); braces end a text too. `${/d:name}` is 1 or 0, `${/f:name}` empty when
   * undefined, `${/n:name}` the name, `${/v:name}` is left alone. A command line that begins by defining or deleting an
   * alias keeps its own text up to the first `;`; blocks have no such rule, which is what `${/v:name}` is for. Values are
   * not expanded again.
   */
  expand(text: string, isCommandLine: boolean): string {
    if (this.#named.size === 0 && this.#isPlain(text)) return text;
    const fixed = this.expandFixed(text);
    if (this.#named.size === 0 && !fixed.includes('${')) return fixed;
    if (!isCommandLine || !DEFINES.test(fixed)) return this.#replace(fixed);
    const end = fixed.indexOf(';');
    return end < 0 ? fixed : fixed.slice(0, end) + this.#replace(fixed.slice(end));
  }
  /** The text with fixed and automatic aliases alone replaced. */
  expandFixed(text: string): string {
    return text.includes('$') ? replaced(text, FIXED, (name) => this.#always(name) ?? name) : text;
  }
  /** Whether nothing in a text could be an alias but a name; loops ask it of the same few texts. */
  #isPlain(text: string): boolean {
    if (this.#plain.has(text)) return true;
    if (text.includes('${') || text.search(FIXED) >= 0) return false;
    if (this.#plain.size >= MOST_PLAIN) this.#plain.clear();
    if (text.length <= LONGEST_PLAIN) this.#plain.add(text);
    return true;
  }
  #always(name: string): string | null {
    return this.#fixed.get(name) ?? (name.startsWith('$u') ? null : this.#automatic(name));
  }
  #replace(text: string): string {
    return replaced(text, NAMES, (whole, option, braced) => {
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

/** Aliases that double themselves or are made in an endless loop must end somewhere. */
const MOST_ALIASES = 65_536;
const LONGEST_VALUE = 1 << 20;
const LONGEST_TEXT = 16 << 20;
/** Texts that were looked through and are kept. */
const MOST_PLAIN = 512;
const LONGEST_PLAIN = 4096;
const FIXED_ASSIGNMENT = /^r\s+\$\.u(\d)\s*=\s*(.*)$/is;
/** A line that begins by defining or deleting an alias. */
const DEFINES = /^\s*(?:as|aS|ad|al)(?:\s|$)/;
/** `${name}` with its options anywhere, or a run that blanks, semicolons, quotes or braces set apart. */
const NAMES = /\$\{(?:\/([dfnv]):)?([^{}\s]+)\}|(?<![^\s;"{}])(?:(?!\$\{)[^\s;"{}])+(?=[\s;"{}]|$)/g;
/** `$u0`, and the automatic aliases of Microsoft Learn, "Using Aliases". */
const AUTOMATIC = 'nt(?:dll|n|w)?sym|CurrentDump(?:Archive)?(?:File|Path)';
const FIXED = new RegExp(`(?<!\\$\\{(?:/[dfnv]:)?)\\$(?:u\\d|(?:${AUTOMATIC})(?!\\w))`, 'g');
const FIXED_NAME = new RegExp(`^\\$(?:u\\d|${AUTOMATIC})$`);

function checked(value: string, most: number): string {
  if (value.length > most) throw new UsageError('as', `an alias is longer than ${most >> 20} MB`);
  return value;
}

/** As `String.replace`, but ends where the result outgrows all bounds. */
function replaced(
  text: string,
  pattern: RegExp,
  value: (whole: string, first?: string, second?: string) => string,
): string {
  let left = LONGEST_TEXT - text.length;
  return text.replace(pattern, (whole: string, first?: string, second?: string) => {
    const out = value(whole, first, second);
    left -= out.length;
    if (left < 0) throw new UsageError('as', `aliases make a text of more than ${LONGEST_TEXT >> 20} MB`);
    return out;
  });
}
