import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { failingStack } from '../analysis/stack-search.ts';
import { frameName } from '../windows/stack.ts';

const MOST = 6;

const pattern: Pattern = {
  id: 'inline-function-optimization-unmanaged',
  name: 'Inline Function Optimization (unmanaged)',
  part: null,
  severity: 'info',
  meaning:
    'Functions on the failing stack were compiled into their callers. They have no frame of their own: their locals and arguments are pieces of the caller, and debuggers without such symbols do not show them at all.',
  advice: [
    'Read inline frames as lines of source inside of the next real frame; use `dv` with care, values may be stale or merged.',
  ],
  links: ['incorrect-stack-trace', 'k', 'dv'],
  appliesTo: ['user', 'kernel'],
  detect(facts) {
    const stack = failingStack(facts);
    if (!stack) return ABSENT;
    const { frames } = stack;
    if (frames.length === 0) return unknown('the stack of the failing thread (k)');
    const inline = frames.filter((frame) => frame.inline);
    const [first, ...rest] = inline.slice(0, MOST).map((frame) => ({
      statement: `${frameName(frame)} is compiled into its caller`,
      command: 'k',
    }));
    if (!first) return ABSENT;
    return present({
      confidence: 0.95,
      basis: 'the inline frames of the symbols',
      summary: `${inline.length} ${inline.length === 1 ? 'function' : 'functions'} on the failing stack ${inline.length === 1 ? 'has' : 'have'} no frame of ${inline.length === 1 ? 'its' : 'their'} own: ${frameName(inline[0]!)}${inline.length > 1 ? ' and others' : ''}.`,
      evidence: [first, ...rest],
    });
  },
};
export default pattern;
