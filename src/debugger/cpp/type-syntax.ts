import { ExpressionError } from '../expression-syntax.ts';
import type { CppCursor } from './cursor.ts';
import { NUMBER } from './literal.ts';
import type { TypeName } from './tree.ts';

const BASE_WORDS = new Set([
  'unsigned',
  'signed',
  'char',
  'short',
  'int',
  'long',
  'float',
  'double',
  'bool',
  'void',
  'wchar_t',
  '__int8',
  '__int16',
  '__int32',
  '__int64',
  'int64',
  'char8_t',
  'char16_t',
]);
/** Words about a pointer that say nothing about what it points to. */
const POINTER_WORDS = /(?:const|volatile|__ptr32|__ptr64|__unaligned|__restrict|restrict)(?!\w)/y;
/** Tells names of types from others. */
export interface TypeTest {
  (name: string): boolean;
  /** The type's name nearest to one that is none, for a hint. */
  readonly nearest?: (name: string) => string | null;
}

/** What can only be a cast, whatever its type is: to a pointer, or with a value right behind it. */
const CAST =
  /\(\s*(?:(?:const|struct|class|union|enum)\s+)*((?:\w+!)?[A-Za-z_][\w:]*)\s*(?:\*+\s*\)|\)\s*(?=[\w@'"]))/y;

const isTag = (word: string) => /^(?:struct|class|union|enum|const|volatile|__unaligned)$/.test(word);

/** `nt!_KTHREAD *`, `unsigned long`, `int (*)[4]` at the cursor; null, with the cursor unmoved, where no type stands there. */
export function typeName(cursor: CppCursor, isType: TypeTest): TypeName | null {
  const before = cursor.at;
  const name = bareName(cursor, isType);
  if (name === null) {
    cursor.at = before;
    return null;
  }
  const pointers = stars(cursor);
  const outer = outerStars(cursor);
  return { name, pointers, counts: counts(cursor), outer };
}

/** As `typeName`; what is no type is an error. */
export function neededType(cursor: CppCursor, isType: TypeTest): TypeName {
  const type = typeName(cursor, isType);
  if (type) return type;
  throw unresolved(cursor.word() ?? cursor.text.slice(cursor.at).trim(), cursor.at, isType);
}

function unresolved(name: string, at: number, isType: TypeTest): ExpressionError {
  const near = isType.nearest?.(name) ?? null;
  const hint = near === null ? '' : `; did you mean ${near}?`;
  return new ExpressionError(`Couldn't resolve error at '${name}': no such type${hint}`, at);
}

/** `(type)` at the cursor; null, with the cursor unmoved, where the parentheses hold an expression. */
export function castType(cursor: CppCursor, isType: TypeTest): TypeName | null {
  const before = cursor.at;
  cursor.need('(');
  const type = typeName(cursor, isType);
  if (type && cursor.take(')')) return type;
  cursor.at = before;
  const meant = cursor.match(CAST);
  if (meant && !isType(meant[1]!)) throw unresolved(meant[1]!, before + meant[0].indexOf(meant[1]!), isType);
  return null;
}

function bareName(cursor: CppCursor, isType: TypeTest): string | null {
  const words: string[] = [];
  let isNamed = false;
  for (;;) {
    const template: string | null = isNamed ? null : cursor.templateName();
    const word: string | null = template !== null && isType(template) ? template : cursor.word();
    if (word === null) break;
    // `nt!unsigned char`, as links of debuggers have it: C's own types belong to no module.
    const own: string = word.slice(word.indexOf('!') + 1);
    const isBase = BASE_WORDS.has(own);
    if (!isBase && !isTag(own) && (isNamed || words.some((each) => !isTag(each)) || !isType(word))) break;
    cursor.at += word.length;
    isNamed ||= !isBase && !isTag(own);
    words.push(isBase || isTag(own) ? own : word);
  }
  const name = words.filter((word) => !isTag(word)).join(' ');
  return name === '' ? null : name;
}

function stars(cursor: CppCursor): number {
  let pointers = 0;
  for (;;) {
    const word = cursor.match(POINTER_WORDS);
    if (word) cursor.at += word[0].length;
    else if (cursor.take('*') || cursor.take('&')) pointers++;
    else if (cursor.peek() === '&&') {
      cursor.at += 2;
      pointers++;
    } else return pointers;
  }
}

/** `(*)` of a pointer to an array. */
function outerStars(cursor: CppCursor): number {
  const before = cursor.at;
  if (cursor.take('(')) {
    const outer = stars(cursor);
    if (outer > 0 && cursor.take(')')) return outer;
  }
  cursor.at = before;
  return 0;
}

function counts(cursor: CppCursor): number[] {
  const found: number[] = [];
  while (cursor.take('[')) {
    const count = cursor.match(NUMBER);
    const value = count ? Number(count[1]) : Number.NaN;
    if (!count || !Number.isSafeInteger(value)) throw cursor.unexpected();
    cursor.at += count[0].length;
    found.push(value);
    cursor.need(']');
  }
  return found;
}
