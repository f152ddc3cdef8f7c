import type { Address } from '../memory/space.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import type { ResourceLocks } from '../windows/resource.ts';
import { readResourceLocks } from '../windows/resource-reader.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';

/** Executive resources that are held or waited for. */
export const resourcesFact = fact<ResourceLocks>('resources', (theCase) => {
  if (!theCase.target) return fromLog(theCase);
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  if (theCase.target.kind === 'kernel-triage-dump')
    return missing('the list of executive resources: not in a triage dump', null);
  const locks = readResourceLocks(kernel.value, dataName(theCase));
  return typeof locks === 'string'
    ? missing(`the list of executive resources: ${locks}`, null)
    : known(locks, 'ExpSystemResourcesList');
});

function fromLog(theCase: Case): Answer<ResourceLocks> {
  const log = logFact(theCase);
  if (!log.known) return log;
  const { resources } = log.value.objects;
  return resources ? known(resources, 'log') : missing('the executive resources', '!locks');
}

/** Names data by the symbols that are loaded: `lockdrv!FlushCacheLock`, `Ntfs!NtfsData+0x98`; null outside of modules. */
export function dataName(theCase: Case): (address: Address) => string | null {
  const modules = moduleIndexOf(theCase.target?.modules ?? []);
  return (address) => {
    const module = modules.at(address);
    const rva = module ? address - module.base : 0;
    const symbol = module && theCase.symbols.get(module)?.table?.at(rva);
    if (!module || !symbol) return null;
    const offset = rva - symbol.rva;
    return `${module.name}!${symbol.name}${offset === 0 ? '' : `+0x${offset.toString(16)}`}`;
  };
}
