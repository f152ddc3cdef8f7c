import { FormatError, SourceError } from '../../bytes/errors.ts';
import { type Problem, Problems } from '../../bytes/problem.ts';
import type { Sink } from '../../bytes/sink.ts';
import type { Source } from '../../bytes/source.ts';
import { extractFolder } from '../../formats/cabinet/cabinet.ts';
import { readCabinetDirectory } from '../../formats/cabinet/directory.ts';
import { gzipName, inflateGzip } from '../../formats/gzip/gzip.ts';
import { expandSzdd, szddMissingCharacter } from '../../formats/szdd/szdd.ts';
import { readZipDirectory, type ZipEntry } from '../../formats/zip/directory.ts';
import { inflateZipMember, zipMemberData } from '../../formats/zip/zip.ts';
import { type Content, contentOf, FOREIGN, isWrapper } from './content.ts';
import { Spool, SpoolFile } from './spool-file.ts';

/** What one wrapper may cost. */
export interface UnwrapLimits {
  /** Bytes all members together may expand to, those that are thrown away included. */
  readonly maxBytes: number;
  /** Expanded bytes for each byte of the wrapper, once past `freeBytes`. */
  readonly maxRatio: number;
  readonly freeBytes: number;
  readonly maxMembers: number;
  /** Members beyond this sum go to a temporary file. */
  readonly maxInMemory: number;
  /** A log larger than this is refused: its reader needs it whole. */
  readonly maxTextBytes: number;
  /** How many wrappers may lie in each other. */
  readonly maxDepth: number;
}

/** Room for a complete dump of a large machine; deflate alone could make 1032 bytes of one. */
export const UNWRAP_LIMITS: UnwrapLimits = {
  maxBytes: 64 * 2 ** 30,
  maxRatio: 300,
  freeBytes: 256 << 20,
  maxMembers: 10_000,
  maxInMemory: 32 << 20,
  maxTextBytes: 512 << 20,
  maxDepth: 3,
};

/** A dump or log found in a file, or the file itself. */
export interface Member {
  /** For people: `outer.zip!folder/inner.dmp`; never a path to open. */
  readonly path: string;
  readonly source: Source;
  readonly kind: 'dump' | 'text' | 'unknown';
}

export interface Unwrapped {
  /** The outermost wrapper, or null when the file is not wrapped. */
  readonly wrapper: 'zip' | 'gzip' | 'cab' | 'szdd' | null;
  readonly members: readonly Member[];
  /** What could not be read, and members left aside because they are neither dump nor log (`not-a-dump`). */
  readonly problems: readonly Problem[];
  /** Gives back memory and temporary files of the members; the given source stays open. */
  close(): void;
}

/**
 * The dumps and logs in `source`, by content and never by name: in gzip, zip, cabinet and SZDD wrappers, also nested.
 * A file that is no wrapper is its own only member, whatever it holds.
 */
export function unwrap(source: Source, path: string, limits: UnwrapLimits = UNWRAP_LIMITS): Unwrapped {
  const content = contentOf(source.read(0, HEAD), source.size);
  if (!isWrapper(content)) {
    const name = FOREIGN[content];
    if (name) throw new SourceError(path, `is ${name}, which memoretics does not open; extract it first`);
    const kind = content === 'dump' || content === 'text' ? content : 'unknown';
    return { wrapper: null, members: [{ path, source, kind }], problems: [], close() {} };
  }
  const work = new Unwrapping(limits, source.size, path);
  try {
    work.open(source, path, content, 1);
  } catch (error) {
    work.close();
    throw error;
  }
  return {
    wrapper: content,
    members: work.members,
    problems: work.problems.list,
    close: () => work.close(),
  };
}

/** Bytes needed to say what a member is. */
const HEAD = 4096;

/** Thrown through a decoder when a limit is met. */
class LimitReached extends FormatError {}

