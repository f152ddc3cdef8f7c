import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UsageError } from '../src/bytes/errors.ts';
import { BytesSource } from '../src/bytes/source.ts';
import { COMMANDS } from '../src/commands/index.generated.ts';
import { Commands } from '../src/debugger/dispatch.ts';
import { Session } from '../src/debugger/session.ts';
import { openCase } from '../src/evidence/open-case.ts';
import { CHECKLIST } from '../src/handbook/checklist-items.ts';
import { PATTERNS_OF_TERMS } from '../src/handbook/cross-links.ts';
import { PATTERNS } from '../src/patterns/index.generated.ts';
import { SynthMachine, synthFullDump } from './synth/kernel-dump-writer.ts';
import { synthKernel } from './synth/kernel-scene.ts';
import { Console } from './transcripts/console.ts';

const SRC = resolve(import.meta.dirname, '../src');
const registry = new Commands(COMMANDS);

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path);
    return name.endsWith('.ts') && !/\.(test|generated)\.ts$/.test(name) ? [path] : [];
  });
}

const DEMO = resolve(import.meta.dirname, 'fixtures/demo');
const user = new Console(`${DEMO}/crash.dmp`, [DEMO]);
afterAll(() => user.close());
const machine = new SynthMachine('x64');
const kernel = new Session(
  openCase(new BytesSource(synthFullDump(machine, synthKernel(machine).header)), 'x.dmp'),
  async () => ({
    table: null,
    image: null,
    note: '',
  }),
);

test('every file of commands and patterns is registered', () => {
  expect(COMMANDS.length).toBe(files(join(SRC, 'commands')).length);
  expect(PATTERNS.length).toBe(files(join(SRC, 'patterns')).length);
});

test('no spelling of a command is taken twice', () => {
  const spellings = COMMANDS.flatMap(({ name, aliases }) =>
    [name, ...(aliases ?? [])].map((each) => each.toLowerCase()),
  );
  expect(spellings.filter((each, index) => spellings.indexOf(each) !== index)).toEqual([]);
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))('command %s', (name, command) => {
  test('has name, syntax and summary', () => {
    expect(name).toMatch(/^(?:[!.]?[a-z][\w.]*\??|\?\??|~|\|\|?|#)$/i);
    // `d[d|p|q]s` stands for several spellings, so only the beginning is certain.
    expect(command.syntax[0]).toBe(name[0]);
    expect(command.summary).toMatch(/^[A-Z].{10,}\.$/s);
    expect(command.summary).not.toContain('\n');
  });
  test('has an example that runs it', () => {
    const found = registry.find(command.example);
    expect(found?.command.name).toBe(name);
    const { typed, args } = found!;
    const parses = [user.session, kernel].map((session) => {
      try {
        command.parse(args, session, typed);
        return true;
      } catch (error) {
        if (error instanceof UsageError) return error.message;
        throw error;
      }
    });
    expect(parses).toContain(true);
  });
  test('names patterns that exist', () => {
    const ids = PATTERNS.map(({ id }) => id);
    expect(command.patterns.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

const patternFiles = files(join(SRC, 'patterns')).map((path) => basename(path, '.ts'));

test('ids of patterns are unique and are the names of their files', () => {
  expect(PATTERNS.map(({ id }) => id).sort()).toEqual(patternFiles.sort());
  expect(new Set(PATTERNS.map(({ name }) => name)).size).toBe(PATTERNS.length);
});

/** Commands that a link may name although none of ours answers it: WinDbg's spelling, which a reader can type there. */
const COMMAND = /^(?:[!.~][\w*#.].*|[a-z]{1,5}\d?(?: .*)?|vertarget)$/;

describe.each(PATTERNS.map((pattern) => [pattern.id, pattern] as const))('pattern %s', (id, pattern) => {
  test('has the texts that a reader needs', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(pattern.name.trim()).not.toBe('');
    expect(pattern.meaning.trim().length).toBeGreaterThan(20);
    expect(pattern.advice.length).toBeGreaterThan(0);
    for (const line of pattern.advice) expect(line.trim()).not.toBe('');
    expect(pattern.appliesTo.length).toBeGreaterThan(0);
  });
  test('links to patterns and commands', () => {
    const ids = PATTERNS.map((each) => each.id);
    expect(pattern.links.filter((link) => !ids.includes(link) && !COMMAND.test(link))).toEqual([]);
    expect(pattern.links).not.toContain(id);
  });
});

test('the checklist asks patterns that exist', () => {
  const ids = new Set(PATTERNS.map(({ id }) => id));
  const asked = CHECKLIST.flatMap((item) => item.patterns ?? []);
  expect([...new Set(asked)].filter((id) => !ids.has(id))).toEqual([]);
});

test('the glossary leads to patterns that exist', () => {
  const ids = new Set(PATTERNS.map(({ id }) => id));
  expect(Object.values(PATTERNS_OF_TERMS).flatMap((named) => named.filter((id) => !ids.has(id)))).toEqual([]);
});

// What a dump says must not become commands: those that run others say so, and are given such texts closed.
test('every command that runs other lines says that it holds commands', () => {
  // They run lines of their own: `.hh`, `?? @$t0`.
  const ownLines = new Set(['evaluate.ts', 'r-typed.ts']);
  const running = files(join(SRC, 'commands')).filter((path) => {
    const text = readFileSync(path, 'utf8');
    return /runLine|for-each\.ts'|line-output\.ts'/.test(text) && !ownLines.has(basename(path));
  });
  expect(running.length).toBeGreaterThan(8);
  for (const path of running) expect(readFileSync(path, 'utf8'), path).toContain('holdsCommands: true');
  expect(registry.find('dx 1')?.command.holdsCommands).toBe(true);
  expect(registry.find('!mex.t')?.command.holdsCommands ?? true).toBe(true);
});
