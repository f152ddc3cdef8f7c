import { command } from '../../debugger/command.ts';
import { type ForEach, type ForEachData, parseForEach, runForEach, writeForEach } from '../../debugger/for-each.ts';
import type { Session } from '../../debugger/session.ts';
import { toUnsigned } from '../../memory/space.ts';
import type { Module } from '../../target/target.ts';

export default command<ForEach, ForEachData>({
  name: '!for_each_module',
  syntax: '!for_each_module ["command"]',
  summary:
    'Runs a command for each loaded module, with @#ModuleName, @#ImageName, @#LoadedImageName, @#SymbolFileName, @#Base, @#End, @#Size, @#ModuleIndex, @#TimeDateStamp, @#Checksum, @#FileVersion, @#ProductVersion, @#SymbolType and @#Flags replaced.',
  example: '!for_each_module ".echo @#ModuleName @#Base @#End"',
  patterns: [],
  holdsCommands: true,
  notes:
    'Without a command it prints index, base, end and name of each module. What the dump does not tell is a question mark. @#SymbolType is the number of DEBUG_SYMTYPE: 3 PDB, 4 exports, 5 not loaded yet.',
  parse(args, session) {
    void session.target;
    return parseForEach(args, '.echo @#ModuleIndex : @#Base @#End : @#ModuleName : @#ImageName');
  },
  async run(session, options) {
    const values = session.target.modules.map((module, index) => valuesOf(session, module, index));
    return runForEach(session, '!for_each_module', options, values);
  },
  render: (data, text) => writeForEach(text, data),
});

/** DEBUG_SYMTYPE_* of dbgeng.h. */
const SYMBOL_TYPES: Readonly<Record<string, number>> = { pdb: 3, exports: 4 };
const NONE = 0;
const DEFERRED = 5;

/** Null for symbols of a kind that the debugger has no number for. */
function symbolType(session: Session, module: Module): number | null {
  const loaded = session.symbolsOf(module);
  if (!loaded) return DEFERRED;
  return loaded.table ? (SYMBOL_TYPES[loaded.table.finder] ?? null) : NONE;
}

function valuesOf(session: Session, module: Module, index: number): Readonly<Record<string, string>> {
  const hex = (value: bigint | number | null) => (value === null ? '?' : `0x${value.toString(16)}`);
  // Names come from the dump: what could end a command or a block has no place in a line that is run.
  const plain = (name: string | null) => (name === null ? '?' : name.replace(/[";{}$\r\n]/g, '_'));
  const names = {
    ModuleName: plain(module.name),
    ImageName: plain(module.imageName),
    LoadedImageName: plain(module.path ?? module.imageName),
    SymbolFileName: plain(module.pdb?.name ?? null),
  };
  const base = toUnsigned(module.base);
  return {
    ...names,
    ...Object.fromEntries(Object.entries(names).map(([name, text]) => [`${name}Size`, hex(text.length + 1)])),
    Base: hex(base),
    End: hex(base + BigInt(module.size)),
    Size: hex(module.size),
    ModuleIndex: index.toString(16).padStart(2, '0'),
    TimeDateStamp: hex(module.timestamp),
    Checksum: hex(module.checksum),
    FileVersion: plain(module.fileVersion),
    ProductVersion: plain(module.productVersion),
    SymbolType: hex(symbolType(session, module)),
    Flags: '?',
  };
}
