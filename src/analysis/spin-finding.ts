import type { Spin } from '../evidence/spins.ts';
import { frameName } from '../windows/stack.ts';
import { durationText } from './duration.ts';
import type { Evidence } from './pattern.ts';

const hex = (value: bigint): string => value.toString(16);

/** What shows that a thread spins, in the order in which a reader would check it. */
export function spinEvidence(spin: Spin): [Evidence, ...Evidence[]] {
  const { thread, frame, caller, loop, entry, idle } = spin;
  const at = hex(thread.address);
  const time = thread.kernelMs === null ? '' : `, ${durationText(thread.kernelMs)} of kernel time`;
  const since = thread.waitMs === null ? '' : `, no wait for ${durationText(thread.waitMs)}`;
  return [
    {
      statement: `thread ${at} (${thread.processName ?? '?'}) is RUNNING${thread.processor === null ? '' : ` on processor ${thread.processor}`} in ${frameName(frame)}${caller ? `, called by ${frameName(caller)}` : ''}${time}${since}`,
      command: `!thread ${at}`,
      addresses: [thread.address],
    },
    ...(loop
      ? [
          {
            statement: `the instruction lies in a loop of ${loop.body.length} instructions from ${hex(loop.body[0]!.address)} to ${hex(loop.body.at(-1)!.address)}${loop.test ? ` that reads [${loop.test.register}${loop.test.displacement > 0 ? `+${loop.test.displacement.toString(16)}` : ''}] again and again` : ''}${loop.exit ? `, left only by ${hex(loop.exit.address)} ${loop.exit.mnemonic}` : ''}`,
            command: frame.function === null ? 'u' : `uf ${frame.module}!${frame.function}`,
            lines: loop.body.map(({ address, mnemonic, operands }) => `${hex(address)} ${mnemonic} ${operands}`.trim()),
          },
        ]
      : []),
    ...(entry
      ? [
          {
            statement: `it waits with queue entry ${hex(entry.address)}${entry.word === null ? ', whose Lock word cannot be read' : `: Lock word ${hex(entry.word)}, so lock ${hex(entry.lock!)}, waiting bit ${entry.waits ? 'set' : 'clear'}, owner bit ${entry.owns ? 'set' : 'clear'}`}`,
            command: `dd ${hex(entry.address)} l2`,
            addresses: entry.lock === null ? [entry.address] : [entry.address, entry.lock],
          },
        ]
      : []),
    ...(idle
      ? [
          {
            statement: `${idle === 'all' ? 'all other processors are' : 'another processor is'} idle: nothing there is about to release the lock`,
            command: '!running -ti',
          },
        ]
      : []),
  ];
}

/** The entry before a spinning one lies on the thread's own stack: it waits for itself, by strong inference. */
export function selfSpinEvidence({ thread, loop, entry, previous }: Spin): [Evidence, ...Evidence[]] | null {
  if (!entry || !previous?.onOwnStack || !loop?.previous) return null;
  const told =
    previous.word === null
      ? `its Lock word would confirm it (owner bit 2): dd ${hex(previous.address)} l2`
      : `its Lock word is ${hex(previous.word)}: lock ${hex(previous.lock!)}, owner bit ${previous.owns ? 'set' : 'clear'}`;
  return [
    {
      statement: `register ${loop.previous.register} still holds the entry before in the queue, ${hex(previous.address)}: ${hex(loop.previous.line.address)} linked the new entry to it, and nothing changes the register after that`,
      command: `r ${loop.previous.register}`,
      lines: [`${hex(loop.previous.line.address)} ${loop.previous.line.mnemonic} ${loop.previous.line.operands}`],
    },
    {
      statement: `${hex(previous.address)} lies in the thread's own stack, ${hex(thread.stackLimit!)} to ${hex(thread.stackBase!)}, above the stack pointer: an outer call of the same thread put it there`,
      command: `!thread ${hex(thread.address)}`,
      addresses: [previous.address],
    },
    { statement: told, command: `dd ${hex(previous.address)} l2`, addresses: [previous.address] },
  ];
}
