import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { logFact } from '../evidence/log.ts';
import { modulesFact } from '../evidence/modules.ts';
import { type StackMember, stackCollectionFact } from '../evidence/stack-collection.ts';
import { currentThreadFact } from '../evidence/threads.ts';
import { type Frame, frameName, type ThreadStack } from '../windows/stack.ts';
import { ABSENT, type Evidence, type Facts, unknown, type Verdict } from './pattern.ts';

/** A frame that was looked for, on the stack of one thread. */
export interface StackHit {
  readonly member: StackMember;
  readonly frame: Frame;
  /** Of the frame, 0 the innermost. */
  readonly index: number;
}

export interface StackSearch {
  /** At most one of each thread: the innermost frame that fits. */
  readonly hits: readonly StackHit[];
  /** What to answer when there are no hits: absent only where every stack was shown and has names. */
  readonly none: Verdict;
}

/** Commands of a log that show the stacks of all threads. */
const ALL_STACKS = /^(~\*|!uniqstack|!process\s+\S+\s+\S*[4-9a-f]|!stacks|!for_each_thread|!(mex\.)?us(\s+-\w+)*$)/i;

/** Farther behind a name of an export table another function begins, as a rule. */
const NEAR_EXPORT = 0x80n;

/** Looks for a frame on the stacks of all threads; frames found by a scan and doubtful names are no witnesses. */
export function searchStacks(
  facts: Facts,
  wanted: (frame: Frame, index: number, frames: readonly Frame[]) => boolean,
): StackSearch {
  const members = facts.need(stackCollectionFact).flatMap((group) => group.members);
  const guessed = modulesWithGuessedNames(facts);
  const isSure = ({ trust, module, offset }: Frame) =>
    trust !== 'scan' && (module === null || !guessed.has(module) || (offset !== null && offset < NEAR_EXPORT));
  const hits: StackHit[] = [];
  let unnamed = 0;
  for (const member of members) {
    const { frames } = member.stack;
    const index = frames.findIndex((frame, at) => isSure(frame) && wanted(frame, at, frames));
    if (index >= 0) hits.push({ member, frame: frames[index]!, index });
    else if (!frames.some((frame) => frame.function !== null)) unnamed++;
  }
  return { hits, none: noneOf(facts, members.length, unnamed) };
}

/** Modules of which only exports are known: their names may be those of other functions nearby. */
function modulesWithGuessedNames(facts: Facts): ReadonlySet<string> {
  return new Set((facts.get(modulesFact) ?? []).filter(({ symbols }) => symbols === 'exports').map(({ name }) => name));
}

function noneOf(facts: Facts, total: number, unnamed: number): Verdict {
  if (unnamed > 0)
    return unknown(
      `function names on ${unnamed} of ${total} ${total === 1 ? 'stack' : 'stacks'} (symbols, or the stacks themselves)`,
    );
  return showsAllStacks(facts) ? ABSENT : unknown('the stacks of the other threads (~*k)');
}

/** Whether the source shows the stacks of all threads; a log does only where it was asked to. */
export function showsAllStacks(facts: Facts): boolean {
  const log = facts.get(logFact);
  return log === null || log.reading.transcript.sections.some(({ command }) => ALL_STACKS.test(command.trim()));
}

/** The stack of the thread that failed or was current; null where the source shows a moment in which none did. */
export function failingStack(facts: Facts): ThreadStack | null {
  const current = facts.get(currentThreadFact);
  if (current) return current.stack;
  const exception = facts.ask(exceptionFact);
  const nothingFailed = exception.known && exception.value === null && !facts.get(bugcheckFact);
  return nothingFailed ? null : facts.need(currentThreadFact).stack;
}

/** The frames of the thread that failed or was current; the pattern is unknown when none of them has a name. */
export function namedFailingFrames(facts: Facts): readonly Frame[] | Verdict {
  const { frames } = facts.need(currentThreadFact).stack;
  if (frames.some((frame) => frame.function !== null && frame.trust !== 'scan')) return frames;
  return unknown('function names on the stack of the failing thread (symbols)');
}

/** Whether `namedFailingFrames` gave frames. */
export function areFrames(answer: readonly Frame[] | Verdict): answer is readonly Frame[] {
  return Array.isArray(answer);
}

/** `thread 3 (1a4)`, or by its address: as commands take it. */
export function threadText({ index, id, address }: Pick<StackMember, 'index' | 'id' | 'address'>): string {
  if (index !== null) return `thread ${index}${id === null ? '' : ` (${id.toString(16)})`}`;
  if (address !== null) return `thread ${address.toString(16)}`;
  return id === null ? 'a thread' : `thread ${id.toString(16)}`;
}

/** The command that shows a thread's stack. */
export function stackCommand({ index, address }: Pick<StackMember, 'index' | 'address'>): string {
  if (address !== null) return `!thread ${address.toString(16)}`;
  return index === null ? '~*k' : `~${index}k`;
}

/** A hit as evidence: `thread 3 (1a4) is in user32!MessageBoxW+0x10`. */
export function hitEvidence(hit: StackHit, verb = 'is in'): Evidence {
  return {
    statement: `${threadText(hit.member)} ${verb} ${frameName(hit.frame)}`,
    command: stackCommand(hit.member),
    ...(hit.member.address === null ? {} : { addresses: [hit.member.address] }),
  };
}

/** Hits as evidence, the first eight. */
export function hitsEvidence(hits: readonly StackHit[], verb?: string): [Evidence, ...Evidence[]] {
  const [first, ...rest] = hits.slice(0, 8).map((hit) => hitEvidence(hit, verb));
  return [first!, ...rest];
}

/** `1 thread is`, `3 threads are`. */
export function threadsAre(count: number, singular = 'is', plural = 'are'): string {
  return count === 1 ? `1 thread ${singular}` : `${count} threads ${plural}`;
}
