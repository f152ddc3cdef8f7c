import { isUserMode } from '../target/target.ts';
import { fact, known, missing } from './case.ts';
import { modulesFact } from './modules.ts';

/** How a dump or log shows that 32-bit code ran in a 64-bit system. */
export interface Wow64 {
  /** Modules that carry 32-bit code: `wow64cpu`, or the emulator of ARM64. */
  readonly layer: readonly string[];
  /** Modules out of SysWOW64: the 32-bit libraries of a 64-bit system. */
  readonly narrowModules: number;
  /** Threads of the dump, and how many have their 32-bit registers in it; null for a log. */
  readonly threads: number | null;
  readonly threadsWithContext: number | null;
  /** Threads whose code segment is that of 32-bit code in a 64-bit Windows; in a 32-bit one it is 1b. */
  readonly threadsInNarrowCode: number | null;
}

/** Code segment of 32-bit code in a 64-bit Windows. */
const NARROW_CODE = 0x23n;
const LAYER = /^(wow64|wow64cpu|wow64win|wow64base|wowarmhw)$/i;

/** Signs of WOW64 among the modules; every list empty where there are none. */
export const wow64Fact = fact<Wow64>('wow64', (theCase) => {
  const modules = modulesFact(theCase);
  if (!modules.known) return modules;
  const { target } = theCase;
  if (target && (target.system.platform !== 'windows' || !isUserMode(target)))
    return missing('the modules of one process of Windows');
  return known(
    {
      layer: modules.value.map(({ name }) => name).filter((name) => LAYER.test(name)),
      narrowModules: modules.value.filter(({ path }) => /\\syswow64\\/i.test(path ?? '')).length,
      threads: target ? target.threads.length : null,
      threadsWithContext: target ? target.threads.filter(({ wow64Context }) => wow64Context !== null).length : null,
      threadsInNarrowCode: target
        ? target.threads.filter(({ context }) => context?.registers.get('cs') === NARROW_CODE).length
        : null,
    },
    modules.from,
  );
});
