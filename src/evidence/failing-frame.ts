import type { Frame } from '../windows/stack.ts';
import { fact, known, missing } from './case.ts';
import { faultFact } from './fault.ts';
import { currentThreadFact } from './threads.ts';

/** The frame of the failing instruction: where the fault says it was, else the innermost frame. */
export const failingFrameFact = fact<Frame>('failingFrame', (theCase) => {
  const current = currentThreadFact(theCase);
  if (!current.known) return current;
  const { frames } = current.value.stack;
  const fault = faultFact(theCase);
  const at = fault.known ? (fault.value?.instruction ?? null) : null;
  const frame = at === null ? frames[0] : (frames.find((item) => item.address === at) ?? null);
  return frame ? known(frame, current.from) : missing('the frame of the failing instruction');
});
