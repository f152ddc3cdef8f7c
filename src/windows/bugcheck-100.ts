/** Bug checks from 0x100 up, in our own words after Microsoft Learn "Bug Check Code Reference". */
import {
  type BugcheckDeclarations,
  contextRecord,
  exceptionCode,
  irql,
  low32,
  number,
  oneOf,
  type ParameterDeclaration,
  reserved,
  STEP,
  status,
  unused,
} from './bugcheck-declaration.ts';
import { FAST_FAIL_CODES } from './exception-fast-fail.ts';
import { HEAP_FAILURES } from './heap-failure.ts';

const nothing: ParameterDeclaration = [null, null];
const HARDWARE = 'defective memory or other hardware';
const four = [nothing, nothing, nothing, nothing] as const;
const subType = [['sub-type', null], nothing, nothing, nothing] as const;
const triageBlock: ParameterDeclaration = [null, 'address of nt!DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK'];
const heap: ParameterDeclaration = ['object', 'heap that reported it'];
const damage: ParameterDeclaration = ['pool-address', 'address where the damage was found'];
const videoTimeout = [
  ['object', 'context of the recovery (TDR_RECOVERY_CONTEXT), if any'],
  ['driver-address', 'address in the responsible display driver'],
  [null, 'bucketing key of the driver'],
  [null, "data of the operating system's own"],
] as const satisfies readonly ParameterDeclaration[];

/** What the fourth parameter of 0x109 says was modified (Microsoft Learn, Bug Check 0x109). */
const PROTECTED_REGIONS: Readonly<Record<number, string>> = {
  0: 'a generic data region',
  1: 'a function',
  2: 'an interrupt descriptor table (IDT)',
  3: 'a global descriptor table (GDT)',
  4: 'a process list (type 1)',
  5: 'a process list (type 2)',
  6: 'a debug routine',
  7: 'a critical model-specific register (MSR)',
  8: 'an object type',
  9: 'a processor interrupt vector table',
  10: 'a system service function',
  11: 'a generic session data region',
  12: 'a session function or its .pdata',
  13: 'an import table',
  14: 'a session import table',
  15: 'the Win32 callout of the process manager',
  16: 'the debug switch routine',
  17: 'the IRP allocator',
  18: 'the driver call dispatcher',
  19: 'the IRP completion dispatcher',
  20: 'the IRP deallocator',
  21: 'a processor control register',
  22: 'a critical floating-point control register',
  23: 'the local APIC',
  24: 'a kernel notification callout',
  25: 'the list of loaded modules',
  26: 'a process list (type 3)',
  27: 'a process list (type 4)',
  28: 'a driver object',
  29: 'an executive callback object',
  30: 'module padding',
  31: 'a protected process',
  32: 'a generic data region',
  33: 'a page (its hash is wrong)',
  34: 'a session page (its hash is wrong)',
  35: 'a load configuration directory',
  36: 'an inverted function table',
  37: 'the session configuration',
  38: 'an extended processor control register',
  39: 'pool (type 1)',
  40: 'pool (type 2)',
  41: 'pool (type 3)',
  42: 'pool (type 4)',
  43: 'a function or its .pdata',
  44: 'an image (its integrity is gone)',
  45: 'the processor configuration',
  46: 'a process list (type 5)',
  47: 'a process shadow',
  48: 'retpoline code',
  257: 'general pool',
  258: 'win32k.sys',
};

const WHEA_SOURCES: Readonly<Record<number, string>> = {
  0: 'machine check exception',
  1: 'corrected machine check',
  2: 'corrected platform error',
  3: 'non-maskable interrupt',
  4: 'uncorrectable PCI Express error',
  5: 'other hardware error',
  6: 'initialisation error',
  7: 'error found at boot',
  8: 'hardware error signalled through ACPI',
};
const errorRecord: ParameterDeclaration = ['error-record', 'address of the WHEA_ERROR_RECORD (!errrec)'];

