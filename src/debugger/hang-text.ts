import type { HangLink, HangView } from './hang-view.ts';
import { PLAIN_FORM, writeStackText } from './stack-text.ts';
import type { Text } from './text.ts';

/** The sections that `!analyze -hang` has beyond the others: the wait chain and its end. */
export function writeHang(text: Text, view: HangView): void {
  if (view.chain.length === 0) {
    text.line('No thread is known to wait for another.').line();
    writeMissing(text, view);
    return;
  }
  text.line('DERIVED_WAIT_CHAIN:  ').line();
  text.line('Dl Eid Cid     WaitType').line('-- --- ------- --------------------------');
  for (const [at, link] of view.chain.entries()) {
    const mark = view.deadlock ? 'x ' : '  ';
    const more = at + 1 < view.chain.length || view.deadlock ? ' -->' : '';
    const wait = link.waitsFor === null ? 'not known to wait for another thread' : `${link.waitsFor}${more}`;
    text.line(`${mark} ${(link.index === null ? '' : String(link.index)).padStart(3)} ${identity(link)} ${wait}`);
    if (link.how !== null) text.line(`         ${link.certain ? '' : 'probably: '}${link.how}`);
  }
  text.line();
  const commands = view.chain.map((link) => stackCommand(link, view.kernel)).filter((each) => each !== null);
  if (commands.length > 0) text.line(`WAIT_CHAIN_COMMAND:  ${commands.join('')}`).line();
  if (view.deadlock)
    text.line(`DEADLOCK:  ${view.chain.length} threads wait for each other; ${view.blocked} blocked in all`);
  else text.line(`BLOCKED_THREADS:  ${view.blocked}`);
  text.line();
  const end = view.deadlock ? view.chain[0] : view.chain.at(-1);
  if (end) text.line(`BLOCKING_THREAD:  ${place(end)}`).line();
  if (view.stack && view.stack.frames.length > 0) {
    text.line('STACK_TEXT:  ');
    writeStackText(text, view.stack, { ...PLAIN_FORM, arguments: true });
    text.line();
  }
  for (const other of view.others) text.line(`Also: ${other}`);
  writeMissing(text, view);
}

function identity({ processId, threadId, address }: HangLink): string {
  const hex = (value: number | null) => (value === null ? '?' : value.toString(16));
  return address !== null ? address.toString(16) : `${hex(processId)}.${hex(threadId)}`;
}

function place({ address, threadId }: HangLink): string {
  return address !== null ? address.toString(16) : (threadId?.toString(16).padStart(8, '0') ?? '????????');
}

function stackCommand({ index, address }: HangLink, kernel: boolean): string | null {
  if (kernel) return address === null ? null : `.thread ${address.toString(16)};k;;`;
  return index === null ? null : `~${index}s;k;;`;
}

function writeMissing(text: Text, { missing }: HangView): void {
  for (const what of missing) text.line(`Not known: ${what}`);
}
