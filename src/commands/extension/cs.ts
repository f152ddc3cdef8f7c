import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { readSection, readSections, sectionOfDebugInfo, sectionsInRange } from '../../debugger/critical-sections.ts';
import { parseWholeRange, type RangeSyntax, resolveRange } from '../../debugger/range.ts';
import type { Session } from '../../debugger/session.ts';
import { PLAIN_FORM, writeStack } from '../../debugger/stack-text.ts';
import { type StackView, viewStack } from '../../debugger/stack-view.ts';
import { Text } from '../../debugger/text.ts';
import { pointerAt } from '../../debugger/type-value.ts';
import { isUserMode } from '../../target/target.ts';
import type { CriticalSection } from '../../windows/critical-section.ts';

interface Options {
  /** Only sections that are locked. */
  readonly locked: boolean;
  /** The owner's stack. */
  readonly owner: boolean;
  /** Whether stacks of those who made the sections were kept. */
  readonly trace: boolean;
  /** The address is that of debug information, which is then shown first. */
  readonly debug: boolean;
  /** Null for the list of the process. */
  readonly range: RangeSyntax | null;
}

interface Owner {
  /** The debugger's number of the thread; null when the dump has no such thread. */
  readonly index: number | null;
  readonly stack: StackView | null;
}

interface CsData {
  readonly pointerSize: 4 | 8;
  readonly sections: readonly { readonly section: CriticalSection; readonly owner: Owner | null }[];
  readonly debugFirst: boolean;
  /** What there is to say of the stacks that made the sections; null when not asked for. */
  readonly trace: string | null;
  readonly lost: string | null;
}

const RULE = '-'.repeat(41);
const MOST_FRAMES = 20;

export default command<Options, CsData>({
  name: '!cs',
  syntax: '!cs [-l] [-o] [-s] [address [end]] | !cs -d debugInfo',
  summary:
    'Shows critical sections: all, those that are locked (-l), one, or those in a range; -o with the stack of the owner.',
  example: '!cs -l -o',
  patterns: ['wait-chain-critical-sections', 'deadlock-critical-sections', 'high-contention-critical-sections'],
  notes:
    'A section with a count that this Windows does not store gets a note. -s tells whether ntdll kept the stacks that made the sections, but does not print them; -t needs structures of Application Verifier that no public symbols describe.',
  parse(args, session) {
    if (!isUserMode(session.target))
      throw new UsageError('!cs', 'critical sections belong to processes; this is a kernel dump');
    const head = /^(\s*[-/][a-z?]+(?=\s|$))*/i.exec(args)![0];
    const flags = head.replace(/[\s/-]/g, '').toLowerCase();
    if (flags.includes('t'))
      throw new UsageError(
        '!cs',
        'the tree of critical sections (-t) is kept by Application Verifier in structures that no public symbols describe',
      );
    const wrong = /[^lods]/.exec(flags)?.[0];
    if (wrong !== undefined)
      throw new UsageError('!cs', `Syntax error: -${wrong} is not understood; ${this.syntax}`, 0);
    const rest = args.slice(head.length);
    const range =
      rest.trim() === '' ? null : parseWholeRange(args.replace(head, ' '.repeat(head.length)), session.reading, '!cs');
    if (flags.includes('d') && !range)
      throw new UsageError('!cs', 'Missing the address of debug information', args.length);
    return {
      locked: flags.includes('l'),
      owner: flags.includes('o'),
      trace: flags.includes('s'),
      debug: flags.includes('d'),
      range,
    };
  },
  async run(session, options) {
    const { sections, lost } = await chosen(session, options);
    const wanted = options.locked ? sections.filter(({ locked }) => locked !== false) : sections;
    const shown: CsData['sections'][number][] = [];
    for (const section of wanted)
      shown.push({ section, owner: options.owner ? await ownerOf(session, section) : null });
    return {
      pointerSize: session.pointerSize,
      sections: shown,
      debugFirst: options.debug || options.range === null,
      trace: options.trace ? await traceState(session) : null,
      lost,
    };
  },
  render({ pointerSize, sections, debugFirst, trace, lost }, text) {
    const digits = (value: bigint) => `0x${hexPadded(value, pointerSize * 2)}`;
    const row = (label: string, value: string) => text.line(`${label.padEnd(18)} = ${value}`);
    const pointer = (value: bigint | null) => (value === null ? '????' : digits(value));
    const number = (value: number | bigint | null) =>
      value === null ? '????' : `0x${BigInt.asUintN(32, BigInt(value)).toString(16).toUpperCase()}`;
    for (const { section, owner } of sections) {
      text.line(RULE);
      const rows = [
        ['Critical section', `${digits(section.address)} (${section.symbol ?? `+0x${section.address.toString(16)}`})`],
        ['DebugInfo', pointer(section.debugInfo)],
      ] as const;
      for (const [label, value] of debugFirst ? [...rows].reverse() : rows) row(label, value);
      text.line(
        section.locked === null
          ? 'LOCKED or not: the count is not in the dump'
          : section.locked
            ? 'LOCKED'
            : 'NOT LOCKED',
      );
      if (section.locked) {
        row('LockCount', number(section.lockCount));
        if (section.waiterWoken !== null) row('WaiterWoken', section.waiterWoken ? 'Yes' : 'No');
        row('OwningThread', pointer(section.owningThread));
        row('RecursionCount', number(section.recursionCount));
      }
      row('LockSemaphore', number(section.lockSemaphore));
      row('SpinCount', pointer(section.spinCount));
      if (section.note !== null) text.line(`Note: ${section.note}`);
      if (owner) writeOwner(text, owner, section);
      if (trace !== null) text.line().line(trace);
    }
    if (sections.length === 0 && lost === null) text.line('No critical section is to be shown.');
    if (lost !== null) text.line(`The list of critical sections is not complete: ${lost}`);
  },
});

