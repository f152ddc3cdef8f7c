/** Standard rights, bits 16 to 20 (winnt.h), in WinDbg's words. */
const STANDARD = ['Delete', 'ReadControl', 'WriteDac', 'WriteOwner', 'Synch'];

/** Rights of object types from bit 0 on (winnt.h, ntifs.h: EVENT_QUERY_STATE, KEY_QUERY_VALUE ...), in WinDbg's words. */
const SPECIFIC: Readonly<Record<string, readonly (string | null)[]>> = {
  Event: ['QueryState', 'ModifyState'],
  Mutant: ['QueryState'],
  Semaphore: ['QueryState', 'ModifyState'],
  Timer: ['QueryState', 'ModifyState'],
  Key: ['QueryValue', 'SetValue', 'CreateSubKey', 'EnumSubKey', 'Notify', 'CreateLink'],
  Directory: ['Query', 'Traverse', 'CreateObject', 'CreateSubDirectory'],
  SymbolicLink: ['Query'],
  Section: ['Query', 'MapWrite', 'MapRead', 'MapExecute', 'Extend'],
  Thread: [
    'Terminate',
    'Suspend',
    'Alert',
    'GetContext',
    'SetContext',
    'SetInfo',
    'QueryInfo',
    'SetToken',
    'Impersonate',
    'DirectImpersonate',
  ],
  Process: [
    'Terminate',
    'CreateThread',
    null,
    'VMOp',
    'VMRead',
    'VMWrite',
    'DupHandle',
    'CreateProcess',
    'SetQuota',
    'SetInfo',
    'QueryInfo',
    'SetPort',
  ],
  File: [
    'Read/List',
    'Write/Add',
    'Append/SubDir/CreatePipe',
    'ReadEA',
    'WriteEA',
    'Execute/Traverse',
    'DeleteChild',
    'ReadAttr',
    'WriteAttr',
  ],
  IoCompletion: ['QueryState', 'ModifyState'],
};

const named = (names: readonly (string | null)[], bits: number) =>
  names.filter((name, index) => name !== null && bits & (1 << index)) as string[];

/** What an access mask grants: rights that every type has, and those of a type; a type that is not known has none here. */
export function accessRights(
  mask: number,
  type: string | null,
): { readonly standard: readonly string[]; readonly specific: readonly string[] } {
  return {
    standard: named(STANDARD, (mask >>> 16) & 0x1f),
    specific: named(SPECIFIC[type ?? ''] ?? [], mask & 0xffff),
  };
}
