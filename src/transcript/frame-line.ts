import { parseAddress, parseSymbolText, type SymbolText } from './symbol-text.ts';

/** One printed line of a stack, before return addresses are assigned to frames. */
export interface FrameLine {
  /** The printed frame number, hexadecimal in the log; null when there is none. */
  readonly number: number | null;
  readonly stackPointer: bigint | null;
  /** What the RetAddr column says; null where the form has none (inline frames, `kc`). */
  readonly returnAddress: bigint | null;
  /** The frame's own instruction pointer, in the forms that print it (SOS, mex `!us`). */
  readonly ownAddress: bigint | null;
  readonly arguments: readonly bigint[];
  readonly symbol: SymbolText | null;
  /** The symbol column, verbatim. */
  readonly text: string;
  readonly inline: boolean;
  /** 32-bit columns. */
  readonly narrow: boolean;
}

/** How the columns of a stack were announced. */
export type StackLayout =
  /** `ChildEBP RetAddr [Args]`, `Child-SP RetAddr [: Args :] Call Site`, STACK_TEXT. */
  | 'return'
  /** `Child-SP Child-BSP RetAddr` of Itanium. */
  | 'backing-store'
  /** `Child SP IP Call Site` of SOS: the second column is the frame's own address. */
  | 'own'
  /** `RetAddr : Args to Child : Call Site`: no stack pointer. */
  | 'return-only'
  /** `kc`: call sites only. */
  | 'call-site'
  /** mex `!us`: the frame's own address and its symbol. */
  | 'address-and-symbol';

const A = "[0-9a-fA-F]{8}(?:[`'][0-9a-fA-F]{8}|[0-9a-fA-F]{8})?";
const NUMBER = '(?:([0-9a-fA-F]{1,3})\\s+)?';
/** 1 number, 2 distance of kf, 3 stack pointer, 4 return address, 5 the rest. */
const TWO = new RegExp(`^\\s*(?:\\.?\\s*)${NUMBER}(?:([0-9a-fA-F]{1,7})\\s+)?(${A})\\s+(${A})(?=[\\s:]|$)\\s*(.*)$`);
const THREE = new RegExp(`^\\s*${NUMBER}(${A})\\s+(${A})\\s+(${A})(?=\\s|$)\\s*(.*)$`);
const ONE = new RegExp(`^\\s*${NUMBER}(${A})\\s+(\\S.*)$`);
const INLINE = /^\s*(?:([0-9a-fA-F]{1,3})\s+)?\(Inline(?: Function)?\)\s*(?:-{8,16}(?:`-{8})?)?\s*(.*)$/;
/** `... : nt!KeBugCheckEx+0x104 ...`, as authors shorten STACK_TEXT. */
const LEFT_OUT = /^\s*\.{2,}\s*:\s*(\S.*?)\s*(?:\.{2,}\s*)?$/;
const ARGUMENT = new RegExp(`^:?\\s*(${A})(?=[\\s:]|$)`);
const CALL_SITE = /^\s*(?:([0-9a-fA-F]{1,3})\s+)?(\S.*)$/;

/** Reads one line as a frame of the given layout, or null. */
export function parseFrameLine(line: string, layout: StackLayout): FrameLine | null {
  if (line.length < 4) return null;
  if (line.includes('(Inline')) {
    const inline = INLINE.exec(line);
    if (inline) {
      const text = inline[2]!
        .replace(/^:.*?:\s*(?=\S+!)/, '')
        .replace(/^:\s*/, '')
        .trim();
      return { ...BLANK, number: hexOrNull(inline[1]), symbol: parseSymbolText(text), text, inline: true };
    }
  }
  if (layout === 'call-site') {
    const found = CALL_SITE.exec(line);
    const text = found?.[2]?.trim() ?? '';
    const symbol = parseSymbolText(text);
    return found && symbol ? { ...BLANK, number: hexOrNull(found[1]), symbol, text } : null;
  }
  if (layout === 'address-and-symbol') {
    const found = ONE.exec(line);
    const symbol = found ? parseSymbolText(found[3]!) : null;
    return found && symbol
      ? { ...BLANK, number: hexOrNull(found[1]), ownAddress: parseAddress(found[2]!), symbol, text: found[3]!.trim() }
      : null;
  }
  if (layout === 'backing-store') {
    const found = THREE.exec(line);
    if (!found) return null;
    const text = found[5]!.trim();
    return {
      ...BLANK,
      number: hexOrNull(found[1]),
      stackPointer: parseAddress(found[2]!),
      returnAddress: parseAddress(found[4]!),
      symbol: parseSymbolText(text),
      text,
      narrow: found[2]!.length === 8,
    };
  }
  if (layout === 'return-only') {
    const found = ONE.exec(line);
    if (!found) return null;
    const { values, text } = takeArguments(found[3]!);
    const returnAddress = parseAddress(found[2]!);
    return {
      ...BLANK,
      number: hexOrNull(found[1]),
      returnAddress,
      arguments: values,
      symbol: parseSymbolText(text),
      text,
    };
  }
  const left = line.includes('..') ? LEFT_OUT.exec(line) : null;
  if (left) {
    const symbol = parseSymbolText(left[1]!);
    return symbol && line.includes('!') ? { ...BLANK, symbol, text: left[1]! } : null;
  }
  const found = TWO.exec(line);
  if (!found) return null;
  const { values, text } = takeArguments(found[5]!);
  const second = parseAddress(found[4]!);
  return {
    ...BLANK,
    number: hexOrNull(found[1]),
    stackPointer: parseAddress(found[3]!),
    returnAddress: layout === 'own' ? null : second,
    ownAddress: layout === 'own' ? second : null,
    arguments: values,
    symbol: parseSymbolText(text),
    text,
    narrow: found[3]!.length === 8,
  };
}

const BLANK: FrameLine = {
  number: null,
  stackPointer: null,
  returnAddress: null,
  ownAddress: null,
  arguments: [],
  symbol: null,
  text: '',
  inline: false,
  narrow: false,
};

function hexOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number.parseInt(text, 16);
}

/** The argument columns before the symbol: three to five on 32-bit, `: a b c d :` on 64-bit, `...` where they were left out. */
function takeArguments(text: string): { values: bigint[]; text: string } {
  const values: bigint[] = [];
  let rest = text;
  for (let i = 0; i < 5; i++) {
    const found = beginsLikeArgument(rest) ? ARGUMENT.exec(rest) : null;
    if (!found) break;
    // The last address of a line is its symbol column: `... : 0x123` or an unknown address.
    if (rest.slice(found[0].length).trim() === '' && rest.startsWith(':')) break;
    values.push(parseAddress(found[1]!) ?? 0n);
    rest = rest.slice(found[0].length).trimStart();
  }
  if (rest.includes('..')) rest = rest.replace(/^:?\s*\.{2,}\s*:/, '');
  if (rest.startsWith(':')) rest = rest.replace(/^:\s*/, '');
  return { values, text: rest.trim() };
}

/** Whether the first character can begin an argument: a colon, a blank or a hexadecimal digit. */
function beginsLikeArgument(text: string): boolean {
  const code = text.charCodeAt(0);
  return code <= 0x3a || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66) || code > 0x7f;
}
