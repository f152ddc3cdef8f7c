import { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { COMMANDS } from '../../src/commands/index.generated.ts';
import { Commands, type Outcome } from '../../src/debugger/dispatch.ts';
import { ScriptEngine } from '../../src/debugger/script/engine.ts';
import type { ScriptHost } from '../../src/debugger/script/host.ts';
import { Session } from '../../src/debugger/session.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { openFile } from '../../src/platform/node/file-source.ts';

/** A debugger session over a file, as `memoretics run` has it; nothing is looked for outside `folders`. */
export class Console {
  readonly session: Session;
  readonly #engine: ScriptEngine;
  readonly #close: (() => void)[] = [];
  constructor(path: string, folders: string[] = [], host: ScriptHost = {}) {
    const file = openFile(path);
    const finder = new SymbolFinder(path, { symbols: folders, images: folders });
    this.session = new Session(openCase(file, path, [], nodeDisassembler), (module, theCase) =>
      finder.find(module, theCase),
    );
    this.#engine = new ScriptEngine(this.session, new Commands(COMMANDS), host);
    this.#close.push(
      () => finder.close(),
      () => file.close(),
    );
  }
  /** The outcomes of a line of commands. */
  async run(line: string): Promise<Outcome[]> {
    const out: Outcome[] = [];
    await this.#engine.run(line, (outcome) => out.push(outcome));
    return out;
  }
  /** The text of a line of commands. */
  async text(line: string): Promise<string> {
    return (await this.run(line)).map(({ text }) => text).join('');
  }
  close(): void {
    for (const close of this.#close) close();
  }
}

/** Transcripts in the corpus went through a web page: runs of blanks became one, and ends of lines lost theirs. */
export function normalised(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trimEnd())
    .join('\n')
    .trimEnd();
}
