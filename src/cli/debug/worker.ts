import { parentPort, workerData } from 'node:worker_threads';
import { COMMANDS } from '../../commands/index.generated.ts';
import { complete } from '../../debugger/completion.ts';
import { Commands } from '../../debugger/dispatch.ts';
import { promptText } from '../../debugger/prompt.ts';
import { ScriptEngine } from '../../debugger/script/engine.ts';
import { Session } from '../../debugger/session.ts';
import { symbolNamesOf } from '../../debugger/symbol-names.ts';
import type { Case } from '../../evidence/case.ts';
import { kernelModule } from '../../evidence/kernel.ts';
import { redactSearchPath } from '../../symbols/search-path.ts';
import { complaint, withCases } from '../open.ts';
import { plainJson } from '../plain-json.ts';
import { attachHost } from '../session-host.ts';
import { SymbolFinder } from '../symbol-finder.ts';
import { interruptible } from './interruptible.ts';
import type { DebugStart, Reply, Request } from './messages.ts';

/** One dump of the conversation. */
interface Opened {
  readonly path: string;
  readonly session: Session;
  readonly engine: ScriptEngine;
}

/** The debugger's side: opens the dumps, then answers the terminal until it quits. */
export async function runDebugWorker(): Promise<void> {
  const start = workerData as DebugStart;
  const flag = new Int32Array(start.interrupt);
  const interrupted = () => Atomics.load(flag, 0) === 1;
  const opened: Opened[] = [];
  const refused: { message: string; exit: number }[] = [];
  const closers: (() => void)[] = [];
  // Files stay open for as long as the conversation lasts, so each `withCases` is left only at its end.
  let finish = () => {};
  const end = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const openings = start.paths.map(
    (path) =>
      new Promise<void>((ready) => {
        void withCases(path, async (answer) => {
          if (answer.opened) opened.push(open(answer.theCase, path, start, interrupted, closers));
          else refused.push({ message: complaint(answer.refusal), exit: answer.refusal.exit });
          ready();
          await end;
        }).then(() => ready());
      }),
  );
  await Promise.all(openings);
  for (const { message, exit } of refused) say({ kind: 'refused', message, exit });
  if (opened.length > 0) await converse(opened, start);
  for (const close of closers) close();
  finish();
  say({ kind: 'quit' });
}

function open(
  theCase: Case,
  path: string,
  start: DebugStart,
  interrupted: () => boolean,
  closers: (() => void)[],
): Opened {
  const finder = new SymbolFinder(path, {
    ...(start.symbols ? { symbols: [...start.symbols] } : {}),
    ...(start.images ? { images: [...start.images] } : {}),
    forceSymbols: start.forceSymbols,
  });
  closers.push(() => finder.close());
  const target = theCase.target && interruptible(theCase.target, interrupted);
  const session = new Session({ ...theCase, target }, (module, current) => finder.find(module, current));
  session.symbolPath = redactSearchPath(finder.elements);
  attachHost(session);
  closers.push(() => session.log?.close());
  const pause = () => new Promise<void>((resume) => setImmediate(resume));
  return {
    path: theCase.source.path,
    session,
    engine: new ScriptEngine(session, new Commands(COMMANDS), { interrupted, pause }),
  };
}

async function converse(opened: readonly Opened[], start: DebugStart): Promise<void> {
  let current = opened[0]!;
  const prompt = () =>
    opened.length > 1 ? `${opened.indexOf(current)}|${promptText(current.session)}` : promptText(current.session);
  say({ kind: 'ready', banner: await banner(current), prompt: prompt() });
  for await (const request of requests()) {
    if (request.kind === 'complete') {
      const { id, line, cursor } = request;
      const { start: at, words } = await complete(current.session, line, cursor).catch(() => ({
        start: cursor,
        words: [],
      }));
      say({ kind: 'completions', id, start: at, words });
      continue;
    }
    const text = request.text.trim();
    if (/^q{1,2}d?$/i.test(text)) return;
    const chosen = /^\|\|\s*(?:(\d+)\s*s\s*)?$/.exec(text);
    if (chosen) {
      const wanted = chosen[1] === undefined ? current : opened[Number(chosen[1])];
      if (wanted) current = wanted;
      const list = opened.map((one, index) => `${one === current ? '.' : ' '} ${index}  ${one.path}\n`).join('');
      tell(text, wanted ? list : `there is no dump ${chosen[1]}\n`, null, !wanted, start);
    } else {
      await current.engine.run(request.text, ({ command, text: said, data, error }) => {
        tell(command, said, { command, data, text: said, error }, error !== null, start);
      });
    }
    if (current.session.isEnded) return;
    Atomics.store(new Int32Array(start.interrupt), 0, 0);
    say({ kind: 'done', prompt: prompt() });
    warmUp(current.session);
  }
}

/** Names of the kernel are put in order while the person reads, so that the first completion does not wait for it. */
function warmUp({ theCase }: Session): void {
  const nt = theCase.target && kernelModule(theCase.target);
  const table = nt && theCase.symbols.get(nt)?.table;
  if (table) setTimeout(() => symbolNamesOf(table), WARM_UP_MS).unref();
}
const WARM_UP_MS = 200;

/** What the debugger says of a dump when it opens it. */
async function banner({ path, engine }: Opened): Promise<string> {
  let text = `Loading Dump File [${path}]\n`;
  await engine.run('vertarget', (outcome) => {
    text += outcome.text;
  });
  return text;
}

function tell(command: string, text: string, outcome: unknown, failed: boolean, start: DebugStart): void {
  say({ kind: 'outcome', command, text, json: start.json ? plainJson(outcome) : null, failed });
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