async function chosen(
  session: Session,
  { range, debug }: Options,
): Promise<{ readonly sections: readonly CriticalSection[]; readonly lost: string | null }> {
  if (!range) return readSections(session, '!cs');
  const { address, count, explicit } = await resolveRange(session, range, {
    unit: 1,
    count: 1,
    key: 'cs',
    command: '!cs',
  });
  if (debug) return { sections: [await sectionOfDebugInfo(session, address, '!cs')], lost: null };
  if (!explicit) return { sections: [await readSection(session, address, '!cs')], lost: null };
  return { sections: sectionsInRange(session, address, count), lost: null };
}

async function ownerOf(session: Session, section: CriticalSection): Promise<Owner | null> {
  if (!section.locked || section.owningThread === null || section.owningThread === 0n) return null;
  const thread = session.target.threads.find(({ id }) => id !== null && BigInt(id) === section.owningThread);
  return thread
    ? { index: thread.index, stack: await viewStack(session, thread, MOST_FRAMES) }
    : { index: null, stack: null };
}

function writeOwner(text: Text, { index, stack }: Owner, section: CriticalSection): void {
  text.line();
  if (index === null) {
    text.line(
      `OwningThread 0x${section.owningThread?.toString(16)} is not among the threads of the dump: it may have ended.`,
    );
    return;
  }
  text.line(`OwningThread DbgId = ~${index}s`);
  text.line('OwningThread Stack =');
  if (!stack) return;
  const inner = new Text();
  writeStack(inner, stack, { ...PLAIN_FORM, arguments: true });
  for (const line of inner.lines.filter(Boolean)) text.line(`    ${line}`);
}

/** Whether ntdll keeps a database of stacks, by its own variable. */
async function traceState(session: Session): Promise<string> {
  const ntdll = session.moduleNamed('ntdll');
  const symbol = ntdll ? ((await session.needSymbols(ntdll))?.find('RtlpStackTraceDataBase') ?? null) : null;
  if (!ntdll || !symbol) return 'Stack traces: symbols of ntdll do not tell where RtlpStackTraceDataBase is.';
  const value = pointerAt(session, BigInt.asUintN(64, BigInt(ntdll.base + symbol.rva)));
  if (value === null) return 'Stack traces: ntdll!RtlpStackTraceDataBase is not in the dump.';
  return value === 0n
    ? 'ntdll!RtlpStackTraceDataBase is NULL. Probably the stack traces are not enabled.'
    : `Stack traces are enabled (database at 0x${value.toString(16)}), but this command does not read them.`;
}
