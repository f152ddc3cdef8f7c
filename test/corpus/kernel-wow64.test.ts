import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterProcess } from '../../src/debugger/process-context.ts';
import { narrowContextAt } from '../../src/debugger/thread-context.ts';
import { toAddress } from '../../src/memory/space.ts';
import type { Target } from '../../src/target/target.ts';
import { Console } from '../transcripts/console.ts';
import { CORPUS, hasForged, X64 } from './kernel-case.ts';

const THREAD = 0xffffb0a2c0048080n;
const PROCESS = 0xffffb0a2c0047080n;
const TEB = 0x2aa0007000;
const RECORD = 0x2aa0009000;

/** TlsSlots[1] and the record behind it: flags and machine, then a CONTEXT of 32-bit code (winnt.h, WOW64_CONTEXT). */
function narrowRecord(): ReadonlyMap<number, Uint8Array> {
  const slot = new DataView(new ArrayBuffer(8));
  slot.setBigUint64(0, BigInt(RECORD), true);
  const record = new DataView(new ArrayBuffer(4 + 716));
  record.setUint16(2, 0x14c, true);
  const set = (at: number, value: number) => record.setUint32(4 + at, value, true);
  set(0, 0x1003f);
  for (const [at, value] of [
    [0xb4, 0x6ff10],
    [0xb8, 0x77a1234],
    [0xbc, 0x23],
    [0xc4, 0x6ff00],
  ] as const)
    set(at, value);
  return new Map([
    [TEB + 0x1488, new Uint8Array(slot.buffer)],
    [RECORD + 4, new Uint8Array(record.buffer, 4)],
  ]);
}

describe.skipIf(!hasForged)(
  '32-bit registers in a dump of 64-bit Windows (needs ../shared/corpus/forged and isf)',
  () => {
    let debug: Console;
    beforeAll(async () => {
      debug = new Console(`${X64}/w10-locks.dmp`, [`${CORPUS}/isf`]);
      expect(await enterProcess(debug.session, toAddress(PROCESS))).toBe(true);
    });
    afterAll(() => debug.close());

    /** The process's view with other modules and the record in its memory. */
    function patch(imageName: string): void {
      const { session } = debug;
      const { target } = session;
      const own = narrowRecord();
      const memory = {
        read: (address: number, length: number) =>
          own.get(address)?.slice(0, length) ?? target.memory.read(address, length),
      };
      const modules = [...target.modules, { ...target.modules[0]!, imageName, space: 'user' as const }];
      session.replaceCase({
        ...session.theCase,
        target: Object.create(target, { memory: { value: memory }, modules: { value: modules } }) as Target,
      });
    }

    test('.thread /w refuses a thread of a 64-bit process', async () => {
      const [outcome] = await debug.run(`.thread /w ${THREAD.toString(16)}`);
      expect(outcome?.error?.message).toContain('runs no 32-bit code');
      patch('other.dll');
      expect(await narrowContextAt(debug.session, toAddress(THREAD)!)).toBeNull();
    });

    test('the record behind the TEB of a WOW64 thread', async () => {
      await enterProcess(debug.session, toAddress(PROCESS));
      patch('wow64cpu.dll');
      expect(await narrowContextAt(debug.session, toAddress(THREAD)!)).toMatchObject({
        architecture: 'x86',
        ip: 0x77a1234,
        sp: 0x6ff00,
        fp: 0x6ff10,
      });
    });
  },
);
