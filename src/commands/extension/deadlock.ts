import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { waitGraphFact } from '../../evidence/wait-graph.ts';
import { nodeText, type WaitEdge } from '../../evidence/wait-node.ts';
import { isUserMode } from '../../target/target.ts';

/** One step of a circle, for people. */
interface Step {
  readonly from: string;
  readonly verb: string;
  readonly to: string;
  /** The command that shows it. */
  readonly command: string | null;
}

interface Circle {
  readonly certain: boolean;
  /** Threads in it, and threads in it or behind it. */
  readonly threads: number;
  readonly blocked: number;
  readonly edges: readonly Step[];
}

interface Data {
  readonly circles: readonly Circle[];
  /** What could have told of more, with the command that would show it. */
  readonly missing: readonly string[];
}

export default command<null, Data>({
  name: '!deadlock',
  syntax: '!deadlock',
  summary:
    'Looks for threads that wait for each other in a circle, through resources, mutexes, messages, threads and critical sections.',
  example: '!deadlock',
  patterns: ['deadlock-executive-resources', 'deadlock-mixed-objects-kernel-space', 'deadlock-lpc'],
  notes:
    "WinDbg's command shows what Driver Verifier recorded; this one follows owners and waiters as they are in the dump, so it needs no verifier, and its layout is ours.",
  parse: () => null,
  async run(session) {
    if (!isUserMode(session.target)) await needWholeKernel(session, '!deadlock', 'what all threads wait for');
    // The list of critical sections begins at a variable of ntdll.
    const ntdll = session.moduleNamed('ntdll');
    if (ntdll) await session.needSymbols(ntdll);
    const answer = waitGraphFact(session.theCase);
    if (!answer.known) throw new UsageError('!deadlock', `needs ${answer.missing}`);
    const { cycles, missing } = answer.value;
    return {
      circles: cycles.map(({ certain, threads, blocked, edges }) => ({
        certain,
        threads: threads.length,
        blocked,
        edges: edges.map(stepOf),
      })),
      missing,
    };
  },
  render({ circles, missing }, text) {
    circles.forEach(({ certain, threads, blocked, edges }, index) => {
      text.line(
        `Deadlock ${index + 1}: ${threads === 1 ? 'a thread waits for itself' : `${threads} threads wait for each other`}${certain ? '' : ' (some links are inferred, or may be ended by another object)'}`,
      );
      text.line();
      for (const edge of edges) {
        text.write(`    ${edge.from} ${edge.verb} ${edge.to}`);
        if (edge.command !== null) text.write('  ').link(edge.command, edge.command);
        text.line();
      }
      const behind = blocked - threads;
      if (behind > 0) text.line(`    ${behind} more ${behind === 1 ? 'thread is' : 'threads are'} caught behind it`);
      text.line();
    });
    if (circles.length === 0) text.line('No threads wait for each other in a circle.');
    for (const reason of missing) text.line(`Not known: ${reason}`);
  },
});

const VERBS: Readonly<Record<WaitEdge['kind'], string>> = {
  'waits-for': 'waits for',
  'owned-by': 'is owned by',
  'served-by': 'is served by',
  'sent-to': 'was sent to',
};

function stepOf({ from, to, kind, mode, trust, place }: WaitEdge): Step {
  const how = [mode, trust === 'inferred' ? 'inferred' : null].filter(Boolean).join(', ');
  return {
    from: nodeText(from),
    verb: VERBS[kind],
    to: `${nodeText(to)}${how === '' ? '' : ` [${how}]`}`,
    command: place.command,
  };
}
