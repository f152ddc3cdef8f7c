import {
  type ArgumentNode,
  CONST,
  type IdentifierNode,
  type NameNode,
  RESTRICT,
  type SignatureNode,
  type SymbolNode,
  type TypeNode,
  UNALIGNED,
  VOLATILE,
} from './undecorate-node.ts';

/** How text is written: as `llvm-undname` prints declarations, or names alone as the debuggers print them. */
export type PrintStyle = 'full' | 'name-only';

/** Thrown, never seen outside: the name is not one that can be undecorated within the limits. */
export class Undecorable extends Error {}

/** Most characters of one answer. Back references double a name's length with every few characters of input. */
const MOST_CHARACTERS = 1 << 15;
const MOST_DEPTH = 400;

/** Prints trees; one printer counts what it printed in all, so that a bomb is stopped wherever it is hidden. */
export class Printer {
  readonly #style: PrintStyle;
  #text = '';
  #last = '';
  #depth = 0;
  #steps = 0;
  constructor(style: PrintStyle) {
    this.#style = style;
  }

  symbol(node: SymbolNode): string {
    return this.#whole(() => this.#symbol(node));
  }
  identifier(node: IdentifierNode): string {
    return this.#whole(() => this.#identifier(node));
  }

  #whole(print: () => void): string {
    this.#text = '';
    this.#last = '';
    this.#depth = 0;
    print();
    return this.#text;
  }

  #add(text: string): void {
    if (text === '') return;
    this.#text += text;
    this.#last = text.slice(-1);
    if (this.#text.length > MOST_CHARACTERS || ++this.#steps > MOST_CHARACTERS * 2) throw new Undecorable();
  }

  #enter(): void {
    if (++this.#depth > MOST_DEPTH || ++this.#steps > MOST_CHARACTERS * 2) throw new Undecorable();
  }

  /** A space, when what stands there ends in a word or a template. */
  #space(): void {
    if (/[0-9A-Za-z>]/.test(this.#last)) this.#text += ' ';
  }

  #quals(quals: number, before: boolean, after = false): void {
    const words: string[] = [];
    if (quals & CONST) words.push('const');
    if (quals & VOLATILE) words.push('volatile');
    if (quals & RESTRICT) words.push('__restrict');
    if (words.length > 0) this.#add(`${before ? ' ' : ''}${words.join(' ')}${after ? ' ' : ''}`);
  }

  #convention(convention: string): void {
    if (convention === '') return;
    this.#space();
    this.#add(convention);
  }

  #symbol(node: SymbolNode): void {
    this.#enter();
    // The debuggers call every literal so.
    if (node.kind === 'string') this.#add(this.#style === 'full' ? node.text : "`string'");
    else if (this.#style === 'name-only') this.#name(node.name);
    else if (node.kind === 'table') {
      this.#quals(node.quals, false, true);
      this.#name(node.name);
      node.targets.forEach((target, index) => {
        this.#add(index === 0 ? '{for `' : 's `');
        this.#name(target);
        this.#add("'");
      });
      if (node.targets.length > 0) this.#add('}');
    } else if (node.kind === 'variable') {
      if (node.access) this.#add(`${node.access}: `);
      if (node.isStatic) this.#add('static ');
      if (node.type) this.#before(node.type);
      if (node.type) this.#space();
      this.#name(node.name);
      if (node.type) this.#after(node.type);
    } else {
      if (node.thunk !== null) this.#add('[thunk]: ');
      if (node.access) this.#add(`${node.access}: `);
      if (node.isStatic) this.#add('static ');
      if (node.isVirtual) this.#add('virtual ');
      if (node.isExternC) this.#add('extern "C" ');
      if (node.signature) this.#before(node.signature);
      else this.#convention(node.convention);
      this.#space();
      this.#name(node.name);
      if (node.thunk) this.#add(node.thunk);
      if (node.signature) this.#after(node.signature);
    }
    this.#depth--;
  }

  #name(node: NameNode): void {
    node.parts.forEach((part, index) => {
      if (index > 0) this.#add('::');
      this.#identifier(part);
    });
  }

  #identifier(node: IdentifierNode): void {
    this.#enter();
    switch (node.kind) {
      case 'name':
        this.#add(node.text);
        break;
      case 'intrinsic':
        this.#add(this.#style === 'full' ? node.text : node.windbg);
        break;
      case 'structor':
        if (node.destructor) this.#add('~');
        if (node.owner) this.#identifier(node.owner);
        break;
      case 'conversion':
        this.#add('operator');
        break;
      case 'initializer':
        this.#add(node.destructor ? '`dynamic atexit destructor for ' : '`dynamic initializer for ');
        this.#add(node.subject.kind === 'qualified' ? "'" : '`');
        if (node.subject.kind === 'qualified') this.#name(node.subject);
        else this.#symbol(node.subject);
        this.#add("''");
        break;
      case 'local-scope':
        this.#add('`');
        this.#symbol(node.symbol);
        this.#add(`'::\`${node.number}'`);
        break;
    }
    if (node.args) this.#arguments(node.args);
    if (node.kind === 'conversion' && node.target) {
      this.#add(' ');
      this.#before(node.target);
      this.#after(node.target);
    }
    this.#depth--;
  }

  #arguments(args: readonly ArgumentNode[]): void {
    this.#add('<');
    this.#list(args);
    this.#add(this.#style === 'name-only' && this.#last === '>' ? ' >' : '>');
  }

  #list(args: readonly ArgumentNode[]): void {
    args.forEach((arg, index) => {
      if (index > 0) this.#add(this.#style === 'full' ? ', ' : ',');
      this.#argument(arg);
    });
  }

  #argument(arg: ArgumentNode): void {
    this.#enter();
    if (arg.kind === 'integer' || arg.kind === 'real') this.#add(`${arg.value}`);
    else if (arg.kind === 'qualified') this.#name(arg);
    else if (arg.kind === 'symbol') {
      const braces = arg.offsets.length > 0;
      this.#add(braces ? '{' : arg.affinity);
      if (arg.symbol) this.#symbol(arg.symbol);
      this.#add(`${braces && arg.symbol ? ', ' : ''}${arg.offsets.join(', ')}${braces ? '}' : ''}`);
    } else if (arg.kind === 'aggregate') {
      if (arg.type) this.#before(arg.type);
      this.#add('{');
      this.#list(arg.items);
      this.#add('}');
    } else {
      this.#before(arg);
      this.#after(arg);
    }
    this.#depth--;
  }

  #before(node: TypeNode): void {
    this.#enter();
    switch (node.kind) {
      case 'primitive':
        this.#add(node.name);
        this.#quals(node.quals, true);
        break;
      case 'tag':
        if (this.#style === 'full') this.#add(`${node.tag} `);
        this.#name(node.name);
        this.#quals(node.quals, true);
        break;
      case 'custom':
        this.#identifier(node.name);
        break;
      case 'array':
        this.#before(node.element);
        this.#quals(node.quals, true);
        break;
      case 'signature':
        this.#resultBefore(node);
        this.#convention(node.convention);
        break;
      case 'pointer': {
        const { pointee } = node;
        if (pointee.kind === 'signature') this.#resultBefore(pointee);
        else this.#before(pointee);
        this.#space();
        if (node.quals & UNALIGNED) this.#add('__unaligned ');
        if (pointee.kind === 'array') this.#add('(');
        else if (pointee.kind === 'signature') {
          this.#add('(');
          this.#convention(pointee.convention);
          this.#add(' ');
        }
        if (node.parent) {
          this.#name(node.parent);
          this.#add('::');
        }
        this.#add(node.affinity);
        this.#quals(node.quals, false);
        break;
      }
    }
    this.#depth--;
  }

  #resultBefore(node: SignatureNode): void {
    if (!node.result) return;
    this.#before(node.result);
    this.#add(' ');
  }

  #after(node: TypeNode): void {
    this.#enter();
    if (node.kind === 'pointer') {
      if (node.pointee.kind === 'array' || node.pointee.kind === 'signature') this.#add(')');
      this.#after(node.pointee);
    } else if (node.kind === 'array') {
      this.#add(`[${node.dimensions.map((size) => (size === 0n ? '' : `${size}`)).join('][')}]`);
      this.#after(node.element);
    } else if (node.kind === 'signature') {
      this.#add('(');
      if (!node.parameters) this.#add('void');
      node.parameters?.forEach((parameter, index) => {
        if (index > 0) this.#add(this.#style === 'full' ? ', ' : ',');
        this.#before(parameter);
        this.#after(parameter);
      });
      if (node.variadic) this.#add(node.parameters && node.parameters.length > 0 ? ', ...' : '...');
      this.#add(')');
      if (node.quals & CONST) this.#add(' const');
      if (node.quals & VOLATILE) this.#add(' volatile');
      if (node.quals & RESTRICT) this.#add(' __restrict');
      if (node.quals & UNALIGNED) this.#add(' __unaligned');
      if (node.noexcept) this.#add(' noexcept');
      this.#add(node.refQualifier);
      if (node.result) this.#after(node.result);
    }
    this.#depth--;
  }
}
