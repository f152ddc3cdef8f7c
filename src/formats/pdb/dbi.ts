import { FormatError } from '../../bytes/errors.ts';
import type { Problems } from '../../bytes/problem.ts';
import { SliceSource, type Source, viewOf } from '../../bytes/source.ts';
import { i32, struct, u16, u32 } from '../../bytes/struct.ts';

/** Head of the DBI stream (stream 3); microsoft-pdb dbi.h NewDBIHdr, LLVM "The PDB DBI Stream". */
export const NewDBIHdr = struct('NewDBIHdr', 64, {
  /** -1 marks this form of the header. */
  verSignature: [0, i32],
  verHdr: [4, u32],
  age: [8, u32],
  snGSSyms: [12, u16],
  usVerPdbDllMajMin: [14, u16],
  snPSSyms: [16, u16],
  usVerPdbDllBuild: [18, u16],
  snSymRecs: [20, u16],
  usVerPdbDllRBld: [22, u16],
  cbGpModi: [24, i32],
  cbSC: [28, i32],
  cbSecMap: [32, i32],
  cbFileInfo: [36, i32],
  cbTSMap: [40, i32],
  iMFC: [44, u32],
  cbDbgHdr: [48, i32],
  cbECInfo: [52, i32],
  /** Bit 0 incrementally linked, bit 1 stripped of private symbols, bit 2 conflicting types. */
  flags: [56, u16],
  wMachine: [58, u16],
});

/** Slots of the optional debug header, by cvinfo's DBGTYPE order. */
export const DBG_SLOTS = [
  'fpo',
  'exception',
  'fixup',
  'omapToSource',
  'omapFromSource',
  'sectionHeaders',
  'tokenRidMap',
  'xdata',
  'pdata',
  'newFpo',
  'originalSectionHeaders',
] as const;
export type DebugSlot = (typeof DBG_SLOTS)[number];

/** The debug information stream: where everything about code is. Its parts are sources, cut to what is there. */
export class Dbi {
  readonly age: number;
  readonly machine: number;
  readonly version: number;
  readonly isStripped: boolean;
  readonly isIncrementallyLinked: boolean;
  readonly globalsStream: number;
  readonly publicsStream: number;
  readonly symbolRecordsStream: number;
  readonly modules: Source;
  readonly sectionContributions: Source;
  readonly sectionMap: Source;
  readonly fileInfo: Source;
  /** Edit-and-continue names: a string table of its own. */
  readonly ecInfo: Source;
  readonly #slots: readonly number[];

  constructor(stream: Source, problems: Problems) {
    const header = NewDBIHdr.read(stream, 0);
    if (header.verSignature !== -1) {
      throw new FormatError(
        'NewDBIHdr',
        0,
        'the debug information stream has the header of Visual C++ 4 or earlier, which is not read',
      );
    }
    this.age = header.age;
    this.machine = header.wMachine;
    this.version = header.verHdr;
    this.isIncrementallyLinked = (header.flags & 1) !== 0;
    this.isStripped = (header.flags & 2) !== 0;
    this.globalsStream = header.snGSSyms;
    this.publicsStream = header.snPSSyms;
    this.symbolRecordsStream = header.snSymRecs;
    let at = NewDBIHdr.size;
    const part = (size: number, name: string): Source => {
      if (size < 0 || at + size > stream.size) {
        problems.add(
          'out-of-bounds',
          'NewDBIHdr',
          at,
          `the ${name} claims ${size} bytes at ${at} of a stream of ${stream.size}: it is cut`,
        );
      }
      const source = new SliceSource(stream, at, Math.max(0, size));
      at += Math.max(0, size);
      return source;
    };
    this.modules = part(header.cbGpModi, 'module list');
    this.sectionContributions = part(header.cbSC, 'section contributions');
    this.sectionMap = part(header.cbSecMap, 'section map');
    this.fileInfo = part(header.cbFileInfo, 'file information');
    part(header.cbTSMap, 'type server map');
    this.ecInfo = part(header.cbECInfo, 'edit-and-continue information');
    const slots = part(header.cbDbgHdr, 'optional debug header').read(0, DBG_SLOTS.length * 2);
    const view = viewOf(slots);
    this.#slots = Array.from({ length: slots.length >>> 1 }, (_, index) => view.getUint16(index * 2, true));
  }

  /** The stream number in one slot of the optional debug header, or null when there is none. */
  debugStream(slot: DebugSlot): number | null {
    const number = this.#slots[DBG_SLOTS.indexOf(slot)];
    return number === undefined || number === 0xffff ? null : number;
  }
}
