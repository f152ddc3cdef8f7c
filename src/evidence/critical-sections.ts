import { toAddress, tryPointer } from '../memory/space.ts';
import { nameOfAddress } from '../target/stack.ts';
import { isUserMode, type Target } from '../target/target.ts';
import { COMMANDS_THAT_SHOW } from '../transcript/log-object-commands.ts';
import {
  type CriticalSectionReader,
  type CriticalSections,
  countsWaiters,
  criticalSectionAt,
  listCriticalSections,
} from '../windows/critical-section.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { stackOptions } from './symbol-options.ts';

/** winternl.h and the public symbols of ntdll: TEB.ProcessEnvironmentBlock and PEB.LoaderLock. */
const OFFSETS = { 4: { peb: 0x30, loaderLock: 0xa0 }, 8: { peb: 0x60, loaderLock: 0x110 } } as const;
const NTDLL = /^ntdll(_[0-9a-f]+)?$/i;

/** The critical sections of the process, or those that a log lists. */
export const criticalSectionsFact = fact<CriticalSections>('criticalSections', (theCase) => {
  return theCase.target ? fromMemory(theCase, theCase.target) : fromLog(theCase);
});

function fromLog(theCase: Case): Answer<CriticalSections> {
  const log = logFact(theCase);
  if (!log.known) return log;
  const { criticalSections } = log.value.objects;
  return criticalSections
    ? known(criticalSections, 'log')
    : missing('critical sections', COMMANDS_THAT_SHOW.criticalSections);
}

function fromMemory(theCase: Case, target: Target): Answer<CriticalSections> {
  if (!isUserMode(target)) return missing('critical sections of one process', '!cs -l in its context');
  if (target.system.platform !== 'windows') return missing('critical sections, which only Windows has');
  const reader = sectionReader(theCase, target);
  const ntdll = target.modules.find(({ name }) => NTDLL.test(name));
  const head = ntdll ? (theCase.symbols.get(ntdll)?.table?.find('RtlCriticalSectionList') ?? null) : null;
  let list = ntdll && head ? listCriticalSections(reader, { head: ntdll.base + head.rva }) : null;
  const loaderLock = loaderLockOf(target);
  if ((!list || list.places.length === 0) && loaderLock !== null)
    list = listCriticalSections(reader, { section: loaderLock });
  if (!list || list.places.length === 0)
    return missing(
      `the list of critical sections: ${list?.lost ?? 'neither symbols of ntdll nor the PEB in the dump lead to it'}`,
      'a dump with full memory',
    );
  const sections = list.places.map((at) => criticalSectionAt(reader, at)).filter((section) => section !== null);
  return known({ sections, scanned: list.places.length, lost: list.lost }, 'list of critical sections in memory');
}

/** How sections of the process are read. */
export function sectionReader(theCase: Case, target: Target): CriticalSectionReader {
  const options = stackOptions(theCase);
  return {
    memory: target.memory,
    pointerSize: target.pointerSize,
    countsWaiters: countsWaiters(target.system),
    name: (address) => {
      const place = toAddress(address);
      const named = place === null ? null : nameOfAddress(target, place, options);
      return named && `${named.module}${named.function ? `!${named.function}` : ''}+0x${named.offset.toString(16)}`;
    },
  };
}

function loaderLockOf({ threads, memory, pointerSize }: Target): number | null {
  const offsets = OFFSETS[pointerSize];
  for (const { teb } of threads) {
    const peb = teb === null ? null : tryPointer(memory, teb + offsets.peb, pointerSize);
    const lock = peb ? tryPointer(memory, peb + offsets.loaderLock, pointerSize) : null;
    if (lock) return lock;
  }
  return null;
}
