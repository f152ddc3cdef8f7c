import { describe, expect, test } from 'vitest';
import { kernelFact } from '../../src/evidence/kernel.ts';
import { type Address, isHole, type MemorySpace } from '../../src/memory/space.ts';
import type { Target } from '../../src/target/target.ts';
import { Kernel } from '../../src/windows/kernel.ts';
import { processList } from '../../src/windows/process-reader.ts';
import { unlistedProcesses } from '../../src/windows/unlisted-process.ts';
import { hasForged, openForged, X64, X86 } from './kernel-case.ts';

/** Memory with some pointers of it replaced. */
function patched(memory: MemorySpace, at: ReadonlyMap<Address, Address>, size: 4 | 8): MemorySpace {
  return {
    read(address, length) {
      const answer = memory.read(address, length);
      if (isHole(answer)) return answer;
      const bytes = answer.slice();
      const view = new DataView(bytes.buffer);
      for (const [place, value] of at) {
        const offset = place - address;
        if (offset < 0 || offset + size > bytes.length) continue;
        if (size === 8) view.setBigInt64(offset, BigInt(value), true);
        else view.setUint32(offset, value, true);
      }
      return bytes;
    },
  };
}

describe.skipIf(!hasForged)('a process taken off the list (needs ../shared/corpus/forged and isf)', () => {
  test.each([`${X86}/w2003-locks`, `${X64}/w10-locks`])('%s: its id still leads to it', async (path) => {
    const { theCase, finder } = await openForged(`${path}.dmp`);
    const answer = kernelFact(theCase);
    if (!answer.known) throw new Error(answer.missing);
    const whole = answer.value;
    const link = whole.offset('_EPROCESS', 'ActiveProcessLinks')!;
    const [before, hidden, after] = processList(whole).items.slice(2, 5) as [Address, Address, Address];
    const memory = patched(
      whole.memory,
      new Map([
        [before + link, after + link],
        [after + link + whole.pointerSize, before + link],
      ]),
      whole.pointerSize,
    );
    const target = Object.create(whole.target, { memory: { value: memory } }) as Target;
    const kernel = new Kernel(target, whole.module, whole.symbols);
    const { items, broken } = processList(kernel);
    expect(broken).toBeNull();
    expect(items).not.toContain(hidden);
    expect(unlistedProcesses(whole, processList(whole).items)).toEqual([]);
    expect(unlistedProcesses(kernel, items)).toEqual([hidden]);
    finder.close();
  });
});
