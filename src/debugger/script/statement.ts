import { UsageError } from '../../bytes/errors.ts';

/**
 * One statement of the command language. Bodies stay text: the debugger expands aliases when it enters a block, so
 * they can be parsed only then. `at` is the column in the text that was parsed.
 */
export type Statement =
  | { readonly kind: 'command'; readonly text: string; readonly at: number }
  | { readonly kind: 'block'; readonly body: string; readonly at: number }
  | { readonly kind: 'catch'; readonly body: string; readonly at: number }
  | { readonly kind: 'if'; readonly arms: readonly Arm[]; readonly at: number }
  | { readonly kind: 'while'; readonly condition: string; readonly body: string; readonly at: number }
  | { readonly kind: 'do'; readonly condition: string; readonly body: string; readonly at: number }
  | {
      readonly kind: 'for';
      readonly first: string;
      readonly condition: string;
      readonly next: readonly string[];
      readonly body: string;
      readonly at: number;
    }
  | {
      readonly kind: 'foreach';
      readonly variable: string;
      readonly source: { readonly kind: 'commands' | 'string' | 'file'; readonly text: string };
      /** Tokens passed over at first (`/pS`) and after each (`/ps`), as expressions. */
      readonly skipFirst: string | null;
      readonly skipEach: string | null;
      readonly body: string;
      readonly at: number;
    }
  | { readonly kind: 'jump'; readonly to: 'break' | 'continue' | 'leave'; readonly at: number }
  | {
      readonly kind: 'choose';
      readonly condition: string;
      readonly yes: string;
      readonly no: string;
      readonly at: number;
    }
  | { readonly kind: 'again'; readonly condition: string; readonly at: number }
  | {
      readonly kind: 'script';
      readonly form: ScriptForm;
      readonly path: string;
      readonly args: string;
      readonly at: number;
    };

/** `$<` runs a file line by line, `$><` as one block, `$$` forms let `;` follow, `$$>a<` takes arguments. */
export type ScriptForm = '$<' | '$><' | '$$<' | '$$><' | '$$>a<';

/** A condition with its block; `.else` has none. */
export interface Arm {
  readonly condition: string | null;
  readonly body: string;
}

/** Commands whose argument is the rest of the line, semicolons included (Microsoft Learn, "Using aliases", "~e"). */
const REST_OF_LINE = /^(?:as(?!c)\b(?!\s*\/(?:c|x|ma|mu|msa|msu)\b)|~\S*\s*e\b|bp|ba|bu|!for_each_\w+)/;
const DEEPEST = 200;

function syntax(message: string, at: number): UsageError {
  return new UsageError('', message, at);
}

/** Splits a text into statements. Throws a UsageError with the column where a token of control flow is malformed. */
export function parseStatements(text: string): readonly Statement[] {
  return new StatementParser(text).all();
}

/**
 * The lines that the debugger would read one after the other: a block in braces may go over several. Where braces do
 * not balance each line stands for itself.
 */
export function logicalLines(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const out: string[] = [];
  let open: string[] = [];
  let depth = 0;
  for (const line of lines) {
    depth += braces(line);
    // A block may begin on the line after its head, and `.else` after the block before.
    if (open.length === 0 && out.length > 0 && /^\s*(?:\{|\.els)/.test(line)) open.push(out.pop()!);
    open.push(line);
    if (depth > 0) continue;
    out.push(open.join('\n'));
    open = [];
    depth = 0;
  }
  return (depth > 0 ? [...out, ...open] : out).filter((line) => line.trim() !== '');
}

/** Opening less closing braces of a line, outside quotes and whole-line comments. */
function braces(line: string): number {
  if (/^\s*(?:\*|\$\$(?![<>]))/.test(line)) return 0;
  let depth = 0;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') depth++;
    else if (!quoted && char === '}') depth--;
  }
  return depth;
}

