import type { Analysis } from '../../analysis/report.ts';
import type { Case } from '../../evidence/case.ts';
import { processesFact } from '../../evidence/processes.ts';
import { html, type Markup, NOTHING } from './html.ts';

const MOST_PROCESSES = 2000;
const MOST_MODULES = 5000;

export function systemSection({ system }: Analysis): Markup {
  if (!system) return NOTHING;
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['Operating system', system.os],
    ['Build', system.build === null ? null : `${system.build}${system.revision === null ? '' : `.${system.revision}`}`],
    ['Build lab', system.buildLab],
    ['Service pack', system.servicePack],
    ['Product', system.product],
    ['Suites', system.suites.join(' ') || null],
    [
      'Processors',
      system.processors === null ? null : `${system.processors} (${system.architecture ?? 'type unknown'})`,
    ],
    ['Computer', system.computerName],
    ['Kernel base', system.kernelBase === null ? null : `0x${system.kernelBase.toString(16)}`],
    ['Taken', system.capturedAt],
    ['Boot options', system.bootOptions.join(' ') || null],
  ];
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return NOTHING;
  return html`<section id="system"><h2>System</h2><div class="card"><dl class="facts">${known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div></section>`;
}

/** Processes of a kernel dump or of a log that lists them. */
export function processSection(theCase: Case): Markup {
  const answer = processesFact(theCase);
  if (!answer.known || answer.value.length === 0) return NOTHING;
  const processes = answer.value;
  const rows = processes
    .slice(0, MOST_PROCESSES)
    .map(
      ({ image, id, sessionId, handleCount, commitCharge, threads, threadsListed, zombie, frozen, commandLine }) =>
        html`<tr><td>${image ?? '?'}${zombie && html`<span class="badge warning">ended</span>`}${frozen && html`<span class="badge warning">frozen</span>`}${commandLine && html`<br><span class="dim mono">${commandLine}</span>`}</td><td class="number">${id}</td><td class="number">${sessionId}</td><td class="number">${threadsListed && threads.length}</td><td class="number">${handleCount}</td><td class="number">${commitCharge !== null && `${(Number(commitCharge) / 256).toFixed(1)} MB`}</td></tr>`,
    );
  return html`<section id="processes"><h2>Processes</h2><details class="card"><summary>${processes.length} processes</summary><div class="scroll"><table><thead><tr><th>Image</th><th class="number">Id</th><th class="number">Session</th><th class="number">Threads</th><th class="number">Handles</th><th class="number">Commit</th></tr></thead><tbody>${rows}</tbody></table></div>${processes.length > MOST_PROCESSES && html`<p class="dim">${processes.length - MOST_PROCESSES} more are not in this page.</p>`}</details></section>`;
}

export function moduleSection({ modules }: Analysis): Markup {
  if (modules.length === 0) return NOTHING;
  const rows = modules
    .slice(0, MOST_MODULES)
    .map(
      ({ name, base, size, version, vendor, symbols, path }) =>
        html`<tr><td>${name}${path && html`<br><span class="dim mono">${path}</span>`}</td><td class="mono">${base.toString(16)}</td><td class="number">${(size / 1024).toFixed(0)} KB</td><td>${version}</td><td>${vendor}</td><td>${symbols}</td></tr>`,
    );
  const others = modules.filter(({ vendor }) => vendor !== null && vendor !== 'Microsoft').length;
  return html`<section id="modules"><h2>Modules</h2><details class="card"><summary>${modules.length} modules${others > 0 && `, ${others} of other vendors than Microsoft`}</summary><div class="scroll"><table><thead><tr><th>Module</th><th>Base</th><th class="number">Size</th><th>Version</th><th>Vendor</th><th>Symbols</th></tr></thead><tbody>${rows}</tbody></table></div></details></section>`;
}
