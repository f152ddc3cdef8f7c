import { parseLiteral } from './undecorate-literal.ts';
import type { FunctionNode, IdentifierNode, NameNode, SymbolNode, TypeNode } from './undecorate-node.ts';
import { TypeParser } from './undecorate-types.ts';

type Access = FunctionNode['access'];
const ACCESSES: readonly Access[] = ['private', 'protected', 'public'];
const TABLES: Readonly<Record<string, string>> = {
  '??_7': "`vftable'",
  '??_8': "`vbtable'",
  '??_S': "`local vftable'",
  '??_R4': "`RTTI Complete Object Locator'",
};

function named(text: string): IdentifierNode {
  return { kind: 'name', text, args: null };
}
function alone(identifier: IdentifierNode): NameNode {
  return { kind: 'qualified', parts: [identifier] };
}
function variable(name: NameNode, type: TypeNode | null): SymbolNode {
  return { kind: 'variable', name, access: '', isStatic: false, type };
}

interface FunctionClass {
  readonly access: Access;
  readonly isStatic: boolean;
  readonly isVirtual: boolean;
  readonly isGlobal: boolean;
  /** Which numbers of a thunk follow. */
  readonly thunk: null | 'adjustor' | 'vtordisp' | 'vtordispex';
  /** An extern "C" function inside of which something else is. */
  readonly bare: boolean;
}

/** The grammar of whole symbols: functions, variables, tables, thunks, guards, RTTI, initializers and literals. */
export class SymbolParser extends TypeParser {
  parseSymbol(): SymbolNode {
    return this.nested(() => {
      if (this.starts('??@')) return this.#digest();
      const special = this.#special();
      if (special) return special;
      this.expect('?');
      return this.#declarator();
    });
  }

  /** The names in RTTI data (`.?AVfoo@@`): types, not symbols. */
  parseTypeName(): SymbolNode {
    this.expect('.');
    const type = this.type('result');
    if (!this.ended) this.fail();
    return variable(alone(named("`RTTI Type Descriptor Name'")), type);
  }

