import { areLines, managedLines } from '../analysis/managed-text.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';

const TYPE = /^\s*Exception type:\s+(\S+)/i;
const INNER = /^\s*InnerException:\s+(.+?)\s*$/i;
const OBJECT = /^([\w.+`]+), Use !?PrintException\s+([0-9a-f`]+)/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'nested-exceptions-managed',
  name: 'Nested Exceptions (managed)',
  part: null,
  severity: 'warning',
  meaning:
    'A managed exception was thrown because of another one, which it carries inside. The innermost is the first failure; the outer ones only say who passed it on.',
  advice: ['Follow the inner exceptions to the last (`!pe -nested`, `!pe ADDRESS`) and look at the stack of that one.'],
  links: ['managed-code-exception', 'nested-exceptions-unmanaged'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const lines = managedLines(
      facts,
      TYPE,
      'the managed exception with its inner ones (!pe -nested of the SOS extension)',
    );
    if (!areLines(lines)) return lines;
    let outer: string | null = null;
    const pairs: { outer: string | null; inner: string; object: string; line: string }[] = [];
    for (const line of lines) {
      outer = TYPE.exec(line)?.[1] ?? outer;
      const [, inner, object] = OBJECT.exec(INNER.exec(line)?.[1] ?? '') ?? [];
      if (inner && object) pairs.push({ outer, inner, object, line });
    }
    const [first, ...rest] = pairs.slice(0, MOST).map(
      (pair): Evidence => ({
        statement: `${pair.outer ?? 'an exception'} carries ${pair.inner}`,
        command: `!pe ${pair.object}`,
        lines: [pair.line],
      }),
    );
    if (!first) return ABSENT;
    const innermost = pairs.at(-1)!;
    return present({
      confidence: 0.95,
      basis: 'the inner exceptions that the debugger printed',
      summary: `${innermost.outer ?? 'The managed exception'} was thrown because of ${innermost.inner}.`,
      evidence: [first, ...rest],
      relations: [{ kind: 'accompanies', pattern: 'managed-code-exception' }],
      details: { types: pairs.map(({ inner }) => inner) },
    });
  },
};
export default pattern;
