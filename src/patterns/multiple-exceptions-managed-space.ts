import { areLines, managedLines } from '../analysis/managed-text.ts';
import { ABSENT, type Evidence, type Pattern, present } from '../analysis/pattern.ts';

const HEADER = /^\s*(?:DBG\s+)?ID\s+(?:ID\s+)?OSID\s+ThreadOBJ\b.*\bException\b/i;
/** A row of `!Threads` that ends with the type of an exception and its object. */
const ROW =
  /^\s*(\d+|XXXX)\s+\d+\s+([0-9a-f]+)\s+[0-9a-f`]{8,17}\s.*\s(?:MTA|STA|Ukn|NTA)\s+(?:\([^)]*\)\s*)*([A-Za-z_][\w+`]*(?:\.[\w+`]+)+)\s+([0-9a-f`]{8,17})\s*$/i;
const MOST = 6;

const pattern: Pattern = {
  id: 'multiple-exceptions-managed-space',
  name: 'Multiple Exceptions (managed space)',
  part: null,
  severity: 'warning',
  meaning:
    'More than one thread of .NET has a managed exception that it is handling or that ended it. The one that is reported need not be the first.',
  advice: [
    'Look at each of them (`!pe ADDRESS`, `!clrstack` on its thread): the same type on several threads points to a shared cause.',
  ],
  links: ['managed-code-exception', 'multiple-exceptions'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const lines = managedLines(facts, HEADER, 'the exceptions of the threads of .NET (!Threads of the SOS extension)');
    if (!areLines(lines)) return lines;
    const rows = lines.flatMap((line) => {
      const [, index, id, type, object] = ROW.exec(line) ?? [];
      return type ? [{ index: index!, id: id!, type, object: object!, line }] : [];
    });
    if (new Set(rows.map(({ id }) => id)).size < 2) return ABSENT;
    const [first, ...rest] = rows.slice(0, MOST).map(
      ({ index, id, type, object, line }): Evidence => ({
        statement: `thread ${index} (${id}) has a ${type}`,
        command: `!pe ${object}`,
        lines: [line],
      }),
    );
    return present({
      confidence: 0.9,
      basis: 'the exceptions in the list of managed threads',
      summary: `${rows.length} threads of .NET have a managed exception: ${[...new Set(rows.map(({ type }) => type))].slice(0, 3).join(', ')}.`,
      evidence: [first!, ...rest],
      relations: [{ kind: 'specialises', pattern: 'multiple-exceptions' }],
    });
  },
};
export default pattern;
