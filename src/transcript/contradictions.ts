import type { LogReading } from './log-reading.ts';
import type { LogStack } from './log-threads.ts';

/** Statements of one log that cannot all be true of one dump at one moment. */
export interface Contradiction {
  /** What they are about: `bug check`, `system`, `processor`, `process`, `exception`. */
  readonly about: string;
  readonly statements: readonly { readonly text: string; readonly line: number }[];
}

const MOST = 32;

interface Statement {
  readonly key: string;
  readonly text: string;
  readonly line: number;
}

/** Contradictions within a log, or within one post of a page: different posts show different machines. */
export function contradictionsOf(reading: LogReading, stacks: readonly LogStack[]): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const line = (section: number, at: number): number => at + reading.section(section).firstLine;
  const pages = new Map<
    number | null,
    { bugChecks: Statement[]; systems: Statement[]; processes: Statement[]; exceptions: Statement[] }
  >();
  const at = (section: number) => {
    const { page } = reading.section(section);
    let entry = pages.get(page);
    if (!entry) {
      entry = { bugChecks: [], systems: [], processes: [], exceptions: [] };
      pages.set(page, entry);
    }
    return entry;
  };
  for (const { value, section } of reading.bugChecks) {
    at(section).bugChecks.push({
      key: `${value.code}:${value.printed === 4 ? value.parameters.join() : '*'}`,
      text: `bug check ${value.code.toString(16)} (${value.parameters.map((parameter) => parameter.toString(16)).join(', ')})`,
      line: line(section, value.line),
    });
  }
  for (const { value, section } of reading.banners) {
    if (value.build === null) continue;
    const base = value.kernelBase ? `0x${value.kernelBase.value.toString(16)}` : 'unknown';
    at(section).systems.push({
      key: `${value.build.value} ${base} ${value.sessionTime?.value ?? ''}`,
      text: `${value.os?.value ?? 'Windows'} ${value.build.value}, ${value.processors?.value ?? '?'} processors, kernel base ${base}`,
      line: line(section, value.os?.line ?? 0),
    });
  }
  const process = (id: number | null, section: number, where: number): void => {
    if (id !== null)
      at(section).processes.push({ key: `${id}`, text: `process id 0x${id.toString(16)}`, line: line(section, where) });
  };
  for (const { value, section } of reading.threads)
    if (value.address === null) process(value.processId, section, value.line);
  for (const { value, section } of reading.exceptions) process(value.processId, section, value.line);
  // The record of the dump itself; other records are shown by address on purpose.
  for (const { value, section } of reading.analyses) {
    const record = value.kind === 'exception' ? value.exceptions.find((item) => item.form === 'exr') : undefined;
    if (!record) continue;
    const address = record.address === null ? 'unknown' : `0x${record.address.toString(16)}`;
    at(section).exceptions.push({
      key: `${record.code} ${address} ${record.parameters.join()}`,
      text: `exception ${record.code.toString(16)} at ${address}`,
      line: line(section, record.line),
    });
  }
  for (const { bugChecks, systems, processes, exceptions } of pages.values()) {
    differing('bug check', bugChecks, found);
    differing('system', systems, found);
    differing('process', processes, found);
    differing('exception', exceptions, found);
  }
  found.push(...processors(reading, stacks));
  return found.slice(0, MOST);
}

function differing(about: string, statements: readonly Statement[], found: Contradiction[]): void {
  const distinct = new Map<string, { text: string; line: number }>();
  const codes = new Set<string>();
  for (const { key, text, line } of statements) {
    if (key.endsWith(':*') || distinct.has(key)) continue;
    distinct.set(key, { text, line });
    codes.add(key.slice(0, key.indexOf(':')));
  }
  // A bug check printed without all of its parameters contradicts only another code.
  for (const { key, text, line } of statements) {
    if (key.endsWith(':*') && !codes.has(key.slice(0, -2)) && !distinct.has(key)) distinct.set(key, { text, line });
  }
  if (distinct.size > 1) found.push({ about, statements: [...distinct.values()].slice(0, MOST) });
}

/**
 * A thread said to run on one processor whose trap frame is then examined at the prompt of another: the number in the
 * prompt is the debugger's current processor, not the thread's.
 */
function processors(reading: LogReading, stacks: readonly LogStack[]): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const { sections } = reading.transcript;
  const examined = new Map<string, number[]>();
  sections.forEach((section, index) => {
    const trap = /^\.trap\s+(?:0x)?0*([0-9a-f`]{6,17})\s*(?:\[.*)?$/i.exec(section.command)?.[1];
    if (trap === undefined) return;
    const key = trap.replaceAll('`', '').toLowerCase();
    const list = examined.get(key);
    if (list) list.push(index);
    else examined.set(key, [index]);
  });
  if (examined.size === 0) return found;
  for (const { thread, text, where } of stacks) {
    if (thread.processor === null || found.length >= MOST) continue;
    for (const { trapFrame } of text.stack.frames) {
      if (trapFrame === null) continue;
      const at = examined.get(trapFrame.toString(16))?.find((index) => {
        const processor = /^(\d+): kd>$/.exec(sections[index]!.prompt ?? '')?.[1];
        if (index <= where.section || sections[index]!.page !== sections[where.section]!.page) return false;
        return processor !== undefined && Number(processor) !== thread.processor;
      });
      if (at === undefined) continue;
      const running = reading.threads.find(
        ({ value, section }) => section === where.section && value.address === thread.address,
      );
      found.push({
        about: 'processor',
        statements: [
          {
            text: `the thread is RUNNING on processor ${thread.processor}`,
            line: (running?.value.line ?? text.firstLine) + sections[where.section]!.firstLine,
          },
          {
            text: `its trap frame is examined at the prompt ${sections[at]!.prompt}`,
            line: sections[at]!.promptLine ?? sections[at]!.firstLine,
          },
        ],
      });
    }
  }
  return found;
}
