import { tryPointer } from '../memory/space.ts';
import { isUserMode, type Target } from '../target/target.ts';
import { readEnvironmentBlock } from '../windows/environment-block.ts';
import { fact, known, missing } from './case.ts';
import { logFact } from './log.ts';

/**
 * winternl.h and the public symbols of ntdll from Windows XP to 11: TEB.ProcessEnvironmentBlock, PEB.ProcessParameters,
 * RTL_USER_PROCESS_PARAMETERS.Environment.
 */
const OFFSETS = {
  4: { peb: 0x30, parameters: 0x10, environment: 0x48 },
  8: { peb: 0x60, parameters: 0x20, environment: 0x80 },
} as const;

/** Environment variables of the process, `NAME` in upper case to its value. */
export const environmentFact = fact<ReadonlyMap<string, string>>('environment', (theCase) => {
  const { target } = theCase;
  if (target) {
    if (!isUserMode(target) || target.system.platform !== 'windows')
      return missing('the environment of a process of Windows');
    const lines = environmentLines(target);
    return lines === null
      ? missing('the environment of the process: it is not in the dump', 'a dump with full memory')
      : known(variables(lines), 'process environment block of the dump');
  }
  const log = logFact(theCase);
  if (!log.known) return log;
  const lines = log.value.objects.pebs.flatMap(({ environment }) => environment);
  return lines.length > 0 ? known(variables(lines), 'log') : missing('the environment of the process', '!peb');
});

/** The block of variables, or what the dump holds of it. */
function environmentLines({ threads, memory, pointerSize }: Target): readonly string[] | null {
  const offsets = OFFSETS[pointerSize];
  for (const { teb } of threads) {
    const peb = teb === null ? null : tryPointer(memory, teb + offsets.peb, pointerSize);
    const parameters = peb ? tryPointer(memory, peb + offsets.parameters, pointerSize) : null;
    const at = parameters ? tryPointer(memory, parameters + offsets.environment, pointerSize) : null;
    const block = at ? readEnvironmentBlock(memory, at) : null;
    if (block) return block.lines;
  }
  return null;
}

function variables(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf('=', 1);
    if (at > 0) found.set(line.slice(0, at).trim().toUpperCase(), line.slice(at + 1));
  }
  return found;
}
