import { UsageError } from '../../bytes/errors.ts';
import { viewBareThread, WITHOUT_TYPES } from '../../debugger/bare-kernel.ts';
import { command } from '../../debugger/command.ts';
import { kernelOrNull, needKernel } from '../../debugger/kernel.ts';
import { detailOf, NO_ARGUMENTS, viewThreadAt } from '../../debugger/kernel-thread.ts';
import { addressText } from '../../debugger/names.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import { type ThreadView, writeThread } from '../../debugger/thread-text.ts';
import { toUnsigned } from '../../memory/space.ts';
import { processList, threadList } from '../../windows/process-reader.ts';

interface Options {
  /** Null for the current thread. */
  readonly address: string | null;
  /** The address is a thread id. */
  readonly byId: boolean;
  readonly flags: string | null;
}

/** Waits, stacks with arguments. */
const DEFAULT_FLAGS = 6;

interface Data extends ThreadView {
  /** The types of nt were not found. */
  readonly bareKernel: boolean;
}

export default command<Options, Data>({
  name: '!thread',
  syntax: '!thread [-p] [-t] [address|-1|thread id [flags]]',
  summary:
    'Shows a thread of a kernel dump: state, what it waits for and since when, IRPs, messages, times, priorities and its stack of both modes.',
  example: '!thread',
  patterns: ['manual-dump-kernel'],
  notes:
    'Stacks are always walked in the address space of the owning process, as with -p or flag 0x10. Times have three digits after the point; older debuggers print 00:00:11.0765 for 11.765 seconds. Without the types of nt the threads that ran on processors are shown as far as the debugger data tells.',
  parse(args, session) {
    void session.target;
    const words = args.trim().split(/\s+/).filter(Boolean);
    const switches = words.filter((word) => /^-[pt]$/i.test(word)).map((word) => word.toLowerCase());
    const [address = null, flags = null, ...more] = words.filter((word) => !/^-[pt]$/i.test(word));
    if (more.length > 0) throw new UsageError('!thread', `Syntax error: ${this.syntax}`, args.lastIndexOf(more[0]!));
    return { address: address === '-1' ? null : address, byId: switches.includes('-t'), flags };
  },
  async run(session, { address, byId, flags }) {
    const known = await kernelOrNull(session);
    const bits = flags === null ? DEFAULT_FLAGS : Number(await evaluateIn(session, flags));
    const plain = known || byId ? null : await withoutTypes(session, address, bits);
    if (plain) return plain;
    const kernel = known ?? (await needKernel(session, '!thread'));
    if (byId && address !== null) {
      const id = Number(await evaluateIn(session, address));
      for (const process of processList(kernel).items) {
        for (const at of threadList(kernel, process).items) {
          if (kernel.object('_ETHREAD', at).number('Cid.UniqueThread') !== id) continue;
          const view = await viewThreadAt(session, kernel, at, bits);
          if (view) return { ...view, bareKernel: false };
        }
      }
      throw new UsageError('!thread', `no thread of the dump has the id 0x${id.toString(16)}`, 0);
    }
    const current = session.thread?.address ?? null;
    const value = address === null ? null : await evaluateIn(session, address);
    const at = value === null ? current : session.address(value);
    if (at === null)
      throw new UsageError(
        '!thread',
        value === null ? 'the dump does not say which thread is current' : 'no address',
        0,
      );
    const view = await viewThreadAt(session, kernel, at, bits);
    if (!view) {
      const shown = addressText(toUnsigned(at), session.pointerSize);
      throw new UsageError('!thread', `${shown} is not a thread object, invalid _ETHREAD, or is not in the dump`, 0);
    }
    return { ...view, bareKernel: false };
  },
  render(view, text) {
    writeThread(text, view);
    if (view.bareKernel) text.line(WITHOUT_TYPES);
  },
});

async function withoutTypes(session: Session, address: string | null, flags: number): Promise<Data | null> {
  const value = address === null ? null : session.address(await evaluateIn(session, address));
  const view = await viewBareThread(session, value, detailOf(flags), (flags & NO_ARGUMENTS) !== 0);
  return view && { ...view, bareKernel: true };
}
