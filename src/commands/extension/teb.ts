import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { tebAddress, tebAt } from '../../debugger/process-environment.ts';
import { toUnsigned } from '../../memory/space.ts';

interface TebData {
  readonly pointerSize: 4 | 8;
  readonly address: bigint;
  /** By label; null where the memory is not in the dump. */
  readonly pointers: readonly (readonly [label: string, value: bigint | null])[];
  readonly processId: bigint | null;
  readonly threadId: bigint | null;
  readonly rest: readonly (readonly [label: string, value: bigint | null])[];
  readonly numbers: readonly (readonly [label: string, value: number | null])[];
}

export default command<{ readonly text: string }, TebData>({
  name: '!teb',
  syntax: '!teb [address]',
  summary: "Shows a thread's environment block: stack limits, identifiers, last error.",
  example: '!teb',
  patterns: ['stack-overflow-user'],
  parse: (args) => ({ text: args }),
  async run(session, { text }) {
    const at = await tebAddress(session, text, '!teb');
    const teb = await tebAt(session, at);
    const pointer = (path: string) => {
      const value = teb.pointer(path);
      return value === null ? null : toUnsigned(value);
    };
    const pointers = [
      ['ExceptionList', pointer('NtTib.ExceptionList')],
      ['StackBase', pointer('NtTib.StackBase')],
      ['StackLimit', pointer('NtTib.StackLimit')],
      ['SubSystemTib', pointer('NtTib.SubSystemTib')],
      ['FiberData', pointer('NtTib.FiberData')],
      ['ArbitraryUserPointer', pointer('NtTib.ArbitraryUserPointer')],
      ['Self', pointer('NtTib.Self')],
      ['EnvironmentPointer', pointer('EnvironmentPointer')],
    ] as const;
    if (pointers.every(([, value]) => value === null))
      throw new UsageError('!teb', `the TEB at 0x${toUnsigned(at).toString(16)} is not in the dump`);
    return {
      pointerSize: session.pointerSize,
      address: toUnsigned(at),
      pointers,
      processId: pointer('ClientId.UniqueProcess'),
      threadId: pointer('ClientId.UniqueThread'),
      rest: [
        ['RpcHandle', pointer('ActiveRpcHandle')],
        ['Tls Storage', pointer('ThreadLocalStoragePointer')],
        ['PEB Address', pointer('ProcessEnvironmentBlock')],
      ],
      numbers: [
        ['LastErrorValue', teb.u32('LastErrorValue')],
        ['LastStatusValue', teb.u32('LastStatusValue')],
        ['Count Owned Locks', teb.u32('CountOfOwnedCriticalSections')],
        ['HardErrorMode', teb.u32('HardErrorMode')],
      ],
    };
  },
  render(data, text) {
    const wide = data.pointerSize * 2;
    const shown = (value: bigint | null) => (value === null ? '?'.repeat(wide) : hexPadded(value, wide));
    const row = (label: string, value: string) => text.line(`    ${`${label}:`.padEnd(21)} ${value}`);
    text.line(`TEB at ${hexPadded(data.address, wide)}`);
    for (const [label, value] of data.pointers) row(label, shown(value));
    row('ClientId', `${shown(data.processId)} . ${shown(data.threadId)}`);
    for (const [label, value] of data.rest) row(label, shown(value));
    for (const [label, value] of data.numbers)
      row(label, value === null ? '????????' : value.toString(label.startsWith('Last') ? 16 : 10));
  },
});
