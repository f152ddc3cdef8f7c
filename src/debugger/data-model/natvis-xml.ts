import { parse } from 'txml';
import { UsageError } from '../../bytes/errors.ts';
import { printable } from '../../bytes/text.ts';
import type { Conditional, Views } from './natvis-model.ts';

/** An element of XML as the parser gives it. */
export interface XmlNode {
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly children: readonly (XmlNode | string)[];
}

/** Elements nest no deeper in files of people; the parser would take the whole stack. */
const DEEPEST = 128;

/** The nodes of an XML file; a UsageError with the parser's words where it is none. */
export function parseXml(path: string, text: string): readonly (XmlNode | string)[] {
  const plain = withoutComments(text);
  if (isDeeper(plain))
    throw new UsageError('.nvload', `${path} is no .natvis file: it nests more than ${DEEPEST} deep`);
  try {
    return parse(plain, { decodeEntities: true, skipXmlDeclaration: true, selfClosingTags: [] }) as (
      | XmlNode
      | string
    )[];
  } catch (error) {
    const words = error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : '';
    throw new UsageError('.nvload', `${path} is no .natvis file: ${printable(words.slice(0, 200))}`);
  }
}

function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('<!--', at);
    if (open < 0) return out + text.slice(at);
    out += text.slice(at, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return out;
    at = close + 3;
  }
}

/** Whether tags that open outrun those that close by more than people write. */
function isDeeper(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text[at + 1] === '/') depth--;
    else if (text[at + 1] !== '?' && text[at + 1] !== '!') {
      const end = text.indexOf('>', at);
      if (end < 0) return false;
      if (text[end - 1] !== '/') depth++;
    }
    if (depth > DEEPEST) return true;
  }
  return false;
}

export const elements = (node: XmlNode): XmlNode[] =>
  node.children.filter((child): child is XmlNode => typeof child !== 'string');
export const parts = (node: XmlNode, tag: string): XmlNode[] => elements(node).filter(({ tagName }) => tagName === tag);
export const attribute = (node: XmlNode, name: string): string | null => node.attributes[name] ?? null;

/** The text directly in an element, without blanks around it. */
export function textOf(node: XmlNode): string {
  const texts = node.children.filter((child) => typeof child === 'string');
  return texts.join('').trim();
}

/** IncludeView and ExcludeView, which hold names with semicolons between them. */
export function viewsOf(node: XmlNode): Views {
  const names = (text: string | null) => (text ?? '').split(';').filter((name) => name.trim() !== '');
  return { include: names(attribute(node, 'IncludeView')), exclude: names(attribute(node, 'ExcludeView')) };
}

export const isOptional = (node: XmlNode): boolean => attribute(node, 'Optional') === 'true';

/** An element's text with its condition. */
export function conditional(node: XmlNode): Conditional {
  return {
    condition: attribute(node, 'Condition'),
    text: textOf(node),
    views: viewsOf(node),
    optional: isOptional(node),
  };
}
