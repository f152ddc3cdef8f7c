/** Names of the numbers in kernel dump headers, for people. */

/** DumpType values: ntdddump names as kdmp-parser and Microsoft's symbols give them. */
const DUMP_TYPES: Readonly<Record<number, string>> = {
  1: 'complete memory dump (run list)',
  2: 'kernel memory dump (summary bitmap)',
  3: 'header only',
  4: 'triage dump (small memory dump)',
  5: 'complete memory dump (bitmap)',
  6: 'kernel memory dump (bitmap, also live)',
  7: 'minidump without kernel data',
  8: 'kernel memory dump (ranges)',
  9: 'kernel and user memory dump (ranges)',
  10: 'complete memory dump (ranges)',
};

/** What a DumpType number means, or null for one that is not known. */
export function dumpTypeName(type: number): string | null {
  return DUMP_TYPES[type] ?? null;
}

function decode(value: number, names: readonly (readonly [bit: number, name: string])[]): string[] {
  const out = names.filter(([bit]) => (value & bit) !== 0).map(([, name]) => name);
  const known = names.reduce((all, [bit]) => all | bit, 0);
  for (let bit = 0; bit < 32; bit++) {
    const mask = (1 << bit) >>> 0;
    if ((value & mask) !== 0 && (known & mask) === 0) out.push(`0x${mask.toString(16)}`);
  }
  return out;
}

/** The bits that WinDbg's DUMP_FILE_ATTRIBUTES line explains; the others (0x800, 0x1000 ...) it prints as numbers only. */
const ATTRIBUTES = [
  [0x1, 'Hiber Crash Dump'],
  [0x2, 'Dump Device Powered Off'],
  [0x4, 'Insufficient Dumpfile Size'],
  [0x8, 'Kernel Generated Triage Dump'],
  [0x10, 'Live Generated Dump'],
] as const;

/** Names of DUMP_FILE_ATTRIBUTES bits; unknown bits as numbers. */
export function dumpAttributeNames(attributes: number): string[] {
  return decode(attributes, ATTRIBUTES);
}

/** MiniDumpFields of triage dumps: which parts the writer meant to include. */
const FIELDS = [
  [0x1, 'context'],
  [0x2, 'exception'],
  [0x4, 'PRCB'],
  [0x8, 'process'],
  [0x10, 'thread'],
  [0x20, 'stack'],
  [0x40, 'driver list'],
  [0x80, 'broken driver'],
  [0x100, 'memory manager data'],
  [0x200, 'data page'],
  [0x400, 'debugger data'],
  [0x800, 'data blocks'],
] as const;

/** Names of the parts that MiniDumpFields promises. */
export function miniDumpFieldNames(fields: number): string[] {
  return decode(fields, FIELDS);
}

/** Names of TriageOptions bits: only the overflow bit is public, the others stay numbers. */
export function triageOptionNames(options: number): string[] {
  return decode(options, [[0x100, 'overflowed']]);
}