  /** Names too long for the linker are MD5 digests: nothing can be undone. */
  #digest(): SymbolNode {
    const start = this.at;
    this.at += 3;
    this.untilAt();
    this.take('??_R4@');
    return variable(alone(named(this.text.slice(start, this.at))), null);
  }

  #special(): SymbolNode | null {
    for (const [token, words] of Object.entries(TABLES)) if (this.take(token)) return this.#table(words);
    if (this.take('??_9')) return this.#vcall();
    if (this.take('??_B')) return this.#guard("`local static guard'");
    if (this.take('??__J')) return this.#guard("`local static thread guard'");
    if (this.take('??_C')) return parseLiteral(this);
    if (this.take('??_R0')) {
      const type = this.type('result');
      this.expect('@8');
      return variable(alone(named("`RTTI Type Descriptor'")), type);
    }
    if (this.take('??_R1')) {
      const numbers = [this.unsigned(), this.number(), this.unsigned(), this.unsigned()];
      const name = this.scoped(named(`\`RTTI Base Class Descriptor at (${numbers.join(', ')})'`));
      this.take('8');
      return variable(name, null);
    }
    if (this.take('??_R2')) return this.#untyped("`RTTI Base Class Array'");
    if (this.take('??_R3')) return this.#untyped("`RTTI Class Hierarchy Descriptor'");
    if (this.take('??__E')) return this.#initializer(false);
    if (this.take('??__F')) return this.#initializer(true);
    return null;
  }

  #table(words: string): SymbolNode {
    const name = this.scoped(named(words));
    if (!this.take('6')) this.expect('7');
    const { quals } = this.qualifiers();
    const targets: NameNode[] = [];
    while (!this.take('@')) targets.push(this.typeName());
    return { kind: 'table', name, quals, targets };
  }

  #vcall(): SymbolNode {
    const start = this.at;
    const scan = this.text.indexOf('$B', start);
    if (scan < 0) this.fail();
    const leaf = { kind: 'name', text: '', args: null } as { kind: 'name'; text: string; args: null };
    const name = this.scoped(leaf);
    this.expect('$B');
    leaf.text = `\`vcall'{${this.unsigned()}, {flat}}`;
    this.expect('A');
    return {
      kind: 'function',
      name,
      access: '',
      isStatic: false,
      isVirtual: false,
      isExternC: false,
      thunk: '',
      signature: null,
      convention: this.convention(),
    };
  }

  #guard(words: string): SymbolNode {
    const leaf = { kind: 'name', text: words, args: null } as { kind: 'name'; text: string; args: null };
    const name = this.scoped(leaf);
    if (!this.take('4IA')) this.expect('5');
    if (!this.ended) {
      const index = this.unsigned();
      if (index > 0n) leaf.text = `${words}{${index}}`;
    }
    return variable(name, null);
  }

  #untyped(words: string): SymbolNode {
    const name = this.scoped(named(words));
    this.expect('8');
    return variable(name, null);
  }

  /** Also the form of old clang, which left out the `?` and one `@`. */
  #initializer(destructor: boolean): SymbolNode {
    const isMember = !this.starts('?$') && this.take('?');
    const subject = this.#declarator();
    if (subject.kind === 'variable') {
      this.expect(isMember ? '@@' : '@');
      return this.#function(alone({ kind: 'initializer', destructor, subject, args: null }));
    }
    if (isMember || subject.kind !== 'function') this.fail();
    return { ...subject, name: alone({ kind: 'initializer', destructor, subject: subject.name, args: null }) };
  }

  #declarator(): SymbolNode {
    const leaf = this.symbolIdentifier('simple');
    const name = this.scoped(leaf);
    if (leaf.kind === 'structor') leaf.owner = name.parts.at(-2) ?? this.fail();
    const digit = this.digit();
    if (digit !== null && digit <= 4) return this.#variable(name, digit);
    if (digit !== null && digit >= 5 && digit <= 8) this.fail();
    const symbol = this.#function(name);
    if (leaf.kind === 'conversion') leaf.target = symbol.signature?.result ?? this.fail();
    return symbol;
  }

  #variable(name: NameNode, storage: number): SymbolNode {
    this.at++;
    const isStatic = storage < 3;
    const access = isStatic ? (ACCESSES[storage] ?? '') : '';
    const type = this.type('drop');
    if (type.kind !== 'pointer') {
      const { quals } = this.qualifiers();
      return { kind: 'variable', name, access, isStatic, type: { ...type, quals: type.quals | quals } };
    }
    const quals = type.quals | this.extendedQualifiers();
    const pointee = this.qualifiers().quals;
    if (type.parent) this.typeName();
    return {
      kind: 'variable',
      name,
      access,
      isStatic,
      type: { ...type, quals, pointee: { ...type.pointee, quals: type.pointee.quals | pointee } },
    };
  }

  #class(): FunctionClass {
    const char = this.next();
    const plain = { isStatic: false, isVirtual: false, isGlobal: false, thunk: null, bare: false } as const;
    if (char === '9') return { ...plain, access: '', bare: true };
    if (char === 'Y' || char === 'Z') return { ...plain, access: '', isGlobal: true };
    if (char === '$') {
      const thunk = this.take('R') ? 'vtordispex' : 'vtordisp';
      const access = ACCESSES[(this.digit() ?? 9) >> 1] ?? this.fail();
      this.at++;
      return { ...plain, access, isVirtual: true, thunk };
    }
    const code = char.charCodeAt(0) - 65;
    if (code < 0 || code > 23) this.fail();
    const kind = (code & 7) >> 1;
    return {
      ...plain,
      access: ACCESSES[code >> 3] ?? '',
      isStatic: kind === 1,
      isVirtual: kind === 2 || (kind === 3 && code > 7),
      thunk: kind === 3 ? 'adjustor' : null,
    };
  }

  #function(name: NameNode): FunctionNode {
    // ARM64EC code is marked by `$$h`, local extern "C" declarations by `$$J0`.
    this.take('$$h');
    const isExternC = this.take('$$J0');
    const { access, isStatic, isVirtual, isGlobal, thunk, bare } = this.#class();
    let text: string | null = null;
    if (thunk === 'adjustor') text = `\`adjustor{${this.number()}}'`;
    else if (thunk !== null) {
      const numbers = Array.from({ length: thunk === 'vtordispex' ? 4 : 2 }, () => this.number());
      text = `\`${thunk}{${numbers.map((number) => BigInt.asIntN(32, number)).join(', ')}}'`;
    }
    const signature = bare ? null : this.signature(!isGlobal && !isStatic);
    return {
      kind: 'function',
      name,
      access,
      isStatic,
      isVirtual,
      isExternC: isExternC || bare,
      thunk: text,
      signature,
      convention: '',
    };
  }
}
