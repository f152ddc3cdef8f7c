import { MemoreticsError } from '../../bytes/errors.ts';
import { cast, element, member as memberOfTyped, truth } from '../cpp/access.ts';
import { applyBinary } from '../cpp/arithmetic.ts';
import { applyUnary, cppValue, resolve } from '../cpp/evaluate.ts';
import { cppScope } from '../cpp/scope.ts';
import { parseCpp } from '../cpp/syntax.ts';
import type { CppExpression } from '../cpp/tree.ts';
import { cType, isSigned, type TypedValue } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { withNeeds } from '../need.ts';
import type { Session } from '../session.ts';
import { objectMethod, textMethod } from './methods.ts';
import type { ModelHost, Names } from './model-host.ts';
import {
  allItems,
  bool,
  functionValue,
  type ModelItem,
  type ModelObject,
  type ModelValue,
  objectOf,
  textValue,
  typed,
} from './model-value.ts';
import { visualized } from './natvis-view.ts';
import { plainText } from './scalar-text.ts';
import { rootObject } from './session-objects.ts';

/** Values of ours, whose C type nobody asked for. */
const LITERALS: ReadonlySet<CppExpression['kind']> = new Set(['integer', 'float', 'size', 'offset']);
/** More steps than this and the expression would not end for people. */
const MOST_STEPS = 2_000_000;
const DEEPEST = 120;

/** Variables that `dx @$name = value` made. */
const variables = new WeakMap<Session, Map<string, ModelValue>>();

/** Evaluates what dx is given: an expression of the data model, or `@$name = expression`. */
export async function evaluateModel(session: Session, text: string): Promise<ModelValue> {
  const assigned = /^\s*@\$(\w+)\s*=(?![=>])/.exec(text);
  const value = await new Evaluator(session).text(assigned ? text.slice(assigned[0].length) : text);
  if (!assigned) return value;
  const own = variables.get(session) ?? new Map<string, ModelValue>();
  variables.set(session, own);
  own.set(`$${assigned[1]!.toLowerCase()}`, value);
  return value;
}

