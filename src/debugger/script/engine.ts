import { MemoreticsError, SourceError, UsageError } from '../../bytes/errors.ts';
import { cppNumber } from '../cpp/scope.ts';
import { type Commands, runCommand } from '../dispatch.ts';
import { type ExpressionScope, expressionValue } from '../expression.ts';
import { type Expression, parseWhole } from '../expression-syntax.ts';
import type { Outcome } from '../outcome.ts';
import { promptText } from '../prompt.ts';
import { scopeOf, wideExpressionIn } from '../scope.ts';
import type { Session } from '../session.ts';
import { Text } from '../text.ts';
import type { Aliases } from './aliases.ts';
import { Budget, type ScriptLimits, ScriptStopped, USUAL_LIMITS } from './budget.ts';
import { aliasesOf } from './session-aliases.ts';
import { logicalLines, parseStatements, type Statement } from './statement.ts';

/** What the world gives to scripts. */
export interface ScriptHost {
  /** True once the user asked to stop. */
  readonly interrupted?: () => boolean;
  /** Gives the host a turn now and then, so that an interruption can arrive while a loop runs. */
  readonly pause?: () => Promise<void>;
  readonly limits?: ScriptLimits;
}

/** Where outcomes go as they are made. */
type Emit = (outcome: Outcome) => void;

/** How a block ended: normally, or by a jump that an outer loop takes up. */
type Flow = 'next' | 'break' | 'continue' | 'leave';

/** Scripts that call scripts deeper than this call themselves. */
const DEEPEST_CALL = 64;
/** A loop's body is compiled once; a program has few different blocks. */
const MOST_COMPILED = 512;

/** A statement made ready to run: assignments to `$t` registers need no command line. */
type Step = { readonly kind: 'assign'; readonly register: string; readonly value: Expression } | Statement;

/** `r $.u1=text` gives a fixed alias its text. */
const FIXED_ALIAS = /^r\s+\$\.u(\d)\s*=\s*(.*)$/is;
const ASSIGNMENT = /^r\s+@?(\$t1?\d)\s*=\s*(.+)$/is;

/** Runs command lines with aliases, control flow and scripts in one session. */
export class ScriptEngine {
  readonly #session: Session;
  readonly #commands: Commands;
  readonly #host: ScriptHost;
  readonly #aliases: Aliases;
  readonly #compiled = new Map<string, readonly Step[]>();
  readonly #conditions = new Map<string, Expression>();
  #scope: ExpressionScope | null = null;
  #scopeOf: Session['context'] | undefined;
  #budget: Budget;
  #emit: Emit = () => {};
  #calls = 0;
  constructor(session: Session, commands: Commands, host: ScriptHost = {}) {
    this.#session = session;
    this.#commands = commands;
    this.#host = host;
    this.#aliases = aliasesOf(session);
    this.#budget = this.#newBudget();
    session.runLine = (line) => this.#nested(line);
    session.commands = commands.all;
    session.evaluateCpp = (text) => cppNumber(session, text);
  }
  #newBudget(): Budget {
    return new Budget(this.#host.limits ?? USUAL_LIMITS, this.#host.interrupted ?? (() => false));
  }

