import { type Address, toAddress } from '../../memory/space.ts';
import { isWithoutHandles, readHandles } from '../../windows/handle-reader.ts';
import type { Kernel } from '../../windows/kernel.ts';
import type { Session } from '../session.ts';
import { kernelObject } from './kernel-object.ts';
import {
  hexNumber,
  type ModelItem,
  type ModelMember,
  type ModelValue,
  member,
  objectOf,
  sequence,
  textValue,
  typed,
  unknown,
} from './model-value.ts';

/** Handles of a user dump, which lists them in a stream of their own. */
export function toldHandles(session: Session): ModelValue {
  const items = session.target.handles?.map(({ handle, typeName, objectName, grantedAccess }) =>
    handleItem(handle, { type: typeName, name: objectName, access: grantedAccess, object: null }),
  );
  return items ? sequence(items) : unknown('the dump has no list of handles');
}

/** Handles of a process by its handle table. */
export function kernelHandles(session: Session, kernel: Kernel, process: Address): ModelValue {
  const table = readHandles(kernel, process, { names: true });
  if (!table && isWithoutHandles(kernel, process)) return sequence([]);
  if (!table) return unknown('the table of handles of the process is not in the dump');
  const items = table.handles.map(({ handle, type, name, access, object }) =>
    handleItem(BigInt(handle), { type, name, access, object: headerOf(session, object) }),
  );
  return sequence(items, table.lost);
}

/** The `_OBJECT_HEADER` that lies before the body, whose address handles hold. */
function headerOf(session: Session, object: bigint): ModelMember {
  const address = toAddress(object);
  if (address === null) return member('Object', null);
  const header = kernelObject(session, '_OBJECT_HEADER', address);
  return { name: 'Object', read: async () => withBodyAt(await header.read(), object) };
}

function withBodyAt(value: ModelValue, object: bigint): ModelValue {
  if (value.kind !== 'typed' || value.value.type.kind !== 'struct') return value;
  const body = value.value.type.field('Body');
  return body ? typed({ ...value.value, address: object - BigInt(body.offset) }) : unknown('no _OBJECT_HEADER.Body');
}

interface HandleParts {
  readonly type: string | null;
  readonly name: string | null;
  readonly access: number;
  readonly object: ModelMember | null;
}

function handleItem(handle: bigint, { type, name, access, object }: HandleParts): ModelItem {
  return {
    key: handle,
    value: objectOf({
      text: type === null ? null : name === null || name === '' ? type : `${type} ${name}`,
      members: [
        member('Handle', hexNumber(handle)),
        member('Type', type === null ? null : textValue(type)),
        member('GrantedAccess', hexNumber(access >>> 0)),
        member('ObjectName', name === null ? null : textValue(name), 'it has no name, or the dump does not hold it'),
        ...(object ? [object] : []),
      ],
    }),
  };
}
