import { type Address, toUnsigned } from '../../memory/space.ts';
import type { Session } from '../session.ts';
import { findType } from '../type-search.ts';
import {
  type ModelItem,
  type ModelMember,
  type ModelObject,
  type ModelValue,
  objectOf,
  typed,
  unknown,
} from './model-value.ts';

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

/** Objects of a list of the kernel by their ids; links can lead to objects whose memory the dump does not hold. */
export function objectsById(
  addresses: readonly Address[],
  cut: string | null,
  idOf: (address: Address) => number | null,
  objectAt: (address: Address, id: number) => ModelValue,
): ModelObject {
  return objectOf({
    async items(most) {
      const found: ModelItem[] = [];
      for (const address of addresses) {
        if (found.length >= most) break;
        const id = idOf(address);
        if (id !== null) found.push({ key: BigInt(id), value: objectAt(address, id) });
      }
      return found;
    },
    note() {
      const absent = addresses.filter((address) => idOf(address) === null).length;
      const notes = [
        cut === null ? [] : `the list is cut: ${cut}`,
        absent === 0 ? [] : `${absent} are not in the dump`,
      ];
      return notes.flat().join('; ') || null;
    },
  });
}

/** A member of an object that only types of nt can tell of. */
export const withoutTypes = (name: string): ModelMember => ({ name, read: async () => unknown(NO_TYPES) });
