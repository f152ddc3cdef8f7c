import { UsageError } from '../bytes/errors.ts';
import { accessRights } from '../windows/access-right.ts';
import { evaluateIn } from './scope.ts';
import type { Session } from './session.ts';
import type { Text } from './text.ts';

interface Handle {
  readonly handle: bigint;
  readonly type: string | null;
  readonly name: string | null;
  readonly attributes: number;
  readonly access: number;
  readonly handleCount: number;
  readonly pointerCount: number;
}

/** `!handle` of a process: expressions as typed. */
export interface UserHandlesOptions {
  readonly handle: string | null;
  readonly flags: string | null;
  readonly type: string | null;
}

export interface UserHandlesData {
  readonly kind: 'user';
  readonly pointerSize: 4 | 8;
  /** 1 the type, 2 counts and access, 4 the name, 8 what the type has of its own. */
  readonly flags: number;
  readonly handles: readonly Handle[];
  /** All handles were meant, so that a table of types follows. */
  readonly all: boolean;
  readonly types: readonly { readonly type: string; readonly count: number }[];
}

export function parseUserHandles(args: string): UserHandlesOptions {
  const [handle, flags, type, ...more] = args.trim().split(/\s+/).filter(Boolean);
  if (more.length > 0) throw new UsageError('!handle', `Unexpected '${more.join(' ')}'`, args.lastIndexOf(more[0]!));
  return { handle: handle ?? null, flags: flags ?? null, type: type ?? null };
}

export async function runUserHandles(
  session: Session,
  { handle, flags, type }: UserHandlesOptions,
): Promise<UserHandlesData> {
  const { handles } = session.target;
  if (!handles)
    throw new UsageError(
      '!handle',
      'this dump holds no handles (HandleDataStream); it was saved without MiniDumpWithHandleData',
    );
  const wanted = handle === null ? 0n : await evaluateIn(session, handle);
  // 0 and -1 mean all handles.
  const every = wanted === 0n || BigInt.asIntN(64, wanted) === -1n || wanted === 0xffffffffn;
  const bits = flags === null ? (every ? 1n : 0xfn) : await evaluateIn(session, flags);
  const chosen = handles.filter(
    (item) =>
      (every || item.handle === wanted) && (type === null || item.typeName?.toLowerCase() === type.toLowerCase()),
  );
  if (!every && chosen.length === 0)
    throw new UsageError('!handle', `Handle ${wanted.toString(16)} is not in the dump's list`);
  const counts = new Map<string, number>();
  for (const { typeName } of chosen) counts.set(typeName ?? 'None', (counts.get(typeName ?? 'None') ?? 0) + 1);
  return {
    kind: 'user',
    pointerSize: session.pointerSize,
    flags: Number(bits & 0xfn),
    all: every,
    handles: chosen.map((item) => ({
      handle: item.handle,
      type: item.typeName,
      name: item.objectName,
      attributes: item.attributes,
      access: item.grantedAccess,
      handleCount: item.handleCount,
      pointerCount: item.pointerCount,
    })),
    types: [...counts].map(([name, count]) => ({ type: name, count })).sort((a, b) => a.type.localeCompare(b.type)),
  };
}

export function renderUserHandles({ pointerSize, flags, handles, all, types }: UserHandlesData, text: Text): void {
  for (const handle of handles) {
    text.line(`Handle ${handle.handle.toString(16).padStart(all ? pointerSize * 2 : 1, '0')}`);
    if (flags & 1) text.line(`  Type         \t${handle.type ?? '<unknown>'}`);
    if (flags & 2) {
      const { standard, specific } = accessRights(handle.access, handle.type);
      text.line(`  Attributes   \t${handle.attributes.toString(16)}`);
      text.line(`  GrantedAccess\t0x${handle.access.toString(16)}:`);
      text.line(`         ${standard.length > 0 ? standard.join(',') : 'None'}`);
      if (specific.length > 0) text.line(`         ${specific.join(',')}`);
      text.line(`  HandleCount  \t${handle.handleCount}`);
      text.line(`  PointerCount \t${handle.pointerCount}`);
    }
    if (flags & 4) text.line(`  Name         \t${handle.name ?? '<none>'}`);
    if (flags & 8) text.line('  No object specific information available');
  }
  if (!all) return;
  text.line(`${handles.length} Handle${handles.length === 1 ? '' : 's'}`);
  text.line('Type           \tCount');
  for (const { type, count } of types) text.line(`${type.padEnd(15)}\t${count}`);
}
