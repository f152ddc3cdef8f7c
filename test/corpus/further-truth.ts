/**
 * Findings that accompany the main ones of `truth.ts`, decided by hand one by one: true of each file whose name fits,
 * for the reason that stands beside it.
 */
export const FURTHER_TRUTHS: readonly { readonly file: RegExp; readonly pattern: string; readonly why: string }[] = [
  // The exception itself.
  {
    file: /tiny-exe-fastfail/,
    pattern: 'self-diagnosis-user-mode',
    why: 'the program is made to call abort(): fail fast 7',
  },
  {
    file: /syzygy__use-after-free/,
    pattern: 'software-exception',
    why: "SyzyAsan's check filled in the record: a code of the processor with two parameters, which the processor never gives it",
  },
  {
    file: /__getting-started-with-windbg\.log/,
    pattern: 'divide-by-zero-user-mode',
    why: 'the page lets MyApp divide by zero: c0000094',
  },
  {
    file: /Heap-Corruption-(Freeing-Invalid-Memory|Use-After-Free)/,
    pattern: 'dynamic-memory-corruption-process-heap',
    why: 'what the page is about: code c0000374, raised by the heap',
  },
  {
    file: /Heap-Corruption-(Freeing-Invalid-Memory|Use-After-Free)/,
    pattern: 'technology-specific-subtrace-dynamic-memory',
    why: 'RtlFreeHeap and RtlAllocateHeap are on the failing stacks',
  },
  {
    file: /BAD-POOL-HEADER-0x19|KERNEL-MODE-HEAP-CORRUPTION-0x13a/,
    pattern: 'technology-specific-subtrace-dynamic-memory',
    why: 'ExFreePoolWithTag and ExAllocateHeapPool are on the failing stacks',
  },
  {
    file: /Heap-Corruption-Use-After-Free/,
    pattern: 'special-stack-trace',
    why: 'main has returned: exit_or_terminate_process of the run-time loads a library on its way out',
  },
  {
    file: /bsods__7e_0/,
    pattern: 'invalid-exception-information',
    why: 'the record says a read of 0xf025, the instruction reads the stack',
  },
  {
    file: /bsods__d1\./,
    pattern: 'invalid-exception-information',
    why: 'the trap frame notes the fault address 0x29 beside rcx = ks+0x20250, and the instruction reads [rcx+29h]: with that rcx it cannot fault there',
  },
  {
    file: /testbins__triage_x64/,
    pattern: 'invalid-exception-information',
    why: 'all ones stand for a non-canonical address, but [r9+r8] is canonical with the saved registers',
  },
  {
    file: /notepad-larger-64bit/,
    pattern: 'invalid-exception-information',
    why: 'the dump was cut by hand: the stack pointer of the record, 0x1ceae0, is of a thread whose stack the listed one is not',
  },
];
