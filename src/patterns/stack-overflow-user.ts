import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { registersFact } from '../evidence/registers.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { recursionOf } from '../windows/recursion.ts';
import { frameName } from '../windows/stack.ts';

const STATUS_STACK_OVERFLOW = 0xc00000fd;

const pattern: Pattern = {
  id: 'stack-overflow-user',
  name: 'Stack Overflow (user mode)',
  part: 'Part 16b',
  severity: 'error',
  meaning: 'A thread used up its user-mode stack, by unbounded recursion or by very large local variables.',
  advice: [
    'Look at the functions that repeat in the stack: which condition should have ended the recursion?',
    'If nothing repeats, look for the frame with the largest locals (`kf`).',
  ],
  links: ['kf', '!teb'],
  appliesTo: ['user'],
  detect(facts) {
    const exception = facts.need(exceptionFact);
    if (exception?.code !== undefined && exception.code >>> 0 === STATUS_STACK_OVERFLOW) {
      const current = facts.get(currentThreadFact);
      const frames = current?.stack.frames ?? [];
      const cycle = recursionOf(frames);
      const evidence: [Evidence, ...Evidence[]] = [
        { statement: 'exception code c00000fd (stack overflow)', command: '.exr -1' },
      ];
      const registers = facts.get(registersFact);
      const sp = registers?.get('rsp') ?? registers?.get('esp') ?? registers?.get('sp');
      if (sp !== undefined)
        evidence.push({ statement: `the stack pointer was 0x${sp.toString(16)}`, command: 'r; !teb', addresses: [sp] });
      if (cycle) {
        const names = cycle.frames.map((frame) => frameName(frame));
        evidence.push({ statement: `${cycle.repeats} times in a row: ${names.join(' <- ')}`, command: 'kL' });
      }
      const top = frames.find((frame) => frame.trust !== 'scan');
      return present({
        confidence: 1,
        basis: 'the exception code',
        summary: cycle
          ? `The stack overflowed by recursion: ${cycle.frames.length === 1 ? frameName(cycle.frames[0]!) : `${cycle.frames.length} functions`} called ${cycle.frames.length === 1 ? 'itself' : 'each other'} at least ${cycle.repeats} times.`
          : `The stack overflowed${top ? ` in ${frameName(top)}` : ''}; the frames that could be read show no recursion.`,
        evidence,
        details: { repeats: cycle?.repeats ?? null, cycleLength: cycle?.frames.length ?? null, frames: frames.length },
      });
    }
    return ABSENT;
  },
};
export default pattern;
