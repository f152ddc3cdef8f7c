import type { Analysis } from '../analysis/report.ts';
import { hexPadded, hexTicked } from '../bytes/hex.ts';
import { nativeStackFact } from '../evidence/native-stack.ts';
import { frameName, type ThreadStack } from '../windows/stack.ts';
import type { ThreadSummary } from '../windows/summary.ts';
import type { Page } from './page.ts';
import type { ReportOptions } from './report-options.ts';

const FRAMES = 24;

/** The failing thread's stack, or the current one's; of a WOW64 thread the 64-bit one too, where the dump has it. */
export function currentStack(page: Page, analysis: Analysis, options: ReportOptions): void {
  const { currentThread, system, theCase } = analysis;
  if (!currentThread) return;
  const native = nativeStackFact(theCase);
  const second = native.known ? native.value : null;
  const isNarrow = second !== null || system?.architecture === 'x86' || system?.architecture === 'arm';
  page.blank();
  page.line([['bold', 'Stack'], ` of ${threadLabel(currentThread)}${second ? ', 32-bit part' : ''}`]);
  writeStack(page, currentThread.stack, isNarrow, options);
  if (!second) return;
  page.blank();
  page.line([['bold', 'Stack'], ` of ${threadLabel(currentThread)}, 64-bit part`]);
  writeStack(page, second, false, options);
}

function writeStack(page: Page, stack: ThreadStack, narrow: boolean, { full, width }: ReportOptions): void {
  const { frames, end, endReason, warnings } = stack;
  for (const warning of warnings) page.line([['yellow', warning]], 2, 2);
  if (frames.length === 0) page.line(`none${endReason ? `: ${endReason}` : ''}`, 2, 2);
  const fromLog = frames.every(({ trust }) => trust === 'transcript');
  let rows = 0;
  let shownFrames = 0;
  for (let index = 0; index < frames.length; index++) {
    if (!full && rows >= FRAMES) break;
    const frame = frames[index]!;
    rows++;
    shownFrames = index + 1;
    // Logs of 32-bit stacks have the frame's address (ChildEBP) in place of the stack pointer.
    const at = frame.stackPointer ?? (narrow ? frame.framePointer : null);
    const sp = at === null ? '' : narrow ? hexPadded(at, 8) : hexTicked(at);
    const place = frame.source ? ` [${frame.source.file} @ ${frame.source.line}]` : '';
    const how = frame.trust === 'transcript' ? '' : frame.trust;
    page.row(
      [
        ['dim', `${hexPadded(index, 2)} `],
        // On a narrow terminal the name is worth more than the stack pointer.
        ...(width < 80 && !narrow ? [] : [['dim', sp.padEnd(narrow ? 9 : 18)] as const]),
        ['dim', fromLog ? '' : how.padEnd(14)],
        frameName(frame),
        ['dim', `${place}${frame.inline ? ' (inline)' : ''}`],
      ],
      2,
    );
    // A recursion of hundreds of frames says the same thing every time.
    let same = index;
    while (!full && same + 1 < frames.length && frames[same + 1]!.address === frame.address && frame.address !== null)
      same++;
    if (same - index >= 3) {
      page.line([['dim', `   ${same - index} more frames at the same place`]], 2, 2);
      index = same;
      shownFrames = same + 1;
    }
  }
  if (shownFrames < frames.length) page.line([['dim', `${frames.length - shownFrames} more frames: --full`]], 2, 2);
  if (end !== 'complete' && end !== 'transcript' && endReason && frames.length > 0)
    page.line([['dim', `ends here: ${endReason}`]], 2, 2);
}

/** `thread 0x1a4 "worker" (0xfffff...)`. */
export function threadLabel(thread: Pick<ThreadSummary, 'id' | 'index' | 'name' | 'address'>): string {
  const id =
    thread.id === null
      ? thread.index === null
        ? 'the thread'
        : `thread #${thread.index}`
      : `thread 0x${thread.id.toString(16)}`;
  return `${id}${thread.name ? ` "${thread.name}"` : ''}${thread.address === null ? '' : ` (0x${thread.address.toString(16)})`}`;
}
