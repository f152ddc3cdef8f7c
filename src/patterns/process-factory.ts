import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { countBy, isZombie } from '../analysis/zombie.ts';
import { processesFact } from '../evidence/processes.ts';
import type { ProcessObject } from '../windows/process.ts';

/** As many children of one program are no accident. */
const MANY = 20;
/** Groups that are looked at: each costs a walk over all processes. */
const MOST_GROUPS = 16;
/** The service manager starts all hosts of services. */
const HOSTS = /^svchost(\.exe)?$/i;
/** They start what others ask for, once for each session: many that run are no sign there. */
const STARTERS = /^(svchost|services|smss|explorer)(\.exe)?$/i;

const pattern: Pattern = {
  id: 'process-factory',
  name: 'Process Factory',
  part: null,
  severity: 'warning',
  meaning:
    'One process has started the same program again and again. The children may end at once, fail and be started anew, or pile up; each costs time, memory and handles.',
  advice: [
    'Look at the starter and at the command lines of its children: is it a service that restarts what fails, or a job that runs for every item?',
    'Look at why the children end: their exit status and the reports of the time tell.',
  ],
  links: ['zombie-processes', 'crashed-process', '!process 0 0'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const processes = facts.need(processesFact);
    const byId = new Map(processes.map((process) => [process.id, process]));
    const groups = countBy(
      processes.filter(({ parentId, image }) => parentId !== null && parentId > 4 && image !== null),
      ({ parentId, image }) => `${parentId} ${image}`,
    )
      .filter(([, count]) => count >= MANY)
      .slice(0, MOST_GROUPS);
    const found = groups.flatMap(([key, count]) => {
      const [parentId, image] = [Number(key.split(' ', 1)[0]), key.slice(key.indexOf(' ') + 1)];
      const parent = byId.get(parentId) ?? null;
      // Browsers and the like run as many processes of their own program.
      if (HOSTS.test(image) || parent?.image === image) return [];
      const children = processes.filter((process) => process.parentId === parentId && process.image === image);
      if (STARTERS.test(parent?.image ?? '') && children.filter(isZombie).length * 2 < count) return [];
      return [{ parentId, image, parent, count, children }];
    });
    const [first] = found;
    if (!first) return ABSENT;
    return present({
      confidence: 0.85,
      basis: 'the parents of the processes on the list',
      summary: `${starter(first)} has started ${first.image} ${first.count} times; ${first.children.filter(isZombie).length} of these have ended.`,
      evidence: [
        {
          statement: `${first.count} processes ${first.image} were started by ${starter(first)}`,
          command: '!process 0 0',
          addresses: first.children.slice(0, 16).map(({ address }) => address),
        },
        ...found.slice(1, 4).map((other) => ({
          statement: `${other.count} processes ${other.image} were started by ${starter(other)}`,
          command: '!process 0 0',
        })),
      ],
      relations: [{ kind: 'causes', pattern: 'zombie-processes' }],
      details: { image: first.image, children: first.count, parentId: first.parentId },
    });
  },
};
export default pattern;

function starter({ parent, parentId }: { parent: ProcessObject | null; parentId: number }): string {
  return parent ? processText(parent) : `process ${parentId.toString(16)}, which is gone,`;
}
