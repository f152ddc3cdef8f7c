import { Cursor } from './undecorate-cursor.ts';
import {
  type Affinity,
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
import { CONVENTIONS, operatorWords, PRIMITIVES } from './undecorate-operators.ts';
import { Printer } from './undecorate-print.ts';

/** What a type's leading qualifier means where it stands: none there, always there, or there after `?`. */
type QualifierMode = 'drop' | 'mangle' | 'result';

const TAGS = { T: 'union', U: 'struct', V: 'class' } as const;
const POINTERS: Readonly<Record<string, readonly [quals: number, affinity: Affinity]>> = {
  A: [0, '&'],
  B: [VOLATILE, '&'],
  P: [0, '*'],
  Q: [CONST, '*'],
  R: [VOLATILE, '*'],
  S: [CONST | VOLATILE, '*'],
};

function withQuals(node: TypeNode, quals: number): TypeNode {
  return quals === 0 ? node : { ...node, quals: node.quals | quals };
}

/** The grammar of names and types: scopes, templates, back references, declarators. */
export abstract class TypeParser extends Cursor {
  /** Names and parameter types that a digit can stand for; each template has its own. */
  #names: { key: string; node: IdentifierNode }[] = [];
  #parameters: TypeNode[] = [];
  readonly #printer = new Printer('full');

  /** A complete decorated name inside another one. */
  abstract parseSymbol(): SymbolNode;

  #remember(key: string, node: IdentifierNode): void {
    if (this.#names.length < 10 && !this.#names.some((name) => name.key === key)) this.#names.push({ key, node });
  }

  rememberIdentifier(node: IdentifierNode): void {
    if (this.#names.length < 10) this.#remember(this.#printer.identifier(node), node);
  }

  #backReference(): IdentifierNode | null {
    const digit = this.digit();
    if (digit === null) return null;
    this.at++;
    return this.#names[digit]?.node ?? this.fail();
  }

  #simpleName(remember: boolean): IdentifierNode {
    const text = this.untilAt();
    const node: IdentifierNode = { kind: 'name', text, args: null };
    if (remember) this.#remember(text, node);
    return node;
  }

  /** The last component of a symbol's name: also operators and special members. */
  symbolIdentifier(remember: 'simple' | 'template'): IdentifierNode {
    const back = this.#backReference();
    if (back) return back;
    if (this.starts('?$')) return this.#template(remember === 'template');
    if (this.take('?')) return this.#operator();
    return this.#simpleName(remember === 'simple');
  }

  #typeIdentifier(): IdentifierNode {
    const back = this.#backReference();
    if (back) return back;
    return this.starts('?$') ? this.#template(true) : this.#simpleName(true);
  }

  #operator(): IdentifierNode {
    const code = this.take('__') ? `__${this.next()}` : this.take('_') ? `_${this.next()}` : this.next();
    if (code === '0' || code === '1') return { kind: 'structor', destructor: code === '1', owner: null, args: null };
    if (code === 'B') return { kind: 'conversion', target: null, args: null };
    if (code === '__K') return { kind: 'name', text: `operator ""${this.untilAt()}`, args: null };
    const words = operatorWords(code);
    return words ? { kind: 'intrinsic', ...words, args: null } : this.fail();
  }

  #template(remember: boolean): IdentifierNode {
    return this.nested(() => {
      this.expect('?$');
      const names = this.#names;
      const parameters = this.#parameters;
      this.#names = [];
      this.#parameters = [];
      const name = this.symbolIdentifier('simple');
      const node: IdentifierNode = { ...name, args: this.#arguments() };
      this.#names = names;
      this.#parameters = parameters;
      if (remember) {
        if (node.kind === 'conversion' || node.kind === 'structor') this.fail();
        this.rememberIdentifier(node);
      }
      return node;
    });
  }

  /** `leaf` and the scopes around it, up to the `@` that ends them. */
  scoped(leaf: IdentifierNode): NameNode {
    const parts = [leaf];
    while (!this.take('@')) parts.push(this.#scopePiece());
    return { kind: 'qualified', parts: parts.reverse() };
  }

  typeName(): NameNode {
    return this.nested(() => this.scoped(this.#typeIdentifier()));
  }

  #scopePiece(): IdentifierNode {
    const back = this.#backReference();
    if (back) return back;
    if (this.starts('?$')) return this.#template(true);
    if (this.take('?A')) {
      const end = this.text.indexOf('@', this.at);
      if (end < 0) this.fail();
      const node: IdentifierNode = { kind: 'name', text: "`anonymous namespace'", args: null };
      this.#remember(this.text.slice(this.at, end), node);
      this.at = end + 1;
      return node;
    }
    if (/^\?(?:[0-9@]|[B-P][A-P]*@)\?/.test(this.text.slice(this.at, this.at + 20))) {
      return this.nested(() => {
        this.expect('?');
        const number = this.take('@') ? 0n : this.number();
        this.expect('?');
        return { kind: 'local-scope', symbol: this.parseSymbol(), number, args: null };
      });
    }
    return this.#simpleName(true);
  }

  /** The template arguments, up to the `@` that ends them. */
  #arguments(): ArgumentNode[] {
    const args: ArgumentNode[] = [];
    while (!this.take('@')) {
      if (this.take('$S') || this.take('$$V') || this.take('$$$V') || this.take('$$Z')) continue;
      args.push(this.nested(() => this.#argument()));
    }
    return args;
  }

  #argument(): ArgumentNode {
    // `template <auto>`: the deduced type comes first and is not printed; what follows lacks its own `$`.
    const isAuto = this.take('$M');
    if (isAuto) this.type('drop');
    const value = (code: string) => this.take(isAuto ? code : `$${code}`);
    if (!isAuto) {
      if (this.take('$$Y')) return this.typeName();
      if (this.take('$$B')) return this.type('drop');
      if (this.take('$$C')) return this.type('mangle');
    }
    if (value('0')) return { kind: 'integer', value: this.number() };
    const member = ['1', 'H', 'I', 'J'].findIndex((code) => value(code));
    if (member >= 0) {
      let symbol: SymbolNode | null = null;
      if (this.starts('?')) {
        symbol = this.parseSymbol();
        const leaf = symbol.kind === 'string' ? undefined : symbol.name.parts.at(-1);
        this.rememberIdentifier(leaf ?? this.fail());
      }
      return { kind: 'symbol', symbol, affinity: '&', offsets: this.#offsets(member) };
    }
    if (this.starts(isAuto ? 'E?' : '$E?')) {
      this.at += isAuto ? 1 : 2;
      return { kind: 'symbol', symbol: this.parseSymbol(), affinity: '', offsets: [] };
    }
    if (value('F')) return { kind: 'symbol', symbol: null, affinity: '', offsets: this.#offsets(2) };
    if (value('G')) return { kind: 'symbol', symbol: null, affinity: '', offsets: this.#offsets(3) };
    if (value('2')) return this.#aggregate();
    return this.type('drop');
  }

  /** C++20 class arguments, as clang and MSVC write them: the class, then type and value of each member. */
  #aggregate(): ArgumentNode {
    const type = this.type('drop');
    const items: ArgumentNode[] = [];
    while (!this.take('@')) items.push(this.#member());
    return { kind: 'aggregate', type, items };
  }

  #member(): ArgumentNode {
    return this.nested(() => {
      if (this.take('2')) return this.#aggregate();
      if (this.take('3')) {
        this.type('drop');
        const items: ArgumentNode[] = [];
        while (!this.take('@')) {
          items.push(this.#value());
          this.expect('@');
        }
        return { kind: 'aggregate', type: null, items };
      }
      this.type('drop');
      return this.#value();
    });
  }

  #value(): ArgumentNode {
    if (this.take('0')) return { kind: 'integer', value: this.number() };
    if (this.take('1')) {
      const symbol = this.starts('?') ? this.parseSymbol() : null;
      return { kind: 'symbol', symbol, affinity: '&', offsets: [] };
    }
    if (this.take('2')) return this.#aggregate();
    const bits = new DataView(new ArrayBuffer(8));
    if (this.take('A')) {
      bits.setUint32(0, Number(BigInt.asUintN(32, this.number())));
      return { kind: 'real', value: bits.getFloat32(0) };
    }
    if (!this.take('B')) this.fail();
    bits.setBigUint64(0, BigInt.asUintN(64, this.number()));
    return { kind: 'real', value: bits.getFloat64(0) };
  }

  #offsets(count: number): bigint[] {
    return Array.from({ length: count }, () => this.number());
  }

  type(mode: QualifierMode): TypeNode {
    return this.nested(() => {
      const quals = mode === 'mangle' || (mode === 'result' && this.take('?')) ? this.qualifiers().quals : 0;
      return withQuals(this.#unqualified(), quals);
    });
  }

  #unqualified(): TypeNode {
    const char = this.peek();
    if (char === 'T' || char === 'U' || char === 'V') {
      this.at++;
      return { kind: 'tag', tag: TAGS[char], name: this.typeName(), quals: 0 };
    }
    // Only enums of an int are written today; other digits are old compilers' underlying types.
    if (char === 'W') {
      this.at++;
      if (!/[0-7]/.test(this.next())) this.fail();
      return { kind: 'tag', tag: 'enum', name: this.typeName(), quals: 0 };
    }
    if (this.take('$$Q')) return this.#pointer(0, '&&');
    if (this.take('$$R')) return this.#pointer(VOLATILE, '&&');
    const pointer = char === '$' ? undefined : POINTERS[char];
    if (pointer) {
      this.at++;
      return this.#pointer(...pointer);
    }
    if (this.take('Y')) return this.#array();
    if (this.take('$$A8@@')) return this.signature(true);
    if (this.take('$$A6')) return this.signature(false);
    if (this.take('$$T')) return { kind: 'primitive', name: 'std::nullptr_t', quals: 0 };
    if (this.take('?')) {
      const name = this.#typeIdentifier();
      this.expect('@');
      return { kind: 'custom', name, quals: 0 };
    }
    const code = this.next();
    const name = PRIMITIVES[code === '_' ? `_${this.next()}` : code];
    return name === undefined ? this.fail() : { kind: 'primitive', name, quals: 0 };
  }

  extendedQualifiers(): number {
    this.take('E');
    const restrict = this.take('I') ? RESTRICT : 0;
    return restrict | (this.take('F') ? UNALIGNED : 0);
  }

  #pointer(own: number, affinity: Affinity): TypeNode {
    const pointerTo = (pointee: TypeNode, quals: number, parent: NameNode | null): TypeNode => ({
      kind: 'pointer',
      affinity,
      quals,
      pointee,
      parent,
    });
    if (this.take('6')) return pointerTo(this.signature(false), own, null);
    if (affinity === '*' && this.take('8')) {
      const parent = this.typeName();
      return pointerTo(this.signature(true), own, parent);
    }
    const quals = own | this.extendedQualifiers();
    if (affinity === '*' && this.take('8')) {
      const parent = this.typeName();
      return pointerTo(this.signature(true), quals, parent);
    }
    if (affinity === '*' && /[Q-T]/.test(this.peek())) {
      const pointee = this.qualifiers().quals;
      const parent = this.typeName();
      return pointerTo(withQuals(this.type('drop'), pointee), quals, parent);
    }
    return pointerTo(this.type('mangle'), quals, null);
  }

  #array(): TypeNode {
    const rank = this.unsigned();
    if (rank === 0n || rank > 64n) this.fail();
    const dimensions = Array.from({ length: Number(rank) }, () => this.unsigned());
    let quals = 0;
    if (this.take('$$C')) {
      const read = this.qualifiers();
      if (read.isMember) this.fail();
      quals = read.quals;
    }
    return { kind: 'array', dimensions, element: this.type('drop'), quals };
  }

  convention(): string {
    return CONVENTIONS[this.next()] ?? '';
  }

  signature(hasThis: boolean): SignatureNode {
    let quals = 0;
    let refQualifier: SignatureNode['refQualifier'] = '';
    if (hasThis) {
      quals = this.extendedQualifiers();
      refQualifier = this.take('G') ? ' &' : this.take('H') ? ' &&' : '';
      quals |= this.qualifiers().quals;
    }
    const convention = this.convention();
    const result = this.take('@') ? null : this.type('result');
    const { parameters, variadic } = this.#parameterList();
    const noexcept = this.take('_E');
    if (!noexcept) this.expect('Z');
    return { kind: 'signature', quals, convention, result, parameters, variadic, noexcept, refQualifier };
  }

  #parameterList(): { parameters: TypeNode[] | null; variadic: boolean } {
    if (this.take('X')) return { parameters: null, variadic: false };
    const parameters: TypeNode[] = [];
    for (;;) {
      if (this.take('@')) return { parameters, variadic: false };
      if (this.take('Z')) return { parameters, variadic: true };
      const digit = this.digit();
      if (digit !== null) {
        this.at++;
        parameters.push(this.#parameters[digit] ?? this.fail());
        continue;
      }
      const start = this.at;
      const type = this.type('drop');
      // A single letter is not worth a back reference.
      if (this.at - start > 1 && this.#parameters.length < 10) this.#parameters.push(type);
      parameters.push(type);
    }
  }
}
