import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { SourceError } from '../../bytes/errors.ts';
import { Problems } from '../../bytes/problem.ts';
import type { Sink } from '../../bytes/sink.ts';
import type { Source } from '../../bytes/source.ts';
import { baseName } from '../../bytes/text.ts';
import { extractFolder } from '../../formats/cabinet/cabinet.ts';
import { isCabinet, readCabinetDirectory } from '../../formats/cabinet/directory.ts';
import { inflateGzip, isGzip } from '../../formats/gzip/gzip.ts';
import { expandSzdd, isSzdd } from '../../formats/szdd/szdd.ts';

/**
 * Expands a compressed symbol file (a cabinet with one file, SZDD, or gzip, by content) into the new file `target`.
 * Answers null, or why it cannot be used; then `target` does not exist. A single damaged byte makes it unusable.
 */
export function expandFile(source: Source, name: string, target: string, maxBytes: number): string | null {
  const problems = new Problems();
  let descriptor: number | null = null;
  let size = 0;
  let reason: string | null = null;
  const sink: Sink = (bytes) => {
    size += bytes.length;
    if (size > maxBytes) throw new SourceError(name, `expands to more than the limit of ${maxBytes} bytes`);
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor!, bytes, at, bytes.length - at);
    return true;
  };
  try {
    descriptor = openSync(target, 'wx', 0o644);
    const head = source.read(0, 16);
    if (isCabinet(head)) expandCabinet(source, name, sink, problems);
    else if (isSzdd(head)) expandSzdd(source, sink, problems);
    else if (isGzip(head)) inflateGzip(source, sink, problems);
    else reason = 'it is neither a cabinet nor an SZDD file';
    reason ??= problems.list[0]?.message ?? (size === 0 ? 'it is empty' : null);
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
  if (reason !== null) rmSync(target, { force: true });
  return reason;
}

function expandCabinet(source: Source, name: string, sink: Sink, problems: Problems): void {
  const { files, ...directory } = readCabinetDirectory(source, 64, problems);
  // The one meant has the name asked for; makecab's cabinets of symbol files hold only that one.
  const file = files.find((one) => baseName(one.name).toLowerCase() === name.toLowerCase()) ?? files[0];
  if (!file || file.folder < 0) throw new SourceError(name, 'the cabinet holds no whole file');
  extractFolder(source, { ...directory, files: [file] }, file.folder, () => sink, problems);
}
