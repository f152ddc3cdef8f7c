import { COMMANDS } from '../../src/commands/index.generated.ts';
import { Commands, type Outcome } from '../../src/debugger/dispatch.ts';
import { ScriptEngine } from '../../src/debugger/script/engine.ts';
import { Session } from '../../src/debugger/session.ts';
import type { SymbolInfo, SymbolTable } from '../../src/symbols/symbol-table.ts';
import type { TypeTable } from '../../src/symbols/type.ts';
import { dumpCase } from '../patterns/scene.ts';
import type { MinidumpSpec } from '../synth/minidump-writer.ts';

/** Names of one module by RVA. */
export type Names = Readonly<Record<string, number>>;

/** A symbol table that knows these names and nothing else. */
function tableOf(names: Names, types: TypeTable | null, inlined: readonly string[]): SymbolTable {
  const symbols: SymbolInfo[] = Object.entries(names)
    .map(([name, rva]) => ({ name, decorated: null, rva, size: 0, kind: 'public' as const }))
    .sort((a, b) => a.rva - b.rva);
  return {
    finder: 'pdb',
    origin: 'test',
    mismatched: false,
    types,
    at: (rva) => symbols.findLast((symbol) => symbol.rva <= rva) ?? null,
    aliases: (rva) => symbols.filter((symbol) => symbol.rva === rva),
    find: (name) => symbols.find((symbol) => symbol.name === name) ?? null,
    symbols: () => symbols,
    lineAt: () => null,
    inlinesAt: () => inlined.map((name) => ({ name, line: null })),
    frameRecordAt: () => null,
  };
}

/** A session over a minidump that a test describes, with names of modules as given. */
export class UserSession {
  readonly session: Session;
  readonly #engine: ScriptEngine;
  constructor(
    spec: MinidumpSpec,
    names: Readonly<Record<string, Names>> = {},
    types: Readonly<Record<string, TypeTable>> = {},
    /** Functions that are inlined at every place of a module, innermost first. */
    inlined: Readonly<Record<string, readonly string[]>> = {},
  ) {
    this.session = new Session(dumpCase(spec), async ({ name }) => ({
      table: names[name] ? tableOf(names[name], types[name] ?? null, inlined[name] ?? []) : null,
      image: null,
      note: '',
    }));
    this.#engine = new ScriptEngine(this.session, new Commands(COMMANDS));
  }
  async run(line: string): Promise<Outcome[]> {
    const out: Outcome[] = [];
    await this.#engine.run(line, (outcome) => out.push(outcome));
    return out;
  }
  async text(line: string): Promise<string> {
    return (await this.run(line)).map(({ text }) => text).join('');
  }
}
