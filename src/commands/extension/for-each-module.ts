import { command } from '../../debugger/command.ts';
import { type ForEach, type ForEachData, parseForEach, runForEach, writeForEach } from '../../debugger/for-each.ts';
import { toUnsigned } from '../../memory/space.ts';

export default command<ForEach, ForEachData>({
  name: '!for_each_module',
  syntax: '!for_each_module ["command"]',
  summary:
    'Runs a command for each loaded module, with @#ModuleName, @#ImageName, @#LoadedImageName, @#Base, @#End, @#Size and @#ModuleIndex replaced.',
  example: '!for_each_module ".echo @#ModuleName @#Base @#End"',
  patterns: [],
  notes: 'Without a command it prints index, base, end and name of each module.',
  parse(args, session) {
    void session.target;
    return parseForEach(args, '.echo @#ModuleIndex : @#Base @#End : @#ModuleName : @#ImageName');
  },
  async run(session, options) {
    const hex = (value: bigint | number) => `0x${value.toString(16)}`;
    // Names come from the dump: what could end a command or a block has no place in a line that is run.
    const plain = (name: string) => name.replace(/[";{}$\r\n]/g, '_');
    const values = session.target.modules.map((module, index) => ({
      ModuleName: plain(module.name),
      ImageName: plain(module.imageName),
      LoadedImageName: plain(module.path ?? module.imageName),
      Base: hex(toUnsigned(module.base)),
      End: hex(toUnsigned(module.base) + BigInt(module.size)),
      Size: hex(module.size),
      ModuleIndex: index.toString(16).padStart(2, '0'),
    }));
    return runForEach(session, '!for_each_module', options, values);
  },
  render: (data, text) => writeForEach(text, data),
});
