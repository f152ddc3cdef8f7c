import { MemoreticsError, UsageError } from '../../bytes/errors.ts';
import { Interruption } from '../../bytes/interruption.ts';
import { cppNumber } from '../cpp/scope.ts';
import { attempt, type Commands } from '../dispatch.ts';
import { failedOutcome, joinedOutcome, type Outcome } from '../outcome.ts';
import { promptText } from '../prompt.ts';
import type { Session } from '../session.ts';
import type { Aliases } from './aliases.ts';
import { logicalLines, type Part } from './brackets.ts';
import { Budget, ScriptStopped, USUAL_LIMITS } from './budget.ts';
import { ReportedFailure, SessionEnded } from './failures.ts';
import type { ScriptHost } from './host.ts';
import { type Blocks, type Flow, runCatch, runForeach, runLoop, runPart } from './loops.ts';
import { openedFor } from './opened-text.ts';
import { type Emit, Output } from './output.ts';
import { type Place, pointed, typedPlace, within } from './place.ts';
import { Program, type Step } from './program.ts';
import { argumentsOf, fileText, isLineByLine, scriptText, withArguments } from './script-file.ts';
import { aliasesOf } from './session-aliases.ts';
import { reopened } from './stand-ins.ts';
import type { StatementOf } from './statement.ts';
import { Values } from './values.ts';

/** Scripts that call scripts deeper than this call themselves. */
const DEEPEST_CALL = 64;
/** Commands that run commands (`~*e !for_each_module ...`) deeper than this multiply without end. */
const DEEPEST_COMMAND = 16;
/** What is kept of an outcome beside its text, counted as characters. */
const OUTCOME_COST = 64;

