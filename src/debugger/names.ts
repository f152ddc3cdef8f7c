import { hexPadded, hexTicked } from '../bytes/hex.ts';
import { toUnsigned } from '../memory/space.ts';
import { nameOfAddress } from '../target/stack.ts';
import type { Session } from './session.ts';

/** A name that covers an address. `name` is null where only the module is known; `offset` counts from the name. */
export interface NamedAddress {
  readonly module: string;
  readonly name: string | null;
  readonly offset: bigint;
  readonly fromExports: boolean;
  /** From a symbol file whose identity was not proved. */
  readonly mismatched: boolean;
}

/** An address as WinDbg pads it: 8 digits, or 16 with a backtick. */
export function addressText(value: bigint, pointerSize: 4 | 8): string {
  return pointerSize === 4 ? hexPadded(value & 0xffffffffn, 8) : hexTicked(value);
}

/** `nt!KeBugCheckEx+0x1b`, `Driver+0x1170`. */
export function nameText(named: NamedAddress): string {
  const offset = named.offset === 0n ? '' : `+0x${named.offset.toString(16)}`;
  return named.name === null ? `${named.module}${offset}` : `${named.module}!${named.name}${offset}`;
}

/** The name of an address by what is loaded, never by loading more; null when it lies in no module. */
export function nameLoaded(session: Session, address: bigint): NamedAddress | null {
  const at = session.address(address);
  const module = session.moduleAt(session.pointerSize === 4 ? address & 0xffffffffn : address);
  if (at === null) return null;
  if (!module) {
    // The page that the kernel shares with all processes, which debuggers name; XP's system call stub is a symbol there.
    if (at >= 0x7ffe0000 && at < 0x7ffe1000 && session.target.system.platform === 'windows') {
      const isStub = session.pointerSize === 4 && at === 0x7ffe0300;
      const name = isStub ? 'SystemCallStub' : null;
      const offset = isStub ? 0n : BigInt(at - 0x7ffe0000);
      return { module: 'SharedUserData', name, offset, fromExports: false, mismatched: false };
    }
    const unloaded = session.target.unloadedModules.find((item) => at >= item.base && at < item.base + item.size);
    if (!unloaded) return null;
    const offset = BigInt(at - unloaded.base);
    return { module: `<Unloaded_${unloaded.name}>`, name: null, offset, fromExports: false, mismatched: false };
  }
  const table = session.symbolsOf(module)?.table;
  const rva = at - module.base;
  const symbol = table?.at(rva);
  if (table && symbol) {
    const offset = BigInt(symbol.displacement ?? rva - symbol.rva);
    const { mismatched } = table;
    return { module: module.name, name: symbol.name, offset, fromExports: table.finder === 'exports', mismatched };
  }
  const found = nameOfAddress(session.target, at, session.stackOptions);
  if (!found) return null;
  return {
    module: found.module,
    name: found.function,
    offset: found.offset,
    fromExports: found.fromExports,
    mismatched: false,
  };
}

/** The name of an address; loads the symbols of its module first. */
export async function nameOf(session: Session, address: bigint): Promise<NamedAddress | null> {
  const module = session.moduleAt(address);
  if (module) await session.needSymbols(module);
  return nameLoaded(session, address);
}

/** Where a name begins in memory, unsigned; null when the address has none. */
export function startOfName(session: Session, address: bigint): bigint | null {
  const module = session.moduleAt(address);
  const at = session.address(address);
  if (!module || at === null) return null;
  const symbol = session.symbolsOf(module)?.table?.at(at - module.base);
  if (symbol) return toUnsigned(module.base + symbol.rva);
  const named = nameLoaded(session, address);
  return named?.name ? address - named.offset : null;
}
