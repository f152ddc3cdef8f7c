/** Bug checks 0x80 to 0xBF, in our own words after Microsoft Learn "Bug Check Code Reference". */
import {
  type BugcheckDeclarations,
  exceptionAddress,
  exceptionCode,
  number,
  type ParameterDeclaration,
  referenced,
  reserved,
  STEP,
  sourceLine,
  unused,
} from './bugcheck-declaration.ts';

const nothing: ParameterDeclaration = [null, null];
const HARDWARE = 'defective memory or other hardware';
/** Documented as reserved; kernels since Windows 7 store the trap frame of the fault there. */
const trapFrameInPractice: ParameterDeclaration = [
  'trap-frame',
  (value) => (value > 0x7fff_ffffn ? 'documented as reserved; in practice the trap frame of the fault' : 'reserved'),
];

export const BUGCHECKS_80: BugcheckDeclarations = {
  128: {
    explanation: 'The hardware raised a non-maskable interrupt that Windows could not explain.',
    parameters: [nothing, nothing, nothing, nothing],
    causes: ['memory parity or bus errors', 'an NMI switch or a management controller'],
    next: [STEP.memory, 'Read the hardware event log of the machine.', STEP.firmware],
  },
  142: {
    explanation: 'Kernel code raised an exception that nobody handled (32-bit counterpart of 0x1E with a trap frame).',
    parameters: [exceptionCode, exceptionAddress, ['trap-frame', 'trap frame (.trap)'], reserved],
    causes: ['the driver at the exception address', 'memory corruption', HARDWARE],
    next: ['Switch to the trap frame (.trap) and look at the stack from there.', STEP.update, STEP.verifier],
  },
  147: {
    explanation: 'Kernel code used a handle that is invalid or protected from closing.',
    parameters: [[null, 'handle passed'], [null, null], reserved, reserved],
    causes: ['a driver that closes a handle twice'],
    next: [STEP.stack, STEP.verifier],
  },
  150: {
    explanation: 'A work queue holds an entry whose links are wrong.',
    parameters: [
      ['object', 'queue entry'],
      ['object', 'queue'],
      ['object', 'first entry of the queue head'],
      ['driver-address', 'worker routine, if known'],
    ],
    causes: ['a driver that frees or reuses a work item that is still queued'],
    next: [STEP.stack, STEP.verifier],
  },
  155: {
    explanation: 'The UDF file system driver stopped on a condition it cannot accept.',
    parameters: [sourceLine, nothing, nothing, nothing],
    causes: ['a damaged disc', 'burning software'],
    next: [STEP.disk],
  },
  156: {
    explanation: 'The processor reported an unrecoverable hardware error (machine check).',
    parameters: [
      number('bank of the machine check'),
      [null, 'address of the MCA_EXCEPTION structure'],
      [null, 'high 32 bits of the bank status (MCi_STATUS)'],
      [null, 'low 32 bits of the bank status (MCi_STATUS)'],
    ],
    causes: ['processor, cache, memory or bus failure', 'overheating, power supply, overclocking'],
    next: ["Decode MCi_STATUS with the processor vendor's manual.", STEP.memory, STEP.firmware],
  },
  158: {
    explanation: 'A user-mode component that is watched (usually by cluster software) did not answer in time.',
    parameters: [
      ['process', 'process that did not answer'],
      number('time allowed, in seconds'),
      number('watchdog source'),
      nothing,
    ],
    causes: ['a cluster resource or service that hangs', 'a machine out of memory or disk throughput'],
    next: ['Look at the threads of that process (!process) and at what they wait for.'],
  },
  159: {
    explanation: 'A driver is in an inconsistent power state, or holds up a power transition.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    cases: {
      1: [
        'a device object was freed with a power request outstanding',
        ['device-object', 'device object being freed'],
        reserved,
        reserved,
      ],
      2: [
        'a device finished a system power request without calling PoStartNextPowerIrp',
        ['device-object', 'target device object'],
        ['device-object', 'device object'],
        ['driver-object', 'driver object'],
      ],
      3: [
        'a device has been blocking a power IRP for too long',
        ['device-object', 'physical device object of the stack'],
        [null, 'address of the triage block (nt!_TRIAGE_9F_POWER)'],
        ['irp', 'IRP that is blocked'],
      ],
      4: [
        'the power transition timed out waiting for the Plug and Play subsystem',
        number('time allowed, in seconds'),
        ['thread', 'thread that holds the Plug and Play lock'],
        [null, 'address of the triage block (nt!_TRIAGE_9F_PNP)'],
      ],
      5: [
        'a device did not finish a directed power transition in time',
        ['device-object', 'physical device object of the stack'],
        ['object', 'POP_FX_DEVICE object'],
        reserved,
      ],
      6: [
        'a device did not finish its directed power transition callback',
        ['object', 'POP_FX_DEVICE object'],
        [null, (value) => (value === 0n ? 'direction: power down' : value === 1n ? 'direction: power up' : null)],
        reserved,
      ],
      1280: [
        'a device finished a power request wrongly',
        reserved,
        ['device-object', 'target device object'],
        ['device-object', 'device object'],
      ],
    },
    causes: [
      'a driver that does not complete or forward power IRPs: network, USB, Bluetooth, graphics, storage',
      'outdated firmware',
    ],
    next: [
      'Look at the blocked IRP (!irp) and the driver that holds its current stack location.',
      'Look at the device node (!devnode) of the physical device object.',
      STEP.update,
      STEP.firmware,
    ],
  },
  160: {
    explanation: 'The power manager met a fatal error, often while hibernating or resuming.',
    parameters: [['sub-type', 'kind'], nothing, nothing, nothing],
    cases: {
      257: [
        'an exception was raised while hibernating',
        nothing,
        ['exception-record', 'exception information'],
        nothing,
      ],
      270: ['a disk device failed during hibernation'],
    },
    causes: ['a storage driver or filter in the hibernation path', 'firmware', 'a damaged hibernation file'],
    next: ['Turn hibernation off and on again (powercfg /h).', STEP.disk, STEP.firmware],
  },
  161: {
    explanation: 'The PCI bus driver found inconsistencies it cannot go on with.',
    parameters: [nothing, nothing, nothing, nothing],
    causes: ['firmware or a PCI device'],
    next: [STEP.firmware],
  },
  165: {
    explanation: 'The ACPI firmware of the machine breaks the specification in a way Windows cannot work around.',
    parameters: [['sub-type', null], nothing, nothing, nothing],
    cases: {
      2: ['the namespace or tables are inconsistent'],
      3: ['a control method that must run failed'],
      13: ['a device lacks the identification (_HID or _ADR) that it needs'],
      17: ['the machine could not be put into ACPI mode'],
    },
    causes: ['a firmware bug', 'firmware settings'],
    next: [STEP.firmware, "Load the firmware's default settings."],
  },
  171: {
    explanation: 'A session ended while session drivers still held pool in it.',
    parameters: [
      number('session'),
      number('paged pool bytes leaked'),
      number('nonpaged pool bytes leaked'),
      [null, (value) => `allocations leaked: nonpaged ${value >> 16n}, paged ${value & 0xffffn}`],
    ],
    causes: ['a display or printer driver that leaks session pool'],
    next: ['Look at the tags with !poolused.', STEP.update],
  },
  184: {
    explanation: 'A deferred procedure call tried to wait, attach or yield, which is not allowed at DISPATCH_LEVEL.',
    parameters: [['thread', 'thread that was running'], ['thread', 'thread to be switched to'], nothing, nothing],
    causes: ['a driver that waits in a DPC routine or with a spin lock held'],
    next: [STEP.stack, STEP.verifier],
  },
  190: {
    explanation: 'Kernel code wrote to memory that is read-only.',
    parameters: [referenced, ['pte', 'contents of the page-table entry'], trapFrameInPractice, reserved],
    causes: ["a driver writing to its own or another's code or constant data", 'a stray pointer', HARDWARE],
    next: [STEP.stack, STEP.verifier, STEP.memory],
  },
  191: {
    explanation: 'A mutex was acquired recursively where that is not allowed.',
    parameters: [['object', 'mutex'], ['thread', 'thread that holds it'], unused, reserved],
    causes: ['a driver with wrong locking'],
    next: [STEP.stack],
  },
  180: {
    explanation: 'Windows could not enter a graphics mode: the video driver did not start.',
    parameters: [reserved, reserved, reserved, reserved],
    causes: ['a graphics driver or its settings'],
    next: [STEP.graphics, 'Start in low-resolution mode.'],
  },
  139: {
    explanation: 'The master boot record does not have the checksum the boot loader computed: it was changed.',
    parameters: [
      [null, 'disk signature'],
      [null, 'checksum from the boot loader'],
      [null, 'checksum computed'],
      reserved,
    ],
    causes: ['a boot virus or disk tool', 'a failing disk'],
    next: [STEP.disk],
  },
  154: {
    explanation:
      'Windows believes its licence terms were violated: product type, installation date or activation data were tampered with or lost.',
    parameters: [['sub-type', null], nothing, nothing, nothing],
    causes: ['an expired evaluation', 'registry corruption'],
    next: ['Check activation and evaluation status.'],
  },
  162: {
    explanation: 'The checksum of a page of an image in memory is wrong.',
    parameters: [nothing, ['page-frame-number', 'page'], nothing, nothing],
    causes: [HARDWARE, 'a stray writer'],
    next: [STEP.memory],
  },
  172: {
    explanation: 'The hardware abstraction layer could not get memory at start.',
    parameters: [number('bytes asked for'), reserved, [null, null], reserved],
    causes: ['firmware that reports memory wrongly'],
    next: [STEP.firmware],
  },
};
