import { componentOf } from '../analysis/component.ts';
import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Detection, type Facts, type Pattern, present } from '../analysis/pattern.ts';
import { actorText } from '../analysis/wait-finding.ts';
import { threadObjectsFact } from '../evidence/thread-objects.ts';
import { type Waits, waitGraphFact } from '../evidence/wait-graph.ts';
import { nodeText, type WaitEdge } from '../evidence/wait-node.ts';

/** Disks answer within milliseconds and are reset after a minute; input devices may stay silent for ever. */
const LONG_MS = 10_000;
const MOST = 4;
/** Drivers of storage and its buses: a request there is owed an answer. Names of files, by prefix where vendors add to it. */
const STORAGE =
  /^(disk|partmgr|volmgrx?|volsnap|classpnp|cdrom|storport|scsiport|ataport|atapi|pciide|intelide|storahci|msahci|stornvme|nvmedisk|iastor\w*|amdsata|amd_sata|amdxata|usbstor|uaspstor|spaceport|vhdmp|storvsc|vmstorfl|mpio|msdsm|iscsiprt|fvevol|sbp2port|sdstor|lsi_\w+|megasas\w*|percsas\w*|nvstor|vmscsi|pvscsii?|viostor|vioscsi)$/i;

const pattern: Pattern = {
  id: 'blocked-thread-hardware',
  name: 'Blocked Thread (hardware)',
  part: 'Part 53b',
  severity: 'warning',
  meaning:
    'A thread has waited long for a request that a storage driver has and does not complete: a disk, a controller or a path to it does not answer.',
  advice: [
    'Look at the request (!irp) and at the device (!devstack of its device object): which disk is it, and are other requests stuck at the same driver (!irpfind)?',
    'Look for errors of disks and controllers in the event log of the time before.',
  ],
  links: ['wait-chain-general', '!irp', '!irpfind', '!devstack'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    facts.need(threadObjectsFact);
    const waits = facts.need(waitGraphFact);
    const [first, ...more] = waits.graph.edges
      .filter(({ kind, to }) => kind === 'sent-to' && to.kind === 'driver' && STORAGE.test(fileOf(to.name)))
      .flatMap((sent) => finding(facts, waits, sent))
      .sort((a, b) => (b.details!['waitMs'] as number) - (a.details!['waitMs'] as number))
      .slice(0, MOST);
    return first ? present(first, ...more) : ABSENT;
  },
};
export default pattern;

/** `\Driver\iaStorA` and `iaStorA.sys` are `iaStorA`. */
const fileOf = (name: string | null): string => (name ?? '').replace(/^.*\\/, '').replace(/\.sys$/i, '');

function finding(facts: Facts, waits: Waits, sent: WaitEdge): Detection[] {
  return waits.graph.into(sent.from).flatMap((wait): Detection[] => {
    const thread = waits.threadAt(wait.from);
    if (!thread || thread.waitMs === null || thread.waitMs < LONG_MS) return [];
    const driver = fileOf(sent.to.name);
    return [
      {
        confidence: thread.waitMs >= 6 * LONG_MS ? 0.8 : 0.65,
        basis: 'the only request of the thread, the driver that has it, and the time of the wait',
        summary: `${nodeText(wait.from)} has waited for ${durationText(thread.waitMs)} for a request that ${driver} has.`,
        evidence: [
          {
            statement: `thread ${actorText(wait.from)} waits in its own request: ${wait.place.how}`,
            command: wait.place.command,
            addresses: [thread.address],
          },
          {
            statement: `${nodeText(sent.from)} is at ${driver}: ${sent.place.how}`,
            command: sent.place.command,
            addresses: sent.from.address === null ? [] : [sent.from.address],
          },
        ],
        component: componentOf(facts, driver),
        details: { driver, waitMs: thread.waitMs },
      },
    ];
  });
}