class StatementParser {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
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
    if (rest.startsWith('}')) throw syntax('Syntax error: } without {', at);
    if (rest.startsWith('{')) return { kind: 'block', body: this.#body(), at };
    const token = /^\.(if|elsif|else|while|do|for|foreach|catch|block|break|continue|leave)(?![\w.])/i.exec(rest);
    if (token) return this.#control(token[1]!.toLowerCase(), token[0].length, at);
    if (/^j\s/i.test(rest)) return this.#choose(at);
    if (/^z\s*\(/i.test(rest)) {
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
        throw syntax(`Syntax error: .${token} without .if`, at);
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
    const head = splitTop(this.#condition('.for'), ';');
    if (head.length < 3) throw syntax('Syntax error: .for needs ( init ; condition ; increment )', at);
    const [first = '', condition = '', ...next] = head.map((part) => part.trim());
    return { kind: 'for', first, condition, next: next.filter((part) => part !== ''), body: this.#block('.for'), at };
  }
  #foreach(at: number): Statement {
    let skipFirst: string | null = null;
    let skipEach: string | null = null;
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
      const option = /^\/p([sS])\s+([^\s(]+)/.exec(this.#text.slice(this.#at, this.#at + 80));
      if (!option) break;
      if (option[1] === 'S') skipFirst = option[2]!;
      else skipEach = option[2]!;
      this.#at += option[0].length;
    }
    const start = this.#at + 1;
    const head = this.#condition('.foreach');
    const found = /^\s*(\w+)\s*(?:\/(s|f)\s+)?/.exec(head);
    if (!found) throw syntax('Syntax error: .foreach needs ( variable { commands } )', start);
    const source = head.slice(found[0].length).trim();
    const input = outside ?? found[2];
    const kind = input === 's' ? 'string' : input === 'f' ? 'file' : 'commands';
    const text = kind === 'commands' ? inBraces(source) : unquoted(source);
    if (text === null) throw syntax('Syntax error: .foreach needs { commands } after its variable', start);
    return {
      kind: 'foreach',
      variable: found[1]!,
      source: { kind, text },
      skipFirst,
      skipEach,
      body: this.#block('.foreach'),
      at,
    };
  }
  #choose(at: number): Statement {
    const end = endOfLine(this.#text, at);
    const line = this.#text.slice(at + 1, end);
    const parts = /^(.*?)(?:'([^']*)'|"([^"]*)")\s*;\s*(?:'([^']*)'|"([^"]*)")\s*;?/s.exec(line);
    const plain = parts ? null : splitTop(line, ';');
    this.#at = parts ? at + 1 + parts[0].length : end;
    if (parts) {
      return {
        kind: 'choose',
        condition: parts[1]!.trim(),
        yes: parts[2] ?? parts[3] ?? '',
        no: parts[4] ?? parts[5] ?? '',
        at,
      };
    }
    const [first = '', no = ''] = plain ?? [];
    const words = /^\s*(\S+)\s*(.*)$/s.exec(first);
    if (!words) throw syntax('Syntax error: j needs an expression and two commands', at);
    return { kind: 'choose', condition: words[1]!, yes: words[2]!, no, at };
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
  #condition(token: string): string {
    this.#skipBlanks();
    if (this.#text[this.#at] !== '(') throw syntax(`Syntax error: ${token} needs ( condition )`, this.#at);
    const end = closing(this.#text, this.#at);
    if (end < 0) throw syntax(`Syntax error: the ( of ${token} is not closed`, this.#at);
    const inner = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inner;
  }
  #block(token: string): string {
    this.#skipBlanks();
    if (this.#text[this.#at] !== '{') throw syntax(`Syntax error: ${token} needs { commands }`, this.#at);
    return this.#body();
  }
  #body(): string {
    const end = closing(this.#text, this.#at);
    if (end < 0) throw syntax('Syntax error: { is not closed', this.#at);
    const inner = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inner;
  }
}

/** The column after the command at `from`: a `;` or line end outside quotes, parentheses and braces. */
function endOfCommand(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\n' && depth <= 0) return at;
    if (char === '"') quoted = !quoted || isEscaped(text, at);
    else if (quoted) continue;
    else if (char === '(' || char === '{') depth++;
    else if (char === ')') depth--;
    else if (char === '}') {
      if (depth <= 0) return at;
      depth--;
    } else if (char === ';' && depth <= 0) return at;
  }
  return text.length;
}

/** Whether the quote at `at` is written `\\"` within a text that ends later on its line: `"C:\\folder\\"` ends with its own. */
function isEscaped(text: string, at: number): boolean {
  if (text[at - 1] !== '\\' || text[at - 2] === '\\') return false;
  return text.slice(at + 1, endOfLine(text, at)).includes('"');
}

/** The column after the `$$` comment at `from`: a `;`, a line end or the `}` of the block around it. */
function endOfComment(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (char === ';' || char === '\n' || (char === '}' && depth === 0)) return at;
    if (char === '{') depth++;
    else if (char === '}') depth--;
  }
  return text.length;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The column of the bracket that closes the one at `open`; -1 when none does. Comments to the line's end are passed over. */
function closing(text: string, open: number): number {
  const stack: string[] = [];
  let quoted = false;
  for (let at = open; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    else if (char === '\n') quoted = false;
    else if (quoted) continue;
    else if (char === '$' && text.startsWith('$$', at) && !/[<>]/.test(text[at + 2] ?? '') && startsCommand(text, at)) {
      at = endOfComment(text, at) - 1;
    } else if (char === '(' || char === '{') {
      stack.push(char === '(' ? ')' : '}');
      if (stack.length > DEEPEST) throw syntax('Syntax error: too many nested brackets', at);
    } else if (char === ')' || char === '}') {
      // A stray bracket of the other kind belongs to text such as .echo, not to the structure.
      if (stack.at(-1) === char) stack.pop();
      if (stack.length === 0) return at;
    }
  }
  return -1;
}

function startsCommand(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  return before < 0 || /[;{}\n]/.test(text[before]!);
}

/** Splits at a separator outside quotes and brackets. */
function splitTop(text: string, separator: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(' || char === '{') depth++;
    else if (char === ')' || char === '}') depth--;
    else if (char === separator && depth <= 0) {
      out.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...out, text.slice(start)];
}

function inBraces(text: string): string | null {
  if (!text.startsWith('{')) return null;
  const end = closing(text, 0);
  return end < 0 ? null : text.slice(1, end);
}

function unquoted(text: string): string {
  return /^"([^"]*)"?/.exec(text)?.[1] ?? text;
}
