/// <reference lib="esnext.disposable" preserve="true" />
import type { Finding } from '../analysis/judge.ts';
import { type Analysis, analyze } from '../analysis/report.ts';
import { UsageError } from '../bytes/errors.ts';
import { COMMANDS } from '../commands/index.generated.ts';
import { cppIn } from '../debugger/cpp/scope.ts';
import { viewExpression } from '../debugger/data-model/model-expression.ts';
import type { ModelNode } from '../debugger/data-model/view.ts';
import { Commands, type Outcome } from '../debugger/dispatch.ts';
import { nameOf, nameText } from '../debugger/names.ts';
import { evaluateIn } from '../debugger/scope.ts';
import { ScriptEngine } from '../debugger/script/engine.ts';
import type { Session } from '../debugger/session.ts';
import type { Case, CaseSource } from '../evidence/case.ts';
import { loadForAnalysis } from '../evidence/load-for-analysis.ts';
import type { Architecture } from '../machine/context.ts';
import { PATTERNS } from '../patterns/index.generated.ts';
import { type DumpFacts, factsOf } from './facts.ts';
import { type DumpList, structuresOf } from './linked-list.ts';
import {
  type DumpHandle,
  type DumpModule,
  type DumpProcess,
  type DumpThread,
  handlesOf,
  modulesOf,
  processesOf,
  registersOf,
  type StackFrame,
  stackOf,
  threadsOf,
} from './listing.ts';
import { bytesAt, placesOf, type SearchRange, type TextOptions, textAt, tryBytes } from './memory.ts';
import { type DumpSymbol, type SymbolSource, symbolNamed, symbolSourceOf, symbolsLike, typeNamed } from './symbols.ts';
import { faultOf, objectAt, TypedObject } from './typed-object.ts';

/** What a command line gave. */
export interface CommandResult {
  /** As the debugger prints it, with names of the dump raw: `print` escapes them. */
  readonly text: string;
  /** Plain data of the command; of several commands an array. */
  readonly data: unknown;
}

/** The same with what failed: the commands behind a failed one went on, as in a debugger. */
export interface CommandAttempt extends CommandResult {
  readonly errors: readonly UsageError[];
}

/** An opened dump or debugger's log with the symbols that are found for it. All addresses are unsigned. */
export class Dump implements Disposable {
  /** As it was given; a member of an archive is `archive.zip!member`, bytes in memory are `-`. */
  readonly path: string;
  readonly #opened: Case;
  readonly #session: Session;
  readonly #engine: ScriptEngine;
  readonly #release: () => void;
  #loaded: Promise<Case> | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** Use `openDump`. */
  constructor(opened: Case, session: Session, release: () => void) {
    this.path = opened.source.path;
    this.#opened = opened;
    this.#session = session;
    this.#engine = new ScriptEngine(session, new Commands(COMMANDS));
    this.#release = release;
  }
  /** `debugger-log` for a text: commands that need memory then throw UsageError, `analyze` and `facts` work. */
  get kind(): CaseSource['kind'] {
    return this.#opened.source.kind;
  }
  get architecture(): Architecture {
    return this.#session.target.architecture;
  }
  get pointerSize(): 4 | 8 {
    return this.#session.pointerSize;
  }

