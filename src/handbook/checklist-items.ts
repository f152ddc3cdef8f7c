import type { Analysis } from '../analysis/report.ts';
import { countBy } from '../analysis/zombie.ts';
import type { ChecklistItem, Outcome } from './checklist.ts';
import { HANG_ITEMS } from './checklist-system.ts';

const done = (result: string, attention = false): Outcome => ({ state: 'done', result, attention });
const lacking = (why: string, remedy: string | null = null): Outcome => ({ state: 'not-possible', why, remedy });

const GENERAL: readonly ChecklistItem[] = [
  {
    id: 'trust',
    section: 'general',
    text: 'Can the file be trusted: whole, truncated, damaged, saved by whom and how?',
    commands: ['memoretics streams FILE', '||'],
    patterns: [
      'corrupt-dump',
      'truncated-dump',
      'abridged-dump',
      'inconsistent-dump',
      'false-positive-dump',
      'early-crash-dump',
      'manual-dump-kernel',
      'manual-dump-process',
      'self-dump',
      'embedded-comment',
    ],
  },
  {
    id: 'system',
    section: 'general',
    text: 'Operating system, build, service pack, product, processors',
    commands: ['vertarget', 'version'],
    look: ({ system }) =>
      system?.os || system?.build
        ? done(
            [
              system.os,
              system.build && `build ${system.build}`,
              system.servicePack,
              system.product,
              system.architecture,
              system.processors && `${system.processors} processors`,
            ]
              .filter(Boolean)
              .join(', '),
          )
        : lacking('the file does not name the system', 'vertarget'),
  },
  {
    id: 'time',
    section: 'general',
    text: 'When was it saved, and how long had system and process been up?',
    commands: ['.time', 'vertarget'],
    look: ({ system }) =>
      system?.capturedAt ? done(timeOf(system)) : lacking('the file does not tell the time', '.time'),
  },
  {
    id: 'computer',
    section: 'general',
    text: 'Which computer is it from?',
    commands: ['!envvar COMPUTERNAME', 'dS srv!srvcomputername'],
    look: ({ system }) => (system?.computerName ? done(system.computerName) : null),
    question: 'The file does not name the computer: whose is it, and is it the one that was asked about?',
  },
  {
    id: 'symbols',
    section: 'general',
    text: 'Do the symbols on the failing stack match?',
    commands: ['memoretics symbols check FILE', 'lm', '.reload'],
    look: symbolsOf,
  },
  {
    id: 'modules',
    section: 'general',
    text: 'Module list: unknown vendors, old versions, several of one kind, recently unloaded',
    commands: ['lmv', 'lm t n'],
    patterns: ['unknown-component', 'duplicated-module', 'unloaded-module', 'hidden-module'],
    look: ({ modules }) => (modules.length === 0 ? lacking('no module list', 'lmv') : null),
  },
  {
    id: 'stack-depth',
    section: 'general',
    text: 'Are the stacks printed whole?',
    commands: ['.kframes 1000'],
    look: ({ theCase }) => (theCase.target ? done('memoretics walks every stack to its end') : null),
    patterns: ['truncated-stack-trace'],
    question: 'Were the stacks of the log printed with enough frames (.kframes)?',
  },
];

const APPLICATION: readonly ChecklistItem[] = [
  {
    id: 'exception',
    section: 'application',
    text: 'Default analysis: the exception, its address, the module to look at',
    commands: ['!analyze -v', '.ecxr'],
    patterns: [
      'invalid-pointer',
      'null-pointer-code',
      'null-pointer-data',
      'wild-code',
      'cpp-exception',
      'stack-overflow-user',
      'managed-code-exception',
      'divide-by-zero-user-mode',
      'software-exception',
    ],
  },
  {
    id: 'other-exceptions',
    section: 'application',
    text: 'Exceptions of other threads, nested, hidden or already handled ones',
    commands: ['~*kv', '!uniqstack'],
    patterns: [
      'multiple-exceptions',
      'hidden-exception-user-space',
      'handled-exception-user-space',
      'nested-exceptions-unmanaged',
    ],
  },
  {
    id: 'critical-sections',
    section: 'application',
    text: 'Critical sections: owners, waiters, deadlocks, contention',
    commands: ['!locks', '!cs -l -o -s'],
    patterns: [
      'deadlock-critical-sections',
      'wait-chain-critical-sections',
      'high-contention-critical-sections',
      'critical-section-corruption',
    ],
  },
  {
    id: 'all-stacks',
    section: 'application',
    text: 'All stacks: what are the threads that are not idle waiting for?',
    commands: ['~*kv', '!uniqstack'],
    patterns: [
      'wait-chain-general',
      'deadlock-mixed-objects-user-space',
      'wait-chain-lpc-alpc',
      'wait-chain-window-messaging',
      'blocked-thread-software',
      'message-box',
      'main-thread',
    ],
  },
  {
    id: 'cpu',
    section: 'application',
    text: 'Which threads used the processor?',
    commands: ['!runaway f'],
    patterns: ['spiking-thread', 'active-thread'],
  },
  {
    id: 'suspended',
    section: 'application',
    text: 'Suspended threads',
    commands: ['~'],
    patterns: ['suspended-thread'],
  },
  {
    id: 'environment',
    section: 'application',
    text: 'Command line, environment, current directory, global flags',
    commands: ['!peb', '!gflag'],
    patterns: ['environment-hint'],
    question: 'Does !peb show the command line, directory and flags that you expect?',
  },
  {
    id: 'heap',
    section: 'application',
    text: 'Heap: corruption, double free, growth; is page heap on?',
    commands: ['!heap -s', '!heap -p -a ADDRESS', '!gflag'],
    patterns: ['dynamic-memory-corruption-process-heap', 'double-free-process-heap', 'memory-leak-process-heap'],
  },
  {
    id: 'memory',
    section: 'application',
    text: 'Address space: is it full, fragmented, or growing?',
    commands: ['!address -summary'],
    patterns: [
      'insufficient-memory-reserved-virtual-memory',
      'insufficient-memory-committed-memory',
      'memory-leak-regions',
    ],
  },
  {
    id: 'handles',
    section: 'application',
    text: 'Handles: how many, of which types?',
    commands: ['!handle'],
    look: handlesOf,
    patterns: ['insufficient-memory-handle-leak', 'invalid-handle-general'],
  },
  {
    id: 'code',
    section: 'application',
    text: 'Is the code in memory that of the image: hooks, patches, corruption?',
    commands: ['!chkimg -d MODULE', 'u FUNCTION'],
    patterns: ['hooked-functions-user-space'],
    question: 'Compare with the image of the symbol store: !chkimg needs it (--images, --symbols).',
  },
  {
    id: 'handlers',
    section: 'application',
    text: 'Exception handlers',
    commands: ['!exchain'],
    patterns: ['custom-exception-handler-user-space'],
    question: 'Does a handler of !exchain belong to nobody you know?',
  },
  {
    id: 'raw-stack',
    section: 'application',
    text: 'Traces of earlier calls on the raw stack',
    commands: ['dps STACKLIMIT STACKBASE'],
    patterns: ['coincidental-symbolic-information'],
    question: 'What else was called shortly before? Look at dps of the failing thread’s stack.',
  },
  {
    id: 'circumstances',
    section: 'application',
    text: 'Circumstances',
    commands: [],
    question: 'What was done when it happened, does it happen again, on one machine or on all, since which change?',
  },
];

