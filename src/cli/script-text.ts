import { readFileSync, statSync } from 'node:fs';
import { SourceError } from '../bytes/errors.ts';
import { printable } from '../bytes/text.ts';
import { win32Table } from '../windows/status-code.ts';

/** More than any script; a path such as /dev/zero must not fill memory. */
const LARGEST = 16 << 20;
/** What the systems call these, as the Win32 codes that the debugger names. */
const WIN32: Readonly<Record<string, number>> = { ENOENT: 2, ENOTDIR: 3, EMFILE: 4, EACCES: 5, EPERM: 5, EISDIR: 5 };

/** A script file's text, in UTF-8, UTF-16 or the old code page of Western Windows; throws SourceError in the debugger's words. */
export function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    const status = statSync(path);
    // A pipe would be waited for, a device read without end.
    if (!status.isFile() && !status.isDirectory()) throw new Error('it is no file');
    if (status.size > LARGEST) throw new Error(`it is larger than ${LARGEST >> 20} MB`);
    bytes = readFileSync(path);
  } catch (error) {
    throw new SourceError(path, `${reason(error as NodeJS.ErrnoException)} (${printable(path)})`);
  }
  return decodeText(bytes);
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  const number = code === undefined ? undefined : WIN32[code];
  return number === undefined ? message : `Win32 error 0n${number}: "${win32Table.find(number)?.text ?? code}"`;
}

/** Text by its byte order mark; without one UTF-8, or one byte a character where it is none. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
