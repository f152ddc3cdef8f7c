import { hexPadded } from '../../bytes/hex.ts';
import { dateText } from '../../debugger/clock-text.ts';
import { command } from '../../debugger/command.ts';
import { exceptionEventName } from '../../debugger/exception-name.ts';
import { noArguments } from '../../debugger/one-argument.ts';

interface Data {
  readonly event: 'exception' | 'bugcheck' | 'none';
  readonly code: number;
  readonly parameters: readonly bigint[];
  readonly processId: number | null;
  readonly threadId: number | null;
  readonly time: string | null;
}

export default command<Record<string, never>, Data>({
  name: '.lastevent',
  syntax: '.lastevent',
  summary: 'Shows what the dump was saved for: its exception or bug check.',
  example: '.lastevent',
  patterns: ['manual-dump-process', 'invalid-pointer', 'stack-overflow-user'],
  notes: 'The time is that of the dump, in UTC. No public transcript shows the line for a bug check.',
  parse(args, session) {
    noArguments(args, '.lastevent');
    void session.target;
    return {};
  },
  run({ target }) {
    const { exception, bugcheck } = target;
    return {
      event: exception ? 'exception' : bugcheck ? 'bugcheck' : 'none',
      code: (exception?.code ?? bugcheck?.code ?? 0) >>> 0,
      parameters: (exception ?? bugcheck)?.parameters ?? [],
      processId: target.process?.id ?? null,
      threadId: exception?.threadId ?? target.currentThread?.id ?? null,
      time: target.system.capturedAt,
    };
  },
  render({ event, code, parameters, processId, threadId, time }, text) {
    const id = (value: number | null) => (value === null ? '?' : value.toString(16));
    if (event === 'exception') {
      const name = exceptionEventName(code);
      const code8 = hexPadded(BigInt(code), 8);
      text.line(
        `Last event: ${id(processId)}.${id(threadId)}: ${name === null ? 'Unknown exception' : name} - code ${code8} (first/second chance not available)`,
      );
    } else if (event === 'bugcheck') {
      const values = parameters.map((value) => value.toString(16)).join(', ');
      text.line(`Last event: BugCheck ${code.toString(16).toUpperCase()}, {${values}}`);
    } else text.line('Last event: <no event>');
    if (time !== null) text.line(`  debugger time: ${dateText(new Date(time))} (UTC + 0:00)`);
  },
});
