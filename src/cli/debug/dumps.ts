import { Interruption } from '../../bytes/interruption.ts';
import { baseName } from '../../bytes/text.ts';
import { COMMANDS } from '../../commands/index.generated.ts';
import { Commands } from '../../debugger/dispatch.ts';
import { ScriptEngine } from '../../debugger/script/engine.ts';
import type { Session } from '../../debugger/session.ts';
import type { Case } from '../../evidence/case.ts';
import type { SymbolLoader } from '../../evidence/load-symbols.ts';
import { type OpenCases, openCases, type Refusal } from '../open.ts';
import { sessionFor } from '../session-host.ts';
import { SymbolFinder } from '../symbol-finder.ts';
import type { DebugStart, DumpIdentity } from './messages.ts';
import { TOPICS } from './topics.ts';

/** One dump of the conversation. */
export interface Dump {
  readonly path: string;
  readonly session: Session;
  readonly engine: ScriptEngine;
  readonly identity: DumpIdentity;
  /** Shared by the members of one archive. */
  readonly files: OpenCases;
  readonly close: () => void;
}

/** What dumps are told when they are opened. */
export interface DumpsHost {
  readonly interrupted: () => boolean;
  /** What is worked at, for a person to see; null when it is done. */
  readonly activity: (what: string | null) => void;
}

/** A command waits for a server no longer than the user does; looked at so often. */
const LOOK_MS = 30;

/** The dumps of a conversation, one of them in force. Numbers are places in the list of those ever opened. */
export class Dumps {
  readonly #start: DebugStart;
  readonly #host: DumpsHost;
  readonly #all: (Dump | null)[] = [];
  #current: Dump | null = null;
  constructor(start: DebugStart, host: DumpsHost) {
    this.#start = start;
    this.#host = host;
  }
  get current(): Dump | null {
    return this.#current;
  }
  /** Number and dump of those that are open. */
  get open(): readonly (readonly [number, Dump])[] {
    return this.#all.flatMap((dump, number) => (dump ? [[number, dump] as const] : []));
  }
  /** Opens what a file holds, which may be several dumps; what could not be opened is answered. */
  async add(path: string): Promise<{ readonly added: readonly Dump[]; readonly refused: readonly Refusal[] }> {
    const files = openCases(path);
    const added: Dump[] = [];
    const refused: Refusal[] = [];
    try {
      for await (const opened of files.cases) {
        if (opened.opened) added.push(await this.#dump(opened.theCase, path, files));
        else refused.push(opened.refusal);
      }
    } catch (error) {
      const answer = files.refusalOf(error);
      if (!answer.opened) refused.push(answer.refusal);
    }
    if (added.length === 0) files.close();
    this.#all.push(...added);
    this.#current ??= added[0] ?? null;
    this.#name();
    return { added, refused };
  }
  choose(dump: Dump): void {
    // What the user prefers is not a matter of the dump.
    if (this.#current) dump.session.prefersDml = this.#current.session.prefersDml;
    this.#current = dump;
  }
  /** Closes the dump in force; the first of the others comes in its place, or none. */
  detach(): void {
    const number = this.#all.indexOf(this.#current);
    if (number < 0) return;
    this.#current?.close();
    this.#all[number] = null;
    this.#current = this.open[0]?.[1] ?? null;
    this.#name();
  }
  close(): void {
    while (this.#current) this.detach();
  }
  /** Several dumps are told apart by the prompt. */
  #name(): void {
    const { open } = this;
    for (const [number, { session }] of open) session.promptPrefix = open.length > 1 ? `||${number}:` : '';
  }
  async #dump(theCase: Case, path: string, files: OpenCases): Promise<Dump> {
    const finder = new SymbolFinder(path, this.#start);
    const load: SymbolLoader = async (module, current) => {
      this.#host.activity(`symbols of ${module.name}`);
      try {
        return await this.#unlessInterrupted(finder.find(module, current));
      } finally {
        this.#host.activity(null);
      }
    };
    const session = sessionFor(theCase, finder, { load });
    session.topics = TOPICS;
    session.prefersDml = this.#start.mouse;
    const pause = () => new Promise<void>((resume) => setImmediate(resume));
    const engine = new ScriptEngine(session, new Commands(COMMANDS), { interrupted: this.#host.interrupted, pause });
    const close = () => {
      session.log?.close();
      finder.close();
      if (!this.open.some(([, other]) => other.session !== session && other.files === files)) files.close();
    };
    return { path: theCase.source.path, session, engine, identity: await identityOf(theCase, engine), close, files };
  }
  /** What is awaited is left alone when the user gives up. */
  #unlessInterrupted<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | null = null;
    const given = new Promise<never>((_, reject) => {
      timer = setInterval(() => {
        if (this.#host.interrupted()) reject(new Interruption());
      }, LOOK_MS);
    });
    return Promise.race([work, given]).finally(() => {
      if (timer) clearInterval(timer);
    });
  }
}

const ABOUT_LOG =
  'The log of a debugger: commands that need a dump are answered by what is recorded of them; memoretics analyze says what it shows.\n';

/** What is told of a dump when it is opened. */
async function identityOf({ source, target }: Case, engine: ScriptEngine): Promise<DumpIdentity> {
  const name = baseName(source.path);
  if (!target) return { name, bytes: source.size, about: ABOUT_LOG };
  let about = '';
  await engine.run('vertarget', (outcome) => {
    about += outcome.text;
  });
  return { name, bytes: source.size, about };
}
