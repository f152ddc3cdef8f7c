import { MemoreticsError } from '../../bytes/errors.ts';
import { UnknownError } from '../cpp/access.ts';
import type { TypedValue } from '../cpp/value.ts';
import { ScriptStopped } from '../script/budget.ts';
import { splitFormat } from './format-specifier.ts';
import { formatted } from './formatted-value.ts';
import type { ModelHost, Names } from './model-host.ts';
import { functionValue, type ModelValue, unknown } from './model-value.ts';
import { isInView, type MatchedVisualizer } from './natvis-match.ts';
import type { Conditional, Intrinsic } from './natvis-model.ts';
import { reasonOf } from './reason.ts';

const NONE: Names = new Map();

/** What the texts of one visualizer are evaluated in: the object, the template arguments, the functions of the type. */
export class NatvisScope {
  readonly host: ModelHost;
  readonly self: TypedValue;
  readonly view: string | null;
  readonly #args: readonly string[];
  readonly #functions: Names;
  constructor(host: ModelHost, { visualizer, args, self }: MatchedVisualizer, view: string | null) {
    this.host = host;
    this.self = self;
    this.view = view;
    this.#args = args;
    this.#functions = new Map(visualizer.intrinsics.map((each) => [each.name, this.#function(each)]));
  }
  #function({ parameters, text }: Intrinsic): ModelValue {
    return functionValue((values) => {
      const given = new Map<string, ModelValue>();
      for (const [index, name] of parameters.entries()) if (values[index]) given.set(name, values[index]);
      return this.value(text, given);
    });
  }
  /** An expression, with its format, in the context of the object or of a node of its list. */
  async value(text: string, names: Names = NONE, self: TypedValue = this.self): Promise<ModelValue> {
    await this.host.step();
    const { expression, format } = splitFormat(this.filled(text));
    const all = names.size === 0 ? this.#functions : new Map([...this.#functions, ...names]);
    const value = await this.host.text(expression, all, self);
    return formatted(this.host, value, format, (length) => this.host.text(length, all, self));
  }
  /** `$T1` and its kin are what the wildcards of the type's name stand for. */
  filled(text: string): string {
    return text.replace(/\$T(\d+)/g, (whole, digits: string) => this.#args[Number(digits) - 1] ?? whole);
  }
  async number(text: string, names?: Names, self?: TypedValue): Promise<TypedValue> {
    return this.host.number(await this.value(text, names, self), 0);
  }
  async holds(condition: string | null, names?: Names, self?: TypedValue): Promise<boolean> {
    return condition === null || this.host.isTrue(await this.value(condition, names, self), 0);
  }
  /** The first of several that holds in this view; null where none does. */
  async first(each: readonly Conditional[], names?: Names): Promise<string | null> {
    for (const { condition, text, views } of each) {
      if (isInView(views, this.view) && (await this.holdsOrNot(condition, names))) return text;
    }
    return null;
  }
  /** A condition that makes no sense for the object does not hold; one about memory that is missing is an UnknownError. */
  async holdsOrNot(condition: string | null, names?: Names): Promise<boolean> {
    try {
      return await this.holds(condition, names);
    } catch (error) {
      if (error instanceof UnknownError) throw error;
      rethrowUnlessLocal(error);
      return false;
    }
  }
  /** What goes wrong in one value is said in its place. */
  async guarded(read: () => Promise<ModelValue>): Promise<ModelValue> {
    try {
      return await read();
    } catch (error) {
      rethrowUnlessLocal(error);
      return unknown(reasonOf(error as Error));
    }
  }
}

/** What concerns one value is shown in its place; what stops the user's work is not. */
export function rethrowUnlessLocal(error: unknown): void {
  if (!(error instanceof MemoreticsError) || error instanceof ScriptStopped) throw error;
}
