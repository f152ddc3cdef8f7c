import { describe, expect, test } from 'vitest';
import { dumpCase, logCase, NTDLL, processSpec, verdictOf } from './scene.ts';

const threads = (...exceptions: readonly string[]) =>
  logCase(`0:000> !Threads
ThreadCount:      ${exceptions.length}
UnstartedThread:  0
       ID OSID ThreadOBJ    State GC Mode     GC Alloc Context  Domain   Count Apt Exception
${exceptions.map((exception, index) => `   ${index}    ${index + 1} 1a4${index} 00a3d5b8     2a020 Preemptive  02C4E7F8:00000000 00a37a50 0     MTA ${exception}`).join('\n')}
`);

describe('managed exceptions of a log', () => {
  test('Multiple Exceptions: two threads have one', () => {
    const two = threads('System.NullReferenceException 02c4e7bc', '(Finalizer)', 'System.IO.IOException 02c4f7bc');
    const { finding } = verdictOf('multiple-exceptions-managed-space', two)!;
    expect(finding!.summary).toContain('System.NullReferenceException, System.IO.IOException');
    expect(finding!.evidence[0].command).toBe('!pe 02c4e7bc');
    const one = threads('System.NullReferenceException 02c4e7bc', '(Finalizer)', '');
    expect(verdictOf('multiple-exceptions-managed-space', one)!.verdict).toBe('absent');
  });
  const pe = (inner: string) =>
    logCase(`0:000> !pe
Exception object: 02c4e7bc
Exception type:   System.TypeInitializationException
Message:          The type initializer threw an exception.
InnerException:   ${inner}
StackTrace (generated):
    SP       IP       Function
HResult: 80131534
`);
  test('Nested Exceptions: the inner one is the first failure', () => {
    const { finding } = verdictOf(
      'nested-exceptions-managed',
      pe('System.IO.FileNotFoundException, Use !PrintException 02c4e6b0 to see more.'),
    )!;
    expect(finding!.details).toEqual({ types: ['System.IO.FileNotFoundException'] });
    expect(verdictOf('nested-exceptions-managed', pe('<none>'))!.verdict).toBe('absent');
  });
  const collecting = (code: string, top: string) =>
    logCase(`0:000> .lastevent
Last event: 1a4.2b8: Access violation - code ${code} (!!! second chance !!!)
0:000> k
 # Child-SP          RetAddr               Call Site
00 00000000\`0018f5e8 00007ffa\`10001234 ${top}
01 00000000\`0018f5f0 00007ffa\`10001244 coreclr!WKS::gc_heap::mark_phase+0x20
02 00000000\`0018f6f0 00007ffa\`10001254 coreclr!WKS::GCHeap::GarbageCollect+0x20
`);
  test('Dynamic Memory Corruption: a fault inside of the collector, or what !VerifyHeap says', () => {
    const id = 'dynamic-memory-corruption-managed-heap';
    expect(verdictOf(id, collecting('c0000005', 'coreclr!WKS::gc_heap::mark_object_simple+0x44'))!.verdict).toBe(
      'present',
    );
    expect(verdictOf(id, collecting('e0434352', 'KERNELBASE!RaiseException+0x44'))!.verdict).not.toBe('present');
    const verified = logCase(
      '0:000> !verifyheap\nobject 02c4e7bc: bad member 41414141 at 02c4e7c0\nLast good object: 02C4E7A0.\n',
    );
    expect(verdictOf(id, verified)!.finding!.confidence).toBe(0.95);
  });
  test('absent in a process without .NET, unknown where it is loaded and nothing was asked', () => {
    const ids = [
      'multiple-exceptions-managed-space',
      'nested-exceptions-managed',
      'dynamic-memory-corruption-managed-heap',
    ];
    const managed = dumpCase(
      processSpec({ modules: [{ base: NTDLL, size: 0x10000, name: 'C:\\dotnet\\coreclr.dll' }] }),
    );
    for (const id of ids) {
      expect(verdictOf(id, dumpCase(processSpec()))!.verdict).toBe('absent');
      expect(verdictOf(id, managed)!.verdict).toBe('unknown');
    }
  });
});
