import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { stackCommand, threadText } from '../analysis/stack-search.ts';
import { countBy } from '../analysis/zombie.ts';
import { type StackMember, stackCollectionFact } from '../evidence/stack-collection.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';

/** Stacks that must be known before a share means something. */
const FEWEST = 30;
const SHARE = 0.3;

const pattern: Pattern = {
  id: 'ubiquitous-component-kernel',
  name: 'Ubiquitous Component (kernel)',
  part: null,
  severity: 'info',
  meaning:
    'A driver that does not come with Windows is on very many stacks of the system: everything goes through it. That it is on the failing stack as well then proves little, and that everything waits in it proves much.',
  advice: ['Look at what the threads wait for inside of it; do without the driver as a test.'],
  links: ['blocking-module', 'ubiquitous-component-user', '!stacks'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const members = facts
      .need(stackCollectionFact)
      .flatMap((group) => group.members)
      .filter(({ stack }) => stack.frames.length > 0);
    if (members.length < FEWEST) return ABSENT;
    const owners = members.flatMap((member) => driversOn(member).map((module) => ({ module, member })));
    const [top] = countBy(owners, ({ module }) => module);
    if (!top || top[1] < SHARE * members.length) return ABSENT;
    const [module, count] = top;
    const [first, ...rest] = owners
      .filter((owner) => owner.module === module)
      .slice(0, 4)
      .map(({ member }) => ({
        statement: `${module} is on the stack of ${threadText(member)}`,
        command: stackCommand(member),
        addresses: member.address === null ? [] : [member.address],
      }));
    return present({
      confidence: 0.8,
      basis: 'the share of stacks that it is on',
      summary: `${module} is on ${count} of ${members.length} stacks.`,
      evidence: [first!, ...rest],
      component: componentOf(facts, module),
      details: { module, stacks: count, total: members.length },
    });
  },
};
export default pattern;

/** Kernel modules of others on a stack, each once. Where system space begins tells drivers from DLLs. */
function driversOn({ stack }: StackMember): readonly string[] {
  const names = stack.frames.flatMap(({ module, address, trust }) =>
    module !== null && trust !== 'scan' && isSystemSpace(address) && !isWindowsModule(module) ? [module] : [],
  );
  return [...new Set(names)];
}

function isSystemSpace(address: bigint | null): boolean {
  return (
    address !== null && ((address >= 0x8000_0000n && address < 0x1_0000_0000n) || address >= 0xffff_0000_0000_0000n)
  );
}
