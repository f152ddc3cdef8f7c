import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';

type Language = 'masm' | 'c++';

interface Data {
  readonly current: Language;
  /** All there are were asked for. */
  readonly all: boolean;
}

const NAMES: Readonly<Record<Language, string>> = {
  masm: 'MASM - Microsoft Assembler expressions',
  'c++': 'C++ - C++ source expressions',
};

export default command<{ readonly chosen: Language | null; readonly all: boolean }, Data>({
  name: '.expr',
  syntax: '.expr [/s masm|c++] [/q]',
  summary: 'Shows or sets the language of expressions that do not name theirs; ?? is always C++.',
  example: '.expr /s c++',
  patterns: [],
  parse(args) {
    const found = /^\s*(?:\/s\s+(masm|c\+\+)\s*)?(\/q\s*)?$/i.exec(args);
    if (!found) {
      const wrong = args.search(/\S/);
      throw new UsageError('.expr', `Syntax error at '${args.trim()}': .expr takes /s masm, /s c++ or /q`, wrong);
    }
    return { chosen: (found[1]?.toLowerCase() as Language | undefined) ?? null, all: found[2] !== undefined };
  },
  run(session, { chosen, all }) {
    if (chosen !== null) session.language = chosen;
    return { current: session.language, all };
  },
  render({ current, all }, text) {
    if (all) {
      text.line('Available expression evaluators:');
      for (const name of Object.values(NAMES)) text.line(name);
    }
    text.line(`Current expression evaluator: ${NAMES[current]}`);
  },
});