class Unwrapping {
  readonly members: Member[] = [];
  readonly problems = new Problems(64);
  readonly #limits: UnwrapLimits;
  readonly #most: number;
  readonly #spool: Spool;
  #expanded = 0;
  #count = 0;
  #exhausted = false;
  constructor(limits: UnwrapLimits, wrapped: number, path: string) {
    this.#limits = limits;
    this.#spool = new Spool(path, limits.maxInMemory);
    this.#most = Math.min(limits.maxBytes, Math.max(limits.freeBytes, wrapped * limits.maxRatio));
  }
  close(): void {
    this.#spool.close();
  }
  open(source: Source, path: string, content: 'zip' | 'gzip' | 'cab' | 'szdd', depth: number): void {
    try {
      if (this.#exhausted) return;
      if (content === 'gzip') this.#openGzip(source, path, depth);
      else if (content === 'szdd') this.#openSzdd(source, path, depth);
      else if (content === 'zip') this.#openZip(source, path, depth);
      else this.#openCabinet(source, path, depth);
    } catch (error) {
      this.#catch(error, path, this.problems);
    }
  }
  #openGzip(source: Source, path: string, depth: number): void {
    const name = gzipName(source) ?? withoutSuffix(path, /\.gz(ip)?$/i);
    this.#receive(`${path}!${safeName(name)}`, depth, (sink, problems) => inflateGzip(source, sink, problems));
  }
  #openSzdd(source: Source, path: string, depth: number): void {
    const last = szddMissingCharacter(source);
    const name = withoutSuffix(path, /_$/) + (last !== null && path.endsWith('_') ? last : '');
    this.#receive(`${path}!${safeName(name)}`, depth, (sink, problems) => expandSzdd(source, sink, problems));
  }
  #openZip(source: Source, path: string, depth: number): void {
    for (const entry of readZipDirectory(source, this.#limits.maxMembers, this.problems)) {
      if (this.#exhausted) return;
      if (entry.isDirectory) continue;
      const label = `${path}!${safeName(entry.name)}`;
      if (this.#openStored(source, entry, label, depth)) continue;
      this.#receive(label, depth, (sink, problems) => inflateZipMember(source, entry, sink, problems));
    }
  }
  /** A stored dump is read where it lies: no copy, whatever its size. */
  #openStored(source: Source, entry: ZipEntry, label: string, depth: number): boolean {
    if (entry.method !== 0 || entry.encrypted || entry.compressedSize === null) return false;
    try {
      this.#admit();
      this.#settle(zipMemberData(source, entry), label, depth);
    } catch (error) {
      const problems = new Problems();
      this.#catch(error, label, problems);
      this.#tell(label, problems);
    }
    return true;
  }
  #openCabinet(source: Source, path: string, depth: number): void {
    const directory = readCabinetDirectory(source, this.#limits.maxMembers, this.problems);
    for (const file of directory.files) {
      if (file.folder >= 0) continue;
      const other = directory.previous ?? directory.next ?? 'another cabinet';
      this.problems.add(
        'split-archive',
        'CFFILE',
        null,
        `${path}!${safeName(file.name)} continues in another cabinet of the set (${other}); extract the set first`,
      );
    }
    directory.folders.forEach((_, index) => {
      const receivers: Receiver[] = [];
      const problems = new Problems();
      try {
        extractFolder(
          source,
          directory,
          index,
          (file) => {
            const receiver = this.#receiver(`${path}!${safeName(file.name)}`);
            receivers.push(receiver);
            return receiver.sink;
          },
          problems,
        );
      } catch (error) {
        this.#catch(error, path, problems);
      }
      this.#tell(path, problems);
      for (const receiver of receivers) this.#keep(receiver, depth);
    });
  }
  #receive(label: string, depth: number, decode: (sink: Sink, problems: Problems) => void): void {
    const receiver = this.#receiver(label);
    const problems = new Problems();
    try {
      decode(receiver.sink, problems);
    } catch (error) {
      this.#catch(error, label, problems);
    }
    this.#tell(label, problems);
    // Nothing received and told why: an "empty" on top of that would be wrong.
    if (receiver.size > 0 || problems.list.length === 0) this.#keep(receiver, depth);
  }
  #tell(label: string, problems: Problems): void {
    for (const one of problems.list) this.problems.add(one.code, one.structure, one.offset, `${label}: ${one.message}`);
  }
  #catch(error: unknown, structure: string, problems: Problems): void {
    if (error instanceof LimitReached) problems.add('limit', 'archive', null, error.message);
    else problems.catch(error, structure, null);
  }
  #receiver(label: string): Receiver {
    this.#admit();
    return new Receiver(label, this.#spool, this.#limits.maxTextBytes, (count) => this.#spend(count));
  }
  #admit(): void {
    if (++this.#count <= this.#limits.maxMembers) return;
    this.#exhausted = true;
    throw new LimitReached('archive', null, `has more than ${this.#limits.maxMembers} members; the rest is not read`);
  }
  #spend(count: number): void {
    this.#expanded += count;
    if (this.#expanded <= this.#most) return;
    this.#exhausted = true;
    throw new LimitReached(
      'archive',
      null,
      `expands to more than ${this.#most} bytes, the limit for a file of its size; extract it by other means if you trust it`,
    );
  }
  #keep(receiver: Receiver, depth: number): void {
    const source = receiver.finish();
    if (source) this.#settle(source, receiver.label, depth);
  }
  /** Decides what a member is: a dump or log to keep, a wrapper to open, or something to mention. */
  #settle(source: Source, label: string, depth: number): void {
    const content: Content = contentOf(source.read(0, HEAD), source.size);
    if (content === 'dump' || content === 'text') {
      this.members.push({ path: label, source, kind: content });
    } else if (isWrapper(content)) {
      if (depth < this.#limits.maxDepth) this.open(source, label, content, depth + 1);
      else this.problems.add('too-deep', 'archive', null, `${label}: wrapped more than ${this.#limits.maxDepth} times`);
    } else {
      const what = source.size === 0 ? 'empty' : (FOREIGN[content] ?? 'neither a dump nor a log');
      this.problems.add('not-a-dump', 'archive', null, `${label}: left aside, ${what}`);
    }
  }
}

