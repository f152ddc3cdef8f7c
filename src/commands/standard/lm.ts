import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { imagesOfModule, type SymbolState, symbolState } from '../../debugger/module-image.ts';
import { addressText } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';
import { stampText } from '../../debugger/time-text.ts';
import { wildcard } from '../../debugger/wildcard.ts';
import { readDebugDirectory } from '../../formats/pe/debug-directory.ts';
import { readVersion } from '../../formats/pe/version-resource.ts';
import { toUnsigned } from '../../memory/space.ts';
import type { Module } from '../../target/target.ts';

interface Options {
  readonly flags: string;
  readonly pattern: string | null;
  readonly pathPattern: string | null;
  readonly address: Expression | null;
}

export interface ModuleRow {
  readonly name: string;
  readonly imageName: string;
  readonly path: string | null;
  readonly start: bigint;
  readonly end: bigint;
  readonly symbols: SymbolState;
  /** The PDB or other file the names come from; null when deferred or none. */
  readonly symbolFile: string | null;
  readonly mismatched: boolean;
  readonly timestamp: number | null;
  /** Whether the timestamp is a hash; null when the image's debug directory is not at hand. */
  readonly reproducible: boolean | null;
  readonly checksum: number | null;
  readonly imageSize: number;
  readonly fileVersion: string | null;
  readonly productVersion: string | null;
  /** CompanyName, ProductName ... of the version resource; null when it could not be read. */
  readonly resources: Readonly<Record<string, string>> | null;
  /** What the search for symbols said, for people. */
  readonly note: string | null;
}

interface UnloadedRow {
  readonly name: string;
  readonly start: bigint;
  readonly end: bigint;
  readonly timestamp: number | null;
  readonly checksum: number | null;
}

export interface ModuleListData {
  readonly pointerSize: 4 | 8;
  readonly flags: string;
  readonly filtered: boolean;
  readonly modules: readonly ModuleRow[];
  /** Null when the dump has no list of unloaded modules, or they were not asked for. */
  readonly unloaded: readonly UnloadedRow[] | null;
}

/** Labels of a version resource's strings in the order in which they are printed. */
const RESOURCES = [
  'CompanyName',
  'ProductName',
  'InternalName',
  'OriginalFilename',
  'ProductVersion',
  'FileVersion',
  'PrivateBuild',
  'SpecialBuild',
  'FileDescription',
  'LegalCopyright',
  'LegalTrademarks',
  'Comments',
];

export default command<Options, ModuleListData>({
  name: 'lm',
  syntax: 'lm[v|l|k|u|e|c|f|i|p|n|t|o|1m|sm|D] [m pattern] [M path pattern] [a address]',
  summary: 'Lists modules with the state of their symbols, and modules that were unloaded.',
  example: 'lm m nt*',
  patterns: ['unknown-component', 'unloaded-module'],
  parse(args) {
    const words = args.trim().split(/\s+/).filter(Boolean);
    let flags = '';
    let pattern: string | null = null;
    let pathPattern: string | null = null;
    let address: Expression | null = null;
    while (words.length > 0) {
      // `sm` sorts by name.
      const word = words
        .shift()!
        .replace(/^[-/]/, '')
        .replace(/^([^mMa]*?)sm/, '$1s');
      for (const [index, flag] of [...word].entries()) {
        const rest = word.slice(index + 1);
        // `1m` is one option: names only, for .foreach.
        if (flag === 'm' && flags.endsWith('1') && word[index - 1] === '1') continue;
        if (flag === 'm' || flag === 'M' || flag === 'a') {
          const value = rest === '' ? words.shift() : rest;
          if (value === undefined) throw new UsageError('lm', `Missing value of option '${flag}'`, args.length);
          if (flag === 'm') pattern = value;
          else if (flag === 'M') pathPattern = value;
          else address = parseWhole(value, { radix: 16, language: 'masm' });
          break;
        }
        if (!/[vlkufntoe1sDpcLi]/.test(flag))
          throw new UsageError('lm', `Unknown option '${flag}'`, Math.max(0, args.indexOf(word)) + index);
        flags += flag;
      }
    }
    return { flags, pattern, pathPattern, address };
  },
  async run(session, { flags, pattern, pathPattern, address }) {
    const { target, pointerSize } = session;
    const byName = pattern === null ? null : wildcard(pattern);
    const byPath = pathPattern === null ? null : wildcard(pathPattern);
    const at = address === null ? null : await expressionIn(session, address);
    const holds = (start: bigint, end: bigint) => at === null || (at >= start && at < end);
    const chosen = target.modules
      .filter((module) => {
        if (byName && !byName.test(module.name)) return false;
        if (byPath && !byPath.test(module.path ?? module.imageName)) return false;
        if (/[ku]/.test(flags) && !flags.includes(module.space === 'kernel' ? 'k' : 'u')) return false;
        const start = toUnsigned(module.base);
        if (!holds(start, start + BigInt(module.size))) return false;
        const state = symbolState(session, module);
        return !flags.includes('l') || (state !== 'deferred' && state !== 'no symbols');
      })
      .sort((a, b) =>
        flags.includes('s')
          ? compare(a.name.toLowerCase(), b.name.toLowerCase())
          : compare(toUnsigned(a.base), toUnsigned(b.base)),
      );
    const verbose = /[vt]/.test(flags);
    const unloaded =
      /[olu]/.test(flags) || byPath || !target.hasUnloadedModuleList
        ? null
        : target.unloadedModules
            .map((item) => ({
              name: item.name,
              start: toUnsigned(item.base),
              end: toUnsigned(item.base) + BigInt(item.size),
              timestamp: item.timestamp,
              checksum: item.checksum,
            }))
            .filter((item) => (!byName || byName.test(item.name)) && holds(item.start, item.end));
    const modules: ModuleRow[] = [];
    for (const module of chosen) {
      if (flags.includes('v') && byName && chosen.length <= 4) await session.needSymbols(module);
      modules.push(rowOf(session, module, verbose));
    }
    return { pointerSize, flags, filtered: byName !== null || byPath !== null || at !== null, modules, unloaded };
  },
  render,
});

