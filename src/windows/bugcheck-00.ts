/** Bug checks 0x0 to 0x7F, in our own words after Microsoft Learn "Bug Check Code Reference". */
import { hex } from '../bytes/hex.ts';
import {
  access,
  type BugcheckDeclarations,
  contextRecord,
  exceptionAddress,
  exceptionCode,
  exceptionRecord,
  instruction,
  irql,
  low32,
  number,
  oneOf,
  type ParameterDeclaration,
  referenced,
  reserved,
  STEP,
  sourceLine,
  status,
  unused,
} from './bugcheck-declaration.ts';
import { MEMORY_MANAGEMENT } from './bugcheck-memory-management.ts';
import { statusName } from './status-code.ts';

const BAD_POINTER = 'a driver used a bad or freed pointer, or touched pageable memory, at raised IRQL';
const HARDWARE = 'defective memory or other hardware';

/** Windows 10 and later give the x64 page-fault error code; before, 0 was read and 1 write. */
const faultAccess: ParameterDeclaration = [
  'access-type',
  (value, _all, build) => {
    if (value === 0n) return 'access: read';
    if ((value & 0x10n) !== 0n) {
      return `access: execute${(value & 1n) !== 0n ? ' (the page is present, but not executable)' : ''}`;
    }
    if (value === 8n) return 'access: execute';
    if ((value & 2n) !== 0n)
      return `access: write${(value & 1n) !== 0n ? ' (the page is present, but read-only)' : ''}`;
    if (value === 1n) {
      if (build === null) return 'access: write (before Windows 10); as a page-fault code: read of a present page';
      return build < 10240 ? 'access: write' : 'access: as a page-fault code, read of a present page; on ARM, write';
    }
    return null;
  },
];

/** Exception parameters as 0x1E carries them: they mean something only for access violations. */
const exceptionParameter0: ParameterDeclaration = [
  'access-type',
  (value, all) => {
    if ((all[0] ?? 0n) % 0x1_0000_0000n !== 0xc0000005n) return 'first parameter of the exception';
    return value === 0n
      ? 'access: read'
      : value === 1n
        ? 'access: write'
        : value === 8n
          ? 'access: execute'
          : 'first parameter of the exception';
  },
];
const exceptionParameter1: ParameterDeclaration = [
  'referenced-address',
  (_value, all) =>
    (all[0] ?? 0n) % 0x1_0000_0000n === 0xc0000005n ? 'address referenced' : 'second parameter of the exception',
];

const fileSystem = (filter: string): readonly ParameterDeclaration[] => [
  sourceLine,
  ['exception-record', `exception record, when ${filter} is on the stack`],
  ['context-record', `context record, when ${filter} is on the stack`],
  reserved,
];
const fileSystemCauses = [
  'corruption of the volume or bad sectors',
  'a file system filter (antivirus, backup, encryption)',
  'nonpaged pool used up',
];
const initialization = (
  what: string,
  parameters: readonly ParameterDeclaration[] = [status('status'), number('where it failed')],
) => ({
  explanation: `${what} could not be initialised while Windows was starting.`,
  parameters,
  causes: ['damaged or mismatched system files', 'a boot-start driver', 'firmware or hardware trouble'],
  next: ['Try the last known good state, safe mode or startup repair.', STEP.firmware],
});

