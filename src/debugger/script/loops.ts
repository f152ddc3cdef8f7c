import type { Part } from './brackets.ts';
import { tokensOf, variableIn } from './foreach-variable.ts';
import { type Place, within } from './place.ts';
import type { StatementOf } from './statement.ts';

/** How a block ended: normally, or by a jump that an outer loop takes up. */
export type Flow = 'next' | 'break' | 'continue' | 'leave';

/** What loops need of the engine: to run a block, to evaluate a condition, and to be counted once a round. */
export interface Blocks {
  block(body: string, place: Place): Promise<Flow>;
  value(part: Part, place: Place): Promise<bigint>;
  turn(): Promise<void>;
}

export function runPart(blocks: Blocks, part: Part, place: Place): Promise<Flow> {
  return blocks.block(part.text, within(place, part, part.text));
}

/** `.for`, `.while` and `.do`, of which the last asks after its block; a condition without text is true. */
export async function runLoop(blocks: Blocks, step: StatementOf<'while' | 'do' | 'for'>, place: Place): Promise<Flow> {
  const { condition, body } = step;
  const isTrue = async () => condition.text === '' || (await blocks.value(condition, place)) !== 0n;
  if (step.kind === 'for' && step.first.text !== '') await runPart(blocks, step.first, place);
  if (step.kind !== 'do' && !(await isTrue())) return 'next';
  do {
    const flow = await runPart(blocks, body, place);
    if (flow === 'break') break;
    if (flow === 'leave') return flow;
    if (step.kind === 'for') for (const next of step.next) await runPart(blocks, next, place);
    await blocks.turn();
  } while (await isTrue());
  return 'next';
}

/** `.foreach` over the words of a text. */
export async function runForeach(
  blocks: Blocks,
  step: StatementOf<'foreach'>,
  text: string,
  place: Place,
): Promise<Flow> {
  const skips = async (part: Part | null) => (part === null ? 0 : Number(await blocks.value(part, place)));
  const [skipFirst, skipEach] = [await skips(step.skipFirst), await skips(step.skipEach)];
  const tokens = tokensOf(text);
  const replace = variableIn(step.variable);
  for (let index = skipFirst; index < tokens.length; index += skipEach + 1) {
    const body = replace(step.body.text, tokens[index]!);
    const flow = await blocks.block(body, within(place, step.body, body));
    if (flow === 'break') break;
    if (flow === 'leave') return flow;
    await blocks.turn();
  }
  return 'next';
}
