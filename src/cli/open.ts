import { systemJson } from '../analysis/report.ts';
import { MemoreticsError, SourceError } from '../bytes/errors.ts';
import { printable } from '../bytes/text.ts';
import type { Case } from '../evidence/case.ts';
import { openCase } from '../evidence/open-case.ts';
import { nodeDisassembler, prepareDisassembler } from '../platform/node/disassembler.ts';
import { openFile } from '../platform/node/file-source.ts';
import { openStandardInput } from '../platform/node/standard-input.ts';
import { unwrap } from '../platform/node/unwrap.ts';

/** A file that could not become a Case, with the exit status that it means: 1 not readable, 2 not a dump or log. */
export interface Refusal {
  readonly path: string;
  readonly size: number | null;
  readonly code: string;
  readonly structure: string;
  readonly offset: number | null;
  readonly message: string;
  readonly exit: 1 | 2;
}

export type Opened =
  | { readonly opened: true; readonly theCase: Case }
  | { readonly opened: false; readonly refusal: Refusal };

/** What a path holds: Cases, made one after the other as they are asked for, and the files that they need open. */
export interface OpenCases {
  /** May throw MemoreticsErrors, which `refusalOf` words. */
  readonly cases: AsyncIterable<Opened>;
  refusalOf(error: unknown): Opened;
  close(): void;
}

/** Opens a path (`-` is standard input); nothing is read before the first Case is asked for. */
export function openCases(path: string): OpenCases {
  let size: number | null = null;
  let close = () => {};
  async function* cases(): AsyncGenerator<Opened> {
    const file = path === '-' ? openStandardInput() : openFile(path);
    close = () => file.close();
    size = file.size;
    const unwrapped = unwrap(file, path);
    const { members, problems } = unwrapped;
    close = () => {
      unwrapped.close();
      file.close();
    };
    const refusals: Refusal[] = [];
    for (const member of members) {
      let theCase: Case;
      try {
        theCase = openCase(member.source, member.path, problems, nodeDisassembler);
      } catch (error) {
        refusals.push(refusal(member.path, member.source.size, error));
        continue;
      }
      if (theCase.target) await prepareDisassembler(theCase.target.architecture);
      yield { opened: true, theCase };
    }
    // Read-me files beside the dumps of an archive are no failure; an archive without any dump is.
    if (refusals.length < members.length) {
      for (const { path: at } of refusals)
        process.stderr.write(`memoretics: ${printable(at)} is neither dump nor log and was passed over\n`);
    } else for (const item of refusals) yield { opened: false, refusal: item };
    if (members.length === 0) {
      const message =
        problems.map((problem) => problem.message).join('; ') || 'the archive holds neither a dump nor a log';
      yield {
        opened: false,
        refusal: { path, size, code: 'format', structure: 'archive', offset: null, message, exit: 2 },
      };
    }
  }
  return {
    cases: { [Symbol.asyncIterator]: cases },
    refusalOf: (error) => ({ opened: false, refusal: refusal(path, size, error) }),
    close: () => close(),
  };
}

/** Opens a path (`-` is standard input) and hands each Case in it, wrappers unpacked, to `use`; closes it afterwards. */
export async function withCases(path: string, use: (opened: Opened) => Promise<void>): Promise<void> {
  const files = openCases(path);
  try {
    for await (const opened of files.cases) await use(opened);
  } catch (error) {
    await use(files.refusalOf(error));
  } finally {
    files.close();
  }
}

function refusal(path: string, size: number | null, error: unknown): Refusal {
  if (!(error instanceof MemoreticsError)) throw error;
  return {
    path,
    size,
    code: error.code,
    structure: 'structure' in error && typeof error.structure === 'string' ? error.structure : 'file',
    offset: 'offset' in error && typeof error.offset === 'number' ? error.offset : null,
    message: error.message,
    exit: error instanceof SourceError ? 1 : 2,
  };
}

/** The `memoretics.analysis/1` object of a file that could not be opened: everything unknown but the reason. */
export function refusalJson({ path, size, code, structure, offset, message }: Refusal): Record<string, unknown> {
  return {
    schema: 'memoretics.analysis/1',
    source: { path, kind: null, format: null, dumpType: null, size },
    system: systemJson(null),
    bugcheck: null,
    exception: null,
    process: null,
    currentThread: null,
    threads: [],
    modules: [],
    unloadedModules: null,
    blame: null,
    signature: null,
    findings: [],
    absent: [],
    unknown: [],
    problems: [{ code, message, structure, offset }],
  };
}

/** A refusal as one line for standard error. */
export function complaint({ path, message, offset }: Refusal): string {
  return `memoretics: ${printable(path)}: ${printable(message)}${offset ? ` (offset 0x${offset.toString(16)})` : ''}`;
}
