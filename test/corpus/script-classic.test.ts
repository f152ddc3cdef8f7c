import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORPUS, scriptLines, truthOf } from './script-console.ts';

const XP = 'forged/x86/xp-spin.dmp';
const PTE = 'forged/x86/w2003-pte.dmp';

interface Truth {
  readonly processes: readonly {
    readonly addr: string;
    readonly pid: string;
    readonly image: string;
    readonly modules: readonly { readonly path: string; readonly base: string }[];
  }[];
}
interface MemoryTruth extends Truth {
  readonly vm: Readonly<Record<string, number>>;
  readonly failures: { readonly pte: number; readonly pool: number };
}

/** Scripts as they were written for 32-bit Windows, and what the truth files make them print. */
describe.skipIf(!existsSync(join(CORPUS, XP)))(
  'scripts of the time of XP print what is true of the forged x86 dumps (needs ../shared/corpus)',
  () => {
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
  },
);
