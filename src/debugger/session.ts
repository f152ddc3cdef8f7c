import { UsageError } from '../bytes/errors.ts';
import type { Case, ModuleSymbols } from '../evidence/case.ts';
import type { SymbolLoader } from '../evidence/load-symbols.ts';
import { stackOptions } from '../evidence/symbol-options.ts';
import { systemFact } from '../evidence/system.ts';
import type { Architecture, Context } from '../machine/context.ts';
import { type Address, type MemorySpace, toAddress } from '../memory/space.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import { targetInProcess } from '../target/process-target.ts';
import { crashContextOf, type StackOptions } from '../target/stack.ts';
import type { Module, Target, TargetThread } from '../target/target.ts';
import type { AnyCommand } from './command.ts';
import type { Reading } from './expression-syntax.ts';
import type { Outcome } from './outcome.ts';
import type { Topic } from './topic.ts';

/** What a program printed, and what it complained of. */
export interface ShellResult {
  readonly output: string;
  readonly errors: string;
}

/** A text file that grows with the conversation. */
export interface SessionLog {
  readonly path: string;
  write(text: string): void;
  close(): void;
}

/** Thrown where a log is asked for what only a dump can answer. */
export class DumpNeeded extends UsageError {
  constructor() {
    super('', 'this command needs a dump; the file is a log of a debugger');
    this.name = 'DumpNeeded';
  }
}

/**
 * The state that commands share: the Case with the symbols loaded so far, the current thread and register context, the
 * radix and the pseudo-registers. Commands change it through its methods only.
 */
