/** A number as MASM expressions write it. */
export interface MasmNumber {
  /** More than 64 bits where somebody wrote too many digits. */
  readonly value: bigint;
  readonly length: number;
  /** Written so that a kernel debugger extends its sign: high bit of 32 set, no backtick, no leading zeros. */
  readonly extends: boolean;
}

const NUMBER = /(0[xX][0-9a-fA-F`]+|0[nN][0-9]+|0[tT][0-7]+|0[yY][01]+|[0-9a-fA-F`]+)([hH])?(?![\w!:`])/y;
/** Digits beyond these overflow anyway: binary needs 64, and people group by backticks. */
const LONGEST = 160;

/** The number at `at` with prefix, suffix or in the default radix; null where the text is none. */
export function masmNumberAt(text: string, at: number, radix: 8 | 10 | 16): MasmNumber | null {
  NUMBER.lastIndex = 0;
  const found = NUMBER.exec(text.slice(at, at + LONGEST));
  if (!found) return null;
  const [all, digits = '', suffix] = found;
  const value = numberOf(digits.replaceAll('`', ''), suffix !== undefined ? 16 : radix);
  if (value === null) return null;
  const bare = digits.replace(/^0[xXnNtTyY]/, '');
  const isNarrow = value >= 0x80000000n && value <= 0xffffffffn;
  return { value, length: all.length, extends: isNarrow && !digits.includes('`') && !/^0/.test(bare) };
}

function numberOf(digits: string, radix: 8 | 10 | 16): bigint | null {
  const rest = digits.slice(2);
  switch (digits.slice(0, 2).toLowerCase()) {
    case '0x':
      return rest === '' ? null : BigInt(digits);
    case '0n':
      return BigInt(rest);
    case '0t':
      return BigInt(`0o${rest}`);
    case '0y':
      return BigInt(`0b${rest}`);
  }
  if (radix === 16) return digits === '' ? null : BigInt(`0x${digits}`);
  if (radix === 10) return /^[0-9]+$/.test(digits) ? BigInt(digits) : null;
  return /^[0-7]+$/.test(digits) ? BigInt(`0o${digits}`) : null;
}
