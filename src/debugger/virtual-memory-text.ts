import { hexPadded } from '../bytes/hex.ts';
import type { SessionMemory } from '../windows/session-memory.ts';
import type { MemoryAlarm, PageFile, VirtualMemory } from '../windows/virtual-memory.ts';
import { writeMissingProcesses } from './process-text.ts';
import type { Text } from './text.ts';

/** Writes `!vm` in the layout of the dump's era; counters that are unknown are left out. */
export function writeVirtualMemory(text: Text, memory: VirtualMemory): void {
  if (memory.form === 'classic') writeClassic(text, memory);
  else writeModern(text, memory);
}

function writeClassic(text: Text, memory: VirtualMemory): void {
  text.line('*** Virtual Memory Usage ***');
  const row = (label: string, pages: bigint, kb: bigint) =>
    text.line(`${` ${label}:`.padEnd(21)}${String(pages).padStart(8)} (${String(kb).padStart(10)} Kb)`);
  const [physical, ...rest] = memory.counters;
  if (physical) row(physical.label, physical.pages, physical.kb);
  writePageFiles(text, memory, ' ');
  for (const { label, pages, kb } of rest) {
    row(label, pages, kb);
    writeAlarms(text, memory.alarms, label, ' ');
  }
  if (!memory.processes) return;
  writeTotal(text, memory, (pages) => row('Total Private', pages, pages * 4n));
}

function writeModern(text: Text, memory: VirtualMemory): void {
  const row = (label: string, pages: bigint, kb: bigint) => {
    const name = `${label}:`.padEnd(19);
    text.line(`${name}${String(pages).padStart(33 - name.length)} (${String(kb).padStart(11)} Kb)`);
  };
  writePageFiles(text, memory, '');
  text.line();
  for (const { label, pages, kb } of memory.counters) {
    row(label, pages, kb);
    writeAlarms(text, memory.alarms, label, '');
  }
  if (!memory.processes) return;
  writeTotal(text, memory, (pages) => row('Total Private', pages, pages * 4n));
}

/** What sessions have committed, as `!vm 4` shows it. */
export function writeSessionMemory(text: Text, sessions: readonly SessionMemory[], pointerSize: 4 | 8): void {
  if (sessions.length === 0) {
    text.line('Terminal Server Memory Usage By Session: no process leads to a session');
    return;
  }
  text.line('Terminal Server Memory Usage By Session:');
  const row = (label: string, pages: bigint | null) =>
    text.line(`${`${label}:`.padEnd(21)}${pages === null ? '         ?' : String(pages * 4n).padStart(10)} Kb`);
  for (const { id, address, pagedPool, nonPageable, commit } of sessions) {
    text.line().line(`Session ID ${id} @ ${hexPadded(address, pointerSize * 2)}:`);
    row('Paged Pool Usage', pagedPool);
    row('NonPageable Usage', nonPageable);
    row('Commit Usage', commit);
  }
}

function writePageFiles(text: Text, { pageFiles }: VirtualMemory, indent: string): void {
  if (pageFiles?.length === 0) text.line(`${indent}No Page File`);
  const kb = (value: bigint | null, width: number) => `${value === null ? '?' : value}`.padStart(width);
  for (const file of pageFiles ?? []) {
    text.line(`${indent}${titleOf(file)}`);
    text.line(`${indent}  Current:${kb(file.currentKb, 10)} Kb  Free Space:${kb(file.freeKb, 10)} Kb`);
    text.line(`${indent}  Minimum:${kb(file.minimumKb, 10)} Kb  Maximum:${kb(file.maximumKb, 13)} Kb`);
  }
}

function titleOf({ name, nameless }: PageFile): string {
  return name === null ? (nameless ?? 'No Name for Paging File') : `Page File: ${name}`;
}

function writeAlarms(text: Text, alarms: readonly MemoryAlarm[], label: string, indent: string): void {
  const here = alarms.filter(({ after }) => after === label);
  if (here.length === 0) return;
  text.line();
  for (const { what, count } of here) {
    const [left, right] = what.startsWith('pool') ? [10, 10] : count === null ? [10, 8] : [7, 6];
    const words = count === null ? what : `${count} ${what}`;
    text.line(`${indent}${'*'.repeat(left)} ${words} ${'*'.repeat(right)}`);
  }
  // What the debugger itself finds strange stands right above the next counter.
  if (here.some(({ count }) => count !== null)) text.line();
}

/** The processes behind the counters; newer debuggers make a table of them where shared commit is known. */
function writeTotal(text: Text, memory: VirtualMemory, row: (pages: bigint) => void): void {
  const processes = memory.processes ?? [];
  const total = processes.reduce((sum, { commit }) => sum + commit, 0n);
  const shared = processes.some(({ sharedCommit }) => sharedCommit !== null);
  text.line();
  row(total);
  if (shared) text.line().line('     Pid ImageName                      Commit        SharedCommit').line();
  for (const { id, name, commit, sharedCommit } of processes) {
    const title = `     ${hexPadded(BigInt(id), 4)} ${name.padEnd(15)}`;
    const kb = (pages: bigint) => `${pages * 4n} Kb`;
    if (shared)
      text.line(`${title} ${kb(commit).padStart(19)} ${(sharedCommit === null ? '' : kb(sharedCommit)).padStart(19)}`);
    else text.line(`${title} ${String(commit).padStart(8)} (${String(commit * 4n).padStart(10)} Kb)`);
  }
  writeMissingProcesses(text, memory.processesBroken ?? null);
}
