import { ABSENT, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { processText } from '../analysis/process-name.ts';
import { countBy, isZombie } from '../analysis/zombie.ts';
import { processesFact } from '../evidence/processes.ts';

/** A few processes that ended a moment ago, or whose starter keeps a handle, are usual. */
const FEWEST = 5;

const pattern: Pattern = {
  id: 'zombie-processes',
  name: 'Zombie Processes',
  part: 'Part 54',
  severity: 'warning',
  meaning:
    'Processes have ended, but something still refers to their objects, so these and parts of their memory stay. Many of one program point to a starter, a service or a driver that leaks process handles or references.',
  advice: [
    'Find who holds them: `!object ADDRESS` shows handle and pointer counts; with handles left look for the holder with `!handle 0 3 0 Process`, with pointers only suspect a driver.',
    'The parent that started them is the first suspect: is it still running, and does it close its handles?',
  ],
  links: ['insufficient-memory-handle-leak', '!process 0 0', '!object', '!handle'],
  appliesTo: ['kernel'],
  detect(facts) {
    const processes = facts.need(processesFact);
    const zombies = processes.filter(isZombie);
    if (zombies.length < FEWEST) {
      const told = processes.some(({ zombie, objectTable }) => zombie !== null || objectTable !== null);
      return told ? ABSENT : unknown('handle tables of processes (!process 0 0)');
    }
    const images = countBy(zombies, ({ image }) => image ?? '?');
    const parents = countBy(zombies, ({ parentId }) => (parentId === null ? '?' : parentId.toString(16)));
    const [image, count] = images[0]!;
    const [parent, children] = parents[0]!;
    const starter = processes.find(({ id }) => id !== null && id.toString(16) === parent);
    return present({
      confidence: zombies.length >= 20 ? 0.95 : 0.8,
      basis: 'processes that have ended and have no handle table, but are still on the list',
      summary: `${zombies.length} of ${processes.length} processes have ended but are still referred to, ${count} of them ${image}.`,
      evidence: [
        {
          statement: `${zombies.length} zombies by image: ${images
            .slice(0, 6)
            .map(([name, number]) => `${name} ${number}`)
            .join(', ')}`,
          command: '!process 0 0',
          addresses: zombies.slice(0, 16).map(({ address }) => address),
        },
        {
          statement: `${children} of them were started by process ${parent}${starter ? `, ${processText(starter)}${isZombie(starter) ? ', which has ended itself' : ''}` : ', which is gone'}`,
          command: starter ? `!process ${starter.address.toString(16)} 1` : '!process 0 0',
        },
      ],
      details: {
        zombies: zombies.length,
        processes: processes.length,
        images: Object.fromEntries(images.slice(0, 16)),
      },
    });
  },
};
export default pattern;
