/** Bug check 0xC4 and its sub-types. */
import {
  type BugcheckDeclaration,
  irql,
  number,
  type ParameterDeclaration,
  STEP,
  unused,
} from './bugcheck-declaration.ts';

const nothing: ParameterDeclaration = [null, null];
const poolType = number('pool type');
const block: ParameterDeclaration = ['pool-address', 'address of the pool'];
const lock: ParameterDeclaration = ['object', 'lock'];
const rule: ParameterDeclaration = [null, 'address of the text that states the violated rule (da)'];
const ruleState: ParameterDeclaration = [null, 'address of the state of the rule, if any'];

export const DRIVER_VERIFIER: BugcheckDeclaration = {
  explanation: 'Driver Verifier stopped the system because a driver that it watches broke a rule.',
  parameters: [
    [
      'sub-type',
      (value) =>
        value >= 0x20000n && value <= 0x20022n
          ? 'rule of DDI compliance checking that was violated'
          : value >= 0x91000n && value <= 0x9ffffn
            ? 'rule of static driver or protocol checking that was violated'
            : null,
    ],
    [
      null,
      (_value, all) => ((all[0] ?? 0n) >= 0x20000n ? 'address of the text that states the violated rule (da)' : null),
    ],
    [null, (_value, all) => ((all[0] ?? 0n) >= 0x20000n ? 'address of the state of the rule, if any' : null)],
    nothing,
  ],
  cases: {
    0: ['the driver asked for zero bytes of pool', irql, poolType, unused],
    1: ['paged pool was allocated above APC_LEVEL', irql, poolType, number('bytes')],
    2: ['nonpaged pool was allocated above DISPATCH_LEVEL', irql, poolType, number('bytes')],
    16: ['an address was freed that no allocation returned', block, unused, unused],
    17: ['paged pool was freed above APC_LEVEL', irql, poolType, block],
    18: ['nonpaged pool was freed above DISPATCH_LEVEL', irql, poolType, block],
    19: ['a pool block was freed that is free already', nothing, ['pool-address', 'pool header'], nothing],
    20: ['a pool block was freed that is free already', nothing, ['pool-address', 'pool header'], nothing],
    48: ['KeRaiseIrql was called to lower the IRQL, or with a wrong one', irql, number('IRQL asked for'), nothing],
    49: ['KeLowerIrql was called to raise the IRQL, or with a wrong one', irql, number('IRQL asked for'), nothing],
    50: ['a spin lock was released below DISPATCH_LEVEL', irql, lock, unused],
    51: ['a fast mutex was acquired above APC_LEVEL', irql, lock, unused],
    52: ['a fast mutex was released at another IRQL than APC_LEVEL', irql, lock, nothing],
    64: ['a spin lock was acquired at a wrong IRQL', irql, lock, unused],
    96: [
      'a driver is being unloaded without freeing its pool',
      number('bytes of paged pool'),
      number('bytes of nonpaged pool'),
      number('allocations not freed'),
    ],
    97: [
      'a thread of the driver allocated pool while the driver was unloading',
      number('bytes of paged pool'),
      number('bytes of nonpaged pool'),
      number('allocations not freed'),
    ],
    98: [
      'a driver was unloaded without freeing its pool',
      ['driver-name', 'name of the driver'],
      [null, 'reserved'],
      number('allocations not freed'),
    ],
    144: ['a driver switched its stack'],
    145: ['a driver switched its stack by a method Windows does not support'],
    208: ['a resource (ERESOURCE) was initialised that is in use already', ['resource', 'resource'], nothing, nothing],
    210: ['freed memory holds a resource (ERESOURCE) that is in use', ['resource', 'resource'], nothing, nothing],
    224: ['a kernel routine was called with a user-mode address'],
    226: [
      'an IRP from kernel mode carries a user-mode address',
      ['irp', 'IRP'],
      ['referenced-address', 'user-mode address'],
      nothing,
    ],
    227: [
      'a Zw routine was called from kernel mode with a user-mode address',
      ['driver-address', 'caller'],
      ['referenced-address', 'user-mode address'],
      nothing,
    ],
    245: ['a NULL handle was passed to a kernel routine'],
    246: [
      'a driver used a user-mode handle as if it were a kernel handle',
      [null, 'handle'],
      ['process', 'current process'],
      ['driver-address', 'address in the driver'],
    ],
    4096: ['a thread acquires a lock it already holds', lock, ['thread', 'thread'], nothing],
    4097: ['locks are acquired in an order that can deadlock (!deadlock)', lock, nothing, nothing],
    4098: ['a lock is acquired that was not initialised', lock, nothing, nothing],
    4099: ['a lock is released in another order than acquired', lock, nothing, nothing],
    4100: [
      'a lock is released by a thread that does not own it',
      lock,
      ['thread', 'thread that acquired it'],
      ['thread', 'current thread'],
    ],
    4101: ['a lock was initialised twice', lock, nothing, nothing],
    4103: ['a lock is released that nobody holds', lock, nothing, nothing],
    8192: ['executable pool was asked for', ['driver-address', 'caller'], poolType, nothing],
    8193: [
      'a page was asked for with writable and executable protection',
      ['driver-address', 'caller'],
      nothing,
      nothing,
    ],
    8194: [
      'a mapping was asked for with writable and executable protection',
      ['driver-address', 'caller'],
      nothing,
      nothing,
    ],
    8195: ['the image has sections that are both writable and executable'],
    8196: ['the image has sections that are not aligned to pages'],
    8197: ['the image has its import table in an executable section'],
    131074: ['DDI rule IrqlApcLte: called above APC_LEVEL', rule, ruleState, unused],
    131076: ['DDI rule IrqlExAllocatePool: pool called at a wrong IRQL', rule, ruleState, unused],
    131077: ['DDI rule IrqlExApcLte1: fast mutex called above APC_LEVEL', rule, ruleState, unused],
  },
  causes: ['the driver that Verifier watches and that is on the stack'],
  next: [
    STEP.stack,
    'Look at what !verifier says about the driver.',
    'Update or remove the driver, then turn Driver Verifier off (verifier /reset).',
  ],
};