/** Runs command lines with aliases, control flow and scripts in one session. */
export class ScriptEngine {
  readonly #session: Session;
  readonly #commands: Commands;
  readonly #host: ScriptHost;
  readonly #aliases: Aliases;
  readonly #program: Program;
  readonly #values: Values;
  readonly #blocks: Blocks = {
    block: (body, place) => this.#block(body, place),
    value: (part, place) => this.#value(part, place),
    turn: () => this.#turn(),
  };
  #budget: Budget;
  readonly #output: Output;
  #calls = 0;
  #commandsWithin = 0;
  /** How many of the commands at work hold texts of the dump. */
  #foreign = 0;
  constructor(session: Session, commands: Commands, host: ScriptHost = {}) {
    this.#session = session;
    this.#commands = commands;
    this.#host = host;
    this.#aliases = aliasesOf(session);
    this.#program = new Program(session);
    this.#values = new Values(session);
    this.#output = new Output(session);
    this.#budget = this.#newBudget();
    session.runLine = (line) => this.#nested(line);
    session.breathe = async () => {
      await host.pause?.();
      this.#budget.look();
    };
    session.commands = commands.all;
    session.evaluateCpp = (text) => cppNumber(session, text);
  }
  #newBudget(): Budget {
    return new Budget(this.#host.limits ?? USUAL_LIMITS, this.#host.interrupted ?? (() => false));
  }

  /**
   * Runs what a user typed or a script holds, line by line, emitting each command's outcome; errors name lines of `file`.
   * A command that fails ends its line with all blocks of it, as in the debugger: what follows could work with values that
   * were never computed. Extensions fail without that.
   */
  async run(text: string, emit: Emit, file: string | null = null): Promise<void> {
    this.#budget = this.#newBudget();
    this.#output.begin(emit);
    this.#calls = 0;
    this.#commandsWithin = 0;
    const plain = text.replace(/\r\n?/g, '\n');
    for (const line of logicalLines(plain)) {
      this.#output.typed(line.text);
      this.#host.typed?.(line.text);
      const place =
        file === null
          ? { ...typedPlace(line.text), isTyped: this.#host.isSilent !== true }
          : { ...typedPlace(plain), at: line.at, file, isTyped: false };
      try {
        await this.#block(line.text, place, true);
      } catch (caught) {
        const error = caught instanceof Interruption ? new ScriptStopped('interrupted') : caught;
        if (!(error instanceof SessionEnded)) this.#tell(error, line.text, place);
        if (error instanceof ScriptStopped) return;
      }
    }
  }
  /** Emits what went wrong at a place, and returns what ends the blocks around it. */
  #tell(error: unknown, command: string, place: Place): ReportedFailure {
    if (error instanceof ReportedFailure) return error;
    if (!(error instanceof MemoreticsError)) throw error;
    const outcome = failedOutcome(command.split('\n')[0]!.trim(), error, 0);
    const { message, position } = outcome.error!;
    this.#output.emit({ ...outcome, text: pointed(message, position, place, promptText(this.#session)) });
    return new ReportedFailure(message);
  }
  /** For commands that run others (`~*e`, `!for_each_process`): the outcomes of a line as one. */
  async #nested(line: string): Promise<Outcome> {
    if (++this.#commandsWithin > DEEPEST_COMMAND)
      throw new ScriptStopped(`commands run each other more than ${DEEPEST_COMMAND} deep`);
    const parts: Outcome[] = [];
    await this.#output.capture(
      (outcome) => {
        this.#budget.printed(OUTCOME_COST);
        parts.push(outcome);
      },
      async () => {
        try {
          await this.#block(line, { ...typedPlace(line), isTyped: false }, true);
        } catch (error) {
          if (!(error instanceof ReportedFailure)) throw error;
        } finally {
          this.#commandsWithin--;
        }
      },
    );
    return parts.length === 1 ? parts[0]! : joinedOutcome(line, parts);
  }
  /** Runs a block: aliases first, then its statements until one jumps or fails. `z` begins it again. */
  #block(body: string, place: Place, isCommandLine = false): Flow | Promise<Flow> {
    let own = place;
    let steps: readonly Step[];
    try {
      const used = this.#aliases.expand(body, isCommandLine);
      own = within(place, { text: body, at: 0 }, used);
      steps = this.#program.steps(used);
    } catch (error) {
      throw this.#ending(error, body, own);
    }
    // Assignments need not give up the turn, which is what makes a million rounds take seconds.
    for (let index = 0; index < steps.length; index++) {
      const step = steps[index]!;
      try {
        if (!this.#quick(step)) return this.#steps(steps, index, own);
      } catch (error) {
        throw this.#ending(error, step, own);
      }
    }
    return 'next';
  }
  async #steps(steps: readonly Step[], from: number, place: Place): Promise<Flow> {
    for (let index = from; index < steps.length; index++) {
      const step = steps[index]!;
      try {
        if (step.kind === 'again') {
          await this.#turn();
          if ((await this.#value(step.condition, place)) !== 0n) index = -1;
          continue;
        }
        const flow = this.#quick(step) ? 'next' : await this.#step(step, place);
        if (flow !== 'next') return flow;
      } catch (error) {
        throw this.#ending(error, step, place);
      }
    }
    return 'next';
  }
  /** What ends the blocks around something that failed, which is told where it stands. */
  #ending(error: unknown, what: Step | string, place: Place): Error {
    if (error instanceof ScriptStopped) return error;
    if (typeof what === 'string') return this.#tell(error, what, place);
    const isAssignment = what.kind === 'assign';
    return this.#tell(
      error,
      isAssignment ? what.text : place.text.slice(place.at),
      isAssignment ? within(place, what, what.text) : place,
    );
  }
  #part(part: Part, place: Place): Flow | Promise<Flow> {
    return runPart(this.#blocks, part, place);
  }
  /** Counts a step; a promise where the host is given a turn. */
  #turn(): Promise<void> | undefined {
    return this.#budget.step() ? this.#host.pause?.() : undefined;
  }
  /** Runs an assignment at once; false for others, and where symbols have to be loaded first. */
  #quick(step: Step): boolean {
    if (step.kind !== 'assign' || this.#isStale(step) || this.#budget.step()) return false;
    const value = this.#values.now(step.value);
    if (value === null) return false;
    this.#session.pseudo.set(step.register, value);
    return true;
  }
  async #step(step: Step, place: Place): Promise<Flow> {
    await this.#turn();
    switch (step.kind) {
      case 'assign':
        if (this.#isStale(step)) return this.#command(step, place);
        this.#session.pseudo.set(step.register, await this.#values.of(step.value));
        return 'next';
      case 'command':
        return this.#command(step, place);
      case 'block':
        return this.#part(step.body, place);
      case 'catch':
        return runCatch(this.#blocks, step.body, place);
      case 'if':
        for (const { condition, body } of step.arms) {
          if (condition === null || (await this.#value(condition, place)) !== 0n) return this.#part(body, place);
        }
        return 'next';
      case 'while':
      case 'do':
      case 'for':
        return runLoop(this.#blocks, step, place);
      case 'foreach':
        return runForeach(this.#blocks, step, await this.#sourceText(step.source, place), place);
      case 'jump':
        return step.to;
      case 'choose':
        return this.#part((await this.#value(step.condition, place)) !== 0n ? step.yes : step.no, place);
      case 'again':
        throw new UsageError('z', 'Syntax error: z belongs at the end of a command line', step.at);
      case 'script':
        return this.#script(step);
    }
  }
  #isStale({ reading }: Step & { readonly kind: 'assign' }): boolean {
    return reading.radix !== this.#session.radix || reading.language !== this.#session.language;
  }
  async #command(step: Part, place: Place): Promise<Flow> {
    this.#budget.look();
    // Fixed aliases may have been given by the command before.
    const written = this.#aliases.expandFixed(step.text);
    const text = openedFor(this.#commands.find(written)?.command, written, this.#foreign > 0);
    if (this.#aliases.assignFixed(written)) {
      this.#output.emit({ command: written, data: null, text: '', error: null });
      return 'next';
    }
    const foreign = Number(written !== reopened(written));
    this.#foreign += foreign;
    const { outcome, goesOn } = await attempt(this.#session, this.#commands, text).finally(() => {
      this.#foreign -= foreign;
    });
    this.#budget.printed(outcome.text.length + OUTCOME_COST);
    const { error } = outcome;
    if (error) {
      const said = pointed(error.message, error.position, within(place, step, text), promptText(this.#session));
      this.#output.emit({ ...outcome, text: said });
    } else this.#output.emit({ ...outcome, text: reopened(outcome.text) });
    if (this.#session.isEnded) throw new SessionEnded('the session has ended');
    if (error && !goesOn) throw new ReportedFailure(error.message);
    return 'next';
  }
  async #sourceText({ kind, part }: StatementOf<'foreach'>['source'], place: Place): Promise<string> {
    if (kind === 'string') return part.text;
    if (kind === 'file') return fileText(this.#session, reopened(part.text));
    let text = '';
    // What is wrong is told, never taken for words.
    const take = (outcome: Outcome, outside: Emit) => {
      if (outcome.error) outside(outcome);
      else text += outcome.text;
    };
    await this.#output.capture(take, async () => this.#part(part, place));
    return text;
  }
  async #script({ form, path, args }: StatementOf<'script'>): Promise<Flow> {
    if (++this.#calls > DEEPEST_CALL) throw new ScriptStopped(`scripts call each other more than ${DEEPEST_CALL} deep`);
    try {
      const raw = scriptText(this.#session, reopened(path));
      const text = form === '$$>a<' ? withArguments(raw, argumentsOf(args)) : raw;
      const place = { text, at: 0, file: path, line: 0, isTyped: false };
      // The block forms join lines with `;`, so that a `.for` may stand on several of them.
      if (!isLineByLine(form)) return await this.#block(text, place);
      const plain = text.replace(/\r\n?/g, '\n');
      for (const line of logicalLines(plain)) {
        try {
          if ((await this.#block(line.text, { ...place, at: line.at }, true)) === 'leave') return 'leave';
        } catch (error) {
          if (!(error instanceof ReportedFailure)) throw error;
        }
      }
      return 'next';
    } finally {
      this.#calls--;
    }
  }
  /** The value of a condition, with aliases replaced. What is wrong is told where it stands. */
  #value(part: Part, place: Place): bigint | Promise<bigint> {
    let own = within(place, part, part.text);
    const failed = (error: unknown) => {
      throw this.#ending(error, part.text, own);
    };
    try {
      const used = this.#aliases.expand(part.text, false);
      own = within(place, part, used);
      const expression = this.#program.expression(reopened(used));
      return this.#values.now(expression) ?? this.#values.of(expression).catch(failed);
    } catch (error) {
      return failed(error);
    }
  }
}
