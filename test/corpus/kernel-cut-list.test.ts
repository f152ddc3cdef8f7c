import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernelFact } from '../../src/evidence/kernel.ts';
import { processList } from '../../src/windows/process-reader.ts';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, openForged, X64 } from './kernel-case.ts';

/** A copy of a dump in which the list of processes ends in a null link behind its third process. */
async function cutList(path: string, copy: string): Promise<void> {
  const { theCase, finder } = await openForged(path);
  const answer = kernelFact(theCase);
  if (!answer.known) throw new Error(answer.missing);
  const link = answer.value.offset('_EPROCESS', 'ActiveProcessLinks')!;
  const [before, , after] = processList(answer.value).items.slice(1, 4);
  finder.close();
  const bytes = readFileSync(path);
  const entry = Buffer.alloc(16);
  entry.writeBigInt64LE(BigInt(after! + link), 0);
  entry.writeBigInt64LE(BigInt(before! + link), 8);
  const at = bytes.indexOf(entry);
  expect(at).toBeGreaterThan(0);
  bytes.fill(0, at, at + 8);
  writeFileSync(copy, bytes);
}

describe.skipIf(!hasForged)('a cut list of processes (needs ../shared/corpus/forged and isf)', () => {
  let folder = '';
  let debug: Console;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cut-list-'));
    const copy = join(folder, 'cut.dmp');
    await cutList(`${X64}/w7-locks.dmp`, copy);
    debug = new Console(copy, [`${CORPUS}/isf`]);
  });
  afterAll(() => {
    debug.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['!process 0 0', '!vm', '!stacks', '!session', '!sprocess -4', '!apc', '!zombies'])(
    '%s says that processes may be missing',
    async (command) => {
      expect(await debug.text(command)).toMatch(/Processes may be missing: the link at 0x[0-9a-f]+ is null/);
    },
  );
  test.each(['!for_each_process .echo', '!for_each_thread .echo'])(
    '%s says that items may be missing',
    async (command) => {
      expect(await debug.text(command)).toMatch(/Not all may be here: the link at 0x[0-9a-f]+ is null/);
    },
  );
});
