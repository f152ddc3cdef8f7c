import type { RecordReader } from './record-reader.ts';
import type { DefinitionRangeSymbol } from './symbol.ts';

/** Gaps of one record at most; a hostile record is as long as 64 KB lets it be. */
const MOST_GAPS = 1 << 14;

/** CV_LVAR_ADDR_RANGE and the CV_LVAR_ADDR_GAPs behind it (cvinfo.h). */
function range(r: RecordReader): Pick<DefinitionRangeSymbol, 'range'> {
  const offset = r.u32();
  const section = r.u16();
  const size = r.u16();
  const gaps: { start: number; size: number }[] = [];
  while (r.left >= 4 && gaps.length < MOST_GAPS) gaps.push({ start: r.u16(), size: r.u16() });
  return { range: { section, offset, size, gaps } };
}

type Parser = (reader: RecordReader) => DefinitionRangeSymbol;

/** Where the S_LOCAL before lives (cvinfo.h DEFRANGESYM...), by kind. Programs of S_DEFRANGE are not documented. */
export const DEFINITION_RANGES: readonly (readonly [kind: number, parser: Parser])[] = [
  [
    0x1141,
    (r) => {
      const register = r.u16();
      r.skip(2);
      return { is: 'definition-range', place: 'register', register, offset: 0, part: null, ...range(r) };
    },
  ],
  [
    0x1142,
    (r) => {
      const offset = r.i32();
      return { is: 'definition-range', place: 'frame', register: null, offset, part: null, ...range(r) };
    },
  ],
  [
    0x1143,
    (r) => {
      const register = r.u16();
      r.skip(2);
      const part = r.u32() & 0xfff;
      return { is: 'definition-range', place: 'register', register, offset: 0, part, ...range(r) };
    },
  ],
  [
    0x1144,
    (r) => ({ is: 'definition-range', place: 'frame', register: null, offset: r.i32(), part: null, range: null }),
  ],
  [
    0x1145,
    (r) => {
      const register = r.u16();
      const bits = r.u16();
      const offset = r.i32();
      // Bit 0: a member of a structure that was spilled, `offsetParent` bytes into it.
      const part = (bits & 1) !== 0 ? bits >>> 4 : null;
      return { is: 'definition-range', place: 'memory', register, offset, part, ...range(r) };
    },
  ],
];
