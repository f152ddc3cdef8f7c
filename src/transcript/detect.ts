import { guessEncoding } from './encoding.ts';
import { promptOf } from './split.ts';
import { repairLine } from './typography.ts';

const HEAD = 256 << 10;

/** What only debuggers print, and how strongly one occurrence speaks for a log. */
const FEATURES: readonly (readonly [RegExp, number])[] = [
  [/^\s*Loading Dump File \[/, 0.9],
  [/^\s*Microsoft \(R\) Windows Debugger/, 0.9],
  [/^\s*Opened log file '/, 0.7],
  [/^\s*\*\s+(?:Bugcheck|Exception|User Mode|Hang) Analysis\s+\*/i, 0.9],
  [/^\s*BugCheck [0-9a-f]{1,8}, \{[0-9a-f, ]+\}/i, 0.8],
  [/^\s*Bugcheck code [0-9a-f]{8}/i, 0.6],
  [/\*\*\* (?:STOP: |Fatal System Error: )0x[0-9a-f]{8}/i, 0.7],
  [
    /^\s*(?:STACK_TEXT|FAULTING_IP|FAILURE_BUCKET_ID|EXCEPTION_RECORD|BUGCHECK_CODE|BUGCHECK_STR|DEFAULT_BUCKET_ID|KEY_VALUES_STRING):/,
    0.5,
  ],
  [/^[A-Z][A-Z0-9_]{8,} \([0-9a-f]{1,8}\)\s*$/, 0.5],
  [/^\s*Debug session time: /, 0.7],
  [/ Kernel Version \d{4,5} /, 0.6],
  [/PsLoadedModuleList = 0x/, 0.6],
  [/^\s*(?:#\s+)?(?:ChildEBP|Child-SP|FramePtr|Child SP)\s+(?:RetAddr|Return|Child-BSP|IP)\b/, 0.7],
  [/^\s*THREAD [0-9a-f]{8,16}\s+Cid [0-9a-f]+\.[0-9a-f]+/, 0.7],
  [/^\s*PROCESS [0-9a-f]{8,16}(?:\s+(?:SessionId|Cid): |\s*$)/, 0.5],
  [/^\s*(?:start\s+end|start end)\s+module name/, 0.7],
  [
    /^\s*(?:[0-9a-f]{1,3}\s+)?[0-9a-f]{8}(?:`?[0-9a-f]{8})?\s+[0-9a-f]{8}(?:`?[0-9a-f]{8})?[\s:].*[\w>]\+0x[0-9a-f]+/,
    0.35,
  ],
  [/^\s*(?:eax|rax)=[0-9a-f]{8,16}\s+(?:ebx|rbx)=/, 0.6],
  [/ - code [0-9a-f]{8} \((?:first|!!! second|first\/second)/, 0.7],
  [/^\s*(?:ExceptionAddress|ExceptionCode): [0-9a-f]/, 0.5],
  [/^\s*[.#]?\s*\d+\s+[Ii]d: [0-9a-f]+\.[0-9a-f]+ +Suspend: \d/, 0.7],
  [/GetContextState failed, 0x|THIS DUMP FILE IS PARTIALLY CORRUPT|KdDebuggerDataBlock is not present/, 0.7],
  [/^\s*\*{4} (?:DUMP OF ALL RESOURCE OBJECTS|NT ACTIVE PROCESS DUMP)/, 0.8],
  [/^\s*(?:Symbol|Executable) search path is: /, 0.5],
  [/(?:^|\s)[A-Za-z_][\w.-]{1,40}![A-Za-z_~?@`<][^\s!]*\+0x[0-9a-f]+/, 0.1],
];

/**
 * How much the beginning of a file looks like a debugger's log: 0 for binaries and empty files, about 1 for a WinDbg log,
 * under 0.3 for other text. Judged by content alone, in UTF-8, UTF-16 or Windows-1252.
 */
export function looksLikeTranscript(head: Uint8Array): number {
  const sample = head.length > HEAD ? head.subarray(0, HEAD) : head;
  const guess = guessEncoding(sample);
  if (!guess) return 0;
  const text = new TextDecoder(guess.encoding).decode(sample.subarray(guess.bom));
  let against = 1;
  let lines = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '' || line.length > 2000) continue;
    lines++;
    const repaired = repairLine(line);
    if (promptOf(repaired)) against *= 0.4;
    else for (const [feature, weight] of FEATURES) if (feature.test(repaired)) against *= 1 - weight;
    if (against < 0.01) break;
  }
  return lines === 0 ? 0 : Math.round((1 - against) * 1000) / 1000;
}
