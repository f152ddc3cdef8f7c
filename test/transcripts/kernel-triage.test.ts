import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Console } from './console.ts';

/** What the data blocks of a real triage dump hold, with the types of exactly its kernel. */
const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const DUMP = `${CORPUS}/kernel-triage/ojusha__help__100623-6156-01.dmp`;
const here = existsSync(DUMP) && existsSync(`${CORPUS}/isf`);

test.skipIf(!here)('a triage dump: its thread, process and processors (needs ../shared/corpus)', async () => {
  const console = new Console(DUMP, [`${CORPUS}/isf`]);
  const thread = await console.text('!thread');
  expect(thread).toMatch(/^THREAD ffffe78f917b2040 {2}Cid 0004\.0d50 .* RUNNING on processor 1\nIRP List:\n/);
  expect(thread).toContain('Win32 Start Address nt!ExpWorkerThread (0xfffff8055308e4c0)');
  // No clock is in the dump: times that need it are not made up.
  expect(thread).toContain('Ticks: ?');
  const process = await console.text('!process -1 3');
  expect(process).toContain('Image: System');
  // The dump's header has the time of the crash, three minutes after boot.
  expect(process).toMatch(/ElapsedTime +00:02:56/);
  expect(process).toContain('THREAD ffffe78f917b2040');
  expect(process).toContain('not in a triage dump');
  expect(await console.text('!prcb')).toContain('Current ffffe78f917b2040 Next 0000000000000000');
  expect(await console.text('!running')).toContain('ffffa781d8be7180  ffffe78f917b2040 (13)');
  expect(await console.text('!pcr')).toContain('CurrentThread: ffffe78f917b2040');
  console.close();
});

const LONE = `${CORPUS}/kernel-triage/r-Techsupport__training_bsods__9f.dmp`;

test.skipIf(!here)('masks of a triage dump with one processor say that they are no more than its own', async () => {
  const console = new Console(LONE);
  expect(await console.text('!running')).toMatch(/^Only 1 of \d+ processors are in the dump/m);
  console.close();
});

test.skipIf(!here)('what a triage dump cannot hold is refused with the reason (needs ../shared/corpus)', async () => {
  const console = new Console(DUMP, [`${CORPUS}/isf`]);
  for (const command of ['!stacks', '!ready', '!session', '!zombies', '!apc', '!for_each_thread', '!sprocess']) {
    const [outcome] = await console.run(command);
    expect(outcome?.error?.message, command).toContain('not in a triage dump');
  }
  console.close();
});