export class Session {
  #case: Case;
  readonly #load: SymbolLoader;
  #thread: TargetThread | null;
  #implicitThread: Address | null = null;
  /** Set by .cxr, .trap and .ecxr; reset by choosing a thread. */
  #override: Context | null = null;
  /** Default number base of MASM expressions: 8, 10 or 16. */
  radix: 8 | 10 | 16 = 16;
  /** The language of expressions that do not name theirs; set by `.expr`. */
  language: 'masm' | 'c++' = 'masm';
  /** `$t0`..`$t19`. */
  readonly pseudo = new Map<string, bigint>();
  /** Set by `rm`: what `r` shows; null for what it usually does. */
  registerMask: number | null = null;
  /** `$exp`: what `?` evaluated last. */
  lastValue: bigint | null = null;
  /** `$p`: the last value that a `d` command showed. */
  lastDisplayed: bigint | null = null;
  /** Frame number chosen by .frame; reset by choosing a thread or context. */
  frame = 0;
  /** Where symbols are looked for, as text without credentials; null when the host does not say. */
  symbolPath: string | null = null;
  /** Set by `q`: whoever reads commands reads no more. */
  isEnded = false;
  /** Where images are looked for; null when the host does not say. */
  imagePath: string | null = null;
  /** Where source files are looked for, besides their recorded paths; set by `.srcpath`. */
  sourcePath = '';
  /** Looks for symbols or images elsewhere and sets the texts above. Null where the host's paths are fixed. */
  changePath: ((kind: 'symbols' | 'images', text: string, append: boolean) => void) | null = null;
  /** The downstream store that `.symfix` names when it is given none; null where the host has no disk. */
  defaultStore: string | null = null;
  /** Whether a folder is there on the user's machine; null where that cannot be asked. */
  hasFolder: ((path: string) => boolean) | null = null;
  /** Waits, and ends early when the user interrupts. Null where nothing can wait. */
  sleep: ((milliseconds: number) => Promise<void>) | null = null;
  /** Set by `!sym noisy`. */
  noisySymbols = false;
  /** `.`-style continuation addresses of d and u, by command letter. */
  readonly nextAddress = new Map<string, bigint>();
  /** Runs another command line, for commands that take one (~*e); set by whoever dispatches. */
  runLine: ((line: string) => Promise<Outcome>) | null = null;
  /** Gives the host a turn within a long command; throws ScriptStopped once the user asked to stop or time is over. */
  breathe: (() => Promise<void>) | null = null;
  /** All commands there are, for help and completion; set by whoever dispatches. */
  commands: readonly AnyCommand[] = [];
  /** What help explains besides commands: patterns, and what only a terminal has. Set by the host. */
  topics: readonly Topic[] = [];
  /** What stands before the prompt: `||1:` where several dumps are open. */
  promptPrefix = '';
  /** Set by `.prefer_dml`: links may be made easier to follow at a price. */
  prefersDml = false;
  /** Evaluates `@@c++( )`; may throw a Need. Set by whoever knows C++ expressions. */
  evaluateCpp: ((text: string) => bigint) | null = null;
  /** A variable of the user's own environment, for `as /e`. Null where the host has none. */
  readEnvironment: ((name: string) => string | null) | null = null;
  /** Text of a file on the user's machine, for scripts; throws SourceError. Null where files may not be read. */
  readText: ((path: string) => string) | null = null;
  /** Makes a new file on the user's machine; throws SourceError, also where it exists. Null where files may not be written. */
  writeFile: ((path: string, bytes: Uint8Array) => void) | null = null;
  /** Opens a log on the user's machine, in UTF-16 where `unicode`; throws SourceError. Null where files may not be written. */
  openLog: ((path: string, append: boolean, unicode: boolean) => SessionLog) | null = null;
  /** What `.logopen` opened: all that is said goes there too. */
  log: SessionLog | null = null;
  /** Runs a command of the user's machine for so many seconds at most; null where that is not allowed. */
  runShell: ((line: string, input: string, seconds: number | null) => ShellResult) | null = null;
  constructor(theCase: Case, load: SymbolLoader) {
    this.#case = inCurrentProcess(theCase);
    this.#load = load;
    this.#thread = theCase.target?.currentThread ?? theCase.target?.threads[0] ?? null;
  }
  /** How expressions are read now. */
  get reading(): Reading {
    return { radix: this.radix, language: this.language };
  }
  get theCase(): Case {
    return this.#case;
  }
  /** The dump; a UsageError where the Case is a log. */
  get target(): Target {
    if (!this.#case.target) throw new DumpNeeded();
    return this.#case.target;
  }
  get memory(): MemorySpace {
    return this.target.memory;
  }
  get architecture(): Architecture {
    return this.context?.architecture ?? this.target.architecture;
  }
  /** Of a log that does not tell its processor 8, as values have 64 bits. */
  get pointerSize(): 4 | 8 {
    if (this.#case.target) return this.#case.target.pointerSize;
    const system = systemFact(this.#case);
    return system.known && system.value.architecture === 'x86' ? 4 : 8;
  }
  get thread(): TargetThread | null {
    return this.#thread;
  }
  /** Of a kernel dump: the thread that `.thread` chose, which need not have been running, else the current one. */
  get implicitThread(): Address | null {
    return this.#implicitThread ?? this.#thread?.address ?? null;
  }
  /** Makes a thread that was not running the one in force, with the registers it will go on with. */
  chooseWaitingThread(address: Address, context: Context): void {
    this.setContext(context);
    this.#implicitThread = address;
  }
  /** Chooses a thread and forgets a context override. */
  chooseThread(thread: TargetThread): void {
    this.#thread = thread;
    this.#implicitThread = null;
    this.#override = null;
    this.frame = 0;
  }
  /** Registers in force: of .cxr and its like, else of the current thread, those of its exception first. */
  get context(): Context | null {
    if (this.#override) return this.#override;
    return this.#thread ? crashContextOf(this.target, this.#thread) : null;
  }
  get hasContextOverride(): boolean {
    return this.#override !== null;
  }
  setContext(context: Context | null): void {
    this.#override = context;
    this.frame = 0;
  }
  /** The context of the exception that the dump was saved for, where `.ecxr` leads. */
  get exceptionContext(): Context | null {
    return this.target.exception?.context ?? null;
  }
  get stackOptions(): StackOptions {
    return stackOptions(this.#case);
  }
  /** What is loaded for a module, without loading. */
  symbolsOf(module: Module): ModuleSymbols | null {
    return this.#case.symbols.get(module) ?? null;
  }
  /** Loads the names of a module once; null when there are none (`symbolsOf` tells why). */
  async needSymbols(module: Module): Promise<SymbolTable | null> {
    const before = this.#case.symbols.get(module);
    if (before) return before.table;
    const found = await this.#load(module, this.#case);
    this.#case = { ...this.#case, symbols: new Map([...this.#case.symbols, [module, found]]) };
    return found.table;
  }
  /** Replaces the Case, e.g. after symbols of a whole stack were loaded. */
  replaceCase(theCase: Case): void {
    this.#case = theCase;
  }
  get symbolLoader(): SymbolLoader {
    return this.#load;
  }
  /** The module that holds an unsigned address, or null. */
  moduleAt(address: bigint): Module | null {
    return moduleIndexOf(this.target.modules).atUnsigned(address);
  }
  moduleNamed(name: string): Module | null {
    const lower = name.toLowerCase();
    return (
      this.target.modules.find(
        (module) => module.name.toLowerCase() === lower || module.imageName.toLowerCase() === lower,
      ) ?? null
    );
  }
  /** An unsigned value as an engine address; a 32-bit target masks, as the debugger's sign extension would show it. */
  address(value: bigint): Address | null {
    return toAddress(this.pointerSize === 4 ? value & 0xffffffffn : value);
  }
}

/** EPROCESS.Peb where the debugger data ends before the offsets: Windows 2000 and XP on x86 (public symbols). */
const LEGACY_EPROCESS_Peb = 0x1b0;

/**
 * The Case as the process sees it that ran when the dump was saved, with its modules beside the kernel's, as debuggers
 * begin; unchanged where its address space is not in the dump, and for dumps of one process.
 */
function inCurrentProcess(theCase: Case): Case {
  const { target } = theCase;
  const process = target?.process?.address ?? null;
  if (!target || process === null) return theCase;
  const told = target.kernelPointers?.get('OffsetEprocessPeb') ?? 0n;
  const legacy = target.architecture === 'x86' ? LEGACY_EPROCESS_Peb : null;
  const view = targetInProcess(target, process, told > 0n && told < 0x2000n ? Number(told) : legacy);
  return view ? { ...theCase, target: view } : theCase;
}
