import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { isUserMode } from '../../target/target.ts';

interface Data {
  readonly id: number | null;
  readonly name: string | null;
}

export default command<Record<string, never>, Data>({
  name: '|',
  syntax: '|[.|#|*|0 s]',
  summary: 'Names the process of a dump of one process, with its id.',
  example: '|',
  patterns: [],
  parse(args, session) {
    if (!/^\s*(?:[.#*]|0\s*s?)?\s*$/i.test(args)) throw new UsageError('|', 'the dump has one process, number 0', 0);
    void session.target;
    return {};
  },
  run({ target }) {
    if (!isUserMode(target))
      throw new UsageError('|', 'this is the dump of a system: !process 0 0 lists its processes', 0);
    // The program comes first in the list of modules that the system hands out.
    const program = target.modules.find(({ imageName }) => /\.exe$/i.test(imageName)) ?? null;
    const { process } = target;
    return { id: process?.id ?? null, name: process?.name ?? program?.path ?? program?.imageName ?? null };
  },
  render({ id, name }, text) {
    text.line(`.  0\tid: ${id === null ? '?' : id.toString(16)}\texamine\tname: ${name ?? '?'}`);
  },
});
