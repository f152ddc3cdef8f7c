import { parseExpression, type Reading } from '../expression-syntax.ts';
import { placed } from '../inner-expression.ts';
import {
  closing,
  endOfCommand,
  endOfComment,
  endOfLine,
  type Part,
  splitAtSemicolons,
  syntaxError,
  trimmedPart,
} from './brackets.ts';

/**
 * One statement of the command language. Bodies stay text: the debugger expands aliases when it enters a block, so
 * they can be parsed only then. `at` is the column in the text that was parsed.
 */
export type Statement =
  | { readonly kind: 'command'; readonly text: string; readonly at: number }
  | { readonly kind: 'block' | 'catch'; readonly body: Part; readonly at: number }
  | { readonly kind: 'if'; readonly arms: readonly Arm[]; readonly at: number }
  | { readonly kind: 'while' | 'do'; readonly condition: Part; readonly body: Part; readonly at: number }
  | {
      readonly kind: 'for';
      readonly first: Part;
      readonly condition: Part;
      readonly next: readonly Part[];
      readonly body: Part;
      readonly at: number;
    }
  | {
      readonly kind: 'foreach';
      readonly variable: string;
      readonly source: { readonly kind: 'commands' | 'string' | 'file'; readonly part: Part };
      /** Tokens passed over at first (`/pS`) and after each (`/ps`), as expressions. */
      readonly skipFirst: Part | null;
      readonly skipEach: Part | null;
      readonly body: Part;
      readonly at: number;
    }
  | { readonly kind: 'jump'; readonly to: 'break' | 'continue' | 'leave'; readonly at: number }
  | { readonly kind: 'choose'; readonly condition: Part; readonly yes: Part; readonly no: Part; readonly at: number }
  | { readonly kind: 'again'; readonly condition: Part; readonly at: number }
  | {
      readonly kind: 'script';
      readonly form: ScriptForm;
      readonly path: string;
      readonly args: string;
      readonly at: number;
    };

export type StatementOf<Kind extends Statement['kind']> = Statement & { readonly kind: Kind };

/** `$<` runs a file line by line, `$><` as one block, `$$` forms let `;` follow, `$$>a<` takes arguments. */
export type ScriptForm = '$<' | '$><' | '$$<' | '$$><' | '$$>a<';

/** A condition with its block; `.else` has none. */
export interface Arm {
  readonly condition: Part | null;
  readonly body: Part;
}

/** Commands whose argument is the rest of the line, semicolons included (Microsoft Learn, "Using aliases", "~e"). */
const REST_OF_LINE = /^(?:as(?!c)\b(?!\s*\/(?:c|x|ma|mu|msa|msu)\b)|~\S*\s*e\b|bp|ba|bu|!for_each_\w+)/;
const TOKEN = /^\.(if|elsif|else|while|do|for|foreach|catch|block|break|continue|leave)(?![\w.])/i;

/** Splits a text into statements. Throws a UsageError with the column where a token of control flow is malformed. */
export function parseStatements(text: string, reading: Reading): readonly Statement[] {
  return new StatementParser(text, reading).all();
}

