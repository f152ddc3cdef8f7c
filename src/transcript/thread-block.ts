import type { ThreadObject } from '../windows/thread.ts';
import type { WaitObject } from '../windows/wait.ts';
import { parseAddress, parseHex32 } from './symbol-text.ts';
import { ADDRESS, type ThreadDraft, takeCounts, takeIrp, takeThreadField } from './thread-fields.ts';
import { EMPTY_THREAD } from './unknown-objects.ts';
import { type WaitingThread, waitObjectIn } from './wait-object.ts';

/** A thread as `!thread` and `!process` print it, and where its text ends (its stack, if any, begins there). */
export interface ThreadBlock {
  /** Its `line` is relative to the lines given. */
  readonly thread: ThreadObject;
  /** Line after the block. */
  readonly next: number;
}

const HEADER = new RegExp(
  `^\\s*THREAD (${ADDRESS})\\s+Cid:? ([0-9a-f]{1,8}|\\?{4})\\.([0-9a-f]{1,8}|\\?{4})(?:\\s+Teb: (${ADDRESS}))?(?:\\s+Win32Thread: (${ADDRESS}))?\\s*(.*)$`,
);
const STATE = /^\s*([A-Z][A-Z_]{3,})(?::\s*\(([^)]*)\))?(?=\s|:|$)/;
/** What begins something else, and so ends a block whose author cut its last lines. */
const OTHER = /^\s*(?:THREAD |PROCESS |Resource @|\*{4} |(?:#\s+)?(?:Memory\s+)?Child(?:EBP|-SP)\b|\d+ total locks)/;
const NOISE =
  /^\s*(?:Get\w+: unable|GetContextState|Unable to |Page [0-9a-f]+ not present|\*\*\* |WARNING: |\.{2,}\s*$)/;
/** Sixty-four wait objects, as many IRPs, and the labels. */
const LONGEST = 200;
/** Lines of no known meaning in a row before what follows is taken for other text. */
const MOST_STRANGE = 4;

/** The THREAD block that begins at a line, without its stack; null when none does. */
export function readThreadBlock(lines: readonly string[], start: number): ThreadBlock | null {
  const text = lines[start]!;
  const found = text.length > 600 ? null : HEADER.exec(text);
  const address = found ? parseAddress(found[1]!) : null;
  if (!found || address === null) return null;
  const place = (value: string | undefined): bigint | null => (value === undefined ? null : parseAddress(value));
  const block = new BlockReader({
    ...EMPTY_THREAD,
    address,
    processId: parseHex32(found[2]!),
    threadId: parseHex32(found[3]!),
    teb: place(found[4]),
    win32Thread: place(found[5]),
    line: start,
  });
  block.state(found[6]!);
  let next = start + 1;
  let strange = 0;
  for (let i = next; i < lines.length && i <= start + LONGEST && !block.ended; i++) {
    const line = lines[i]!;
    if (line.trim() === '') continue;
    if (OTHER.test(line)) break;
    if (block.line(line.trim())) {
      next = i + 1;
      strange = 0;
    } else if (!NOISE.test(line) && ++strange > MOST_STRANGE) break;
  }
  return { thread: block.finish(), next };
}

class BlockReader {
  /** True once the line after the priorities was read, which is the last of a block. */
  ended = false;
  readonly #draft: ThreadDraft;
  readonly #objects: ((waiting: WaitingThread) => WaitObject)[] = [];
  #labelled = false;
  #prioritised = false;
  #old = false;

  constructor(draft: ThreadDraft) {
    this.#draft = draft;
  }

  /** The end of the header: `WAIT: (UserRequest) UserMode Non-Alertable SuspendCount 1`, `RUNNING on processor 3`. */
  state(text: string): boolean {
    const draft = this.#draft;
    const found = STATE.exec(text);
    if (!found) return false;
    draft.state = found[1]!;
    const reason = found[2];
    if (reason !== undefined && !/^Unknown$/i.test(reason) && reason !== '') draft.waitReason = reason;
    const processor = /\bon processor ([0-9a-f]{1,3})\b/.exec(text);
    if (processor) draft.processor = Number.parseInt(processor[1]!, 16);
    if (/\bUserMode\b/.test(text)) draft.waitMode = 'UserMode';
    else if (/\bKernelMode\b/.test(text)) draft.waitMode = 'KernelMode';
    if (/\bNon-Alertable\b/.test(text)) draft.alertable = false;
    else if (/\bAlertable\b/.test(text)) draft.alertable = true;
    takeCounts(draft, text);
    return true;
  }

  /** Takes one trimmed line of the block; false when it is none. */
  line(text: string): boolean {
    const draft = this.#draft;
    if (this.#prioritised) {
      this.ended = true;
      if (!/^Kernel stack not resident/i.test(text)) return false;
      draft.kernelStackResident = false;
      return true;
    }
    if (takeThreadField(draft, text)) {
      if (text.startsWith('Priority ')) {
        draft.kernelStackResident = true;
        this.#prioritised = true;
      }
      if (text.startsWith('WaitTime')) this.#old = true;
      if (!/^(?:Suspend|Freeze)Count/.test(text)) this.#labelled = true;
      return true;
    }
    if (draft.state === null && this.state(text)) return true;
    const object = this.#labelled ? null : waitObjectIn(text, draft.address);
    if (!object) return takeIrp(draft, text);
    this.#objects.push(object);
    return true;
  }

  finish(): ThreadObject {
    const draft = this.#draft;
    // The message id shares its storage with the start address (ETHREAD's union), so an equal value is no code.
    if (draft.serving !== null && draft.win32StartAddress === draft.serving) {
      draft.win32StartAddress = null;
      draft.win32StartSymbol = null;
    }
    // Debuggers since XP print the count when it is not 0; what those before did is not known.
    if (draft.suspendCount === null && this.#prioritised && !this.#old && draft.waitReason !== 'Suspended')
      draft.suspendCount = 0;
    const suspended = draft.waitReason === 'Suspended' || (draft.suspendCount ?? 0) > 0;
    const messaging = draft.messageWait !== null || /Lpc|Alpc/.test(draft.waitReason ?? '');
    draft.waitObjects = this.#objects.map((object) => object({ suspended, messaging }));
    return draft;
  }
}
