import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { moduleOf } from '../../debugger/module-argument.ts';
import { imageOfModule, imagesOfModule, type SymbolState, symbolState } from '../../debugger/module-image.ts';
import { ctimeText } from '../../debugger/time-text.ts';
import { readDebugDirectory } from '../../formats/pe/debug-directory.ts';
import { toUnsigned } from '../../memory/space.ts';

interface ModuleInfoData {
  readonly pointerSize: 4 | 8;
  readonly asked: string;
  readonly name: string;
  readonly base: bigint;
  readonly imageName: string;
  readonly machine: number | null;
  readonly timestamp: number | null;
  readonly reproducible: boolean | null;
  readonly size: number;
  readonly checksum: number | null;
  readonly characteristics: number | null;
  readonly debug: readonly {
    readonly type: string;
    readonly size: number;
    readonly rva: number;
    readonly pointer: number;
  }[];
  readonly codeView: {
    readonly format: string;
    readonly guid: string;
    readonly age: number;
    readonly path: string;
  } | null;
  readonly imageFrom: 'memory' | 'file' | null;
  readonly symbols: SymbolState;
  readonly symbolFile: string | null;
  readonly note: string | null;
}

const MACHINES: Readonly<Record<number, string>> = { 332: 'I386', 34404: 'X64', 43620: 'ARM64', 452: 'ARM' };

export default command<{ readonly text: string }, ModuleInfoData>({
  name: '!lmi',
  syntax: '!lmi module',
  summary: 'Shows what is known of a module: its image, the PDB it names, and which symbols were loaded.',
  example: '!lmi ntdll',
  patterns: ['unknown-component'],
  parse(args) {
    if (args.trim() === '') throw new UsageError('!lmi', 'Missing module, as in !lmi nt', args.length);
    return { text: args.trim() };
  },
  async run(session, { text }) {
    const module = await moduleOf(session, text, '!lmi');
    await session.needSymbols(module);
    const found = imageOfModule(session, module);
    const debugs = imagesOfModule(session, module).map(({ image }) => readDebugDirectory(image));
    const debug = debugs.find(({ entries }) => entries.length > 0) ?? null;
    const loaded = session.symbolsOf(module);
    return {
      pointerSize: session.pointerSize,
      asked: text,
      name: module.name,
      base: toUnsigned(module.base),
      imageName: module.imageName,
      machine: found?.image.machine ?? null,
      timestamp: module.timestamp,
      reproducible: debug?.reproducible ?? null,
      size: module.size,
      checksum: module.checksum,
      characteristics: found?.image.characteristics ?? null,
      debug: (debug?.entries ?? []).map(({ typeName, size, rva, fileOffset }) => ({
        type: typeName,
        size,
        rva,
        pointer: fileOffset,
      })),
      codeView: debug?.codeView ?? (module.pdb ? { format: 'RSDS', ...module.pdb, path: module.pdb.name } : null),
      imageFrom: found?.from ?? null,
      symbols: symbolState(session, module),
      symbolFile: loaded?.table?.origin ?? null,
      note: loaded?.note ?? null,
    };
  },
  render(data, text) {
    const row = (label: string, value: string) => text.line(`${`${label}:`.padStart(19)} ${value}`);
    text.line(`Loaded Module Info: [${data.asked}] `);
    row('Module', data.name);
    row('Base Address', hexPadded(data.base, data.pointerSize * 2));
    row('Image Name', data.imageName);
    if (data.machine !== null) row('Machine Type', `${data.machine} (${MACHINES[data.machine] ?? 'unknown'})`);
    if (data.timestamp !== null)
      row(
        'Time Stamp',
        `${hexPadded(data.timestamp, 8)} ${data.reproducible ? '(This is a reproducible build file hash, not a true timestamp)' : ctimeText(data.timestamp)}`,
      );
    row('Size', data.size.toString(16));
    if (data.checksum !== null) row('CheckSum', data.checksum.toString(16));
    if (data.characteristics !== null) row('Characteristics', `${data.characteristics.toString(16)}  `);
    if (data.debug.length > 0 || data.codeView) row('Debug Data Dirs', 'Type  Size     VA  Pointer');
    for (const entry of data.debug) {
      const where = `${entry.size.toString(16).padStart(5)}, ${entry.rva.toString(16).padStart(5)}, ${entry.pointer.toString(16).padStart(7)}`;
      const isCodeView = entry.type === 'CODEVIEW' && data.codeView;
      text.line(`${entry.type.padStart(28)} ${where} ${isCodeView ? codeViewText(data.codeView!) : ''}`.trimEnd());
      if (isCodeView) text.line(`${' '.repeat(22)}Age: ${data.codeView!.age}, Pdb: ${data.codeView!.path}`);
    }
    if (data.codeView && data.debug.length === 0) {
      text.line(`${'CODEVIEW'.padStart(28)} ${codeViewText(data.codeView)}`);
      text.line(`${' '.repeat(22)}Age: ${data.codeView.age}, Pdb: ${data.codeView.path}`);
    }
    if (data.imageFrom === 'memory') row('Image Type', 'MEMORY   - Image read successfully from loaded memory.');
    else if (data.imageFrom === 'file') row('Image Type', 'FILE     - Image read successfully from debugger.');
    else row('Image Type', 'NONE     - Neither the dump nor the search path holds the image.');
    const kind = data.symbols.includes('pdb')
      ? 'PDB'
      : data.symbols === 'export symbols'
        ? 'EXPORT'
        : data.symbols === 'no symbols'
          ? 'NONE'
          : data.symbols.toUpperCase().split(' ')[0]!;
    row('Symbol Type', `${kind.padEnd(8)} - ${data.symbolFile ? 'Symbols loaded successfully.' : (data.note ?? '')}`);
    if (data.symbolFile !== null) text.line(`${' '.repeat(20)} ${data.symbolFile}`);
    row(
      'Load Report',
      data.symbols === 'pdb symbols'
        ? 'public symbols '
        : data.symbols === 'private pdb symbols'
          ? 'private symbols & lines '
          : data.symbols,
    );
    if (data.symbolFile !== null) text.line(`${' '.repeat(20)} ${data.symbolFile}`);
  },
});

function codeViewText(codeView: { readonly format: string; readonly guid: string }): string {
  return codeView.guid.length > 8
    ? `${codeView.format} - GUID: {${codeView.guid.toUpperCase()}}`
    : `${codeView.format} - Sig: ${codeView.guid}`;
}
