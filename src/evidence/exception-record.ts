import { viewOf } from '../bytes/source.ts';
import { readAvailable, toAddress } from '../memory/space.ts';
import type { Target } from '../target/target.ts';
import { parameterRoles } from '../windows/bugcheck.ts';
import type { ExceptionSummary } from '../windows/summary.ts';

/** EXCEPTION_MAXIMUM_PARAMETERS of winnt.h. */
const MOST_PARAMETERS = 15;

/**
 * The EXCEPTION_RECORD that a parameter of the bug check points to (0x7e, 0x3b on some systems), when it lies in the
 * dump and is plausible; null otherwise. Layout: winnt.h, 32 and 64 bit.
 */
export function exceptionOfBugCheck(target: Target): ExceptionSummary | null {
  if (!target.bugcheck) return null;
  const index = parameterRoles(target.bugcheck.code).indexOf('exception-record');
  const pointer = index < 0 ? undefined : target.bugcheck.parameters[index];
  const at = pointer ? toAddress(target.pointerSize === 4 ? pointer & 0xffffffffn : pointer) : null;
  if (at === null) return null;
  const wide = target.pointerSize === 8;
  const size = wide ? 32 : 20;
  const bytes = readAvailable(target.memory, at, size + MOST_PARAMETERS * target.pointerSize);
  if (bytes.length < size) return null;
  const view = viewOf(bytes);
  const count = view.getUint32(wide ? 24 : 16, true);
  if (count > MOST_PARAMETERS) return null;
  const pointerAt = (offset: number) => (wide ? view.getBigUint64(offset, true) : BigInt(view.getUint32(offset, true)));
  const fits = Math.min(count, Math.floor((bytes.length - size) / target.pointerSize));
  return {
    code: view.getUint32(0, true),
    flags: view.getUint32(4, true),
    address: pointerAt(wide ? 16 : 12),
    parameters: Array.from({ length: fits }, (_, number) => pointerAt(size + number * target.pointerSize)),
    threadId: target.currentThread?.id ?? null,
    firstChance: null,
  };
}
