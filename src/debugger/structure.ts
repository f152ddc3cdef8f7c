import { type Address, tryPointer, tryU8, tryU16, tryU32 } from '../memory/space.ts';
import { memberPlace } from '../symbols/member-path.ts';
import type { StructType } from '../symbols/type.ts';
import type { Session } from './session.ts';
import { findType } from './type-search.ts';

/**
 * Offsets of a structure's members: of the target's symbols where they have it, else the given ones, which the
 * documentation or every public symbol file agrees on for x86 and x64.
 */
export class Structure {
  readonly #type: StructType | null;
  readonly #known: Readonly<Record<string, readonly [x86: number, x64: number]>>;
  readonly #session: Session;
  readonly at: Address;
  /** True when the offsets are those of the target's own symbols. */
  readonly fromSymbols: boolean;
  constructor(
    session: Session,
    at: Address,
    type: StructType | null,
    known: Readonly<Record<string, readonly [x86: number, x64: number]>>,
  ) {
    this.#session = session;
    this.at = at;
    this.#type = type;
    this.#known = known;
    this.fromSymbols = type !== null;
  }

  /** Address of a member (`Tib.StackBase`), or null when its offset is not known. */
  place(path: string): Address | null {
    const known = this.#known[path]?.[this.#session.pointerSize === 4 ? 0 : 1] ?? null;
    const offset = memberPlace(this.#type, path)?.offset ?? known;
    return offset === null ? null : this.at + offset;
  }
  u8(path: string): number | null {
    const at = this.place(path);
    return at === null ? null : tryU8(this.#session.memory, at);
  }
  u16(path: string): number | null {
    const at = this.place(path);
    return at === null ? null : tryU16(this.#session.memory, at);
  }
  u32(path: string): number | null {
    const at = this.place(path);
    return at === null ? null : tryU32(this.#session.memory, at);
  }
  pointer(path: string): Address | null {
    const at = this.place(path);
    return at === null ? null : tryPointer(this.#session.memory, at, this.#session.pointerSize);
  }
}

/** A structure at an address, with the target's own layout where symbols of `module` have it. */
export async function structureAt(
  session: Session,
  module: string,
  name: string,
  at: Address,
  known: Readonly<Record<string, readonly [x86: number, x64: number]>>,
): Promise<Structure> {
  const found = session.moduleNamed(module) ? await findType(session, module, name) : null;
  const type = found?.module && found.type.kind === 'struct' ? found.type : null;
  return new Structure(session, at, type, known);
}
