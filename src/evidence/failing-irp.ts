import { toAddress } from '../memory/space.ts';
import { nameOfAddress } from '../target/stack.ts';
import { parameterRoles } from '../windows/bugcheck.ts';
import type { IrpObject } from '../windows/irp-object.ts';
import { readIrp } from '../windows/irp-reader.ts';
import { bugcheckFact } from './bugcheck.ts';
import { type Case, fact, known, missing } from './case.ts';
import { logFact } from './log.ts';
import { stackOptions } from './symbol-options.ts';

/** The request that the bug check names; the value null means that it names none. */
export const failingIrpFact = fact<IrpObject | null>('failingIrp', (theCase) => {
  const bugcheck = bugcheckFact(theCase);
  if (!bugcheck.known) return bugcheck;
  if (!bugcheck.value) return known(null, bugcheck.from);
  const { code, parameters, unknownParameters = [] } = bugcheck.value;
  const index = parameterRoles(code, parameters).indexOf('irp');
  const address = index < 0 || unknownParameters.includes(index) ? 0n : (parameters[index] ?? 0n);
  if (address === 0n) return known(null, bugcheck.from);
  const irp = theCase.target ? fromMemory(theCase, address) : fromLog(theCase, address);
  return irp
    ? known(irp, theCase.target ? 'the request in memory' : 'log')
    : missing(`the request ${address.toString(16)} that the bug check names`, `!irp ${address.toString(16)}`);
});

function fromMemory(theCase: Case, address: bigint): IrpObject | null {
  const target = theCase.target!;
  const at = toAddress(address);
  const name = (value: bigint): string | null => {
    const place = toAddress(value);
    const found = place === null ? null : nameOfAddress(target, place, stackOptions(theCase));
    return found?.function ? `${found.module}!${found.function}` : null;
  };
  return at === null ? null : readIrp({ target, kernel: null, name }, at);
}

function fromLog(theCase: Case, address: bigint): IrpObject | null {
  const log = logFact(theCase);
  return log.known ? (log.value.objects.irps.find((irp) => irp.address === address) ?? null) : null;
}
