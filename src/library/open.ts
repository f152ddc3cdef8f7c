import { FormatError, SourceError } from '../bytes/errors.ts';
import { BytesSource, type Source } from '../bytes/source.ts';
import { inputPaths } from '../cli/inputs.ts';
import { sessionFor } from '../cli/session-host.ts';
import { SymbolFinder } from '../cli/symbol-finder.ts';
import type { Case } from '../evidence/case.ts';
import { openCase } from '../evidence/open-case.ts';
import { nodeDisassembler, prepareDisassembler } from '../platform/node/disassembler.ts';
import { openFile } from '../platform/node/file-source.ts';
import { openStandardInput } from '../platform/node/standard-input.ts';
import { type Member, type Unwrapped, unwrap } from '../platform/node/unwrap.ts';
import { Dump } from './dump.ts';
import { scriptContext } from './script-context.ts';

/** Where symbols are looked for. Inside of `memoretics script` its options hold for whatever is left out. */
export interface DumpOptions {
  /** Elements of a debugger's search path for symbols: folders, `srv*cache*url`. Default `_NT_SYMBOL_PATH`. */
  readonly symbols?: readonly string[];
  /** Folders with executables. */
  readonly images?: readonly string[];
  /** Use symbols that do not match, with every name marked. */
  readonly forceSymbols?: boolean;
  /** Which dump of an archive, by the end of its path in it; needed where the archive holds several. */
  readonly member?: string;
}

export interface DumpsOptions extends Omit<DumpOptions, 'member'> {
  /** Told of each file of a folder or archive that is neither dump nor log; without it they are passed over in silence. */
  readonly onSkipped?: (path: string, reason: Error) => void;
}

/** A file to open; `-` is standard input, bytes and blobs are a dump that is in memory already. */
export type DumpInput = string | Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> };

/**
 * Opens a dump or a debugger's log, unpacked where it is compressed. Without an input the one that `memoretics script`
 * was given, with the symbols named there. Throws SourceError where it cannot be read and FormatError where it is no dump.
 */
export async function openDump(input?: DumpInput, options: DumpOptions = {}): Promise<Dump> {
  const wanted = input ?? scriptContext()?.dump;
  if (wanted === undefined || wanted === null)
    throw new SourceError('', 'openDump needs a path where `memoretics script` was given no dump');
  const opened = await openInput(wanted);
  try {
    return await openMember(chooseMember(opened, options.member), opened, options, () => opened.close());
  } catch (error) {
    opened.close();
    throw error;
  }
}

/**
 * Every dump and log in files, folders and archives, one after the other; each is closed when the next is asked for.
 * What cannot be opened throws, unless it was only met in a folder or archive.
 */
export async function* openDumps(
  inputs: DumpInput | readonly DumpInput[],
  { onSkipped, ...options }: DumpsOptions = {},
): AsyncGenerator<Dump, void, undefined> {
  const list: readonly DumpInput[] = Array.isArray(inputs) ? inputs : [inputs as DumpInput];
  for (const input of list) {
    const paths = typeof input === 'string' ? inputPaths([input]) : [{ path: input, named: true }];
    for (const { path, named } of paths) yield* dumpsOf(path, named, options, onSkipped);
  }
}

async function* dumpsOf(
  input: DumpInput,
  named: boolean,
  options: DumpOptions,
  onSkipped: DumpsOptions['onSkipped'],
): AsyncGenerator<Dump, void, undefined> {
  let opened: OpenedInput | null = null;
  try {
    opened = await openInput(input);
    const { members } = opened;
    if (members.length === 0) throw nothingIn(opened);
    for (const member of members) {
      let dump: Dump;
      try {
        dump = await openMember(member, opened, options, () => {});
      } catch (error) {
        if (named && members.length === 1) throw error;
        skip(member.path, error, onSkipped);
        continue;
      }
      try {
        yield dump;
      } finally {
        dump.close();
      }
    }
  } catch (error) {
    if (named || opened !== null) throw error;
    skip(String(input), error, onSkipped);
  } finally {
    opened?.close();
  }
}

function skip(path: string, error: unknown, onSkipped: DumpsOptions['onSkipped']): void {
  if (!(error instanceof FormatError || error instanceof SourceError)) throw error;
  onSkipped?.(path, error);
}

interface OpenedInput extends Unwrapped {
  readonly path: string;
}

async function openInput(input: DumpInput): Promise<OpenedInput> {
  const path = typeof input === 'string' ? input : '-';
  try {
    return await openWrapper(input, path);
  } catch (error) {
    throw withPath(error, path);
  }
}

/** The same error with the path in its message: who opens many dumps wants to know which. */
function withPath(error: unknown, path: string): unknown {
  if (!(error instanceof FormatError || error instanceof SourceError) || error.message.startsWith(path)) return error;
  const message = `${path}: ${error.message}`;
  return error instanceof SourceError
    ? new SourceError(path, message)
    : new FormatError(error.structure, error.offset, message);
}

async function openWrapper(input: DumpInput, path: string): Promise<OpenedInput> {
  const file = await sourceOf(input);
  try {
    const unwrapped = unwrap(file.source, path);
    return {
      ...unwrapped,
      path,
      close() {
        unwrapped.close();
        file.close();
      },
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function sourceOf(input: DumpInput): Promise<{ readonly source: Source; close(): void }> {
  if (typeof input === 'string') {
    const file = input === '-' ? openStandardInput() : openFile(input);
    return { source: file, close: () => file.close() };
  }
  const bytes = input instanceof Uint8Array ? input : new Uint8Array(await input.arrayBuffer());
  return { source: new BytesSource(bytes), close() {} };
}

function chooseMember(opened: OpenedInput, wanted: string | undefined): Member {
  const { path, members } = opened;
  if (members.length === 0) throw nothingIn(opened);
  const found = wanted === undefined ? members : members.filter((member) => member.path.endsWith(wanted));
  const names = (list: readonly Member[]) => list.map((member) => member.path.slice(path.length + 1)).join(', ');
  if (!found[0]) throw new SourceError(path, `${path} holds no ${wanted}, but ${names(members)}`);
  if (found.length > 1) {
    const how = 'name one with { member }, or take openDumps';
    throw new SourceError(path, `${path} holds ${found.length} dumps: ${names(found)}; ${how}`);
  }
  return found[0];
}

function nothingIn({ path, problems }: OpenedInput): FormatError {
  const why = problems.map(({ message }) => message).join('; ') || 'neither a dump nor a log is in it';
  return new FormatError('archive', null, `${path}: ${why}`);
}

async function openMember(member: Member, from: OpenedInput, options: DumpOptions, close: () => void): Promise<Dump> {
  const context = scriptContext();
  const theCase = caseOf(member, from);
  if (theCase.target) await prepareDisassembler(theCase.target.architecture);
  const finder = new SymbolFinder(from.path, {
    symbols: options.symbols ?? context?.symbols,
    images: options.images ?? context?.images,
    forceSymbols: options.forceSymbols ?? context?.forceSymbols,
  });
  return new Dump(theCase, sessionFor(theCase, finder), () => {
    finder.close();
    close();
  });
}

function caseOf(member: Member, from: OpenedInput): Case {
  try {
    return openCase(member.source, member.path, from.problems, nodeDisassembler);
  } catch (error) {
    throw withPath(error, member.path);
  }
}
