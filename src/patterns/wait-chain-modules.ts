import { componentOf, outsiderOn } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { actorText, chainText } from '../analysis/wait-finding.ts';
import { type Waits, waitGraphFact } from '../evidence/wait-graph.ts';
import type { WaitHead } from '../evidence/wait-heads.ts';
import type { WaitNode } from '../evidence/wait-node.ts';
import { frameName } from '../windows/stack.ts';

const MOST_HEADS = 16;

/** A thread of a chain and the module of others that it waits or runs in. */
interface Link {
  readonly node: WaitNode;
  readonly module: string;
  readonly place: string;
}

const pattern: Pattern = {
  id: 'wait-chain-modules',
  name: 'Wait Chain (modules)',
  part: null,
  severity: 'info',
  meaning:
    'Read as modules, a chain of waits leads from one vendor to another: a thread in the code of the first waits behind a thread in the code of the second.',
  advice: ['Go to the last module of the chain; the ones before it are its victims, whoever is blamed by the user.'],
  links: ['wait-chain-general', 'blocking-module', 'lm'],
  appliesTo: ['user', 'kernel'],
  draft: true,
  detect(facts) {
    const waits = facts.need(waitGraphFact);
    const found = waits.heads.slice(0, MOST_HEADS).flatMap((head) => {
      const links = linksOf(waits, head);
      const modules = links.map(({ module }) => module).filter((module, index, all) => module !== all[index - 1]);
      return modules.length >= 2 ? [{ head, links, modules }] : [];
    });
    const [top] = found;
    if (!top) return ABSENT;
    const [first, ...rest] = top.links.map(({ node, place }) => ({
      statement: `thread ${actorText(node)} is in ${place}`,
      command: node.address === null ? '~*k' : `!thread ${node.address.toString(16)}`,
      addresses: node.address === null ? [] : [node.address],
    }));
    return present({
      confidence: 0.65,
      basis: 'the modules on the stacks of the threads of a chain',
      summary: `${top.modules.join(' waits for ')}: ${chainText(top.head.chain)}.`,
      evidence: [first!, ...rest.slice(0, 7)],
      component: componentOf(facts, top.modules.at(-1)!),
      details: { modules: top.modules },
    });
  },
};
export default pattern;

/** The threads of a chain, from its far end to its head, that have such a module on their stacks. */
function linksOf(waits: Waits, { chain, node: head }: WaitHead): readonly Link[] {
  const threads = [...chain.map(({ from }) => from).filter(({ kind }) => kind === 'thread'), head];
  return threads.flatMap((node): Link[] => {
    const frame = outsiderOn(waits.stackAt(node)?.frames ?? []);
    return frame?.module ? [{ node, module: frame.module, place: frameName(frame) }] : [];
  });
}
