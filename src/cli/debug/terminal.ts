import { writeFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import pc from 'picocolors';
import { printableLines } from '../printable-lines.ts';
import { readHistory, writeHistory } from './history.ts';
import type { DebugStart, Reply, Request } from './messages.ts';
import { Notebook } from './notebook.ts';
import { Pager } from './pager.ts';
import { WorkingLine } from './working-line.ts';

export interface DebugOptions {
  readonly symbols?: string[];
  readonly images?: string[];
  readonly forceSymbols?: boolean;
  readonly json?: boolean;
  readonly pager?: boolean;
}

/** Commands of the terminal itself; everything else goes to the debugger. */
const EXPORT = /^\.(?:export|notebook)\s+(\S.*)$/;
const CLEAR = /^\.cls$/;

/** A conversation over dumps: with a person at a terminal, or over pipes, a command a line. Yields the exit status. */
export async function runDebug(paths: readonly string[], options: DebugOptions): Promise<number> {
  const interrupt = new SharedArrayBuffer(4);
  const start: DebugStart = {
    debugger: true,
    paths,
    symbols: options.symbols ?? null,
    images: options.images ?? null,
    forceSymbols: options.forceSymbols ?? false,
    json: options.json ?? false,
    interrupt,
  };
  // The command line is one entry; in a worker it becomes the debugger's side.
  const worker = new Worker(process.argv[1]!, { workerData: start, stdout: false, stderr: false });
  return new Conversation(worker, interrupt, options).run(paths.join(' '));
}

class Conversation {
  readonly #worker: Worker;
  readonly #flag: Int32Array;
  readonly #options: DebugOptions;
  readonly #notebook = new Notebook();
  readonly #person = (process.stdin.isTTY ?? false) && (process.stdout.isTTY ?? false);
  readonly #colors = pc.createColors(pc.isColorSupported && (process.stdout.isTTY ?? false));
  readonly #pager: Pager;
  readonly #progress: WorkingLine;
  readonly #completions = new Map<number, (found: { start: number; words: readonly string[] }) => void>();
  #lines: Interface | null = null;
  #prompt = '';
  #busy = true;
  #quitting = false;
  #exit = 0;
  #completionId = 0;
  /** Lines typed ahead, or read from a pipe, while a command works. */
  readonly #waiting: string[] = [];
  /** Lines of a block in braces that is not closed yet. */
  #block: string[] = [];
  #ended = false;
  constructor(worker: Worker, interrupt: SharedArrayBuffer, options: DebugOptions) {
    this.#worker = worker;
    this.#flag = new Int32Array(interrupt);
    this.#options = options;
    this.#progress = new WorkingLine(this.#person);
    this.#pager = new Pager(this.#person && (options.pager ?? true));
  }
  run(title: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#worker.on('error', reject);
      this.#worker.on('exit', () => {
        this.#lines?.close();
        resolve(this.#exit);
      });
      this.#worker.on('message', (reply: Reply) => void this.#heard(reply, title));
    });
  }
  async #heard(reply: Reply, title: string): Promise<void> {
    switch (reply.kind) {
      case 'refused':
        this.#exit = reply.exit;
        process.stderr.write(`${reply.message}\n`);
        return;
      case 'ready':
        if (!this.#options.json) await this.#show(reply.banner);
        this.#prompt = reply.prompt;
        this.#listen(title);
        this.#ready();
        return;
      case 'outcome':
        this.#notebook.output(reply.text);
        if (reply.json !== null) process.stdout.write(`${reply.json}\n`);
        else await this.#show(reply.text, reply.failed);
        return;
      case 'done':
        this.#prompt = reply.prompt;
        await this.#pager.settled();
        this.#ready();
        return;
      case 'completions':
        this.#completions.get(reply.id)?.(reply);
        this.#completions.delete(reply.id);
        return;
      case 'quit':
        this.#quitting = true;
        await this.#pager.settled();
        this.#lines?.close();
        await this.#worker.terminate();
        return;
    }
  }
  async #show(text: string, failed = false): Promise<void> {
    this.#progress.stop();
    const safe = printableLines(text);
    await this.#pager.write(failed ? safe.replace(/[^\n]+/g, (line) => this.#colors.red(line)) : safe, failed);
  }
  #listen(title: string): void {
    const history = this.#person ? readHistory() : [];
    const lines = createInterface({
      input: process.stdin,
      ...(this.#person ? { output: process.stdout } : {}),
      terminal: this.#person,
      history,
      historySize: 1000,
      removeHistoryDuplicates: true,
      completer: (line: string, done: (error: null, found: [string[], string]) => void) => this.#complete(line, done),
    });
    this.#lines = lines;
    if (this.#person) lines.on('history', (all: string[]) => writeHistory(all));
    lines.on('line', (line) => {
      this.#waiting.push(line);
      this.#advance(title);
    });
    lines.on('SIGINT', () => this.#interrupted());
    lines.on('close', () => {
      this.#ended = true;
      this.#advance(title);
    });
  }
  #ready(): void {
    this.#busy = false;
    this.#progress.stop();
    if (this.#waiting.length > 0 || this.#ended) this.#advance('');
    else this.#ask();
  }
  #ask(): void {
    if (!this.#person || this.#quitting) return;
    this.#lines?.setPrompt(this.#block.length > 0 ? '... ' : this.#prompt);
    this.#lines?.prompt();
  }
  /** Takes the next line, when nothing works. */
  #advance(title: string): void {
    if (this.#busy || this.#quitting) return;
    const line = this.#waiting.shift();
    if (line === undefined) {
      if (this.#ended) this.#send({ kind: 'run', text: 'q' });
      return;
    }
    this.#block.push(line);
    const text = this.#block.join('\n');
    if (isOpen(text) && !(this.#ended && this.#waiting.length === 0)) {
      if (this.#waiting.length > 0) this.#advance(title);
      else this.#ask();
      return;
    }
    this.#block = [];
    const wanted = text.trim();
    if (wanted === '' || this.#own(wanted, title)) {
      this.#ready();
      return;
    }
    this.#notebook.command(this.#prompt, text);
    if (!this.#person && !this.#options.json) process.stdout.write(`${this.#prompt}${text}\n`);
    this.#busy = true;
    this.#progress.start();
    this.#pager.start();
    this.#send({ kind: 'run', text });
  }
  /** Commands about the conversation. */
  #own(text: string, title: string): boolean {
    if (CLEAR.test(text)) {
      if (this.#person) process.stdout.write('\x1b[2J\x1b[H');
      return true;
    }
    const path = EXPORT.exec(text)?.[1];
    if (path === undefined) return false;
    try {
      writeFileSync(path, this.#notebook.markdown(title || 'Conversation'));
      process.stdout.write(`The conversation is in ${path}\n`);
    } catch (error) {
      process.stderr.write(`${path} cannot be written: ${(error as Error).message}\n`);
    }
    return true;
  }
  #interrupted(): void {
    if (this.#busy) {
      Atomics.store(this.#flag, 0, 1);
      this.#pager.stop();
      return;
    }
    this.#block = [];
    process.stdout.write('^C  (q quits)\n');
    this.#ask();
  }
  #complete(line: string, done: (error: null, found: [string[], string]) => void): void {
    if (this.#busy) {
      done(null, [[], line]);
      return;
    }
    const id = this.#completionId++;
    this.#completions.set(id, ({ start, words }) => done(null, [[...words], line.slice(start)]));
    this.#send({ kind: 'complete', id, line, cursor: line.length });
  }
  #send(request: Request): void {
    this.#worker.postMessage(request);
  }
}

/** Whether braces are still open, so that the next line belongs to the same command. */
function isOpen(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (sign === '\n') quoted = false;
    else if (!quoted && sign === '{') depth++;
    else if (!quoted && sign === '}') depth--;
  }
  return depth > 0;
}
