import type { Part } from './brackets.ts';
import { ReportedFailure } from './failures.ts';
import { tokensOf, variableIn } from './foreach-variable.ts';
import { type Place, within } from './place.ts';
import { closed } from './stand-ins.ts';
import type { StatementOf } from './statement.ts';

/** How a block ended: normally, or by a jump that an outer loop takes up. */
export type Flow = 'next' | 'break' | 'continue' | 'leave';

/**
 * What loops need of the engine: to run a block, to evaluate a condition, and to be counted once a round. Promises come
 * only where something has to be waited for, since to wait costs more than a short round does.
 */
export interface Blocks {
  block(body: string, place: Place): Flow | Promise<Flow>;
  value(part: Part, place: Place): bigint | Promise<bigint>;
  turn(): Promise<void> | undefined;
}

export function runPart(blocks: Blocks, part: Part, place: Place): Flow | Promise<Flow> {
  return blocks.block(part.text, within(place, part, part.text));
}

/** `.catch`: what fails or leaves within goes on behind it. */
export async function runCatch(blocks: Blocks, body: Part, place: Place): Promise<Flow> {
  try {
    const flow = await runPart(blocks, body, place);
    return flow === 'leave' ? 'next' : flow;
  } catch (error) {
    if (error instanceof ReportedFailure) return 'next';
    throw error;
  }
}

/** `.for`, `.while` and `.do`, of which the last asks after its block; a condition without text is true. */
export async function runLoop(blocks: Blocks, step: StatementOf<'while' | 'do' | 'for'>, place: Place): Promise<Flow> {
  const { condition, body } = step;
  const next = step.kind === 'for' ? step.next : [];
  if (step.kind === 'for' && step.first.text !== '') await runPart(blocks, step.first, place);
  for (let isFirst = step.kind === 'do'; ; isFirst = false) {
    if (!isFirst && condition.text !== '') {
      const value = blocks.value(condition, place);
      if ((typeof value === 'bigint' ? value : await value) === 0n) return 'next';
    }
    const run = runPart(blocks, body, place);
    const flow = typeof run === 'string' ? run : await run;
    if (flow === 'break') return 'next';
    if (flow === 'leave') return flow;
    for (const part of next) {
      const after = runPart(blocks, part, place);
      if (typeof after !== 'string') await after;
    }
    const turn = blocks.turn();
    if (turn) await turn;
  }
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
  // What commands print may come from the dump; it must not become commands.
  const tokens = step.source.kind === 'commands' ? tokensOf(text).map(closed) : tokensOf(text);
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
