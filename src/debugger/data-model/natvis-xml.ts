import type { Conditional, Views } from './natvis-model.ts';

/** An element of XML as the parser gives it. */
export interface XmlNode {
  readonly tagName: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly children: readonly (XmlNode | string)[];
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
