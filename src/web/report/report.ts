import { sha256 } from '@noble/hashes/sha2.js';
import { componentAdvice } from '../../analysis/component-advice.ts';
import { type Finding, unknownByReason } from '../../analysis/judge.ts';
import { type Analysis, explainSummary } from '../../analysis/report.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { sourceLine, systemLine, timeLine } from '../../cli/headline.ts';
import { bugcheckFact } from '../../evidence/bugcheck.ts';
import { exceptionFact } from '../../evidence/exception.ts';
import { processFact } from '../../evidence/process.ts';
import { waitGraphFact } from '../../evidence/wait-graph.ts';
import { explainException } from '../../windows/exception-code.ts';
import { html, Markup, NOTHING, type Part } from './html.ts';
import { memorySection } from './memory-section.ts';
import { SCRIPT } from './script.ts';
import { frameList, stackSection } from './stack-section.ts';
import { STYLE } from './style.ts';
import { moduleSection, processSection, systemSection } from './system-section.ts';
import { drawWaits } from './wait-drawing.ts';

/** The whole analysis as one self-contained page; every string of the source is escaped. */
export function reportHtml(analysis: Analysis): string {
  const { theCase } = analysis;
  const title = `${theCase.source.path}: crash dump analysis`;
  const sections: readonly Markup[] = [
    findingsSection(analysis),
    waitSection(analysis),
    failingSection(analysis),
    stackSection(theCase),
    memorySection(theCase),
    systemSection(analysis),
    processSection(theCase),
    moduleSection(analysis),
    unknownSection(analysis),
    problemSection(analysis),
  ];
  const links = [...sections.join('').matchAll(/<section id="([\w-]+)"><h2>([^<]+)/g)].map(
    ([, id = '', name = '']) => html`<a href="#${id}">${new Markup(name)}</a>`,
  );
  const csp = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${base64(sha256(new TextEncoder().encode(SCRIPT)))}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header><h1>${theCase.source.path}</h1>
<p class="dim">${sourceLine(analysis)}</p>
${line(systemLine(analysis))}${line(timeLine(analysis))}
${verdict(analysis)}
<nav aria-label="Sections">${links}</nav></header>
<main>
${sections.map((section) => html`${section}\n`)}</main>
<footer><p>Made by memoretics from what the file holds. What could not be known is listed as unknown, never as absent.</p></footer>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>`}
`;
}

const line = (text: string | null) => text !== null && html`<p class="dim">${text}</p>`;

/** What matters in three lines: what failed, who is concerned, whether the file can be trusted. */
function verdict(analysis: Analysis): Markup {
  const { blame, signature, judgement, trusted } = analysis;
  const worst = judgement.findings[0]?.pattern.severity;
  const tone = !trusted ? 'critical' : worst === undefined || worst === 'info' ? 'good' : worst;
  const damage = judgement.findings.filter(({ pattern }) => /^(corrupt|truncated)-dump$/.test(pattern.id));
  const trust = !trusted
    ? 'Nothing in the file can be trusted.'
    : damage.length > 0
      ? `The file is to be read with care: ${damage.map(({ summary }) => summary).join(' ')}`
      : analysis.theCase.target
        ? 'The file can be trusted: nothing in it contradicts its format.'
        : 'The file is a log: it is as complete as the commands in it.';
  const place = blame && (blame.function ? `${blame.module}!${blame.function}` : blame.module);
  return html`<div class="card verdict ${tone}">
${failureLines(analysis)}
${blame ? html`<p class="look">Look at <strong>${place}</strong><span class="badge info">${Math.round(blame.confidence * 100)} %</span><br><span class="dim">${blame.reason}</span></p>${adviceOn(analysis, blame.module)}` : html`<p>No module is named: nothing here supports naming one.</p>`}
${processLine(analysis)}
<p>${trust}</p>
${argumentTable(analysis)}
${signature && html`<p class="dim">Bucket <code>${signature.bucket}</code> <code>${signature.hash}</code></p>`}</div>`;
}

