import { Printer, type PrintStyle, Undecorable } from './undecorate-print.ts';
import { SymbolParser } from './undecorate-symbols.ts';

/** Decorated names are cut by linkers at 4096 bytes; longer ones are noise. */
const MOST_INPUT = 1 << 14;

/** `_name@8`, `@name@8`, `name@@8`: __stdcall, __fastcall and __vectorcall of x86 C (Microsoft Learn, "Decorated Names"). */
const C_NAME = /^(?:_([^@?]+)@\d+|@([^@?]+)@\d+|([^@?]+)@@\d+)$/;

/**
 * A decorated name as people read it. `full` is the whole declaration in the words of `llvm-undname`; `name-only` is
 * the qualified name as WinDbg shows publics in stacks: no types, `a<b<int> >` in Microsoft's spacing, and without the
 * one underscore that C names carry. What is not decorated, damaged, or grows past the limits comes back as it is.
 */
export function undecorate(name: string, style: PrintStyle = 'full'): string {
  if (name.length > MOST_INPUT) return name;
  const first = name.charCodeAt(0);
  if (first === 0x3f || first === 0x2e) return undecorateCpp(name, style) ?? name;
  if (name.startsWith('__imp_?')) {
    const imported = undecorateCpp(name.slice(6), 'name-only');
    return imported === null ? name : `${style === 'full' ? '__imp_' : '_imp_'}${imported}`;
  }
  if (name.startsWith('__imp_')) {
    const imported = C_NAME.exec(name.slice(6));
    const bare = imported ? (imported[1] ?? imported[2] ?? imported[3] ?? '') : name.slice(6);
    const underscore = imported?.[1] !== undefined ? '_' : '';
    return style === 'full' ? `__imp_${bare}` : `_imp_${underscore}${bare}`;
  }
  const match = C_NAME.exec(name);
  if (match) return match[1] ?? match[2] ?? match[3] ?? name;
  return style === 'name-only' && name.startsWith('_') && name.length > 1 && !name.startsWith('_Z')
    ? name.slice(1)
    : name;
}

function undecorateCpp(name: string, style: PrintStyle): string | null {
  try {
    const parser = new SymbolParser(name);
    const symbol = name.startsWith('.') ? parser.parseTypeName() : parser.parseSymbol();
    const rest = name.slice(parser.at);
    // Compilers and linkers append `.cold`, `$fin$0` and the like; anything else is not a name that was understood.
    // The kernel's own literals carry the digest of their section behind.
    if (symbol.kind === 'string') return new Printer(style).symbol(symbol);
    if (rest !== '' && !/^[.$]/.test(rest)) return null;
    return new Printer(style).symbol(symbol) + rest;
  } catch (error) {
    if (error instanceof Undecorable) return null;
    throw error;
  }
}
