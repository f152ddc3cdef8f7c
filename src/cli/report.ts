import { type Finding, unknownByReason } from '../analysis/judge.ts';
import { type Analysis, explainSummary } from '../analysis/report.ts';
import { hexPadded } from '../bytes/hex.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { processFact } from '../evidence/process.ts';
import { explainException } from '../windows/exception-code.ts';
import type { ThreadSummary } from '../windows/summary.ts';
import { sourceLine, systemLine, timeLine } from './headline.ts';
import { Page, type Part } from './page.ts';
import { accessDoubts } from './report-fault.ts';
import type { ReportOptions } from './report-options.ts';
import { currentStack } from './report-stack.ts';
import { threads } from './report-threads.ts';

/** The report for people: what this is, can it be trusted, what failed, who is concerned, the evidence, what is unknown. */
export function renderReport(analysis: Analysis, options: ReportOptions): string {
  const page = new Page(options.width, options.color);
  page.line([['bold', analysis.theCase.source.path]]);
  page.line(sourceLine(analysis), 2, 2);
  const system = systemLine(analysis);
  if (system) page.line(system, 2, 2);
  const time = timeLine(analysis);
  if (time) page.line(time, 2, 2);
  page.blank();
  trust(page, analysis);
  failure(page, analysis);
  who(page, analysis);
  notes(page, analysis, options);
  findings(page, analysis, options);
  currentStack(page, analysis, options);
  threads(page, analysis, options);
  unknown(page, analysis, options);
  return page.toString();
}

function trust(page: Page, { judgement, problems, trusted, theCase }: Analysis): void {
  const damage = judgement.findings.filter(
    ({ pattern }) => pattern.id === 'corrupt-dump' || pattern.id === 'truncated-dump',
  );
  if (!trusted) page.labelled('Trust', [['red', 'nothing in it can be trusted']]);
  else if (damage.length > 0)
    page.labelled('Trust', [['yellow', 'with care: '], damage.map((finding) => finding.summary).join(' ')]);
  else if (theCase.transcript)
    page.labelled('Trust', [
      ['green', 'a log'],
      ': it is as complete as the commands in it; no message in it speaks of a damaged dump',
      problems.length > 0 ? `; ${problems.length} ${problems.length === 1 ? 'remark' : 'remarks'} below` : '',
    ]);
  else
    page.labelled('Trust', [
      ['green', 'nothing contradicts its format'],
      problems.length > 0 ? `; ${problems.length} ${problems.length === 1 ? 'remark' : 'remarks'} below` : '',
    ]);
}

function failure(page: Page, { theCase, system, mode }: Analysis): void {
  const bugcheck = bugcheckFact(theCase);
  const process = processFact(theCase);
  if (bugcheck.known && bugcheck.value) {
    const { code } = bugcheck.value;
    const explained = explainSummary(bugcheck.value, system);
    page.labelled('Failed', [
      ['bold', `${explained.name ?? 'bug check of unknown name'} (${(code >>> 0).toString(16)})`],
    ]);
    if (explained.explanation) page.line(explained.explanation, 10, 10);
    const width = system?.architecture === 'x86' || system?.architecture === 'arm' ? 8 : 16;
    explained.parameters.forEach(({ value, meaning }, index) => {
      const shown = explained.unknown.has(index) ? '?'.repeat(width) : hexPadded(value, width);
      const says = explained.unknown.has(index) ? 'not shown in the log' : (meaning ?? '');
      page.line([`${index + 1}  `, ['cyan', shown], `  ${says}`], 10, 13 + width + 2);
    });
  }
  const exception = exceptionFact(theCase);
  if (exception.known && exception.value) {
    const { code, parameters, address, threadId } = exception.value;
    const explained = explainException(code >>> 0, parameters, {
      platform: theCase.target?.system.platform ?? 'windows',
      architecture: system?.architecture ?? null,
    });
    const first = !(bugcheck.known && bugcheck.value);
    const title: Part[] = [
      ['bold', `${explained.name ?? 'exception'} (${(code >>> 0).toString(16).padStart(8, '0')})`],
    ];
    if (address !== null) title.push(' at ', ['cyan', `0x${address.toString(16)}`]);
    if (threadId !== null) title.push(` on thread 0x${threadId.toString(16)}`);
    page.labelled(first ? 'Failed' : '', title);
    page.line(
      explained.short
        ? `${explained.short}${explained.details.length > 0 ? `; ${explained.details.join('; ')}` : ''}`
        : explained.explanation,
      10,
      10,
    );
  }
  accessDoubts(page, theCase);
  if (!(bugcheck.known && bugcheck.value) && !(exception.known && exception.value)) {
    const nothing = mode === 'kernel' ? bugcheck.known : exception.known;
    page.labelled(
      'Failed',
      nothing
        ? 'the source records no exception and no bug check: it shows a moment, not a failure'
        : 'not known: neither an exception nor a bug check could be read',
    );
  }
  if (process.known && process.value.name !== null) {
    page.labelled('Process', `${process.value.name}${process.value.id === null ? '' : ` (${process.value.id})`}`);
  } else if (process.known && process.value.id !== null) page.labelled('Process', `id ${process.value.id}`);
}

