import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type PushLock, readPushLock } from '../../windows/push-lock.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly lock: PushLock;
}

export default command<{ readonly address: string }, Data>({
  name: '!pushlock',
  syntax: '!pushlock address',
  summary: 'Decodes a push lock: free, held exclusively or shared, and the threads that wait for it.',
  example: '!pushlock nt!AlpcpPortListLock',
  patterns: [],
  notes:
    'A command of ours. A push lock does not keep who owns it. Waiters are found by the wait blocks on their stacks; where public symbols do not describe these, only the last to come is met.',
  parse(args) {
    if (args.trim() === '') throw new UsageError('!pushlock', `Syntax error: ${this.syntax}`);
    return { address: args.trim() };
  },
  async run(session, { address }) {
    const kernel = await needWholeKernel(session, '!pushlock', 'push locks');
    const value = await evaluateIn(session, address);
    const at = session.address(value);
    const lock = at === null ? null : readPushLock(kernel, at);
    if (!lock) throw new UsageError('!pushlock', `0x${value.toString(16)} is not in the dump`);
    return { pointerSize: kernel.pointerSize, lock };
  },
  render({ pointerSize, lock }, text) {
    const at = (value: bigint) => plainAddress(value, pointerSize);
    const shared = lock.state === 'shared' && lock.shareCount !== null ? ` by ${lock.shareCount}` : '';
    const notes = [lock.multipleShared ? 'MultipleShared' : '', lock.waking ? 'Waking' : ''].filter(Boolean);
    text.line(
      `Push lock @ ${at(lock.address)}  Value ${at(lock.value)}  ${lock.state}${shared} ${notes.join(' ')}`.trimEnd(),
    );
    for (const { block, thread } of lock.waiters) {
      text.write(`    Wait block ${at(block)}  `);
      if (thread === null) text.line('nobody waits for its event');
      else
        text
          .write('Thread ')
          .link(at(thread), `!thread ${at(thread)}`)
          .line();
    }
    if (lock.lost !== null) text.line(`    Not complete: ${lock.lost}`);
  },
});
