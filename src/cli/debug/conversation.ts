import type { Worker } from 'node:worker_threads';
import { continuesBlock, hasOpenBrace, isOpen } from './brackets.ts';
import type { Entry, Front, FrontHost, OutcomeReply } from './front.ts';
import { Links } from './links.ts';
import type { Reply, Request } from './messages.ts';
import type { Notebook } from './notebook.ts';
import { ownCommand } from './own-commands.ts';
import { keepNotebook } from './save-notebook.ts';
import type { SharedWords } from './shared-words.ts';

/** What was answered to one entry, or to its last command. */
type Answer = Omit<OutcomeReply, 'kind'>;

/** Takes entries from a front, gives them to the debugger one after the other, and hands back what it says. */
export class Conversation implements FrontHost {
  readonly #worker: Worker;
  readonly #words: SharedWords;
  readonly #front: Front;
  readonly #notebook: Notebook;
  readonly #links = new Links();
  readonly #completions = new Map<number, (found: { start: number; words: readonly string[] }) => void>();
  #completionId = 0;
  #prompt = '';
  /** What is being worked at; null at the prompt. */
  #entry: Entry | null = null;
  #opening = true;
  /** Entries that came while another one worked. */
  #waiting: Entry[] = [];
  /** Lines of a block that is not closed yet. */
  #block: Entry[] = [];
  #ended = false;
  #left = false;
  #status = 0;
  /** When keys could last be heard. */
  #listened = 0;
  constructor(worker: Worker, words: SharedWords, front: Front, notebook: Notebook) {
    this.#worker = worker;
    this.#words = words;
    this.#front = front;
    this.#notebook = notebook;
  }
  /** Yields the exit status when the conversation is over. */
  run(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#worker.on('error', (error) => {
        this.#front.close();
        reject(error);
      });
      this.#worker.on('exit', () => {
        this.#front.close();
        this.#notebook.end();
        resolve(this.#status);
      });
      // One reply after the other: what is shown waits for the pager.
      let heard = Promise.resolve();
      this.#worker.on('message', (reply: Reply) => {
        if (reply.kind === 'completions') this.#completed(reply);
        else if (reply.kind === 'activity') this.#front.activity?.(reply.what);
        else heard = heard.then(() => this.#heard(reply)).catch(reject);
      });
    });
  }
  take(entry: Entry): void {
    this.#waiting.push(entry);
    // Lines that came together are seen together: the next one may belong to the same block.
    setImmediate(() => this.#advance());
  }
  end(): void {
    this.#ended = true;
    this.#advance();
  }
  interrupt(): boolean {
    if (!this.#front.isJson) this.#waiting = [];
    // A program may send a request and its interruption in one piece.
    else this.#advance();
    // A completion may wait for symbols.
    if (this.#entry || this.#completions.size > 0) this.#words.interrupt();
    if (this.#entry) return true;
    if (!this.#opening) this.#ask();
    return false;
  }
  cancelBlock(): boolean {
    const had = this.#block.length > 0;
    this.#block = [];
    if (had && !this.#entry) this.#ask();
    return had;
  }
  complete(line: string): Promise<{ readonly start: number; readonly words: readonly string[] }> {
    if (this.#entry) return Promise.resolve({ start: line.length, words: [] });
    const id = this.#completionId++;
    // An interruption was for what is over.
    if (this.#completions.size === 0) this.#words.clear();
    return new Promise((resolve) => {
      this.#completions.set(id, resolve);
      this.#send({ kind: 'complete', id, line, cursor: line.length });
    });
  }
  leave(status: number): void {
    // The first reason counts: a terminal that hangs up cannot be written to either.
    if (this.#left) return;
    this.#status = status;
    this.#left = true;
    this.#front.close();
    void this.#worker.terminate();
  }
  #completed({ id, start, words }: Extract<Reply, { kind: 'completions' }>): void {
    this.#completions.get(id)?.({ start, words });
    this.#completions.delete(id);
  }
  async #heard(reply: Exclude<Reply, { kind: 'completions' | 'activity' }>): Promise<void> {
    if (this.#left) return;
    switch (reply.kind) {
      case 'refused':
        this.#status = reply.exit;
        process.stderr.write(`${reply.message}\n`);
        return;
      case 'ready':
        for (const dump of reply.dumps) this.#notebook.dump(dump);
        await this.#front.banner(reply.banner);
        this.#prompt = reply.prompt;
        this.#opening = false;
        this.#front.start(this);
        this.#advance();
        return;
      case 'outcome':
        await this.#show(reply);
        await this.#listen();
        this.#words.shown(reply.text.length);
        return;
      case 'done':
        this.#prompt = reply.prompt;
        for (const dump of reply.added) this.#notebook.dump(dump);
        await this.#done(reply.interrupted);
        this.#front.prefersDml?.(reply.prefersDml);
        this.#advance();
        return;
      case 'quit': {
        const entry = this.#entry;
        this.#left = true;
        if (entry && entry !== END) await this.#front.done(entry, { prompt: null, interrupted: false });
        this.#front.close();
        await this.#worker.terminate();
        return;
      }
    }
  }
  /** A thousand messages of another thread are taken before a key is: while it prints without end, keys get turns. */
  async #listen(): Promise<void> {
    if (performance.now() - this.#listened < LISTEN_MS) return;
    await new Promise((resume) => setImmediate(resume));
    this.#listened = performance.now();
  }
  async #show(outcome: OutcomeReply): Promise<void> {
    this.#notebook.output(outcome.text);
    this.#links.add(outcome);
    if (this.#entry) await this.#front.show(this.#entry, outcome);
  }
  async #done(interrupted: boolean): Promise<void> {
    const entry = this.#entry;
    if (!entry) return;
    this.#notebook.end();
    await this.#front.done(entry, { prompt: this.#prompt, interrupted });
    this.#entry = null;
  }
  #ask(): void {
    this.#front.ask(this.#prompt, this.#block.length > 0);
  }
  /** Takes the next entry, when nothing works. */
  #advance(): void {
    while (!this.#entry && !this.#opening && !this.#left) {
      const next = this.#waiting.shift();
      if (next) {
        const entry = this.#whole(next);
        if (entry) this.#begin(entry);
        continue;
      }
      if (this.#ended) this.#begin(this.#block.length > 0 ? joined(this.#block.splice(0)) : END);
      else this.#ask();
      return;
    }
  }
  /** The entry with the lines of its block; null while the block is open. */
  #whole(entry: Entry): Entry | null {
    if (entry.isWhole) return entry;
    this.#block.push(entry);
    const whole = joined(this.#block);
    // A program that sent one line waits for its answer.
    if (this.#front.isJson ? hasOpenBrace(whole.text) : isOpen(whole.text)) return null;
    const next = this.#waiting[0];
    if (!this.#front.isJson && next && continuesBlock(whole.text, next.text)) return null;
    this.#block = [];
    return whole;
  }
  #begin(entry: Entry): void {
    const text = entry.text.trim();
    if (text === '' && !this.#front.isJson) return;
    this.#entry = entry;
    this.#words.clear();
    if (entry === END) {
      this.#send({ kind: 'run', text });
      return;
    }
    this.#front.begin(entry, this.#prompt);
    const own = ownCommand(text);
    if (own?.kind !== 'link' && own?.kind !== 'clear') this.#notebook.command(this.#prompt, entry.text);
    if (own) {
      void this.#answer(own, entry);
      return;
    }
    this.#links.start();
    this.#send({ kind: 'run', text: entry.text });
  }
  /** Answers a command about the conversation. */
  async #answer(own: NonNullable<ReturnType<typeof ownCommand>>, entry: Entry): Promise<void> {
    let answer: Answer | null = null;
    let follow: string | null = null;
    if (own.kind === 'clear') this.#front.clear?.();
    else if (own.kind === 'notebook') answer = await keepNotebook(this.#notebook, own, entry.text, this.#front);
    else {
      const found = this.#links.follow(own.which, entry.text);
      if ('run' in found) follow = found.run;
      else answer = found.answer;
    }
    if (answer) await this.#front.show(entry, { kind: 'outcome', ...answer });
    if (follow !== null && !this.#front.isJson) {
      await this.#done(false);
      if (!this.#front.enter?.(follow)) this.#waiting.unshift({ text: follow, id: entry.id });
      this.#advance();
      return;
    }
    if (follow !== null) {
      this.#links.start();
      this.#send({ kind: 'run', text: follow });
      return;
    }
    await this.#done(false);
    this.#advance();
  }
  #send(request: Request): void {
    this.#worker.postMessage(request);
  }
}

const LISTEN_MS = 10;

/** What is said for a user whose input has ended. */
const END: Entry = { text: 'q', id: null };

/** Lines of a block as one entry, called as the last of them. */
function joined(lines: readonly Entry[]): Entry {
  return { text: lines.map(({ text }) => text).join('\n'), id: lines.at(-1)?.id ?? null };
}