function who(page: Page, { blame, signature, modules }: Analysis): void {
  if (blame) {
    const module = modules.find((item) => item.name === blame.module);
    const place = blame.function ? `${blame.module}!${blame.function}` : blame.module;
    const offset = blame.offset === null || blame.offset === 0n ? '' : `+0x${blame.offset.toString(16)}`;
    const about = [module?.vendor, module?.version].filter(Boolean).join(', ');
    page.labelled('Look at', [
      ['bold', `${place}${offset}`],
      about ? ` (${about})` : '',
      `  ${Math.round(blame.confidence * 100)} %: ${blame.reason}`,
    ]);
  } else page.labelled('Look at', 'no module: nothing here supports naming one');
  if (signature) {
    const { bucket, hash, specific } = signature;
    page.labelled('Bucket', [bucket, ['dim', `  ${hash}${specific === bucket ? '' : `  more exactly ${specific}`}`]]);
  }
}

/** Keys of readers and writers about themselves, not of the program about its failure. */
const OWN_NOTES = /^(crashpad|dump|linux|process|handles)\b|expected-size/;
const NOTES = 6;
const LONGEST_NOTE = 240;

/** What a crash reporter let the program say about itself: assertion texts, exception reasons, versions. */
function notes(page: Page, { theCase, mode }: Analysis, { full }: ReportOptions): void {
  if (mode !== 'user' || !theCase.target) return;
  const all = [...theCase.target.annotations].filter(([key]) => full || !OWN_NOTES.test(key));
  if (all.length === 0) return;
  page.blank();
  page.line([['bold', 'Notes of the program']]);
  for (const [key, value] of full ? all : all.slice(0, NOTES)) {
    const shown = full || value.length <= LONGEST_NOTE ? value : `${value.slice(0, LONGEST_NOTE - 1)}…`;
    page.line([['dim', `${key}: `], shown], 2, 4);
  }
  if (!full && all.length > NOTES) page.line([['dim', `${all.length - NOTES} more: --full`]], 2, 2);
}

function findings(page: Page, { judgement }: Analysis, { full }: ReportOptions): void {
  if (judgement.findings.length === 0) return;
  page.blank();
  page.line([['bold', 'Findings']]);
  for (const finding of judgement.findings) {
    const style =
      finding.pattern.severity === 'critical' || finding.pattern.severity === 'error'
        ? 'red'
        : finding.pattern.severity === 'warning'
          ? 'yellow'
          : 'dim';
    page.line(
      [
        [style, finding.pattern.severity === 'info' ? '- ' : '* '],
        ['bold', finding.pattern.name],
        `  ${Math.round(finding.confidence * 100)} %  `,
        finding.summary,
      ],
      2,
      4,
    );
    const shown = full ? finding.evidence : finding.evidence.slice(0, EVIDENCE);
    for (const item of shown) evidence(page, item);
    if (shown.length < finding.evidence.length)
      page.line([['dim', `${finding.evidence.length - shown.length} more: --full`]], 6, 6);
    if (finding.pattern.severity !== 'info' || full) advice(page, finding);
  }
}

