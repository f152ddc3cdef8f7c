/** A virtual address descriptor: one range of a process's user space, as `!vad` shows it. Null is unknown. */
export interface VadRange {
  readonly address: bigint;
  /** Depth in the tree, the root is 0. */
  readonly level: number;
  /** First and last page number. */
  readonly startPage: bigint;
  readonly endPage: bigint;
  readonly commit: bigint | null;
  /** `Private`, `Mapped`, `Phys`. */
  readonly type: 'Private' | 'Mapped' | 'Phys' | null;
  /** True for images: `Mapped  Exe`. */
  readonly isImage: boolean;
  /** `READWRITE`, `EXECUTE_WRITECOPY`, `NO_ACCESS` ... by the five protection bits. */
  readonly protection: string | null;
  readonly isLargePage: boolean;
  /** The mapped file, `\Windows\System32\ntdll.dll`; `Pagefile section` for sections without one. */
  readonly file: string | null;
}

/** The VAD tree of a process in ascending order. */
export interface VadTree {
  readonly process: bigint;
  readonly root: bigint;
  readonly ranges: readonly VadRange[];
  /** Why ranges may be missing; null when they are not. */
  readonly lost: string | null;
  readonly line: number | null;
}