  /** Runs debugger commands or a script of them; throws UsageError with the debugger's words where one fails. */
  async run(commands: string): Promise<CommandResult> {
    const { errors, ...result } = await this.tryRun(commands);
    if (errors[0]) throw errors[0];
    return result;
  }
  /** The same, but what fails is told beside the rest instead of being thrown. */
  tryRun(commands: string): Promise<CommandAttempt> {
    const result = this.#turn.then(() => this.#runNow(commands));
    // Commands share one session: those that are given at once run one after the other.
    this.#turn = result.catch(() => {});
    return result;
  }
  async #runNow(commands: string): Promise<CommandAttempt> {
    const outcomes: Outcome[] = [];
    await this.#engine.run(commands, (outcome) => outcomes.push(outcome));
    const data = outcomes.map((outcome) => outcome.data);
    return {
      text: outcomes.map(({ text }) => text).join(''),
      data: data.length === 1 ? data[0] : data,
      errors: outcomes.flatMap(({ command, error }) =>
        error ? [new UsageError(command, error.message, error.position)] : [],
      ),
    };
  }
  /** Runs a WinDbg script as `$$>a<` does: `args` are its `${$arg1}` and so on. Throws UsageError where it cannot be read, or fails. */
  async runScript(path: string, ...args: readonly string[]): Promise<CommandResult> {
    const words = [path, ...args];
    const bad = words.find((each) => /["\r\n]/.test(each));
    if (bad !== undefined) throw new UsageError('runScript', `'${bad}' holds a quote or a line end`);
    return this.run(`$$>a<${words.map((each) => (/[\s;]/.test(each) ? `"${each}"` : each)).join(' ')}`);
  }
  /** The value of a MASM expression, as `?` has it; numbers without a prefix are hexadecimal. */
  evaluate(expression: string): Promise<bigint> {
    return evaluateIn(this.#session, expression);
  }
  /** The value of a C++ expression with its type, as `??` has it: locals and globals, members, casts, `sizeof`. Throws MemoryFault where it has to be read and cannot. */
  async evaluateCpp(expression: string): Promise<TypedObject> {
    const value = cppIn(this.#session, expression).catch((error) => {
      throw faultOf(this.#session, error);
    });
    return new TypedObject(this.#session, await value);
  }
  /** The value of an expression of the data model, opened to `depth`, as `dx` has it. */
  async dx(expression: string, depth = 1): Promise<ModelNode> {
    return viewExpression(this.#session, expression, { depth });
  }

  /** A value of a type at an address: `object('nt!_EPROCESS', address)`. Throws UsageError with the nearest name of a type, SymbolError without symbols. */
  async object(type: string, address: bigint): Promise<TypedObject> {
    return objectAt(this.#session, await typeNamed(this.#session, type), address);
  }
  /**
   * The structures of a linked list: `list(head, 'nt!_EPROCESS', 'ActiveProcessLinks')`. `head` is the address of the
   * list's own LIST_ENTRY; where `link` is a plain pointer to the next structure, that of the first one. `lost` tells why
   * the list may be cut.
   */
  async list(head: bigint, type: string, link: string): Promise<DumpList<TypedObject>> {
    return structuresOf(this.#session, head, await typeNamed(this.#session, type), link);
  }
  /** A symbol by `module!name`. Throws UsageError with the nearest name, SymbolError where the module has no symbols. */
  symbol(name: string): Promise<DumpSymbol> {
    return symbolNamed(this.#session, name);
  }
  /** The symbols that match wildcards, by address: `nt!Ke*Wait*`. Of one module. */
  symbols(pattern: string): Promise<readonly DumpSymbol[]> {
    return symbolsLike(this.#session, pattern);
  }
  /** Where the names of a module come from, or why it has none. */
  symbolSource(module: string): Promise<SymbolSource> {
    return symbolSourceOf(this.#session, module);
  }
  /** The name that covers an address, `nt!KeBugCheckEx+0x12`; null where it lies in no module. */
  async nameAt(address: bigint): Promise<string | null> {
    const named = await nameOf(this.#session, address);
    return named && nameText(named);
  }

  /** Bytes of virtual memory; throws MemoryFault where one of them is not in the dump. */
  read(address: bigint, length: number): Uint8Array {
    return bytesAt(this.#session, address, length);
  }
  /** Bytes of virtual memory; null where one of them is not in the dump. */
  tryRead(address: bigint, length: number): Uint8Array | null {
    return tryBytes(this.#session, address, length);
  }
  /** An unsigned little-endian number of 1 to 8 bytes; throws MemoryFault. */
  readUnsigned(address: bigint, size: 1 | 2 | 4 | 8): bigint {
    return this.read(address, size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  }
  /** Unsigned, as wide as the dump's pointers; throws MemoryFault. */
  readPointer(address: bigint): bigint {
    return this.readUnsigned(address, this.pointerSize);
  }
  /** A text up to its 0, at most `most` characters: of single bytes, or UTF-16 where `wide`. Throws MemoryFault, also where memory ends before the text does. */
  readText(address: bigint, options: TextOptions = {}): string {
    return textAt(this.#session, address, options);
  }
  /** Where bytes or a text stand in memory, ascending; 1000 places at most unless `most` says otherwise. */
  search(sought: Uint8Array | string, range: SearchRange = {}): readonly bigint[] {
    return placesOf(this.#session, sought, range);
  }

  /** Loaded modules; of a kernel dump also those of the process that it was saved in. */
  get modules(): readonly DumpModule[] {
    return modulesOf(this.#session);
  }
  /** Of a user dump its one process; throws UsageError where the kernel's list is not in the dump. */
  processes(): Promise<DumpList<DumpProcess>> {
    return processesOf(this.#session);
  }
  /** Threads of a user dump, or of one process of a kernel dump; of a kernel dump without one those that ran. */
  threads(process: DumpProcess | null = null): Promise<DumpList<DumpThread>> {
    return threadsOf(this.#session, process);
  }
  /** The stack of a thread, innermost frame first; of the current one without an argument. `lost` tells where and why it ends early. */
  stack(thread: DumpThread | null = null): Promise<DumpList<StackFrame>> {
    return stackOf(this.#session, thread);
  }
  /** Registers by lower-case name: of a thread, or those in force (`.cxr`, `.trap`) without an argument. Throws UsageError where the dump holds none. */
  registers(thread: DumpThread | null = null): ReadonlyMap<string, bigint> {
    return registersOf(this.#session, thread);
  }
  /** Handles of a user dump, or of one process of a kernel dump. Throws UsageError where they were not saved. */
  handles(process: DumpProcess | null = null): Promise<DumpList<DumpHandle>> {
    return handlesOf(this.#session, process);
  }

  /** The whole analysis, as `memoretics analyze` makes it; `toJson`, `reportHtml` and `reportMarkdown` write it. */
  async analyze(): Promise<Analysis> {
    return analyze(await this.#load(), PATTERNS);
  }
  /** The patterns that were found, most important first. */
  async findings(): Promise<readonly Finding[]> {
    return (await this.analyze()).judgement.findings;
  }
  /** What the analysis knows, by topic: threads, locks, who waits for whom; each known, or missing with the reason. */
  async facts(): Promise<DumpFacts> {
    return factsOf(await this.#load());
  }
  #load(): Promise<Case> {
    this.#loaded ??= loadForAnalysis(this.#opened, this.#session.symbolLoader, 'all');
    return this.#loaded;
  }

  /** Gives back files and temporary files; closing twice does no harm. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#session.log?.close();
    this.#release();
  }
  /** `using dump = await openDump()` closes it at the end of the block, where Node knows `using` (from 24 on). */
  [Symbol.dispose](): void {
    this.close();
  }
}