const MANAGED: readonly ChecklistItem[] = [
  {
    id: 'clr',
    section: 'managed',
    text: 'Version of the runtime',
    commands: ['lmv m clr', 'lmv m coreclr'],
    look: ({ modules }) => {
      const runtime = modules.filter(({ name }) => /^(clr|coreclr|mscorwks|mscorsvr)$/i.test(name));
      return done(
        runtime.map(({ name, version }) => `${name} ${version ?? '(version unknown)'}`).join(', '),
        runtime.length > 1,
      );
    },
  },
  {
    id: 'managed-exception',
    section: 'managed',
    text: 'Managed exception: type, message, inner exceptions',
    commands: ['!pe', '!threads'],
    patterns: ['managed-code-exception'],
  },
  {
    id: 'managed-stacks',
    section: 'managed',
    text: 'Managed stacks, monitors, finalizer and collector threads',
    commands: ['~*e !clrstack', '!syncblk', '!threads'],
    look: () =>
      lacking(
        'managed frames and objects are not read by memoretics',
        'load SOS in a debugger: ~*e !clrstack; !syncblk',
      ),
  },
  {
    id: 'managed-heap',
    section: 'managed',
    text: 'Managed heap: sizes by generation, by type, large objects',
    commands: ['!eeheap -gc', '!dumpheap -stat'],
    look: () =>
      lacking('the managed heap is not read by memoretics', 'load SOS in a debugger: !eeheap -gc; !dumpheap -stat'),
  },
];

export const CHECKLIST: readonly ChecklistItem[] = [...GENERAL, ...APPLICATION, ...HANG_ITEMS, ...MANAGED];

function timeOf(system: NonNullable<Analysis['system']>): string {
  const spans: string[] = [];
  if (system.uptimeSeconds !== null) spans.push(`system up ${duration(system.uptimeSeconds)}`);
  if (system.processUptimeSeconds !== null) spans.push(`process up ${duration(system.processUptimeSeconds)}`);
  return [system.capturedAt, ...spans].join(', ');
}

function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  const days = Math.floor(whole / 86400);
  const clock = [Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
  return `${days > 0 ? `${days} d ` : ''}${clock.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** Findings about handles first; else their numbers by type, where the dump lists them. */
function handlesOf({ theCase, judgement }: Analysis): Outcome | null {
  if (judgement.findings.some(({ pattern }) => /handle/.test(pattern.id)) || !theCase.target) return null;
  const { handles } = theCase.target;
  if (!handles) return lacking('the dump holds no handles (MiniDumpWithHandleData)', '!handle');
  const types = countBy(handles, ({ typeName }) => typeName ?? 'unknown');
  return done(
    `${handles.length} handles: ${types
      .slice(0, 6)
      .map(([type, count]) => `${count} ${type}`)
      .join(', ')}`,
  );
}

function symbolsOf({ modules, currentThread }: Analysis): Outcome {
  const names = new Set((currentThread?.stack.frames ?? []).map(({ module }) => module));
  const touched = modules.filter(({ name }) => names.has(name));
  if (touched.length === 0) return lacking('no module is known on the failing stack');
  const kinds = (wanted: (symbols: string) => boolean) =>
    touched.filter(({ symbols }) => wanted(symbols)).map(({ name }) => name);
  const without = kinds((symbols) => symbols === 'none');
  const weak = kinds((symbols) => symbols === 'exports');
  if (without.length === 0 && weak.length === 0) return done(`all ${touched.length} modules on the stack have symbols`);
  const parts = [
    without.length > 0 && `none for ${without.join(', ')}`,
    weak.length > 0 && `export names only for ${weak.join(', ')}`,
  ];
  return done(parts.filter(Boolean).join('; '), true);
}
