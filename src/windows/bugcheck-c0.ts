/** Bug checks 0xC0 to 0xFF, in our own words after Microsoft Learn "Bug Check Code Reference". */
import {
  access,
  type BugcheckDeclarations,
  instruction,
  irql,
  number,
  oneOf,
  type ParameterDeclaration,
  poolTag,
  referenced,
  reserved,
  STEP,
  status,
  unused,
} from './bugcheck-declaration.ts';
import { DRIVER_VERIFIER } from './bugcheck-driver-verifier.ts';

const nothing: ParameterDeclaration = [null, null];
const HARDWARE = 'defective memory or other hardware';
const freed: ParameterDeclaration = ['pool-address', 'address being freed'];
const poolType = number('pool type');
const atIrql = (explanation: string, causes: readonly string[]) => ({
  explanation,
  parameters: [referenced, irql, access, instruction],
  causes,
  next: [STEP.stack, STEP.update, STEP.verifier],
});
const specialPool = (explanation: string) => ({
  explanation,
  parameters: [referenced, access, instruction, reserved],
  causes: ["the driver at the instruction: Driver Verifier's special pool caught it in the act"],
  next: [STEP.stack, 'Report the driver to its vendor: this dump names the culprit.'],
});
/** Documented as reserved; kernels since Windows 7 store the trap frame of the fault there. */
const trapFrameInPractice: ParameterDeclaration = [
  'trap-frame',
  (value) => (value > 0x7fff_ffffn ? 'documented as reserved; in practice the trap frame of the fault' : 'reserved'),
];

