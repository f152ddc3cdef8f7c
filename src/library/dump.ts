import type { Finding } from '../analysis/judge.ts';
import { type Analysis, analyze } from '../analysis/report.ts';
import { MemoryFault, SourceError, UsageError } from '../bytes/errors.ts';
import { decodeAscii, decodeUtf16 } from '../bytes/text.ts';
import { attachHost } from '../cli/session-host.ts';
import { SymbolFinder } from '../cli/symbol-finder.ts';
import { COMMANDS } from '../commands/index.generated.ts';
import { cppIn } from '../debugger/cpp/scope.ts';
import { Evaluator, evaluateModel } from '../debugger/data-model/evaluate.ts';
import { splitFormat } from '../debugger/data-model/format-specifier.ts';
import { type ModelNode, viewModel } from '../debugger/data-model/view.ts';
import { Commands, type Outcome } from '../debugger/dispatch.ts';
import { nameOf, nameText } from '../debugger/names.ts';
import { evaluateIn } from '../debugger/scope.ts';
import { ScriptEngine } from '../debugger/script/engine.ts';
import { Session } from '../debugger/session.ts';
import { loadForAnalysis } from '../evidence/load-for-analysis.ts';
import { openCase } from '../evidence/open-case.ts';
import type { Architecture } from '../machine/context.ts';
import { isHole, readAvailable } from '../memory/space.ts';
import { PATTERNS } from '../patterns/index.generated.ts';
import { nodeDisassembler, prepareDisassembler } from '../platform/node/disassembler.ts';
import { openFile } from '../platform/node/file-source.ts';
import { unwrap } from '../platform/node/unwrap.ts';
import { redactSearchPath } from '../symbols/search-path.ts';
import type { TargetKind } from '../target/target.ts';
import {
  type DumpModule,
  type DumpProcess,
  type DumpThread,
  modulesOf,
  processesOf,
  type StackFrame,
  stackOf,
  threadsOf,
} from './listing.ts';
import { scriptContext } from './script-context.ts';

export interface DumpOptions {
  /** Elements of a debugger's search path for symbols: folders, `srv*cache*url`. Default `_NT_SYMBOL_PATH`. */
  readonly symbols?: readonly string[];
  /** Folders with executables. */
  readonly images?: readonly string[];
  /** Use symbols that do not match, with every name marked. */
  readonly forceSymbols?: boolean;
}

/** What a command line gave. */
export interface CommandResult {
  /** As the debugger prints it, with names of the dump raw: `print` escapes them. */
  readonly text: string;
  /** Plain data of the command; of several commands an array. */
  readonly data: unknown;
}

/** A value of a C++ expression. */
export interface CppResult {
  /** Null for structures and arrays. */
  readonly value: bigint | number | null;
  /** Null for values that are not in memory. */
  readonly address: bigint | null;
}

/** An opened dump with the symbols that are found for it. All addresses are unsigned. */
export class Dump {
  readonly path: string;
  readonly #session: Session;
  readonly #engine: ScriptEngine;
  readonly #finder: SymbolFinder;
  readonly #close: () => void;
  /** Use `openDump`. */
  constructor(path: string, session: Session, finder: SymbolFinder, close: () => void) {
    this.path = path;
    this.#session = session;
    this.#finder = finder;
    this.#engine = new ScriptEngine(session, new Commands(COMMANDS));
    this.#close = close;
  }
  get kind(): TargetKind {
    return this.#session.target.kind;
  }
  get architecture(): Architecture {
    return this.#session.target.architecture;
  }
  get pointerSize(): 4 | 8 {
    return this.#session.pointerSize;
  }

