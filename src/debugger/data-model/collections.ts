import type { StructType } from '../../symbols/type.ts';
import { field, load } from '../cpp/access.ts';
import { resolve } from '../cpp/evaluate.ts';
import { cppScope } from '../cpp/scope.ts';
import type { TypedValue } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { withNeeds } from '../need.ts';
import { pointerAt } from '../type-value.ts';
import type { ModelHost } from './model-host.ts';
import { MOST_ITEMS, type ModelItem, type ModelObject, type ModelValue, objectOf, typed } from './model-value.ts';
import { plainText } from './scalar-text.ts';

/** `FromListEntry(ListEntry, [Module], TypeName, FieldExpression)`: the structures that a LIST_ENTRY heads. */
export async function fromListEntry(host: ModelHost, args: readonly ModelValue[]): Promise<ModelValue> {
  if (args.length < 3) throw new ExpressionError('FromListEntry needs a list entry, the name of a type and a field', 0);
  const head = await addressOf(host, args[0]!);
  const { session } = host;
  const [path, typeName, module] = args
    .slice(1)
    .reverse()
    .map((arg) => plainText(session, arg));
  const written = module === undefined || typeName!.includes('!') ? typeName! : `${module}!${typeName}`;
  const scope = cppScope(session);
  const type = await withNeeds(() => resolve({ name: written, pointers: 0, counts: [] }, scope, 0));
  if (type.kind !== 'struct') throw new ExpressionError(`'${written}' is no structure`, 0);
  return listObject(host, type, BigInt(field(type, path!, 0).offset), head);
}

async function addressOf(host: ModelHost, value: ModelValue): Promise<bigint> {
  if (value.kind === 'typed' && value.value.bits === null && value.value.address !== null) return value.value.address;
  const { bits } = await host.number(value, 0);
  if (bits === null) throw new ExpressionError('FromListEntry: the first argument is no list entry', 0);
  return bits;
}

/** Structures by their links, to the head, to a link that was there before, or to one that is not in the dump. */
function listObject(host: ModelHost, type: StructType, offset: bigint, head: bigint): ModelObject {
  let note: string | null = null;
  const scope = cppScope(host.session);
  const items = async (most: number): Promise<readonly ModelItem[]> => {
    note = null;
    const found: ModelItem[] = [];
    const seen = new Set([head]);
    let link = pointerAt(host.session, head);
    while (link !== null && !seen.has(link) && found.length < Math.min(most, MOST_ITEMS + 1)) {
      await host.step();
      seen.add(link);
      const value: TypedValue = load(type, link - offset, scope, 0);
      found.push({ key: BigInt(found.length), value: typed(value) });
      link = pointerAt(host.session, link);
    }
    if (link === null) note = 'the list is cut: a link is not in the dump';
    else if (link !== head && seen.has(link))
      note = 'the list does not come back to its head: a link leads to an entry before';
    return found;
  };
  return objectOf({ items, note: () => note });
}
