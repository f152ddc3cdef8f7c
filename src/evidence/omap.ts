import type { Frame } from '../windows/stack.ts';
import { fact, known, missing } from './case.ts';
import { currentThreadFact } from './threads.ts';

/** A frame whose function a tool cut into pieces after linking, so that its offset does not lead to its address. */
export interface ScatteredFrame {
  readonly frame: Frame;
  /** Bytes from the start of the function to the address, as memory has them; the frame's offset counts as before. */
  readonly distance: bigint;
}

/** Frames of the failing stack that lie in functions which OMAP data of the symbols moved about. */
export const scatteredFramesFact = fact<readonly ScatteredFrame[]>('scatteredFrames', (theCase) => {
  const { target } = theCase;
  if (!target) return missing('the OMAP data of symbols, which a log does not hold', 'u; ub');
  const current = currentThreadFact(theCase);
  if (!current.known) return current;
  const found: ScatteredFrame[] = [];
  for (const frame of current.value.stack.frames) {
    const { address } = frame;
    if (address === null || frame.inline) continue;
    const module = target.modules.find(({ name }) => name === frame.module);
    const table = module ? (theCase.symbols.get(module)?.table ?? null) : null;
    if (!module || !table) continue;
    const rva = Number(BigInt.asIntN(64, address) - BigInt(module.base));
    const symbol = table.at(rva);
    if (symbol?.displacement === undefined || symbol.displacement === rva - symbol.rva) continue;
    found.push({ frame, distance: BigInt(rva - symbol.rva) });
  }
  return known(found, 'OMAP data of the symbols');
});