/** Evaluates expressions over the session, with names of its own and an object whose members need no qualifier. */
export class Evaluator implements ModelHost {
  readonly session: Session;
  #steps = 0;
  #depth = 0;
  constructor(session: Session) {
    this.session = session;
  }
  async text(text: string, names: Names = new Map(), self: TypedValue | null = null): Promise<ModelValue> {
    const scope = cppScope(this.session);
    const isType = (name: string) => !names.has(name) && (cType(name) !== null || scope.type(name) !== null);
    const expression = await withNeeds(() => parseCpp(text, isType, true));
    return this.value(expression, names, self);
  }
  async value(expression: CppExpression, names: Names, self: TypedValue | null): Promise<ModelValue> {
    const { at } = expression;
    if (++this.#steps > MOST_STEPS) throw new ExpressionError(`the expression takes more than ${MOST_STEPS} steps`, at);
    if (++this.#depth > DEEPEST) throw new ExpressionError('Expression too complex', at);
    try {
      return await this.#evaluate(expression, names, self);
    } finally {
      this.#depth--;
    }
  }
  async #evaluate(expression: CppExpression, names: Names, self: TypedValue | null): Promise<ModelValue> {
    const { at } = expression;
    const value = (inner: CppExpression) => this.value(inner, names, self);
    const scope = cppScope(this.session);
    switch (expression.kind) {
      case 'string':
        return textValue(expression.text);
      case 'name':
        return this.#name(expression.text, names, self, at);
      case 'register':
        return this.#register(expression);
      case 'unary': {
        const operand = await this.number(await value(expression.operand), at);
        return typed(await withNeeds(() => applyUnary(expression.operator, operand, scope, at)));
      }
      case 'binary':
        return this.#binary(expression, names, self);
      case 'choose':
        return value((await this.isTrue(await value(expression.condition), at)) ? expression.yes : expression.no);
      case 'member':
        return this.member(await value(expression.operand), expression.name, expression.arrow, at);
      case 'index':
        return this.#index(await value(expression.operand), await value(expression.index), at);
      case 'call': {
        const called = await value(expression.operand);
        if (called.kind !== 'function') throw new ExpressionError('this cannot be called', at);
        const args: ModelValue[] = [];
        for (const arg of expression.args) args.push(await value(arg));
        return called.call(args);
      }
      case 'lambda': {
        const { parameters, body } = expression;
        return functionValue(async (args) => {
          const inner = new Map(names);
          for (const [index, name] of parameters.entries()) {
            const arg = args[index];
            if (arg) inner.set(name, arg);
          }
          return this.value(body, inner, self);
        });
      }
      case 'new':
        return this.#newObject(expression, names, self);
      case 'cast': {
        const operand = await this.number(await value(expression.operand), at);
        return typed(await withNeeds(() => cast(operand, resolve(expression.type, scope, at), scope, at)));
      }
      default:
        return typed(await withNeeds(() => cppValue(expression, scope)), LITERALS.has(expression.kind));
    }
  }
  async #newObject(
    { members }: CppExpression & { readonly kind: 'new' },
    names: Names,
    self: TypedValue | null,
  ): Promise<ModelValue> {
    const made = [];
    for (const { name, value } of members) {
      const known = await this.value(value, names, self);
      made.push({ name, read: async () => known });
    }
    return objectOf({ members: made });
  }
  async #name(name: string, names: Names, self: TypedValue | null, at: number): Promise<ModelValue> {
    const given = names.get(name);
    if (given) return given;
    if (self) {
      if (name === 'this') return typed(await withNeeds(() => applyUnary('&', self, cppScope(this.session), at)));
      const own = await withNeeds(() => memberOrNull(self, name, this.session, at));
      if (own) return typed(own);
    }
    const root = name === 'Debugger' ? await rootObject(this.session, name) : null;
    if (root) return root;
    return typed(await withNeeds(() => cppValue({ kind: 'name', text: name, at }, cppScope(this.session))));
  }
  async #register(expression: CppExpression & { readonly kind: 'register' }): Promise<ModelValue> {
    const own = variables.get(this.session)?.get(expression.name);
    if (own) return own;
    const root = await rootObject(this.session, expression.name);
    if (root) return root;
    return typed(await withNeeds(() => cppValue(expression, cppScope(this.session))));
  }
  async #binary(
    { operator, left, right, at }: CppExpression & { readonly kind: 'binary' },
    names: Names,
    self: TypedValue | null,
  ): Promise<ModelValue> {
    const a = await this.value(left, names, self);
    if (operator === '&&' || operator === '||') {
      const known = await this.isTrue(a, at);
      if (known === (operator === '||')) return bool(known);
      return bool(await this.isTrue(await this.value(right, names, self), at));
    }
    const b = await this.value(right, names, self);
    if (a.kind === 'text' || b.kind === 'text')
      return textual(operator, plainText(this.session, a), plainText(this.session, b), at);
    const [first, second] = [await this.number(a, at), await this.number(b, at)];
    const made = a.kind === 'typed' && b.kind === 'typed' && (a.made || b.made);
    return typed(await withNeeds(() => applyBinary(operator, first, second, cppScope(this.session), at)), made);
  }
  /** The typed value behind a value; an ExpressionError where it is none. */
  async number(value: ModelValue, at: number): Promise<TypedValue> {
    if (value.kind === 'typed') return value.value;
    if (value.kind === 'unknown') throw new ExpressionError(`the value is unknown: ${value.reason}`, at);
    throw new ExpressionError(`this ${value.kind} is no value of the dump`, at);
  }
  async isTrue(value: ModelValue, at: number): Promise<boolean> {
    return truth(await this.number(value, at), cppScope(this.session), at);
  }
  /** A member of an object or structure, or one of the methods that all values have. */
  async member(operand: ModelValue, name: string, arrow: boolean, at: number): Promise<ModelValue> {
    if (operand.kind === 'object') {
      const own = operand.members.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (own) return own.read();
    }
    if (operand.kind === 'typed') {
      const own = await withNeeds(() => memberOrNull(operand.value, name, this.session, at));
      if (own) return typed(own);
    }
    const method =
      (operand.kind === 'text' ? textMethod(operand.text, name) : null) ??
      objectMethod(this, operand, name, await this.sequenceOf(operand), at);
    if (method) return method;
    if (operand.kind === 'typed') {
      return typed(await withNeeds(() => memberOfTyped(operand.value, name, arrow, cppScope(this.session), at)));
    }
    if (operand.kind === 'unknown')
      throw new ExpressionError(`Unable to bind name '${name}': the value is unknown: ${operand.reason}`, at);
    const known = operand.kind === 'object' ? operand.members.map((each) => each.name) : [];
    const hint = known.length > 0 ? `; there are ${known.join(', ')}` : '';
    throw new ExpressionError(`Unable to bind name '${name}'${hint}`, at);
  }
  /** The items behind a value: of an object, of an array, of a container that NatVis knows; null where there are none. */
  async sequenceOf(operand: ModelValue): Promise<ModelObject | null> {
    if (operand.kind === 'object') return operand.items ? operand : null;
    if (operand.kind !== 'typed') return null;
    const { value } = operand;
    if (value.type.kind === 'array') {
      const { count } = value.type;
      return objectOf({
        items: async (most) => {
          const items: ModelItem[] = [];
          for (let index = 0; index < Math.min(count, most); index++) {
            items.push({ key: BigInt(index), value: await this.#elementOf(value, BigInt(index)) });
          }
          return items;
        },
      });
    }
    const shown = await visualized(this, value);
    return shown?.items ? objectOf({ items: shown.items }) : null;
  }
  async #elementOf(value: TypedValue, index: bigint): Promise<ModelValue> {
    try {
      return typed(await withNeeds(() => element(value, index, cppScope(this.session), 0)));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return { kind: 'unknown', reason: error.message };
    }
  }
  async #index(operand: ModelValue, index: ModelValue, at: number): Promise<ModelValue> {
    const wanted = await this.number(index, at);
    if (wanted.bits === null) throw new ExpressionError('an index is an integer', at);
    const key = isSigned(wanted.type) ? BigInt.asIntN(wanted.type.size * 8, wanted.bits) : wanted.bits;
    const items =
      operand.kind === 'typed' && operand.value.type.kind === 'array' ? null : await this.sequenceOf(operand);
    if (items) {
      const found = (await allItems(items)).find((item) => item.key === key);
      if (!found) throw new ExpressionError(`Invalid index: there is no [0x${key.toString(16)}]`, at);
      return found.value;
    }
    if (operand.kind !== 'typed') throw new ExpressionError(`this ${operand.kind} cannot be indexed`, at);
    return typed(await withNeeds(() => element(operand.value, key, cppScope(this.session), at)));
  }
}

/** A member of a typed structure, or of the one a pointer leads to; null where it has none of that name. */
function memberOrNull(value: TypedValue, name: string, session: Session, at: number): TypedValue | null {
  const type = value.type.kind === 'pointer' ? value.type.target() : value.type;
  if (type.kind !== 'struct') return null;
  try {
    return memberOfTyped(value, name, false, cppScope(session), at);
  } catch (error) {
    if (error instanceof MemoreticsError && /: no member of /.test(error.message)) return null;
    throw error;
  }
}

function textual(operator: string, a: string, b: string, at: number): ModelValue {
  if (operator === '+') return textValue(a + b);
  const order = a < b ? -1 : a > b ? 1 : 0;
  const answers: Readonly<Record<string, boolean>> = {
    '==': order === 0,
    '!=': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  };
  const answer = answers[operator];
  if (answer === undefined) throw new ExpressionError(`'${operator}' does not go with texts`, at);
  return bool(answer);
}
