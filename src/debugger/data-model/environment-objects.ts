import { decodeUtf16 } from '../../bytes/text.ts';
import { type Address, readAvailable, toUnsigned } from '../../memory/space.ts';
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

const MOST_ENVIRONMENT = 128 << 10;

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
  const bytes = readAvailable(session.memory, at, MOST_ENVIRONMENT);
  if (bytes.length < 2) return unknown('the environment is not in the dump');
  const members: ModelMember[] = [];
  for (const text of blocks(bytes)) {
    const equals = text.indexOf('=', 1);
    if (equals > 0) members.push(member(text.slice(0, equals), textValue(text.slice(equals + 1))));
  }
  return objectOf({ members });
}

/** Texts that end with a zero each, up to an empty one or the end of what is readable. */
function* blocks(bytes: Uint8Array): Generator<string> {
  for (let at = 0; at + 1 < bytes.length; ) {
    let end = at;
    while (end + 1 < bytes.length && (bytes[end] !== 0 || bytes[end + 1] !== 0)) end += 2;
    if (end === at) return;
    yield decodeUtf16(bytes.subarray(at, end));
    at = end + 2;
  }
}
