import { UsageError } from '../bytes/errors.ts';
import { toAddress } from '../memory/space.ts';
import type { Target } from '../target/target.ts';
import type { Kernel } from '../windows/kernel.ts';
import type { ProcessorObject } from '../windows/processor.ts';
import { readProcessors } from '../windows/processor-reader.ts';
import { bareProcessors } from './bare-kernel.ts';
import { kernelOrNull, needKernel } from './kernel.ts';
import { nameOf, nameText } from './names.ts';
import { evaluateIn } from './scope.ts';
import type { Session } from './session.ts';

/**
 * The kernel that processors are read with; null where the types of nt were not found but the dump names processors.
 * A UsageError where it does not.
 */
export async function kernelForProcessors(session: Session, command: string): Promise<Kernel | null> {
  const kernel = await kernelOrNull(session);
  return kernel || (session.target.prcbs ?? []).length > 0 ? kernel : needKernel(session, command);
}

/** The processors of the dump; a UsageError where none is in it. */
export function needProcessors(kernel: Kernel, command: string): readonly ProcessorObject[] {
  return processorsIn(kernel.target, kernel, command);
}

/** The same where the types of nt may be missing. */
export function processorsIn(target: Target, kernel: Kernel | null, command: string): readonly ProcessorObject[] {
  const processors = kernel ? readProcessors(kernel) : bareProcessors(target);
  if (processors.length > 0) return processors;
  const why = target.kind === 'kernel-triage-dump' ? 'not in this triage dump' : 'not in the dump';
  throw new UsageError(command, `the control blocks of the processors (KPRCB) are ${why}`);
}

/** The processor that an argument numbers, in hexadecimal; without one, that of the session's thread. */
export async function chooseProcessor(
  session: Session,
  kernel: Kernel | null,
  argument: string,
  command: string,
): Promise<ProcessorObject> {
  const processors = processorsIn(session.target, kernel, command);
  const wanted =
    argument.trim() === ''
      ? (session.thread?.processor ?? processors[0]!.number)
      : Number(await evaluateIn(session, argument));
  const found = processors.find(({ number }) => number === wanted);
  if (found) return found;
  const present = processors.map(({ number }) => number).join(', ');
  throw new UsageError(command, `Invalid processor number ${wanted}: the dump holds ${present}`, 0);
}

/** The same processor with names for the routines of its queued DPCs, whose symbols are loaded for it. */
export async function withDpcNames(session: Session, processor: ProcessorObject): Promise<ProcessorObject> {
  const dpcs = [];
  for (const dpc of processor.dpcs) {
    const name = dpc.routine === null || toAddress(dpc.routine) === null ? null : await nameOf(session, dpc.routine);
    dpcs.push({ ...dpc, symbol: name && nameText(name) });
  }
  return { ...processor, dpcs };
}
