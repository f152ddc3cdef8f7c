import type { IoContext } from '../windows/driver-reader.ts';
import { kernelOrNull } from './kernel.ts';
import { nameLoaded, nameText } from './names.ts';
import type { Session } from './session.ts';

/**
 * Reads something about I/O with the names of the functions it mentions: once to learn which modules they are in, and
 * again when the symbols of those are loaded.
 */
export async function withIoNames<T>(session: Session, read: (io: IoContext) => T): Promise<T> {
  const kernel = await kernelOrNull(session);
  const { target } = session;
  const mentioned = new Set<bigint>();
  read({
    target,
    kernel,
    name: (address) => {
      mentioned.add(address);
      return null;
    },
  });
  const modules = new Set([...mentioned].map((address) => session.moduleAt(address)));
  for (const module of modules) if (module) await session.needSymbols(module);
  return read({
    target,
    kernel,
    name: (address) => {
      const named = nameLoaded(session, address);
      return named ? nameText(named) : null;
    },
  });
}
