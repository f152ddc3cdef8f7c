import type { Kernel } from './kernel.ts';
import { type KernelObject, unicodeStringAt } from './kernel-object.ts';

/** The structures that EPROCESS.Session has led to, newest first; on Windows 2000 and XP it lies in session space. */
const SESSIONS = ['_PSP_SESSION_SPACE', '_MM_SESSION_SPACE'] as const;
/** More sessions than this are garbage. */
const MOST_SESSIONS = 0x10000;

/** The session of a process; null for none (System, smss) and where the dump does not tell. */
export function sessionIdOf(kernel: Kernel, process: KernelObject): number | null {
  const id = sessionOf(kernel, process)?.u32('SessionId') ?? null;
  return id === null || id >= MOST_SESSIONS ? null : id;
}

/** The structure that EPROCESS.Session leads to, as the process sees it where only it does; null as for `sessionIdOf`. */
export function sessionOf(kernel: Kernel, process: KernelObject): KernelObject | null {
  const session = process.pointer('Session');
  const structure = SESSIONS.find((name) => kernel.structure(name));
  if (session === null || session === 0 || !structure) return null;
  const object = kernel.object(structure, session);
  if (object.u32('SessionId') !== null) return object;
  return kernel.inProcess(process.address)?.object(structure, session) ?? null;
}

/** PEB.ProcessParameters and RTL_USER_PROCESS_PARAMETERS.CommandLine (winternl.h), where nt's symbols have no PEB. */
const ProcessParameters = { 4: 0x10, 8: 0x20 } as const;
const CommandLine = { 4: 0x40, 8: 0x70 } as const;

/** The command line of a process by its PEB; null when that memory is not in the dump. */
export function commandLineOf(kernel: Kernel, process: KernelObject): string | null {
  const peb = process.pointer('Peb');
  if (peb === null || peb === 0) return null;
  const own = kernel.inProcess(process.address);
  if (!own) return null;
  const { pointerSize } = kernel;
  const place = kernel.offset('_PEB', 'ProcessParameters') ?? ProcessParameters[pointerSize];
  const parameters = own.pointerAt(peb + place);
  if (parameters === null || parameters === 0) return null;
  const at = kernel.offset('_RTL_USER_PROCESS_PARAMETERS', 'CommandLine') ?? CommandLine[pointerSize];
  return unicodeStringAt(own, parameters + at);
}
