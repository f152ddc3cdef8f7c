import { printable } from '../../bytes/text.ts';

/** Markup that was made here and is safe to put into a page. Everything else is text and gets escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: text and numbers are escaped, markup is not, null and false leave nothing. */
export type Part = string | number | bigint | Markup | null | undefined | false | readonly Part[];

/** A piece of a page: `html\`<p>${name}</p>\`` escapes `name`, which may be hostile. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let out = strings[0] ?? '';
  parts.forEach((part, index) => {
    out += markupOf(part) + (strings[index + 1] ?? '');
  });
  return new Markup(out);
}

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return escaped(String(part));
}

/** Text for an element or a quoted attribute; control characters become visible. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export const NOTHING = new Markup('');
