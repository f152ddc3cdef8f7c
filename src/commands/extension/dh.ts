import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { viewOf } from '../../bytes/source.ts';
import { command } from '../../debugger/command.ts';
import { moduleOf } from '../../debugger/module-argument.ts';
import { imagesOfModule, tryOpen } from '../../debugger/module-image.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Text } from '../../debugger/text.ts';
import { ctimeText } from '../../debugger/time-text.ts';
import { readDebugDirectory } from '../../formats/pe/debug-directory.ts';
import {
  IMAGE_FILE_HEADER,
  IMAGE_OPTIONAL_HEADER32,
  IMAGE_OPTIONAL_HEADER64,
  IMAGE_SECTION_HEADER,
} from '../../formats/pe/headers.ts';
import type { PeImage } from '../../formats/pe/image.ts';
import { MemorySource } from '../../memory/memory-source.ts';

interface Section {
  readonly name: string;
  readonly VirtualSize: number;
  readonly VirtualAddress: number;
  readonly SizeOfRawData: number;
  readonly PointerToRawData: number;
  readonly PointerToRelocations: number;
  readonly PointerToLinenumbers: number;
  readonly NumberOfRelocations: number;
  readonly NumberOfLinenumbers: number;
  readonly Characteristics: number;
}

interface HeadersData {
  readonly parts: 'all' | 'headers' | 'sections';
  readonly from: 'memory' | 'file';
  readonly is64: boolean;
  readonly file: Readonly<Record<string, number>>;
  readonly optional: Readonly<Record<string, number | bigint>>;
  readonly directories: readonly { readonly rva: number; readonly size: number }[];
  readonly sections: readonly Section[];
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
}

const MACHINES: Readonly<Record<number, string>> = { 332: 'i386', 34404: 'X64', 43620: 'ARM64', 452: 'ARM' };
/** PE format, Characteristics, in dumpbin's words. */
const CHARACTERISTICS: readonly (readonly [number, string])[] = [
  [0x1, 'Relocations stripped'],
  [0x2, 'Executable'],
  [0x4, 'Line numbers stripped'],
  [0x8, 'Symbols stripped'],
  [0x20, 'App can handle >2gb addresses'],
  [0x100, '32 bit word machine'],
  [0x200, 'Debug information stripped'],
  [0x400, 'Image will be run from swap if located on removable media'],
  [0x1000, 'System'],
  [0x2000, 'DLL'],
];
const DLL_CHARACTERISTICS: readonly (readonly [number, string])[] = [
  [0x20, 'High entropy VA supported'],
  [0x40, 'Dynamic base'],
  [0x80, 'Force integrity'],
  [0x100, 'NX compatible'],
  [0x200, 'No isolation'],
  [0x400, 'No structured exception handler'],
  [0x800, 'Do not bind'],
  [0x1000, 'App container'],
  [0x2000, 'WDM driver'],
  [0x4000, 'Guard'],
  [0x8000, 'Terminal server aware'],
];
const SUBSYSTEMS: Readonly<Record<number, string>> = {
  0: 'Unknown',
  1: 'Native',
  2: 'Windows GUI',
  3: 'Windows CUI',
  9: 'Windows CE GUI',
  10: 'EFI Application',
  11: 'EFI Boot Service Driver',
  12: 'EFI Runtime Driver',
};
const DIRECTORIES = [
  'Export Directory',
  'Import Directory',
  'Resource Directory',
  'Exception Directory',
  'Security Directory',
  'Base Relocation Directory',
  'Debug Directory',
  'Description Directory',
  'Special Directory',
  'Thread Storage Directory',
  'Load Configuration Directory',
  'Bound Import Directory',
  'Import Address Table Directory',
  'Delay Import Directory',
  'COR20 Header Directory',
  'Reserved Directory',
];