export const BUGCHECKS_100: BugcheckDeclarations = {
  257: {
    explanation:
      'A processor did not answer a clock interrupt of another one in time: it is hung, by hardware or with interrupts disabled.',
    parameters: [
      number('time allowed, in clock ticks'),
      unused,
      ['prcb', 'processor control block of the hung processor'],
      number('index of the hung processor (newer versions)'),
    ],
    causes: [
      'an unstable or overclocked processor, its voltage or its firmware',
      'a driver spinning with interrupts disabled',
      'a hypervisor that does not schedule the virtual processor',
    ],
    next: ['Look at what the hung processor was doing (~Ns, k).', STEP.firmware],
  },
  265: {
    explanation: 'Kernel Patch Protection found kernel code or data modified.',
    parameters: [
      reserved,
      reserved,
      [null, 'address or data that depends on the kind of region'],
      oneOf('what was modified', PROTECTED_REGIONS, 'sub-type'),
    ],
    causes: [
      'a driver that patches the kernel: old security software, anti-cheat, rootkits',
      HARDWARE,
      'a breakpoint set by a kernel debugger attached later',
    ],
    next: ['Check for a single changed bit (!chkimg): that speaks for hardware.', STEP.memory, STEP.series],
  },
  269: {
    explanation: 'The driver framework (KMDF) found a framework driver, or itself, at fault.',
    parameters: subType,
    cases: {
      1: [
        'a power IRP was not completed in time',
        [null, 'address of WDF_POWER_ROUTINE_TIMED_OUT_DATA'],
        nothing,
        nothing,
      ],
      2: ['a lock is acquired recursively', ['object', 'handle of the lock'], nothing, nothing],
      3: ["the framework's verifier met a fatal error"],
      4: ['a NULL was passed where a value is needed', nothing, nothing, nothing],
      5: ['a framework handle of the wrong type was passed', [null, 'handle'], nothing, nothing],
      6: ['a request was handled wrongly'],
    },
    causes: ['the framework driver on the stack'],
    next: ["Read the framework's log of the driver (!wdfkd.wdflogdump, !wdfkd.wdfcrashdump).", STEP.update],
  },
  270: {
    explanation: 'The video memory manager met a state it cannot recover from.',
    parameters: subType,
    causes: ['a graphics driver', 'the memory of the card'],
    next: [STEP.graphics],
  },
  275: {
    explanation: 'The DirectX graphics kernel found a violation.',
    parameters: subType,
    causes: ['a graphics driver'],
    next: [STEP.graphics],
  },
  278: {
    explanation: 'The graphics card hung and could not be reset in time.',
    parameters: [
      ['object', 'context of the recovery (TDR_RECOVERY_CONTEXT)'],
      ['driver-address', 'address in the responsible display driver'],
      status('status of the last failed operation'),
      [null, 'data that depends on the context'],
    ],
    causes: ['a graphics driver', 'an overheating, overclocked or failing card, or its power supply'],
    next: [STEP.graphics],
  },
  279: {
    explanation: 'The graphics card did not answer in time; Windows reset it and recorded this live dump.',
    parameters: videoTimeout,
    causes: ['a graphics driver or card under load'],
    next: [STEP.graphics],
  },
  281: {
    explanation: 'The video scheduler found a fatal violation by the display driver.',
    parameters: subType,
    cases: {
      1: ['the driver reported an invalid fence'],
      2: ['the driver failed to submit a command', status('status'), nothing, nothing],
      4: ['the driver failed to patch a command buffer'],
      5: ['the driver reported an invalid flip capability'],
    },
    causes: ['a graphics driver', 'a failing card'],
    next: [STEP.graphics],
  },
  283: {
    explanation: 'A driver came back from its cancel routine still holding the global cancel lock.',
    parameters: [
      ['irp', 'IRP that was cancelled (may be gone)'],
      ['driver-address', 'cancel routine'],
      nothing,
      nothing,
    ],
    causes: ['the driver that owns the cancel routine'],
    next: ['Resolve the cancel routine to a module (ln).'],
  },
  292: {
    explanation: 'The hardware reported an error that could not be corrected (Windows Hardware Error Architecture).',
    parameters: [oneOf('source of the error', WHEA_SOURCES, 'sub-type'), errorRecord, nothing, nothing],
    cases: {
      0: [
        'machine check exception',
        errorRecord,
        [null, 'high 32 bits of MCi_STATUS of the bank'],
        [null, 'low 32 bits of MCi_STATUS of the bank'],
      ],
    },
    causes: ['processor, memory, PCI Express device or board', 'overheating, power supply, overclocking', 'firmware'],
    next: ['Decode the error record (!errrec with the second parameter).', STEP.firmware, STEP.memory],
  },
  293: {
    explanation: 'The network module registrar is in an invalid state.',
    parameters: subType,
    causes: ['a network driver or filter'],
    next: [STEP.update],
  },
  295: {
    explanation: 'A page that should hold zeros does not.',
    parameters: [
      ['referenced-address', 'address of the page'],
      ['page-frame-number', 'physical page'],
      nothing,
      nothing,
    ],
    causes: [HARDWARE, 'a driver or device (DMA) writing to a page it freed'],
    next: [STEP.memory, STEP.verifier],
  },
  299: {
    explanation:
      'A page changed on its way through memory or compression: a single-bit error of the hardware is likely.',
    parameters: [
      ['referenced-address', 'address of the page'],
      ['page-frame-number', 'physical page'],
      nothing,
      nothing,
    ],
    causes: ['defective memory'],
    next: [STEP.memory],
  },
  307: {
    explanation: 'The watchdog found a processor at DISPATCH_LEVEL or above for too long.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    cases: {
      0: [
        'a single deferred procedure call or interrupt routine ran longer than allowed; its driver is usually on the stack',
        number('time it took, in ticks'),
        number('time allowed, in ticks'),
        triageBlock,
      ],
      1: [
        'the processor spent too long at DISPATCH_LEVEL or above in sum; the stack of the moment need not show the culprit',
        number('watchdog period, in ticks'),
        triageBlock,
        nothing,
      ],
    },
    causes: [
      'a storage, network, USB or graphics driver that works too long in its DPC',
      'outdated SSD firmware',
      'a spin lock held too long',
    ],
    next: [
      STEP.stack,
      'For kind 1 look at all processors (!running, !dpcs) or at a trace of DPCs.',
      STEP.update,
      STEP.firmware,
    ],
  },
  309: {
    explanation: 'A registry filter driver let an exception escape from its callback.',
    parameters: [exceptionCode, contextRecord, ['driver-address', 'callback of the driver'], nothing],
    causes: ['the driver that owns the callback'],
    next: ['Resolve the callback to a module (ln).'],
  },
  313: {
    explanation: 'The kernel found one of its own structures corrupted and stopped at once.',
    parameters: [
      [
        'fast-fail-code',
        (value) => {
          const found = value <= 0xffffffffn ? FAST_FAIL_CODES[low32(value)] : undefined;
          return found ? `${found[0]}: ${found[1]}` : null;
        },
      ],
      ['trap-frame', 'trap frame of the exception (.trap)'],
      ['exception-record', 'exception record (.exr)'],
      reserved,
    ],
    causes: [
      'with code 3, a list entry removed twice or overwritten: a driver reusing or freeing a queued object',
      'with code 2, a stack buffer overrun in the function on the stack',
      'memory corruption',
      HARDWARE,
    ],
    next: ['Switch to the trap frame (.trap) and look at the stack from there.', STEP.verifier, STEP.series],
  },
  314: {
    explanation: "The kernel's heap (pool, in recent versions) found itself corrupted.",
    parameters: [oneOf('kind of damage', HEAP_FAILURES, 'sub-type'), heap, damage, unused],
    causes: [
      'a driver that overran, freed twice or reused pool; the one on the stack is often only the victim',
      HARDWARE,
    ],
    next: ['Look at the blocks around the address (!pool).', STEP.verifier, STEP.series],
  },
  315: {
    explanation: 'Windows found an error in an interrupt that is served at passive level.',
    parameters: subType,
    causes: ['a GPIO controller driver or firmware'],
    next: [STEP.firmware],
  },
  316: {
    explanation:
      'A thread ended, or came back, with its I/O boost in an invalid state, for example still owning a lock.',
    parameters: [['thread', 'thread'], number('current boost state'), nothing, nothing],
    causes: ['a driver that acquires a lock and does not release it as often'],
    next: ['Look at the thread and the locks it owns (!thread, !locks).', STEP.stack],
  },
  317: {
    explanation: 'An initialisation without which Windows cannot start failed.',
    parameters: four,
    causes: ['damaged system files', 'firmware'],
    next: [STEP.firmware],
  },
  321: {
    explanation: 'An engine of the graphics card did not answer in time; Windows reset it and recorded this live dump.',
    parameters: videoTimeout,
    causes: ['a graphics driver or card under load'],
    next: [STEP.graphics],
  },
  324: {
    explanation: 'The USB 3 stack met an error it cannot recover from.',
    parameters: subType,
    causes: ['a USB device, its driver, the controller or its firmware'],
    next: [STEP.update, STEP.firmware],
  },
  331: {
    explanation: 'A subsystem of the chip set (audio processor, sensors ...) reported a failure.',
    parameters: [
      ['object', 'details (nt!SOC_SUBSYSTEM_FAILURE_DETAILS)'],
      reserved,
      reserved,
      [null, 'data of the vendor, if any'],
    ],
    causes: ['firmware or driver of that subsystem'],
    next: ['Display the details with dt.', STEP.firmware],
  },
  340: {
    explanation:
      'The component that compresses or stores memory pages (the store manager) met an exception: a page could not be read back.',
    parameters: [['object', 'store context or data manager'], [null, 'exception information'], reserved, reserved],
    causes: ['a failing system disk', HARDWARE],
    next: [STEP.disk, STEP.memory],
  },
  343: {
    explanation: 'A driver changed the priority floor of a thread illegally.',
    parameters: [['thread', 'thread'], number('target priority'), number('counter of that priority'), reserved],
    causes: ['a driver that pairs priority changes wrongly'],
    next: [STEP.stack],
  },
  351: {
    explanation: 'A device in connected standby did not reach or leave its state in time; a live dump was recorded.',
    parameters: subType,
    causes: ['a device, its driver or firmware'],
    next: [STEP.firmware],
  },
  353: {
    explanation:
      'A live dump taken on demand (by a tool or an administrator); the system did not fail and went on running.',
    parameters: four,
    causes: ['somebody wanted a snapshot'],
    next: ['Analyse it as a snapshot: locks, waits, processor use.'],
  },
  354: {
    explanation: 'A lock that Windows boosts owners of was released by a thread that does not own it.',
    parameters: [['thread', 'thread'], ['object', 'lock'], nothing, reserved],
    causes: ['a driver with wrong locking'],
    next: [STEP.stack],
  },
  382: {
    explanation: 'The processors do not run the same microcode revision.',
    parameters: four,
    causes: ['firmware'],
    next: [STEP.firmware],
  },
  395: {
    explanation: 'The secure kernel (virtualisation-based security) met a fatal error.',
    parameters: four,
    causes: ['firmware or hypervisor', HARDWARE, 'a driver not fit for memory integrity'],
    next: [STEP.firmware, STEP.update],
  },
  402: {
    explanation: 'A lock that must be acquired at or below APC_LEVEL was acquired at raised IRQL.',
    parameters: [['thread', 'thread'], ['object', 'lock'], irql, reserved],
    causes: ['the driver on the stack, often one that holds a spin lock while it calls the file system'],
    next: [STEP.stack, STEP.verifier],
  },
  416: {
    explanation: 'The terminal topology manager did not answer in time.',
    parameters: subType,
    causes: ['display or docking devices and their drivers'],
    next: [STEP.graphics],
  },
  417: {
    explanation: "A callout of the window manager's kernel part did not come back in time; a live dump was recorded.",
    parameters: four,
    causes: ['a graphics or input driver'],
    next: [STEP.graphics],
  },
  424: {
    explanation: "A black screen was reported by the user's key sequence; a live dump was recorded.",
    parameters: four,
    causes: ['a graphics driver'],
    next: [STEP.graphics],
  },
  426: {
    explanation:
      'An exception was being dispatched while the stack pointer lay outside every stack that is valid for the thread.',
    parameters: four,
    causes: ['a driver that switches or corrupts its stack', HARDWARE],
    next: [STEP.stack, STEP.memory],
  },
  427: {
    explanation: 'An exception was being unwound onto a stack that is not valid for the thread.',
    parameters: four,
    causes: ['a driver that switches or corrupts its stack', HARDWARE],
    next: [STEP.stack, STEP.memory],
  },
  455: {
    explanation: 'The store manager (memory compression) found its structures corrupted.',
    parameters: four,
    causes: [HARDWARE, 'a stray writer'],
    next: [STEP.memory, STEP.verifier],
  },
  456: {
    explanation:
      'The power button was held long enough to make Windows stop and write this dump: the machine hung, or somebody wanted it off.',
    parameters: [
      number('time the button was held, in milliseconds'),
      [null, 'address of nt!_POP_POWER_BUTTON_TRIAGE_BLOCK'],
      reserved,
      reserved,
    ],
    causes: ['a hang: look for what waits or spins', 'a person holding the button'],
    next: ['Look at what hung: processors (!running), locks (!locks), display driver.'],
  },
  458: {
    explanation: 'The machine made no progress for so long that a watchdog stopped it.',
    parameters: [
      [null, 'time since the watchdog was reset, in interrupt time'],
      [null, 'interrupt time'],
      [null, 'performance counter'],
      number('index of the clock processor'),
    ],
    causes: [
      'a hypervisor that did not schedule the machine',
      'hung hardware or interrupts disabled too long',
      HARDWARE,
    ],
    next: ['Look at every processor (!running -ti).', STEP.firmware],
  },
  462: {
    explanation: 'The kernel stack pointer of a thread lies outside its stack.',
    parameters: [['referenced-address', 'invalid stack address'], reserved, reserved, reserved],
    causes: ['a driver that corrupts or switches its stack', HARDWARE],
    next: [STEP.stack, STEP.memory],
  },
  466: {
    explanation: 'A worker thread came back from a work item in a state it must not leave behind.',
    parameters: subType,
    causes: ['the driver that owns the work item'],
    next: [STEP.stack],
  },
  469: {
    explanation: 'A driver did not finish a Plug and Play operation in time.',
    parameters: four,
    causes: ["a device's driver that waits for ever in start, remove or enumeration"],
    next: ['Look at the threads in Plug and Play operations (!pnptriage, !stacks).', STEP.update],
  },
  131073: {
    explanation: "The hypervisor met a fatal error. The parameters are the hypervisor's own.",
    parameters: four,
    causes: [HARDWARE, 'firmware or microcode'],
    next: [STEP.firmware, STEP.memory],
  },
  3221226008: {
    explanation: 'A registry hive could not be loaded: it is corrupt, missing or unreadable.',
    parameters: [[null, 'address of the name of the hive'], nothing, nothing, nothing],
    causes: ['a failing disk', 'a power cut while the hive was written', HARDWARE],
    next: [STEP.disk, 'Restore the hive.'],
  },
  3221226010: {
    explanation: 'Winlogon or the client/server runtime (csrss) ended: Windows cannot go on without them.',
    parameters: [[null, 'address of a text naming the process'], status('why it ended'), nothing, nothing],
    causes: [
      'damaged or mismatched system files, often after an update',
      'third-party logon or security software',
      HARDWARE,
    ],
    next: [
      'Read the text at the first address (da or du).',
      'Repair or roll back the update (startup repair, dism, sfc).',
    ],
  },
  3221226017: {
    explanation: 'A driver or system DLL is corrupt: its checksum does not fit.',
    parameters: [[null, 'address of the name of the file'], nothing, nothing, nothing],
    causes: ['a damaged file or disk', 'defective memory'],
    next: [STEP.disk, 'Replace the file.'],
  },
  3735936685: {
    explanation: 'Somebody crashed the machine on purpose (a debugger, NotMyFault-like tool or driver).',
    parameters: four,
    causes: ['a person or tool wanted a dump'],
    next: ['Look for what the dump was taken for: hangs, waits, processor use.'],
  },
};
