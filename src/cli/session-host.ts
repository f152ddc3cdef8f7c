import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { SourceError } from '../bytes/errors.ts';
import { poll } from '../bytes/interruption.ts';
import { printable } from '../bytes/text.ts';
import { Session, type SessionLog, type ShellResult } from '../debugger/session.ts';
import type { Case } from '../evidence/case.ts';
import type { SymbolLoader } from '../evidence/load-symbols.ts';
import { localStoreFolder } from '../platform/node/cache-folder.ts';
import { redactSearchPath } from '../symbols/search-path.ts';
import { printableLines } from './printable-lines.ts';
import { readText } from './script-text.ts';
import type { SymbolFinder } from './symbol-finder.ts';

/** Interruptions are looked at every sixteenth poll, so that a nap must be short. */
const NAP_MS = 5;
const LARGEST_OUTPUT = 64 << 20;
/** Programs that run longer are ended. */
const SHELL_SECONDS = 60;
/** How logs of debuggers begin, theirs and ours. */
const LOG_START = 'Opened log file';

export interface SessionOptions {
  /** Where the finder is asked in another way, such as with a look at the user's patience. */
  readonly load?: SymbolLoader;
  readonly allowShell?: boolean;
}

/** A session over a Case that has symbols from `finder` and what the user's machine has for it. */
export function sessionFor(theCase: Case, finder: SymbolFinder, options: SessionOptions = {}): Session {
  const session = new Session(theCase, options.load ?? ((module, current) => finder.find(module, current)));
  attachSymbols(session, finder);
  attachHost(session, options.allowShell ?? false);
  return session;
}

/** Gives a session files of scripts, logs, and the shell where it is allowed. */
function attachHost(session: Session, allowShell: boolean): void {
  session.readText = readText;
  session.readEnvironment = (name) => process.env[name] ?? null;
  session.openLog = openLog;
  session.writeFile = writeFile;
  session.sleep = sleep;
  session.hasFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (allowShell) session.runShell = runShell;
}

/** Lets a session say, and change, where its symbols come from. */
function attachSymbols(session: Session, finder: SymbolFinder): void {
  const tell = () => {
    session.symbolPath = redactSearchPath(finder.elements);
    session.imagePath = finder.imagePath;
  };
  session.defaultStore = localStoreFolder();
  session.changePath = (kind, text, append) => {
    finder.changePath(kind, text, append);
    tell();
  };
  tell();
}

/** Waits in short pieces, so that an interruption is noticed between them. */
async function sleep(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0; left = end - performance.now()) {
    await new Promise<void>((resume) => setTimeout(resume, Math.min(left, NAP_MS)));
    poll();
  }
}

/** Text of a dump could have given the name, so nothing but a log is overwritten or added to. */
function openLog(path: string, append: boolean, unicode: boolean): SessionLog {
  try {
    const file = openSync(path, 'a+');
    const head = Buffer.alloc(LOG_START.length * 2 + 2);
    const length = readSync(file, head, 0, head.length, 0);
    closeSync(file);
    const isWide = head[0] === 0xff && head[1] === 0xfe;
    const begins = isWide ? head.toString('utf16le', 2, length) : head.toString('latin1', 0, length);
    if (length > 0 && !begins.startsWith(LOG_START)) throw new Error('it exists and is no log of a debugger');
    const log = openSync(path, append ? 'a' : 'w');
    // What is added is written as the file was begun.
    const encoding = (append && length > 0 ? isWide : unicode) ? 'utf16le' : 'utf8';
    const isNew = !append || length === 0;
    const mark = isNew && encoding === 'utf16le' ? '\ufeff' : '';
    writeSync(log, `${mark}${isNew ? LOG_START : 'Opened existing log file'} '${path}'\n`, null, encoding);
    return {
      path,
      write: (text) => void writeSync(log, printableLines(text), null, encoding),
      close: () => closeSync(log),
    };
  } catch (error) {
    throw new SourceError(path, `${printable(path)} cannot be opened as a log: ${(error as Error).message}`);
  }
}

/** Text of a dump could have given the name, so nothing is overwritten. */
function writeFile(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (error) {
    throw new SourceError(path, `${path} cannot be written: ${(error as Error).message}`);
  }
}

function runShell(line: string, input: string, seconds: number | null): ShellResult {
  const timeout = Math.min(seconds ?? SHELL_SECONDS, SHELL_SECONDS) * 1000;
  const { stdout, stderr, error } = spawnSync(line, {
    shell: true,
    input,
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
    timeout,
    killSignal: 'SIGKILL',
  });
  // A program that reads no input closes it early, which is no failure.
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (error && code !== 'EPIPE')
    throw new SourceError(line, `${printable(line)} ${shellFailure(code, timeout, error)}`);
  return { output: stdout, errors: stderr };
}

function shellFailure(code: string | undefined, timeout: number, { message }: Error): string {
  if (code === 'ENOBUFS') return `printed more than ${LARGEST_OUTPUT >> 20} MB and was ended`;
  if (code === 'ETIMEDOUT') return `did not end within ${timeout / 1000} s and was ended`;
  return `cannot be run: ${message}`;
}
