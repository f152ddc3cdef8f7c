import type { Pattern } from '../analysis/pattern.ts';
import { detectStop, type StopRule } from '../analysis/stop-finding.ts';

/** NTSTATUS values by which devices and their buses fail: no such device, bad sectors, CRC, disconnected, I/O device error. */
const DEVICE_STATUS = new Set([0xc000000en, 0xc000003fn, 0xc000009cn, 0xc000009dn, 0xc000016an, 0xc0000185n]);

/** Below this bit a page-table entry of a page that is not there holds protection and state, which software writes. */
const SOFTWARE_BITS = 0x1000n;

const RULES: readonly StopRule[] = [
  { codes: [0x9c, 0x124], confidence: 0.95 },
  { codes: [0x12b, 0x2e], confidence: 0.9 },
  {
    codes: [0x1a],
    when: ([kind, , low, high]) =>
      kind === 0x41792n && entryOf(low!, high!) >= SOFTWARE_BITS && isOneBit(entryOf(low!, high!)),
    confidence: 0.85,
    summary:
      'One single bit is set in a page-table entry that should be empty: memory flips bits, most likely by a defect.',
    reads: [0, 2, 3],
  },
  {
    codes: [0x1a],
    when: ([kind, , found, expected]) => kind === 0x403n && isOneBit(found! ^ expected!),
    confidence: 0.85,
    summary:
      'A page-table entry differs in one single bit from what it should be: memory flips bits, most likely by a defect.',
    reads: [0, 2, 3],
  },
  {
    codes: [0x7a],
    when: ([, status]) => DEVICE_STATUS.has(BigInt.asUintN(32, status!)),
    reads: [1],
    confidence: 0.8,
    summary: 'A page could not be read because a device failed: the disk, its cable or its controller.',
  },
  {
    codes: [0x77],
    when: ([status]) => DEVICE_STATUS.has(BigInt.asUintN(32, status!)),
    confidence: 0.8,
    summary: 'A kernel stack could not be read back because a device failed: the disk, its cable or its controller.',
  },
  {
    codes: [0x14b],
    confidence: 0.6,
    summary: 'A subsystem of the chip (SoC) failed and could not recover: hardware, or its firmware.',
  },
  {
    codes: [0x101],
    confidence: 0.5,
    summary:
      'A processor did not answer clock interrupts any more: hardware, firmware, or code that keeps interrupts off.',
  },
];

const pattern: Pattern = {
  id: 'hardware-error',
  name: 'Hardware Error',
  part: null,
  severity: 'error',
  meaning:
    'The machine itself failed: a processor or bus reported an error, memory changed by itself, or a disk did not deliver. Software on the stack is only where it was noticed.',
  advice: [
    'Test the memory for several passes, undo overclocking and memory profiles, look at temperatures and the power supply.',
    'For disks look at SMART values, cabling and the system event log; for stop 124 decode the record with !errrec.',
    'Compare several dumps of the machine: failures in ever other places support it.',
  ],
  links: ['dynamic-memory-corruption-kernel-pool', '!errrec', '!mca', '.bugcheck'],
  appliesTo: ['kernel'],
  detect: (facts) => detectStop(facts, RULES),
};
export default pattern;

function isOneBit(value: bigint): boolean {
  return value > 0n && (value & (value - 1n)) === 0n;
}

/** Stop 1a splits the entry into two parameters on some systems; elsewhere the second is 0. */
function entryOf(low: bigint, high: bigint): bigint {
  return low | (high << 32n);
}
