import { decodeAscii } from '../bytes/text.ts';
import { type Address, readAvailable, toUnsigned } from '../memory/space.ts';
import type { Kernel } from './kernel.ts';
import type { KernelObject } from './kernel-object.ts';
import { readSid } from './sid.ts';
import type { Privilege, Token } from './token.ts';

/** SE_*_NAME of winnt.h and ntddk.h by the low part of their LUIDs, which begin at 2. */
const FIRST_PRIVILEGE = 2;
const PRIVILEGES = [
  'CreateToken',
  'AssignPrimaryToken',
  'LockMemory',
  'IncreaseQuota',
  'MachineAccount',
  'Tcb',
  'Security',
  'TakeOwnership',
  'LoadDriver',
  'SystemProfile',
  'Systemtime',
  'ProfileSingleProcess',
  'IncreaseBasePriority',
  'CreatePagefile',
  'CreatePermanent',
  'Backup',
  'Restore',
  'Shutdown',
  'Debug',
  'Audit',
  'SystemEnvironment',
  'ChangeNotify',
  'RemoteShutdown',
  'Undock',
  'SyncAgent',
  'EnableDelegation',
  'ManageVolume',
  'Impersonate',
  'CreateGlobal',
  'TrustedCredManAccess',
  'Relabel',
  'IncreaseWorkingSet',
  'TimeZone',
  'CreateSymbolicLink',
  'DelegateSessionUserImpersonate',
];
const MOST_GROUPS = 4096;
const MOST_PRIVILEGES = 64;
/** SE_PRIVILEGE_ENABLED_BY_DEFAULT and SE_PRIVILEGE_ENABLED. */
const BY_DEFAULT = 1;
const ENABLED = 2;
/** SECURITY_IMPERSONATION_LEVEL and TOKEN_TYPE of winnt.h. */
const LEVELS = ['Anonymous', 'Identification', 'Impersonation', 'Delegation'];
const TYPES = { 1: 'Primary', 2: 'Impersonation' } as const;
const SOURCE_NAME = 8;

/** The token at an address; null when it is not in the dump. */
export function readToken(kernel: Kernel, address: Address): Token | null {
  const token = kernel.object('_TOKEN', address);
  const count = token.u32('UserAndGroupCount');
  const sids = token.pointer('UserAndGroups');
  if (count === null || sids === null) return null;
  const size = kernel.sizeOf('_SID_AND_ATTRIBUTES') ?? 2 * kernel.pointerSize;
  const all = Array.from({ length: Math.min(count, MOST_GROUPS) }, (_, index) => sidAt(kernel, sids + index * size));
  const primary = token.pointer('PrimaryGroup');
  const level = token.u32('ImpersonationLevel');
  const type = token.u32('TokenType');
  const inUse = token.u8('TokenInUse');
  return {
    address: toUnsigned(address),
    sessionId: token.u32('SessionId'),
    user: all[0]?.sid ?? null,
    groups: all.slice(1),
    primaryGroup: primary ? readSid(kernel.memory, primary) : null,
    privileges: privilegesOf(kernel, token),
    authenticationId: token.u64('AuthenticationId'),
    tokenId: token.u64('TokenId'),
    parentTokenId: token.u64('ParentTokenId'),
    modifiedId: token.u64('ModifiedId'),
    originatingLogonSession: token.u64('OriginatingLogonSession'),
    type: type === 1 || type === 2 ? TYPES[type] : null,
    impersonationLevel: level === null ? null : (LEVELS[level] ?? null),
    source: sourceOf(kernel, token),
    flags: token.u32('TokenFlags'),
    inUse: inUse === null ? null : inUse !== 0,
    restrictedSidCount: token.u32('RestrictedSidCount'),
    lost: count > MOST_GROUPS ? `it claims ${count} groups, of which ${MOST_GROUPS} were read` : null,
  };
}

function sidAt(kernel: Kernel, at: Address): { sid: string | null; attributes: number | null } {
  const entry = kernel.object('_SID_AND_ATTRIBUTES', at);
  const sid = entry.pointer('Sid');
  return { sid: sid ? readSid(kernel.memory, sid) : null, attributes: entry.u32('Attributes') };
}

/** Three sets of bits since Windows Vista; before, an array of LUIDs with attributes. */
function privilegesOf(kernel: Kernel, token: KernelObject): Privilege[] {
  const present = token.u64('Privileges.Present');
  if (present !== null) {
    const enabled = token.u64('Privileges.Enabled') ?? 0n;
    const byDefault = token.u64('Privileges.EnabledByDefault') ?? 0n;
    const has = (set: bigint, luid: number) => ((set >> BigInt(luid)) & 1n) === 1n;
    return Array.from({ length: MOST_PRIVILEGES }, (_, luid) => luid)
      .filter((luid) => has(present, luid))
      .map((luid) => privilege(luid, has(enabled, luid), has(byDefault, luid)));
  }
  const first = token.pointer('Privileges');
  const size = kernel.sizeOf('_LUID_AND_ATTRIBUTES');
  const count = token.u32('PrivilegeCount') ?? 0;
  if (!first || size === null) return [];
  return Array.from({ length: Math.min(count, MOST_PRIVILEGES) }, (_, index): Privilege[] => {
    const entry = kernel.object('_LUID_AND_ATTRIBUTES', first + index * size);
    const luid = entry.u32('Luid.LowPart');
    const attributes = entry.u32('Attributes');
    if (luid === null || attributes === null) return [];
    return [privilege(luid, (attributes & ENABLED) !== 0, (attributes & BY_DEFAULT) !== 0)];
  }).flat();
}

function privilege(luid: number, enabled: boolean, enabledByDefault: boolean): Privilege {
  const name = PRIVILEGES[luid - FIRST_PRIVILEGE];
  return { luid, name: name === undefined ? null : `Se${name}Privilege`, enabled, enabledByDefault };
}

function sourceOf(kernel: Kernel, token: KernelObject): string | null {
  const at = token.place('TokenSource.SourceName');
  const bytes = at === null ? null : readAvailable(kernel.memory, at, SOURCE_NAME);
  return bytes?.length === SOURCE_NAME ? decodeAscii(bytes).replace(/\0.*$/s, '').trimEnd() : null;
}
