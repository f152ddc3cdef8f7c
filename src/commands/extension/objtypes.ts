import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { needWholeKernel } from '../../debugger/kernel.ts';
import { plainAddress } from '../../debugger/thread-text.ts';
import { type ObjectType, objectTypes } from '../../windows/object-type.ts';

interface Data {
  readonly pointerSize: 4 | 8;
  readonly types: readonly ObjectType[];
}

export default command<null, Data>({
  name: '!objtypes',
  syntax: '!objtypes',
  summary: 'Lists the types of executive objects with how many objects and handles there are, and were at most.',
  example: '!objtypes',
  patterns: ['insufficient-memory-handle-leak'],
  notes: 'A command of ours. The counts are those that each type keeps itself.',
  parse: () => null,
  async run(session) {
    const kernel = await needWholeKernel(session, '!objtypes', 'object types');
    const types = objectTypes(kernel);
    if (types.length === 0) throw new UsageError('!objtypes', 'the table of object types is not in the dump');
    return { pointerSize: kernel.pointerSize, types };
  },
  render({ pointerSize, types }, text) {
    const number = (value: number | null) => String(value ?? '?').padStart(10);
    text.line(`${'Type'.padEnd(pointerSize * 2)} ${'Name'.padEnd(24)}    Objects    Handles  Most obj.  Most hnd.`);
    for (const { address, name, objects, handles, mostObjects, mostHandles } of types) {
      const at = plainAddress(address, pointerSize);
      const counts = [objects, handles, mostObjects, mostHandles].map(number).join(' ');
      text.link(at, `dt nt!_OBJECT_TYPE ${at}`).line(` ${name.padEnd(24)} ${counts}`);
    }
  },
});
