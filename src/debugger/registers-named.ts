import { scopeOf } from './scope.ts';
import type { Session } from './session.ts';

/** Registers and pseudo-registers by the names that `r` takes; null when there is none of that name, or no value. */
export function namedRegister(session: Session, name: string): bigint | null {
  return scopeOf(session).register(name.toLowerCase());
}

const SUB: Readonly<Record<string, number>> = { l: 2, h: 2 };

/** Hexadecimal digits of a register by its name: 2 for `al`, 4 for `cs` and `ax`, 8 for 32-bit ones, 32 for xmm. */
export function registerWidth(name: string, bits: 32 | 64): number {
  if (/^[abcd][lh]$/.test(name)) return SUB[name[1]!]!;
  if (/^([cdefgs]s|[abcd]x|[sd]i|[sb]p|fpcw|fpsw|fptw|[gi]dtl|(ld)?tr)$/.test(name) && !(name === 'sp' && bits === 64))
    return 4;
  if (/^([cpazstidof]f|iopl)$/.test(name)) return 1;
  if (/^mm\d$/.test(name)) return 16;
  if (/^(e[a-z]{2}|efl|mxcsr|cpsr|r\d+d|fpcr|fpsr)$/.test(name)) return 8;
  if (/^(xmm|v)\d+$/.test(name)) return 32;
  if (/^ymm\d+$/.test(name)) return 64;
  if (/^st\d$/.test(name)) return 20;
  return bits / 4;
}
