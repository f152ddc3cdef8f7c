import { describe, expect, test } from 'vitest';
import { waitGraphFact } from '../../src/evidence/wait-graph.ts';
import { nodeText } from '../../src/evidence/wait-node.ts';
import { threadText } from './kernel-log.ts';
import { logCase, verdictOf } from './scene.ts';

const waitsOf = (text: string) => {
  const answer = waitGraphFact(logCase(text));
  if (!answer.known) throw new Error(answer.missing);
  return answer.value;
};
const edges = (text: string) =>
  waitsOf(text).graph.edges.map(({ from, to, kind, trust }) => `${nodeText(from)} ${kind} ${nodeText(to)} ${trust}`);

const wide = (
  index: number,
  id: string,
  caller: string,
) => `   ${index}  Id: 8f0.${id} Suspend: 1 Teb: 000000b7\`5e3a0000 Unfrozen
 # Child-SP          RetAddr               Call Site
00 00000044\`d59f${index}b38 00007ff9\`29163f8e     ntdll!NtWaitForSingleObject+0x14
01 00000044\`d59f${index}b40 00007ff7\`4a342324     KERNELBASE!WaitForSingleObjectEx+0x8e
02 00000044\`d59f${index}be0 00007ff9\`2ad326ad     ${caller}
03 00000044\`d59f${index}e00 00000000\`00000000     kernel32!BaseThreadInitThunk+0x1d
`;
const handle = (value: string, name: string, owner: string) => `Handle ${value}
  Type         \tMutant
  Attributes   \t0
  GrantedAccess\t0x1f0001:
         Delete,ReadControl,WriteDac,WriteOwner,Synch
         QueryState
  HandleCount  \t2
  PointerCount \t65537
  Name         \t${name}
  Object Specific Information
    Mutex is Owned
    Mutant Owner ${owner}
`;
const STACKS = `0:000> ~*k

${wide(0, 'a10', 'bank!Pay+0x51')}
${wide(1, 'b20', 'bank!Book+0x44')}
`;

describe('mutexes of a process', () => {
  const crossed = `${STACKS}0:000> !handle 0 f Mutant
${handle('b4', '\\Sessions\\1\\BaseNamedObjects\\Accounts', '8f0.a10')}${handle('b8', '\\Sessions\\1\\BaseNamedObjects\\Ledger', '8f0.b20')}2 handles of type Mutant
`;
  test('two owners that both wait for one object close a circle, marked as inferred', () => {
    expect(edges(crossed).filter((text) => text.includes('waits-for'))).toEqual([
      'thread a10 (~0) waits-for mutant \\Sessions\\1\\BaseNamedObjects\\Ledger inferred',
      'thread b20 (~1) waits-for mutant \\Sessions\\1\\BaseNamedObjects\\Accounts inferred',
    ]);
    const { finding } = verdictOf('deadlock-mixed-objects-user-space', logCase(crossed))!;
    expect(finding!.confidence).toBeLessThan(0.75);
    expect(finding!.details).toMatchObject({ certain: false });
  });
  test('a thread that owns nothing may wait for anything', () => {
    const one = `${STACKS}0:000> !handle 0 f Mutant\n${handle('b4', 'Accounts', '8f0.a10')}`;
    expect(edges(one)).toEqual(['mutant Accounts owned-by thread a10 (~0) direct']);
  });
  test('with a third mutex nothing is left to elimination', () => {
    const three = `${crossed}0:000> !handle bc f\n${handle('bc', 'Third', '8f0.c30')}`;
    expect(edges(three).filter((text) => text.includes('waits-for'))).toEqual([]);
  });
  test('a 32-bit stack tells the handle', () => {
    const narrow = (
      index: number,
      id: string,
      asked: string,
    ) => `   ${index}  Id: 8f0.${id} Suspend: 1 Teb: 7ffdd000 Unfrozen
ChildEBP RetAddr  Args to Child
0012f${index}10 7c90df5a 7c8025db 000000${asked} 00000000 ntdll!KiFastSystemCallRet
0012f${index}14 7c8025db 000000${asked} 00000000 00000000 ntdll!NtWaitForSingleObject+0xc
0012f${index}78 7c802542 000000${asked} ffffffff 00000000 kernel32!WaitForSingleObjectEx+0xa8
0012f${index}8c 00401034 000000${asked} ffffffff 00401160 kernel32!WaitForSingleObject+0x12
0012f${index}a0 7c817077 00000000 00000000 7ffd8000 bank!Pay+0x34
`;
    const text = `0:000> ~*kb\n\n${narrow(0, 'a10', 'b8')}\n${narrow(1, 'b20', 'c0')}\n0:000> !handle 0 f Mutant\n${handle('b8', 'Ledger', '8f0.b20')}${handle('b4', 'Accounts', '8f0.a10')}`;
    expect(edges(text).filter((line) => line.includes('waits-for'))).toEqual([
      'thread a10 (~0) waits-for mutant Ledger inferred',
    ]);
  });
});

describe('objects around what a thread waits for', () => {
  const thread = `0: kd> !process 0 7\n${threadText({
    address: 'fffffa8001a10060',
    process: 'fffffa8002000b30',
    objects: ['fffffa8003000418  SynchronizationEvent'],
    stack: ['nt!KiSwapContext', 'nt!KeWaitForSingleObject', 'nt!ExAcquireFastMutex', 'mover!Begin'],
  })}`;
  const mutex = (owner: string) => `0: kd> dt nt!_FAST_MUTEX fffffa8003000400
   +0x000 Count            : 0n-1
   +0x008 Owner            : 0x${owner.slice(0, 8)}\`${owner.slice(8)} Void
   +0x010 Contention       : 1
   +0x018 Event            : _KEVENT
   +0x030 OldIrql          : 0
`;
  test('dt of the fast mutex names its owner', () => {
    expect(edges(thread + mutex('fffffa8001b10060'))).toContain(
      'fast mutex fffffa8003000400 owned-by thread fffffa8001b10060 direct',
    );
  });
  test('another mutex says nothing', () => {
    const other = mutex('fffffa8001b10060').replace(
      'dt nt!_FAST_MUTEX fffffa8003000400',
      'dt nt!_FAST_MUTEX fffffa8003000500',
    );
    expect(edges(thread + other).filter((text) => text.includes('owned-by'))).toEqual([]);
  });
});

test('window messages are told apart by the window', () => {
  const sender = (
    index: number,
    id: string,
    window: string,
  ) => `   ${index}  Id: 8f0.${id} Suspend: 1 Teb: 7ffdd000 Unfrozen
ChildEBP RetAddr  Args to Child
0012f${index}10 7e4194be 7e42b3b0 ${window} 0000000c ntdll!KiFastSystemCallRet
0012f${index}14 7e42b3b0 ${window} 0000000c 00000000 USER32!NtUserMessageCall+0xc
0012f${index}78 7e42b372 ${window} 0000000c 00000000 USER32!SendMessageWorker+0x46c
0012f${index}8c 00401034 ${window} 0000000c 00000000 USER32!SendMessageW+0x7f
0012f${index}a0 7c817077 00000000 00000000 7ffd8000 shop!Ask+0x34
`;
  const text = `0:000> ~*kb\n\n${sender(0, 'a10', '000a0b1c')}\n${sender(1, 'b20', '000a0b1c')}\n`;
  expect(edges(text)).toEqual([
    'thread a10 (~0) waits-for window message to window a0b1c, whose thread is not known inferred',
    'thread b20 (~1) waits-for window message to window a0b1c, whose thread is not known inferred',
  ]);
});
