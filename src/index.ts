/**
 * The public API. `openDump` is what scripts begin with, in `memoretics script FILE.ts DUMP` and in any program:
 *
 *     const dump = await openDump('crash.dmp', { symbols: ['C:\\symbols'] });
 *     console.log(toJson(await dump.analyze(), { stacks: true }));
 *
 * The parts below it are there one by one: the core runs in Node and in a browser, `openFile` is Node's door.
 *
 *     const analysis = analyze(openCase(openFile('crash.dmp'), 'crash.dmp'), PATTERNS);
 */

export type { Finding } from './analysis/judge.ts';
export type { Detection, Evidence, Pattern, Verdict } from './analysis/pattern.ts';
export type { Analysis, JsonOptions } from './analysis/report.ts';
export { analyze, toJson } from './analysis/report.ts';
export { FormatError, MemoreticsError, MemoryFault, SourceError, SymbolError, UsageError } from './bytes/errors.ts';
export type { Problem } from './bytes/problem.ts';
export type { Source } from './bytes/source.ts';
export { BytesSource } from './bytes/source.ts';
export { printable } from './bytes/text.ts';
export type { ModelNode } from './debugger/data-model/view.ts';
export type { Answer, Case } from './evidence/case.ts';
export { loadSymbols } from './evidence/load-symbols.ts';
export { openCase } from './evidence/open-case.ts';
export type { Waits } from './evidence/wait-graph.ts';
export { type CommandAttempt, type CommandResult, Dump } from './library/dump.ts';
export type { DumpFacts } from './library/facts.ts';
export type { DumpList } from './library/linked-list.ts';
export type { DumpHandle, DumpModule, DumpProcess, DumpThread, StackFrame } from './library/listing.ts';
export type { SearchRange, TextOptions } from './library/memory.ts';
export { type DumpInput, type DumpOptions, type DumpsOptions, openDump, openDumps } from './library/open.ts';
export { hex, print } from './library/print.ts';
export { scriptArguments } from './library/script-context.ts';
export type { DumpSymbol, SymbolSource } from './library/symbols.ts';
export { type TypedField, TypedObject } from './library/typed-object.ts';
export { PATTERNS } from './patterns/index.generated.ts';
export { nodeDisassembler } from './platform/node/disassembler.ts';
export { openFile } from './platform/node/file-source.ts';
export type { Target } from './target/target.ts';
export { reportMarkdown } from './web/markdown.ts';
export { reportHtml } from './web/report/report.ts';
export type { ProcessObject } from './windows/process.ts';
export type { Resource, ResourceLocks } from './windows/resource.ts';
export type { Frame, ThreadStack } from './windows/stack.ts';
export type { ModuleSummary, SystemSummary, ThreadSummary } from './windows/summary.ts';
export type { ThreadObject } from './windows/thread.ts';
