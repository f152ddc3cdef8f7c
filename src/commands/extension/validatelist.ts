import { UsageError } from '../../bytes/errors.ts';
import { poll } from '../../bytes/interruption.ts';
import { command } from '../../debugger/command.ts';
import { type Expression, parseWhole } from '../../debugger/expression-syntax.ts';
import { addressText } from '../../debugger/names.ts';
import { expressionIn } from '../../debugger/scope.ts';
import { toUnsigned, tryPointer } from '../../memory/space.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly head: bigint;
  /** Entries behind the head that the walk met. */
  readonly entries: number;
  /** The entry at which the list is broken, and how; null for one that is whole. */
  readonly broken: { readonly at: bigint; readonly why: string } | null;
}

const MOST = 1_000_000;

export default command<{ readonly head: Expression }, Data>({
  name: '!validatelist',
  syntax: '!validatelist address',
  summary: 'Follows a doubly linked list and checks that each entry points back to the one before it.',
  example: '!validatelist @$csp',
  patterns: [],
  notes: 'The words are ours.',
  parse(args, session) {
    void session.target;
    if (args.trim() === '') throw new UsageError('!validatelist', 'Missing the address of a LIST_ENTRY', args.length);
    return { head: parseWhole(args, session.reading) };
  },
  async run(session, { head }) {
    const { memory, pointerSize } = session;
    const value = await expressionIn(session, head);
    const start = session.address(value);
    const base = { pointerSize, head: value };
    const broken = (at: number, entries: number, why: string): Data => ({
      ...base,
      entries,
      broken: { at: toUnsigned(at), why },
    });
    if (start === null) throw new UsageError('!validatelist', `0x${value.toString(16)} is not an address`, 0);
    const seen = new Set<number>([start]);
    for (let at = start, entries = 0; ; entries++) {
      poll();
      const next = tryPointer(memory, at, pointerSize);
      if (next === null) return broken(at, entries, 'its Flink cannot be read, or is no address');
      const back = tryPointer(memory, next + pointerSize, pointerSize);
      if (back === null) return broken(next, entries, 'its Blink cannot be read, or is no address');
      if (back !== at)
        return broken(
          next,
          entries,
          `its Blink is ${addressText(toUnsigned(back), pointerSize)}, not the entry before`,
        );
      if (next === start) return { ...base, entries, broken: null };
      if (seen.has(next)) return broken(at, entries, 'its Flink leads back into the list, past the head');
      if (entries >= MOST) return broken(next, entries, `more than ${MOST} entries`);
      seen.add(next);
      at = next;
    }
  },
  render({ pointerSize, head, entries, broken }, text) {
    if (broken) {
      text.line(`List at ${addressText(head, pointerSize)} is broken after ${entries} entries:`);
      text.line(`  entry ${addressText(broken.at, pointerSize)}: ${broken.why}`);
    } else text.line(`List at ${addressText(head, pointerSize)} is valid: ${entries} entries`);
  },
});
