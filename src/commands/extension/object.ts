import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { type HeaderVersion, writeObject } from '../../debugger/object-text.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { toAddress, toUnsigned } from '../../memory/space.ts';
import type { ExecutiveObject } from '../../windows/object.ts';
import { findByPath, type ObjectDirectory, readDirectory } from '../../windows/object-directory.ts';
import { readObject } from '../../windows/object-reader.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly version: HeaderVersion;
  readonly object: ExecutiveObject;
  /** What is in it, of a directory. */
  readonly directory: ObjectDirectory | null;
  /** What it leads to, of a symbolic link. */
  readonly target: string | null;
}

export default command<{ readonly what: string }, Data>({
  name: '!object',
  syntax: '!object address | !object \\path',
  summary:
    'Shows an executive object by its address or full name: type, counts, name, and the contents of a directory.',
  example: '!object \\',
  patterns: [],
  notes:
    'Counts are printed as stored: since Windows 8.1 a handle adds thousands to PointerCount. Of a directory the columns are ours.',
  parse(args) {
    const what = args.trim();
    if (what === '') throw new UsageError('!object', `Syntax error: ${this.syntax}`);
    return { what };
  },
  async run(session, { what }) {
    const kernel = await needWholeKernel(session, '!object', 'executive objects');
    const at = what.startsWith('\\') ? findByPath(kernel, what) : session.address(await evaluateIn(session, what));
    if (at === null)
      throw new UsageError('!object', `no object is named ${what}, or a directory on its way is not in the dump`);
    const object = readObject(kernel, at);
    if (!object)
      throw new UsageError('!object', `0x${hexPadded(toUnsigned(at), 8)}: not a valid object, or not in the dump`);
    const body = toAddress(object.address);
    const link = object.type === 'SymbolicLink' ? kernel.object('_OBJECT_SYMBOLIC_LINK', at) : null;
    return {
      pointerSize: kernel.pointerSize,
      version: kernel.member('_OBJECT_HEADER', 'TypeIndex') ? 'new version' : 'old version',
      object,
      directory: object.type === 'Directory' && body !== null ? readDirectory(kernel, body) : null,
      target: link?.unicodeString('LinkTarget') || null,
    };
  },
  render({ pointerSize, version, object, directory, target }, text) {
    writeObject(text, object, { pointerSize, version, indent: 4 });
    if (target !== null) text.line(`    Target String is '${target}'`);
    if (!directory) return;
    const width = pointerSize * 2;
    const typeWidth = pointerSize === 8 ? 25 : 13;
    text.line();
    text.line(`    Hash ${'Address'.padEnd(width)} ${'Type'.padEnd(typeWidth)} Name`);
    text.line(`    ---- ${'-------'.padEnd(width)} ${'----'.padEnd(typeWidth)} ----`);
    let before = -1;
    for (const entry of directory.entries) {
      text.write(entry.bucket === before ? '         ' : `     ${String(entry.bucket).padStart(2, '0')}  `);
      before = entry.bucket;
      const at = plainAddress(entry.object, pointerSize);
      text.link(at, `!object ${at}`).line(` ${(entry.type ?? '?').padEnd(typeWidth)} ${entry.name ?? '?'}`);
    }
    if (directory.lost !== null) text.line(`    Not complete: ${directory.lost}`);
  },
});
