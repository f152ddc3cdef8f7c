import { modulesFact } from '../evidence/modules.ts';
import { frameName } from '../windows/stack.ts';
import { ABSENT, type Facts, present, unknown, type Verdict } from './pattern.ts';
import { failingStack } from './stack-search.ts';

/** Frames of the failing stack that lie in no module while a runtime is loaded that makes code. */
export function detectGeneratedCode(facts: Facts, runtime: RegExp, language: string, command: string): Verdict {
  const stack = failingStack(facts);
  if (!stack) return ABSENT;
  const { frames } = stack;
  if (frames.length === 0) return unknown('the stack of the failing thread (k)');
  const outside = frames.filter(
    ({ module, unloadedModule, function: name, address, trust }) =>
      module === null &&
      unloadedModule === null &&
      name === null &&
      address !== null &&
      address >= 0x10000n &&
      trust !== 'scan',
  );
  const [first] = outside;
  if (!first) return ABSENT;
  const loaded =
    facts.get(modulesFact)?.find(({ name }) => runtime.test(name))?.name ??
    frames.find(({ module }) => runtime.test(module ?? ''))?.module ??
    null;
  if (loaded === null) return ABSENT;
  return present({
    confidence: 0.8,
    basis: 'frames outside of every module, and a runtime that makes code',
    summary: `${outside.length} ${outside.length === 1 ? 'frame' : 'frames'} of the failing stack ${outside.length === 1 ? 'lies' : 'lie'} in no module: most likely code that ${loaded} made from ${language}.`,
    evidence: [
      {
        statement: `${frameName(first)} lies in no module`,
        command,
        ...(first.address === null ? {} : { addresses: [first.address] }),
      },
      { statement: `${loaded} is loaded`, command: `lmv m ${loaded}` },
    ],
  });
}
