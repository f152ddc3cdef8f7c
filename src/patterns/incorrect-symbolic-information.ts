import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { failingStack } from '../analysis/stack-search.ts';
import { logFact } from '../evidence/log.ts';
import { frameName } from '../windows/stack.ts';

/** What debuggers say of symbols that do not belong to an image, or of names that stand in for others. */
const SAID =
  /symbols timestamp is wrong|mismatched (pdb|symbols)|symbol file .* (does not match|could not be found\. +Defaulted to export symbols)|defaulted to export symbols for/i;
/** Without unwind information names are of exports; this far behind one another function begins. */
const FAR = 0x1000n;
const GUESSED = /Stack unwind information not available/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'incorrect-symbolic-information',
  name: 'Incorrect Symbolic Information',
  part: null,
  severity: 'info',
  meaning:
    'Names on the stack are wrong: symbols of another build, or the nearest exported function in place of the true one.',
  advice: [
    'Fix the symbol path and reload (`.reload /f MODULE`, `!lmi MODULE`); until then read only the modules of these frames, not their functions.',
  ],
  links: ['no-component-symbols', 'incorrect-stack-trace', '!lmi', 'ln'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const stack = failingStack(facts);
    if (!stack) return ABSENT;
    const { frames, warnings } = stack;
    if (frames.length === 0) return unknown('the stack of the failing thread (k)');
    const evidence: Evidence[] = frames
      .filter(({ isDoubtful, note }) => isDoubtful && /another function/.test(note ?? ''))
      .slice(0, MOST)
      .map((frame) => ({
        statement: `${frameName(frame)}: by its unwind data the address lies in another function`,
        command: `ln ${frame.address?.toString(16) ?? ''}`.trim(),
        ...(frame.address === null ? {} : { addresses: [frame.address] }),
      }));
    const log = facts.get(logFact);
    if (log) {
      // Code that was split into hot and cold parts has far offsets by right, so distance alone proves nothing.
      const guessed = warnings.some((text) => GUESSED.test(text)) ? frames : [];
      for (const frame of guessed.filter((item) => item.function !== null && (item.offset ?? 0n) > FAR).slice(0, MOST))
        evidence.push({
          statement: `${frameName(frame)}: the debugger had no symbols, and the address lies far behind that export`,
          command: `!lmi ${frame.module ?? ''}`.trim(),
        });
      const line = log.reading.transcript.sections.flatMap(({ lines }) => lines).find((text) => SAID.test(text));
      if (line !== undefined)
        evidence.push({
          statement: 'the debugger said that symbols do not fit or are missing',
          command: '.reload',
          lines: [line.trim().slice(0, 300)],
        });
    }
    const [first, ...rest] = evidence;
    if (!first) return ABSENT;
    return present({
      confidence: 0.8,
      basis: log ? 'offsets and warnings in the log' : 'unwind data against the names',
      summary: 'Some names on the failing stack are not those of the functions that ran.',
      evidence: [first, ...rest],
      relations: [{ kind: 'accompanies', pattern: 'incorrect-stack-trace' }],
    });
  },
};
export default pattern;
