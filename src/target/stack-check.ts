import { followsCall } from '../machine/call-site.ts';
import type { Architecture } from '../machine/context.ts';
import type { RawFrame } from '../machine/unwind.ts';
import type { Address } from '../memory/space.ts';
import type { StackEnvironment } from './stack-environment.ts';
import { isOtherFunction } from './stack-frames.ts';

/**
 * Checks a frame by what the walk did not need to find it: that its return address follows a call, and that the name
 * that symbols give it is of the function in which it lies, by the unwind data. Null when nothing speaks against it, else
 * a clause for people.
 */
export function doubtOf(raw: RawFrame, architecture: Architecture, environment: StackEnvironment): string | null {
  if (!raw.isReturnAddress) return null;
  const { doubts } = environment;
  let doubt = doubts.get(raw.ip);
  if (doubt === undefined) {
    doubt = check(raw.ip, architecture, environment);
    doubts.set(raw.ip, doubt);
  }
  return doubt;
}

function check(ip: Address, architecture: Architecture, environment: StackEnvironment): string | null {
  const code = environment.codeAt(ip - 1);
  if (!code) return null;
  const rva = ip - code.start;
  const symbol = code.table?.at(rva - 1);
  // Hand-written code pushes the address where another function begins, to return into it (KiServiceLinkage).
  const isEntry = code.table?.at(rva)?.rva === rva;
  if (!isEntry && followsCall(architecture, ip, (address, length) => environment.bytesAt(address, length)) === false)
    return 'the instruction before the return address is no call';
  // Names of export tables are left out where this is so. Where OMAP moved the code, unwind data and symbols count from
  // different places.
  const isChecked = symbol && code.table?.finder !== 'exports' && symbol.displacement === undefined;
  if (isChecked && rva > symbol.rva + symbol.size && isOtherFunction(code, symbol.rva, rva - 1))
    return 'by its unwind data the address lies in another function than the nearest name';
  return null;
}
