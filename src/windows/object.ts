/** An executive object by its header, from memory or from a log. Addresses are unsigned; null is unknown. */
export interface ExecutiveObject {
  readonly address: bigint;
  readonly header: bigint;
  /** `Process`, `Event`, `File` ... */
  readonly type: string | null;
  readonly typeAddress: bigint | null;
  readonly handleCount: bigint | null;
  /** As stored: since Windows 8.1 each handle counts for thousands of references. */
  readonly pointerCount: bigint | null;
  /** Its own name without the directory; null when it has none or the name is not in the dump. */
  readonly name: string | null;
  /** The directory object that holds the name. */
  readonly directory: bigint | null;
  /** The name with all directories: `\BaseNamedObjects\Ready`. Null where a directory on the way is not in the dump. */
  readonly path: string | null;
}

/** A handle of a process, or of the kernel. */
export interface Handle {
  readonly handle: number;
  readonly object: bigint;
  readonly access: number;
  readonly protected: boolean;
  readonly inherit: boolean;
  readonly audit: boolean;
  /** Of its HANDLE_TABLE_ENTRY; null from a log that does not print it. */
  readonly entry: bigint | null;
  readonly type: string | null;
  readonly name: string | null;
}

/** The handle table of a process. */
export interface HandleTable {
  readonly address: bigint;
  readonly process: bigint | null;
  readonly processId: number | null;
  /** The number of handles that table or process states; null where this version keeps none. */
  readonly stated: number | null;
  /** 1, 2 or 3 levels of pages. */
  readonly levels: number | null;
  readonly handles: readonly Handle[];
  /** Why handles may be missing, for people. */
  readonly lost: string | null;
}