/** Takes one member's bytes; gives up as soon as its first bytes show that it is of no interest. */
class Receiver {
  readonly label: string;
  readonly #spool: SpoolFile;
  readonly #spend: (count: number) => void;
  readonly #maxTextBytes: number;
  readonly #head = new Uint8Array(HEAD);
  #content: Content | null = null;
  #failed = false;
  constructor(label: string, spool: Spool, maxTextBytes: number, spend: (count: number) => void) {
    this.label = label;
    this.#spool = new SpoolFile(spool);
    this.#spend = spend;
    this.#maxTextBytes = maxTextBytes;
  }
  readonly sink: Sink = (bytes) => {
    this.#failed = true;
    this.#spend(bytes.length);
    if (this.#content === null) {
      const known = Math.min(this.#spool.size, HEAD);
      this.#head.set(bytes.subarray(0, HEAD - known), known);
      if (known + bytes.length >= HEAD) {
        this.#content = contentOf(this.#head, Number.POSITIVE_INFINITY);
        if (this.#content !== 'dump' && this.#content !== 'text' && !isWrapper(this.#content)) {
          this.#spool.write(this.#head.subarray(known));
          this.#failed = false;
          return false;
        }
      }
    }
    this.#spool.write(bytes);
    if (this.#content === 'text' && this.#spool.size > this.#maxTextBytes) {
      throw new LimitReached('archive', null, `is a log of more than ${this.#maxTextBytes} bytes`);
    }
    this.#failed = false;
    return true;
  };
  get size(): number {
    return this.#spool.size;
  }
  /** What was received, or null when a limit was met or there was no room. */
  finish(): Source | null {
    if (!this.#failed) return this.#spool.finish();
    this.#spool.discard();
    return null;
  }
}

/** A member's name as a label: no absolute or climbing paths, whatever the archive says. */
function safeName(name: string): string {
  const parts = name.split(/[\\/]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/') || '(unnamed)';
}

function withoutSuffix(path: string, suffix: RegExp): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), path.lastIndexOf('!')) + 1);
  return name.replace(suffix, '') || name;
}
