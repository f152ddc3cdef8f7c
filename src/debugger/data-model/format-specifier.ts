/** How a value is to be shown: what stands behind the comma of an expression. */
export interface Format {
  /** `x`, `su`, `en` and their kin in the order written. */
  readonly codes: readonly string[];
  /** An expression of how many elements a pointer, array or container has: `,5` and `,[count]`; null for none. */
  readonly length: string | null;
  /** `,view(name)`; null for none. */
  readonly view: string | null;
}

const CODE =
  /view\((\w+)\)|bstr|s32b|s32|s8b|s8|sub|su|sb|s|nvo|na|nd|nr|en|hr|hv|wc|wm|xb|Xb|hb|Hb|bb|[xXhHdobcegf!]/y;
const LENGTH = /^(?:\[([\s\S]+)\]|(\d+))/;

/** A format specifier alone, without its comma; null where the text is none. */
export function parseFormat(text: string): Format | null {
  const plain = text.trim();
  const length = LENGTH.exec(plain);
  const codes: string[] = [];
  let view: string | null = null;
  let at = length?.[0].length ?? 0;
  while (at < plain.length) {
    CODE.lastIndex = at;
    const found = CODE.exec(plain);
    if (found) {
      if (found[1] === undefined) codes.push(found[0]);
      else view = found[1];
      at += found[0].length;
    } else if (/[\s,]/.test(plain[at]!)) at++;
    else return null;
  }
  if (plain === '') return null;
  return { codes, length: length ? (length[1] ?? length[2])! : null, view };
}

/** `expression,x`: the expression and its format specifier, null where it has none. A comma within brackets or quotes is none. */
export function splitFormat(text: string): { readonly expression: string; readonly format: Format | null } {
  for (const comma of topCommas(text)) {
    const format = parseFormat(text.slice(comma + 1));
    if (format) return { expression: text.slice(0, comma), format };
  }
  return { expression: text, format: null };
}

function topCommas(text: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    else if (char === ',' && depth === 0) found.push(at);
  }
  return found;
}

/** Whether the format asks for this. */
export const asks = (format: Format | null, code: string): boolean => format?.codes.includes(code) ?? false;

/** What of a format holds for all that a value contains too: the base of numbers; null where nothing does. */
export function inherited(format: Format | null): Format | null {
  const codes = format?.codes.filter((code) => /^(?:[xXhHdob]|[xXhHb]b|en)$/.test(code)) ?? [];
  return codes.length === 0 ? null : { codes, length: null, view: null };
}
