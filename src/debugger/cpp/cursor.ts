import { ExpressionError } from '../expression-syntax.ts';

const PUNCTUATION = /<<=|>>=|->\*|=>|->|\.\*|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[-+*/%&|^~!<>=?:.,()[\]{}]/y;
const WORD = /(?:\w+!|::)?[A-Za-z_~$][\w$]*(?:::~?[A-Za-z_][\w$]*)*/y;
const TAIL = /(?:::~?[A-Za-z_][\w$]*)+/y;
/** A type's name is not longer than this. */
const LONGEST_NAME = 4096;

/** A place in the text of a C++ expression; blanks and `//` comments are passed over. */
export class CppCursor {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  skip(): void {
    while (/[\s\u00a0]/.test(this.text[this.at] ?? '')) this.at++;
    if (this.text.startsWith('//', this.at)) this.at = this.text.length;
  }
  /** What a sticky pattern finds here. */
  match(pattern: RegExp): RegExpExecArray | null {
    this.skip();
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }
  /** The sign at the cursor; empty where there is none. */
  peek(): string {
    return this.match(PUNCTUATION)?.[0] ?? '';
  }
  take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at += sign.length;
    return true;
  }
  need(sign: string): void {
    if (!this.take(sign)) throw this.unexpected();
  }
  /** `>`, also where two of them stand together. */
  needClosing(): void {
    this.skip();
    if (this.text[this.at] !== '>') throw this.unexpected();
    this.at++;
  }
  /** The word at the cursor, without moving. */
  word(): string | null {
    return this.match(WORD)?.[0] ?? null;
  }
  neededWord(): string {
    const word = this.word();
    if (word === null) throw this.unexpected();
    this.at += word.length;
    return word;
  }
  /** The name at the cursor with its template arguments, without moving; null where no brackets follow it. */
  templateName(): string | null {
    const word = this.word();
    if (word === null) return null;
    let end = this.at + word.length;
    if (this.text[end] !== '<') return null;
    while (this.text[end] === '<') {
      const close = closingBracket(this.text, end);
      if (close < 0) break;
      TAIL.lastIndex = close + 1;
      end = close + 1 + (TAIL.exec(this.text)?.[0].length ?? 0);
    }
    return this.text.slice(this.at, end);
  }
  /** The text up to the parenthesis that closes one before `start`; moves behind it. */
  balanced(start: number): string {
    let depth = 1;
    let end = start;
    for (; end < this.text.length && depth > 0; end++) {
      if (this.text[end] === '(') depth++;
      else if (this.text[end] === ')') depth--;
    }
    if (depth > 0) throw this.unexpected();
    this.at = end;
    return this.text.slice(start, end - 1);
  }
  unexpected(): ExpressionError {
    this.skip();
    const rest = this.text.slice(this.at).trim();
    return new ExpressionError(rest === '' ? "Syntax error at '<EOL>'" : `Syntax error at '${rest}'`, this.at);
  }
  end(): void {
    this.skip();
    if (this.at < this.text.length) throw this.unexpected();
  }
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length && at < open + LONGEST_NAME; at++) {
    const char = text[at];
    if (char === '<' || char === '(') depth++;
    else if (char === '>' || char === ')') depth--;
    if (depth === 0) return at;
  }
  return -1;
}
