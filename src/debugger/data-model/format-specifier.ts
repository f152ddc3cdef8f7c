import type { ModelValue } from './model-value.ts';

const SPECIFIER = /^\s*(?:!|[nv]a|n[dr]|en|[xXhHdobc]|s(?:8|u|u?b)?|bstr|view\(\w+\)|hr|wm)\s*$/;

/** `expression,x`: the expression and its format specifier, null where it has none. A comma within brackets or quotes is none. */
export function splitFormat(text: string): { readonly expression: string; readonly format: string | null } {
  let depth = 0;
  let quote = '';
  for (let at = text.length - 1; at >= 0; at--) {
    const char = text[at]!;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ')' || char === ']' || char === '}') depth++;
    else if (char === '(' || char === '[' || char === '{') depth--;
    else if (char === ',' && depth === 0) {
      const rest = text.slice(at + 1);
      return SPECIFIER.test(rest)
        ? { expression: text.slice(0, at), format: rest.trim() }
        : { expression: text, format: null };
    }
  }
  return { expression: text, format: null };
}

/** Evaluates a text without its format specifier, which is given beside it. */
export function withFormat(
  text: string,
  evaluate: (expression: string, format: string | null) => Promise<ModelValue>,
): Promise<ModelValue> {
  const { expression, format } = splitFormat(text);
  return evaluate(expression, format);
}
