import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withCases } from '../../src/cli/open.ts';
import { readAvailable } from '../../src/memory/space.ts';
import type { Target } from '../../src/target/target.ts';
import { type ExceptionResidue, findExceptions } from '../../src/windows/exception-residue.ts';

const USER = resolve(import.meta.dirname, '../../../shared/corpus/user');
const HAS = existsSync(USER);

/** Every exception on every stack of a dump, with the thread that it lies in. */
function residueOf(target: Target): { thread: number; found: ExceptionResidue }[] {
  return target.threads.flatMap(({ index, stack, context, wow64Context }) => {
    const { architecture } = wow64Context ?? context ?? {};
    if (!stack || (architecture !== 'x86' && architecture !== 'x64')) return [];
    const all: { thread: number; found: ExceptionResidue }[] = [];
    for (let at = stack.limit; at < stack.base; ) {
      const bytes = readAvailable(target.memory, at, stack.base - at);
      for (const found of findExceptions(bytes, at, architecture, stack)) all.push({ thread: index, found });
      at += bytes.length || 0x1000 - (at % 0x1000);
    }
    return all;
  });
}

/** Dumps saved while the process handled its exception: the record and the CONTEXT still lie on the failing stack. */
const HANDLED_INSIDE = [
  'electron__node-minidump__windows',
  'getsentry__symbolicator__windows',
  'google__breakpad__ascii_read_av',
  'google__breakpad__exec_av_on_stack',
  'google__breakpad__minidump2',
  'google__breakpad__null_read_av',
  'google__breakpad__stack_exhaustion',
  'google__breakpad__thread_name_list',
  'google__breakpad__write_av_non_canonical',
  'rust-minidump__rust-minidump__test',
];
/** Saved from outside, by a debugger or a service: no stack holds an exception. */
const SAVED_OUTSIDE = [
  'google__breakpad__tiny-exe-with-cet-xsave',
  'google__syzygy__notepad-small-32bit',
  'llvm-mirror__lldb__fizzbuzz_no_heap',
];

describe.skipIf(!HAS)('exceptions on raw stacks of real dumps (needs ../shared/corpus)', () => {
  test.each(HANDLED_INSIDE)(
    '%s: the one on the failing stack is that of the exception stream, and no other',
    async (name) => {
      await withCases(join(USER, `${name}.dmp`), async (opened) => {
        const target = opened.opened ? opened.theCase.target : null;
        const all = residueOf(target!);
        expect(all.map(({ found }) => [found.code, found.address])).toEqual([
          [target!.exception!.code >>> 0, target!.exception!.address],
        ]);
        expect(target!.threads[all[0]!.thread]!.id).toBe(target!.exception!.threadId);
        const registers = target!.exception!.context!.registers;
        for (const register of ['eip', 'esp', 'rip', 'rsp'])
          expect(all[0]!.found.context.registers.get(register)).toBe(registers.get(register));
      });
    },
  );
  test.each(SAVED_OUTSIDE)('%s: none', async (name) => {
    await withCases(join(USER, `${name}.dmp`), async (opened) => {
      expect(residueOf((opened.opened ? opened.theCase.target : null)!)).toEqual([]);
    });
  });
});
