import { durationText } from '../analysis/duration.ts';
import { ABSENT, type Pattern, present } from '../analysis/pattern.ts';
import { hitsEvidence, searchStacks } from '../analysis/stack-search.ts';
import { isWaitPrimitive } from '../windows/stack-wait.ts';

/** Functions in which a page fault waits for its page to be read. */
const PAGE_READ = /^(MiWaitForInPageComplete|MiIssueHardFault|MiDispatchFault|IoPageRead(Ex)?)$/;
const LONG_MS = 10_000;

const pattern: Pattern = {
  id: 'critical-stack-trace',
  name: 'Critical Stack Trace',
  part: null,
  severity: 'warning',
  meaning:
    'Threads have waited long for a page to be read from the disk. Whatever they hold meanwhile is held for as long, and when the disk or its path stands still, the whole system does.',
  advice: [
    'Look at the paging request and the device that has it (!irp of the thread); look for errors of the disk in the event log.',
  ],
  links: ['blocked-thread-hardware', 'hardware-error', '!thread', '!irpfind'],
  appliesTo: ['kernel'],
  draft: true,
  detect(facts) {
    const search = searchStacks(
      facts,
      ({ function: name }, index, frames) =>
        PAGE_READ.test(name ?? '') &&
        index > 0 &&
        frames
          .slice(0, index)
          .every((frame) => isWaitPrimitive(frame.function ?? '') || PAGE_READ.test(frame.function ?? '')),
    );
    const long = search.hits
      .filter(({ member }) => (member.waitMs ?? 0) >= LONG_MS)
      .sort((a, b) => b.member.waitMs! - a.member.waitMs!);
    const [oldest] = long;
    if (!oldest) return search.hits.length > 0 ? ABSENT : search.none;
    return present({
      confidence: 0.8,
      basis: 'functions of paging on the stacks of waiting threads, and how long they wait',
      summary: `${long.length === 1 ? 'A thread has' : `${long.length} threads have`} waited for a page for up to ${durationText(oldest.member.waitMs!)}.`,
      evidence: hitsEvidence(long, 'waits in'),
      details: { threads: long.length, longestMs: oldest.member.waitMs },
    });
  },
};
export default pattern;
