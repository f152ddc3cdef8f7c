import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPUS, scriptLines, truthOf } from './script-console.ts';

const LOCKS = 'forged/x64/w10-locks.dmp';
const MEMORY = 'forged/x64/w10-memory.dmp';

interface Truth {
  readonly processes: readonly Process[];
  readonly modules: readonly { readonly name: string; readonly base: string; readonly size: number }[];
  readonly unloaded_modules: readonly { readonly name: string; readonly start: string; readonly end: string }[];
  readonly resources: readonly {
    readonly address: string;
    readonly exclusive: boolean;
    readonly contention: number;
    readonly owners: readonly { readonly thread: string }[];
  }[];
  readonly cpus: readonly {
    readonly number: number;
    readonly prcb: string;
    readonly current_thread: string;
    readonly idle_thread: string;
  }[];
  readonly uptime: number;
}

interface Process {
  readonly address: string;
  readonly pid: number;
  readonly image_file_name: string;
  readonly path: string;
  readonly exit_status: number | null;
  readonly zombie: boolean;
  readonly handle_count: number;
  readonly vads: readonly unknown[] | null;
  readonly command_line: string | null;
  readonly user_modules: readonly { readonly name: string; readonly path: string; readonly base: string }[];
  readonly threads: readonly Thread[];
}

interface Thread {
  readonly address: string;
  readonly tid: number;
  readonly state: string;
  readonly wait_reason: string | null;
  readonly waited_ticks: number;
  readonly suspend_count: number;
  readonly stack: readonly { readonly symbol?: string }[];
}

const bare = (address: string) => address.replace('0x', '');
const hex = (value: number) => value.toString(16);
const listed = ({ processes }: Truth) => processes.filter(({ pid }) => pid !== 0);
const threads = (truth: Truth) => listed(truth).flatMap((process) => process.threads);
const busiest = (truth: Truth) => listed(truth).reduce((a, b) => (b.handle_count > a.handle_count ? b : a));
const inState = ({ threads }: Process, state: string) => threads.filter((thread) => thread.state === state).length;
/** What the scripts print for a process whose name is given, whatever its case. */
const named = (truth: Truth, name: string) => listed(truth).filter(({ image_file_name }) => image_file_name === name);

type Expected = (truth: Truth) => readonly string[];

