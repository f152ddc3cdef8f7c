import type { ThreadObject } from '../windows/thread.ts';
import { readMexThreadBlock } from './mex-thread.ts';
import { readStacks, type StackText } from './stack.ts';
import { readThreadBlock, type ThreadBlock } from './thread-block.ts';

/** A stack may follow its thread after blank and noise lines, not farther down. */
const STACK_WITHIN = 12;

/**
 * Every thread of `!thread`, `!process` and mex's `!t` in the order met, with its stack. Lines are `firstLine` plus
 * the index of the line that introduces it.
 */
export function readThreadObjects(
  lines: readonly string[],
  firstLine = 0,
  stacks: readonly StackText[] = readStacks(lines),
): readonly ThreadObject[] {
  const blocks: ThreadBlock[] = [];
  for (let i = 0; i < lines.length; ) {
    const block = blockAt(lines, i);
    if (block) blocks.push(block);
    i = block ? block.next : i + 1;
  }
  let passed = 0;
  return blocks.map(({ thread, next }, index) => {
    const end = blocks[index + 1]?.thread.line ?? lines.length;
    while (passed < stacks.length && stacks[passed]!.firstLine <= thread.line!) passed++;
    const stack = stacks[passed];
    const own = stack && stack.firstLine < end && stack.firstLine <= next + STACK_WITHIN && !stack.analyzed;
    return { ...thread, line: firstLine + thread.line!, stack: own ? stack.stack : null };
  });
}

function blockAt(lines: readonly string[], at: number): ThreadBlock | null {
  const text = lines[at]!;
  if (text.includes('THREAD ')) return readThreadBlock(lines, at);
  return text.includes('(E|K') ? readMexThreadBlock(lines, at) : null;
}
