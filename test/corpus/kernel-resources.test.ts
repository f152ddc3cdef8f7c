import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resourcesFact } from '../../src/evidence/resources.ts';
import type { Resource } from '../../src/windows/resource.ts';
import { hasForged, openForged, X64, X86 } from './kernel-case.ts';

interface Truth64 {
  readonly address: string;
  readonly exclusive: boolean;
  readonly owners: readonly { readonly thread: string; readonly count: number }[];
  readonly shared_waiters: readonly string[];
  readonly exclusive_waiters: readonly string[];
  readonly contention: number;
}

interface Truth32 {
  readonly total: number;
  readonly held: number;
  readonly heldonly: readonly string[];
  readonly contended: readonly {
    readonly addr: string;
    readonly exclusive: boolean;
    readonly contention: number;
    readonly owners: readonly string[];
    readonly shared: readonly string[];
    readonly exclusivewaiters: readonly string[];
  }[];
}

const sorted = (list: readonly bigint[]) => [...list].sort((a, b) => (a < b ? -1 : 1));
const wide = (list: readonly string[]) => sorted(list.map((text) => BigInt(text)));
const narrow = (list: readonly string[]) => sorted(list.map((text) => BigInt(`0x${text}`)));

/** What truth tables tell of a resource. */
function told(resource: Resource) {
  return {
    ownership: resource.ownership,
    owners: sorted(resource.owners.map(({ thread }) => thread)),
    shared: sorted(resource.sharedWaiters),
    exclusive: sorted(resource.exclusiveWaiters),
    contention: resource.contentionCount,
    lost: resource.lost,
  };
}

async function locksOf(path: string) {
  const { theCase } = await openForged(path);
  const answer = resourcesFact(theCase);
  if (!answer.known) throw new Error(answer.missing);
  return answer.value;
}

describe.skipIf(!hasForged)('executive resources of forged dumps (needs ../shared/corpus/forged and isf)', () => {
  test.each(['w10-locks', 'w7-locks'])('%s: every resource of the truth table', async (name) => {
    const truth = JSON.parse(readFileSync(`${X64}/expected/${name}.json`, 'utf8')).resources as readonly Truth64[];
    const { resources, total, held, lost } = await locksOf(`${X64}/${name}.dmp`);
    expect(lost).toBeNull();
    const active = truth.filter(({ owners }) => owners.length > 0);
    expect(total).toBe(truth.length);
    expect(held).toBe(active.length);
    expect(new Map(resources.map((resource) => [resource.address, told(resource)]))).toEqual(
      new Map(
        active.map((item) => [
          BigInt(item.address),
          {
            ownership: item.exclusive ? 'exclusive' : 'shared',
            owners: wide(item.owners.map(({ thread }) => thread)),
            shared: wide(item.shared_waiters),
            exclusive: wide(item.exclusive_waiters),
            contention: item.contention,
            lost: null,
          },
        ]),
      ),
    );
    for (const item of active) {
      const found = resources.find(({ address }) => address === BigInt(item.address))!;
      for (const owner of item.owners)
        expect(found.owners.find(({ thread }) => thread === BigInt(owner.thread))?.count).toBe(owner.count);
    }
  });

  test('w2003-locks: 33,816 resources, those held and those contended', async () => {
    const truth = JSON.parse(readFileSync(`${X86}/expected/w2003-locks.json`, 'utf8')).resources as Truth32;
    const { resources, total, held, lost } = await locksOf(`${X86}/w2003-locks.dmp`);
    expect({ total, held, lost }).toEqual({ total: truth.total, held: truth.held, lost: null });
    const contended = resources.filter(({ sharedWaiterCount, exclusiveWaiterCount }) =>
      Boolean(sharedWaiterCount || exclusiveWaiterCount),
    );
    expect(new Map(contended.map((resource) => [resource.address, told(resource)]))).toEqual(
      new Map(
        truth.contended.map((item) => [
          BigInt(`0x${item.addr}`),
          {
            ownership: item.exclusive ? 'exclusive' : 'shared',
            owners: narrow(item.owners),
            shared: narrow(item.shared),
            exclusive: narrow(item.exclusivewaiters),
            contention: item.contention,
            lost: null,
          },
        ]),
      ),
    );
    const idle = resources.filter((resource) => !contended.includes(resource));
    expect(sorted(idle.map(({ address }) => address))).toEqual(narrow(truth.heldonly));
  });
});
