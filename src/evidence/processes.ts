import { toAddress } from '../memory/space.ts';
import { openedTarget } from '../target/process-target.ts';
import { nameOfAddress } from '../target/stack.ts';
import type { Kernel } from '../windows/kernel.ts';
import type { ProcessObject } from '../windows/process.ts';
import { processList, readProcess } from '../windows/process-reader.ts';
import type { ThreadObject } from '../windows/thread.ts';
import { unlistedProcesses } from '../windows/unlisted-process.ts';
import { type Answer, type Case, fact, known, missing } from './case.ts';
import { kernelFact } from './kernel.ts';
import { logFact } from './log.ts';
import { stackOptions } from './symbol-options.ts';

/**
 * All processes of a kernel dump with all their threads, in the order of the kernel's list, behind them those that only
 * PspCidTable leads to; stacks by `stackOf`.
 */
export const processesFact = fact<readonly ProcessObject[]>('processes', (theCase) => {
  if (!theCase.target) return fromLog(theCase);
  const kernel = kernelFact(theCase);
  if (!kernel.known) return kernel;
  if (theCase.target.kind === 'kernel-triage-dump') return missing('the list of processes: not in a triage dump', null);
  const processes = readAll(theCase, kernel.value);
  if (processes.length === 0) return missing('the list of processes: its head is not in the dump', null);
  return known(processes, 'PsActiveProcessHead, PspCidTable');
});

function fromLog(theCase: Case): Answer<readonly ProcessObject[]> {
  const log = logFact(theCase);
  if (!log.known) return log;
  const { processes } = log.value.objects;
  return processes.length > 0 ? known(processes, 'log') : missing('the processes of the system', '!process 0 7');
}

/** A process by its EPROCESS among those of the Case; null when unknown. */
export function processAt(theCase: Case, address: bigint): ProcessObject | null {
  const processes = processesFact(theCase);
  return processes.known ? (processes.value.find((process) => process.address === address) ?? null) : null;
}

const read = new WeakMap<Kernel, readonly ProcessObject[]>();

function readAll(theCase: Case, kernel: Kernel): readonly ProcessObject[] {
  let processes = read.get(kernel);
  if (!processes) {
    const found: ProcessObject[] = [];
    const listed = processList(kernel).items;
    // What is unlinked, or behind a break of the list, still has an id.
    for (const at of [...listed, ...unlistedProcesses(kernel, listed)]) {
      const process = readProcess(kernel, at, { threads: true });
      if (process) found.push(process);
    }
    processes = found;
    read.set(kernel, processes);
  }
  return processes.map((process) => withSymbols(theCase, kernel, process));
}

/** The same process with the names of its threads' start addresses, by the symbols that are loaded now. */
function withSymbols(theCase: Case, kernel: Kernel, process: ProcessObject): ProcessObject {
  const symbol = startNames(theCase, kernel, process.address);
  const threads = process.threads.map(
    (thread): ThreadObject => ({
      ...thread,
      startSymbol: thread.startAddress ? symbol(thread.startAddress) : null,
      win32StartSymbol: thread.win32StartAddress ? symbol(thread.win32StartAddress) : null,
    }),
  );
  return { ...process, threads };
}

/** Names addresses as a process sees them: `nt!ExpWorkerThread`, null where no symbol is loaded. */
export function startNames(theCase: Case, kernel: Kernel, process: bigint): (address: bigint) => string | null {
  const at = toAddress(process);
  const options = stackOptions(theCase);
  const system = openedTarget(kernel.target);
  // To list the modules of a process takes reading them all: only where names of some could be told.
  const userNames = [...theCase.symbols].some(([{ space }, { table }]) => space === 'user' && table !== null);
  return (value) => {
    const address = toAddress(value);
    if (address === null) return null;
    const known = nameOfAddress(system, address, options);
    if (known || !userNames || at === null) return symbolText(known);
    const own = kernel.inProcess(at);
    return own ? symbolText(nameOfAddress(own.target, address, options)) : null;
  };
}

function symbolText(name: ReturnType<typeof nameOfAddress>): string | null {
  if (name === null || name.function === null) return null;
  return `${name.module}!${name.function}${name.offset === 0n ? '' : `+0x${name.offset.toString(16)}`}`;
}
