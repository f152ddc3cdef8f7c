import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelNode } from '../../src/debugger/data-model/view.ts';
import { Console } from '../transcripts/console.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const FORGED = join(CORPUS, 'forged/x64');
const dump = join(FORGED, 'w10-locks.dmp');

interface Truth {
  readonly processes: readonly {
    readonly address: string;
    readonly pid: number;
    readonly name: string;
    readonly peb: string | null;
    readonly user_modules: readonly unknown[];
    readonly handle_count: number;
    readonly threads: readonly {
      readonly address: string;
      readonly tid: number;
      readonly teb: string | null;
      readonly stack: readonly { readonly symbol?: string }[];
    }[];
  }[];
}

const TRIAGE = join(CORPUS, 'kernel-triage/rizinorg__rizin-testbins__triage_x64.dmp');

describe.skipIf(!existsSync(dump))(
  'dx over a forged kernel dump agrees with its truth file (needs ../shared/corpus)',
  () => {
    test('processes, threads, handles and stacks', async () => {
      const truth = JSON.parse(readFileSync(join(FORGED, 'expected/w10-locks.json'), 'utf8')) as Truth;
      const listed = truth.processes.filter(({ pid }) => pid !== 0);
      const console = new Console(dump, [join(CORPUS, 'isf')]);
      const shown = async (expression: string) => {
        const [outcome] = await console.run(`dx ${expression}`);
        expect(outcome!.error, expression).toBeNull();
        return (outcome!.data as { node: ModelNode }).node;
      };
      const rows = await shown(
        '-g @$cursession.Processes.Select(p => new { n = p.Name, t = p.Threads.Count(), h = p.Handles.Count() })',
      );
      expect(rows.children?.map(({ name, children }) => [name, ...(children ?? []).map(({ text }) => text)])).toEqual(
        listed.map(({ pid, name, threads, handle_count }) => [
          `[0x${pid.toString(16)}]`,
          name.slice(0, 14),
          `0x${threads.length.toString(16)}`,
          `0x${handle_count.toString(16)}`,
        ]),
      );
      const [system] = listed;
      const thread = system!.threads[0]!;
      const frames = await shown(`@$cursession.Processes[4].Threads[0x${thread.tid.toString(16)}].Stack.Frames`);
      expect(frames.children?.map(({ text }) => /!(\w+)/.exec(text ?? '')?.[1])).toEqual(
        thread.stack.map(({ symbol }) => symbol),
      );
      // A member of the structure behind the object is the same number.
      const ids = await shown(
        '@$cursession.Processes.All(p => (unsigned __int64)p.KernelObject.UniqueProcessId == p.Id)',
      );
      expect(ids.text).toBe('true');
      console.close();
    });
  },
);

