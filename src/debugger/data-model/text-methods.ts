import { signedValue } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import type { ModelHost } from './model-host.ts';
import { bool, functionValue, hexNumber, type ModelValue, sequenceOf, signedNumber, textValue } from './model-value.ts';
import { plainText } from './scalar-text.ts';

type TextMethod = (text: string, args: Arguments) => Promise<ModelValue> | ModelValue;

/** Longer texts than this are not made. */
const LONGEST = 1 << 20;

const METHODS: Readonly<Record<string, { readonly help: string; readonly call: TextMethod }>> = {
  Contains: {
    help: '[Contains(OtherString) - Whether OtherString occurs in the string]',
    call: (text, args) => bool(text.includes(args.text(0))),
  },
  EndsWith: {
    help: '[EndsWith(OtherString) - Whether the string ends with OtherString]',
    call: (text, args) => bool(text.endsWith(args.text(0))),
  },
  IndexOf: {
    help: '[IndexOf(OtherString) - Where OtherString occurs first; -1 where it does not]',
    call: (text, args) => signedNumber(text.indexOf(args.text(0))),
  },
  LastIndexOf: {
    help: '[LastIndexOf(OtherString) - Where OtherString occurs last; -1 where it does not]',
    call: (text, args) => signedNumber(text.lastIndexOf(args.text(0))),
  },
  PadLeft: {
    help: '[PadLeft(TotalWidth) - The string with blanks before it up to the width]',
    call: async (text, args) => textValue(text.padStart(await args.count(0))),
  },
  PadRight: {
    help: '[PadRight(TotalWidth) - The string with blanks behind it up to the width]',
    call: async (text, args) => textValue(text.padEnd(await args.count(0))),
  },
  Remove: {
    help: '[Remove(StartPos, [Length]) - The string without the characters from StartPos on]',
    async call(text, args) {
      const start = await args.count(0);
      const length = args.length > 1 ? await args.count(1) : text.length;
      return textValue(text.slice(0, start) + text.slice(start + length));
    },
  },
  Replace: {
    help: '[Replace(FindString, ReplaceString) - The string with every FindString replaced]',
    call(text, args) {
      const [from, to] = [args.text(0), args.text(1)];
      return textValue(from === '' ? text : args.made(text.split(from).join(to)));
    },
  },
  Split: {
    help: '[Split(SplitString...) - The parts of the string between the given strings]',
    call(text, args) {
      const marks = Array.from({ length: args.length }, (_, index) => args.text(index)).filter((mark) => mark !== '');
      let parts = [text];
      for (const mark of marks) parts = parts.flatMap((part) => part.split(mark));
      return sequenceOf(parts.map(textValue));
    },
  },
  StartsWith: {
    help: '[StartsWith(OtherString) - Whether the string begins with OtherString]',
    call: (text, args) => bool(text.startsWith(args.text(0))),
  },
  Substring: {
    help: '[Substring(StartPos, [Length]) - The characters from StartPos on]',
    async call(text, args) {
      const start = await args.count(0);
      return textValue(text.slice(start, args.length > 1 ? start + (await args.count(1)) : undefined));
    },
  },
  ToLower: { help: '[ToLower() - The string in lower case]', call: (text) => textValue(text.toLowerCase()) },
  ToUpper: { help: '[ToUpper() - The string in upper case]', call: (text) => textValue(text.toUpperCase()) },
  Trim: { help: '[Trim() - The string without blanks around it]', call: (text) => textValue(text.trim()) },
};

/** Names of what texts can do, for completion and -v. */
export const TEXT_METHODS: readonly string[] = ['Length', ...Object.keys(METHODS)];

export const helpOfTextMethod = (name: string): string => METHODS[name]?.help ?? '[The number of characters]';

/** A method of a text by its name, or null. */
export function textMethod(host: ModelHost, text: string, name: string, at: number): ModelValue | null {
  if (name === 'Length') return hexNumber(text.length);
  const found = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (!found) return null;
  return functionValue(async (args) => found.call(text, new Arguments(host, name, args, at)), found.help);
}

/** Arguments of one call. */
class Arguments {
  readonly #host: ModelHost;
  readonly #name: string;
  readonly #args: readonly ModelValue[];
  readonly #at: number;
  constructor(host: ModelHost, name: string, args: readonly ModelValue[], at: number) {
    this.#host = host;
    this.#name = name;
    this.#args = args;
    this.#at = at;
  }
  get length(): number {
    return this.#args.length;
  }
  #needed(index: number): ModelValue {
    const arg = this.#args[index];
    if (!arg) throw new ExpressionError(`${this.#name} needs ${index + 1} argument${index === 0 ? '' : 's'}`, this.#at);
    return arg;
  }
  text(index: number): string {
    return plainText(this.#host.session, this.#needed(index));
  }
  async count(index: number): Promise<number> {
    const value = signedValue(await this.#host.number(this.#needed(index), this.#at));
    if (value < 0n || value > BigInt(LONGEST))
      throw new ExpressionError(`${this.#name}: a position from 0 to ${LONGEST} is wanted`, this.#at);
    return Number(value);
  }
  made(text: string): string {
    if (text.length > LONGEST) throw new ExpressionError(`${this.#name}: the string becomes too long`, this.#at);
    return text;
  }
}
