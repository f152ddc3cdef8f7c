import { type CppScope, element, memberOf, member as memberOfTyped, structureOf, UnknownError } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import { signedValue, type TypedValue } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { nearestName } from '../nearest-name.ts';
import { withNeeds } from '../need.ts';
import { parseFormat } from './format-specifier.ts';
import type { ModelHost } from './model-host.ts';
import {
  allItems,
  functionValue,
  type ModelItem,
  type ModelObject,
  type ModelValue,
  objectOf,
  textValue,
  typed,
  unknown,
} from './model-value.ts';
import { visualized, wrappedPointer } from './natvis-view.ts';
import { reasonOf } from './reason.ts';
import { runtimePointer } from './runtime-type.ts';
import { displayText } from './scalar-text.ts';
import { TEXT_METHODS, textMethod } from './text-methods.ts';
import { VERBS, verb } from './verbs.ts';

/** A member of a typed structure, or of the one a pointer leads to; null where it has none of that name. */
export function memberOrNull(value: TypedValue, name: string, scope: CppScope, at: number): TypedValue | null {
  const type = structureOf(value);
  return type && memberOf(type, name) ? memberOfTyped(value, name, false, scope, at) : null;
}

/** A member of an object or structure, or one of the methods that values have. */
export async function memberOfValue(
  host: ModelHost,
  operand: ModelValue,
  name: string,
  arrow: boolean,
  at: number,
  scope = cppScope(host.session),
): Promise<ModelValue> {
  const own = await ownMember(operand, name, scope, at);
  if (own) return own;
  const text = operand.kind === 'text' ? textMethod(host, operand.text, name, at) : null;
  if (text) return text;
  if (name === 'ToDisplayString') return displayMethod(host, operand);
  const items = await host.sequenceOf(operand);
  const found = items && verb(host, items, name, at);
  if (found) return found;
  if (operand.kind === 'typed') {
    const real = await runtimePointer(host.session, operand.value);
    if (real && structureHas(real, name)) return memberOfValue(host, typed(real), name, arrow, at, scope);
    const wrapped = await wrappedPointer(host, operand.value);
    if (wrapped) return memberOfValue(host, wrapped, name, true, at, scope);
    if (operand.value.type.kind === 'array' && !arrow) throw notBound(operand, name, at, VERBS);
    return typed(await withNeeds(() => memberOfTyped(operand.value, name, arrow, scope, at)));
  }
  throw notBound(operand, name, at, items ? VERBS : operand.kind === 'text' ? TEXT_METHODS : []);
}

function structureHas(value: TypedValue, name: string): boolean {
  const type = structureOf(value);
  return type !== null && memberOf(type, name) !== null;
}

async function ownMember(operand: ModelValue, name: string, scope: CppScope, at: number): Promise<ModelValue | null> {
  if (operand.kind === 'object') {
    const found = operand.members.find((each) => each.name.toLowerCase() === name.toLowerCase());
    return found ? found.read() : null;
  }
  if (operand.kind !== 'typed') return null;
  const found = await withNeeds(() => memberOrNull(operand.value, name, scope, at));
  return found && typed(found);
}

function displayMethod(host: ModelHost, operand: ModelValue): ModelValue {
  const call = async ([arg]: readonly ModelValue[]) => {
    const format = arg?.kind === 'text' ? parseFormat(arg.text) : null;
    const shown = operand.kind === 'typed' && !format ? await visualized(host, operand.value) : null;
    return textValue(shown?.text ?? displayText(host.session, operand, format));
  };
  return functionValue(call, '[ToDisplayString([FormatSpecifier]) - The value as it is shown]');
}

/** `methods` are names that the value has besides its members. */
function notBound(operand: ModelValue, name: string, at: number, methods: readonly string[]): ExpressionError {
  if (operand.kind === 'unknown') {
    const message = `Unable to bind name '${name}': the value is unknown: ${operand.reason}`;
    return new UnknownError(message, at, operand.reason);
  }
  const known = operand.kind === 'object' ? operand.members.map((each) => each.name) : [];
  const near = nearestName(name, [...known, ...methods]);
  const hint = near !== null ? `; did you mean ${near}?` : known.length > 0 ? `; there are ${known.join(', ')}` : '';
  return new ExpressionError(`Unable to bind name '${name}'${hint}`, at);
}

/** The items behind a value: of an object, of an array, of a container that NatVis knows; null where there are none. */
export async function sequenceBehind(host: ModelHost, operand: ModelValue): Promise<ModelObject | null> {
  if (operand.kind === 'object') return operand.items ? operand : null;
  if (operand.kind !== 'typed') return null;
  const { value } = operand;
  if (value.type.kind === 'array') return arraySequence(host, value, value.type.count);
  const shown = await visualized(host, value);
  return shown?.items ? objectOf({ items: shown.items, counts: 'decimal', note: shown.note }) : null;
}

function arraySequence(host: ModelHost, value: TypedValue, count: number): ModelObject {
  return objectOf({
    counts: 'decimal',
    items: async (most) => {
      const items: ModelItem[] = [];
      for (let index = 0; index < Math.min(count, most); index++) {
        await host.step();
        items.push({ key: BigInt(index), value: await elementOf(host, value, BigInt(index)) });
      }
      return items;
    },
  });
}

async function elementOf(host: ModelHost, value: TypedValue, index: bigint): Promise<ModelValue> {
  try {
    return typed(await withNeeds(() => element(value, index, cppScope(host.session), 0)));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return unknown(reasonOf(error));
  }
}

/** `operand[index]`: an item by its key, else an element of an array or pointer. */
export async function indexed(
  host: ModelHost,
  operand: ModelValue,
  index: ModelValue,
  at: number,
  scope = cppScope(host.session),
): Promise<ModelValue> {
  const key = index.kind === 'text' ? index.text : await integerKey(host, index, at);
  const isArray = operand.kind === 'typed' && operand.value.type.kind === 'array';
  const items = isArray ? null : await host.sequenceOf(operand);
  if (items) {
    const found = (await items.find?.(key)) ?? (await itemAt(items, key));
    if (!found) throw new ExpressionError(`Invalid index: there is no [${shownKey(key)}]`, at);
    return found;
  }
  if (operand.kind === 'text' && typeof key === 'bigint') return textValue(operand.text[Number(key)] ?? '');
  if (operand.kind !== 'typed' || typeof key === 'string')
    throw new ExpressionError(
      `this ${operand.kind} cannot be indexed${typeof key === 'string' ? ' by a text' : ''}`,
      at,
    );
  return typed(await withNeeds(() => element(operand.value, key, scope, at)));
}

async function itemAt(items: ModelObject, key: bigint | string): Promise<ModelValue | null> {
  return (await allItems(items)).find((item) => item.key === key)?.value ?? null;
}

async function integerKey(host: ModelHost, index: ModelValue, at: number): Promise<bigint> {
  const wanted = await host.number(index, at);
  if (wanted.bits === null) throw new ExpressionError('an index is an integer', at);
  return signedValue(wanted);
}

const shownKey = (key: bigint | string): string => (typeof key === 'string' ? `"${key}"` : `0x${key.toString(16)}`);
