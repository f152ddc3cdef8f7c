import { UsageError } from '../bytes/errors.ts';
import type { Address } from '../memory/space.ts';
import { isUserMode } from '../target/target.ts';
import { withNeeds } from './need.ts';
import { evaluateIn, registerValue } from './scope.ts';
import type { Session } from './session.ts';
import { type Structure, structureAt } from './structure.ts';

type Offsets = Readonly<Record<string, readonly [x86: number, x64: number]>>;

/** winternl.h and the public symbols of ntdll from Windows XP to 11, x86 and x64. */
const TEB: Offsets = {
  'NtTib.ExceptionList': [0, 0],
  'NtTib.StackBase': [4, 8],
  'NtTib.StackLimit': [8, 0x10],
  'NtTib.SubSystemTib': [0xc, 0x18],
  'NtTib.FiberData': [0x10, 0x20],
  'NtTib.ArbitraryUserPointer': [0x14, 0x28],
  'NtTib.Self': [0x18, 0x30],
  EnvironmentPointer: [0x1c, 0x38],
  'ClientId.UniqueProcess': [0x20, 0x40],
  'ClientId.UniqueThread': [0x24, 0x48],
  ActiveRpcHandle: [0x28, 0x50],
  ThreadLocalStoragePointer: [0x2c, 0x58],
  ProcessEnvironmentBlock: [0x30, 0x60],
  LastErrorValue: [0x34, 0x68],
  CountOfOwnedCriticalSections: [0x38, 0x6c],
  LastStatusValue: [0xbf4, 0x1250],
  TlsSlots: [0xe10, 0x1480],
  HardErrorMode: [0xf28, 0x16b0],
  TlsExpansionSlots: [0xf94, 0x1780],
};

const PEB: Offsets = {
  InheritedAddressSpace: [0, 0],
  ReadImageFileExecOptions: [1, 1],
  BeingDebugged: [2, 2],
  ImageBaseAddress: [8, 0x10],
  Ldr: [0xc, 0x18],
  ProcessParameters: [0x10, 0x20],
  SubSystemData: [0x14, 0x28],
  ProcessHeap: [0x18, 0x30],
  NtGlobalFlag: [0x68, 0xbc],
  NumberOfHeaps: [0x88, 0xe8],
  ProcessHeaps: [0x90, 0xf0],
};

const LDR: Offsets = {
  Initialized: [4, 4],
  InLoadOrderModuleList: [0xc, 0x10],
  InMemoryOrderModuleList: [0x14, 0x20],
  InInitializationOrderModuleList: [0x1c, 0x30],
};

export const LDR_ENTRY: Offsets = {
  InMemoryOrderLinks: [8, 0x10],
  DllBase: [0x18, 0x30],
  EntryPoint: [0x1c, 0x38],
  SizeOfImage: [0x20, 0x40],
  FullDllName: [0x24, 0x48],
  Flags: [0x34, 0x68],
  // LoadCount until Windows 7; the place has stayed.
  ObsoleteLoadCount: [0x38, 0x6c],
  TlsIndex: [0x3a, 0x6e],
  TimeDateStamp: [0x44, 0x80],
};

const PARAMETERS: Offsets = {
  'CurrentDirectory.DosPath': [0x24, 0x38],
  DllPath: [0x30, 0x50],
  ImagePathName: [0x38, 0x60],
  CommandLine: [0x40, 0x70],
  Environment: [0x48, 0x80],
  WindowTitle: [0x70, 0xb0],
};

/** The address that an argument gives, else the current thread's TEB; a UsageError when there is none. */
export async function tebAddress(session: Session, text: string, command: string): Promise<Address> {
  const given = text.trim() === '' ? null : session.address(await evaluateIn(session, text));
  const at = given ?? (await placeOf(session, '$teb'));
  if (at === null || at === 0) throw new UsageError(command, 'the current thread has no TEB that this dump tells of');
  return at;
}

/** The address of the PEB: of the process in view, in a user dump by the current thread's TEB; a UsageError when there is none. */
export async function pebAddress(session: Session, command: string): Promise<Address> {
  const isUser = isUserMode(session.target);
  const at = isUser
    ? (await tebAt(session, await tebAddress(session, '', command))).pointer('ProcessEnvironmentBlock')
    : await placeOf(session, '$peb');
  if (at) return at;
  throw new UsageError(
    command,
    isUser
      ? 'the address of the PEB is in the TEB, which is not in the dump'
      : 'the process in view has no PEB that this dump tells of: use .process',
  );
}

/** What a pseudo-register holds as an address; null where it has no value. */
async function placeOf(session: Session, register: string): Promise<Address | null> {
  const value = await withNeeds(() => registerValue(session, register));
  return value === null ? null : session.address(value);
}

export const tebAt = (session: Session, at: Address): Promise<Structure> =>
  structureAt(session, 'ntdll', '_TEB', at, TEB);
export const pebAt = (session: Session, at: Address): Promise<Structure> =>
  structureAt(session, 'ntdll', '_PEB', at, PEB);
/** The PEB of the process in view, in a user dump by the TEB of the first thread that has one; null when none leads to it. */
export async function pebOf(session: Session): Promise<Structure | null> {
  if (!isUserMode(session.target)) {
    const at = await placeOf(session, '$peb');
    return at ? pebAt(session, at) : null;
  }
  for (const thread of [session.thread, ...session.target.threads]) {
    if (!thread?.teb) continue;
    const at = (await tebAt(session, thread.teb)).pointer('ProcessEnvironmentBlock');
    if (at) return pebAt(session, at);
  }
  return null;
}

export const loaderDataAt = (session: Session, at: Address): Promise<Structure> =>
  structureAt(session, 'ntdll', '_PEB_LDR_DATA', at, LDR);
export const loaderEntryAt = (session: Session, at: Address): Promise<Structure> =>
  structureAt(session, 'ntdll', '_LDR_DATA_TABLE_ENTRY', at, LDR_ENTRY);
export const parametersAt = (session: Session, at: Address): Promise<Structure> =>
  structureAt(session, 'ntdll', '_RTL_USER_PROCESS_PARAMETERS', at, PARAMETERS);
