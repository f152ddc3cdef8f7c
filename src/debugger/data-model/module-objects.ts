import { type Address, toUnsigned } from '../../memory/space.ts';
import type { Module } from '../../target/target.ts';
import { enterProcess } from '../process-context.ts';
import type { Session } from '../session.ts';
import {
  hexNumber,
  type ModelObject,
  type ModelValue,
  member,
  objectOf,
  sequenceOf,
  textValue,
  unknown,
} from './model-value.ts';

/** Modules by position; also by name and by an address within them. */
export function moduleObjects(modules: readonly Module[]): ModelObject {
  const named =
    (name: string) =>
    ({ imageName, name: short }: Module) =>
      [imageName, short].some((each) => each.toLowerCase() === name.toLowerCase());
  return {
    // A process without modules does not run, and a system has its kernel.
    ...sequenceOf(modules.map(moduleObject), modules.length === 0 ? 'the dump has no module list' : null),
    async find(key) {
      const found =
        typeof key === 'string'
          ? modules.find(named(key))
          : modules.find(({ base, size }) => key >= toUnsigned(base) && key < toUnsigned(base) + BigInt(size));
      return found ? moduleObject(found) : null;
    },
  };
}

function moduleObject(module: Module): ModelObject {
  const path = module.path ?? module.imageName;
  const known = (text: string | null) => (text === null ? null : textValue(text));
  return objectOf({
    text: path,
    identity: `module ${module.base}`,
    members: [
      member('BaseAddress', hexNumber(toUnsigned(module.base))),
      member('Name', textValue(path)),
      member('Size', hexNumber(module.size)),
      member('Version', known(module.fileVersion), 'not in the dump'),
      { ...member('TimeDateStamp', module.timestamp === null ? null : hexNumber(module.timestamp)), hidden: true },
      { ...member('CheckSum', module.checksum === null ? null : hexNumber(module.checksum)), hidden: true },
    ],
  });
}

/** The modules that a process of a kernel dump sees; unknown where its address space is not in the dump. */
export async function modulesInProcess(session: Session, process: Address, isCurrent: boolean): Promise<ModelValue> {
  if (isCurrent) return moduleObjects(session.target.modules);
  const { target } = session;
  try {
    if (!(await enterProcess(session, process))) return unknown('the address space of the process is not in the dump');
    return moduleObjects(session.target.modules);
  } finally {
    session.replaceCase({ ...session.theCase, target });
  }
}
