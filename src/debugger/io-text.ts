import type { DriverRoutine } from '../windows/driver.ts';

/** A value as commands about I/O print it: at least eight digits, on 64-bit too. */
export function ioAddress(value: bigint | null): string {
  return value === null ? '?'.padStart(8) : value.toString(16).padStart(8, '0');
}

/** A routine's address and name, separated as `!drvobj` does. */
export function routineText(routine: DriverRoutine | null): string {
  if (!routine) return '?';
  return `${ioAddress(routine.address)}${routine.name === null ? '' : `\t${routine.name}`}`;
}
