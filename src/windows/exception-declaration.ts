/** What kind of thing an exception is, whatever its number: patterns branch on this. */
export type ExceptionKind =
  | 'access-violation'
  | 'in-page'
  | 'stack-overflow'
  | 'guard-page'
  | 'cpp'
  | 'clr'
  | 'language'
  | 'fail-fast'
  | 'heap-corruption'
  | 'stowed'
  | 'breakpoint'
  | 'single-step'
  | 'assertion'
  | 'arithmetic'
  | 'illegal-instruction'
  | 'alignment'
  | 'array-bounds'
  | 'invalid-handle'
  | 'loader'
  | 'rpc'
  | 'deadlock'
  | 'out-of-memory'
  | 'debugger-message'
  | 'thread-name'
  | 'control'
  | 'simulated'
  | 'unwind'
  | 'signal'
  | 'mach'
  | 'status'
  | 'unknown';

/** An exception code of Windows or of a run-time on it; `name` null takes the NTSTATUS name. */
export type ExceptionDeclaration = readonly [
  kind: ExceptionKind,
  name: string | null,
  short: string,
  explanation: string,
];

/** Codes that programs raise or that processors cause, in our own words. Languages' numbers are published in their sources. */
export const EXCEPTIONS: ReadonlyMap<number, ExceptionDeclaration> = new Map<number, ExceptionDeclaration>([
  [
    0xc0000005,
    [
      'access-violation',
      null,
      'access violation',
      'Code touched memory that is not mapped or does not permit the access.',
    ],
  ],
  [
    0xc0000006,
    [
      'in-page',
      null,
      'in-page error',
      'A page could not be read from disk or network when code touched it: the file, disk or connection behind the mapping failed.',
    ],
  ],
  [
    0xc00000fd,
    [
      'stack-overflow',
      null,
      'stack overflow',
      'The thread used up its stack: endless recursion, or large local variables.',
    ],
  ],
  [
    0x80000001,
    [
      'guard-page',
      null,
      'guard page touched',
      'Code touched a guard page. Windows uses them to grow stacks; programs use them to watch memory.',
    ],
  ],
  [
    0x80000002,
    ['alignment', null, 'misaligned access', 'Data was accessed at an address that is not aligned for its size.'],
  ],
  [
    0x80000003,
    [
      'breakpoint',
      null,
      'breakpoint',
      'A breakpoint instruction was executed: set by a debugger, compiled in (assertions, __debugbreak), or used to take the dump.',
    ],
  ],
  [0x80000004, ['single-step', null, 'single step', 'A single step or a data breakpoint was reached.']],
  [
    0x4000001f,
    [
      'breakpoint',
      null,
      '32-bit breakpoint',
      'A breakpoint in 32-bit code under WOW64: the first one at process start is normal.',
    ],
  ],
  [0x4000001e, ['single-step', null, '32-bit single step', 'A single step in 32-bit code under WOW64.']],
  [
    0xc0000008,
    [
      'invalid-handle',
      null,
      'invalid handle',
      'A handle was used that is not open. Raised as an exception only under a debugger, Application Verifier or strict handle checks: often a double close.',
    ],
  ],
  [
    0xc0000235,
    ['invalid-handle', null, 'handle protected from closing', 'A handle was closed that is protected from closing.'],
  ],
  [0xc0000017, ['out-of-memory', null, 'no memory', 'Memory could not be allocated.']],
  [
    0xc000001d,
    [
      'illegal-instruction',
      null,
      'illegal instruction',
      'The processor does not know the instruction: corrupt code, a wild jump, code built for a newer processor, or a deliberate trap (ud2).',
    ],
  ],
  [
    0xc0000096,
    [
      'illegal-instruction',
      null,
      'privileged instruction',
      'User-mode code executed an instruction that only the kernel may: usually a wild jump.',
    ],
  ],
  [
    0xc000001e,
    [
      'illegal-instruction',
      null,
      'invalid lock sequence',
      'A LOCK prefix stands before an instruction that does not permit it: usually a wild jump.',
    ],
  ],
  [
    0xc0000025,
    [
      'unwind',
      null,
      'noncontinuable exception',
      'A handler tried to go on after an exception that does not permit it.',
    ],
  ],
  [
    0xc0000026,
    [
      'unwind',
      null,
      'invalid disposition',
      'An exception handler returned a value that means nothing: the handler chain may be corrupt.',
    ],
  ],
  [0xc0000027, ['unwind', null, 'unwind', 'An unwind is in progress.']],
  [0x80000026, ['unwind', null, 'longjmp', 'A longjmp is being carried out as an unwind.']],
  [
    0x80000029,
    [
      'unwind',
      null,
      'frame consolidation',
      'An unwind with frame consolidation is in progress: usually a C++ catch block being entered.',
    ],
  ],
  [
    0xc000008c,
    [
      'array-bounds',
      null,
      'array bounds exceeded',
      'An index was outside the bounds of an array, and the program checked.',
    ],
  ],
  [
    0xc000008d,
    ['arithmetic', null, 'floating-point denormal operand', 'An operand of a floating-point operation was denormal.'],
  ],
  [
    0xc000008e,
    [
      'arithmetic',
      null,
      'floating-point division by zero',
      'A floating-point number was divided by zero with that exception enabled.',
    ],
  ],
  [
    0xc000008f,
    [
      'arithmetic',
      null,
      'floating-point inexact result',
      'A floating-point result cannot be represented exactly. Visual Basic 6 raises its own run-time errors under this number.',
    ],
  ],
  [
    0xc0000090,
    [
      'arithmetic',
      null,
      'invalid floating-point operation',
      'A floating-point operation was invalid, with that exception enabled.',
    ],
  ],
  [
    0xc0000091,
    [
      'arithmetic',
      null,
      'floating-point overflow',
      'A floating-point result was too large, with that exception enabled.',
    ],
  ],
  [0xc0000092, ['arithmetic', null, 'floating-point stack check', 'The x87 register stack overflowed or underflowed.']],
  [
    0xc0000093,
    [
      'arithmetic',
      null,
      'floating-point underflow',
      'A floating-point result was too small, with that exception enabled.',
    ],
  ],
  [0xc00002b4, ['arithmetic', null, 'several floating-point faults', 'An SSE operation had several faults.']],
  [0xc00002b5, ['arithmetic', null, 'several floating-point traps', 'An SSE operation had several traps.']],
  [0xc0000094, ['arithmetic', null, 'integer division by zero', 'An integer was divided by zero.']],
  [
    0xc0000095,
    [
      'arithmetic',
      null,
      'integer overflow',
      'An integer division overflowed, such as the smallest number divided by -1.',
    ],
  ],
  [0xc00000aa, ['alignment', null, 'misaligned instruction', 'The instruction pointer is not aligned.']],
  [0xc0000135, ['loader', null, 'DLL not found', 'The program could not start: a DLL it needs was not found.']],
  [
    0xc0000138,
    [
      'loader',
      null,
      'ordinal not found',
      'The program could not start: a DLL lacks an ordinal it needs (version mismatch).',
    ],
  ],
  [
    0xc0000139,
    [
      'loader',
      null,
      'entry point not found',
      'The program could not start: a DLL lacks a function it needs (version mismatch).',
    ],
  ],
  [
    0xc0000142,
    ['loader', null, 'DLL initialisation failed', 'The program could not start: the entry point of a DLL failed.'],
  ],
  [
    0xc000007b,
    ['loader', null, 'invalid image', 'An image is invalid, often a 32-bit DLL in a 64-bit process or the reverse.'],
  ],
  [
    0xc06d007e,
    [
      'loader',
      'VcppException(ERROR_MOD_NOT_FOUND)',
      'delay-loaded DLL not found',
      'A DLL that the program loads at first use (delay load) was not found.',
    ],
  ],
  [
    0xc06d007f,
    [
      'loader',
      'VcppException(ERROR_PROC_NOT_FOUND)',
      'delay-loaded function not found',
      'A function of a DLL that the program loads at first use (delay load) was not found.',
    ],
  ],
  [0xc000013a, ['control', null, 'ended by Ctrl+C', 'The program was ended by Ctrl+C, or its console was closed.']],
  [0x40010005, ['control', null, 'Ctrl+C', 'Ctrl+C was pressed while a debugger was attached.']],
  [0x40010008, ['control', null, 'Ctrl+Break', 'Ctrl+Break was pressed while a debugger was attached.']],
  [0x40010003, ['control', null, 'thread ended by debugger', 'A debugger ended the thread.']],
  [0x40010004, ['control', null, 'process ended by debugger', 'A debugger ended the process.']],
  [0x40010006, ['debugger-message', null, 'debug output', 'OutputDebugStringA: a message for a debugger, no failure.']],
  [0x4001000a, ['debugger-message', null, 'debug output', 'OutputDebugStringW: a message for a debugger, no failure.']],
  [0x40010007, ['debugger-message', null, 'RIP', 'An internal error of the system was reported to the debugger.']],
  [0xc0000194, ['deadlock', null, 'possible deadlock', 'A critical section was not free within its time-out.']],
  [
    0xc00001a5,
    [
      'unwind',
      null,
      'invalid exception handler',
      'The chain of exception handlers holds a handler that is not permitted: a corrupt stack or an attack.',
    ],
  ],
  [
    0xc00001b2,
    ['fail-fast', null, 'shadow stack violation', 'A return address did not match the hardware shadow stack.'],
  ],
  [
    0xc000027b,
    [
      'stowed',
      null,
      'stowed exception',
      'A Windows Runtime application failed with an error that had been put away earlier; the stowed exception holds the HRESULT and stack of the real failure.',
    ],
  ],
  [
    0xc0000374,
    [
      'heap-corruption',
      null,
      'heap corruption',
      'The heap found its own data damaged: an overrun, a double free or use after free happened at some time before.',
    ],
  ],
  [
    0xc0000409,
    [
      'fail-fast',
      null,
      'fail fast',
      'The program ended itself at once (__fastfail): a security check failed, or it asked to be ended.',
    ],
  ],
  [
    0xc0000602,
    ['fail-fast', null, 'fail-fast exception', 'The program called RaiseFailFastException, or the system did for it.'],
  ],
  [
    0xc000041d,
    [
      'status',
      null,
      'exception in a user callback',
      'An exception escaped from a window procedure or other callback of the kernel; the real one came before it.',
    ],
  ],
  [0xc0000420, ['assertion', null, 'assertion failure', 'An assertion (NT_ASSERT, int 2ch) failed.']],
  [
    0xc0000421,
    [
      'assertion',
      null,
      'verifier stop',
      'Application Verifier stopped the program: it found misuse of handles, heaps or locks.',
    ],
  ],
  [
    0xc0000144,
    ['status', null, 'unhandled exception', 'An exception was not handled; the details are in its parameters.'],
  ],
  [
    0x80000100,
    [
      'status',
      'EXCEPTION_WINE_STUB',
      'Wine: function not implemented',
      'The program called a function that this version of Wine does not implement.',
    ],
  ],
  [0x80000101, ['assertion', 'EXCEPTION_WINE_ASSERTION', 'Wine: assertion failure', 'An assertion in Wine failed.']],
  [
    0xe06d7363,
    [
      'cpp',
      'CPP_EH_EXCEPTION',
      'C++ exception',
      'A C++ exception of the Microsoft compiler (throw) was not caught, or was being thrown.',
    ],
  ],
  [
    0xe0434352,
    [
      'clr',
      'CLR exception',
      '.NET exception',
      'A managed exception of .NET (Framework 4 and later, Core) was not caught, or was being thrown.',
    ],
  ],
  [
    0xe0434f4d,
    [
      'clr',
      'CLR exception',
      '.NET exception',
      'A managed exception of the .NET Framework 1 to 3.5 was not caught, or was being thrown.',
    ],
  ],
  [
    0x80131506,
    [
      'clr',
      'COR_E_EXECUTIONENGINE',
      '.NET internal error',
      'The .NET run-time found its own state damaged, usually by native code.',
    ],
  ],
  [
    0x04242420,
    [
      'debugger-message',
      'CLRDBG_NOTIFICATION_EXCEPTION_CODE',
      '.NET debugger notification',
      'The .NET run-time told a debugger something; no failure.',
    ],
  ],
  [
    0x20474343,
    [
      'language',
      'STATUS_GCC_THROW',
      'GCC exception',
      'A C++ exception of GCC (MinGW) was not caught, or was being thrown.',
    ],
  ],
  [0x21474343, ['unwind', 'STATUS_GCC_UNWIND', 'GCC unwind', "GCC's run-time (MinGW) unwinds the stack."]],
  [
    0x22474343,
    [
      'unwind',
      'STATUS_GCC_FORCED',
      'GCC forced unwind',
      "GCC's run-time (MinGW) unwinds the stack by force, as for a cancelled thread.",
    ],
  ],
  [
    0x0eedfade,
    [
      'language',
      'cDelphiException',
      'Delphi exception',
      "An exception of Delphi or C++Builder's Delphi run-time was not caught, or was being thrown.",
    ],
  ],
  [
    0x0eefface,
    [
      'language',
      'Borland C++ exception',
      'C++Builder exception',
      'A C++ exception of C++Builder was not caught, or was being thrown.',
    ],
  ],
  [
    0xe0440001,
    [
      'language',
      'STATUS_DIGITAL_MARS_D_EXCEPTION',
      'D exception',
      'An exception of the D language was not caught, or was being thrown.',
    ],
  ],
  [
    0x406d1388,
    ['thread-name', 'MS_VC_EXCEPTION', 'thread name', 'A program told the debugger the name of a thread; no failure.'],
  ],
  [
    0x0517a7ed,
    [
      'simulated',
      'Crashpad simulated exception',
      'dump taken without a crash',
      'Crashpad took this dump on demand: the program did not crash.',
    ],
  ],
  [
    0x0cca11ed,
    [
      'simulated',
      'Crashpad triggered exception',
      'dump triggered from outside',
      'Crashpad was told by another process to take this dump.',
    ],
  ],
  [
    0xe0000008,
    [
      'out-of-memory',
      'Chromium out of memory',
      'out of memory',
      "A program built on Chromium's base ended itself because memory could not be allocated.",
    ],
  ],
]);
