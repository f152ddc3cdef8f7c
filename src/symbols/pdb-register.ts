/**
 * Registers by their CV_HREG_e numbers (cvconst.h), by WinDbg's names. The numbers of x86 hold for the parts of x64
 * registers too.
 */
const X86: readonly (readonly [first: number, names: string])[] = [
  [1, 'al cl dl bl ah ch dh bh ax cx dx bx sp bp si di eax ecx edx ebx esp ebp esi edi es cs ss ds fs gs'],
  [128, 'st0 st1 st2 st3 st4 st5 st6 st7'],
  [154, 'xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7'],
];
const X64: readonly (readonly [first: number, names: string])[] = [
  ...X86,
  [252, 'xmm8 xmm9 xmm10 xmm11 xmm12 xmm13 xmm14 xmm15'],
  [324, 'sil dil bpl spl rax rbx rcx rdx rsi rdi rbp rsp r8 r9 r10 r11 r12 r13 r14 r15'],
  [344, 'r8b r9b r10b r11b r12b r13b r14b r15b r8w r9w r10w r11w r12w r13w r14w r15w'],
  [360, 'r8d r9d r10d r11d r12d r13d r14d r15d'],
  [368, numbered('ymm', 16)],
  // The lowest lanes of vectors, where scalars are.
  ...Array.from({ length: 8 }, (_, index) => [194 + 4 * index, `xmm${index}`] as const),
  ...Array.from({ length: 8 }, (_, index) => [260 + 4 * index, `xmm${8 + index}`] as const),
  [226, numbered('xmm', 8)],
];
const ARM64: readonly (readonly [first: number, names: string])[] = [
  [10, numbered('w', 31)],
  [50, `${numbered('x', 29)} fp lr sp`],
  [100, numbered('s', 32)],
  [140, numbered('d', 32)],
  [180, numbered('v', 32)],
];

function numbered(letter: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${letter}${index}`).join(' ');
}

const IMAGE_FILE_MACHINE_I386 = 0x14c;
const IMAGE_FILE_MACHINE_AMD64 = 0x8664;
const IMAGE_FILE_MACHINE_ARM64 = 0xaa64;

const tables = new Map<number, ReadonlyMap<number, string>>(
  (
    [
      [IMAGE_FILE_MACHINE_I386, X86],
      [IMAGE_FILE_MACHINE_AMD64, X64],
      [IMAGE_FILE_MACHINE_ARM64, ARM64],
    ] as const
  ).map(([machine, runs]) => [
    machine,
    new Map(runs.flatMap(([first, names]) => names.split(' ').map((name, index) => [first + index, name] as const))),
  ]),
);

/** CV_ALLREG_VFRAME: the virtual frame of x86, `$T0` of its frame-data program. */
const CV_ALLREG_VFRAME = 30006;

/**
 * The register with a CodeView number on a machine (IMAGE_FILE_MACHINE_...), `vframe` for the virtual frame of x86;
 * null for one that is not named here.
 */
export function codeViewRegister(machine: number, number: number): string | null {
  if (number === CV_ALLREG_VFRAME) return 'vframe';
  return tables.get(machine)?.get(number) ?? null;
}

/**
 * The register that frame-relative locations of a procedure count from: CV encoded base pointers of S_FRAMEPROC (bits
 * 14 for locals, 16 for parameters). `vframe` is `$T0`; null when the procedure has no frame, and on other processors.
 */
export function frameBase(machine: number, flags: number, isParameter: boolean): string | null {
  const encoded = (flags >>> (isParameter ? 16 : 14)) & 3;
  if (machine === IMAGE_FILE_MACHINE_I386) return [null, 'vframe', 'ebp', 'ebx'][encoded] ?? null;
  if (machine === IMAGE_FILE_MACHINE_AMD64) return [null, 'rsp', 'rbp', 'r13'][encoded] ?? null;
  return null;
}
