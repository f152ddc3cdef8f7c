import { hex } from '../bytes/hex.ts';
import type { Problem } from '../bytes/problem.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import type { Case } from '../evidence/case.ts';
import { everyThreadFact } from '../evidence/every-thread.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { integrityFact } from '../evidence/integrity.ts';
import { logFact } from '../evidence/log.ts';
import { modeFact } from '../evidence/mode.ts';
import { modulesFact, unloadedModulesFact, userModulesFact } from '../evidence/modules.ts';
import { nativeStackFact } from '../evidence/native-stack.ts';
import { processFact } from '../evidence/process.ts';
import { systemFact } from '../evidence/system.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { type BugcheckExplanation, explainBugcheck } from '../windows/bugcheck.ts';
import { explainException } from '../windows/exception-code.ts';
import type { Frame } from '../windows/stack.ts';
import type { BugCheckSummary, ModuleSummary, SystemSummary, ThreadSummary } from '../windows/summary.ts';
import { type Blame, blame } from './blame.ts';
import { blameFinding } from './blame-finding.ts';
import { faultJson } from './fault-json.ts';
import { type Judgement, judge } from './judge.ts';
import type { Component, Pattern } from './pattern.ts';
import { type Signature, signature } from './signature.ts';
import { stacksJson } from './stacks-json.ts';

/** Everything an analysis found, with internal values; `toJson` makes the published contract of it. */
export interface Analysis {
  readonly theCase: Case;
  readonly mode: 'user' | 'kernel' | null;
  readonly system: SystemSummary | null;
  readonly threads: readonly ThreadSummary[];
  readonly currentThread: ThreadSummary | null;
  /** Of a kernel dump those of the kernel, then the user modules of the process that it was saved in. */
  readonly modules: readonly ModuleSummary[];
  readonly blame: Blame | null;
  readonly signature: Signature | null;
  readonly judgement: Judgement;
  readonly problems: readonly Problem[];
  /** False when nothing in the source can be trusted: exit status 2. */
  readonly trusted: boolean;
}

/** Analyses a Case with the given patterns. Symbols must have been loaded before. */
export function analyze(theCase: Case, patterns: readonly Pattern[]): Analysis {
  const value = <T>(answer: { known: true; value: T } | { known: false }): T | null =>
    answer.known ? answer.value : null;
  const mode = value(modeFact(theCase));
  const integrity = value(integrityFact(theCase));
  const blamed = blame(theCase);
  const judgement = judge(theCase, patterns, mode);
  return {
    theCase,
    mode,
    system: value(systemFact(theCase)),
    threads: value(everyThreadFact(theCase)) ?? [],
    currentThread: value(currentThreadFact(theCase)),
    modules: [...(value(modulesFact(theCase)) ?? []), ...(value(userModulesFact(theCase)) ?? [])],
    // The signature keeps to the failure: what else was found must not split buckets.
    blame: blamed ?? blameFinding(theCase, judgement.findings),
    signature: signature(theCase, blamed),
    judgement,
    problems: [...(integrity?.problems ?? theCase.problems), ...contradictions(theCase)],
    trusted: integrity?.trust !== 'none',
  };
}

/** Statements of a log that cannot all be true, as problems: which of them holds is for people to decide. */
function contradictions(theCase: Case): readonly Problem[] {
  const log = theCase.transcript ? logFact(theCase) : null;
  if (!log?.known) return [];
  return log.value.contradictions.map(({ about, statements }) => ({
    code: 'contradiction',
    message: `the log contradicts itself on the ${about}: ${statements.map(({ text, line }) => `${text} (line ${line + 1})`).join('; ')}`,
    structure: 'log',
    offset: null,
  }));
}

/** What goes into the JSON. */
export interface JsonOptions {
  readonly stacks: boolean;
}

const orNull = (value: bigint | number | null | undefined) =>
  value === null || value === undefined ? null : hex(value);