/** A script of the kind that people publish, its dump, and what the truth file makes it print. */
const SCRIPTS: readonly (readonly [script: string, dump: string, expected: Expected])[] = [
  [
    'process-list.wds',
    LOCKS,
    (truth) => listed(truth).map((p) => `${p.image_file_name} 0x${hex(p.pid)} at ${p.address}`),
  ],
  [
    'process-threads.wds',
    LOCKS,
    (truth) =>
      listed(truth).map((process) => {
        const waiting = String(inState(process, 'waiting')).padStart(2);
        const name = process.image_file_name.padEnd(16);
        return `${name} waiting ${waiting}, ready ${inState(process, 'ready')}, running ${inState(process, 'running')}`;
      }),
  ],
  [
    'process-masm.wds',
    MEMORY,
    (truth) => listed(truth).map((p) => `${String(p.pid).padStart(5)}  ${bare(p.address)}  ${p.image_file_name}`),
  ],
  ['process-extension.wds', LOCKS, (truth) => listed(truth).map((p) => p.image_file_name)],
  ['for-each-process.wds', LOCKS, (truth) => listed(truth).map((p) => `${bare(p.address)} ${p.threads.length}`)],
  [
    'for-each-thread.wds',
    LOCKS,
    (truth) => {
      // WrResource is 27 in the enumeration of wait reasons, and the first of its kind here.
      const all = threads(truth);
      return [`${all.filter(({ wait_reason }) => wait_reason === 'WrResource').length} of ${all.length}`];
    },
  ],
  // The head of the list is no process; !list ends what it prints for each entry with a line end.
  ['list-extension.wds', LOCKS, (truth) => ['', ...listed(truth).map(({ pid }) => hex(pid))]],
  [
    'processors.wds',
    LOCKS,
    ({ cpus }) =>
      cpus.map((cpu) => {
        const state = cpu.current_thread === cpu.idle_thread ? 'idle' : 'busy';
        return `cpu ${cpu.number} prcb ${bare(cpu.prcb)} thread ${bare(cpu.current_thread)} ${state}`;
      }),
  ],
  [
    'drivers.wds',
    LOCKS,
    ({ modules }) => [
      ...modules.map(({ base, size, name }) => `${bare(base)} ${hex(size).padStart(8)} ${name}`),
      `${modules.length} modules`,
    ],
  ],
  [
    'unloaded.wds',
    LOCKS,
    (truth) => truth.unloaded_modules.map(({ name, start, end }) => `${name} ${bare(start)} ${bare(end)}`),
  ],
  [
    'resources.wds',
    LOCKS,
    ({ resources }) =>
      resources
        .filter(({ owners }) => owners.length > 0)
        .map(({ address, exclusive, contention, owners }) => {
          const owner = exclusive ? `owner ${bare(owners[0]!.thread)}` : 'shared';
          return `${bare(address)} contention ${contention} ${owner}`;
        }),
  ],
  [
    'resource-count.wds',
    LOCKS,
    ({ resources }) => {
      const worst = resources.reduce((a, b) => (b.contention > a.contention ? b : a));
      const active = resources.filter(({ owners }) => owners.length > 0).length;
      return [
        `${resources.length} resources, ${active} active, contention ${worst.contention} at ${bare(worst.address)}`,
      ];
    },
  ],
  [
    'user-modules.wds ORDERAPP.EXE',
    LOCKS,
    (truth) =>
      named(truth, 'orderapp.exe').flatMap(({ address, user_modules }) => [
        `Implicit process is now ${bare(address).replace(/^(.{8})/, '$1`')}`,
        user_modules.map(({ name }) => name).join(' '),
      ]),
  ],
  [
    'vads.wds orderapp.exe',
    LOCKS,
    (truth) => named(truth, 'orderapp.exe').map(({ vads }) => `${vads!.length} ${vads!.length}`),
  ],
  [
    'image-paths.wds s*',
    LOCKS,
    (truth) =>
      listed(truth)
        .filter((p) => /^s/i.test(p.image_file_name))
        .map((p) => p.path),
  ],
  [
    'command-lines.wds',
    LOCKS,
    (truth) =>
      listed(truth)
        // System alone has no PEB; those of the others are in the dump where the truth has a command line.
        .filter(({ pid }) => pid !== 4)
        .flatMap(({ address, pid, command_line }) => [
          `Implicit process is now ${bare(address).replace(/^(.{8})/, '$1`')}`,
          ...(command_line === null ? [] : [`${pid}: ${command_line}`]),
        ]),
  ],
  [
    'thread-stack.wds ffffb0a2c0032080',
    LOCKS,
    (truth) => {
      const thread = threads(truth).find(({ address }) => address === '0xffffb0a2c0032080')!;
      return [
        'Implicit thread is now ffffb0a2`c0032080',
        ...thread.stack.map(({ symbol }) => `nt!${symbol}`),
        `Implicit thread is now ${bare(truth.cpus[0]!.current_thread).replace(/^(.{8})/, '$1`')}`,
      ];
    },
  ],
  [
    'uptime.wds',
    LOCKS,
    ({ uptime }) => {
      const seconds = Math.floor(uptime / 1e7);
      const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
      const hours = Math.floor((seconds % 86400) / 3600);
      return [`${Math.floor(seconds / 86400)} days ${hours}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`];
    },
  ],
  ['characters.wds ffffb0a2c0004080+5a8', LOCKS, () => ['metsyS']],
  [
    'handles.wds',
    LOCKS,
    (truth) => [
      '@$cursession.Processes.Where(p => p.Handles.Count() > 0xb).Select(p => p.Name)',
      ...listed(truth)
        .filter(({ handle_count }) => handle_count > 11)
        .map(({ pid, image_file_name }) => `    ${`[0x${hex(pid)}]`.padEnd(16)} : ${image_file_name}`),
    ],
  ],
  [
    'dx-threads.wds',
    LOCKS,
    (truth) => [
      `@$cursession.Processes.Flatten(p => p.Threads).Count() : 0x${hex(threads(truth).length)}`,
      '@$cursession.Processes.Where(p => p.Name == "lsass.exe").First().Threads.Select(t => t.Id)',
      ...named(truth, 'lsass.exe')[0]!.threads.map(({ tid }) => `    ${`[0x${hex(tid)}]`.padEnd(16)} : 0x${hex(tid)}`),
      `@$cursession.Processes[4].Threads.Count(t => t.KernelObject.Tcb.State == 5) : 0x${hex(inState(listed(truth)[0]!, 'waiting'))}`,
    ],
  ],
  [
    'bugcheck-triage.wds',
    LOCKS,
    () => ['bugcheck E2 (0000000000000000, 0000000000000000, 0000000000000000, 0000000000000000)', 'bucket: MANUAL'],
  ],
  [
    'bugcheck-triage.wds',
    'forged/x64/w10-bsod.dmp',
    () => [
      'bugcheck D1 (0000000000000028, 0000000000000002, 0000000000000000, fffff802102e1027)',
      'bucket: IRQL',
      'at baddrv!MergeCatalog+0x17 (fffff802`102e1027)',
    ],
  ],
  [
    'zombies.wds',
    MEMORY,
    (truth) => {
      const zombies = listed(truth).filter(({ zombie }) => zombie);
      const crashed = zombies.filter(({ exit_status }) => exit_status! >>> 0 === 0xc0000005).length;
      return [`${zombies.length} ended, ${crashed} of them by an access violation`];
    },
  ],
  [
    'handle-leak.wds',
    MEMORY,
    (truth) => [`${busiest(truth).handle_count} handles in ${busiest(truth).image_file_name}`],
  ],
  [
    'suspended.wds',
    MEMORY,
    (truth) => {
      const lines = listed(truth).flatMap((process) =>
        process.threads
          .filter(({ suspend_count }) => suspend_count > 0)
          .map((thread) => `${bare(thread.address)} ${thread.suspend_count} ${process.image_file_name}`),
      );
      return [...lines, `${lines.length} suspended`];
    },
  ],
  [
    'wait-times.wds ffffb0a2c0004080 0n100000',
    LOCKS,
    (truth) =>
      listed(truth)[0]!
        .threads.filter(({ state, waited_ticks }) => state === 'waiting' && waited_ticks > 100_000)
        .map(({ address, waited_ticks }) => `${bare(address)} ${waited_ticks}`),
  ],
  [
    'loader-list.wds ffffb0a2c0045080',
    LOCKS,
    (truth) => [
      'Implicit process is now ffffb0a2`c0045080',
      ...listed(truth)
        .find(({ address }) => address === '0xffffb0a2c0045080')!
        .user_modules.map(({ path, base }) => `${path} at ${base}`),
    ],
  ],
  ['pool-tag.wds Leak', MEMORY, () => ['found Leak']],
  ['module-scan.wds l*', LOCKS, () => [sectionsOf('lockdrv.sys', 'lockdrv', 0x5000)]],
  ['bases.wds lock*', LOCKS, (truth) => [entryOf('lockdrv.sys', 'lockdrv', truth)]],
  ['search.wds lockdrv nosuch', LOCKS, () => ['not there']],
];

