/** A range of code that an inlined function occupies, with its line; offsets count from the start of the outer procedure. */
export interface InlineRange {
  readonly start: number;
  readonly end: number;
  /** Lines to add to the inlinee's first line. */
  readonly lineOffset: number;
  /** Offset in the module's file checksums, when the code comes from another file than the inlinee's; else null. */
  readonly file: number | null;
}

/**
 * The binary annotations of S_INLINESITE as ranges (cvinfo.h CodeViewInfo BinaryAnnotationOpcode: compressed numbers,
 * a small machine of code offset, line and file). Ends quietly at the first number that is cut or unknown.
 */
export function inlineRanges(annotations: Uint8Array): InlineRange[] {
  const ranges: { start: number; end: number; lineOffset: number; file: number | null }[] = [];
  let at = 0;
  let base = 0;
  let code = 0;
  let line = 0;
  let file: number | null = null;
  /** Whether the last range still waits for its end. */
  let open = false;

  const number = (): number => {
    const first = annotations[at] ?? -1;
    if (first < 0) return -1;
    if (first < 0x80) {
      at += 1;
      return first;
    }
    if (first < 0xc0 && at + 2 <= annotations.length) {
      at += 2;
      return ((first & 0x3f) << 8) | annotations[at - 1]!;
    }
    if (first < 0xe0 && at + 4 <= annotations.length) {
      at += 4;
      return ((first & 0x1f) << 24) | (annotations[at - 3]! << 16) | (annotations[at - 2]! << 8) | annotations[at - 1]!;
    }
    return -1;
  };
  const signed = (value: number): number => (value & 1 ? -(value >>> 1) : value >>> 1);
  const begin = (length: number | null): void => {
    const start = base + code;
    const last = ranges.at(-1);
    if (open && last !== undefined) last.end = Math.max(last.start, start);
    ranges.push({ start, end: length === null ? start : start + length, lineOffset: line, file });
    open = length === null;
  };

  while (at < annotations.length) {
    const opcode = number();
    if (opcode <= 0) break;
    const first = number();
    if (first < 0) break;
    switch (opcode) {
      case 1:
        code = first;
        begin(null);
        break;
      case 2:
        base = first;
        break;
      case 3:
        code += first;
        begin(null);
        break;
      case 4: {
        const last = ranges.at(-1);
        if (open && last !== undefined) last.end = last.start + first;
        open = false;
        code += first;
        break;
      }
      case 5:
        file = first;
        break;
      case 6:
        line += signed(first);
        break;
      case 11:
        code += first & 0xf;
        line += signed(first >>> 4);
        begin(null);
        break;
      case 12: {
        const delta = number();
        if (delta < 0) return ranges;
        code += delta;
        begin(first);
        break;
      }
      default:
        // Line-end deltas, range kinds and columns change nothing here.
        if (opcode > 14) return ranges;
    }
  }
  return ranges;
}
