import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { sizeText } from '../analysis/size-text.ts';
import { windowsException } from '../analysis/windows-exception.ts';
import { stackReserveFact } from '../evidence/stack-reserve.ts';

const STATUS_STACK_OVERFLOW = 0xc00000fd;
/** Guard pages and the last page of a stack are always left. */
const ROOM = 64n << 10n;

const pattern: Pattern = {
  id: 'stack-overflow-insufficient-memory',
  name: 'Stack Overflow (insufficient memory)',
  part: null,
  severity: 'error',
  meaning:
    'A stack could not grow although its reservation had room: the system had no memory left to commit another page. The exception says stack overflow, the reason is lack of memory.',
  advice: ['Look at the commit charge of the system at that time and at the memory of this process, not at recursion.'],
  links: ['stack-overflow-user', 'insufficient-memory-committed-memory', '!teb', '!address'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    if (windowsException(facts)?.code !== STATUS_STACK_OVERFLOW) return ABSENT;
    const reserve = facts.get(stackReserveFact);
    if (!reserve) return unknown('what is reserved below the stack pointer (!address @$csp)');
    if (reserve.left < ROOM) return ABSENT;
    return present({
      confidence: 0.8,
      basis: 'the regions of the stack',
      summary: `The stack overflowed although ${sizeText(reserve.left)} below it are still reserved for it.`,
      evidence: [
        {
          statement: `${sizeText(reserve.left)} from ${reserve.base.toString(16)} on are reserved for this stack and not committed`,
          command: `!address ${reserve.base.toString(16)}`,
          addresses: [reserve.base],
        },
      ],
      relations: [{ kind: 'contradicts', pattern: 'stack-overflow-user' }],
      details: { left: Number(reserve.left) },
    });
  },
};
export default pattern;
