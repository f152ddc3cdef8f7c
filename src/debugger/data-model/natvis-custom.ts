import { ExpressionError } from '../expression-syntax.ts';
import type { Names } from './model-host.ts';
import type { ModelItem, ModelValue } from './model-value.ts';
import { statedSize } from './natvis-arrays.ts';
import { lostOf, type Naming, type WalkedItems } from './natvis-lists.ts';
import type { CustomExpansion, CustomStatement } from './natvis-model.ts';
import type { NatvisScope } from './natvis-scope.ts';

/** Statements that one container may carry out. */
const MOST_STATEMENTS = 200_000;
const ASSIGNMENT = /^\s*([A-Za-z_]\w*)\s*([-+*/%&|^]|<<|>>)?=(?!=)([\s\S]+)$/;
const STEP = /^\s*(\+\+|--)?\s*([A-Za-z_]\w*)\s*(\+\+|--)?\s*$/;

/** `CustomListItems`: the small program of a container that no other expansion describes. */
export async function customItems(
  scope: NatvisScope,
  each: CustomExpansion,
  most: number,
  named: Naming,
): Promise<WalkedItems> {
  const program = new Program(scope, await statedSize(scope, each.size, most), named);
  const note = await lostOf(async () => {
    for (const { name, text } of each.variables) await program.declare(name, text);
    await program.run(each.body);
    return null;
  });
  return { items: program.items, note };
}

class Program {
  readonly items: ModelItem[] = [];
  readonly #scope: NatvisScope;
  readonly #most: number;
  readonly #named: Naming;
  readonly #variables = new Map<string, ModelValue>();
  #statements = 0;
  constructor(scope: NatvisScope, most: number, named: Naming) {
    this.#scope = scope;
    this.#most = most;
    this.#named = named;
  }
  get #names(): Names {
    return this.#variables;
  }
  async declare(name: string, text: string): Promise<void> {
    this.#variables.set(name, await this.#scope.value(text, this.#names));
  }
  /** Runs statements; true once a Break ends the loop around them, or there are as many items as there may be. */
  async run(body: readonly CustomStatement[]): Promise<boolean> {
    for (const statement of body) {
      if (this.items.length >= this.#most) return true;
      if (++this.#statements > MOST_STATEMENTS)
        throw new ExpressionError(`CustomListItems: more than ${MOST_STATEMENTS} statements`, 0);
      await this.#scope.host.step();
      if (await this.#statement(statement)) return true;
    }
    return false;
  }
  #holds(condition: string | null): Promise<boolean> {
    return this.#scope.holds(condition, this.#names);
  }
  async #statement(statement: CustomStatement): Promise<boolean> {
    switch (statement.kind) {
      case 'exec':
        if (await this.#holds(statement.condition)) await this.#exec(statement.text);
        return false;
      case 'item':
        if (await this.#holds(statement.condition)) await this.#item(statement);
        return false;
      case 'break':
        return this.#holds(statement.condition);
      case 'loop':
        while (this.items.length < this.#most && (await this.#holds(statement.condition))) {
          if (await this.run(statement.body)) break;
          // A loop without a statement would not count.
          if (++this.#statements > MOST_STATEMENTS)
            throw new ExpressionError(`CustomListItems: more than ${MOST_STATEMENTS} statements`, 0);
        }
        return false;
      case 'if':
        for (const { condition, body } of statement.arms) if (await this.#holds(condition)) return this.run(body);
        return false;
    }
  }
  async #item({ name, text }: CustomStatement & { readonly kind: 'item' }): Promise<void> {
    const names = new Map(this.#variables);
    const value = await this.#scope.guarded(() => this.#scope.value(text, names));
    const item = { key: BigInt(this.items.length), value };
    this.items.push(name === null ? item : { ...item, name: await this.#named(name, names) });
  }
  /** An assignment to a variable; other expressions have no effect. */
  async #exec(text: string): Promise<void> {
    const step = STEP.exec(text);
    const assigned = ASSIGNMENT.exec(text);
    const name = step?.[1] || step?.[3] ? step[2] : assigned?.[1];
    if (name === undefined || !this.#variables.has(name))
      throw new ExpressionError(`CustomListItems: '${text}' assigns to no Variable`, 0);
    const operator = step?.[1] ?? step?.[3];
    const source = operator
      ? `${name} ${operator[0]} 1`
      : assigned![2]
        ? `${name} ${assigned![2]} (${assigned![3]})`
        : assigned![3]!;
    this.#variables.set(name, await this.#scope.value(source, this.#names));
  }
}
