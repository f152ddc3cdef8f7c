import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SourceError } from '../../src/bytes/errors.ts';
import { Console } from '../transcripts/console.ts';

export const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const SCRIPTS = resolve(import.meta.dirname, '../fixtures/scripts');
const SYMBOLS = ['isf', 'forged/x64/binaries', 'forged/x86/symbols', 'made'].map((folder) => join(CORPUS, folder));

/** A debugger over a dump of the corpus which reads scripts from `test/fixtures/scripts`. */
export function scriptConsole(dump: string): Console {
  const console = new Console(join(CORPUS, dump), SYMBOLS);
  console.session.readText = (path) => {
    try {
      return readFileSync(resolve(SCRIPTS, path), 'utf8');
    } catch {
      throw new SourceError(path, `${path} cannot be read`);
    }
  };
  return console;
}

/** What a script prints with its arguments, in a debugger of its own, line by line without trailing blanks. */
export async function scriptLines(dump: string, scriptAndArguments: string): Promise<string[]> {
  const console = scriptConsole(dump);
  try {
    const text = await console.text(`$$>a<${scriptAndArguments}`);
    return text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.trimEnd());
  } finally {
    console.close();
  }
}

/** The truth file beside a forged dump. */
export function truthOf<T>(dump: string): T {
  const file = dump.replace(/([^/]+)\.dmp$/, 'expected/$1.json');
  return JSON.parse(readFileSync(join(CORPUS, file), 'utf8')) as T;
}
