import { logFact } from '../evidence/log.ts';
import { modulesFact } from '../evidence/modules.ts';
import { ABSENT, type Facts, unknown, type Verdict } from './pattern.ts';

const RUNTIME = /^(clr|coreclr|mscorwks|mscorsvr)$/i;

/** The lines of a log, or the verdict where there are none: absent in a process without .NET, else unknown. */
export function managedLines(facts: Facts, wanted: RegExp, what: string): readonly string[] | Verdict {
  const log = facts.get(logFact);
  if (log) {
    const sections = log.reading.transcript.sections.filter(({ lines }) => lines.some((line) => wanted.test(line)));
    if (sections.length > 0) return sections.flatMap(({ lines }) => lines);
  }
  const modules = facts.get(modulesFact);
  const complete = !log && modules !== null;
  return complete && !modules.some(({ name }) => RUNTIME.test(name)) ? ABSENT : unknown(what);
}

/** Whether `managedLines` gave lines. */
export function areLines(answer: readonly string[] | Verdict): answer is readonly string[] {
  return Array.isArray(answer);
}
