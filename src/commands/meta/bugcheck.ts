import { UsageError } from '../../bytes/errors.ts';
import { hexPadded } from '../../bytes/hex.ts';
import { command } from '../../debugger/command.ts';
import { kernelOrNull } from '../../debugger/kernel.ts';
import { addressText } from '../../debugger/names.ts';
import { noArguments } from '../../debugger/one-argument.ts';
import { BUG_CHECKS_PAGE } from '../../debugger/pages.ts';
import { isUserMode } from '../../target/target.ts';
import { readBugCheckData } from '../../windows/bugcheck-data.ts';

interface Data {
  readonly code: number;
  readonly parameters: readonly bigint[];
  readonly pointerSize: 4 | 8;
}

export default command<Record<string, never>, Data>({
  name: '.bugcheck',
  syntax: '.bugcheck',
  summary: 'Shows the bug check code and its four parameters.',
  example: '.bugcheck',
  patterns: ['manual-dump-kernel', 'invalid-pointer'],
  notes: "Where the header has none, the kernel's own copy (KiBugCheckData) is shown, which needs symbols of nt.",
  parse(args, session) {
    noArguments(args, '.bugcheck');
    void session.target;
    return {};
  },
  async run(session) {
    const { target } = session;
    if (isUserMode(target))
      throw new UsageError('.bugcheck', 'this is the dump of a process: only dumps of the system have a bug check');
    const kernel = target.bugcheck ? null : await kernelOrNull(session);
    const bugcheck = target.bugcheck ?? (kernel ? readBugCheckData(kernel) : null);
    if (!bugcheck)
      throw new UsageError(
        '.bugcheck',
        "the bug check is neither in the header of this dump nor in the kernel's memory",
      );
    const { code, parameters } = bugcheck;
    return { code: code >>> 0, parameters, pointerSize: target.pointerSize };
  },
  render({ code, parameters, pointerSize }, text) {
    text.page('Bugcheck code', BUG_CHECKS_PAGE).line(` ${hexPadded(BigInt(code), 8)}`);
    text.line(`Arguments ${parameters.map((value) => addressText(value, pointerSize)).join(' ')}`);
  },
});
