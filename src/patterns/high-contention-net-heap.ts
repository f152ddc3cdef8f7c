import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, searchStacks } from '../analysis/stack-search.ts';

/** Threads that wait for the heap's own lock. */
const HEAP_LOCK =
  /^(WKS|SVR)?(::)?gc_heap::(enter_spin_lock\w*|try_allocate_more_space|allocate_more_space|wait_for_gc_done|enter_msl_\w*)$/;
const CLR = /^(clr|coreclr|clrgc|mscorwks|mscorsvr)$/i;
const FEWEST = 3;

const pattern: Pattern = {
  id: 'high-contention-net-heap',
  name: 'High Contention (.NET heap)',
  part: null,
  severity: 'warning',
  meaning:
    'Several threads allocate from the managed heap at the same time and wait for its lock, or for a collection that one of them began.',
  advice: [
    'Look at who allocates so much (!dumpheap -stat, allocation profiling); with many processors use the server collector.',
  ],
  links: ['clr-thread', 'high-contention-net-clr-monitors', '~*k', '!eeheap'],
  appliesTo: ['user'],
  draft: true,
  detect(facts) {
    const search = searchStacks(
      facts,
      ({ module, function: name }) => CLR.test(module ?? '') && HEAP_LOCK.test(name ?? ''),
    );
    if (search.hits.length === 0) return search.none;
    if (search.hits.length < FEWEST) return ABSENT;
    return present({
      confidence: 0.75,
      basis: 'functions of the managed heap on the stacks',
      summary: `${search.hits.length} threads wait for the managed heap.`,
      evidence: hitsEvidence(search.hits),
      details: { threads: search.hits.length },
    });
  },
};
export default pattern;
