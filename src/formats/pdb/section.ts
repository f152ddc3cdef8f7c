import { countWithin } from '../../bytes/limits.ts';
import type { Problems } from '../../bytes/problem.ts';
import { type Source, viewOf } from '../../bytes/source.ts';
import { bytes, struct, u32 } from '../../bytes/struct.ts';
import { decodeAscii } from '../../bytes/text.ts';

/** A section header of the image, as the linker copied it into the PDB; Microsoft Learn "PE Format". */
export const IMAGE_SECTION_HEADER = struct('IMAGE_SECTION_HEADER', 40, {
  Name: [0, bytes(8)],
  VirtualSize: [8, u32],
  VirtualAddress: [12, u32],
  SizeOfRawData: [16, u32],
  PointerToRawData: [20, u32],
  Characteristics: [36, u32],
});

export interface PdbSection {
  /** 1-based, as symbols number it. */
  readonly index: number;
  readonly name: string;
  readonly rva: number;
  /** Bytes in memory: the larger of virtual and raw size. */
  readonly size: number;
  readonly characteristics: number;
}

const IMAGE_SCN_MEM_EXECUTE = 0x20000000;

/** The sections of the image in the order of their numbers. */
export class SectionTable {
  readonly sections: readonly PdbSection[];
  constructor(stream: Source | null, problems: Problems) {
    const sections: PdbSection[] = [];
    if (stream !== null) {
      const count = countWithin(
        Math.min(Math.ceil(stream.size / IMAGE_SECTION_HEADER.size), 0xffff),
        IMAGE_SECTION_HEADER.size,
        stream.size,
        problems,
        'IMAGE_SECTION_HEADER',
        0,
      );
      const view = viewOf(stream.read(0, count * IMAGE_SECTION_HEADER.size));
      for (let index = 0; index < count; index++) {
        const header = IMAGE_SECTION_HEADER.view(view, index * IMAGE_SECTION_HEADER.size);
        sections.push({
          index: index + 1,
          name: decodeAscii(header.Name),
          rva: header.VirtualAddress,
          size: Math.max(header.VirtualSize, header.SizeOfRawData),
          characteristics: header.Characteristics,
        });
      }
    }
    this.sections = sections;
  }
  /** RVA of `section:offset`, or null for section 0, absolute symbols and sections that do not exist. */
  rva(section: number, offset: number): number | null {
    const header = this.sections[section - 1];
    return header === undefined ? null : header.rva + offset;
  }
  isExecutable(section: number): boolean {
    return ((this.sections[section - 1]?.characteristics ?? 0) & IMAGE_SCN_MEM_EXECUTE) !== 0;
  }
  /** The section that holds an RVA, or null. Sections are few, and not always in address order. */
  at(rva: number): PdbSection | null {
    for (const section of this.sections) if (rva >= section.rva && rva < section.rva + section.size) return section;
    return null;
  }
}
