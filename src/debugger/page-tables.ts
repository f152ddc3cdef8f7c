import { UsageError } from '../bytes/errors.ts';
import type { Session } from './session.ts';

/** Refuses dumps that hold no page tables: of one process, and triage dumps. */
export function needPageTables({ target }: Session, command: string): void {
  if (target.kind === 'kernel-triage-dump') throw new UsageError(command, 'page tables: not in a triage dump');
  if (!target.physicalMemory) throw new UsageError(command, 'the dump has no physical memory, hence no page tables');
}
