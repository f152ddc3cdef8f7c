import { type CppScope, cast, truth, UnknownError, unread } from '../cpp/access.ts';
import { applyBinary } from '../cpp/arithmetic.ts';
import { applyUnary, cppValue, resolve, typeTest } from '../cpp/evaluate.ts';
import { setTyped } from '../cpp/scope.ts';
import { parseCpp } from '../cpp/syntax.ts';
import type { CppExpression } from '../cpp/tree.ts';
import type { TypedValue } from '../cpp/value.ts';
import { ExpressionError } from '../expression-syntax.ts';
import { nearestName } from '../nearest-name.ts';
import { withNeeds } from '../need.ts';
import { isUserRegister } from '../pseudo-registers.ts';
import { ScriptStopped } from '../script/budget.ts';
import type { Session } from '../session.ts';
import { splitFormat } from './format-specifier.ts';
import { formatted } from './formatted-value.ts';
import { indexed, memberOfValue, memberOrNull, sequenceBehind } from './members.ts';
import type { ModelHost, Names, Surroundings } from './model-host.ts';
import {
  bool,
  functionValue,
  type ModelObject,
  type ModelValue,
  objectOf,
  textValue,
  typed,
  withNote,
} from './model-value.ts';
import { unknownOf } from './reason.ts';
import { ROOTS, rootObject } from './root-objects.ts';
import { plainText } from './scalar-text.ts';
import { scopeOfSelf } from './self-scope.ts';
import { setUserVariable, userVariable } from './user-variables.ts';

/** Values of ours, whose C type nobody asked for. */
const LITERALS: ReadonlySet<CppExpression['kind']> = new Set([
  'integer',
  'float',
  'size',
  'offset',
  'through',
  'elements',
]);
/** More steps than this and the expression would not end for people. */
const MOST_STEPS = 2_000_000;
const DEEPEST = 120;
/** Longer texts are not made. */
const LONGEST_TEXT = 1 << 20;
/** After so many steps the host gets a turn: a few milliseconds. */
const STEPS_PER_TURN = 1024;
/** Visualizers evaluate the same few texts for each of their nodes. */
const MOST_EXPRESSIONS = 512;
const NO_NAMES: Names = new Map();

/** Evaluates what dx is given: an expression of the data model with its format, or `@$name = expression`. */
export async function evaluateModel(session: Session, text: string): Promise<ModelValue> {
  const host = new Evaluator(session);
  const assigned = /^\s*@(\$\w+)\s*=(?![=>])/.exec(text);
  const { expression, format } = splitFormat(
    assigned ? ' '.repeat(assigned[0].length) + text.slice(assigned[0].length) : text,
  );
  const value = await host.text(expression);
  const name = assigned?.[1]?.toLowerCase();
  if (name !== undefined && isUserRegister(name)) setTyped(session, name, await host.number(value, 0));
  else if (name !== undefined) setUserVariable(session, name, value);
  return formatted(host, value, format, (length) =>
    host.text(length.padStart(text.lastIndexOf(length) + length.length)),
  );
}

