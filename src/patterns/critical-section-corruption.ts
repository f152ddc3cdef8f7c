import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { criticalSectionsFact } from '../evidence/critical-sections.ts';
import { systemFact } from '../evidence/system.ts';
import type { CriticalSection } from '../windows/critical-section.ts';

const MOST = 6;
/** No program enters a section this often without leaving it. */
const MOST_RECURSION = 0x10000;
const WINDOWS_2000 = 2195;

const pattern: Pattern = {
  id: 'critical-section-corruption',
  name: 'Critical Section Corruption',
  part: null,
  severity: 'error',
  meaning:
    'A critical section holds values that it cannot have: its memory was overwritten, freed and used for something else, or it was never initialised. Threads that wait for it wait for ever.',
  advice: [
    'Look at the object that the section is a member of: was it deleted while a thread still used it (`!cs ADDRESS`, `dt` of the object)?',
  ],
  links: ['deadlock-critical-sections', '!cs'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const { sections } = facts.need(criticalSectionsFact);
    // Thread identifiers are multiples of four since Windows 2000; a log of an unknown system proves nothing by them.
    const areAligned = (facts.get(systemFact)?.build ?? 0) >= WINDOWS_2000;
    const broken = sections.flatMap((section) => {
      const why = wrongIn(section, areAligned);
      return why === null ? [] : [{ section, why }];
    });
    const [first, ...rest] = broken.slice(0, MOST).map(
      ({ section, why }): Evidence => ({
        statement:
          `critical section ${section.symbol?.replace(/\+0x0$/, '') ?? ''} at ${section.address.toString(16)}: ${why}`.replace(
            '  ',
            ' ',
          ),
        command: `!cs ${section.address.toString(16)}`,
        addresses: [section.address],
      }),
    );
    if (!first) return ABSENT;
    return present({
      confidence: 0.75,
      basis: 'the fields of the sections',
      summary: `${broken.length} critical ${broken.length === 1 ? 'section holds' : 'sections hold'} impossible values.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;

/** What a section cannot have; null when it looks sound. */
function wrongIn({ locked, owningThread, recursionCount }: CriticalSection, areAligned: boolean): string | null {
  if (recursionCount !== null && (recursionCount < 0 || recursionCount > MOST_RECURSION))
    return `a recursion count of ${recursionCount}`;
  if (areAligned && owningThread !== null && owningThread % 4n !== 0n)
    return `the owner ${owningThread.toString(16)}, which is no thread identifier`;
  if (locked === false && (recursionCount ?? 0) > 0) return `not locked, but entered ${recursionCount} times`;
  return null;
}
