import { command } from '../../debugger/command.ts';
import { type ForEach, type ForEachData, parseForEach, runForEach, writeForEach } from '../../debugger/for-each.ts';
import { localsOfFrame } from '../../debugger/local-variables.ts';

export default command<ForEach, ForEachData>({
  name: '!for_each_local',
  syntax: '!for_each_local ["command"]',
  summary:
    'Runs a command for each parameter and local variable of the current frame, with @#Local replaced by its name.',
  example: '!for_each_local "dt @#Local"',
  patterns: [],
  holdsCommands: true,
  notes: 'A frame without private symbols has no variables that could be named, which is an error as in dv.',
  parse(args, session) {
    void session.target;
    return parseForEach(args, 'dt @#Local');
  },
  async run(session, options) {
    const found = await localsOfFrame(session, '!for_each_local');
    const values = found.map(({ view }) => view.name).filter((name) => /^[\w$@?]+$/.test(name));
    return runForEach(
      session,
      '!for_each_local',
      options,
      values.map((Local) => ({ Local })),
    );
  },
  render: (data, text) => writeForEach(text, data),
});
