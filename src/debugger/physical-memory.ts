import { UsageError } from '../bytes/errors.ts';
import type { MemorySpace } from '../memory/space.ts';
import type { Session } from './session.ts';

/** The physical memory of the dump; a UsageError where it has none of its own. */
export function needPhysicalMemory(session: Session, command: string): MemorySpace {
  const { physicalMemory, kind } = session.target;
  if (physicalMemory) return physicalMemory;
  throw new UsageError(
    command,
    kind.startsWith('user')
      ? 'this is the dump of a process: only dumps of the system hold physical memory'
      : 'this dump keeps virtual addresses, not physical pages: d shows what it has',
  );
}