/** Lines of public articles about dx: Microsoft Learn ("dx", "Using LINQ with the debugger objects") and blogs on it. */
describe.skipIf(!existsSync(dump))(
  'dx lines of public articles on a forged kernel dump (needs ../shared/corpus)',
  () => {
    const truth = () => JSON.parse(readFileSync(join(FORGED, 'expected/w10-locks.json'), 'utf8')) as Truth;
    let console_: Console;
    beforeAll(() => {
      console_ = new Console(dump, [join(CORPUS, 'isf')]);
    });
    afterAll(() => console_.close());
    const listed = () => truth().processes.filter(({ pid }) => pid !== 0);
    const shown = async (line: string): Promise<ModelNode> => {
      const [outcome] = await console_.run(`dx ${line}`);
      expect(outcome!.error, line).toBeNull();
      return (outcome!.data as { node: ModelNode }).node;
    };
    const texts = async (line: string) => (await shown(line)).children?.map(({ text }) => text);
    const HEAD = '*(nt!_LIST_ENTRY*)&nt!PsActiveProcessHead';
    const LIST = `Debugger.Utility.Collections.FromListEntry(${HEAD}, "nt!_EPROCESS", "ActiveProcessLinks")`;

    test('FromListEntry walks a list that no member of the model has', async () => {
      const names = listed().map(({ name }) => name.slice(0, 14));
      expect((await shown(`${LIST}.Count()`)).value).toBe(BigInt(names.length));
      expect(await texts(`${LIST}.Select(p => p.ImageFileName.ToDisplayString("sb"))`)).toEqual(names);
      expect(await texts(`${LIST}.Select(p => (int)p.UniqueProcessId)`)).toEqual(listed().map(({ pid }) => `${pid}`));
      const apart =
        'Debugger.Utility.Collections.FromListEntry(&nt!PsActiveProcessHead, "nt", "_EPROCESS", "ActiveProcessLinks")';
      expect((await shown(`${apart}.Count()`)).value).toBe(BigInt(names.length));
    });

    test('processes by name and by number of threads, grouped and sorted', async () => {
      const counts = listed().map(({ threads }) => threads.length);
      const most = [...counts].sort((a, b) => b - a).slice(0, 5);
      const five = await shown(
        '-r2 Debugger.Sessions[0].Processes.Select(p => new { Name = p.Name, ThreadCount = p.Threads.Count() }).OrderByDescending(p => p.ThreadCount),5',
      );
      expect(five.more).toBe(true);
      expect(five.children?.map(({ children }) => Number(children?.[1]?.value))).toEqual(most);
      const busy = listed().filter(({ threads }) => threads.length > 2);
      expect(
        (await shown('@$cursession.Processes.Where(p => p.Threads.Count() > 2)')).children?.map(({ name }) => name),
      ).toEqual(busy.map(({ pid }) => `[0x${pid.toString(16)}]`));
      const groups = await shown(
        '-r2 @$cursession.Processes.GroupBy(p => p.Name).Select(g => new { n = g.First().Name, c = g.Count() })',
      );
      const tally = new Map<string, number>();
      for (const { name } of listed()) tally.set(name.slice(0, 14), (tally.get(name.slice(0, 14)) ?? 0) + 1);
      expect(groups.children?.map(({ children }) => [children?.[0]?.text, Number(children?.[1]?.value)])).toEqual([
        ...tally,
      ]);
      expect((await shown('@$cursession.Processes.Sum(p => p.Threads.Count())')).value).toBe(
        BigInt(counts.reduce((a, b) => a + b)),
      );
      expect((await shown('@$cursession.Processes.Flatten(p => p.Threads).Count()')).value).toBe(
        BigInt(counts.reduce((a, b) => a + b)),
      );
      expect((await shown('@$cursession.Processes.Average(p => p.Threads.Count())')).value).toBeCloseTo(
        counts.reduce((a, b) => a + b) / counts.length,
      );
      expect((await shown('@$cursession.Processes.First(p => p.Name == "lsass.exe").Id')).value).toBe(
        BigInt(listed().find(({ name }) => name === 'lsass.exe')!.pid),
      );
      expect((await shown('@$cursession.Processes.Any(p => p.Name.Contains("nothing"))')).text).toBe('false');
    });

    test('verbs about two sequences', async () => {
      await shown('@$ids = @$cursession.Processes.Select(p => p.Id)');
      const ids = listed().map(({ pid }) => `0x${pid.toString(16)}`);
      expect(await texts('@$ids.Except(@$ids.Skip(2))')).toEqual(ids.slice(0, 2));
      expect(await texts('@$ids.Intersect(@$ids.Take(3))')).toEqual(ids.slice(0, 3));
      expect(await texts('@$ids.Take(2).Concat(@$ids.Take(1))')).toEqual([ids[0], ids[1], ids[0]]);
      expect(await texts('@$ids.Take(2).Union(@$ids.Take(3))')).toEqual(ids.slice(0, 3));
      expect(await texts('@$ids.Reverse().Take(2)')).toEqual([...ids].reverse().slice(0, 2));
      expect(await texts('@$ids.Take(2).Zip(@$ids.Skip(1), (a, b) => a + b)')).toEqual(
        [0, 1].map((at) => `0x${(Number(ids[at]) + Number(ids[at + 1])).toString(16)}`),
      );
      expect(await texts('@$ids.SkipWhile(i => i < 0x200).TakeWhile(i => i < 0x300)')).toEqual(
        ids.filter((id) => Number(id) >= 0x200 && Number(id) < 0x300),
      );
      expect((await shown('@$ids.Aggregate((a, b) => a + b)')).value).toBe(
        listed().reduce((sum, { pid }) => sum + BigInt(pid), 0n),
      );
      expect((await shown('@$ids.Single(i => i == 4)')).value).toBe(4n);
      expect((await shown('@$ids.SequenceEqual(@$ids)')).text).toBe('true');
      expect(await console_.text('dx @$ids.Single()')).toContain('more than one');
      expect(await console_.text('dx @$vars')).toContain('ids');
    });

    test('commands give their lines, and lambdas can be kept', async () => {
      const lines = await texts('Debugger.Utility.Control.ExecuteCommand("lm1m")');
      expect(lines).toEqual((await console_.text('lm1m')).trimEnd().split('\n'));
      await shown(
        '@$sym = (x => Debugger.Utility.Control.ExecuteCommand(".printf \\"%y\\", " + ((__int64)x).ToDisplayString("x"))[0])',
      );
      expect((await shown('@$sym(&nt!PsActiveProcessHead)')).text).toContain('nt!PsActiveProcessHead');
      expect(await console_.text('dx Debugger.Utility.Control.ExecuteCommand("dx @$f()")')).toContain('@$f');
      await console_.run('dx @$f = (() => Debugger.Utility.Control.ExecuteCommand("dx @$f()").Last())');
      expect(await console_.text('dx @$f()')).toContain('more than 8 deep');
    });

    test('two objects of one process are equal', async () => {
      expect((await shown('@$cursession.Processes[4] == @$cursession.Processes.First()')).text).toBe('true');
      expect((await shown('@$cursession.Processes[4] != @$cursession.Processes.Last()')).text).toBe('true');
      expect((await shown('@$cursession.Processes.Contains(@$cursession.Processes[4])')).text).toBe('true');
      expect((await shown('@$cursession.Processes.Except(@$cursession.Processes.Skip(1)).Count()')).value).toBe(1n);
    });

    test('what is current follows .process and .thread', async () => {
      const [last] = listed()
        .filter(({ peb, user_modules }) => peb !== null && user_modules.length > 0)
        .slice(-1);
      const [thread] = last!.threads;
      await console_.run(`.process /p ${last!.address.slice(2)}`);
      expect((await shown('@$curprocess.Id')).value).toBe(BigInt(last!.pid));
      expect(await console_.text('!peb')).toMatch(new RegExp(`^PEB at 0*${last!.peb!.slice(2)}\n`));
      await console_.run(`.thread ${thread!.address.slice(2)}`);
      expect((await shown('@$curthread.Id')).value).toBe(BigInt(thread!.tid));
      const block = await shown('&@$curthread.Environment.EnvironmentBlock');
      expect(block.value).toBe(BigInt(thread!.teb!));
      expect(await console_.text('!teb')).toMatch(new RegExp(`^TEB at 0*${thread!.teb!.slice(2)}\n`));
      // The thread stays, and another process comes into view.
      await console_.run(`.process /p ${listed()[0]!.address.slice(2)}`);
      await console_.run('.thread');
    });

    test('symbols without a type are no functions; links of debuggers are understood', async () => {
      expect((await shown('nt!PsInitialSystemProcess')).text).toMatch(/^<no type information at Address 0xf/);
      expect((await shown('(*(nt!_EPROCESS**)&nt!PsInitialSystemProcess)->ImageFileName')).text).toBe('"System"');
      expect((await shown('@$cursession.Processes[4].KernelObject.CreateTime')).text).toMatch(/^\{\d+\}$/);
      const link = await shown('-id 0,0,ffffb0a2c0004080 -r1 (*((ntkrnlmp!_LIST_ENTRY *)&nt!PsActiveProcessHead))');
      expect(link.children?.map(({ name }) => name)).toEqual(['Flink', 'Blink']);
      expect((await shown('((nt!_KUSER_SHARED_DATA*)0xfffff78000000000)->NtMajorVersion')).value).toBe(10n);
      expect(await console_.text('dx (nt!_EPROCES*)0')).toContain(
        "Couldn't resolve error at 'nt!_EPROCES': no such type; did you mean nt!_EPROCESS?",
      );
    });
  },
);

