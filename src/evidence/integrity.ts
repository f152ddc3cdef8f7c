import type { Problem } from '../bytes/problem.ts';
import { asciiOfRva } from '../transcript/damage.ts';
import { fact, known } from './case.ts';
import { logFact } from './log.ts';

/** One kind of message by which another debugger said that its dump is damaged. */
export interface DamageMessage {
  readonly kind: string;
  readonly count: number;
  /** The first line of the kind, verbatim. */
  readonly sample: string;
  /** 0-based line of the sample in the log. */
  readonly line: number;
  /** Error codes printed with messages of the kind, each once, as printed: `0x80070026`, `Win32 error 0n38`. */
  readonly codes: readonly string[];
  /** What the message gives away beyond its words, for people; null for nothing. */
  readonly note: string | null;
}

/** How far the source can be trusted. */
export interface Integrity {
  /** `none`: nothing in it can be trusted; `partial`: readable, with losses. */
  readonly trust: 'whole' | 'partial' | 'none';
  /** Where the file ends before its own header says it should; `expected` in bytes, null when it does not say. */
  readonly truncated: { readonly expected: number | null; readonly actual: number } | null;
  readonly problems: readonly Problem[];
  /** Damage messages of a log; empty for dumps. */
  readonly messages: readonly DamageMessage[];
}

/** Whether the source is whole, partly readable, or not to be trusted at all. */
export const integrityFact = fact<Integrity>('integrity', (theCase) => {
  const { target } = theCase;
  if (target) {
    const problems = [...theCase.problems, ...target.problems];
    const cut = problems.some((problem) => problem.code === 'truncated');
    const empty =
      target.threads.length === 0 &&
      target.modules.length === 0 &&
      target.bugcheck === null &&
      target.exception === null &&
      (target.system.architecture === 'unknown' || target.memoryBytes === 0);
    const harmful = problems.filter((problem) => problem.code !== 'note' && problem.code !== 'unsupported');
    return known(
      {
        trust: empty ? 'none' : harmful.length > 0 ? 'partial' : 'whole',
        truncated: cut ? { expected: expectedSize(target.annotations), actual: target.source.size } : null,
        problems,
        messages: [],
      },
      'structure of the dump',
    );
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  const { damage, totallyCorrupt, dumpTruncated } = log.value;
  return known(
    {
      trust: totallyCorrupt ? 'none' : damage.length > 0 ? 'partial' : 'whole',
      truncated: dumpTruncated ? { expected: null, actual: theCase.source.size } : null,
      problems: theCase.problems,
      messages: damage.map((message) => ({ ...message, note: spelled(message.sample) })),
    },
    'messages of the debugger in the log',
  );
});

function expectedSize(annotations: ReadonlyMap<string, string>): number | null {
  const text = annotations.get('expected-size');
  return text === undefined ? null : Number(text);
}

/** What an RVA says about who overwrote the header. */
function spelled(sample: string): string | null {
  const rva = /\(RVA 0x([0-9a-f]{1,8})\)/i.exec(sample)?.[1];
  const text = rva === undefined ? null : asciiOfRva(Number.parseInt(rva, 16));
  if (text === null) return null;
  return `the RVA 0x${rva} is ${text === '    ' ? 'four blanks' : `"${text}"`} in ASCII: text was written over the header`;
}
