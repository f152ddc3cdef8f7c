import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadThreadSymbols } from '../../src/evidence/load-symbols.ts';
import { oddThreads } from '../../src/evidence/odd-threads.ts';
import { processesFact } from '../../src/evidence/processes.ts';
import { stackOf } from '../../src/evidence/thread-stack.ts';
import { hasForged, openForged, X64, X64_DUMPS } from './kernel-case.ts';

interface Frame {
  readonly sp: string;
  readonly ip: string;
  readonly module: string | null;
  readonly symbol?: string;
  readonly offset?: number;
}
interface Truth {
  readonly user_pages_in_dump: boolean;
  readonly processes: readonly {
    readonly threads: readonly {
      readonly address: string;
      readonly stack: readonly Frame[];
      readonly user_stack: readonly Frame[];
      readonly user_rip: string | null;
    }[];
  }[];
}

/** Several symbols of nt share an address; the table has one of them. */
function sameName(ours: string | null, theirs: string): boolean {
  const bare = (name: string | null) => name?.replace(/^K[ix](?=StartSystemThread)/, 'Ki').replace(/^(Nt|Zw)/, 'Nt');
  return bare(ours) === bare(theirs);
}

describe.skipIf(!hasForged)('stacks of all threads (needs ../shared/corpus/forged and isf)', () => {
  test.each(X64_DUMPS)('x64 %s: every frame of the truth table', async (name) => {
    const { theCase, finder } = await openForged(`${X64}/${name}.dmp`);
    const truth = JSON.parse(readFileSync(`${X64}/expected/${name}.json`, 'utf8')) as Truth;
    const first = processesFact(theCase);
    const threads = first.known ? first.value.flatMap((process) => process.threads) : [];
    const loaded = await loadThreadSymbols(theCase, (module, of) => finder.find(module, of), threads);
    const differences: string[] = [];
    let compared = 0;
    let named = 0;
    for (const row of truth.processes.flatMap((process) => process.threads)) {
      const thread = threads.find(({ address }) => address === BigInt(row.address));
      if (!thread) continue;
      const stack = stackOf(loaded, thread);
      const expected = [...row.stack, ...(truth.user_pages_in_dump ? row.user_stack : [])];
      const line = (sp: bigint | null, ip: bigint | null) => `${sp?.toString(16)} ${ip?.toString(16)}`;
      const ours = stack.frames.filter(({ inline }) => !inline);
      expected.forEach((frame, index) => {
        compared++;
        const own = ours[index];
        const want = line(BigInt(frame.sp), BigInt(frame.ip));
        const have = own ? line(own.stackPointer, own.address) : `none: ${stack.end} ${stack.endReason}`;
        if (want !== have) differences.push(`${row.address} #${index}: ${have}, not ${want} ${frame.module}`);
        if (frame.symbol && own) {
          named++;
          const offset = `+${frame.offset}`;
          if (!sameName(own.function, frame.symbol) || `+${own.offset}` !== offset)
            differences.push(`${row.address} #${index}: ${own.function}+${own.offset}, not ${frame.symbol}${offset}`);
        }
      });
      // Where user memory is not there, the trap frame still tells where the thread was in it.
      const [more, ...rest] = ours.slice(expected.length);
      if (more && (more.address !== BigInt(row.user_rip ?? 0) || rest.length > 0))
        differences.push(
          `${row.address}: ${ours.length} frames, not ${expected.length}; ${stack.end} ${stack.endReason}`,
        );
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(50);
    expect(named).toBeGreaterThan(50);
    finder.close();
  });
  test('a hung system: the drivers that its threads wait in get their names without being asked for', async () => {
    const { theCase, finder } = await openForged(`${X64}/w10-locks.dmp`);
    const loaded = await loadThreadSymbols(theCase, (module, of) => finder.find(module, of), oddThreads(theCase));
    const names = (of: typeof theCase) =>
      [...of.symbols].filter(([, { table }]) => table).map(([module]) => module.name.toLowerCase());
    expect(names(theCase)).not.toContain('lockdrv');
    expect(names(loaded)).toEqual(expect.arrayContaining(['lockdrv', 'orderapp']));
    finder.close();
  });
});
