import { toAddress } from '../memory/space.ts';
import { parameterRoles } from '../windows/bugcheck.ts';
import { readPoolChain } from '../windows/pool-page-reader.ts';
import { bugcheckFact } from './bugcheck.ts';
import { fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';

/** A page of pool whose chain of headers does not hold together. */
export interface DamagedPool {
  /** The address that the bug check names. */
  readonly asked: bigint;
  /** The header where the chain breaks. */
  readonly address: bigint;
  readonly why: string;
  /** The tag of the last good block before it, and its address: the first suspect. */
  readonly before: { readonly address: bigint; readonly tag: string } | null;
}

/**
 * Where the chain of pool headers breaks in the pages that the bug check names; empty when it holds in those that could
 * be read. Only pages of classic pool have such chains: in those of a segment heap nothing is found.
 */
export const damagedPoolFact = fact<readonly DamagedPool[]>('damagedPool', (theCase) => {
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  const bugcheck = bugcheckFact(theCase);
  if (!bugcheck.known) return bugcheck;
  if (!bugcheck.value) return known([], bugcheck.from);
  // Windows 10 1809 and later keep no such chains.
  if (kernel.value.structure('_SEGMENT_HEAP') !== null)
    return missing('the headers of the pool: this kernel keeps pool in segment heaps');
  const { code, parameters } = bugcheck.value;
  const roles = parameterRoles(code, parameters);
  const found: DamagedPool[] = [];
  const pages = new Set<bigint>();
  for (const [index, asked] of parameters.entries()) {
    const at = roles[index] === 'pool-address' ? toAddress(asked) : null;
    if (at === null || pages.has(asked & ~0xfffn)) continue;
    pages.add(asked & ~0xfffn);
    const { blocks, broken } = readPoolChain(kernel.value, at);
    const last = blocks.at(-1);
    // A page without a single good header is no page of small blocks.
    if (!broken || broken.unreadable || !last) continue;
    found.push({ asked, address: broken.address, why: broken.why, before: { address: last.address, tag: last.tag } });
  }
  return known(found, 'pool headers in memory');
});