export const BUGCHECKS_C0: BugcheckDeclarations = {
  193: {
    explanation: 'A driver damaged memory in, or misused, special pool.',
    parameters: [freed, nothing, nothing, ['sub-type', 'reason']],
    by: 3,
    cases: {
      32: ['pool was freed that is not allocated', freed, reserved, unused],
      33: ['a bad address was freed', freed, number('bytes requested'), number('bytes computed')],
      34: ['a bad address was freed', freed, number('bytes requested'), number('bytes computed')],
      35: [
        'bytes near the block, within the same page, were overwritten',
        freed,
        [null, 'address of the damage'],
        unused,
      ],
      36: ['bytes behind the end of the block were overwritten', freed, [null, 'address of the damage'], unused],
      48: ['pool was allocated at a wrong IRQL', irql, poolType, number('bytes')],
      49: ['pool was freed at a wrong IRQL', irql, poolType, freed],
      50: ['pool was freed at a wrong IRQL', irql, poolType, freed],
    },
    causes: ['the driver that owns the block: it overran, underran or freed it wrongly'],
    next: [STEP.stack, 'Look at the block with !pool; the tag names its owner.'],
  },
  194: {
    explanation: 'A thread made a bad pool request.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    cases: {
      0: ['an allocation of zero bytes', unused, poolType, poolTag('tag')],
      1: ['the pool header is corrupt', ['pool-address', 'pool header'], [null, 'first part of the header'], unused],
      2: ['the pool header is corrupt', ['pool-address', 'pool header'], [null, 'first part of the header'], unused],
      4: ['the pool header is corrupt', ['pool-address', 'pool header'], [null, 'first part of the header'], unused],
      6: ['the pool was freed already', reserved, ['pool-address', 'pool header'], [null, 'contents of the header']],
      7: ['the pool was freed already', reserved, [null, 'contents of the pool header'], freed],
      8: ['an allocation at a wrong IRQL', irql, poolType, number('bytes')],
      9: ['a free at a wrong IRQL', irql, poolType, freed],
      10: [
        'a free with a tag other than the one allocated with',
        freed,
        poolTag('tag allocated with'),
        poolTag('tag used to free'),
      ],
      11: [
        'a release of quota on a corrupt allocation',
        freed,
        poolTag('tag'),
        ['process', 'bad quota process pointer'],
      ],
      12: [
        'a release of quota on a corrupt allocation',
        freed,
        poolTag('tag'),
        ['process', 'bad quota process pointer'],
      ],
      13: [
        'a release of quota on a corrupt allocation',
        freed,
        poolTag('tag'),
        ['process', 'bad quota process pointer'],
      ],
      64: ['a free of kernel pool at a user-mode address', freed, [null, 'start of system space'], unused],
      65: [
        'a free of nonpaged pool that is not allocated',
        freed,
        ['page-frame-number', 'page'],
        ['page-frame-number', 'highest page'],
      ],
      66: ['a free of an address that was never in any pool', freed, unused, unused],
      67: ['a free of an address that was never in any pool', freed, unused, unused],
      68: ['a free of nonpaged pool that is not allocated', freed, reserved, unused],
      70: ['a free of an invalid pool address', freed, unused, unused],
      71: [
        'a free of nonpaged pool that is not allocated',
        freed,
        ['page-frame-number', 'page'],
        ['page-frame-number', 'highest page'],
      ],
      72: ['a free of paged pool that is not allocated', freed, reserved, reserved],
      80: [
        'a free of paged pool that is not allocated',
        freed,
        number('offset in pages from the start of paged pool'),
        number('bytes of paged pool'),
      ],
      96: ['a free of an invalid contiguous memory address', freed, unused, unused],
      153: ['a free of an invalid address, or a corrupt pool header', freed, unused, unused],
      154: [
        'an allocation from the must-succeed pool, which no longer exists',
        poolType,
        number('bytes'),
        poolTag('tag'),
      ],
      155: ['an allocation with tag zero', poolType, number('bytes'), ['driver-address', 'caller']],
      156: [
        'an allocation with the tag BIG, which leaves it untracked',
        poolType,
        number('bytes'),
        ['driver-address', 'caller'],
      ],
      157: [
        'an allocation with a tag without letters or digits',
        poolTag('tag'),
        poolType,
        ['driver-address', 'caller'],
      ],
    },
    causes: [
      'the driver on the stack frees twice, frees foreign memory or calls at a wrong IRQL',
      'an earlier overrun by another driver',
    ],
    next: [STEP.stack, 'Look at the block with !pool.', STEP.verifier],
  },
  196: DRIVER_VERIFIER,
  197: atIrql(
    'The kernel touched invalid memory at raised IRQL while working on pool: the pool was corrupted before, by some driver.',
    ['a driver that overran or reused pool earlier; the one on the stack is often only the victim', HARDWARE],
  ),
  201: {
    explanation: "Driver Verifier's I/O checks found a driver at fault.",
    parameters: [['sub-type', null], nothing, nothing, nothing],
    causes: ['the driver named by !analyze or by the address in the other parameters'],
    next: [STEP.stack, 'Report the driver to its vendor.'],
  },
  202: {
    explanation: 'The Plug and Play manager found that a driver, usually a bus driver, broke its rules.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    cases: {
      1: [
        'a physical device object was reported twice by one driver',
        ['device-object', 'newly reported object'],
        ['device-object', 'older object'],
        reserved,
      ],
      2: [
        'an object that is no physical device object was used where one is needed',
        ['device-object', 'device object'],
        reserved,
        reserved,
      ],
      3: [
        'a device identification has invalid characters or is not ended properly',
        ['device-object', 'device object'],
        [null, 'identification'],
        number('kind of identification'),
      ],
      4: ['a bus driver reported a device it had deleted', ['device-object', 'device object'], reserved, reserved],
      5: [
        'a device object was freed while still in the device tree',
        ['device-object', 'device object'],
        reserved,
        reserved,
      ],
    },
    causes: ['a bus driver: USB, virtual bus, docking, emulators'],
    next: ['Look at the device object with !devobj and !devnode.', STEP.update],
  },
  203: {
    explanation:
      'A driver left pages of a process locked when an I/O operation ended. Shown when tracking of locked pages is on.',
    parameters: [
      ['driver-address', 'address in the driver that locked the pages'],
      ['driver-address', 'caller of that address'],
      ['mdl', 'MDL with the locked pages'],
      number('pages locked'),
    ],
    causes: ['the driver that locked the pages: it does not unlock them on cancellation or error'],
    next: ['Resolve the first two addresses to a module (ln).'],
  },
  204: specialPool('The system touched special pool that a driver had freed (reported by the fault handler).'),
  205: specialPool("The system touched memory past the end of a driver's special pool block."),
  206: {
    explanation:
      'A driver was unloaded while work that it had queued (timer, DPC, work item, callback) was still pending; the system then ran into the hole.',
    parameters: [referenced, access, instruction, reserved],
    causes: ['the unloaded driver: it does not cancel its timers, DPCs or callbacks'],
    next: ['Look the address up in the list of unloaded modules.', STEP.verifier],
  },
  208: atIrql('The kernel touched invalid memory at raised IRQL: pool was corrupted by some driver.', [
    'a driver that overran pool earlier',
    HARDWARE,
  ]),
  209: atIrql('A driver touched pageable or invalid memory at an IRQL at which page faults cannot be served.', [
    'the driver at the instruction: bad or freed pointer, or pageable code or data used at raised IRQL',
    HARDWARE,
  ]),
  211: atIrql('A driver marked code or data as pageable that is used at raised IRQL.', [
    'the driver at the referenced address',
  ]),
  212: atIrql('A driver was unloaded without cancelling work at raised IRQL, which then ran into the hole.', [
    'the unloaded driver at the referenced address',
  ]),
  213: specialPool('A driver used memory that it had freed.'),
  214: specialPool('A driver used memory past the end of its allocation.'),
  216: {
    explanation: 'No system page-table entries are left; one driver is named as the heaviest user.',
    parameters: [
      ['driver-name', (value) => (value === 0n ? 'name of the driver: unknown' : 'address of the name of the driver')],
      number('page-table entries used by it (or size of the request)'),
      number('free system PTEs'),
      number('system PTEs in all'),
    ],
    causes: ['the driver named: it maps without unmapping'],
    next: ['Read the name at the first address (dS).', 'Enable TrackPtes to learn callers.'],
  },
  218: {
    explanation: 'A driver used system page-table entries wrongly.',
    parameters: [['sub-type', null], nothing, nothing, nothing],
    causes: ['a driver that unmaps twice or maps with a bad MDL'],
    next: [STEP.stack, STEP.verifier],
  },
  222: {
    explanation: 'A driver wrote to pool that holds data on its way to disk, and the memory manager noticed.',
    parameters: [nothing, nothing, nothing, nothing],
    causes: ['a driver that writes after freeing', HARDWARE],
    next: [STEP.verifier, STEP.memory],
  },
  225: {
    explanation: 'A system worker thread came back from a work item at raised IRQL.',
    parameters: [
      ['driver-address', 'worker routine'],
      irql,
      [null, 'parameter of the work item'],
      ['object', 'work item'],
    ],
    causes: ['the driver that owns the worker routine'],
    next: ['Resolve the worker routine to a module (ln).'],
  },
  226: {
    explanation:
      'Somebody crashed the machine on purpose: by the keyboard (Ctrl+Scroll Lock), a debugger or a tool. The stop itself is no fault; the dump shows what was going on.',
    parameters: [unused, unused, unused, unused],
    causes: ['a person or a monitoring tool wanted a dump, usually of a hang'],
    next: ['Look for what hung: !locks, !running, ready threads, threads waiting long.'],
  },
  227: {
    explanation: 'A thread released a resource that it does not own.',
    parameters: [
      ['resource', 'resource (ERESOURCE)'],
      ['thread', 'thread that released it'],
      [null, 'owner table, if any'],
      reserved,
    ],
    causes: ['a file system or filter driver with wrong locking'],
    next: ['Look at the resource with !locks ADDRESS.', STEP.stack],
  },
  228: {
    explanation: 'Memory that should not hold an executive work item holds one, or an item is queued twice.',
    parameters: [
      ['sub-type', 'kind'],
      ['object', 'work item'],
      ['pool-address', 'start of the pool block'],
      ['pool-address', 'end of the pool block'],
    ],
    causes: ['a driver that frees memory with a queued work item in it'],
    next: [STEP.stack, STEP.verifier],
  },
  230: {
    explanation: "Driver Verifier's DMA checks found a driver at fault.",
    parameters: [['sub-type', null], nothing, nothing, nothing],
    causes: [
      'the driver of the device: it uses DMA wrongly',
      'with code 0x26: a device reached outside its memory, through firmware or driver',
    ],
    next: [STEP.stack, STEP.firmware],
  },
  231: {
    explanation: 'The saved floating-point state of a thread is invalid, or was saved and restored out of order.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    causes: ['a driver that uses floating point without saving state correctly'],
    next: [STEP.stack],
  },
  234: {
    explanation: "A device driver's thread spins for ever, nearly always a display driver waiting for idle hardware.",
    parameters: [
      ['thread', 'thread that is stuck'],
      ['object', 'deferred watchdog'],
      ['driver-name', 'name of the driver concerned'],
      number('times the stop was intercepted'),
    ],
    causes: ['a graphics driver or the card'],
    next: [STEP.graphics, 'Look at the stuck thread (!thread).'],
  },
  237: {
    explanation: 'The boot volume could not be mounted.',
    parameters: [['device-object', 'device object of the volume'], status('status'), unused, unused],
    causes: ['a damaged file system', 'a failing disk, cable or controller'],
    next: ['Run chkdsk on the volume from a recovery environment.', STEP.disk],
  },
  239: {
    explanation: 'A process without which Windows cannot run (csrss, wininit, winlogon, services, svchost ...) ended.',
    parameters: [
      ['process', 'process that ended'],
      oneOf('what ended', { 0: 'the process', 1: 'a thread of it' }),
      [
        'process',
        (value) => (value === 0n ? 'process that ended it: not recorded' : 'process that ended it (newer versions)'),
      ],
      reserved,
    ],
    causes: [
      'the process crashed: damaged system files, a bad component loaded into it, or an in-page error from a failing disk',
      'something ended it: software, malware, an administrator',
    ],
    next: [
      'Look at the process name (!process) and at the stack that ended it.',
      STEP.disk,
      'Check system files (sfc, dism).',
    ],
  },
  244: {
    explanation: 'A process or thread without which Windows cannot run ended.',
    parameters: [
      oneOf('what ended', { 3: 'a process', 6: 'a thread' }, 'sub-type'),
      ['object', 'object that ended'],
      ['driver-name', 'image name of the process'],
      [null, 'address of a message (da)'],
    ],
    cases: {
      3: [
        'a process',
        ['process', 'process that ended'],
        [null, 'address of the image name of the process'],
        [null, 'address of a message (da)'],
      ],
      6: [
        'a thread',
        ['thread', 'thread that ended'],
        [null, 'address of the image name of the process'],
        [null, 'address of a message (da)'],
      ],
    },
    causes: [
      'the system disk stopped answering, so the process died of an in-page error',
      'the process crashed or was ended',
    ],
    next: [STEP.disk, 'Read the message at the fourth address (da).', 'Look at the process (!process).'],
  },
  245: {
    explanation: 'The filter manager found a file system minifilter breaking its rules, or its own data inconsistent.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    cases: {
      102: ['a minifilter asked for a post-operation callback that it had not registered'],
    },
    causes: ['a minifilter: antivirus, backup, encryption, cloud storage'],
    next: ['List the filters (!fltkd.filters) and check the versions of those not from Microsoft.', STEP.stack],
  },
  247: {
    explanation:
      'A driver overran a buffer on its stack: the security cookie was found changed when a function was about to return.',
    parameters: [
      [null, 'cookie found on the stack'],
      [null, 'cookie expected'],
      [null, 'complement of the cookie expected'],
      unused,
    ],
    causes: ['the driver whose function was returning', HARDWARE],
    next: [STEP.stack, STEP.update],
  },
  252: {
    explanation: 'The processor was made to execute memory that is not executable.',
    parameters: [
      ['referenced-address', 'address whose execution was attempted'],
      ['pte', 'contents of the page-table entry'],
      trapFrameInPractice,
      reserved,
    ],
    causes: [
      'a driver called through a bad function pointer or returned through a corrupt stack',
      'malware or hooking software',
      HARDWARE,
    ],
    next: [STEP.stack, STEP.verifier],
  },
  254: {
    explanation: 'The USB stack met an error it cannot recover from.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    cases: {
      1: ['an internal error of the USB stack'],
      2: [
        'a USB client driver submitted a URB that is still attached to another IRP',
        ['irp', 'IRP that is pending'],
        ['irp', 'IRP passed in'],
        ['object', 'URB'],
      ],
      3: ['the USB miniport stopped the system after a catastrophic hardware failure'],
      4: [
        'a driver submitted an IRP that is already pending in the USB bus driver',
        ['irp', 'IRP'],
        ['object', 'URB'],
        nothing,
      ],
      5: [
        "a bad physical address was found in the controller's data: hardware or firmware",
        [null, 'vendor and device of the controller'],
        nothing,
        nothing,
      ],
      6: [
        'an internal object of the USB stack is corrupt',
        ['object', 'object'],
        [null, 'signature expected'],
        nothing,
      ],
      8: ['an error of the hub driver'],
    },
    causes: [
      'a USB device or its driver',
      'the host controller, its driver or firmware',
      'power saving of USB devices',
    ],
    next: ['Unplug USB devices one at a time.', STEP.update, STEP.firmware],
  },
};