/** Evaluates expressions over the session, with names of its own and an object whose members need no qualifier. */
export class Evaluator implements ModelHost {
  readonly session: Session;
  readonly #expressions = new Map<string, CppExpression>();
  #steps = 0;
  #depth = 0;
  constructor(session: Session) {
    this.session = session;
  }
  step(): Promise<void> | null {
    this.#steps++;
    if (this.#steps > MOST_STEPS) throw new ScriptStopped(`the expression takes more than ${MOST_STEPS} steps`);
    return this.#steps % STEPS_PER_TURN === 0 ? (this.session.breathe?.() ?? null) : null;
  }
  async text(text: string, names: Names = NO_NAMES, self: TypedValue | null = null): Promise<ModelValue> {
    return this.value(await this.#parsed(text, names, self), { names, self });
  }
  /** What a text means depends on what names are types, which names of the surroundings may hide. */
  async #parsed(text: string, names: Names, self: TypedValue | null): Promise<CppExpression> {
    const type = self && 'name' in self.type ? self.type.name : '';
    const key = [text, type, ...names.keys()].join('\n');
    const before = this.#expressions.get(key);
    if (before) return before;
    const isType = typeTest(scopeOfSelf(this.session, self), (name) => names.has(name));
    const expression = await withNeeds(() => parseCpp(text, isType, true));
    if (this.#expressions.size >= MOST_EXPRESSIONS) this.#expressions.clear();
    this.#expressions.set(key, expression);
    return expression;
  }
  async value(expression: CppExpression, inside: Surroundings): Promise<ModelValue> {
    await this.step();
    if (++this.#depth > DEEPEST) {
      this.#depth = 0;
      throw new ExpressionError('Expression too complex', expression.at);
    }
    const depth = this.#depth;
    try {
      return await this.#evaluate(expression, inside);
    } finally {
      this.#depth = Math.min(this.#depth, depth) - 1;
    }
  }
  async #evaluate(expression: CppExpression, inside: Surroundings): Promise<ModelValue> {
    const { at } = expression;
    const value = (inner: CppExpression) => this.value(inner, inside);
    const scope = scopeOfSelf(this.session, inside.self);
    switch (expression.kind) {
      case 'string':
        return textValue(expression.text);
      case 'name':
        return this.#name(expression.text, inside, at, scope);
      case 'register':
        return this.#register(expression);
      case 'unary': {
        const isPlace = expression.operator === '&';
        const given = isPlace ? await this.#place(expression.operand, inside) : await value(expression.operand);
        const operand = await this.number(given, at);
        const isComputed = !isPlace && expression.operator !== '*';
        return typed(await withNeeds(() => applyUnary(expression.operator, operand, scope, at)), isComputed);
      }
      case 'binary':
        return this.#binary(expression, inside);
      case 'choose':
        return value((await this.isTrue(await value(expression.condition), at)) ? expression.yes : expression.no);
      case 'member':
        return memberOfValue(this, await value(expression.operand), expression.name, expression.arrow, at);
      case 'index':
        return indexed(this, await value(expression.operand), await value(expression.index), at);
      case 'call':
        return this.#call(expression, inside);
      case 'lambda':
        return this.#lambda(expression, inside);
      case 'new':
        return this.#newObject(expression, inside);
      case 'cast': {
        const type = await withNeeds(() => resolve(expression.type, scope, at));
        const given = await value(expression.operand);
        const operand = await this.number(given, at);
        const made = typed(await withNeeds(() => cast(operand, type, scope, at, expression.exactly)));
        return withNote(made, given.kind === 'typed' ? (given.note ?? null) : null);
      }
      default:
        return typed(await withNeeds(() => cppValue(expression, scope)), LITERALS.has(expression.kind));
    }
  }
  /** The operand of `&`: what leads to it is read, it itself is not. */
  async #place(expression: CppExpression, inside: Surroundings): Promise<ModelValue> {
    const { at } = expression;
    const value = (inner: CppExpression) => this.value(inner, inside);
    const scope = unread(scopeOfSelf(this.session, inside.self));
    switch (expression.kind) {
      case 'name':
        return this.#name(expression.text, inside, at, scope);
      case 'member':
        return memberOfValue(this, await value(expression.operand), expression.name, expression.arrow, at, scope);
      case 'index':
        return indexed(this, await value(expression.operand), await value(expression.index), at, scope);
      case 'unary': {
        const operand = await this.number(await value(expression.operand), at);
        return typed(await withNeeds(() => applyUnary(expression.operator, operand, scope, at)));
      }
      default:
        return value(expression);
    }
  }
  async #call(
    { operand, args, at }: CppExpression & { readonly kind: 'call' },
    inside: Surroundings,
  ): Promise<ModelValue> {
    const called = await this.value(operand, inside);
    if (called.kind !== 'function') throw new ExpressionError('this cannot be called', at);
    const values: ModelValue[] = [];
    for (const arg of args) values.push(await this.value(arg, inside));
    return called.call(values);
  }
  #lambda(
    { parameters, body }: CppExpression & { readonly kind: 'lambda' },
    { names, self }: Surroundings,
  ): ModelValue {
    return functionValue(async (args) => {
      const inner = new Map(names);
      for (const [index, name] of parameters.entries()) {
        const arg = args[index];
        if (arg) inner.set(name, arg);
      }
      return this.value(body, { names: inner, self });
    });
  }
  async #newObject({ members }: CppExpression & { readonly kind: 'new' }, inside: Surroundings): Promise<ModelValue> {
    const made = [];
    for (const { name, value } of members) {
      const known = await this.value(value, inside).catch(unknownOf);
      made.push({ name, read: async () => known });
    }
    return objectOf({ members: made });
  }
  async #name(name: string, { names, self }: Surroundings, at: number, scope: CppScope): Promise<ModelValue> {
    const given = names.get(name);
    if (given) return given;
    if (self) {
      if (name === 'this') return typed(await withNeeds(() => applyUnary('&', self, scope, at)));
      const own = await withNeeds(() => memberOrNull(self, name, scope, at));
      if (own) return typed(own);
    }
    const root = name === 'Debugger' ? await rootObject(this, name) : null;
    return root ?? typed(await withNeeds(() => cppValue({ kind: 'name', text: name, at }, scope)));
  }
  async #register(expression: CppExpression & { readonly kind: 'register' }): Promise<ModelValue> {
    const { name, at } = expression;
    const own = userVariable(this.session, name) ?? (await rootObject(this, name));
    if (own) return own;
    const scope = scopeOfSelf(this.session, null);
    const near = (await withNeeds(() => scope.register(name))) ? null : nearestName(`@${name}`, ROOTS);
    if (near !== null) throw new ExpressionError(`Bad register error at '@${name}'; did you mean ${near}?`, at);
    return typed(await withNeeds(() => cppValue(expression, scope)));
  }
  async #binary(
    { operator, left, right, at }: CppExpression & { readonly kind: 'binary' },
    inside: Surroundings,
  ): Promise<ModelValue> {
    const a = await this.value(left, inside);
    if (operator === ',') return this.value(right, inside);
    if (operator === '&&' || operator === '||') {
      const known = await this.isTrue(a, at);
      if (known === (operator === '||')) return bool(known);
      return bool(await this.isTrue(await this.value(right, inside), at));
    }
    const b = await this.value(right, inside);
    const isKnown = a.kind !== 'unknown' && b.kind !== 'unknown';
    if (isKnown && (a.kind === 'text' || b.kind === 'text'))
      return textual(operator, plainText(this.session, a), plainText(this.session, b), at);
    if (a.kind === 'object' && b.kind === 'object' && /^[!=]=$/.test(operator))
      return bool(isSame(a, b) === (operator === '=='));
    const [first, second] = [await this.number(a, at), await this.number(b, at)];
    const made = a.kind === 'typed' && b.kind === 'typed' && (a.made || b.made);
    const scope = scopeOfSelf(this.session, inside.self);
    const result = await withNeeds(() => applyBinary(operator, first, second, scope, at));
    const note = [a, b].find((each) => each.kind === 'typed' && each.note !== undefined);
    const whole = typed(result, made || result.type.kind !== 'pointer');
    return withNote(whole, note?.kind === 'typed' ? (note.note ?? null) : null);
  }
  /** The typed value behind a value; an ExpressionError where it is none. */
  async number(value: ModelValue, at: number): Promise<TypedValue> {
    if (value.kind === 'typed') return value.value;
    if (value.kind === 'unknown') throw new UnknownError(`the value is unknown: ${value.reason}`, at, value.reason);
    throw new ExpressionError(`this ${value.kind} is no value of the dump`, at);
  }
  async isTrue(value: ModelValue, at: number): Promise<boolean> {
    if (value.kind === 'text') return value.text !== '';
    return truth(await this.number(value, at), scopeOfSelf(this.session, null), at);
  }
  sequenceOf(operand: ModelValue): Promise<ModelObject | null> {
    return sequenceBehind(this, operand);
  }
}

function isSame(a: ModelObject, b: ModelObject): boolean {
  return a === b || (a.identity !== undefined && a.identity === b.identity);
}

function textual(operator: string, a: string, b: string, at: number): ModelValue {
  if (operator === '+') {
    if (a.length + b.length > LONGEST_TEXT) throw new ExpressionError('the string becomes too long', at);
    return textValue(a + b);
  }
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
  if (answer === undefined) throw new ExpressionError(`Operand error at '${operator}': it does not go with texts`, at);
  return bool(answer);
}
