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

  // The stack of the failure.
  {
    file: /electron__|ascii_read_av|breakpad__minidump2|crashpad_annotation|null_read_av|stack_exhaustion|thread_name_list|tiny-exe-fastfail|write_av_non_canonical|fizzbuzz|linux-mini|simple-crashpad|rust-minidump__test|symbolicator__windows|syzygy__use-after-free/,
    pattern: 'no-component-symbols',
    why: 'the program that failed comes without symbols',
  },
  {
    file: /bsods__7e_0|triage_x64|w10-bsod|Triaging-a-Crash-Dump\.log|BAD-POOL-HEADER|Section-1-Kernel-Pool-Memory-BugCheck-PAGE-FAULT|Section-10-Spinlock|crash-0a4b90615b8dd830e86ef1c4e5e80ea9/,
    pattern: 'no-component-symbols',
    why: 'the driver or program at which it failed has no symbols: its frames are offsets',
  },
  {
    file: /electron__|tiny-exe-fastfail|write_av_non_canonical|linux-mini/,
    pattern: 'rough-stack-trace-unmanaged',
    why: '64-bit frames without unwind data: all but the first were found by a scan',
  },
  {
    file: /notepad-larger-64bit/,
    pattern: 'truncated-stack-trace',
    why: 'the memory that the stack pointer points to is not in the dump',
  },
  {
    file: /avfpo-x86/,
    pattern: 'frame-pointer-omission',
    why: 'the program is the one that was compiled with -fomit-frame-pointer',
  },
  {
    file: /msvcex-x64|Freeing-Invalid-Memory|bug-check-0x117|step-by-step-lab--echo|optimized-code-and-inline/,
    pattern: 'inline-function-optimization-unmanaged',
    why: 'the symbols, or the debugger of the log, tell of inline functions on the stack',
  },
  {
    file: /Section-3-Access-Violation|bug-check-0x1e--/,
    pattern: 'well-tested-function',
    why: 'RtlInitUnicodeStringEx and RtlMoveMemory read what AccessV and QIC117 gave them',
  },
  {
    file: /example-12---using-page-heap/,
    pattern: 'incorrect-symbolic-information',
    why: 'ntdll has only exports there: RtlpNtEnumerateSubKey+0x67ba is no key function, the stack is in the heap',
  },
  {
    file: /example-12---using-page-heap/,
    pattern: 'incorrect-stack-trace',
    why: 'the debugger printed its warning above the frames',
  },
  {
    file: /crash-dump-analysis-2008/,
    pattern: 'omap-code-optimization',
    why: 'the post on KiFastSystemCallRet: ub by name and offset fails, by address it works',
  },
  // The process and its threads.
  {
    file: /ascii_read_av|exec_av_on_stack|null_read_av|stack_exhaustion|notepad-larger-64bit|notepad-small-32bit|syzygy__use-after-free|fizzbuzz|crash-0a4b90615b8dd830e86ef1c4e5e80ea9/,
    pattern: 'virtualized-process-wow64',
    why: 'its libraries come from SysWOW64, or the layer of WOW64 is loaded',
  },
  {
    file: /notepad-larger-64bit/,
    pattern: 'platform-specific-debugger',
    why: 'a 64-bit debugger broke in: the only thread is in the 64-bit ntdll, and nothing of its 32-bit side was saved',
  },
  {
    file: /made\/hang-x(64|86)/,
    pattern: 'active-thread',
    why: 'spinner runs in its loop',
  },
  {
    file: /made\/hang-x64/,
    pattern: 'passive-thread-user-space',
    why: 'main and sleeper sleep by their own will',
  },
  {
    file: /Mutex-Deadlock|Slim-Reader-Writer-Locks/,
    pattern: 'thread-cluster',
    why: 'four threads in ReadFromFile, ten in the acquisition of one lock',
  },
  // The pointer that failed.
  {
    file: /ascii_read_av|write_av_non_canonical/,
    pattern: 'wild-pointer',
    why: 'the programs read from 0x41414141 and write to 0xfefefefefefefefe on purpose',
  },
  {
    file: /ascii_read_av|write_av_non_canonical/,
    pattern: 'regular-data',
    why: 'these pointers repeat one byte',
  },
  // The machine.
  {
    file: /Triaging-a-Crash-Dump\.log|BAD-POOL-HEADER|HEAP-CORRUPTION-0x13a|BugCheck-PAGE-FAULT|Section-10-Spinlock|Section-2-ERESOURCE|Section-3-KMUTEX|Section-5-Interrupt|Section-8-Semaphore|Section-9-Pushlock/,
    pattern: 'virtualized-system',
    why: 'the summary of !analyze, or !sysinfo, names a virtual machine as its maker',
  },
  {
    file: /example-12---using-page-heap/,
    pattern: 'dynamic-memory-corruption-process-heap',
    why: 'what the page is about: TestCorruptAfterEnd frees a block whose end it overwrote, and page heap stops it',
  },
];
