import { type BugCheckText, readBugChecks } from './bugcheck.ts';
import { type ExceptionText, readExceptions } from './exception.ts';
import { readStacks, type StackText } from './stack.ts';
import type { Located } from './transcript.ts';

/** One run of `!analyze`, old or new, or the part of one that a ticket quotes. Lines are relative to the lines given. */
export interface AnalysisText {
  readonly kind: 'bugcheck' | 'exception' | 'other';
  readonly bugcheck: BugCheckText | null;
  readonly exceptions: readonly ExceptionText[];
  /** `FAULTING_IP`, `STACK_TEXT` ... with the text after the colon and that of the lines below, blank lines left out. */
  readonly tags: ReadonlyMap<string, TagText>;
  /** KEY_VALUES_STRING: `Failure.Bucket` and so on. */
  readonly keyValues: ReadonlyMap<string, Located<string>>;
  readonly stack: StackText | null;
  readonly probablyCausedBy: Located<string> | null;
  readonly followup: Located<string> | null;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface TagText {
  readonly value: string;
  readonly more: readonly string[];
  readonly line: number;
}

const BOX = /^\s*\*\s+(Bugcheck|Exception|User Mode|Hang|Security|Process)\s+Analysis\s+\*/i;
const TAG = /^\s{0,8}([A-Z][A-Z0-9_]{2,}):(?:\s+(.*?))?\s*$/;
const NAME = /^\s*[A-Z][A-Z0-9_]{4,}\s+\([0-9a-fA-F]{1,8}\)\s*$/;
/** Only `!analyze` prints these: seen outside a box they open an analysis of their own. */
const SURE =
  /^(?:FAULTING_IP|EXCEPTION_RECORD|EXCEPTION_CODE(?:_STR)?|STACK_TEXT|STACK_COMMAND|FOLLOWUP_IP|FAILURE_BUCKET_ID|BUCKET_ID|DEFAULT_BUCKET_ID|BUGCHECK_STR|BUGCHECK_CODE|BUGCHECK_P1|KEY_VALUES_STRING|PROCESS_NAME|SYMBOL_NAME|IMAGE_NAME|MODULE_NAME|FAILURE_ID_HASH|PRIMARY_PROBLEM_CLASS|LAST_CONTROL_TRANSFER|DEBUG_FLR_IMAGE_TIMESTAMP)$/;
const NOT_TAGS = /^(?:WARNING|ERROR|NOTE|PROCESS|THREAD|TODO|DEVICE|IRP|PID|TID)$/;

/** Every run of `!analyze` among the lines. */
export function readAnalyses(lines: readonly string[]): readonly AnalysisText[] {
  const starts: number[] = [];
  let inside = false;
  let named = false;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 400) continue;
    if (text.includes('Analysis') && BOX.test(text)) {
      starts.push(i);
      inside = true;
      named = false;
    } else if (
      text.endsWith(')') &&
      NAME.test(text) &&
      lines.slice(i + 1, i + 60).some((line) => /^\s*Arg1: /.test(line))
    ) {
      if (!inside || named) starts.push(i);
      inside = true;
      named = true;
    } else if (!inside && text.includes(':')) {
      const tag = TAG.exec(text);
      // The short form, without -v, may be all that a ticket quotes.
      if ((tag && SURE.test(tag[1]!)) || /^\s*Probably caused by\s*:/.test(text)) {
        starts.push(i);
        inside = true;
      }
    } else if (/^-{9}\s*$/.test(text) && /^\s*Followup:/.test(lines[i - 1] ?? '')) inside = false;
  }
  return starts.map((start, index) => analysisAt(lines, start, starts[index + 1] ?? lines.length));
}

function analysisAt(lines: readonly string[], start: number, limit: number): AnalysisText {
  const tags = new Map<string, { value: string; more: string[]; line: number }>();
  const keyValues = new Map<string, Located<string>>();
  let probablyCausedBy: Located<string> | null = null;
  let followup: Located<string> | null = null;
  let key: string | null = null;
  let current: { value: string; more: string[]; line: number } | null = null;
  let end = limit;
  for (let line = start; line < limit; line++) {
    const text = lines[line]!;
    const cause = !text.includes('caused by') ? null : /^\s*Probably caused by\s*:\s*(\S.*?)\s*$/.exec(text);
    if (cause) probablyCausedBy ??= { value: cause[1]!, line };
    const owner = !text.includes('Followup:') ? null : /^\s*Followup:\s*(\S.*?)\s*$/.exec(text);
    if (owner) {
      followup ??= { value: owner[1]!, line };
      current = null;
      if (/^\s*-{5,}\s*$/.test(lines[line + 1] ?? '')) {
        end = line + 2;
        break;
      }
      continue;
    }
    const name = !text.includes('Key') ? null : /^\s*Key\s+:\s*(\S+)\s*$/.exec(text);
    if (name) {
      key = name[1]!;
      continue;
    }
    const value = key === null ? null : /^\s*Value:\s?(.*?)\s*$/.exec(text);
    if (value && key !== null) {
      if (!keyValues.has(key)) keyValues.set(key, { value: value[1]!, line });
      key = null;
      continue;
    }
    const tag = text.length < 2000 && text.includes(':') ? TAG.exec(text) : null;
    if (tag && !NOT_TAGS.test(tag[1]!)) {
      current = { value: tag[2] ?? '', more: [], line };
      if (!tags.has(tag[1]!)) tags.set(tag[1]!, current);
    } else if (current && text.trim() !== '' && current.more.length < 4096) current.more.push(text);
  }
  const part = lines.slice(start, end);
  const bugcheck = readBugChecks(part);
  const stack = readStacks(part, '!analyze').find((item) => item.analyzed) ?? null;
  const box = BOX.exec(lines[start]!)?.[1]?.toLowerCase() ?? null;
  const told = bugcheck.find((item) => item.form === 'analyze') ?? bugcheck[0] ?? null;
  return {
    kind:
      box === 'bugcheck' || told || tags.has('BUGCHECK_STR')
        ? 'bugcheck'
        : box === 'exception' || tags.has('EXCEPTION_RECORD') || tags.has('EXCEPTION_CODE')
          ? 'exception'
          : 'other',
    bugcheck: told ? { ...told, line: told.line + start } : null,
    exceptions: readExceptions(part).map((item) => ({ ...item, line: item.line + start })),
    tags,
    keyValues,
    stack: stack ? moved(stack, start) : null,
    probablyCausedBy,
    followup,
    firstLine: start,
    lastLine: end - 1,
  };
}

function moved(stack: StackText, by: number): StackText {
  return {
    ...stack,
    firstLine: stack.firstLine + by,
    lastLine: stack.lastLine + by,
    frameLines: stack.frameLines.map((line) => line + by),
  };
}
