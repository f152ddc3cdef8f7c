import type { Case } from '../../evidence/case.ts';
import { virtualMemoryFact } from '../../evidence/virtual-memory.ts';
import { memoryCounter, type VirtualMemory } from '../../windows/virtual-memory.ts';
import { html, type Markup, NOTHING } from './html.ts';

/** Counters that have a limit beside them, by the labels of either form of `!vm`. */
const PAIRS: readonly {
  readonly title: string;
  readonly used: readonly string[];
  readonly limit: readonly string[];
}[] = [
  { title: 'Committed memory', used: ['Committed pages', 'Committed'], limit: ['Commit limit', 'Commit Limit'] },
  {
    title: 'Nonpaged pool',
    used: ['NonPagedPool Usage', 'NonPagedPool Commit'],
    limit: ['NonPagedPool Max', 'NonPagedPool Maximum'],
  },
  { title: 'Paged pool', used: ['PagedPool Usage', 'PagedPool Commit'], limit: ['PagedPool Maximum', 'PagedPool Max'] },
];
/** What wrapped below zero is no measure. */
const SANE = 1n << 52n;

/** Memory counters as bars against their limits, alarms in words; nothing where the counters are unknown. */
export function memorySection(theCase: Case): Markup {
  const answer = virtualMemoryFact(theCase);
  if (!answer.known) return NOTHING;
  const memory = answer.value;
  const bars = PAIRS.map(({ title, used, limit }) => bar(title, largest(memory, used), largest(memory, limit)));
  const alarms = memory.alarms.map(({ what, count }) => html`<li>${count === null ? '' : `${count} `}${what}</li>`);
  const rows = memory.counters.map(
    ({ label, pages }) =>
      html`<tr><td>${label}</td><td class="number">${pages}</td><td class="number">${size(pages)}</td></tr>`,
  );
  return html`<section id="memory"><h2>Memory</h2>
${alarms.length > 0 && html`<div class="card verdict error"><h3>Failures that the system counted</h3><ul>${alarms}</ul></div>`}
<div class="card">${bars}<details><summary>All counters</summary><div class="scroll"><table><thead><tr><th>Counter</th><th class="number">Pages</th><th class="number">Size</th></tr></thead><tbody>${rows}</tbody></table></div></details></div></section>`;
}

/** A counter of which systems keep several: what one of them leaves at 0 another counts. */
function largest(memory: VirtualMemory, labels: readonly string[]): bigint | null {
  const counts = labels
    .map((label) => memoryCounter(memory, label))
    .filter((pages): pages is bigint => pages !== null && pages < SANE);
  return counts.reduce<bigint | null>((most, pages) => (most === null || pages > most ? pages : most), null);
}

function bar(title: string, used: bigint | null, limit: bigint | null): Markup {
  if (used === null || limit === null || limit === 0n) return NOTHING;
  const share = Math.min(1, Number(used) / Number(limit));
  const words = `${title}: ${size(used)} of ${size(limit)}, ${(share * 100).toFixed(1)} %`;
  return html`<p>${words}<br><svg viewBox="0 0 300 12" width="300" height="12" role="img" aria-label="${words}"><rect class="rail" width="300" height="12" rx="3"/><rect class="bar${share > 0.9 && ' full'}" width="${Math.round(share * 300)}" height="12" rx="3"/></svg></p>`;
}

/** Pages of 4 KB as people read sizes. */
function size(pages: bigint): string {
  const kb = Number(pages) * 4;
  if (kb >= 1 << 20) return `${(kb / (1 << 20)).toFixed(2)} GB`;
  return kb >= 1024 ? `${(kb / 1024).toFixed(1)} MB` : `${kb} KB`;
}
