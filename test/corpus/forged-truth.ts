/**
 * What is true of the forged kernel dumps when their symbols are at hand, by their README and truth tables, with the
 * reason. Patterns that are not listed are not true.
 */
export const FORGED_TRUTHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'forged/x64/w10-locks.dmp': {},
  'forged/x64/w10-memory.dmp': {},
  'forged/x64/w10-bsod.dmp': {},
  'forged/x64/w10-series-1.dmp': {},
  'forged/x64/w10-series-2.dmp': {},
  'forged/x64/w10-series-3.dmp': {},
  'forged/x64/w7-locks.dmp': {},
  'forged/x86/w2003-locks.dmp': {},
  'forged/x86/w2003-suspended.dmp': {},
  'forged/x86/w2003-pte.dmp': {},
  'forged/x86/xp-spin.dmp': {},
  'forged/x86/xp-spin-kernel.dmp': {},
  'forged/x86/xp-syscall.dmp': {},
  'forged/x86/vista-priority.dmp': {},
};
