import { describe, expect, test } from 'vitest';
import { kernelFact } from '../../src/evidence/kernel.ts';
import { type Address, isHole, type MemorySpace, toAddress } from '../../src/memory/space.ts';
import type { Target } from '../../src/target/target.ts';
import { alpcConnections, alpcPorts, readAlpcMessage, readAlpcPort } from '../../src/windows/alpc-reader.ts';
import { compareCids } from '../../src/windows/cid-comparison.ts';
import { readHandles } from '../../src/windows/handle-reader.ts';
import { Kernel } from '../../src/windows/kernel.ts';
import { readMutants } from '../../src/windows/mutant-reader.ts';
import { readDirectory } from '../../src/windows/object-directory.ts';
import { objectTypes } from '../../src/windows/object-type.ts';
import { processList } from '../../src/windows/process-reader.ts';
import { readQueuedLocks } from '../../src/windows/queued-lock.ts';
import { readResourceLocks } from '../../src/windows/resource-reader.ts';
import { readTimers } from '../../src/windows/timer-reader.ts';
import { readWorkQueues } from '../../src/windows/work-queue.ts';
import { hasForged, openForged, X64, X86 } from './kernel-case.ts';

/** A pseudo-random number of an address and a seed, the same whenever it is asked for. */
function noise(address: number, seed: number): number {
  let value = (Math.imul(address | 0, 0x9e3779b1) ^ Math.imul((address / 0x1_0000_0000) | 0, 0x85ebca6b) ^ seed) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b) >>> 0;
  return (value ^ (value >>> 16)) >>> 0;
}

/** Memory in which one bit of about one word in `rate` is flipped, and some pages are missing; it is stable, as a damaged dump is. */
function damaged(memory: MemorySpace, seed: number, rate: number): MemorySpace {
  return {
    read(address, length) {
      const room = 0x1000 - (((address % 0x1000) + 0x1000) % 0x1000);
      if (noise(Math.floor(address / 0x1000), seed) % 40 === 0) return { reason: 'not-in-dump', length: room };
      const answer = memory.read(address, Math.min(length, room));
      if (isHole(answer)) return answer;
      const bytes = answer.slice();
      for (let index = 0; index < bytes.length; index++) {
        const random = noise(address + index, seed + 1);
        if (random % (rate * 8) === 0) bytes[index]! ^= 1 << ((random >>> 20) & 7);
      }
      return bytes;
    },
  };
}

function readEverything(kernel: Kernel, prcbs: ReadonlyMap<number, Address>): void {
  readResourceLocks(kernel, () => null, true);
  for (const process of processList(kernel).items) readHandles(kernel, process, { names: true });
  compareCids(kernel);
  readMutants(kernel, true);
  objectTypes(kernel);
  readQueuedLocks(kernel, prcbs);
  readTimers(kernel, prcbs);
  readWorkQueues(kernel);
  const root = kernel.pointer('ObpRootDirectoryObject');
  for (const { object } of (root && readDirectory(kernel, root)?.entries) || []) {
    const at = toAddress(object);
    if (at !== null) readDirectory(kernel, at);
  }
  for (const port of alpcPorts(kernel).items) alpcConnections(kernel, port);
}

describe.skipIf(!hasForged)('damaged memory (needs ../shared/corpus/forged and isf)', () => {
  test.each([`${X64}/w10-locks`, `${X64}/w7-locks`, `${X86}/w2003-locks`])(
    '%s: every reader of locks, handles and objects ends, whatever is flipped or missing',
    async (path) => {
      const { theCase, finder } = await openForged(`${path}.dmp`);
      const answer = kernelFact(theCase);
      if (!answer.known) throw new Error(answer.missing);
      const whole = answer.value;
      const prcbs = new Map((whole.target.prcbs ?? []).map(({ number, address }) => [number, address]));
      const rates = path.includes('w2003') ? [200] : [4, 30, 200, 2000, 20_000];
      for (const rate of rates) {
        const memory = damaged(whole.memory, rate * 7 + 1, rate);
        const target = Object.create(whole.target, { memory: { value: memory } }) as Target;
        const kernel = new Kernel(target, whole.module, whole.symbols);
        readEverything(kernel, prcbs);
        expect(kernel.problems.length).toBeLessThan(2000);
      }
      finder.close();
    },
  );

  test('addresses that are no ports, messages or processes yield null or say what is missing', async () => {
    const { theCase, finder } = await openForged(`${X64}/w10-locks.dmp`);
    const answer = kernelFact(theCase);
    if (!answer.known) throw new Error(answer.missing);
    const kernel = answer.value;
    for (const at of [0, 8, 0x10000, -8, kernel.module.base]) {
      readAlpcPort(kernel, at);
      readAlpcMessage(kernel, at);
      readHandles(kernel, at);
    }
    expect(readAlpcPort(kernel, 0)).toBeNull();
    expect(readAlpcMessage(kernel, 0)).toBeNull();
    finder.close();
  });
});