/** Pieces of evidence shown for a finding without --full. */
const EVIDENCE = 4;

function evidence(page: Page, { statement, command, lines }: Finding['evidence'][number]): void {
  page.line([statement, ...(command ? ([['dim', `  [${command}]`]] as const) : [])], 6, 8);
  for (const line of lines ?? []) page.row([['dim', '| '], line], 8);
}

function advice(page: Page, finding: Finding): void {
  const [first] = [...(finding.advice ?? []), ...finding.pattern.advice];
  if (first) page.line([['cyan', '-> '], first], 6, 9);
}

/** Reasons shown without --full, and patterns named for each. */
const REASONS = 8;
const NAMES = 3;

/** What was missing, that which keeps most patterns from being judged first: there lies what to ask for. */
function unknownPatterns(page: Page, unknown: Analysis['judgement']['unknown'], full: boolean): void {
  const sorted = unknownByReason(unknown);
  const shown = full ? sorted : sorted.slice(0, REASONS);
  for (const [reason, patterns] of shown) {
    const named = full || patterns.length <= NAMES ? patterns : patterns.slice(0, NAMES);
    const more = patterns.length > named.length ? `, ${patterns.length - named.length} more` : '';
    page.line(['- ', reason, ['dim', `  (${named.join(', ')}${more})`]], 2, 4);
  }
  const rest = sorted.length - shown.length;
  if (rest > 0) page.line([['dim', `${rest} more ${rest === 1 ? 'reason' : 'reasons'}: --full`]], 4, 4);
}

function unknown(page: Page, { judgement, problems, theCase, currentThread }: Analysis, { full }: ReportOptions): void {
  const nameless = namelessModules(theCase, currentThread);
  if (judgement.unknown.length > 0 || nameless.size > 0) {
    page.blank();
    page.line([['bold', 'Could not be known']]);
    for (const [reason, modules] of nameless) {
      page.line(
        ['- ', `function names of ${modules.join(', ')}: ${reason}`, ['dim', '  [memoretics symbols check FILE]']],
        2,
        4,
      );
    }
    unknownPatterns(page, judgement.unknown, full);
  }
  // What a finding already quotes as its evidence need not be read twice.
  const said = new Set(
    judgement.findings.flatMap(({ evidence: all }) =>
      (full ? all : all.slice(0, EVIDENCE)).map(({ statement }) =>
        statement.replace(/ \[file offset 0x[0-9a-f]+\]$/, ''),
      ),
    ),
  );
  const others = problems.filter(({ message }) => !said.has(message));
  if (others.length > 0) {
    page.blank();
    page.line([['bold', 'Problems of the input']]);
    const shown = full ? others : others.slice(0, 6);
    for (const problem of shown) {
      page.line(
        [
          '- ',
          problem.message,
          ['dim', `  (${problem.structure}${problem.offset === null ? '' : ` at 0x${problem.offset.toString(16)}`})`],
        ],
        2,
        4,
      );
    }
    if (shown.length < others.length) page.line([['dim', `${others.length - shown.length} more: --full`]], 4, 4);
  }
}

/** Modules on the failing stack without names, by the reason. */
function namelessModules({ symbols }: Analysis['theCase'], current: ThreadSummary | null): Map<string, string[]> {
  const onStack = new Set(current?.stack.frames.map((frame) => frame.module));
  const reasons = new Map<string, string[]>();
  for (const [module, { table, note }] of symbols) {
    if (!onStack.has(module.name) || (table && table.finder !== 'exports')) continue;
    reasons.set(note, [...(reasons.get(note) ?? []), module.name]);
  }
  return reasons;
}
