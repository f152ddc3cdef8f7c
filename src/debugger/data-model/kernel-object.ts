import { type Address, toUnsigned } from '../../memory/space.ts';
import type { Session } from '../session.ts';
import { findType } from '../type-search.ts';
import { type ModelMember, typed, unknown } from './model-value.ts';

export const NO_TYPES = 'symbols of nt with types are missing';

/** The structure of the kernel behind an object, as its member KernelObject. */
export function kernelObject(session: Session, structure: string, address: Address): ModelMember {
  return {
    name: 'KernelObject',
    async read() {
      const found = await findType(session, 'nt', structure);
      if (!found) return unknown(`the symbols of nt have no ${structure}`);
      return typed({ type: found.type, bits: null, number: null, address: toUnsigned(address) });
    },
  };
}
