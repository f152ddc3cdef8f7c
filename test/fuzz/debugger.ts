import { BytesSource } from '../../src/bytes/source.ts';
import { printableLines } from '../../src/cli/printable-lines.ts';
import type { SymbolFinder } from '../../src/cli/symbol-finder.ts';
import { COMMANDS } from '../../src/commands/index.generated.ts';
import { Commands } from '../../src/debugger/dispatch.ts';
import { ScriptEngine } from '../../src/debugger/script/engine.ts';
import { Session } from '../../src/debugger/session.ts';
import { openCase } from '../../src/evidence/open-case.ts';
import { nodeDisassembler } from '../../src/platform/node/disassembler.ts';
import { unsafeAt } from './pipeline.ts';

/** Processor seconds that one line may take. */
const SLOW = 4;
/** Characters that one line may print: more than a command over everything in a small dump, less than memory holds. */
const LONGEST = 64 << 20;

export interface Ran {
  readonly text: number;
  readonly answers: number;
  readonly errors: number;
}

/** What `memoretics run` does with a dump and lines of commands, on bytes. Throws what escapes, naming the line. */
export async function runLines(bytes: Uint8Array, lines: readonly string[], finder: SymbolFinder | null): Promise<Ran> {
  const theCase = openCase(new BytesSource(bytes), 'fuzz.dmp', [], nodeDisassembler);
  const session = new Session(theCase, async (module, of) =>
    finder ? finder.find(module, of) : { table: null, image: null, note: 'no symbol path' },
  );
  const engine = new ScriptEngine(session, new Commands(COMMANDS));
  const ran = { text: 0, answers: 0, errors: 0 };
  for (const line of lines) {
    const before = process.cpuUsage();
    let length = 0;
    try {
      await engine.run(line, ({ text, data, error }) => {
        if (error) ran.errors++;
        else ran.answers++;
        length += text.length;
        const unsafe = unsafeAt(printableLines(text).replaceAll('\t', ' '));
        if (unsafe >= 0) throw new Error(`unsafe character at ${unsafe}`);
        JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value));
      });
    } catch (cause) {
      throw new Error(`${JSON.stringify(line)}: ${cause instanceof Error ? cause.stack : String(cause)}`, { cause });
    }
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds > SLOW) throw new Error(`${JSON.stringify(line)}: ${seconds.toFixed(1)} s`);
    if (length > LONGEST) throw new Error(`${JSON.stringify(line)}: ${length} characters`);
    ran.text += length;
  }
  return ran;
}
