import { componentOf } from '../analysis/component.ts';
import { ABSENT, type Evidence, type Pattern, present, unknown } from '../analysis/pattern.ts';
import { showsAllStacks } from '../analysis/stack-search.ts';
import { modulesFact } from '../evidence/modules.ts';
import { stackCollectionFact } from '../evidence/stack-collection.ts';
import { isWindowsModule } from '../windows/microsoft-module.ts';

const FEWEST_THREADS = 5;
const SHARE = 0.6;
const MAIN = /^_*(w?main|w?WinMain|invoke_main|w?(main|WinMain)CRTStartup|scrt_common_main(_seh)?)(@\d+)?$/;

const pattern: Pattern = {
  id: 'ubiquitous-component-user',
  name: 'Ubiquitous Component (user)',
  part: null,
  severity: 'info',
  meaning:
    'A library is on the stacks of most threads. That it is on the failing one too is no evidence against it: it would be on any.',
  advice: ['Give it less weight than modules that only the failing or blocked threads have.'],
  links: ['thread-cluster', '~*k', '!uniqstack'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const members = facts.need(stackCollectionFact).flatMap((group) => group.members);
    const walked = members.filter(({ stack }) => stack.frames.length > 1);
    if (!showsAllStacks(facts)) return unknown('the stacks of the other threads (~*k)');
    if (walked.length < FEWEST_THREADS) return ABSENT;
    const counts = new Map<string, number>();
    for (const { stack } of walked) {
      const modules = new Set(stack.frames.filter(({ trust }) => trust !== 'scan').map(({ module }) => module));
      for (const module of modules)
        if (module !== null && !isWindowsModule(module)) counts.set(module, (counts.get(module) ?? 0) + 1);
    }
    // The program itself is on its own threads by nature.
    const modules = facts.get(modulesFact);
    const programs = new Set(
      (modules ?? []).filter(({ imageName }) => /\.exe$/i.test(imageName ?? '')).map(({ name }) => name),
    );
    for (const { stack } of walked)
      for (const { module, function: name } of stack.frames)
        if (module !== null && MAIN.test(name ?? '')) programs.add(module);
    const found = [...counts]
      .filter(([module, count]) => count >= walked.length * SHARE && !programs.has(module))
      .toSorted((a, b) => b[1] - a[1]);
    const [first, ...rest] = found.map(
      ([module, count]): Evidence => ({
        statement: `${module} is on ${count} of ${walked.length} stacks`,
        command: '!uniqstack',
      }),
    );
    if (!first) return ABSENT;
    if (!modules && programs.size === 0) return unknown('which module is the program itself (lm)');
    return present({
      confidence: 0.85,
      basis: 'the modules of all stacks',
      summary: `${found
        .map(([module]) => module)
        .slice(0, 3)
        .join(', ')} ${found.length === 1 ? 'is' : 'are'} on most stacks, and so no evidence by presence alone.`,
      evidence: [first, ...rest.slice(0, 5)],
      component: componentOf(facts, found[0]![0]),
    });
  },
};
export default pattern;
