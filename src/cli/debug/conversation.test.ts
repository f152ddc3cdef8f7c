import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Conversation } from './conversation.ts';
import type { Front, FrontHost } from './front.ts';
import type { Reply, Request } from './messages.ts';
import { Notebook } from './notebook.ts';
import { SharedWords } from './shared-words.ts';

/** A debugger that says what the test says. */
class FakeWorker extends EventEmitter {
  readonly heard: Request[] = [];
  postMessage(request: Request): void {
    this.heard.push(request);
  }
  terminate(): Promise<number> {
    this.emit('exit');
    return Promise.resolve(0);
  }
  say(reply: Reply): void {
    this.emit('message', reply);
  }
}

/** A conversation at its first prompt, over a front that only counts. */
async function conversation({ isJson = false, show = () => {} } = {}) {
  const worker = new FakeWorker();
  const words = new SharedWords();
  let started: (host: FrontHost) => void = () => {};
  const host = new Promise<FrontHost>((resolve) => {
    started = resolve;
  });
  const front: Front = {
    isJson,
    isPerson: false,
    start: (given) => started(given),
    banner: async () => {},
    ask: () => {},
    begin: () => {},
    show: async () => show(),
    done: async () => {},
    close: () => {},
  };
  void new Conversation(worker as unknown as Worker, words, front, new Notebook()).run();
  worker.say({ kind: 'ready', banner: '', prompt: '0:000> ', dumps: [] });
  return { worker, words, host: await host };
}

const turn = () => new Promise((resume) => setImmediate(resume));
const OUTCOME: Reply = { kind: 'outcome', command: 'lm', text: 'x\n', links: [], data: null, error: null };
const DONE: Reply = { kind: 'done', prompt: '0:000> ', interrupted: false, prefersDml: false, added: [] };

test('while a command prints without end, keys are heard', async () => {
  let shown = 0;
  const { worker, words, host } = await conversation({
    show: () => {
      shown++;
      for (const end = performance.now() + 1; performance.now() < end; );
    },
  });
  host.take({ text: '.while (1) { lm }', id: null });
  await turn();
  for (let count = 0; count < 200; count++) worker.say(OUTCOME);
  await turn();
  await turn();
  host.interrupt();
  expect(words.isInterrupted).toBe(true);
  expect(shown).toBeLessThan(100);
});

test('an interruption stops what works and not what comes after it', async () => {
  const { worker, words, host } = await conversation();
  host.take({ text: 'lm', id: null });
  await turn();
  host.interrupt();
  expect(words.isInterrupted).toBe(true);
  worker.say(DONE);
  host.take({ text: 'k', id: null });
  await turn();
  expect(worker.heard.map((request) => request.kind === 'run' && request.text)).toEqual(['lm', 'k']);
  expect(words.isInterrupted).toBe(false);
});

test('a completion that waits for symbols is interrupted, the next one is not', async () => {
  const { worker, words, host } = await conversation();
  const first = host.complete('x nt!');
  host.interrupt();
  expect(words.isInterrupted).toBe(true);
  worker.say({ kind: 'completions', id: 0, start: 2, words: [] });
  expect(await first).toEqual({ start: 2, words: [] });
  void host.complete('x nt!');
  expect(words.isInterrupted).toBe(false);
});

test('of a program only the request at work is interrupted; of a person all that waits is dropped', async () => {
  for (const isJson of [true, false]) {
    const { worker, host } = await conversation({ isJson });
    host.take({ text: 'lm', id: 1 });
    host.take({ text: 'k', id: 2 });
    if (!isJson) await turn();
    host.interrupt();
    worker.say(DONE);
    await turn();
    await turn();
    expect(worker.heard.map((request) => request.kind === 'run' && request.text)).toEqual(
      isJson ? ['lm', 'k'] : ['lm'],
    );
  }
});
