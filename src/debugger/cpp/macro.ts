import type { CppCursor } from './cursor.ts';
import type { CppExpression, TypeName } from './tree.ts';

const MACRO =
  /#(CONTAINING_RECORD|(?:RTL_)?FIELD_OFFSET|(?:RTL_)?FIELD_SIZE|RTL_CONTAINS_FIELD|RTL_NUMBER_OF|RTL_SIZEOF_THROUGH_FIELD)\s*\(/y;

/** What macros are made of, by whoever parses. */
export interface MacroParts {
  expression(): CppExpression;
  type(): TypeName;
}

/** A macro as the C++ evaluator has it, at the cursor. */
export function macro(cursor: CppCursor, parts: MacroParts, at: number): CppExpression {
  const found = cursor.match(MACRO);
  if (!found) throw cursor.unexpected();
  cursor.at += found[0].length;
  const expression = arguments_(cursor, parts, found[1]!.replace(/^RTL_/, ''), at);
  cursor.need(')');
  return expression;
}

function arguments_(cursor: CppCursor, parts: MacroParts, name: string, at: number): CppExpression {
  if (name === 'NUMBER_OF') return { kind: 'elements', operand: parts.expression(), at };
  if (name === 'CONTAINING_RECORD' || name === 'CONTAINS_FIELD') {
    const operand = parts.expression();
    cursor.need(',');
    if (name === 'CONTAINING_RECORD')
      return { kind: 'container', operand, type: parts.type(), path: field(cursor), at };
    return { kind: 'contains', operand, size: parts.expression(), path: field(cursor), at };
  }
  const type = parts.type();
  const path = field(cursor);
  if (name === 'FIELD_OFFSET') return { kind: 'offset', type, path, at };
  if (name === 'SIZEOF_THROUGH_FIELD') return { kind: 'through', type, path, at };
  return { kind: 'size', of: memberOfNull(type, path, at), at };
}

/** `, a.b.c`. */
function field(cursor: CppCursor): string {
  cursor.need(',');
  let path = cursor.neededWord();
  while (cursor.take('.')) path += `.${cursor.neededWord()}`;
  return path;
}

/** `((type*)0)->a.b`, whose type has the size that is asked for. */
function memberOfNull(type: TypeName, path: string, at: number): CppExpression {
  const zero: CppExpression = { kind: 'integer', value: 0n, unsigned: false, long: true, type: null, at };
  let operand: CppExpression = { kind: 'cast', type: { ...type, pointers: type.pointers + 1 }, operand: zero, at };
  for (const [index, name] of path.split('.').entries())
    operand = { kind: 'member', operand, name, arrow: index === 0, at };
  return operand;
}
