/** What a bad pointer's value looks like. */
export interface PointerClue {
  /** Short, for a summary. */
  readonly label: string;
  readonly statement: string;
}

/** Fill patterns as documented for the Windows heap, the Microsoft C runtime and the kernel. */
const FILLS: readonly (readonly [word: number, who: string])[] = [
  [0xfeeefeee, 'memory that the Windows heap filled when it was freed'],
  [0xbaadf00d, 'memory that the Windows heap filled when it was allocated and that was never initialised'],
  [0xabababab, 'the guard bytes after a Windows heap block'],
  [0xcdcdcdcd, 'memory that the debug C runtime filled when it was allocated and that was never initialised'],
  [0xdddddddd, 'memory that the debug C runtime filled when it was freed'],
  [0xfdfdfdfd, 'the guard bytes around a debug C runtime block'],
  [0xcccccccc, 'an uninitialised local variable in a debug build'],
  [0xdeadbeef, 'a value that programmers write to mark memory as dead'],
  [0xdeadf00d, 'a value that programmers write to mark memory as dead'],
  [0xbadf00d0, 'a value that programmers write to mark memory as bad'],
  [0xf0f0f0f0, 'memory that full page heap filled when it was freed'],
  [0xc0c0c0c0, 'memory that page heap filled when it was allocated and that was never initialised'],
  [0xe0e0e0e0, 'memory that light page heap filled when it was allocated and that was never initialised'],
  [0xa0a0a0a0, 'the bytes behind a block of light page heap'],
  [0xd0d0d0d0, 'the bytes behind a block of full page heap'],
  [0xbebebebe, 'memory that AddressSanitizer filled when it was allocated and that was never initialised'],
  [0xbbadbeef, 'the address that WebKit and its relatives crash at on purpose'],
  [0xe5e5e5e5, 'memory that jemalloc (Firefox) filled when it was freed'],
  [0xefefefef, 'memory that Chromium or PartitionAlloc filled when it was freed'],
];
/** Both halves or the whole are the fill word, give or take a field offset. */
const NEAR = 0x1000;

/** The fill pattern that a pointer of 4 or (`wide`) 8 bytes holds, give or take a field's offset; null when it is none. */
export function fillOf(value: bigint, wide: boolean): readonly [word: number, who: string] | null {
  const low = Number(value & 0xffffffffn);
  const high = Number((value >> 32n) & 0xffffffffn);
  return FILLS.find(([word]) => Math.abs(low - word) < NEAR && (wide ? high === word : high === 0)) ?? null;
}

/** What the value itself suggests, or null. `architecture` and `mode` decide what is canonical and what is kernel. */
export function clueOf(value: bigint, architecture: string | null, mode: 'user' | 'kernel' | null): PointerClue | null {
  const wide = architecture !== 'x86' && architecture !== 'arm';
  const fill = fillOf(value, wide);
  if (fill) {
    const [word, who] = fill;
    return { label: 'a fill pattern', statement: `this is the fill pattern ${word.toString(16)}, ${who}` };
  }
  const text = asText(value, wide ? 8 : 4);
  if (text)
    return { label: 'text in a pointer', statement: `the bytes spell "${text}": text was written over the pointer` };
  if (!wide) return null;
  const top = BigInt.asIntN(64, value) >> 47n;
  if (top !== 0n && top !== -1n)
    return {
      label: 'not canonical',
      statement: 'this is no canonical address: bits 63 to 47 are not all equal, so no page can be there',
    };
  if (mode === 'user' && top === -1n)
    return { label: 'a kernel address', statement: 'this is a kernel address, which a process cannot access' };
  if (value < 0x80000000n && value >= 0x10000n)
    return {
      label: 'a small value',
      statement: 'this fits in 32 bits, in a 64-bit program often an integer, a handle or a truncated pointer',
    };
  return null;
}

/** All bytes are printable ASCII, or all UTF-16 units are; null otherwise. */
function asText(value: bigint, size: 4 | 8): string | null {
  const bytes = Array.from({ length: size }, (_, index) => Number((value >> BigInt(index * 8)) & 0xffn));
  const good = (byte: number) => byte >= 0x20 && byte < 0x7f;
  if (bytes.every(good)) return String.fromCharCode(...bytes);
  const wide = bytes.filter((_, index) => index % 2 === 0);
  if (size === 8 && bytes.every((byte, index) => (index % 2 ? byte === 0 : good(byte))))
    return String.fromCharCode(...wide);
  return null;
}