export default command<{ readonly text: string; readonly parts: HeadersData['parts'] }, HeadersData>({
  name: '!dh',
  syntax: '!dh [-f | -s | -a] module|address',
  summary: "Shows an image's headers and sections, from the dump or the image on disk.",
  example: '!dh ntdll',
  patterns: [],
  parse(args) {
    // The option may stand behind the module too.
    const flag = /(?:^|\s)[-/]([a-z]+)(?=\s|$)/i.exec(args)?.[1]?.toLowerCase();
    const text = args.replace(/(^|\s)[-/][a-z]+(?=\s|$)/gi, '$1').trim();
    if (text === '') throw new UsageError('!dh', 'Missing module or address, as in !dh nt', args.length);
    if (flag !== undefined && !/^[fsae]+$/.test(flag)) throw new UsageError('!dh', `Unknown option '-${flag}'`, 0);
    const parts = flag?.includes('f') ? 'headers' : flag?.includes('s') ? 'sections' : 'all';
    return { text, parts };
  },
  async run(session, { text, parts }) {
    let found: { readonly image: PeImage; readonly from: 'memory' | 'file' } | null = null;
    try {
      const module = await moduleOf(session, text, '!dh');
      await session.needSymbols(module);
      found = imagesOfModule(session, module)[0] ?? null;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const at = session.address(await evaluateIn(session, text));
      const image = at === null ? null : tryOpen(new MemorySource(session.memory, at, 0x10000000), 'mapped');
      found = image && { image, from: 'memory' };
    }
    if (!found) throw new UsageError('!dh', `the headers of ${text} are neither in the dump nor on the image path`);
    return headersOf(found.image, found.from, parts);
  },
  render(data, text) {
    if (data.parts !== 'sections') headers(data, text);
    if (data.parts !== 'headers') {
      for (const [index, section] of data.sections.entries()) sectionText(section, index, text);
      if (data.debug.length > 0) {
        text.line().line(`Debug Directories(${data.debug.length})`);
        text.line('\tType       Size     Address  Pointer');
        for (const { type, size, rva, pointer } of data.debug) {
          const name = type === 'CODEVIEW' ? 'cv' : type.toLowerCase();
          const row = `\t${name.padEnd(8)} ${hexOf(size, 6)}    ${hexOf(rva, 8)} ${hexOf(pointer, 8)}`;
          const cv = type === 'CODEVIEW' ? data.codeView : null;
          text.line(cv ? `${row}\tFormat: ${cv.format}, {${cv.guid}}, ${cv.age}, ${cv.path}` : row);
        }
      }
    }
  },
});

function headersOf(image: PeImage, from: 'memory' | 'file', parts: HeadersData['parts']): HeadersData {
  const start = viewOf(image.read(0, 64)).getUint32(60, true);
  const file = IMAGE_FILE_HEADER.view(viewOf(image.read(start + 4, IMAGE_FILE_HEADER.size)), 0);
  const kind = image.is64 ? IMAGE_OPTIONAL_HEADER64 : IMAGE_OPTIONAL_HEADER32;
  const raw = viewOf(image.read(start + 24, kind.size));
  const optional: Record<string, number | bigint> = {};
  for (const [name, value] of Object.entries(
    plain(image.is64 ? IMAGE_OPTIONAL_HEADER64.view(raw, 0) : IMAGE_OPTIONAL_HEADER32.view(raw, 0), kind.fields),
  ))
    optional[name] = value;
  const table = image.read(start + 24 + file.SizeOfOptionalHeader, image.sections.length * IMAGE_SECTION_HEADER.size);
  const view = viewOf(table);
  const sections: Section[] = [];
  for (let at = 0; at + IMAGE_SECTION_HEADER.size <= table.length; at += IMAGE_SECTION_HEADER.size) {
    const section = IMAGE_SECTION_HEADER.view(view, at);
    const {
      VirtualSize,
      VirtualAddress,
      SizeOfRawData,
      PointerToRawData,
      PointerToRelocations,
      PointerToLinenumbers,
      NumberOfRelocations,
      NumberOfLinenumbers,
      Characteristics,
    } = section;
    const name = image.sections[sections.length]?.name ?? '';
    sections.push({
      name,
      VirtualSize,
      VirtualAddress,
      SizeOfRawData,
      PointerToRawData,
      PointerToRelocations,
      PointerToLinenumbers,
      NumberOfRelocations,
      NumberOfLinenumbers,
      Characteristics,
    });
  }
  const debug = readDebugDirectory(image);
  return {
    parts,
    from,
    is64: image.is64,
    file: plain(file, IMAGE_FILE_HEADER.fields) as Record<string, number>,
    optional,
    directories: DIRECTORIES.map((_, index) => image.directory(index) ?? { rva: 0, size: 0 }),
    sections,
    debug: debug.entries.map(({ typeName, size, rva, fileOffset }) => ({
      type: typeName,
      size,
      rva,
      pointer: fileOffset,
    })),
    codeView: debug.codeView,
  };
}

/** The numbers of a declared structure by Microsoft's names. */
function plain(view: object, fields: object): Record<string, number | bigint> {
  const values = view as Readonly<Record<string, number | bigint>>;
  return Object.fromEntries(Object.keys(fields).map((name) => [name, values[name] ?? 0]));
}

const hexOf = (value: number | bigint, width: number) => value.toString(16).toUpperCase().padStart(width);

