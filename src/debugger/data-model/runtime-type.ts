import { baseOffset, memberOf } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import { integer, pointerTo, type TypedValue } from '../cpp/value.ts';
import { nameLoaded } from '../names.ts';
import { withNeeds } from '../need.ts';
import type { Session } from '../session.ts';
import { readNumber } from '../type-value.ts';

const VTABLE = /^(.+)::`vftable'/;

/**
 * A pointer to an object of C++ as what the object really is, by the name of the virtual function table it begins with;
 * null where that says no more than the pointer's type.
 */
export async function runtimePointer(session: Session, value: TypedValue): Promise<TypedValue | null> {
  const { type, bits } = value;
  const declared = type.kind === 'pointer' ? type.target() : null;
  if (declared?.kind !== 'struct' || !bits || memberOf(declared, '__VFN_table')?.offset !== 0) return null;
  const table = readNumber(session, bits, session.pointerSize);
  const named = table ? nameLoaded(session, table) : null;
  const name = named?.offset === 0n ? VTABLE.exec(named.name ?? '')?.[1] : undefined;
  if (name === undefined || name === declared.name) return null;
  const real = await withNeeds(() => cppScope(session).type(`${named!.module}!${name}`));
  const offset = real?.kind === 'struct' ? baseOffset(real, declared.name) : null;
  if (real === null || offset === null) return null;
  return { ...integer(bits - BigInt(offset), pointerTo(real, session.pointerSize)), address: value.address };
}
