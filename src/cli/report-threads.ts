import type { Analysis } from '../analysis/report.ts';
import { type StackGroup, type StackMember, stackCollectionFact } from '../evidence/stack-collection.ts';
import { type Frame, frameName } from '../windows/stack.ts';
import type { Page } from './page.ts';
import type { ReportOptions } from './report-options.ts';

/** Groups shown with their frames, frames of each, and lines shown at all. */
const IN_FULL = 4;
const FRAMES = 10;
const LINES = 20;
/** Threads named in one group. */
const NAMED = 8;

/** All threads: equal stacks once, the odd ones with their frames, the crowd in one line each. */
export function threads(page: Page, { theCase, currentThread }: Analysis, { full }: ReportOptions): void {
  const collection = stackCollectionFact(theCase);
  if (!collection.known) return;
  const groups = collection.value;
  const total = groups.reduce((sum, { members }) => sum + members.length, 0);
  // One thread that is no current one has been shown nowhere else.
  if (total < 2 && (total === 0 || currentThread)) return;
  const passive = groups
    .filter(({ oddity }) => oddity === 'passive')
    .reduce((sum, { members }) => sum + members.length, 0);
  page.blank();
  page.line([
    ['bold', 'Threads'],
    ` ${total} with ${groups.length} different ${groups.length === 1 ? 'stack' : 'stacks'}`,
    passive > 0 ? `, ${passive} of them passive` : '',
  ]);
  let detailed = 0;
  const rows = full ? groups.map(rowOf) : joinCrowd(groups);
  const shown = full ? rows : rows.slice(0, LINES);
  for (const group of shown) {
    const isOdd = !isCrowd(group);
    page.line(
      [
        [style(group), isOdd ? '* ' : '- '],
        `${group.members.length > 1 ? `${group.members.length} threads${group.stacks > 1 ? ` of ${group.stacks} stacks` : ''}: ` : ''}${group.reason}: `,
        ['dim', names(group.members, full)],
      ],
      2,
      4,
    );
    // The current thread's stack was shown above.
    const isShown = group.members.some(
      ({ id, address }) => id === currentThread?.id && address === currentThread?.address,
    );
    if (group.stack.frames.length === 0 || (isShown && !full) || !(full || (isOdd && detailed < IN_FULL))) continue;
    detailed++;
    frames(page, group.stack.frames, full);
  }
  if (shown.length < rows.length) {
    const rest = rows.slice(shown.length);
    const hidden = rest.reduce((sum, { members }) => sum + members.length, 0);
    page.line([['dim', `${rest.length} more stacks of ${hidden} threads: --full`]], 2, 2);
  }
}

/** A line of the list: one group, or all groups of the crowd that do the same. */
interface Row extends StackGroup {
  readonly stacks: number;
}

function rowOf(group: StackGroup): Row {
  return { ...group, stacks: 1 };
}

function isCrowd({ oddity }: StackGroup): boolean {
  return oddity === 'passive' || oddity === 'unknown';
}

/** Stacks of the crowd differ without saying more: those of one reason share a line. */
function joinCrowd(groups: readonly StackGroup[]): Row[] {
  const rows = new Map<string, Row>();
  for (const [index, group] of groups.entries()) {
    const key = isCrowd(group) ? group.reason : `#${index}`;
    const before = rows.get(key);
    rows.set(
      key,
      before ? { ...before, stacks: before.stacks + 1, members: [...before.members, ...group.members] } : rowOf(group),
    );
  }
  return [...rows.values()];
}

function frames(page: Page, all: readonly Frame[], full: boolean): void {
  const shown = full ? all : all.slice(0, FRAMES);
  for (const frame of shown) page.row([['dim', frame.trust === 'scan' ? '? ' : '  '], frameName(frame)], 6);
  if (shown.length < all.length) page.row([['dim', `  ${all.length - shown.length} more`]], 6);
}

function names(members: readonly StackMember[], full: boolean): string {
  const shown = full ? members : members.slice(0, NAMED);
  const processes = new Set(members.map(({ process }) => process));
  const text = shown.map((member) => label(member, processes.size > 1)).join(', ');
  return shown.length < members.length ? `${text} and ${members.length - shown.length} more` : text;
}

function label({ id, index, address, name, process, waitMs }: StackMember, withProcess: boolean): string {
  const identity =
    id !== null ? `0x${id.toString(16)}` : address !== null ? `0x${address.toString(16)}` : `#${index ?? '?'}`;
  const where = withProcess && process !== null ? ` of ${process}` : '';
  const long = waitMs !== null && waitMs >= 1000 ? ` for ${Math.round(waitMs / 1000)} s` : '';
  return `${identity}${name ? ` "${name}"` : ''}${where}${long}`;
}

function style({ oddity }: StackGroup): 'red' | 'yellow' | 'dim' {
  if (oddity === 'failing' || oddity === 'exception') return 'red';
  return oddity === 'lock-wait' || oddity === 'long-wait' ? 'yellow' : 'dim';
}
