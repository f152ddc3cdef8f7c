import type { ProcessObject } from '../windows/process.ts';

/** `svchost.exe 3a4 (888a9d88)`: the process as debuggers name it. */
export function processText({ image, id, address }: ProcessObject): string {
  return `${image ?? 'a process without name'}${id === null ? '' : ` ${id.toString(16)}`} (${address.toString(16)})`;
}