/** The `memoretics.analysis/1` object. Unknown is null, hexadecimal is a string, lists keep their order. */
export function toJson(analysis: Analysis, options: JsonOptions): Record<string, unknown> {
  const { theCase, system } = analysis;
  const bugcheck = bugcheckFact(theCase);
  const exception = exceptionFact(theCase);
  const process = processFact(theCase);
  const unloaded = unloadedModulesFact(theCase);
  const current = analysis.currentThread;
  const native = nativeStackFact(theCase);
  return {
    schema: 'memoretics.analysis/1',
    source: theCase.source,
    system: systemJson(system),
    bugcheck: bugcheck.known && bugcheck.value ? bugcheckJson(bugcheck.value, system) : null,
    exception:
      exception.known && exception.value
        ? exceptionJson(exception.value, system, theCase.target?.system.platform ?? 'windows')
        : null,
    fault: faultJson(theCase),
    process: process.known
      ? { name: process.value.name, id: process.value.id, address: orNull(process.value.address) }
      : null,
    currentThread: current
      ? {
          id: current.id,
          address: orNull(current.address),
          processor: current.processor,
          // The 64-bit stack of a WOW64 thread, whose 32-bit one is among the threads'.
          nativeFrames: options.stacks && native.known && native.value ? native.value.frames.map(frameJson) : null,
        }
      : null,
    threads: analysis.threads.map((thread) => ({
      id: thread.id,
      address: orNull(thread.address),
      name: thread.name,
      state: thread.state,
      waitReason: thread.waitReason,
      suspendCount: thread.suspendCount,
      process: thread.process,
      ...(options.stacks
        ? {
            frames: thread.stack.frames.map(frameJson),
            stackEnd: thread.stack.end,
            stackEndReason: thread.stack.endReason,
          }
        : {}),
    })),
    stacks: stacksJson(theCase, options.stacks ? frameJson : null),
    modules: analysis.modules.map((module) => ({
      name: module.name,
      path: module.path,
      base: hex(module.base),
      size: module.size,
      timestamp: module.timestamp,
      checksum: module.checksum,
      version: module.version,
      vendor: module.vendor,
      pdb: module.pdb,
      symbols: module.symbols,
      space: module.space,
    })),
    unloadedModules: unloaded.known
      ? unloaded.value.map(({ name, base, size }) => ({ name, base: hex(base), size }))
      : null,
    blame: analysis.blame
      ? {
          module: analysis.blame.module,
          function: analysis.blame.function,
          offset: orNull(analysis.blame.offset),
          reason: analysis.blame.reason,
          confidence: analysis.blame.confidence,
        }
      : null,
    signature: analysis.signature,
    findings: analysis.judgement.findings.map((finding) => ({
      pattern: finding.pattern.id,
      name: finding.pattern.name,
      severity: finding.pattern.severity,
      draft: finding.pattern.draft ?? false,
      confidence: finding.confidence,
      basis: finding.basis,
      summary: finding.summary,
      component: componentJson(finding.component ?? null),
      evidence: finding.evidence.map((item) => ({
        statement: item.statement,
        command: item.command,
        addresses: (item.addresses ?? []).map(hex),
        lines: item.lines ?? [],
      })),
      relations: finding.relations ?? [],
      advice: [...(finding.advice ?? []), ...finding.pattern.advice],
      details: finding.details ?? {},
    })),
    absent: analysis.judgement.absent,
    unknown: analysis.judgement.unknown,
    problems: analysis.problems,
  };
}

/** The machine as JSON: every field is there, null where nothing is known. */
export function systemJson(system: SystemSummary | null): Record<string, unknown> {
  return {
    os: system?.os ?? null,
    build: system?.build ?? null,
    revision: system?.revision ?? null,
    servicePack: system?.servicePack ?? null,
    architecture: system?.architecture ?? null,
    processors: system?.processors ?? null,
    product: system?.product ?? null,
    suites: system?.suites ?? [],
    computerName: system?.computerName ?? null,
    kernelBase: orNull(system?.kernelBase),
    loadedModuleList: orNull(system?.loadedModuleList),
    capturedAt: system?.capturedAt ?? null,
    uptimeSeconds: system?.uptimeSeconds ?? null,
    processUptimeSeconds: system?.processUptimeSeconds ?? null,
    buildLab: system?.buildLab ?? null,
    bootOptions: system?.bootOptions ?? [],
  };
}

function componentJson(component: Component | null): Component | null {
  return component ? { module: component.module, vendor: component.vendor, version: component.version } : null;
}

/** What a bug check means, with no meaning given to parameters that the source does not show. */
export function explainSummary(
  { code, parameters, unknownParameters = [] }: BugCheckSummary,
  system: SystemSummary | null,
): BugcheckExplanation & { readonly unknown: ReadonlySet<number> } {
  const unknown = new Set(unknownParameters);
  const build = system?.build ?? null;
  const explained = explainBugcheck(code >>> 0, parameters, { build });
  if (unknown.size === 0) return { ...explained, unknown };
  return {
    ...explained,
    // The case that the first parameters decide may rest on a value that nobody printed.
    explanation: explainBugcheck(code >>> 0, [], { build }).explanation,
    parameters: explained.parameters.map((item, index) => (unknown.has(index) ? { ...item, meaning: null } : item)),
    unknown,
  };
}

function bugcheckJson(bugcheck: BugCheckSummary, system: SystemSummary | null): Record<string, unknown> {
  const explained = explainSummary(bugcheck, system);
  return {
    code: hex(bugcheck.code >>> 0),
    name: explained.name,
    parameters: bugcheck.parameters.map((value, index) => (explained.unknown.has(index) ? null : hex(value))),
    explanation: explained.explanation,
    parameterMeanings: explained.parameters.map((item) => item.meaning),
  };
}

function exceptionJson(
  exception: {
    code: number;
    address: bigint | null;
    parameters: readonly bigint[];
    threadId: number | null;
    firstChance: boolean | null;
  },
  system: SystemSummary | null,
  platform: string,
): Record<string, unknown> {
  const explained = explainException(exception.code >>> 0, exception.parameters, {
    platform,
    architecture: system?.architecture ?? null,
  });
  return {
    code: hex(exception.code >>> 0),
    name: explained.name,
    address: orNull(exception.address),
    parameters: exception.parameters.map(hex),
    threadId: exception.threadId,
    firstChance: exception.firstChance,
  };
}

function frameJson(frame: Frame): Record<string, unknown> {
  return {
    address: orNull(frame.address),
    stackPointer: orNull(frame.stackPointer),
    module: frame.module,
    function: frame.function,
    offset: orNull(frame.offset),
    source: frame.source,
    inline: frame.inline,
    trust: frame.trust,
  };
}
