import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPUS, scriptLines, truthOf } from './script-console.ts';

const XP = 'forged/x86/xp-spin.dmp';
const PTE = 'forged/x86/w2003-pte.dmp';
const RESOURCES = 'forged/x86/w2003-locks.dmp';
const SUSPENDED = 'forged/x86/w2003-suspended.dmp';

interface Truth {
  readonly processes: readonly {
    readonly addr: string;
    readonly pid: string;
    readonly image: string;
    readonly modules: readonly { readonly path: string; readonly base: string }[];
    readonly threads: readonly { readonly addr: string; readonly suspend: number }[];
  }[];
  readonly processors: readonly {
    readonly n: number;
    readonly prcb: string;
    readonly current: string;
    readonly idle: string;
  }[];
}
interface ResourceTruth extends Truth {
  readonly resources: {
    readonly total: number;
    readonly held: number;
    readonly contended: readonly { readonly addr: string; readonly contention: number }[];
  };
}
interface MemoryTruth extends Truth {
  readonly vm: Readonly<Record<string, number>>;
  readonly failures: { readonly pte: number; readonly pool: number };
}

/** Scripts as they were written for 32-bit Windows, and what the truth files make them print. */
describe.skipIf(!existsSync(join(CORPUS, XP)))(
  'scripts of the time of XP print what is true of the forged x86 dumps (needs ../shared/corpus)',
  () => {
    test('the list of processes by offsets that were counted by hand', async () => {
      expect(await scriptLines(XP, 'xp-process-list.wds')).toEqual(
        truthOf<Truth>(XP).processes.map(({ pid, addr, image }) => `${pid} ${addr} ${image}`),
      );
    });

    test("the loader's list of a process, by offsets", async () => {
      const process = truthOf<Truth>(XP).processes.find(({ modules }) => modules.length > 0)!;
      expect(await scriptLines(XP, `xp-modules.wds ${process.addr}`)).toEqual([
        `Implicit process is now ${process.addr}`,
        ...process.modules.map(({ base, path }) => `${base} ${path.replace(/^.*\\/, '')}`),
      ]);
    });

    test('counters of the memory manager by public symbols', async () => {
      const { vm, failures } = truthOf<MemoryTruth>(PTE);
      expect(await scriptLines(PTE, 'memory-counters.wds')).toEqual([
        `PTE failures ${failures.pte}, pool failures ${failures.pool}`,
        'insufficient PTEs',
        `${vm['Available Pages']! * 4} KB of ${vm['Physical Memory']! * 4} KB`,
      ]);
    });

    test('33,816 resources in a loop', async () => {
      const { resources } = truthOf<ResourceTruth>(RESOURCES);
      const worst = resources.contended.reduce((a, b) => (b.contention > a.contention ? b : a));
      expect(await scriptLines(RESOURCES, 'resource-count.wds')).toEqual([
        `${resources.total} resources, ${resources.held} active, contention ${worst.contention} at ${worst.addr}`,
      ]);
    });

    test('processors by nt!KiProcessorBlock', async () => {
      expect(await scriptLines(SUSPENDED, 'processors.wds')).toEqual(
        truthOf<Truth>(SUSPENDED).processors.map(({ n, prcb, current, idle }) => {
          return `cpu ${n} prcb ${prcb} thread ${current} ${current === idle ? 'idle' : 'busy'}`;
        }),
      );
    });

    test('suspended threads by !for_each_thread', async () => {
      const suspended = truthOf<Truth>(SUSPENDED).processes.flatMap(({ image, threads }) =>
        threads.filter(({ suspend }) => suspend > 0).map(({ addr, suspend }) => `${addr} ${suspend} ${image}`),
      );
      expect(await scriptLines(SUSPENDED, 'suspended.wds')).toEqual([...suspended, `${suspended.length} suspended`]);
    });
  },
);
