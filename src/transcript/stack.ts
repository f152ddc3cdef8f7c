import type { Frame, ThreadStack } from '../windows/stack.ts';
import { type FrameLine, parseFrameLine, type StackLayout } from './frame-line.ts';

/** A stack as a log prints it, with the lines it came from (0-based, relative to the lines given). */
export interface StackText {
  readonly stack: ThreadStack;
  /** Line of each frame of `stack`, in the same order. */
  readonly frameLines: readonly number[];
  /** The header's line, or that of the first frame. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The column header as printed; null where there was none. */
  readonly header: string | null;
  /** Printed as STACK_TEXT of `!analyze`. */
  readonly analyzed: boolean;
  /** Printed for the context last set by .cxr, .trap, .thread or .ecxr, as the note before it says. */
  readonly lastSetContext: boolean;
  /** Some frames were left out by the author (`...`) or by the debugger. */
  readonly elided: boolean;
  /** Arguments of each frame, empty where none were printed. */
  readonly arguments: readonly (readonly bigint[])[];
}

const HEADERS: readonly (readonly [RegExp, StackLayout])[] = [
  [/^\s*(?:#\s+)?Child-SP\s+Child-BSP\s+RetAddr/, 'backing-store'],
  [
    /^\s*(?:#\s+)?(?:Memory\s+)?(?:ChildEBP|Child-SP|ChildFP|ChildFramePtr|FramePtr|Child-FP)\s+(?:RetAddr|Return)\b/,
    'return',
  ],
  [/^\s*(?:Child[ -]SP|ESP|SP)\s+(?:IP|EIP|RetAddr)\s+(?:Call Site|Function)?/, 'own'],
  [/^\s*(?:#\s+)?RetAddr\s+: Args to Child\s+: Call Site/, 'return-only'],
  [/^\s*(?:#\s+)?Call Site\s*(?:Source\s*)?$/, 'call-site'],
  [/^\s*\d+ threads? \[stats\]: /, 'address-and-symbol'],
];
const LAST_SET = /\*\*\* Stack trace for last set context/;
const ANALYZED = /^\s*STACK_TEXT:\s*$/;
const ELISION = /^\s*(?:\.{2,}|\[\.\.\.\]|<snip>|\[snip\]|\(\.\.\.\))\s*$/i;
const NOISE =
  /^\s*(?:WARNING: |\*\*\* (?:ERROR|WARNING): |Loading symbols for |Unable to load image |GetContextState failed|GetUlongFromAddress|Unable to get |Page [0-9a-f]+ not present|Unable to read)/i;
/** Memory listings have the same shape as a stack without header: address, value, symbol. */
const MEMORY_COMMAND =
  /^\s*(?:~\S+\s*)?(?:\.f(?:r|rame)?|d[dpq]s|dps|dp[pau]|dd[pau]|dq[pau]|d[abcdfpqwy]?|ln|x|u[bfr]?|s|e[bdwq]|!pte|!pool|!address|lm\S*|dv|!stacks|!running|!irp\S*|dt)\b/i;
const MOST_BLANK = 2;

/** Whether a line announces the columns of a stack. */
export function isStackHeader(line: string): boolean {
  return layoutOf(line) !== null;
}

function layoutOf(line: string): StackLayout | null {
  if (
    !line.includes('Child') &&
    !line.includes('Call Site') &&
    !line.includes('RetAddr') &&
    !line.includes('[stats]') &&
    !line.includes('SP ')
  )
    return null;
  for (const [header, layout] of HEADERS) if (header.test(line)) return layout;
  return null;
}

/**
 * All stacks of a command's output, in every form of `k` and of the commands that print stacks, with or without header.
 * `command` keeps memory listings, which look alike, from being read as stacks.
 */
export function readStacks(lines: readonly string[], command = ''): readonly StackText[] {
  const found: StackText[] = [];
  const headerless = !MEMORY_COMMAND.test(command);
  let lastSet = false;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.includes('*** Stack') && LAST_SET.test(line)) lastSet = true;
    const analyzed = line.includes('STACK_TEXT') && ANALYZED.test(line);
    const layout = analyzed ? 'return' : layoutOf(line);
    if (layout !== null) {
      const block = new Block(lines, i + 1, layout, false);
      if (block.frames.length > 0) {
        found.push(block.finish(i, analyzed ? null : line.trim(), analyzed, lastSet));
        lastSet = false;
        i = block.next;
        continue;
      }
    } else if (headerless && startsLikeFrame(line)) {
      const block = new Block(lines, i, 'return', true);
      if (block.isConvincing()) {
        found.push(block.finish(i, null, false, lastSet));
        lastSet = false;
      }
      i = Math.max(i + 1, block.next);
      continue;
    }
    i++;
  }
  return found;
}

function startsLikeFrame(line: string): boolean {
  return /^\s*[0-9a-fA-F]{2}/.test(line) && (line.includes('!') || line.includes('+0x') || line.includes('`'));
}

class Block {
  readonly frames: { line: FrameLine; at: number; afterGap: boolean }[] = [];
  readonly warnings: string[] = [];
  elided = false;
  next: number;
  readonly #lines: readonly string[];
  readonly #layout: StackLayout;
  /** Without a header only lines that can be nothing else are frames. */
  readonly #strict: boolean;

  constructor(lines: readonly string[], start: number, layout: StackLayout, strict: boolean) {
    this.#lines = lines;
    this.#layout = layout;
    this.#strict = strict;
    this.next = start;
    this.#read(start);
  }

  #read(start: number): void {
    let blank = 0;
    let gap = false;
    let end = start;
    for (let i = start; i < this.#lines.length; ) {
      const text = this.#lines[i]!;
      if (text.trim() === '') {
        if (++blank > MOST_BLANK) break;
        i++;
        continue;
      }
      if (ELISION.test(text)) {
        gap = true;
        this.elided = true;
        i++;
        end = i;
        continue;
      }
      if (NOISE.test(text)) {
        if (/^\s*WARNING: /.test(text)) this.warnings.push(text.trim());
        i++;
        continue;
      }
      if (layoutOf(text) !== null) break;
      const { frame, used } = this.#frameAt(i);
      if (!frame) break;
      if (blank > 0 && this.#startsAnew(frame)) break;
      const before = this.frames.at(-1);
      if (before && frame.number !== null && before.line.number !== null && frame.number > before.line.number + 1)
        gap = true;
      if (!before && frame.number !== null && frame.number > 0) gap = true;
      if (gap) this.elided = true;
      this.frames.push({ line: frame, at: i, afterGap: gap });
      gap = false;
      blank = 0;
      i += used;
      end = i;
    }
    this.next = Math.max(end, start);
  }

  /** After a blank line: does this frame begin another stack? */
  #startsAnew(frame: FrameLine): boolean {
    const before = this.frames.at(-1)?.line;
    if (!before) return false;
    if (frame.number !== null) return before.number === null || frame.number <= before.number;
    if (before.number !== null) return true;
    return before.returnAddress === 0n || (this.#layout === 'address-and-symbol' && frame.ownAddress !== null);
  }

  /** The frame at a line, joined with the lines it was wrapped over. */
  #frameAt(at: number): { frame: FrameLine | null; used: number } {
    const text = this.#lines[at]!;
    const frame = this.#accept(parseFrameLine(text, this.#layout));
    if (frame && (frame.symbol || frame.inline)) {
      const more = this.#unfinished(text, at);
      if (more === 0) return { frame, used: 1 };
      if (more < 0) {
        const whole = this.#accept(parseFrameLine(text.trimEnd() + this.#lines[at + 1]!.trim(), this.#layout));
        return whole?.symbol ? { frame: whole, used: 2 } : { frame, used: 1 };
      }
      const whole = this.#accept(
        parseFrameLine(
          this.#lines
            .slice(at, at + 1 + more)
            .map((part) => part.trim())
            .join(' '),
          this.#layout,
        ),
      );
      return whole?.symbol ? { frame: whole, used: 1 + more } : { frame, used: 1 };
    }
    // The columns are there but no symbol: it may have been wrapped to the next line.
    const loose = parseFrameLine(text, this.#layout);
    if (loose && loose.symbol === null && /^\s*\S/.test(this.#lines[at + 1] ?? '')) {
      const next = this.#lines[at + 1]!;
      const follows = parseFrameLine(next, this.#layout);
      if (!follows || follows.stackPointer === null) {
        for (const glue of [' ', '']) {
          const whole = this.#accept(parseFrameLine(`${text.trimEnd()}${glue}${next.trim()}`, this.#layout));
          if (whole?.symbol && !NOISE.test(next)) return { frame: whole, used: 2 };
        }
      }
    }
    if (this.#strict || this.#layout === 'address-and-symbol' || this.#layout === 'call-site')
      return { frame: null, used: 0 };
    // Under a header, addresses alone are a frame whose symbol the debugger did not know or whose text means nothing to us.
    return { frame: loose, used: 1 };
  }

  #accept(frame: FrameLine | null): FrameLine | null {
    if (!frame || !this.#strict) return frame;
    return frame.symbol ? frame : null;
  }

  /** How many lines more belong to this one: parameters of kP, one a line, or a source path; -1 for one that continues a word. */
  #unfinished(text: string, at: number): number {
    const open = text.lastIndexOf('(');
    if (open >= 0 && text.indexOf(')', open) < 0 && /\($/.test(text.trimEnd())) {
      for (let more = 1; more <= 64; more++) {
        const next = this.#lines[at + more];
        if (next === undefined || next.trim() === '') return 0;
        if (/\)(?:\+0x[0-9a-f]+)?\s*(?:\[.*)?$/i.test(next.trimEnd())) return more;
      }
      return 0;
    }
    // A console of 80 columns cuts a symbol in two.
    if (text.trimEnd().length >= 78) {
      const next = (this.#lines[at + 1] ?? '').trim();
      if (/^(?:[^\s!]{0,80}\+0x[0-9a-f]+|0?x[0-9a-f]+|[0-9a-f]{1,6})$/i.test(next) && /![^\s]+$/.test(text.trimEnd()))
        return -1;
    }
    const bracket = text.lastIndexOf(' [');
    if (bracket > 0 && text.indexOf(']', bracket) < 0) {
      const next = this.#lines[at + 1] ?? '';
      if (/^[^[]*@ ?\d+\]\s*$/.test(next) && !parseFrameLine(next, this.#layout)?.stackPointer) return 1;
    }
    return 0;
  }

  /** Two frames, a numbered one with arguments, and not the even steps of a memory listing. */
  isConvincing(): boolean {
    const { frames } = this;
    const first = frames[0]?.line;
    if (!first) return false;
    const steps = frames
      .slice(1)
      .map(({ line }, index) => (line.stackPointer ?? 0n) - (frames[index]!.line.stackPointer ?? 0n));
    const width = first.narrow ? 4n : 8n;
    if (frames.length > 1 && steps.every((step) => step === width) && first.arguments.length === 0) return false;
    if (frames.length === 1)
      return first.arguments.length >= 3 || (first.number !== null && first.returnAddress !== null && !first.inline);
    // A stack grows towards higher addresses; a user stack may follow a kernel one.
    const down = steps.filter((step) => step < 0n).length;
    return down <= 1 + frames.length / 8;
  }

  finish(start: number, header: string | null, analyzed: boolean, lastSetContext: boolean): StackText {
    let ip: bigint | null = null;
    const frames: Frame[] = this.frames.map(({ line, afterGap }) => {
      if (afterGap) ip = null;
      const address: bigint | null = line.ownAddress ?? line.symbol?.address ?? ip;
      if (!line.inline) ip = line.returnAddress === 0n ? null : line.returnAddress;
      return toFrame(line, address);
    });
    const last = this.frames.at(-1);
    return {
      stack: { frames, end: 'transcript', endReason: null, warnings: this.warnings },
      frameLines: this.frames.map(({ at }) => at),
      firstLine: start,
      lastLine: last?.at ?? start,
      header,
      analyzed,
      lastSetContext,
      elided: this.elided,
      arguments: this.frames.map(({ line }) => line.arguments),
    };
  }
}

function toFrame(line: FrameLine, address: bigint | null): Frame {
  const { symbol } = line;
  return {
    address,
    stackPointer: line.narrow || line.stackPointer === 0n ? null : line.stackPointer,
    framePointer: line.narrow && line.stackPointer !== 0n ? line.stackPointer : null,
    module: symbol?.module ?? null,
    function: symbol?.function ?? null,
    offset: symbol?.offset ?? null,
    source: symbol?.source ?? null,
    inline: line.inline,
    trust: 'transcript',
    trapFrame: symbol?.trapFrame ?? null,
    unloadedModule: symbol?.unloadedModule ?? null,
  };
}