  /**
   * Runs what a user typed or a script file holds. Each command's outcome is emitted when it is there. A statement that
   * fails ends its blocks, and the next statement of the text goes on, as the batches of users rely on.
   */
  async run(text: string, emit: Emit): Promise<void> {
    this.#budget = this.#newBudget();
    const session = this.#session;
    this.#emit = (outcome) => {
      session.log?.write(outcome.text);
      emit(outcome);
    };
    this.#calls = 0;
    for (const line of logicalLines(text)) {
      session.log?.write(`${promptText(session)}${line}\n`);
      const expanded = this.#aliases.expand(line);
      try {
        await this.#line(this.#compile(expanded), expanded);
      } catch (error) {
        this.#report(line, error);
        if (error instanceof ScriptStopped) return;
      }
    }
  }
  async #line(statements: readonly Step[], text: string): Promise<void> {
    for (let index = 0; index < statements.length; index++) {
      const step = statements[index]!;
      try {
        // `z` repeats the line before it; nothing else looks back.
        if (step.kind === 'again') {
          if ((await this.#value(step.condition)) !== 0n) index = -1;
          this.#budget.step();
          continue;
        }
        await this.#step(step);
      } catch (error) {
        if (error instanceof ScriptStopped) throw error;
        this.#report(step.kind === 'assign' ? text : text.slice(step.at), error);
      }
    }
  }
  #report(text: string, error: unknown): void {
    if (error instanceof ReportedFailure || error instanceof SessionEnded) return;
    if (!(error instanceof MemoreticsError)) throw error;
    const position = error instanceof UsageError ? error.position : null;
    const caret = position === null ? '' : `${' '.repeat(Math.min(position, 200))}^ `;
    this.#emit({
      command: text.split('\n')[0]!.trim(),
      data: null,
      text: `${caret}${error.message}\n`,
      error: { code: error.code, message: error.message, position },
    });
  }
  /** For commands that run others (`~*e`, `!for_each_process`): the outcomes of a line as one. */
  async #nested(line: string): Promise<Outcome> {
    const parts: Outcome[] = [];
    await this.#capture(
      (outcome) => parts.push(outcome),
      async () => {
        const expanded = this.#aliases.expand(line);
        for (const step of this.#compile(expanded)) {
          try {
            await this.#step(step);
          } catch (error) {
            this.#report(line, error);
            if (error instanceof ScriptStopped) throw error;
          }
        }
      },
    );
    if (parts.length === 1) return parts[0]!;
    const failed = parts.find(({ error }) => error !== null);
    const text = new Text();
    for (const part of parts) text.append(part);
    return {
      command: line,
      data: parts.map(({ data }) => data),
      text: text.toString(),
      error: failed?.error ?? null,
      ...(text.links.length > 0 ? { links: text.links } : {}),
    };
  }
  async #capture<T>(emit: Emit, work: () => Promise<T>): Promise<T> {
    const before = this.#emit;
    this.#emit = emit;
    try {
      return await work();
    } finally {
      this.#emit = before;
    }
  }

  #compile(text: string): readonly Step[] {
    const before = this.#compiled.get(text);
    if (before) return before;
    const steps = parseStatements(text).map((statement): Step => {
      if (statement.kind !== 'command') return statement;
      const assignment = ASSIGNMENT.exec(statement.text);
      if (!assignment) return statement;
      try {
        const value = parseWhole(assignment[2]!, this.#session.reading);
        return { kind: 'assign', register: assignment[1]!.toLowerCase(), value };
      } catch (error) {
        // The command itself words what is wrong.
        if (error instanceof MemoreticsError) return statement;
        throw error;
      }
    });
    if (this.#compiled.size >= MOST_COMPILED) this.#compiled.clear();
    this.#compiled.set(text, steps);
    return steps;
  }

  /** Runs a block: aliases first, then its statements until one jumps. */
  async #block(body: string): Promise<Flow> {
    const steps = this.#compile(this.#aliases.isEmpty ? body : this.#aliases.expand(body));
    for (const step of steps) {
      const flow = this.#quick(step) ? 'next' : await this.#step(step);
      if (flow !== 'next') return flow;
    }
    return 'next';
  }
  /** Runs an assignment without giving up the turn, which is what makes a million rounds take seconds; false for others. */
  #quick(step: Step): boolean {
    if (step.kind !== 'assign' || this.#budget.step()) return false;
    const value = this.#now(step.value);
    if (value === null) return false;
    this.#session.pseudo.set(step.register, value);
    return true;
  }
  async #step(step: Step): Promise<Flow> {
    if (this.#budget.step()) await this.#host.pause?.();
    switch (step.kind) {
      case 'assign':
        this.#session.pseudo.set(
          step.register,
          this.#now(step.value) ?? (await wideExpressionIn(this.#session, step.value)),
        );
        return 'next';
      case 'command':
        return this.#command(step.text);
      case 'block':
        return this.#block(step.body);
      case 'catch':
        return this.#catch(step.body);
      case 'if':
        for (const { condition, body } of step.arms) {
          if (condition === null || (await this.#value(condition)) !== 0n) return this.#block(body);
        }
        return 'next';
      case 'while':
        while ((await this.#value(step.condition)) !== 0n) {
          const flow = await this.#block(step.body);
          if (flow === 'break') break;
          if (flow === 'leave') return flow;
          this.#budget.step();
        }
        return 'next';
      case 'do':
        for (;;) {
          const flow = await this.#block(step.body);
          if (flow === 'leave') return flow;
          this.#budget.step();
          if (flow === 'break' || (await this.#value(step.condition)) === 0n) return 'next';
        }
      case 'for':
        return this.#for(step);
      case 'foreach':
        return this.#foreach(step);
      case 'jump':
        return step.to;
      case 'choose':
        return this.#block((await this.#value(step.condition)) !== 0n ? step.yes : step.no);
      case 'again':
        throw new UsageError('z', 'Syntax error: z belongs at the end of a command line', 0);
      case 'script':
        return this.#script(step);
    }
  }
  async #command(written: string): Promise<Flow> {
    // Fixed aliases may have been given by the command before on the same line.
    const text = this.#aliases.expandFixed(written);
    const fixed = FIXED_ALIAS.exec(text);
    if (fixed) {
      this.#aliases.setFixed(fixed[1]!, fixed[2]!);
      this.#emit({ command: text, data: null, text: '', error: null });
      return 'next';
    }
    const outcome = await runCommand(this.#session, this.#commands, text);
    this.#budget.printed(outcome.text.length);
    this.#emit(outcome);
    if (this.#session.isEnded) throw new SessionEnded('the session has ended');
    // Told already; inside blocks it must still end them.
    if (outcome.error) throw new ReportedFailure(outcome.error.message);
    return 'next';
  }
  async #catch(body: string): Promise<Flow> {
    try {
      const flow = await this.#block(body);
      return flow === 'leave' ? 'next' : flow;
    } catch (error) {
      if (error instanceof ScriptStopped || !(error instanceof MemoreticsError)) throw error;
      this.#report(body, error);
      return 'next';
    }
  }
  async #for(step: Statement & { readonly kind: 'for' }): Promise<Flow> {
    if (step.first !== '') await this.#block(step.first);
    while (step.condition === '' || (await this.#value(step.condition)) !== 0n) {
      const flow = await this.#block(step.body);
      if (flow === 'break') break;
      if (flow === 'leave') return flow;
      for (const next of step.next) await this.#block(next);
      this.#budget.step();
    }
    return 'next';
  }
  async #foreach(step: Statement & { readonly kind: 'foreach' }): Promise<Flow> {
    const text = await this.#sourceText(step.source);
    const skipFirst = step.skipFirst === null ? 0 : Number(await this.#value(step.skipFirst));
    const skipEach = step.skipEach === null ? 0 : Number(await this.#value(step.skipEach));
    const tokens = text.split(/[ \t\r\n]+/).filter((token) => token !== '');
    const name = step.variable.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const bare = new RegExp(`\\$\\{${name}\\}|(?<![^\\s;"(){},])${name}(?![^\\s;"(){},])`, 'g');
    for (let index = skipFirst; index < tokens.length; index += skipEach + 1) {
      const flow = await this.#block(step.body.replace(bare, () => tokens[index]!));
      if (flow === 'break') break;
      if (flow === 'leave') return flow;
      this.#budget.step();
    }
    return 'next';
  }
  async #sourceText(source: { readonly kind: 'commands' | 'string' | 'file'; readonly text: string }): Promise<string> {
    if (source.kind === 'string') return source.text;
    if (source.kind === 'file') return this.#readText(source.text);
    let text = '';
    let failure: Outcome['error'] = null;
    await this.#capture(
      (outcome) => {
        if (outcome.error) failure ??= outcome.error;
        else text += outcome.text;
      },
      async () => {
        try {
          await this.#block(source.text);
        } catch (error) {
          if (!(error instanceof ReportedFailure)) throw error;
        }
      },
    );
    if (failure !== null) throw new UsageError('.foreach', (failure as { message: string }).message);
    return text;
  }
  async #script(step: Statement & { readonly kind: 'script' }): Promise<Flow> {
    if (++this.#calls > DEEPEST_CALL) throw new ScriptStopped(`scripts call each other more than ${DEEPEST_CALL} deep`);
    try {
      const text = this.#readText(step.path);
      const args = step.args.match(/"[^"]*"|\S+/g)?.map((part) => part.replace(/^"(.*)"$/s, '$1')) ?? [];
      const filled = step.form === '$$>a<' ? fillArguments(text, args) : text;
      if (step.form === '$<' || step.form === '$$<') {
        for (const line of filled.split(/\r?\n/)) {
          if (line.trim() === '') continue;
          const flow = await this.#block(line);
          if (flow === 'leave') return flow;
        }
        return 'next';
      }
      // The block forms join lines with `;`, so that a `.for` may stand on several of them.
      return await this.#block(filled.replace(/\r\n/g, '\n'));
    } finally {
      this.#calls--;
    }
  }
  #readText(path: string): string {
    if (!this.#session.readText) throw new SourceError(path, 'files cannot be read here');
    return this.#session.readText(path);
  }

  async #value(text: string): Promise<bigint> {
    const source = this.#aliases.isEmpty ? text : this.#aliases.expand(text);
    const key = `${this.#session.radix}${this.#session.language}:${source}`;
    let expression = this.#conditions.get(key);
    if (!expression) {
      expression = parseWhole(source, this.#session.reading);
      if (this.#conditions.size >= MOST_COMPILED) this.#conditions.clear();
      this.#conditions.set(key, expression);
    }
    return this.#now(expression) ?? wideExpressionIn(this.#session, expression);
  }
  /** The value without waiting; null when symbols have to be loaded first. */
  #now(expression: Expression): bigint | null {
    try {
      return expressionValue(expression, this.#currentScope());
    } catch (error) {
      if (error instanceof MemoreticsError && error.code === 'symbol') return null;
      throw error;
    }
  }
  #currentScope(): ExpressionScope {
    const { context } = this.#session;
    if (
      !this.#scope ||
      this.#scope.reading.radix !== this.#session.radix ||
      this.#scope.reading.language !== this.#session.language ||
      this.#scopeOf !== context
    ) {
      this.#scope = scopeOf(this.#session);
      this.#scopeOf = context;
    }
    return this.#scope;
  }
}

/** After `q`: nothing more is run, and there is nothing to tell. */
class SessionEnded extends ScriptStopped {}

/** A command that failed and whose outcome was emitted: ends blocks without being told twice. */
class ReportedFailure extends UsageError {
  constructor(message: string) {
    super('', message);
    this.name = 'ReportedFailure';
  }
}

/** `$arg1`, `${$arg1}`, and `${/d:$arg1}`, which is 1 or 0. */
function fillArguments(text: string, args: readonly string[]): string {
  return text
    .replace(/\$\{\/d:\$arg(\d+)\}/g, (_, digits: string) => (args[Number(digits) - 1] === undefined ? '0' : '1'))
    .replace(/\$\{\$arg(\d+)\}|\$arg(\d+)/g, (whole, braced: string | undefined, bare: string | undefined) => {
      return args[Number(braced ?? bare) - 1] ?? whole;
    });
}