  /** Runs debugger commands or a script of them; throws UsageError with the debugger's words where one fails. */
  async run(commands: string): Promise<CommandResult> {
    const outcomes: Outcome[] = [];
    await this.#engine.run(commands, (outcome) => outcomes.push(outcome));
    const failed = outcomes.find(({ error }) => error !== null)?.error;
    if (failed) throw new UsageError(commands, failed.message, failed.position);
    const data = outcomes.map((outcome) => outcome.data);
    return { text: outcomes.map(({ text }) => text).join(''), data: data.length === 1 ? data[0] : data };
  }
  /** The value of a MASM expression, as `?` has it; numbers without a prefix are hexadecimal. */
  evaluate(expression: string): Promise<bigint> {
    return evaluateIn(this.#session, expression);
  }
  /** The value of a C++ expression, as `??` has it. */
  async evaluateCpp(expression: string): Promise<CppResult> {
    const { bits, number, address } = await cppIn(this.#session, expression);
    return { value: bits ?? number, address };
  }
  /** The value of an expression of the data model, opened to `depth`, as `dx` has it. */
  async dx(expression: string, depth = 1): Promise<ModelNode> {
    const { expression: bare, format } = splitFormat(expression);
    const value = await evaluateModel(this.#session, bare);
    return viewModel(new Evaluator(this.#session), expression, value, { depth, format, raw: false });
  }
  /** The name that covers an address, `nt!KeBugCheckEx+0x12`; null where it lies in no module. */
  async nameAt(address: bigint): Promise<string | null> {
    const named = await nameOf(this.#session, address);
    return named && nameText(named);
  }

  /** Bytes of virtual memory; throws MemoryFault where one of them is not in the dump. */
  read(address: bigint, length: number): Uint8Array {
    const bytes = this.tryRead(address, length);
    if (bytes) return bytes;
    const at = this.#session.address(address);
    const found = at === null ? null : readAvailable(this.#session.memory, at, length).length;
    const hole = at === null ? null : this.#session.memory.read(at + (found ?? 0), 1);
    throw new MemoryFault(address + BigInt(found ?? 0), hole && isHole(hole) ? hole.reason : 'not-mapped');
  }
  /** Bytes of virtual memory; null where one of them is not in the dump. */
  tryRead(address: bigint, length: number): Uint8Array | null {
    const at = this.#session.address(address);
    if (at === null || !Number.isSafeInteger(length) || length < 0) return null;
    const bytes = readAvailable(this.#session.memory, at, length);
    return bytes.length < length ? null : bytes.slice();
  }
  /** An unsigned little-endian number of 1 to 8 bytes; throws MemoryFault. */
  readUnsigned(address: bigint, size: 1 | 2 | 4 | 8): bigint {
    return this.read(address, size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  }
  readPointer(address: bigint): bigint {
    return this.readUnsigned(address, this.pointerSize);
  }
  /** A text up to its 0, at most `most` characters: of single bytes, or UTF-16 where `wide`. Throws MemoryFault. */
  readText(address: bigint, { wide = false, most = 1024 } = {}): string {
    const at = this.#session.address(address);
    const bytes = at === null ? null : readAvailable(this.#session.memory, at, most * (wide ? 2 : 1));
    if (!bytes || bytes.length === 0) this.read(address, 1);
    return wide ? decodeUtf16(bytes!.subarray(0, bytes!.length & ~1)) : decodeAscii(bytes!);
  }

  /** Loaded modules; of a kernel dump also those of the process that it was saved in. */
  get modules(): readonly DumpModule[] {
    return modulesOf(this.#session);
  }
  /** Of a user dump its one process; throws UsageError where the kernel's list is not in the dump. */
  processes(): Promise<readonly DumpProcess[]> {
    return processesOf(this.#session);
  }
  /** Threads of a user dump, or of one process of a kernel dump. */
  threads(process: DumpProcess | null = null): Promise<readonly DumpThread[]> {
    return threadsOf(this.#session, process);
  }
  /** The stack of a thread, innermost frame first; of the current one without an argument. */
  stack(thread: DumpThread | null = null): Promise<readonly StackFrame[]> {
    return stackOf(this.#session, thread);
  }
  /** The whole analysis, as `memoretics analyze` makes it; `toJson` makes JSON of it. */
  async analyze(): Promise<Analysis> {
    const theCase = await loadForAnalysis(this.#session.theCase, this.#session.symbolLoader, 'all');
    return analyze(theCase, PATTERNS);
  }
  /** The patterns that were found, most important first. */
  async findings(): Promise<readonly Finding[]> {
    return (await this.analyze()).judgement.findings;
  }
  close(): void {
    this.#session.log?.close();
    this.#finder.close();
    this.#close();
  }
}

/**
 * Opens a dump, unpacked where it is compressed. Without a path the one that `memoretics script` was given, with the
 * symbols named there. Throws SourceError where it cannot be read and FormatError where it is no dump.
 */
export async function openDump(path?: string, options: DumpOptions = {}): Promise<Dump> {
  const context = scriptContext();
  const wanted = path ?? context?.dump;
  if (wanted === undefined) throw new SourceError('', 'openDump needs a path outside of `memoretics script`');
  const symbols = options.symbols ?? context?.symbols;
  const images = options.images ?? context?.images;
  const file = openFile(wanted);
  try {
    const unwrapped = unwrap(file, wanted);
    const [member] = unwrapped.members;
    if (!member) throw new SourceError(wanted, `${wanted} holds no dump`);
    const theCase = openCase(member.source, member.path, unwrapped.problems, nodeDisassembler);
    if (theCase.target) await prepareDisassembler(theCase.target.architecture);
    const finder = new SymbolFinder(wanted, {
      ...(symbols ? { symbols: [...symbols] } : {}),
      ...(images ? { images: [...images] } : {}),
      forceSymbols: options.forceSymbols ?? context?.forceSymbols ?? false,
    });
    const session = new Session(theCase, (module, current) => finder.find(module, current));
    session.symbolPath = redactSearchPath(finder.elements);
    attachHost(session);
    return new Dump(wanted, session, finder, () => {
      unwrapped.close();
      file.close();
    });
  } catch (error) {
    file.close();
    throw error;
  }
}
