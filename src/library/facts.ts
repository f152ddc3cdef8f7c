import { bugcheckFact } from '../evidence/bugcheck.ts';
import type { Answer, Case, Fact } from '../evidence/case.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';
import { everyThreadFact } from '../evidence/every-thread.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { modulesFact, unloadedModulesFact, userModulesFact } from '../evidence/modules.ts';
import { poolUseFact } from '../evidence/pool-use.ts';
import { processFact } from '../evidence/process.ts';
import { processesFact } from '../evidence/processes.ts';
import { resourcesFact } from '../evidence/resources.ts';
import { systemFact } from '../evidence/system.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';
import { virtualMemoryFact } from '../evidence/virtual-memory.ts';
import { waitGraphFact } from '../evidence/wait-graph.ts';

/** What the analysis knows, by topic; of dumps and of debugger logs alike. */
const FACTS = {
  /** Windows, its build, the machine, when the dump was saved and how long it had run. */
  system: systemFact,
  /** Null in it: there was none. */
  bugCheck: bugcheckFact,
  /** Null in it: there was none. */
  exception: exceptionFact,
  /** The process of a user dump, or the one that ran when a kernel dump was saved. */
  process: processFact,
  modules: modulesFact,
  /** Of a kernel dump: those of the process that it was saved in. */
  userModules: userModulesFact,
  unloadedModules: unloadedModulesFact,
  /** Every thread that was found, with its stack: of a kernel dump those of all processes. */
  threads: everyThreadFact,
  /** The kernel's threads with what they wait for, wait times, IRPs. */
  threadObjects: threadObjectsFact,
  /** The kernel's processes with their counts. */
  processes: processesFact,
  /** Executive resources with owners and waiters, as `!locks` of the kernel. */
  resources: resourcesFact,
  /** Critical sections with owners, as `!locks` of a process. */
  criticalSections: criticalSectionsFact,
  /** Who waits for whom, through locks, mutants, ALPC messages, IRPs and joins; with the cycles in it. */
  waits: waitGraphFact,
  poolUse: poolUseFact,
  /** As `!vm`. */
  virtualMemory: virtualMemoryFact,
};

type ValueOf<Wanted> = Wanted extends Fact<infer Value> ? Value : never;

/** Each fact is `{ known: true, value, from }`, or `{ known: false, missing, remedy }`: unknown is never absent. */
export type DumpFacts = { readonly [Name in keyof typeof FACTS]: Answer<ValueOf<(typeof FACTS)[Name]>> };

/** The facts of a Case, each derived when it is first looked at. */
export function factsOf(theCase: Case): DumpFacts {
  const facts = {};
  for (const [name, ask] of Object.entries<Fact<unknown>>(FACTS))
    Object.defineProperty(facts, name, { enumerable: true, get: () => ask(theCase) });
  return facts as DumpFacts;
}
