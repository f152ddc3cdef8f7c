import { describe, expect, test } from 'vitest';
import { type CodeLine, decodeLockQueue, isSpinFunction, spinLoopAt } from './spin-loop.ts';

/** `1000 mov eax,edx` lines; `-> 1010` behind an instruction is its target. */
function code(text: string): CodeLine[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [, address = '', mnemonic = '', rest = ''] = /^\s*(\w+) (\S+)\s*(.*)$/.exec(line)!;
      const [operands = '', target] = rest.split('->').map((part) => part.trim());
      return {
        address: BigInt(`0x${address}`),
        mnemonic,
        operands,
        target: target ? BigInt(`0x${target}`) : null,
      };
    });
}

describe('a loop that waits in a queue', () => {
  const lines = code(`
    1000 mov qword ptr [rdx],rcx
    1003 xor r8d,r8d
    1006 inc r8d
    1009 pause
    100b mov rax,qword ptr [rcx+8]
    100f test al,1
    1011 jne +0x6 -> 1006
    1013 ret
  `);
  test('its body, its way out and what it watches', () => {
    const loop = spinLoopAt(lines, 0x1009n)!;
    expect(loop.body.map(({ address }) => address)).toEqual([0x1006n, 0x1009n, 0x100bn, 0x100fn, 0x1011n]);
    expect(loop.exit).toBeNull();
    expect(loop.test).toMatchObject({ register: 'rcx', displacement: 8 });
  });
  test('the entry before it, while its register is not changed', () => {
    expect(spinLoopAt(lines, 0x1009n)!.previous).toMatchObject({ register: 'rdx' });
    const changed = lines.map((line) => (line.address === 0x1003n ? { ...line, operands: 'edx,edx' } : line));
    expect(spinLoopAt(changed, 0x1009n)!.previous).toBeNull();
    const called = lines.map((line) =>
      line.address === 0x1003n ? { ...line, mnemonic: 'call', operands: 'f' } : line,
    );
    expect(spinLoopAt(called, 0x1009n)!.previous).toBeNull();
  });
});

test('a loop that tests the lock itself is in no queue; its exit is told', () => {
  const loop = spinLoopAt(
    code(`
    2000 lock bts dword ptr [ecx],0
    2005 jae +0x20 -> 2020
    2007 test dword ptr [ecx],1
    200d je 2000 -> 2000
    200f pause
    2011 jmp 2007 -> 2007
  `),
    0x200fn,
  )!;
  expect(loop.body.map(({ address }) => address)).toEqual([0x2007n, 0x200dn, 0x200fn, 0x2011n]);
  expect(loop.exit?.address).toBe(0x200dn);
  expect(loop.test).toMatchObject({ register: 'ecx', displacement: 0 });
  expect(loop.previous).toBeNull();
});

test('code without a short way back is no spin loop', () => {
  expect(spinLoopAt(code('3000 mov eax,1\n3005 jne 3100 -> 3100\n3007 ret'), 0x3005n)).toBeNull();
  expect(spinLoopAt(code('3000 mov eax,1\n3100 jmp 3000 -> 3000'), 0x3000n)).toBeNull();
  expect(spinLoopAt(code('3000 ret'), 0x4000n)).toBeNull();
});

test('a watched register that the loop itself moves on is a walk, not a wait', () => {
  const walk = code('4000 mov eax,dword ptr [eax+4]\n4003 test eax,eax\n4005 jne 4000 -> 4000');
  expect(spinLoopAt(walk, 0x4003n)!.test).toBeNull();
});

test('the word of a queue entry', () => {
  expect(decodeLockQueue(0xfffff80012345679n)).toEqual({ lock: 0xfffff80012345678n, waits: true, owns: false });
  expect(decodeLockQueue(0x8012_345an)).toEqual({ lock: 0x8012_3458n, waits: false, owns: true });
});

test('functions that wait by spinning', () => {
  const names = [
    'KeAcquireInStackQueuedSpinLock',
    'KxWaitForSpinLockAndAcquire',
    'KxWaitForLockOwnerShip',
    'KefAcquireSpinLockAtDpcLevel',
  ];
  expect(names.every(isSpinFunction)).toBe(true);
  expect(['KeReleaseInStackQueuedSpinLock', 'KeWaitForSingleObject', null].some(isSpinFunction)).toBe(false);
});
