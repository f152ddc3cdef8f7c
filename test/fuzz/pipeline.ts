import { analyze, toJson } from '../../src/analysis/report.ts';
import { MemoreticsError } from '../../src/bytes/errors.ts';
import { BytesSource, type Source } from '../../src/bytes/source.ts';
import { renderReport } from '../../src/cli/report.ts';
import { renderStreams, streamsJson } from '../../src/cli/streams.ts';
import { loadSymbols } from '../../src/evidence/load-symbols.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { PATTERNS } from '../../src/patterns/index.generated.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { unwrap } from '../../src/platform/node/unwrap.ts';
import { CountingSource } from '../synth/exhaust-target.ts';

/** What one input became: texts and JSON for each Case in it, or the typed error that refused it. */
export interface Outcome {
  readonly cases: readonly { readonly report: string; readonly streams: string; readonly json: AnalysisJson }[];
  readonly refusals: readonly MemoreticsError[];
  /** Problems of wrappers, by code and message. */
  readonly wrapperProblems: readonly string[];
  /** What was asked of the source before any cache. */
  readonly bytesRead: number;
  readonly reads: number;
}

/** The parts of the published JSON that tests look into. */
export interface AnalysisJson {
  readonly problems: readonly { readonly code: string; readonly structure: string; readonly message: string }[];
  readonly threads: readonly { readonly name: string | null; readonly frames: readonly unknown[] }[];
  readonly modules: readonly { readonly name: string }[];
  readonly unknown: readonly { readonly pattern: string; readonly missing: readonly string[] }[];
  readonly findings: readonly { readonly pattern: string }[];
}

/**
 * Everything that `memoretics analyze` and `memoretics streams` do with a file, on bytes. Throws what escapes: only a
 * wrapper or a Case may refuse its bytes, and only by a typed error.
 */
export async function pipeline(bytes: Uint8Array | Source, path = 'input.dmp'): Promise<Outcome> {
  const source = new CountingSource(bytes instanceof Uint8Array ? new BytesSource(bytes) : bytes);
  const cases: { report: string; streams: string; json: AnalysisJson }[] = [];
  const refusals: MemoreticsError[] = [];
  const refuse = (error: unknown) => {
    if (!(error instanceof MemoreticsError)) throw error;
    refusals.push(error);
    return null;
  };
  const unwrapped = attempt(() => unwrap(source, path), refuse);
  try {
    for (const member of unwrapped?.members ?? []) {
      const theCase = attempt(
        () => openCase(member.source, member.path, unwrapped?.problems ?? [], nodeDisassembler),
        refuse,
      );
      if (!theCase) continue;
      const loaded = await loadSymbols(
        theCase,
        async () => ({ table: null, image: null, note: 'no symbol path' }),
        'all',
      );
      const analysis = analyze(loaded, PATTERNS);
      const json = toJson(analysis, { stacks: true });
      const report = renderReport(analysis, { width: 100, color: false, full: true });
      const streams = renderStreams(loaded, { width: 100, color: false });
      JSON.stringify(streamsJson(loaded));
      const parsed = JSON.parse(JSON.stringify(json)) as AnalysisJson;
      // A detector's own exception is caught by the engine and named: here it is a failure like any other.
      const defect = parsed.unknown.find(({ missing }) => missing.some((text) => /a defect of memoretics/.test(text)));
      if (defect) throw new Error(`${defect.pattern}: ${defect.missing.join('; ')}`);
      for (const text of [report, streams]) {
        const unsafe = unsafeAt(text);
        if (unsafe >= 0) throw new Error(`unsafe character in the output: ${JSON.stringify(around(text, unsafe))}`);
      }
      cases.push({ report, streams, json: parsed });
    }
  } finally {
    unwrapped?.close();
  }
  return {
    cases,
    refusals,
    wrapperProblems: (unwrapped?.problems ?? []).map(({ code, message }) => `${code}: ${message}`),
    bytesRead: source.bytes,
    reads: source.reads,
  };
}

function attempt<T>(make: () => T, refuse: (error: unknown) => null): T | null {
  try {
    return make();
  } catch (error) {
    return refuse(error);
  }
}

/** Index of the first character that a terminal would obey or that reorders or hides text, or -1; line ends are fine. */
export function unsafeAt(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x20 && code < 0x7f) continue;
    if (code === 0x0a) continue;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return index;
    if (code === 0x61c || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e)) return index;
    if ((code >= 0x2060 && code <= 0x206f) || code === 0xfeff || (code >= 0xfff9 && code <= 0xfffb)) return index;
    if (code >= 0xd800 && code <= 0xdfff) {
      const pair = code < 0xdc00 ? text.charCodeAt(index + 1) : 0;
      if (!(pair >= 0xdc00 && pair <= 0xdfff)) return index;
      index++;
    }
  }
  return -1;
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 40), at + 40);
