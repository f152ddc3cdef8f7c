import { UsageError } from '../../bytes/errors.ts';
import { struct, u32, u64 } from '../../bytes/struct.ts';
import { command } from '../../debugger/command.ts';
import {
  type ExceptionPointers,
  enterExceptionPointers,
  writeExceptionPointers,
} from '../../debugger/exception-pointers.ts';
import type { Expression } from '../../debugger/expression-syntax.ts';
import { nameOf, nameText } from '../../debugger/names.ts';
import { needAt, neededAddress } from '../../debugger/needed-address.ts';
import { tryView } from '../../memory/space.ts';

interface Data extends ExceptionPointers {
  readonly threadId: number;
  readonly exceptionAddress: bigint;
  /** The name of the code at that address; null for none. */
  readonly symbol: string | null;
}

/** Learn, ".jdinfo (Use JIT_DEBUG_INFO)"; the same on 32-bit Windows. */
const JIT_DEBUG_INFO = struct('JIT_DEBUG_INFO', 40, {
  dwSize: [0, u32],
  dwProcessorArchitecture: [4, u32],
  dwThreadID: [8, u32],
  lpExceptionAddress: [16, u64],
  lpExceptionRecord: [24, u64],
  lpContextRecord: [32, u64],
});
/** No version of the structure is larger than this. */
const MOST_SIZE = 0x1000;

export default command<{ readonly address: Expression }, Data>({
  name: '.jdinfo',
  syntax: '.jdinfo address',
  summary:
    'Uses the JIT_DEBUG_INFO of a program that Just-In-Time debugging stopped: shows its exception, sets its context.',
  example: '.jdinfo @$csp',
  patterns: ['multiple-exceptions'],
  notes:
    'The current instruction of the thread, which WinDbg shows first, is left out: it is not that of the exception.',
  parse: (args, session) => ({
    address: neededAddress(args, session, '.jdinfo', 'the address of a JIT_DEBUG_INFO structure'),
  }),
  async run(session, { address }) {
    const info = await needAt(session, address, '.jdinfo', 'JIT_DEBUG_INFO', (at) => {
      const view = tryView(session.memory, at, JIT_DEBUG_INFO.size);
      const read = view && JIT_DEBUG_INFO.view(view);
      return read && read.dwSize >= JIT_DEBUG_INFO.size && read.dwSize < MOST_SIZE ? read : null;
    });
    const thread = session.target.threads.find(({ id }) => id === info.dwThreadID);
    if (!thread)
      throw new UsageError('.jdinfo', `its thread ${info.dwThreadID.toString(16)} is not among those of the dump`, 0);
    session.chooseThread(thread);
    const pointers = await enterExceptionPointers(session, info.lpExceptionRecord, info.lpContextRecord, '.jdinfo');
    const named = await nameOf(session, info.lpExceptionAddress);
    return {
      ...pointers,
      threadId: info.dwThreadID,
      exceptionAddress: info.lpExceptionAddress,
      symbol: named && nameText(named),
    };
  },
  render(data, text) {
    text.line(`----- Exception occurred on thread 0:${data.threadId.toString(16)}`);
    text.line();
    writeExceptionPointers(text, data);
  },
});
