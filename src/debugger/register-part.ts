import type { Architecture } from '../machine/context.ts';

type Part = readonly [whole: string, shift: bigint, bits: bigint];

/** Registers of x86 and x64 by part: what `ax`, `al`, `ah`, `sil` mean in terms of the whole register. */
const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...['a', 'b', 'c', 'd'].flatMap((letter): [string, Part][] => [
    [`${letter}x`, [`${letter}x`, 0n, 16n]],
    [`${letter}l`, [`${letter}x`, 0n, 8n]],
    [`${letter}h`, [`${letter}x`, 8n, 8n]],
    [`e${letter}x`, [`${letter}x`, 0n, 32n]],
  ]),
  ...['si', 'di', 'bp', 'sp'].flatMap((name): [string, Part][] => [
    [name, [name, 0n, 16n]],
    [`${name}l`, [name, 0n, 8n]],
    [`e${name}`, [name, 0n, 32n]],
  ]),
]);

/** Flags of x86 by their bit (Microsoft Learn, "x86 Flags"); iopl has two. */
const FLAGS: ReadonlyMap<string, readonly [bit: bigint, bits: bigint]> = new Map([
  ['cf', [0n, 1n]],
  ['pf', [2n, 1n]],
  ['af', [4n, 1n]],
  ['zf', [6n, 1n]],
  ['sf', [7n, 1n]],
  ['tf', [8n, 1n]],
  ['if', [9n, 1n]],
  ['df', [10n, 1n]],
  ['of', [11n, 1n]],
  ['iopl', [12n, 2n]],
]);

/** Parts that are named by number: `r8d` of x64, `w3`, `d1` and `s2` of ARM64, the lower half of `ymm0`, `mm0`. */
function numberedPart(name: string): Part | null {
  const found = /^(r|w|d|s|xmm|mm)(\d{1,2})([dwb]?)$/.exec(name);
  if (!found) return null;
  const [, letter, number, size] = found;
  if (letter === 'r') return size ? [`r${number}`, 0n, size === 'd' ? 32n : size === 'w' ? 16n : 8n] : null;
  if (size) return null;
  if (letter === 'w') return [number === '29' ? 'fp' : number === '30' ? 'lr' : `x${number}`, 0n, 32n];
  // MMX registers are the mantissas of the x87.
  if (letter === 'mm') return [`st${number}`, 0n, 64n];
  if (letter === 'xmm') return [`ymm${number}`, 0n, 128n];
  return [`v${number}`, 0n, letter === 'd' ? 64n : 32n];
}

/** A register, a part of one (`ax`, `r8d`, `w3`) or a flag (`zf`) among those of a context; null when it is not known. */
export function registerPart(registers: ReadonlyMap<string, bigint>, name: string): bigint | null {
  const direct = registers.get(name);
  if (direct !== undefined) return direct;
  const flag = FLAGS.get(name);
  const efl = flag ? registers.get('efl') : undefined;
  if (flag && efl !== undefined) return BigInt.asUintN(Number(flag[1]), efl >> flag[0]);
  const part = PARTS.get(name) ?? numberedPart(name);
  if (!part) return null;
  const [whole, shift, bits] = part;
  const value = registers.get(whole) ?? registers.get(`r${whole}`) ?? registers.get(`e${whole}`);
  return value === undefined ? null : BigInt.asUintN(Number(bits), value >> shift);
}

const X86_NAMES =
  /^(?:[re]?[abcd]x|[re]?[sd]i|[re]?[sbi]p|(?:[sd]i|[sb]p)l|[abcd][lh]|r\d+[dwb]?|[cdefgs]s|efl|[xy]?mm\d+|dr\d|x?cr\d|[gi]dt[rl]|(?:ld)?tr|st\d|fp[cst]w|mxcsr)$/;
const ARM_NAMES = /^(?:[xwvds]\d{1,2}|fp|lr|sp|pc|cpsr|fp[cs]r)$/;

/** Whether a processor has a register, a part of one or a flag of that lower-case name, known in a dump or not. */
export function isRegisterName(name: string, architecture: Architecture): boolean {
  if (architecture === 'arm64') return ARM_NAMES.test(name);
  return X86_NAMES.test(name) || FLAGS.has(name);
}