/** The header of the image file itself, which the dump holds a copy of. */
function header(file: string): { readonly view: DataView; readonly pe: number } {
  const bytes = readFileSync(join(CORPUS, 'forged/x64/binaries', file));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { view, pe: view.getUint32(0x3c, true) };
}
function sectionsOf(file: string, name: string, size: number): string {
  const { view, pe } = header(file);
  return `${name} ${view.getUint16(pe + 6, true)} sections, ${hex(size)} bytes`;
}
function entryOf(file: string, name: string, { modules }: Truth): string {
  const { view, pe } = header(file);
  const base = bare(modules.find((module) => module.name === file)!.base);
  return `${name} ${base} entry +${hex(view.getUint32(pe + 0x28, true))}`;
}

/** The same scripts on other dumps: Windows 7, a full dump, a boot at its first, fifth and ninth hour. */
const ELSEWHERE: readonly (readonly [script: string, dump: string])[] = [
  ['process-list.wds', 'forged/x64/w7-locks.dmp'],
  ['for-each-thread.wds', 'forged/x64/w7-locks.dmp'],
  ['resources.wds', 'forged/x64/w7-locks.dmp'],
  ['processors.wds', 'forged/x64/w7-locks.dmp'],
  ['process-threads.wds', MEMORY],
  ['list-extension.wds', MEMORY],
  ['unloaded.wds', MEMORY],
  ['uptime.wds', MEMORY],
  ['processors.wds', 'forged/x64/w10-bsod.dmp'],
  ['handle-leak.wds', 'forged/x64/w10-series-1.dmp'],
  ['handle-leak.wds', 'forged/x64/w10-series-2.dmp'],
  ['handle-leak.wds', 'forged/x64/w10-series-3.dmp'],
  ['drivers.wds', 'forged/x64/w10-series-3.dmp'],
];

describe.skipIf(!existsSync(join(CORPUS, LOCKS)))(
  'scripts of the published kinds print what is true of the forged x64 kernel dumps (needs ../shared/corpus)',
  () => {
    test('dx-grid.wds shows rows and columns', async () => {
      const rows = listed(truthOf<Truth>(LOCKS))
        .filter((p) => p.threads.length > 2)
        .sort((a, b) => b.threads.length - a.threads.length)
        .map((p) => [`[0x${hex(p.pid)}]`, p.image_file_name, `0x${hex(p.threads.length)}`]);
      const shown = (await scriptLines(LOCKS, 'dx-grid.wds')).filter((line) => !/^=+$/.test(line));
      const cells = (line: string) => line.replace(/^= | *=$/g, '').split(/ *[-=] +/);
      expect(shown.map(cells)).toEqual([['', 'Name', 'Threads'], ...rows]);
    });

    test('dx-list.wds makes a list of typed objects out of linked structures', async () => {
      const lines = await scriptLines(LOCKS, 'dx-list.wds');
      expect(lines.slice(1).map((line) => / : (0x[0-9a-f]+)/.exec(line)?.[1])).toEqual(
        listed(truthOf<Truth>(LOCKS)).map(({ pid }) => `0x${hex(pid)}`),
      );
    });

    test.each(ELSEWHERE)('%s on %s as well', async (script, dump) => {
      const [, , expected] = SCRIPTS.find(([name]) => name === script)!;
      expect(await scriptLines(dump, script)).toEqual(expected(truthOf<Truth>(dump)));
    });

    test.each(SCRIPTS)('%s on %s', async (script, dump, expected) => {
      expect(await scriptLines(dump, script)).toEqual(expected(truthOf<Truth>(dump)));
    });
  },
);