const compare = <T extends bigint | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

function rowOf(session: Session, module: Module, verbose: boolean): ModuleRow {
  const start = toUnsigned(module.base);
  const loaded = session.symbolsOf(module);
  const images = verbose ? imagesOfModule(session, module).map(({ image }) => image) : [];
  let reproducible: boolean | null = null;
  let version = null;
  for (const image of images) {
    const debug = readDebugDirectory(image);
    if (reproducible === null && debug.entries.length > 0) reproducible = debug.reproducible;
    version ??= readVersion(image);
  }
  return {
    name: module.name,
    imageName: module.imageName,
    path: module.path,
    start,
    end: start + BigInt(module.size),
    symbols: symbolState(session, module),
    symbolFile: loaded?.table ? (loaded.table.finder === 'exports' ? module.imageName : loaded.table.origin) : null,
    mismatched: loaded?.table?.mismatched ?? false,
    timestamp: module.timestamp,
    reproducible,
    checksum: module.checksum,
    imageSize: module.size,
    fileVersion: version?.fileVersion ?? module.fileVersion,
    productVersion: version?.productVersion ?? module.productVersion,
    resources: version ? Object.fromEntries(version.strings) : null,
    note: loaded?.note ?? null,
  };
}

function render({ pointerSize, flags, filtered, modules, unloaded }: ModuleListData, text: Text): void {
  if (flags.includes('1')) {
    for (const { name } of modules) text.line(name);
    return;
  }
  const wide = pointerSize === 8;
  text.line(wide ? 'start             end                 module name' : 'start    end        module name');
  const range = (start: bigint, end: bigint) =>
    `${addressText(start, pointerSize)} ${addressText(end, pointerSize)}   `;
  for (const row of modules) {
    text.write(range(row.start, row.end));
    text.linkName(row.name, row.name, (name) => `lmv m ${name}`).write(' '.repeat(Math.max(0, 8 - row.name.length)));
    if (/[ft]/.test(flags) || flags.includes('n')) {
      text.write(' ');
      if (flags.includes('f')) text.part(`${row.path ?? row.imageName} `.padEnd(9));
      else text.part(`${row.imageName.padEnd(12)} `);
      if (flags.includes('t')) text.write(stampText(row.timestamp, row.reproducible));
      text.line();
    } else {
      const flag = row.mismatched ? 'M' : ' ';
      text.write(` ${flag} `).line(`${`(${row.symbols})`.padEnd(23)}${row.symbolFile ?? ''}`);
    }
    if (flags.includes('v')) details(row, text);
  }
  if (unloaded && (unloaded.length > 0 || !filtered)) {
    text.line();
    text.line('Unloaded modules:');
    for (const row of unloaded) {
      text.line(`${range(row.start, row.end)}${row.name}`);
      if (flags.includes('v') || flags.includes('t')) {
        label(text, 'Timestamp', stampText(row.timestamp, null));
        label(text, 'Checksum', sumText(row.checksum));
        label(text, 'ImageSize', hexPadded(row.end - row.start, 8).toUpperCase());
      }
    }
  }
}

function details(row: ModuleRow, text: Text): void {
  if (row.symbols !== 'deferred') text.line(`    Loaded symbol image file: ${row.imageName}`);
  text.line(`    Image path: ${row.path ?? row.imageName}`);
  text.line(`    Image name: ${row.imageName}`);
  const browse = (label: string, kind: string) => text.linkName(label, row.name, (name) => `x /D ${kind} ${name}!*`);
  text.write('    ');
  browse('Browse all global symbols', '/f').write('  ');
  browse('functions', '/f').write('  ');
  browse('data', '/d').line();
  label(text, 'Timestamp', stampText(row.timestamp, row.reproducible));
  label(text, 'CheckSum', sumText(row.checksum));
  label(text, 'ImageSize', hexPadded(row.imageSize, 8).toUpperCase());
  if (row.fileVersion !== null) label(text, 'File version', row.fileVersion);
  if (row.productVersion !== null) label(text, 'Product version', row.productVersion);
  // Without a version resource WinDbg lists the four languages that it tried.
  if (row.resources === null) label(text, 'Translations', '0000.04b0 0000.04e4 0409.04b0 0409.04e4');
  text.line('    Information from resource tables:');
  for (const name of RESOURCES) {
    const value = row.resources?.[name];
    if (value) text.line(`        ${`${name}:`.padEnd(17)} ${value}`);
  }
}

function label(text: Text, name: string, value: string): void {
  text.line(`    ${`${name}:`.padEnd(17)} ${value}`);
}

function sumText(value: number | null): string {
  return value === null ? 'missing' : hexPadded(value, 8).toUpperCase();
}
