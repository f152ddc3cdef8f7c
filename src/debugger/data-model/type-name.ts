import { printable } from '../../bytes/text.ts';
import type { Type } from '../../symbols/type.ts';
import { cppTypeText } from '../cpp/value.ts';
import type { Session } from '../session.ts';

/** A type as dx names it: without `struct`, its stars behind a blank, `__int64` as Microsoft spells it. */
export function typeText(session: Session, type: Type): string {
  const plain = cppTypeText(type)
    .replace(/\b(?:struct|class|union|enum) /g, '')
    .replace(/\bint64\b/g, '__int64')
    .replace(/\* (?=\*)/g, '*');
  // 64-bit code has one calling convention only, which debuggers name.
  const called = session.pointerSize === 8 ? plain.replace('(*)(', '(__cdecl*)(') : plain;
  return printable(called);
}
