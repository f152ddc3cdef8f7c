import type { Case } from '../../evidence/case.ts';
import { type StackGroup, type StackMember, stackCollectionFact } from '../../evidence/stack-collection.ts';
import { termOfFrame } from '../../handbook/glossary.ts';
import { type Frame, frameName } from '../../windows/stack.ts';
import { html, type Markup, NOTHING } from './html.ts';

/** Groups beyond this make a page that no browser likes. */
const MOST_GROUPS = 400;
const MOST_FRAMES = 200;
const MOST_MEMBERS = 50;
/** Shown open: what is odd. The crowd is folded. */
const OPEN = new Set(['failing', 'exception', 'lock-wait', 'long-wait', 'running']);
const MOST_OPEN = 6;

/** The stack trace collection, folded and searchable; nothing where no thread is known. */
export function stackSection(theCase: Case): Markup {
  const answer = stackCollectionFact(theCase);
  if (!answer.known || answer.value.length === 0) return NOTHING;
  const groups = answer.value;
  const threads = groups.reduce((sum, { members }) => sum + members.length, 0);
  const shown = groups.slice(0, MOST_GROUPS);
  return html`<section id="stacks"><h2>Stacks</h2>
<p>${threads} threads with ${groups.length} different stacks, the oddest first.</p>
<p hidden><label>Search the stacks: <input type="search" id="stack-search"></label> <span id="stack-count" aria-live="polite"></span></p>
${shown.map((group, index) => groupMarkup(group, index))}
${groups.length > shown.length && html`<p class="dim">${groups.length - shown.length} more stacks are not in this page; <code>memoretics analyze --json</code> has them all.</p>`}</section>`;
}

function groupMarkup({ oddity, reason, members, stack }: StackGroup, index: number): Markup {
  const open = OPEN.has(oddity) && index < MOST_OPEN;
  const top = stack.frames.find(({ function: name }) => name !== null) ?? stack.frames[0];
  const count = members.length === 1 ? memberText(members[0]!) : `${members.length} threads`;
  return html`<details class="card" data-stack="${oddity}"${open && html` open`}><summary><strong>${count}</strong> <span class="dim">${reason}${top ? `; ${frameName(top)}` : ''}</span></summary>
${members.length > 1 && html`<p class="dim">${members.slice(0, MOST_MEMBERS).map(memberText).join(', ')}${members.length > MOST_MEMBERS && ` and ${members.length - MOST_MEMBERS} more`}</p>`}
${stack.frames.length > 0 ? frameList(stack.frames) : html`<p class="dim">No frames: ${stack.endReason ?? 'the stack is not in the file'}.</p>`}
${stack.warnings.map((warning) => html`<p class="dim">${warning}</p>`)}</details>`;
}

function memberText({ id, index, address, name, process, state }: StackMember): string {
  const called = [
    process,
    address === null ? null : address.toString(16),
    id === null ? (index === null ? null : `~${index}`) : `thread ${id.toString(16)}`,
    name,
  ].filter((part) => part !== null);
  return `${called.join(' ')}${state === null ? '' : ` (${state})`}`;
}

/** Frames as a listing; a term of the glossary explains the frames that puzzle newcomers. */
export function frameList(frames: readonly Frame[]): Markup {
  const rows = frames.slice(0, MOST_FRAMES).map((frame, index) => {
    const name = frameName(frame);
    const term = termOfFrame(name);
    const source = frame.source ? ` [${frame.source.file} @ ${frame.source.line}]` : '';
    const doubt = frame.trust === 'scan' ? ' (found by scanning)' : '';
    const shown = term ? html`<abbr title="${term.text}">${name}</abbr>` : html`${name}`;
    return html`${index.toString(16).padStart(2, '0')} ${shown}${frame.inline && ' (inline)'}${source}${doubt}
`;
  });
  const more = frames.length > MOST_FRAMES && `... ${frames.length - MOST_FRAMES} more frames\n`;
  return html`<pre tabindex="0">${rows}${more}</pre>`;
}
