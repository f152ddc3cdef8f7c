import { isUserMode } from '../target/target.ts';
import { processorBlock } from './pseudo-registers.ts';
import type { Session } from './session.ts';

/**
 * Registers that no CONTEXT has and that the kernel saves for each processor when it stops, by their members in
 * _KPRCB.ProcessorState.SpecialRegisters (_KSPECIAL_REGISTERS of the symbols of nt).
 */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ['cr0', 'Cr0'],
  ['cr2', 'Cr2'],
  ['cr3', 'Cr3'],
  ['cr4', 'Cr4'],
  ['cr8', 'Cr8'],
  ['xcr0', 'Xcr0'],
  ['gdtr', 'Gdtr.Base'],
  ['gdtl', 'Gdtr.Limit'],
  ['idtr', 'Idtr.Base'],
  ['idtl', 'Idtr.Limit'],
  ['tr', 'Tr'],
  ['ldtr', 'Ldtr'],
  ...[0, 1, 2, 3, 6, 7].map((number) => [`dr${number}`, `KernelDr${number}`] as const),
]);

/**
 * A control, debug or descriptor table register of the processor of the session's thread; null for another name, and
 * where the dump does not tell. Debug registers belong to a context that was chosen, not to the processor.
 */
export function specialRegister(session: Session, name: string): bigint | null {
  const member = MEMBERS.get(name);
  if (member === undefined || isUserMode(session.target)) return null;
  if (name.startsWith('dr') && session.hasContextOverride) return null;
  const answer = processorBlock(
    session,
    (kernel, prcb) =>
      kernel.object('_KPRCB', prcb).value(`ProcessorState.SpecialRegisters.${member}`) ?? 'it is not in this dump',
  );
  return typeof answer === 'bigint' ? answer : null;
}
