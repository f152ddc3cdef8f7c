import { UsageError } from '../../bytes/errors.ts';
import { Text, type TextLink } from '../../debugger/text.ts';
import type { OutcomeReply } from './front.ts';

type Answer = Omit<OutcomeReply, 'kind'>;

interface Link {
  readonly label: string;
  readonly to: TextLink['to'];
}

/** More than anybody follows. */
const MOST = 2000;

/** What the last output that had links leads to. */
export class Links {
  #found: Link[] = [];
  #fresh = true;
  /** A new command begins: its links, if it has any, take the place of those before. */
  start(): void {
    this.#fresh = true;
  }
  add({ text, links }: Pick<OutcomeReply, 'text' | 'links'>): void {
    if (links.length === 0) return;
    if (this.#fresh) this.#found = [];
    this.#fresh = false;
    const first = links.slice(0, MOST);
    const lines = text.split('\n', 1 + (first.at(-1)?.line ?? 0));
    for (const { line, start, end, to } of first) {
      if (this.#found.length >= MOST) return;
      const label = (lines[line] ?? '').slice(start, end);
      const address = addressOf(to);
      if (!this.#found.some((link) => addressOf(link.to) === address)) this.#found.push({ label, to });
    }
  }
  /** The command of the link that is meant; or what there is to say: the list, the address of a page, what is wrong. */
  follow(which: string | null, typed: string): { readonly run: string } | { readonly answer: Answer } {
    if (which === null) return { answer: this.#list(typed) };
    // `02` is a label, such as the number of a frame.
    const number = /^[1-9]\d*$/.test(which) ? Number(which) : 0;
    const link = this.#found[number - 1] ?? this.#found.find(({ label }) => label === which);
    if (!link) {
      const most = this.#found.length;
      const message =
        most === 0 ? 'the last output has no links' : `there is no link '${which}'; .link lists 1 to ${most}`;
      const error = new UsageError('.link', message, null);
      return {
        answer: { command: typed, text: `${message}\n`, links: [], data: null, error: errorOf(error) },
      };
    }
    if ('command' in link.to) return { run: link.to.command };
    const text = new Text().page(link.to.page, link.to.page).line();
    return { answer: { command: typed, text: text.toString(), links: text.links, data: null, error: null } };
  }
  #list(typed: string): Answer {
    const text = new Text();
    const width = String(this.#found.length).length;
    const widest = Math.min(40, Math.max(0, ...this.#found.map(({ to }) => addressOf(to).length)));
    for (const [index, { label, to }] of this.#found.entries()) {
      text.write(`${String(index + 1).padStart(width)}  `);
      const address = addressOf(to);
      if ('command' in to) text.link(address, to.command);
      else text.page(address, to.page);
      text.line(label === address ? '' : `${' '.repeat(Math.max(0, widest - address.length))}  ${label}`);
    }
    if (this.#found.length === 0) text.line('the last output has no links');
    const data = JSON.stringify(this.#found.map(({ label, to }) => ({ label, ...to })));
    return { command: typed, text: text.toString(), links: text.links, data, error: null };
  }
}

function addressOf(to: TextLink['to']): string {
  return 'command' in to ? to.command : to.page;
}

function errorOf({ code, message, position }: UsageError): NonNullable<Answer['error']> {
  return { code, message, position };
}