describe.skipIf(!existsSync(TRIAGE))(
  'what a dump holds in part is not counted as the whole (needs ../shared/corpus)',
  () => {
    test('numbers about cut lists say so', async () => {
      const console_ = new Console(TRIAGE, [join(CORPUS, 'isf')]);
      for (const list of ['Processes', 'Processes[4].Threads', 'Processes[4].Io.Handles']) {
        const line = `@$cursession.${list}.Count() + 1`;
        const [outcome] = await console_.run(`dx ${line}`);
        expect((outcome!.data as { node: ModelNode }).node.note, line).toMatch(/cut|not in the dump/);
        expect(outcome!.text, line).toMatch(/: 0x[\da-f]+ \(/);
      }
      console_.close();
    });

    test('what is not in the dump stands apart, and hides nothing beside it', async () => {
      const console_ = new Console(TRIAGE, [join(CORPUS, 'isf')]);
      const shown = async (line: string) => ((await console_.run(`dx ${line}`))[0]!.data as { node: ModelNode }).node;
      // Links of threads without the threads: none of them is one with the id 0.
      const threads = await shown('@$curprocess.Threads');
      expect(threads.children?.map(({ name }) => name)).toEqual(['[0x108]']);
      expect(threads.note).toContain('4 are not in the dump');
      const LIST =
        'Debugger.Utility.Collections.FromListEntry(&nt!PsActiveProcessHead, "nt!_EPROCESS", "ActiveProcessLinks")';
      const ids = await shown(`${LIST}.Select(p => p.UniqueProcessId)`);
      const isRead = ids.children?.map(({ value }) => value !== null);
      expect(isRead).toEqual([true, false, true, true, true]);
      expect(ids.children?.[1]?.text).toMatch(/^<Unable to read memory at Address 0x[\da-f]+>$/);
      const rows = await shown(
        `-g ${LIST}.Select(p => new { Id = p.UniqueProcessId, Base = p.Pcb.DirectoryTableBase })`,
      );
      expect(rows.children?.[2]?.children?.map(({ text }) => text?.slice(0, 4))).toEqual(['0xb4', '<Una']);
      const found = await shown(`${LIST}.Where(p => (int)p.UniqueProcessId == 4).Count()`);
      expect([found.value, found.note]).toEqual([1n, expect.stringMatching(/^1 left out/)]);
      // Neither do verbs lose what is lost, of either of two lists.
      for (const verbs of ['Distinct()', 'Skip(0)', 'ToArray()', 'Reverse()', 'GroupBy(t => t.Id)', 'Append(1)'])
        expect((await shown(`@$curprocess.Threads.${verbs}.Count()`)).note, verbs).toContain('4 are not in the dump');
      for (const verbs of ['Concat(@$curprocess.Threads)', 'Except(@$curprocess.Threads)'])
        expect((await shown(`(new { A = "x" }).A.Split(",").${verbs}.Count()`)).note, verbs).toContain('cut');
      expect(await console_.text(`dx ${LIST}.Select(p => p.UniqueProcesId)`)).toContain('did you mean UniqueProcessId');
      console_.close();
    });
  },
);

const MEMORY = join(FORGED, 'w10-memory.dmp');

describe.skipIf(!existsSync(MEMORY))('handles of many processes (needs ../shared/corpus)', () => {
  test('their number is that of the truth file, also where processes have exited', async () => {
    const { processes } = JSON.parse(readFileSync(join(FORGED, 'expected/w10-memory.json'), 'utf8')) as {
      readonly processes: readonly {
        readonly handle_count: number | null;
        readonly handle_types?: Readonly<Record<string, number>>;
        readonly zombie: boolean;
      }[];
    };
    const console_ = new Console(MEMORY, [join(CORPUS, 'isf')]);
    const shown = async (line: string) => ((await console_.run(`dx ${line}`))[0]!.data as { node: ModelNode }).node;
    expect(processes.some(({ zombie }) => zombie)).toBe(true);
    const all = await shown('@$cursession.Processes.SelectMany(p => p.Handles).Count()');
    const stated = processes.reduce((sum, { handle_count }) => sum + (handle_count ?? 0), 0);
    expect([all.value, all.note]).toEqual([BigInt(stated), null]);
    const mutants = await shown('@$cursession.Processes.Where(p => p.Handles.Any(h => h.Type == "Mutant")).Count()');
    const holders = processes.filter(({ handle_types }) => handle_types?.['Mutant']).length;
    expect([mutants.value, mutants.note]).toEqual([BigInt(holders), null]);
    console_.close();
  });
});

const EXCEPTION = join(CORPUS, 'made/msvcex-x64-f2.dmp');

describe.skipIf(!existsSync(EXCEPTION))('a dump of a C++ program (needs ../shared/corpus)', () => {
  test('variables that the compiler has not kept are no unknown names', async () => {
    const console_ = new Console(EXCEPTION, [join(CORPUS, 'made')]);
    await console_.run('.frame 3');
    expect(await console_.text('?? r')).toContain("'r' has no value that is available here");
    expect(await console_.text('dx r')).toContain("'r' has no value that is available here");
    expect(await console_.text('?? rr')).toContain("Couldn't resolve error at 'rr'");
    // msvcex.cpp: { {1, 2, 3, 4}, 1, 2, true } and Green = 5.
    expect(await console_.text('?? msvcex_x86_64!g_ring.data[1] + probe::Color::Green')).toBe('int 0n7\n');
    expect(await console_.text('?? g_ring.tail')).toBe('unsigned int 2\n');
    console_.close();
  });
});