class StatementParser {
  readonly #text: string;
  readonly #reading: Reading;
  #at = 0;
  constructor(text: string, reading: Reading) {
    this.#text = text;
    this.#reading = reading;
  }
  all(): Statement[] {
    const out: Statement[] = [];
    for (;;) {
      this.#skipSeparators();
      if (this.#at >= this.#text.length) return out;
      const statement = this.#statement();
      if (statement) out.push(statement);
    }
  }
  #skipSeparators(): void {
    while (/[\s;\u00a0]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
  #skipBlanks(): void {
    while (/[\s\u00a0]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
  #statement(): Statement | null {
    const at = this.#at;
    const rest = this.#text.slice(at, at + 64);
    const script = /^(\$\$>a<|\$\$><|\$\$<|\$><|\$<)/.exec(rest)?.[1] as ScriptForm | undefined;
    if (script) return this.#script(script, at);
    if (rest.startsWith('$$')) {
      this.#at = endOfComment(this.#text, at);
      return null;
    }
    if (rest.startsWith('*')) {
      this.#at = endOfLine(this.#text, at);
      return null;
    }
    if (rest.startsWith('}')) throw syntaxError('Syntax error: } without {', at);
    if (rest.startsWith('{')) return { kind: 'block', body: this.#inside('{'), at };
    const token = TOKEN.exec(rest);
    if (token) return this.#control(token[1]!.toLowerCase(), token[0].length, at);
    if (/^j(?=[\s(;]|$)/i.test(rest)) return this.#choose(at);
    if (/^z(?=\s*(?:[(;]|$))/i.test(rest)) {
      this.#at += 1;
      return { kind: 'again', condition: this.#condition('z'), at };
    }
    const end = REST_OF_LINE.test(rest) ? endOfLine(this.#text, at) : endOfCommand(this.#text, at);
    const command = this.#text.slice(at, end).trim();
    this.#at = end;
    return command === '' ? null : { kind: 'command', text: command, at };
  }
  #control(token: string, length: number, at: number): Statement {
    this.#at += length;
    switch (token) {
      case 'if':
        return this.#if(at);
      case 'while':
        return { kind: 'while', condition: this.#condition('.while'), body: this.#block('.while'), at };
      case 'do': {
        const body = this.#block('.do');
        return { kind: 'do', body, condition: this.#condition('.do'), at };
      }
      case 'for':
        return this.#for(at);
      case 'foreach':
        return this.#foreach(at);
      case 'catch':
        return { kind: 'catch', body: this.#block('.catch'), at };
      case 'block':
        return { kind: 'block', body: this.#block('.block'), at };
      case 'break':
      case 'continue':
      case 'leave':
        return { kind: 'jump', to: token, at };
      default:
        throw syntaxError(`Syntax error: .${token} without .if`, at);
    }
  }
  #if(at: number): Statement {
    const arms: Arm[] = [{ condition: this.#condition('.if'), body: this.#block('.if') }];
    for (;;) {
      const before = this.#at;
      this.#skipSeparators();
      const next = /^\.(elsif|else)(?![\w.])/i.exec(this.#text.slice(this.#at, this.#at + 8));
      if (!next || arms.at(-1)!.condition === null) {
        this.#at = before;
        return { kind: 'if', arms, at };
      }
      this.#at += next[0].length;
      const condition = next[1]!.toLowerCase() === 'elsif' ? this.#condition('.elsif') : null;
      arms.push({ condition, body: this.#block(`.${next[1]}`) });
    }
  }
  #for(at: number): Statement {
    const [first, condition, ...next] = splitAtSemicolons(this.#condition('.for'));
    if (!first || !condition || next.length === 0)
      throw syntaxError('Syntax error: .for needs ( init ; condition ; increment )', at);
    return {
      kind: 'for',
      first,
      condition,
      next: next.filter(({ text }) => text !== ''),
      body: this.#block('.for'),
      at,
    };
  }
  #foreach(at: number): Statement {
    let skipFirst: Part | null = null;
    let skipEach: Part | null = null;
    let outside: string | undefined;
    for (;;) {
      this.#skipBlanks();
      // Microsoft documents /s and /f before the parenthesis; within it they are common too.
      const input = /^\/([sf])(?=[\s(])/.exec(this.#text.slice(this.#at, this.#at + 3));
      if (input) {
        outside = input[1]!;
        this.#at += 2;
        continue;
      }
      const option = /^\/(p[sS])\s+(\([^)]*\)|[^\s(]+)/.exec(this.#text.slice(this.#at, this.#at + 80));
      if (!option) break;
      const [all, name, value] = option;
      this.#at += all.length;
      const skip = { text: value!, at: this.#at - value!.length };
      if (name === 'pS') skipFirst = skip;
      else skipEach = skip;
    }
    const head = this.#condition('.foreach');
    const found = /^\s*(\w{1,256})(?!\w)\s*(?:\/(s|f)\s+)?/.exec(head.text);
    if (!found) throw syntaxError('Syntax error: .foreach needs ( variable { commands } )', head.at);
    const input = outside ?? found[2];
    const kind = input === 's' ? 'string' : input === 'f' ? 'file' : 'commands';
    const part = this.#source(head, found[0].length, kind);
    const source = { kind, part } as const;
    return { kind: 'foreach', variable: found[1]!, source, skipFirst, skipEach, body: this.#block('.foreach'), at };
  }
  /** Where .foreach takes its tokens from: what follows the variable in its parentheses. */
  #source(head: Part, from: number, kind: 'commands' | 'string' | 'file'): Part {
    const start = from + head.text.slice(from).search(/\S|$/);
    const rest = head.text.slice(start).trimEnd();
    if (kind !== 'commands') {
      const quoted = /^"([^"]*)"?/.exec(rest)?.[1];
      return quoted === undefined ? { text: rest, at: head.at + start } : { text: quoted, at: head.at + start + 1 };
    }
    const end = rest.startsWith('{') ? closing(rest, 0) : -1;
    if (end < 0) throw syntaxError('Syntax error: .foreach needs { commands } after its variable', head.at);
    return { text: rest.slice(1, end), at: head.at + start + 1 };
  }
  /** `j expression commands ; commands`, each of them in quotes where it is more than one. */
  #choose(at: number): Statement {
    const end = endOfLine(this.#text, at);
    const line = this.#text.slice(at + 1, end);
    const after = at + 1 + placed(() => parseExpression(line, this.#reading).end, at + 1);
    const condition = trimmedPart(this.#text, at + 1, after);
    this.#at = after;
    const isQuoted = /^\s*['"]/.test(this.#text.slice(after, end));
    const yes = this.#alternative(end);
    if (yes.text === '' && !isQuoted) throw syntaxError('Syntax error: j needs an expression and two commands', yes.at);
    if (this.#text[this.#at] !== ';') {
      const no = { text: '', at: this.#at };
      if (this.#at >= end || this.#text[this.#at] === '}') return { kind: 'choose', condition, yes, no, at };
      throw syntaxError("Syntax error: j needs a ';' between its commands", this.#at);
    }
    this.#at++;
    return { kind: 'choose', condition, yes, no: this.#alternative(end), at };
  }
  #alternative(lineEnd: number): Part {
    const blanks = /^[ \t\u00a0]*/.exec(this.#text.slice(this.#at, lineEnd))![0].length;
    const start = this.#at + blanks;
    const quote = this.#text[start];
    let end = Math.min(endOfCommand(this.#text, start), lineEnd);
    let inner = trimmedPart(this.#text, start, end);
    if (quote === "'" || quote === '"') {
      const close = closingQuote(this.#text, start, lineEnd);
      if (close < 0) throw syntaxError(`Syntax error: ${quote} is not closed`, start);
      inner = { text: unescaped(this.#text.slice(start + 1, close), quote), at: start + 1 };
      end = close + 1;
    }
    this.#at = end + /^[ \t\u00a0]*/.exec(this.#text.slice(end, lineEnd))![0].length;
    return inner;
  }
  #script(form: ScriptForm, at: number): Statement {
    this.#at += form.length;
    const alone = form === '$<' || form === '$><';
    const end = alone ? endOfLine(this.#text, at) : endOfCommand(this.#text, at);
    const rest = this.#text.slice(this.#at, end).trim();
    this.#at = end;
    if (form !== '$$>a<') return { kind: 'script', form, path: unquoted(rest), args: '', at };
    const found = /^(?:"([^"]*)"|(\S+))\s*(.*)$/s.exec(rest);
    return { kind: 'script', form, path: found?.[1] ?? found?.[2] ?? '', args: found?.[3] ?? '', at };
  }
  /** The text in parentheses at the cursor. */
  #condition(token: string): Part {
    this.#skipBlanks();
    if (this.#text[this.#at] !== '(') throw syntaxError(`Syntax error: ${token} needs ( condition )`, this.#at);
    return this.#inside(`the ( of ${token}`);
  }
  #block(token: string): Part {
    this.#skipBlanks();
    if (this.#text[this.#at] !== '{') throw syntaxError(`Syntax error: ${token} needs { commands }`, this.#at);
    return this.#inside('{');
  }
  #inside(what: string): Part {
    const open = this.#at;
    const end = closing(this.#text, open);
    if (end < 0) throw syntaxError(`Syntax error: ${what} is not closed`, open);
    this.#at = end + 1;
    return { text: this.#text.slice(open + 1, end), at: open + 1 };
  }
}

/** The column of the quote that ends the text in quotes at `start`; -1 where none does before `end`. */
function closingQuote(text: string, start: number, end: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '\\' && text[at + 1] === quote) at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** Within double quotes backslashes are escaped too, as in C. */
function unescaped(text: string, quote: string): string {
  return quote === '"' ? text.replace(/\\(["\\])/g, '$1') : text.replaceAll("\\'", "'");
}

function unquoted(text: string): string {
  return /^"([^"]*)"?/.exec(text)?.[1] ?? text;
}