function headers({ file, optional, directories, is64 }: HeadersData, text: Text): void {
  const number = (value: number | bigint | undefined, label: string) => text.line(`${hexOf(value ?? 0, 8)} ${label}`);
  const version = (major: string, minor: string, label: string) =>
    text.line(`${`${optional[major]}.${String(optional[minor]).padStart(2, '0')}`.padStart(8)} ${label}`);
  const flags = (value: number, names: readonly (readonly [number, string])[]) => {
    for (const [bit, name] of names) if (value & bit) text.line(`            ${name}`);
  };
  const characteristics = file['Characteristics'] ?? 0;
  text.line();
  text.line(`File Type: ${characteristics & 0x2000 ? 'DLL' : 'EXECUTABLE IMAGE'}`);
  text.line('FILE HEADER VALUES');
  number(file['Machine'], `machine (${MACHINES[file['Machine'] ?? 0] ?? 'unknown'})`);
  number(file['NumberOfSections'], 'number of sections');
  const stamp = file['TimeDateStamp'] ?? 0;
  text.line(`${hexPadded(stamp, 8).toUpperCase()} time date stamp ${ctimeText(stamp)}`);
  text.line();
  number(file['PointerToSymbolTable'], 'file pointer to symbol table');
  number(file['NumberOfSymbols'], 'number of symbols');
  number(file['SizeOfOptionalHeader'], 'size of optional header');
  number(characteristics, 'characteristics');
  flags(characteristics, CHARACTERISTICS);
  text.line().line('OPTIONAL HEADER VALUES');
  number(optional['Magic'], 'magic #');
  version('MajorLinkerVersion', 'MinorLinkerVersion', 'linker version');
  number(optional['SizeOfCode'], 'size of code');
  number(optional['SizeOfInitializedData'], 'size of initialized data');
  number(optional['SizeOfUninitializedData'], 'size of uninitialized data');
  number(optional['AddressOfEntryPoint'], 'address of entry point');
  number(optional['BaseOfCode'], 'base of code');
  text.line('         ----- new -----');
  text.line(`${hexPadded(optional['ImageBase'] ?? 0, is64 ? 16 : 8)} image base`);
  number(optional['SectionAlignment'], 'section alignment');
  number(optional['FileAlignment'], 'file alignment');
  const subsystem = Number(optional['Subsystem'] ?? 0);
  number(subsystem, `subsystem (${SUBSYSTEMS[subsystem] ?? 'unknown'})`);
  version('MajorOperatingSystemVersion', 'MinorOperatingSystemVersion', 'operating system version');
  version('MajorImageVersion', 'MinorImageVersion', 'image version');
  version('MajorSubsystemVersion', 'MinorSubsystemVersion', 'subsystem version');
  number(optional['SizeOfImage'], 'size of image');
  number(optional['SizeOfHeaders'], 'size of headers');
  number(optional['CheckSum'], 'checksum');
  for (const [name, label] of [
    ['SizeOfStackReserve', 'size of stack reserve'],
    ['SizeOfStackCommit', 'size of stack commit'],
    ['SizeOfHeapReserve', 'size of heap reserve'],
    ['SizeOfHeapCommit', 'size of heap commit'],
  ] as const)
    text.line(`${hexPadded(optional[name] ?? 0, is64 ? 16 : 8)} ${label}`);
  const dll = Number(optional['DllCharacteristics'] ?? 0);
  text.line(`${hexOf(dll, 8)}  DLL characteristics`);
  flags(dll, DLL_CHARACTERISTICS);
  directories.forEach(({ rva, size }, index) => {
    text.line(`${hexOf(rva, 8)} [${hexOf(size, 8)}] address [size] of ${DIRECTORIES[index]}`);
  });
  text.line();
}

function sectionText(section: Section, index: number, text: Text): void {
  const number = (value: number, label: string) => text.line(`${hexOf(value, 8)} ${label}`);
  text.line().line(`SECTION HEADER #${(index + 1).toString(16).toUpperCase()}`);
  text.line(`${section.name.padStart(8)} name`);
  number(section.VirtualSize, 'virtual size');
  number(section.VirtualAddress, 'virtual address');
  number(section.SizeOfRawData, 'size of raw data');
  number(section.PointerToRawData, 'file pointer to raw data');
  number(section.PointerToRelocations, 'file pointer to relocation table');
  number(section.PointerToLinenumbers, 'file pointer to line numbers');
  number(section.NumberOfRelocations, 'number of relocations');
  number(section.NumberOfLinenumbers, 'number of line numbers');
  const flags = section.Characteristics;
  text.line(`${hexPadded(flags, 8).toUpperCase()} flags`);
  for (const [bit, name] of [
    [0x20, 'Code'],
    [0x40, 'Initialized Data'],
    [0x80, 'Uninitialized Data'],
    [0x2000000, 'Discardable'],
    [0x4000000, 'Not Cached'],
    [0x8000000, 'Not Paged'],
    [0x10000000, 'Shared'],
  ] as const)
    if (flags & bit) text.line(`         ${name}`);
  if ((flags & 0xf00000) === 0) text.line('         (no align specified)');
  const access = [flags & 0x20000000 && 'Execute', flags & 0x40000000 && 'Read', flags & 0x80000000 && 'Write'];
  const words = access.filter(Boolean).join(' ');
  text.line(`         ${words === 'Read' ? 'Read Only' : words}`);
}
