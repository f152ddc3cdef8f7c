import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { readRange, unitsOf } from '../../debugger/memory-units.ts';
import { tebAddress, tebAt } from '../../debugger/process-environment.ts';
import { evaluateIn } from '../../debugger/scope.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly processId: number | null;
  readonly threadId: number | null;
  /** Null where the value is not in the dump. */
  readonly slots: readonly { readonly index: number; readonly value: bigint | null }[];
  /** No slot behind the first 64 was ever used by the thread; null when that is not known. */
  readonly hasExpansion: boolean | null;
}

/** TLS_MINIMUM_AVAILABLE and TLS_EXPANSION_SLOTS (winnt.h). */
const SLOTS = 64;
const EXPANSION = 1024;

export default command<{ readonly slot: string; readonly teb: string }, Data>({
  name: '!tls',
  syntax: '!tls -1|slot [teb]',
  summary: 'Shows what a thread keeps under its TLS indices (TlsGetValue): one, or -1 for all.',
  example: '!tls -1',
  patterns: [],
  parse(args, session) {
    void session.target;
    const [slot = '', teb = '', ...more] = args.trim().split(/\s+/);
    if (slot === '' || more.length > 0) throw new UsageError('!tls', `Syntax error: ${this.syntax}`, args.length);
    return { slot, teb };
  },
  async run(session, { slot, teb }) {
    const { memory, pointerSize } = session;
    const block = await tebAt(session, await tebAddress(session, teb, '!tls'));
    const wanted = slot === '-1' ? null : Number(await evaluateIn(session, slot));
    if (wanted !== null && wanted >= SLOTS + EXPANSION)
      throw new UsageError('!tls', `Range error: a slot is 0 to ${(SLOTS + EXPANSION - 1).toString(16)}`, 0);
    const read = (place: number | null, count: number, first: number) =>
      unitsOf(readRange(memory, place, count * pointerSize), pointerSize).map((value, index) => ({
        index: first + index,
        value,
      }));
    const expansion = block.pointer('TlsExpansionSlots');
    const all = [...read(block.place('TlsSlots'), SLOTS, 0), ...(expansion ? read(expansion, EXPANSION, SLOTS) : [])];
    if (all.every(({ value }) => value === null)) throw new UsageError('!tls', 'the TEB is not in the dump');
    const id = (path: string) => block.pointer(path);
    return {
      pointerSize,
      processId: id('ClientId.UniqueProcess'),
      threadId: id('ClientId.UniqueThread'),
      slots: wanted === null ? all : all.filter(({ index }) => index === wanted),
      hasExpansion: expansion === null ? null : expansion !== 0,
    };
  },
  render({ pointerSize, processId, threadId, slots, hasExpansion }, text) {
    const id = (value: number | null) => value?.toString(16) ?? '?';
    text.line(`TLS slots on thread: ${id(processId)}.${id(threadId)}`);
    for (const { index, value } of slots)
      text.line(
        `0x${hexPadded(index, 4)} : ${value === null ? '?'.repeat(pointerSize * 2) : hexPadded(value, pointerSize * 2)}`,
      );
    if (slots.length === 0)
      text.line(
        hasExpansion === null
          ? 'Whether the thread has slots behind the first 64 is not in the dump'
          : 'The thread has no slots behind the first 64',
      );
  },
});
