import type { Instruction } from '../machine/instruction.ts';

/** Instructions that run one after another: entered at the first, left at the last. */
export interface BasicBlock {
  readonly start: number;
  readonly instructions: readonly Instruction[];
  /** Starts of the blocks that control can go to next. */
  readonly next: readonly number[];
}

/** A function as far as direct branches lead: blocks by address, those around the entry first, then those split off. */
export interface FunctionFlow {
  readonly entry: number;
  readonly blocks: readonly BasicBlock[];
  /** Where decoding stopped because nothing could be read or the function was longer than the limit. */
  readonly cut: readonly number[];
}

/** Longer functions are cut. */
const MOST_INSTRUCTIONS = 100_000;
const CHUNK = 64;

/**
 * Follows control flow from `entry`. `decode` yields instructions from an address (fewer when memory ends); `inside`
 * tells whether a branch target still belongs to the function, because a jump to another function is a tail call.
 */
export function functionFlow(
  entry: number,
  decode: (address: number, most: number) => readonly Instruction[],
  inside: (address: number) => boolean,
): FunctionFlow {
  const found = new Map<number, Instruction>();
  const leaders = new Set<number>([entry]);
  const cut: number[] = [];
  const work = [entry];
  for (let start = work.pop(); start !== undefined; start = work.pop()) {
    let at = start;
    walk: while (!found.has(at)) {
      if (found.size >= MOST_INSTRUCTIONS) {
        cut.push(at);
        break;
      }
      const chunk = decode(at, CHUNK);
      if (chunk.length === 0) {
        cut.push(at);
        break;
      }
      for (const instruction of chunk) {
        if (found.has(instruction.address)) break walk;
        found.set(instruction.address, instruction);
        at = instruction.address + instruction.bytes.length;
        const { flow, target } = instruction;
        if (flow === 'branch' || flow === 'conditional') {
          if (target !== null && inside(target)) {
            leaders.add(target);
            work.push(target);
          }
          if (flow === 'conditional') leaders.add(at);
        }
        if (flow === 'branch' || flow === 'return' || flow === 'indirect-branch' || flow === 'stop') break walk;
      }
    }
  }
  return { entry, blocks: blocksOf(entry, found, leaders, inside), cut };
}

function blocksOf(
  entry: number,
  found: ReadonlyMap<number, Instruction>,
  leaders: ReadonlySet<number>,
  inside: (address: number) => boolean,
): BasicBlock[] {
  const sorted = [...found.values()].sort((a, b) => a.address - b.address);
  const blocks: BasicBlock[] = [];
  let open: Instruction[] = [];
  const close = () => {
    const [first, last] = [open[0], open.at(-1)];
    if (!first || !last) return;
    const after = last.address + last.bytes.length;
    const next: number[] = [];
    const ends =
      last.flow === 'branch' || last.flow === 'return' || last.flow === 'indirect-branch' || last.flow === 'stop';
    if (!ends && found.has(after)) next.push(after);
    if ((last.flow === 'branch' || last.flow === 'conditional') && last.target !== null && inside(last.target))
      next.push(last.target);
    blocks.push({ start: first.address, instructions: open, next });
    open = [];
  };
  for (const instruction of sorted) {
    const previous = open.at(-1);
    if (
      previous &&
      (leaders.has(instruction.address) || previous.address + previous.bytes.length !== instruction.address)
    )
      close();
    open.push(instruction);
    const { flow } = instruction;
    if (flow !== 'next' && flow !== 'call' && flow !== 'indirect-call' && flow !== 'interrupt') close();
  }
  close();
  const first = blocks.findIndex((block) => block.start === entry);
  return first <= 0 ? blocks : [...blocks.slice(first), ...blocks.slice(0, first)];
}
