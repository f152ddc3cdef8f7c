import { type Address, toUnsigned } from '../../memory/space.ts';
import { readEnvironmentBlock } from '../../windows/environment-block.ts';
import { parametersAt, pebAt } from '../process-environment.ts';
import type { Session } from '../session.ts';
import { findType } from '../type-search.ts';
import {
  type ModelMember,
  type ModelObject,
  type ModelValue,
  member,
  objectOf,
  textValue,
  typed,
  unknown,
} from './model-value.ts';

/** What a thread or process finds its own state in: `_TEB` or `_PEB` at an address of the view in force. */
export function environmentObject(session: Session, structure: '_TEB' | '_PEB', address: Address): ModelObject {
  const block: ModelMember = { name: 'EnvironmentBlock', read: () => blockAt(session, structure, address) };
  const variables: ModelMember = { name: 'Variables', read: () => variablesOf(session, address) };
  return objectOf({ members: structure === '_PEB' ? [block, variables] : [block] });
}

async function blockAt(session: Session, structure: string, address: Address): Promise<ModelValue> {
  for (const module of ['ntdll', 'nt', null]) {
    const found = await findType(session, module, structure);
    // The target's own layout before the one that Microsoft documents.
    if (found && (found.module !== null || module === null))
      return typed({ type: found.type, bits: null, number: null, address: toUnsigned(address) });
  }
  return unknown(`no symbols have ${structure}`);
}

/** The environment variables of a process by its PEB. */
async function variablesOf(session: Session, peb: Address): Promise<ModelValue> {
  const parameters = (await pebAt(session, peb)).pointer('ProcessParameters');
  const at = parameters ? (await parametersAt(session, parameters)).pointer('Environment') : null;
  if (!at) return unknown('the process parameters are not in the dump');
  const block = readEnvironmentBlock(session.memory, at);
  if (!block) return unknown('the environment is not in the dump');
  const members = block.lines.flatMap((line) => {
    const equals = line.indexOf('=', 1);
    return equals > 0 ? [member(line.slice(0, equals), textValue(line.slice(equals + 1)))] : [];
  });
  const note = block.whole ? null : 'the rest of the environment is not in the dump';
  return objectOf({ members, note: () => note });
}
