import { unknownByReason } from '../analysis/judge.ts';
import { type Analysis, explainSummary } from '../analysis/report.ts';
import { printable } from '../bytes/text.ts';
import { sourceLine, systemLine, timeLine } from '../cli/headline.ts';
import { bugcheckFact } from '../evidence/bugcheck.ts';
import { exceptionFact } from '../evidence/exception.ts';
import { explainException } from '../windows/exception-code.ts';
import { frameName } from '../windows/stack.ts';

const MOST_FRAMES = 30;
const MOST_FINDINGS = 20;

/** The analysis for a ticket: the essentials in Markdown, with every string of the source escaped. */
export function reportMarkdown(analysis: Analysis): string {
  const { theCase, blame, signature, judgement, currentThread, problems } = analysis;
  const lines = [`## ${plain(theCase.source.path)}`, '', plain(sourceLine(analysis))];
  for (const text of [systemLine(analysis), timeLine(analysis)]) if (text) lines.push('', plain(text));
  lines.push('', ...failureLines(analysis));
  if (blame) {
    const place = blame.function ? `${blame.module}!${blame.function}` : blame.module;
    lines.push('', `**Look at** ${code(place)}, ${Math.round(blame.confidence * 100)} %: ${plain(blame.reason)}`);
  }
  if (signature) lines.push('', `Bucket ${code(signature.bucket)}, hash ${code(signature.hash)}`);
  if (judgement.findings.length > 0) {
    lines.push('', '### Findings', '');
    for (const { pattern, confidence, summary, evidence } of judgement.findings.slice(0, MOST_FINDINGS)) {
      lines.push(
        `- **${plain(pattern.name)}** (${pattern.severity}, ${Math.round(confidence * 100)} %): ${plain(summary)}`,
      );
      for (const { statement, command } of evidence)
        lines.push(`  - ${plain(statement)}${command ? ` ${code(command)}` : ''}`);
    }
    const more = judgement.findings.length - MOST_FINDINGS;
    if (more > 0) lines.push(`- ${more} more`);
  }
  const frames = currentThread?.stack.frames ?? [];
  if (frames.length > 0) {
    lines.push('', '### Stack', '', '```');
    for (const frame of frames.slice(0, MOST_FRAMES)) lines.push(printable(frameName(frame)).replaceAll('`', "'"));
    if (frames.length > MOST_FRAMES) lines.push(`... ${frames.length - MOST_FRAMES} more frames`);
    lines.push('```');
  }
  if (judgement.unknown.length > 0) {
    lines.push('', '### Could not be known', '');
    for (const [reason, patterns] of unknownByReason(judgement.unknown))
      lines.push(`- ${plain(reason)}: ${patterns.join(', ')}`);
  }
  if (problems.length > 0) {
    lines.push('', '### Remarks on the file', '');
    for (const { message } of problems) lines.push(`- ${plain(message)}`);
  }
  return `${lines.join('\n')}\n`;
}

function failureLines({ theCase, system }: Analysis): string[] {
  const lines: string[] = [];
  const bugcheck = bugcheckFact(theCase);
  if (bugcheck.known && bugcheck.value) {
    const explained = explainSummary(bugcheck.value, system);
    const values = explained.parameters.map(({ value }, index) =>
      explained.unknown.has(index) ? '?' : value.toString(16),
    );
    const title = `${explained.name ?? 'Bug check'} (${(bugcheck.value.code >>> 0).toString(16)})`;
    lines.push(`**${plain(title)}** {${values.join(', ')}}`, '', plain(explained.explanation ?? ''));
  }
  const exception = exceptionFact(theCase);
  if (exception.known && exception.value) {
    const { code: number, parameters, address } = exception.value;
    const platform = theCase.target?.system.platform ?? 'windows';
    const explained = explainException(number >>> 0, parameters, {
      platform,
      architecture: system?.architecture ?? null,
    });
    const at = address === null ? '' : ` at ${code(`0x${address.toString(16)}`)}`;
    lines.push(
      `**${plain(explained.name ?? 'Exception')} (${(number >>> 0).toString(16).padStart(8, '0')})**${at}: ${plain(explained.short ?? explained.explanation)}`,
    );
  }
  return lines.length > 0 ? lines : ['The file records no exception and no bug check, or they could not be read.'];
}

/** Text that Markdown must not read as markup. */
function plain(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}

function code(text: string): string {
  return `\`${printable(text).replaceAll('`', "'")}\``;
}