export const BUGCHECKS_00: BugcheckDeclarations = {
  1: {
    explanation:
      'A thread came back from a system call or a worker routine with its APCs disabled a different number of times than on entry.',
    parameters: [
      ['system-call', 'address of the system call or worker routine'],
      number('ApcStateIndex of the thread'),
      [
        null,
        (value) => `APC disable counts: special ${BigInt.asIntN(16, value >> 16n)}, kernel ${BigInt.asIntN(16, value)}`,
      ],
      oneOf('kind of call', { 0: 'system call', 1: 'worker routine' }),
    ],
    causes: [
      'a file system or other driver with unbalanced KeEnterCriticalRegion and KeLeaveCriticalRegion, or an unreleased mutex',
    ],
    next: [STEP.stack, 'Suspect file system filters first.'],
  },
  10: {
    explanation:
      'The kernel, or a driver through it, touched pageable or invalid memory at an IRQL at which page faults cannot be served.',
    parameters: [referenced, irql, access, instruction],
    causes: [BAD_POINTER, 'memory corrupted earlier by another driver', HARDWARE],
    next: [STEP.stack, STEP.verifier, STEP.series],
  },
  18: {
    explanation: 'A trap arrived whose cause the kernel could not tell.',
    parameters: [
      ['sub-type', null],
      [null, null],
      [null, null],
      [null, null],
    ],
    causes: [HARDWARE, 'a corrupted interrupt table'],
    next: [STEP.memory, STEP.firmware],
  },
  24: {
    explanation:
      'The reference count of an object went wrong: it was dereferenced too often, or used after its count reached zero.',
    parameters: [['object', 'object type'], ['object', 'object whose count is wrong'], reserved, reserved],
    causes: ['a driver that dereferences an object more often than it referenced it'],
    next: [
      STEP.stack,
      'Look at the object with !object and at who opened it; object reference tracing (GFlags) names the guilty.',
    ],
  },
  25: {
    explanation: 'A pool block was found with a broken header.',
    parameters: [
      ['sub-type', 'kind of damage'],
      [null, null],
      [null, null],
      [null, null],
    ],
    cases: {
      2: [
        'the special pool pattern check failed (owner of the block overran it)',
        ['pool-address', 'pool entry checked'],
        number('size of the block'),
        unused,
      ],
      3: [
        'the pool free list is corrupt',
        ['pool-address', 'pool entry checked'],
        [null, 'flink read back from the free list'],
        [null, 'blink read back from the free list'],
      ],
      5: [
        'two adjacent pool entries contradict each other',
        ['pool-address', 'one of the entries'],
        reserved,
        ['pool-address', 'the other entry'],
      ],
      6: [
        'the previous-size field of a pool header is too large',
        ['pool-address', 'entry computed from it'],
        reserved,
        ['pool-address', 'bad entry'],
      ],
      7: ['the size field of a pool header is corrupt', ['pool-address', 'bad pool entry'], reserved, reserved],
      8: ['the size field of a pool header is zero', ['pool-address', 'bad pool entry'], reserved, reserved],
      9: ['a pool header on the page has size zero', ['pool-address', 'bad pool entry'], reserved, reserved],
      10: [
        'a pool entry was not where it should be: the header before it has a corrupt size',
        ['pool-address', 'entry that should have been found'],
        reserved,
        ['pool-address', 'page searched'],
      ],
      13: ['the header of a freed block was modified', reserved, reserved, reserved],
      14: ['the header of a freed block was modified', reserved, reserved, reserved],
      15: ['the header of a freed block was modified', reserved, reserved, reserved],
      32: [
        'the size field of a pool header is corrupt',
        ['pool-address', 'entry that should have been found'],
        ['pool-address', 'next entry'],
        reserved,
      ],
      33: [
        'the data after the block being freed was overwritten: its owner probably overran it',
        ['pool-address', 'block being freed'],
        number('bytes allocated for the block'),
        [null, 'value found behind the block'],
      ],
      34: [
        'a large pool address being freed is not tracked: freed twice or never allocated',
        ['pool-address', 'address being freed'],
        [null, null],
        [null, null],
      ],
      35: ['the header of a freed block was modified', reserved, reserved, reserved],
      36: ['the header of a freed block was modified', reserved, reserved, reserved],
      37: ['the header of a freed block was modified', reserved, reserved, reserved],
    },
    causes: ['a driver wrote past its pool block or used it after freeing', HARDWARE],
    next: [
      'Look at the blocks around the address with !pool: the block before the damage is the first suspect, its tag names the owner.',
      STEP.verifier,
    ],
  },
  26: MEMORY_MANAGEMENT,
  30: {
    explanation: 'Kernel code raised an exception that no handler took.',
    parameters: [exceptionCode, exceptionAddress, exceptionParameter0, exceptionParameter1],
    causes: ['a bug in the driver at the exception address', 'memory corrupted earlier', HARDWARE],
    next: [STEP.stack, STEP.update, STEP.verifier],
  },
  32: {
    explanation:
      'A thread was ending while its APCs were still disabled or an APC was pending: something entered a critical region, or acquired a mutex, and never left it.',
    parameters: [
      ['object', (value) => (value === 0n ? 'APC found pending: none' : 'APC found pending')],
      [
        null,
        (value) => {
          const count = BigInt.asIntN(16, value);
          return `APC disable count of the thread: ${count}${count < 0n ? ' (negative: APCs were disabled without being enabled again)' : count > 0n ? ' (positive: APCs were enabled too often)' : ''}`;
        },
      ],
      irql,
      reserved,
    ],
    causes: [
      'a file system or filter driver that disabled APCs (KeEnterCriticalRegion) without enabling them again',
      'a mutex acquired by the thread and not released',
    ],
    next: [STEP.stack, 'List third-party file system filters (lm, fltmc) and check their versions.', STEP.verifier],
  },
  35: {
    explanation: 'The FAT file system driver stopped on a condition it cannot accept.',
    parameters: fileSystem('FatExceptionFilter'),
    causes: fileSystemCauses,
    next: [STEP.disk, STEP.stack],
  },
  36: {
    explanation: 'The NTFS driver stopped on a condition it cannot accept.',
    parameters: fileSystem('NtfsExceptionFilter'),
    causes: fileSystemCauses,
    next: [STEP.disk, STEP.stack],
  },
  39: {
    explanation: 'The SMB redirector stopped on a condition it cannot accept.',
    parameters: fileSystem('RxExceptionFilter'),
    causes: ['the network redirector or a filter on it', 'nonpaged pool used up'],
    next: [STEP.stack],
  },
  42: {
    explanation: 'An IRP was inconsistent: for example, one thought complete was still marked pending.',
    parameters: [['irp', 'the IRP'], reserved, reserved, reserved],
    causes: ['a driver that completes an IRP twice or forwards a completed one'],
    next: ['Look at the IRP with !irp.', STEP.verifier],
  },
  53: {
    explanation: 'A driver passed an IRP down although the IRP has no stack location left for the next driver.',
    parameters: [['irp', 'the IRP'], reserved, reserved, reserved],
    causes: ['a filter driver with a wrong StackSize'],
    next: ['Look at the IRP with !irp and the device stack with !devstack.'],
  },
  59: {
    explanation: 'An exception happened on the way from user mode into a system service, and nobody handled it.',
    parameters: [exceptionCode, exceptionAddress, contextRecord, unused],
    causes: [
      'a driver called through the service (graphics, antivirus, file system filter)',
      'memory corruption',
      HARDWARE,
    ],
    next: ['Switch to the context record (.cxr) and look at the stack from there.', STEP.update, STEP.series],
  },
  61: {
    explanation: 'An interrupt service routine raised an exception that nobody handled.',
    parameters: [exceptionRecord, contextRecord, unused, unused],
    causes: ["a device driver's interrupt routine", HARDWARE],
    next: ['Switch to the context record (.cxr).', STEP.update],
  },
  63: {
    explanation: 'No system page-table entries are left to map memory for a driver.',
    parameters: [
      oneOf('kind of page-table entries', { 0: 'system expansion', 1: 'nonpaged pool expansion' }),
      number('size of the request'),
      number('free system PTEs'),
      number('system PTEs in all'),
    ],
    causes: ['a driver that maps memory and does not unmap it', 'heavy I/O with /3GB on 32-bit systems'],
    next: ['Look at !sysptes; enable TrackPtes to learn who holds them.'],
  },
  68: {
    explanation:
      'A driver completed an IRP that was already complete. The second completer is on the stack; the first is usually the other driver of the device stack.',
    parameters: [['irp', 'the IRP completed twice'], reserved, reserved, reserved],
    causes: ['two drivers that both believe they own the IRP', 'a driver completing an IRP it also forwarded'],
    next: ['Look at the IRP with !irp and at every driver in its stack.', STEP.verifier],
  },
  74: {
    explanation: 'A system call was about to return to user mode with the IRQL still raised.',
    parameters: [
      ['system-call', 'address of the system function, or of the user-mode call site'],
      irql,
      unused,
      [null, null],
    ],
    causes: [
      'a driver that raised the IRQL or took a spin lock and did not undo it',
      'security software or anti-cheat drivers hooking system calls',
    ],
    next: [STEP.stack, STEP.verifier],
  },
  77: {
    explanation: 'No free page could be made: modified pages could not be written out.',
    parameters: [
      number('dirty pages in all'),
      number('dirty pages destined for the paging file'),
      number('available pages at the time'),
      [null, 'address of the thread or status, depending on version'],
    ],
    causes: ['a storage driver that blocks or fails paging writes', 'a driver holding too much nonpageable memory'],
    next: ['Look at the modified writer threads (!stacks) and at !vm.'],
  },
  78: {
    explanation: 'The list of physical pages is corrupt.',
    parameters: [
      ['sub-type', 'kind of damage'],
      [null, null],
      [null, null],
      [null, null],
    ],
    cases: {
      1: ['the head of a page list is corrupt', [null, 'value of the list head'], number('pages available'), unused],
      2: [
        'an entry of a page list is corrupt',
        ['page-frame-number', 'entry being removed'],
        number('highest physical page'),
        number('reference count of the entry'),
      ],
      7: [
        'a driver unlocked a page more often than it locked it',
        ['page-frame-number', 'page frame'],
        number('current share count'),
        unused,
      ],
      141: ['the page-free list is corrupt', [null, null], [null, null], [null, null]],
      143: [
        'the head of the free or zeroed page list is corrupt',
        ['page-frame-number', 'new page'],
        ['page-frame-number', 'old page'],
        unused,
      ],
      153: [
        'a page-table entry or page frame is corrupt',
        ['page-frame-number', 'page frame'],
        number('current page state'),
        unused,
      ],
      154: [
        'a driver freed a page that is still locked for I/O',
        ['page-frame-number', 'page frame'],
        number('current page state'),
        number('reference count of the page'),
      ],
    },
    causes: ['a driver passing a bad MDL (unlocking pages twice)', HARDWARE],
    next: [STEP.stack, STEP.verifier, STEP.memory],
  },
  80: {
    explanation: 'Kernel code touched an address that is not valid and that no page fault could make valid.',
    parameters: [
      referenced,
      faultAccess,
      [
        'instruction-address',
        (value) => (value === 0n ? 'instruction: unknown' : 'instruction that made the reference'),
      ],
      [
        null,
        (value, _all, build) =>
          build !== null && build < 10240
            ? 'reserved'
            : value === 2n
              ? 'kind of fault: the page-table entry of the address is marked free'
              : `kind of fault, in the memory manager's own numbers: ${value}`,
      ],
    ],
    causes: [
      'a driver used freed or never mapped memory',
      'antivirus or other filter drivers',
      HARDWARE,
      'a damaged volume',
    ],
    next: [STEP.stack, STEP.verifier, STEP.memory],
  },
  81: {
    explanation: 'The registry met an error it cannot survive.',
    parameters: [
      reserved,
      reserved,
      ['object', 'hive concerned, if known'],
      status('result of checking the hive, if it is corrupt'),
    ],
    causes: ['an I/O error while a hive was read', 'a corrupt hive', 'registry filter drivers'],
    next: [STEP.disk, 'Restore the hive from a backup or a restore point.'],
  },
  90: {
    explanation: 'A critical service failed to start.',
    parameters: [status('status'), reserved, reserved, reserved],
    causes: ['damaged system files or drivers'],
    next: ['Start in safe mode or with the last known good state.'],
  },
  92: initialization('The hardware abstraction layer', [
    ['sub-type', null],
    [null, null],
    [null, null],
    [null, null],
  ]),
  96: initialization('The process manager (phase 0)'),
  107: initialization('The first user process (phase 1)'),
  103: initialization('The registry', [
    number('reserved or place'),
    number('where it failed'),
    status('status'),
    reserved,
  ]),
  105: initialization('The I/O system (phase 1)', [
    [null, null],
    [null, null],
    [null, null],
    [null, null],
  ]),
  111: initialization('The session manager (or, in newer versions, virtual secure mode)'),
  116: {
    explanation:
      'The SYSTEM hive loaded by the boot loader is unusable: corrupt, or lacking values Windows cannot start without.',
    parameters: [reserved, reserved, reserved, status('status')],
    causes: ['a corrupt or incomplete SYSTEM hive', 'boot configuration that does not fit the machine'],
    next: ['Repair the start-up or restore the hive.'],
  },
  118: {
    explanation: 'A process is gone, or an MDL was freed, with pages still locked for I/O.',
    parameters: [
      ['sub-type', 'kind'],
      [null, null],
      [null, null],
      [null, null],
    ],
    cases: {
      0: [
        'the process that ended still has locked pages',
        ['process', 'process'],
        number('pages still locked'),
        [null, 'driver stacks, if lock tracking is on'],
      ],
      1: [
        'an MDL describes pages that are still locked',
        ['mdl', 'MDL'],
        number('pages still locked'),
        [null, 'driver stacks, if lock tracking is on'],
      ],
    },
    causes: ['a driver that does not unlock pages after I/O or cancellation'],
    next: ['Set TrackLockedPages and reproduce: then 0xCB names the driver.'],
  },
  119: {
    explanation: 'A page of a kernel stack could not be read back from the paging file.',
    parameters: [
      [
        'nt-status',
        (value) => {
          if (value === 0n) return 'the page came from the page cache, and its signature is wrong';
          if (value === 1n) return 'the page came from the disk, and its signature is wrong';
          if (value === 2n) return 'the storage stack reported success, but not a whole page';
          const [, text] = status('status');
          return typeof text === 'function' ? text(value, [], null) : null;
        },
      ],
      [
        null,
        (value, all) =>
          (all[0] ?? 3n) <= 2n
            ? `value found where the signature should be: ${hex(value)}`
            : `I/O status: ${hex(value)}`,
      ],
      [null, (value, all) => ((all[0] ?? 3n) <= 2n ? 'not used' : `page file number: ${value}`)],
      [
        null,
        (value, all) =>
          (all[0] ?? 3n) <= 2n ? 'address of the signature on the stack' : `offset in the page file: ${hex(value)}`,
      ],
    ],
    causes: ['a failing disk, cable or controller', HARDWARE],
    next: [STEP.disk, STEP.memory],
  },
  122: {
    explanation: 'A page of kernel data could not be read from the paging file or an image.',
    parameters: [
      ['pte', (value) => (value <= 4n ? `kind of lock held: ${value}` : 'address of the page-table entry')],
      status('I/O status'),
      [
        null,
        (value, all) =>
          all[0] === 1n
            ? 'current process'
            : `contents of, or address belonging to, the page-table entry: ${hex(value)}`,
      ],
      ['referenced-address', 'address that could not be brought in'],
    ],
    cases: {
      1: [
        'a lock of type 1 was held',
        status('I/O status'),
        ['process', 'current process'],
        ['referenced-address', 'address that could not be brought in'],
      ],
    },
    causes: [
      'a failing disk, cable or controller',
      'STATUS_IO_DEVICE_ERROR, STATUS_DEVICE_DATA_ERROR: bad blocks or cabling',
      'STATUS_INSUFFICIENT_RESOURCES: nonpaged pool used up',
      HARDWARE,
    ],
    next: [STEP.disk, STEP.memory],
  },
  123: {
    explanation: 'Windows lost access to the volume it starts from.',
    parameters: [
      ['object', 'UNICODE_STRING with the name of the boot device, or its device object'],
      [null, (value) => (low32(value) >= 0xc0000000 ? `status: ${statusName(low32(value))}` : null)],
      [null, null],
      [null, null],
    ],
    causes: [
      'a missing or failing storage driver, or another mode of the controller (AHCI, RAID) in the firmware',
      'a damaged volume or boot configuration',
    ],
    next: ['Check what was changed: firmware settings, controller, storage drivers, disk clone.', STEP.disk],
  },
  124: {
    explanation: 'NDIS found that a network driver broke its rules.',
    parameters: [
      ['sub-type', null],
      [null, null],
      [null, null],
      [null, null],
    ],
    causes: ['a network adapter, VPN or filter driver'],
    next: [STEP.update, 'Look at the miniports with !ndiskd.'],
  },
  126: {
    explanation: 'A system thread raised an exception that nobody handled.',
    parameters: [exceptionCode, exceptionAddress, exceptionRecord, contextRecord],
    causes: ['the driver at the exception address, or one above it on the stack', 'memory corruption', HARDWARE],
    next: ['Switch to the context record (.cxr) and look at the stack from there.', STEP.update, STEP.verifier],
  },
  127: {
    explanation: 'The processor raised a trap in kernel mode that the kernel may not catch.',
    parameters: [
      ['sub-type', 'trap number'],
      [null, null],
      [null, null],
      [null, null],
    ],
    cases: {
      0: ['divide error'],
      1: ['debug trap'],
      3: ['breakpoint'],
      4: ['overflow'],
      5: ['bounds check fault'],
      6: ['invalid instruction: usually corrupted code or a wild jump'],
      7: ['coprocessor not available'],
      8: [
        'double fault: usually the kernel stack overflowed, else hardware',
        [
          'trap-frame',
          (value) =>
            value > 0xffff_0000_0000_0000n
              ? 'address of the trap frame (recent x64 versions)'
              : 'state of the processor (TSS or CR0, by version)',
        ],
        [null, 'stack pointer (recent x64 versions)'],
        ['instruction-address', 'instruction (recent x64 versions)'],
      ],
      9: ['coprocessor segment overrun'],
      10: ['corrupt task state segment'],
      11: ['segment not present'],
      12: ['stack segment fault'],
      13: ['general protection fault: a fault no other trap covers, such as a non-canonical address'],
      14: ['page fault'],
      16: ['floating-point error'],
      17: ['alignment check'],
      18: ['machine check'],
      19: ['SIMD floating-point error'],
    },
    causes: ['kernel stack overflow through deep recursion of filter drivers (double fault)', HARDWARE],
    next: ['For a double fault count the frames per driver on the stack.', STEP.memory, STEP.stack],
  },
};
