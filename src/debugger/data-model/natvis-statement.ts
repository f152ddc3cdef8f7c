import { UsageError } from '../../bytes/errors.ts';
import type { CustomStatement } from './natvis-model.ts';
import { attribute, elements, textOf, type XmlNode } from './natvis-xml.ts';

const MOST_DEPTH = 32;
/** Elements of CustomListItems that do nothing in its course. */
const DECLARATIONS = new Set(['Variable', 'Size', 'Skip']);

/** The statements of an element, in their order; names of elements that are none go to `ignored`. */
export function customStatements(node: XmlNode, ignored: Set<string>, depth = 0): CustomStatement[] {
  if (depth > MOST_DEPTH) throw new UsageError('.nvload', 'the file nests too deep');
  const out: CustomStatement[] = [];
  for (const each of elements(node)) {
    const condition = attribute(each, 'Condition');
    const body = () => customStatements(each, ignored, depth + 1);
    switch (each.tagName) {
      case 'Exec':
        out.push({ kind: 'exec', condition, text: textOf(each) });
        break;
      case 'Item':
        out.push({ kind: 'item', condition, name: attribute(each, 'Name'), text: textOf(each) });
        break;
      case 'Break':
        out.push({ kind: 'break', condition });
        break;
      case 'Loop':
        out.push({ kind: 'loop', condition, body: body() });
        break;
      case 'If':
        out.push({ kind: 'if', arms: [{ condition: condition ?? '1', body: body() }] });
        break;
      case 'Elseif':
      case 'Else': {
        // They belong to the statement before them.
        const before = out.at(-1);
        const arm = { condition: each.tagName === 'Else' ? null : (condition ?? '1'), body: body() };
        if (before?.kind === 'if') out[out.length - 1] = { kind: 'if', arms: [...before.arms, arm] };
        else ignored.add(each.tagName);
        break;
      }
      default:
        if (!DECLARATIONS.has(each.tagName)) ignored.add(each.tagName);
    }
  }
  return out;
}
