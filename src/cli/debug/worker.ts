import { parentPort, workerData } from 'node:worker_threads';
import { MemoreticsError } from '../../bytes/errors.ts';
import { Interruption, interruptWhen } from '../../bytes/interruption.ts';
import { printable } from '../../bytes/text.ts';
import { complete } from '../../debugger/completion.ts';
import { GOES_ON } from '../../debugger/dispatch.ts';
import type { Outcome } from '../../debugger/outcome.ts';
import { promptText } from '../../debugger/prompt.ts';
import { symbolNamesOf } from '../../debugger/symbol-names.ts';
import type { TextLink } from '../../debugger/text.ts';
import { kernelModule } from '../../evidence/kernel.ts';
import { complaint } from '../open.ts';
import { plainJson } from '../plain-json.ts';
import { type Dump, Dumps } from './dumps.ts';
import { completeFile } from './file-names.ts';
import type { DebugStart, DumpIdentity, Reply, Request } from './messages.ts';
import { SharedWords } from './shared-words.ts';
import { completeDump, systemCommand, systemCommandIn } from './system-commands.ts';

/** The debugger's side: opens the dumps, then answers the terminal until it quits. */
export async function runDebugWorker(): Promise<void> {
  const start = workerData as DebugStart;
  const words = new SharedWords(start.shared);
  const interrupted = () => words.isInterrupted;
  const dumps = new Dumps(start, { interrupted, activity: (what) => say({ kind: 'activity', what }) });
  for (const path of start.paths) {
    const { refused } = await dumps.add(path);
    for (const refusal of refused) say({ kind: 'refused', message: complaint(refusal), exit: refusal.exit });
  }
  interruptWhen(interrupted);
  if (dumps.current) await new Debugger(dumps, start, words).converse();
  interruptWhen(null);
  dumps.close();
  say({ kind: 'quit' });
}

/** Answers requests, each with its outcomes and an end. */
class Debugger {
  readonly #dumps: Dumps;
  readonly #start: DebugStart;
  readonly #words: SharedWords;
  constructor(dumps: Dumps, start: DebugStart, words: SharedWords) {
    this.#dumps = dumps;
    this.#start = start;
    this.#words = words;
  }
  async converse(): Promise<void> {
    const first = this.#dumps.current!;
    const dumps = this.#dumps.open.map(([, { identity }]) => identity);
    say({ kind: 'ready', banner: bannerOf(first), prompt: promptText(first.session), dumps });
    await this.#warmUp(first);
    for await (const request of requests()) {
      if (request.kind === 'complete') await this.#complete(request);
      else if (!(await this.#run(request.text))) return;
    }
  }
  async #complete({ id, line, cursor }: Extract<Request, { kind: 'complete' }>): Promise<void> {
    const { session } = this.#dumps.current!;
    const nothing = { start: cursor, words: [] };
    const found =
      completeFile(line, cursor) ??
      completeDump(this.#dumps, line, cursor) ??
      (await complete(session, line, cursor).catch(() => nothing));
    // Names out of a dump are shown by the line editor, which escapes nothing.
    const words = found.words.filter((word) => printable(word) === word);
    say({ kind: 'completions', id, start: found.start, words });
  }
  /** False when the conversation is over. */
  async #run(text: string): Promise<boolean> {
    const before = new Set(this.#dumps.open.map(([, dump]) => dump));
    let stopped = false;
    try {
      await this.#commands(text);
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      stopped = true;
    }
    // A script hears of it between its steps, and says so itself.
    const interrupted = stopped || this.#words.isInterrupted;
    if (stopped) this.#tell(INTERRUPTED);
    const { current } = this.#dumps;
    if (!current || current.session.isEnded) return false;
    const added: DumpIdentity[] = [];
    for (const [, dump] of this.#dumps.open) if (!before.has(dump)) added.push(dump.identity);
    const { session } = current;
    say({ kind: 'done', prompt: promptText(session), interrupted, prefersDml: session.prefersDml, added });
    if (added.length > 0) await this.#warmUp(current);
    return true;
  }
  async #commands(text: string): Promise<void> {
    let rest = text;
    for (;;) {
      const { session } = this.#dumps.current!;
      const system = systemCommandIn(rest, session);
      const before = rest.slice(0, system?.at);
      if (before.trim() !== '' && !(await this.#ownCommands(before)) && !before.trimEnd().endsWith('\n')) return;
      if (!system || session.isEnded || this.#words.isInterrupted) return;
      const outcome = await systemCommand(this.#dumps, system.text);
      this.#tell(outcome);
      if (outcome.error || !this.#dumps.current) return;
      rest = rest.slice(system.at + system.text.length).replace(/^[\s;]+/, '');
    }
  }
  /** Runs commands of the dump in force; false where one failed so that the rest of its line is not run. */
  async #ownCommands(text: string): Promise<boolean> {
    let failed = false;
    await this.#dumps.current!.engine.run(text, (outcome) => {
      failed = outcome.error !== null && !GOES_ON.test(outcome.command.split(/\s/)[0]!);
      this.#tell(outcome);
    });
    return !failed;
  }
  /**
   * The kernel's symbols are loaded at once, as debuggers do, and their names put in order while the person reads. A
   * server is not asked before a command wants it.
   */
  async #warmUp({ session }: Dump): Promise<void> {
    const { target } = session.theCase;
    const nt = target && kernelModule(target);
    if (!nt || !this.#start.person || /https?:/i.test(session.symbolPath ?? '')) return;
    try {
      const table = await session.needSymbols(nt);
      if (table) symbolNamesOf(table);
      // The first look at a process readies what later ones need.
      await complete(session, A_PROCESS, A_PROCESS.length);
    } catch (error) {
      if (!(error instanceof MemoreticsError || error instanceof Interruption)) throw error;
    }
  }
  #tell({ command, text, data, error, links = [] }: Outcome): void {
    say({
      kind: 'outcome',
      command,
      text,
      links: links.filter(isPlain).slice(0, MOST_LINKS),
      data: this.#start.json ? plainJson(data ?? null) : null,
      error,
    });
    this.#words.sent(text.length);
  }
}

const A_PROCESS = 'dx @$curprocess.';

/** What is followed is typed for the user, so that nothing may stand in it that a terminal acts on. */
function isPlain({ to }: TextLink): boolean {
  const address = 'command' in to ? to.command : to.page;
  return printable(address) === address;
}

/** More than anybody follows, and fewer than make the terminal wait. */
const MOST_LINKS = 10_000;

const INTERRUPTED: Outcome = {
  command: '',
  data: null,
  text: 'interrupted\n',
  error: { code: 'interrupted', message: 'interrupted', position: null },
};

/** What the debugger says of a dump when it opens it. */
export function bannerOf({ path, identity }: Pick<Dump, 'path' | 'identity'>): string {
  return `Loading Dump File [${path}]\n${identity.about}`;
}

function say(reply: Reply): void {
  parentPort?.postMessage(reply);
}

/** The terminal's requests, one after the other. */
async function* requests(): AsyncGenerator<Request> {
  const waiting: Request[] = [];
  let wake = () => {};
  parentPort?.on('message', (request: Request) => {
    waiting.push(request);
    wake();
  });
  for (;;) {
    const next = waiting.shift();
    if (next) yield next;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}
