import { ExpressionError } from '../expression-syntax.ts';
import { fromListEntry } from './collections.ts';
import { runMethod } from './line-output.ts';
import type { ModelHost } from './model-host.ts';
import { type ModelMember, type ModelObject, member, method, objectOf, sequenceOf } from './model-value.ts';
import { plainText } from './scalar-text.ts';

/** Methods are what these objects are for: they are shown. */
const shown = (each: ModelMember): ModelMember => ({ ...each, hidden: false });

/** `Debugger.Utility`. */
export function utilityObject(host: ModelHost): ModelObject {
  const control = objectOf({
    members: [
      method(
        'ExecuteCommand',
        '[ExecuteCommand(Command) - Runs a command; its output line by line]',
        async ([line]) => {
          if (!line) throw new ExpressionError('ExecuteCommand needs a command', 0);
          return runMethod(host.session, plainText(host.session, line));
        },
      ),
    ],
  });
  const collections = objectOf({
    members: [
      method('CreateArray', '[CreateArray(Values...) - The values as a sequence]', async (args) => sequenceOf(args)),
      method(
        'FromListEntry',
        '[FromListEntry(ListEntry, [ModuleName], TypeName, FieldExpression) - The structures of a list of LIST_ENTRY links]',
        (args) => fromListEntry(host, args),
      ),
    ],
  });
  return objectOf({
    members: [
      member('Control', { ...control, members: control.members.map(shown) }),
      member('Collections', { ...collections, members: collections.members.map(shown) }),
    ],
  });
}
