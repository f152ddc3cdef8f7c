/** What a debugger printed for one address: `nt!KiSwapContext+0x26 [file @ 12]`, `driver+0x1170`, `<Unloaded_x.dll>+0x5`, `0x123`. */
export interface SymbolText {
  readonly module: string | null;
  readonly function: string | null;
  readonly offset: bigint | null;
  readonly unloadedModule: string | null;
  /** The address itself, where that is all that was printed. */
  readonly address: bigint | null;
  readonly source: { readonly file: string; readonly line: number } | null;
  /** From `(TrapFrame @ a)` or `(FPO: [0,2] TrapFrame @ a)`. */
  readonly trapFrame: bigint | null;
}

/** A hexadecimal address with or without `0x` and backtick, unsigned; null when it is not one. */
export function parseAddress(text: string): bigint | null {
  let digits = text.startsWith('0x') || text.startsWith('0X') ? text.slice(2) : text;
  if (digits.includes('`')) digits = digits.replaceAll('`', '');
  if (digits.includes("'")) digits = digits.replaceAll("'", '');
  return /^[0-9a-fA-F]{1,16}$/.test(digits) ? BigInt(`0x${digits}`) : null;
}

/** A hexadecimal number that fits 32 bits, else null. */
export function parseHex32(text: string): number | null {
  const value = parseAddress(text);
  return value !== null && value <= 0xffff_ffffn ? Number(value) : null;
}

const NOTE =
  /\s*\((?:FPO: (?:\[[^\]]*\]\s*)*(?:TrapFrame(?:-EV)? @ [0-9a-f`]+)?(?:TaskGate [^)]*)?(?:Managed)?|CONV: \w+|TrapFrame(?:-EV)? @ [0-9a-f`]+|Managed|SEH|No FPO|TaskGate [^)]*)\)/gi;
const SOURCE_BRACKETS = /\s*\[(?:inlined in [^\]]*|([^[\]]*?) @ (\d+)|[^[\]]*\.[A-Za-z]{1,4} @ ?)\]?\s*$/;
const SOURCE_PARENTHESES = /\s+\(([^()]+?) @ (\d+)\)\s*$/;
const SOURCE_COLUMN =
  /\s{1,}((?:[A-Za-z]:[\\/]|\\\\|\/|[\w.-]+\.(?:c|cpp|cxx|cc|h|hpp|inl|asm|rs|cs)\b)[^@]*?) @ (\d+)\s*$/;
const UNLOADED = /^<Unloaded_([^>]+)>(?:\+(?:0x)?([0-9a-f`]+))?$/i;
const NAMED = /^([^\s!`'"()[\],;:<>|*?]+)!(\S.*|\s+\?\?.*)$/;
const MODULE_OFFSET = /^([A-Za-z_][^\s!`'"()[\],;:<>|*?+]*)\+0x([0-9a-f`]+)$/i;
/** NT-era logs name kernel functions without their module. */
const KERNEL_FUNCTION = /^(?:Ki|Ke|Ex|Exp|Mm|Mi|Io|Iop|Nt|Zw|Ob|Ps|Psp|Rtl|Phase[01])[A-Z]\w{2,}$/;
const BARE = /^(?:0x[0-9a-f]{1,8}(?:`?[0-9a-f]{8})?|[0-9a-f]{8}`[0-9a-f]{8})$/i;

/** Reads what stands in the symbol column; null when it is nothing a debugger prints there. */
export function parseSymbolText(text: string): SymbolText | null {
  let rest = text.trim();
  if (rest === '') return null;
  let source: SymbolText['source'] = null;
  const takeSource = (found: RegExpExecArray | null): void => {
    if (!found) return;
    rest = rest.slice(0, found.index).trimEnd();
    if (found[1] !== undefined && found[2] !== undefined) source = { file: found[1].trim(), line: Number(found[2]) };
  };
  if (rest.includes('@') || rest.includes('[')) {
    takeSource(SOURCE_BRACKETS.exec(rest));
    if (!source && rest.includes(' @ ')) takeSource(SOURCE_PARENTHESES.exec(rest) ?? SOURCE_COLUMN.exec(rest));
  }
  let trapFrame: bigint | null = null;
  if (rest.endsWith(')')) {
    const trap = /TrapFrame(?:-EV)? @ ([0-9a-f`]+)\)/i.exec(rest);
    if (trap) trapFrame = parseAddress(trap[1]!);
    rest = rest.replace(NOTE, '').trimEnd();
  }
  // Most symbols are a single word, to which nothing of this can apply.
  if (/\s/.test(rest)) rest = withoutRemark(rest).replace(/, calling .*$/, '');
  if (rest.startsWith('(')) rest = rest.replace(/^\((<Unloaded_[^)]*)\)$/, '$1');
  const nothing = {
    module: null,
    function: null,
    offset: null,
    unloadedModule: null,
    address: null,
    source,
    trapFrame,
  };
  const unloaded = rest.startsWith('<') ? UNLOADED.exec(rest) : null;
  if (unloaded)
    return { ...nothing, unloadedModule: unloaded[1]!, offset: unloaded[2] ? parseAddress(unloaded[2]) : null };
  if (BARE.test(rest)) return { ...nothing, address: parseAddress(rest) };
  const named = NAMED.exec(rest);
  if (named) {
    const { name, offset } = splitOffset(named[2]!.trim());
    const bare = withoutArguments(name);
    return bare === '' ? null : { ...nothing, module: named[1]!, function: bare, offset };
  }
  const plain = MODULE_OFFSET.exec(rest);
  if (plain && KERNEL_FUNCTION.test(plain[1]!))
    return { ...nothing, function: plain[1]!, offset: parseAddress(plain[2]!) };
  if (plain) return { ...nothing, module: plain[1]!, offset: parseAddress(plain[2]!) };
  return null;
}

/** Authors annotate frames: `+0x114   // the lock`, `(!devobj ff0ce870)`, `--> look here`, `[No function listed.]`. */
function withoutRemark(text: string): string {
  const offset = /\+0x[0-9a-f`]+(?=\s)/i.exec(text);
  const cut =
    offset && !text.slice(0, offset.index).includes('(') ? text.slice(0, offset.index + offset[0].length) : text;
  return cut.replace(/\s+(?:\/\/|-->|<--|\(!|\[No function).*$/, '');
}

function splitOffset(text: string): { name: string; offset: bigint } {
  const hex = /\+0x([0-9a-f`]{1,17})$/i.exec(text);
  if (hex) return { name: text.slice(0, hex.index), offset: parseAddress(hex[1]!) ?? 0n };
  // `!analyze` tags and NT-era listings leave out the 0x.
  const old = /[\w)>`'@?]\+([0-9a-f]{1,8})$/i.exec(text);
  if (old) return { name: text.slice(0, old.index + 1), offset: parseAddress(old[1]!) ?? 0n };
  return { name: text, offset: 0n };
}

/** `kp` and `kP` print types and values after the name; a managed or C++ name keeps its signature. */
function withoutArguments(name: string): string {
  const trimmed = name.trim();
  if (!trimmed.endsWith(')')) return trimmed;
  let depth = 0;
  for (let i = trimmed.length - 1; i >= 0; i--) {
    const char = trimmed[i];
    if (char === ')') depth++;
    else if (char === '(' && --depth === 0) {
      const inside = trimmed.slice(i + 1, -1).trim();
      const before = trimmed.slice(0, i);
      if (before === '' || before.endsWith('operator')) return trimmed;
      return inside === 'void' || / = |^\s*\w[\w\s*&:<>,]* =/.test(inside) ? before.trim() : trimmed;
    }
  }
  return trimmed;
}
