type Flags = readonly (readonly [bit: number, name: string])[];

/** Bits of LDR_DATA_TABLE_ENTRY.Flags that have kept their meaning since Windows XP. */
const ALWAYS: Flags = [
  [0x4, 'LDRP_IMAGE_DLL'],
  [0x1000, 'LDRP_LOAD_IN_PROGRESS'],
  [0x4000, 'LDRP_ENTRY_PROCESSED'],
  [0x40000, 'LDRP_DONT_CALL_FOR_THREADS'],
  [0x80000, 'LDRP_PROCESS_ATTACH_CALLED'],
  [0x100000, 'LDRP_PROCESS_ATTACH_FAILED'],
  [0x200000, 'LDRP_COR_DEFERRED_VALIDATE'],
  [0x400000, 'LDRP_COR_IMAGE'],
  [0x800000, 'LDRP_DONT_RELOCATE'],
  [0x1000000, 'LDRP_COR_IL_ONLY'],
  [0x10000000, 'LDRP_REDIRECTED'],
];
const BEFORE_WINDOWS_8: Flags = [
  [0x2, 'LDRP_STATIC_LINK'],
  [0x2000, 'LDRP_UNLOAD_IN_PROGRESS'],
  [0x8000, 'LDRP_ENTRY_INSERTED'],
];
/** On every entry of the lists since Windows 8, and without a meaning before. */
const IN_LEGACY_LISTS = 0x40;
/** By the bit fields of the structure in public symbols: MarkedForRemoval, LoadConfigProcessed and so on. */
const SINCE_WINDOWS_8: Flags = [
  [0x1, 'LDRP_PACKAGED_BINARY'],
  [0x2, 'LDRP_MARKED_FOR_REMOVAL'],
  [0x8, 'LDRP_LOAD_NOTIFICATIONS_SENT'],
  [0x10, 'LDRP_TELEMETRY_ENTRY_PROCESSED'],
  [0x20, 'LDRP_PROCESS_STATIC_IMPORT'],
  [IN_LEGACY_LISTS, 'LDRP_IN_LEGACY_LISTS'],
  [0x80, 'LDRP_IN_INDEXES'],
  [0x100, 'LDRP_SHIM_DLL'],
  [0x200, 'LDRP_IN_EXCEPTION_TABLE'],
  [0x2000, 'LDRP_LOAD_CONFIG_PROCESSED'],
  [0x8000, 'LDRP_PROTECT_DELAY_LOAD'],
  [0x2000000, 'LDRP_CHPE_IMAGE'],
  [0x80000000, 'LDRP_COMPAT_DATABASE_PROCESSED'],
];

/** Names of the flags of an entry on one of the loader's lists, the lowest bit first. */
export function loaderFlagNames(flags: number): readonly string[] {
  const own = (flags & IN_LEGACY_LISTS) !== 0 ? SINCE_WINDOWS_8 : BEFORE_WINDOWS_8;
  return [...ALWAYS, ...own]
    .filter(([bit]) => (flags & bit) !== 0)
    .sort(([a], [b]) => a - b)
    .map(([, name]) => name);
}
