import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { detectStop, failingComponent, type StopRule } from '../analysis/stop-finding.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { FAST_FAIL_CODES } from '../windows/exception-fast-fail.ts';

const STACK_BUFFER_OVERRUN = 0xc0000409;
/** Fast-fail codes by which Windows says that a structure is damaged: lists, trees, function tables, reference counts. */
const STRUCTURES = new Set([1n, 3n, 14n, 18n, 21n, 29n]);

const RULES: readonly StopRule[] = [
  { codes: [0x139], when: ([kind]) => STRUCTURES.has(kind!), confidence: 0.95 },
  { codes: [0x4e], confidence: 0.85 },
  { codes: [0x18], confidence: 0.7 },
];

const pattern: Pattern = {
  id: 'corrupt-structure',
  name: 'Corrupt Structure',
  part: null,
  severity: 'error',
  meaning:
    'A check found a structure in memory that cannot be right: a list whose links do not match, a reference count below zero, a page on two lists. Something wrote over it, or it was used after it was freed.',
  advice: [
    'Look at the structure (dt, !validatelist) and at what lies beside it: text or pointers of another component name the writer.',
    'A list entry that is removed twice or reused while it is queued looks the same: look at how its owner guards the list.',
  ],
  links: ['dynamic-memory-corruption-kernel-pool', 'dynamic-memory-corruption-process-heap', 'dt', '.exr'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    if (facts.get(bugcheckFact)) return detectStop(facts, RULES, { component: () => failingComponent(facts) });
    const exception = windowsException(facts);
    const [kind] = exception?.record.parameters ?? [];
    if (exception?.code !== STACK_BUFFER_OVERRUN || kind === undefined || !STRUCTURES.has(kind)) return ABSENT;
    const [name, meaning] = FAST_FAIL_CODES[Number(kind)]!;
    return present({
      confidence: 0.95,
      basis: 'the subcode of the exception',
      summary: `A check of Windows found damage: ${meaning}.`,
      evidence: [{ statement: `exception c0000409, first parameter ${kind}: ${name}`, command: '.exr -1' }],
      component: failingComponent(facts),
      details: { failFastCode: Number(kind) },
    });
  },
};
export default pattern;