function failureLines({ theCase, system }: Analysis): Part {
  const bugcheck = bugcheckFact(theCase);
  const exception = exceptionFact(theCase);
  const parts: Part[] = [];
  if (bugcheck.known && bugcheck.value) {
    const explained = explainSummary(bugcheck.value, system);
    const code = (bugcheck.value.code >>> 0).toString(16);
    parts.push(
      html`<h2 class="plain">${explained.name ?? 'Bug check of unknown name'} (${code})</h2><p>${explained.explanation}</p>`,
    );
  }
  if (exception.known && exception.value) {
    const { code, parameters, address } = exception.value;
    const platform = theCase.target?.system.platform ?? 'windows';
    const explained = explainException(code >>> 0, parameters, {
      platform,
      architecture: system?.architecture ?? null,
    });
    const at = address === null ? '' : ` at 0x${address.toString(16)}`;
    parts.push(
      html`<h2 class="plain">${explained.name ?? 'Exception'} (${(code >>> 0).toString(16).padStart(8, '0')})${at}</h2><p>${explained.short ?? explained.explanation}</p>`,
    );
  }
  if (parts.length === 0) {
    const none = bugcheck.known || exception.known;
    parts.push(
      html`<h2 class="plain">${none ? 'A moment, not a failure' : 'What failed is not known'}</h2><p>${none ? 'The file records no exception and no bug check.' : 'Neither an exception nor a bug check could be read.'}</p>`,
    );
  }
  return parts;
}

function processLine({ theCase }: Analysis): Markup {
  const process = processFact(theCase);
  if (!process.known || process.value.name === null) return NOTHING;
  const { name, id } = process.value;
  return html`<p>Process <strong>${name}</strong>${id !== null && ` (${id})`}</p>`;
}

