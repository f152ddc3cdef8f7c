import { ABSENT, type Evidence, type Facts, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { systemFact } from '../evidence/system.ts';
import { virtualMemoryFact } from '../evidence/virtual-memory.ts';
import { memoryCounter, memoryFailures } from '../windows/virtual-memory.ts';

/** Below this number of free system PTEs 32-bit Windows is close to failing (Microsoft's advice for Performance Monitor: 5000 is low). */
const FEW = 5000n;
/** Kernels of 32-bit systems are loaded above 2 GB, with /3GB above 3 GB. */
const THREE_GB = 0xc0000000n;

const pattern: Pattern = {
  id: 'insufficient-memory-pte',
  name: 'Insufficient Memory (PTE)',
  part: 'Part 13d',
  severity: 'error',
  meaning:
    'The system ran out of page table entries for its own address space. Then it cannot create processes or threads, allocate buffers for devices, or extend pools, although memory itself may be free.',
  advice: [
    'On 32-bit systems look at the registry value SystemPages (HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management): 0 lets the system choose.',
    'Boot without /3GB, or with /USERVA to leave the system more: /3GB halves its address space.',
    'Look for drivers that map much memory: video, backup and antivirus drivers, and large system caches.',
  ],
  links: ['insufficient-memory-kernel-pool', '!vm', 'vertarget', '!sysptes'],
  appliesTo: ['kernel'],
  detect(facts) {
    const memory = facts.need(virtualMemoryFact);
    const failures = memoryFailures(memory, /system PTE allocations have failed/);
    const free = memoryCounter(memory, 'Free System PTEs');
    const narrow = facts.get(systemFact)?.architecture === 'x86';
    // A machine without any committed page is no machine: then the counters were not kept.
    const kept = (memoryCounter(memory, 'Committed pages') ?? 1n) > 0n;
    const low = narrow && kept && free !== null && free < FEW;
    if (!failures && !low) return failures === null && free === null ? unknown('free system PTEs (!vm)') : ABSENT;
    const shifted = bootedWith3GB(facts);
    const poolFailures = memoryFailures(memory, /pool allocations have failed/) ?? 0n;
    const evidence: Evidence[] = [
      ...(failures
        ? [
            {
              statement: `${failures} allocations of system PTEs have failed`,
              command: '!vm',
              lines: lineOf(memory.alarms.find(({ what }) => /system PTE/.test(what))?.line ?? memory.line),
            },
          ]
        : []),
      ...(free === null ? [] : [{ statement: `${free} system PTEs are free`, command: '!vm' }]),
      ...(shifted ? [shifted] : []),
      ...(poolFailures > 0n
        ? [
            {
              statement: `${poolFailures} allocations of pool have failed too, which the lack of PTEs can explain: a pool that cannot be extended fails as well`,
              command: '!vm',
            },
          ]
        : []),
    ];
    const [first, ...rest] = evidence;
    return present({
      confidence: failures ? 0.95 : 0.6,
      basis: failures ? 'the count of failures that the system keeps' : 'few free PTEs, without failures so far',
      summary: failures
        ? `${failures} allocations of system page table entries have failed${shifted ? '; the system was booted with /3GB, which leaves few of them' : ''}.`
        : `Only ${free} system page table entries are free.`,
      evidence: [first!, ...rest],
      relations: poolFailures > 0n ? [{ kind: 'causes', pattern: 'insufficient-memory-kernel-pool' }] : [],
      details: {
        failures: failures === null ? null : Number(failures),
        free: free === null ? null : Number(free),
        threeGb: shifted !== null,
      },
    });
  },
};
export default pattern;

const lineOf = (line: number | null): string[] => (line === null ? [] : [`line ${line + 1} of the log`]);

/** /3GB by the place of the kernel or by the boot options; a terminal server needs its address space most. */
function bootedWith3GB(facts: Facts): Evidence | null {
  const system = facts.get(systemFact);
  if (system?.architecture !== 'x86') return null;
  const { kernelBase, suites, bootOptions } = system;
  const placed = kernelBase !== null && kernelBase >= THREE_GB && kernelBase < 0x1_0000_0000n;
  if (!placed && !bootOptions.some((option) => /3GB/i.test(option))) return null;
  const sessions = suites.some((suite) => /terminal/i.test(suite) && !/single/i.test(suite));
  return {
    statement: `the system was booted with /3GB: its kernel lies at ${kernelBase?.toString(16) ?? '?'}, not in the range from 80000000 on${sessions ? '; it is a terminal server, and that combination is known to run out of PTEs' : ''}`,
    command: 'vertarget',
    ...(kernelBase === null ? {} : { addresses: [kernelBase] }),
  };
}