/** The arguments of a bug check; folded where none of them says anything. */
function argumentTable({ theCase, system }: Analysis): Markup {
  const bugcheck = bugcheckFact(theCase);
  if (!bugcheck.known || !bugcheck.value) return NOTHING;
  const { parameters, unknown } = explainSummary(bugcheck.value, system);
  const width = system?.architecture === 'x86' ? 8 : 16;
  const rows = parameters.map(
    ({ value, meaning }, index) =>
      html`<tr><td>${index + 1}</td><td class="mono">${unknown.has(index) ? '?' : hexPadded(value, width)}</td><td>${unknown.has(index) ? 'not shown in the log' : meaning}</td></tr>`,
  );
  const idle = parameters.every(({ meaning }, index) => !unknown.has(index) && meaning === 'not used');
  return html`<details${!idle && html` open`}><summary>Arguments of the bug check${idle && ', none of which is used'}</summary><div class="scroll" tabindex="0" role="group" aria-label="Arguments of the bug check"><table><thead><tr><th>No.</th><th>Value</th><th>Meaning</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** What is known of a module and what can be done about it: isolate it, replace it. */
function adviceOn({ modules }: Analysis, module: string): Markup {
  const advice = componentAdvice(module, modules);
  if (!advice) return NOTHING;
  const { facts, sameVendor, isolate, replace } = advice;
  return html`<details><summary>${facts.join(', ')}</summary><ul>${isolate !== null && html`<li>To isolate: ${isolate}</li>`}<li>To replace: ${replace}</li>${sameVendor.length > 0 && html`<li>Of the same vendor are also loaded: ${sameVendor.join(', ')}.</li>`}</ul></details>`;
}

function findingsSection(analysis: Analysis): Markup {
  const { findings } = analysis.judgement;
  if (findings.length === 0)
    return html`<section id="findings"><h2>Findings</h2><p>None of the patterns that could be judged was found.</p></section>`;
  return html`<section id="findings"><h2>Findings</h2>${findings.map((finding) => findingCard(analysis, finding))}</section>`;
}

function findingCard(analysis: Analysis, finding: Finding): Markup {
  const { pattern, confidence, basis, summary, evidence, component, relations } = finding;
  const about = component && [component.module, component.version, component.vendor].filter(Boolean).join(', ');
  const advice = [...new Set([...(finding.advice ?? []), ...pattern.advice])];
  const related = (relations ?? []).map(({ kind, pattern: other }) => `${kind} ${other}`);
  return html`<article class="card verdict ${pattern.severity}"><h3>${pattern.name}<span class="badge ${pattern.severity}">${pattern.severity}</span><span class="badge info" title="${basis}">${Math.round(confidence * 100)} %</span>${pattern.draft && html`<span class="badge info">draft</span>`}</h3>
<p>${summary}</p>
${about && html`<p class="dim">Component: ${about}</p>`}
<ul>${evidence.map(({ statement, command, lines }) => html`<li>${statement}${command && html` ${commandMarkup(command)}`}${lines && lines.length > 0 && html`<pre tabindex="0">${lines.join('\n')}</pre>`}</li>`)}</ul>
<details><summary>What it means, what to do</summary><p>${pattern.meaning}</p><ul>${advice.map((text) => html`<li>${text}</li>`)}</ul><p class="dim">Confidence rests on ${basis}.${related.length > 0 && ` It ${related.join(', ')}.`}</p></details>${component && component.module !== analysis.blame?.module && adviceOn(analysis, component.module)}</article>`;
}

/** A command with a button that copies it. */
function commandMarkup(command: string): Markup {
  return html`<code>${command}</code><button type="button" data-copy="${command}" hidden aria-label="Copy ${command}">copy</button>`;
}

function waitSection({ theCase }: Analysis): Markup {
  const answer = waitGraphFact(theCase);
  if (!answer.known) return NOTHING;
  const drawing = drawWaits(answer.value);
  if (!drawing) return NOTHING;
  const { cycles, heads, missing } = answer.value;
  const said = [
    cycles.length > 0 &&
      `${cycles.length} ${cycles.length === 1 ? 'circle' : 'circles'} (red): nobody in it can go on.`,
    heads.length > 0 &&
      `${heads.length} threads that others wait for do not wait themselves (orange): look there first.`,
    drawing.cut && 'Only the parts that block most threads are drawn.',
    missing.length > 0 && `Not known: ${missing.join('; ')}.`,
  ].filter((text) => text !== false);
  return html`<section id="waits"><h2>Who waits for whom</h2>${said.map((text) => html`<p>${text}</p>`)}<div class="card scroll" tabindex="0" role="group" aria-label="Wait graph">${drawing.picture}</div></section>`;
}

function failingSection({ currentThread }: Analysis): Markup {
  if (!currentThread || currentThread.stack.frames.length === 0) return NOTHING;
  const { stack, id } = currentThread;
  return html`<section id="failing"><h2>Stack of the failing or current thread</h2>
<div class="card"><p class="dim">${id !== null && `Thread ${id.toString(16)}. `}${stack.end === 'complete' ? 'Complete.' : `Ends early: ${stack.endReason ?? 'the reason is not known'}.`}</p>
${frameList(stack.frames)}${stack.warnings.map((text) => html`<p class="dim">${text}</p>`)}</div></section>`;
}

function unknownSection({ judgement }: Analysis): Markup {
  if (judgement.unknown.length === 0) return NOTHING;
  const rows = unknownByReason(judgement.unknown).map(
    ([reason, patterns]) => html`<tr><td>${reason}</td><td>${patternList(patterns)}</td></tr>`,
  );
  return html`<section id="unknown"><h2>Could not be known</h2><div class="card scroll"><table><thead><tr><th>Missing</th><th>So these could not be judged</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** Names of patterns that nobody reads through when they are many. */
function patternList(ids: readonly string[]): Part {
  if (ids.length <= 4) return ids.join(', ');
  return html`<details><summary>${ids.length} patterns</summary>${ids.join(', ')}</details>`;
}

function problemSection({ problems }: Analysis): Markup {
  if (problems.length === 0) return NOTHING;
  const items = problems.map(
    ({ message, structure, offset }) =>
      html`<li>${message} <span class="dim">(${structure}${offset !== null && ` at file offset 0x${offset.toString(16)}`})</span></li>`,
  );
  return html`<section id="problems"><h2>Remarks on the file</h2><div class="card"><ul>${items}</ul></div></section>`;
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of RFC 4648, which neither Node nor browsers offer to both in one way. */
function base64(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    out += SIGNS[three >> 18]! + SIGNS[(three >> 12) & 63]!;
    out += at + 1 < bytes.length ? SIGNS[(three >> 6) & 63]! : '=';
    out += at + 2 < bytes.length ? SIGNS[three & 63]! : '=';
  }
  return out;
}
