import { printable } from '../../bytes/text.ts';
import { integer, UINT64 } from '../cpp/value.ts';
import { withNeeds } from '../need.ts';
import { isUserRegister, PSEUDO_REGISTERS, pseudoAbsence } from '../pseudo-registers.ts';
import { registerValue } from '../scope.ts';
import type { Session } from '../session.ts';
import { stackStart, viewStack } from '../stack-view.ts';
import { commandLines } from './line-output.ts';
import type { ModelHost } from './model-host.ts';
import {
  type ModelMember,
  type ModelObject,
  type ModelValue,
  member,
  objectOf,
  sequenceOf,
  textValue,
  typed,
  unknown,
} from './model-value.ts';
import { currentProcessObject } from './process-objects.ts';
import { sessionObject } from './session-object.ts';
import { frameItem } from './stack-objects.ts';
import { currentRegisters, currentStack, currentThreadObject } from './thread-objects.ts';
import { userVariables } from './user-variables.ts';
import { utilityObject } from './utility-object.ts';

type Root = (host: ModelHost) => Promise<ModelValue> | ModelValue;

/** What debuggers know by name, in the order in which they list it. */
const VARIABLES: Readonly<Record<string, Root>> = {
  $cursession: ({ session }) => sessionObject(session),
  $curprocess: ({ session }) => currentProcessObject(session),
  $curthread: ({ session }) => currentThreadObject(session),
  $curstack: ({ session }) => currentStack(session),
  $curframe: ({ session }) => currentFrame(session),
  $curregisters: ({ session }) => currentRegisters(session),
  $vars: ({ session }) => userVariables(session),
  $debuggerrootnamespace: (host) => objectOf({ members: [member('Debugger', debuggerObject(host))] }),
};

/** Names that dx knows at the beginning of an expression. */
export const ROOTS: readonly string[] = [
  'Debugger',
  ...Object.keys(VARIABLES).map((name) => (name === '$debuggerrootnamespace' ? '@$debuggerRootNamespace' : `@${name}`)),
];

/** `Debugger`, or one of the debugger's variables by its lower-case name with `$`; null for other names. */
export async function rootObject(host: ModelHost, name: string): Promise<ModelValue | null> {
  if (name === 'Debugger') return debuggerObject(host);
  return Object.hasOwn(VARIABLES, name) ? VARIABLES[name]!(host) : null;
}

async function currentFrame(session: Session): Promise<ModelValue> {
  const from = stackStart(session);
  const view = from && (await viewStack(session, from, session.frame + 2));
  return view?.frames[session.frame] ? frameItem(session, view.frames, session.frame).value : unknown('no stack');
}

function debuggerObject(host: ModelHost): ModelObject {
  const { session } = host;
  return objectOf({
    members: [
      member('Sessions', sequenceOf([sessionObject(session)])),
      member('Settings', settingsObject(session)),
      member('State', stateObject(host)),
      member('Utility', utilityObject(host)),
      {
        name: 'LastEvent',
        async read() {
          const [line = ''] = await commandLines(session, '.lastevent');
          return textValue(line.replace(/^Last event: /, ''));
        },
      },
    ],
  });
}

/** What of WinDbg's settings this debugger has too. */
function settingsObject(session: Session): ModelObject {
  const path = session.symbolPath === null ? null : textValue(printable(session.symbolPath));
  const symbols = objectOf({ members: [member('Sympath', path, 'the host does not say')] });
  return objectOf({ members: [member('Symbols', symbols)] });
}

function stateObject(host: ModelHost): ModelObject {
  const { session } = host;
  const variables = Object.entries(VARIABLES)
    .filter(([name]) => name !== '$debuggerrootnamespace')
    .map(([name, read]): ModelMember => ({ name: name.slice(1), read: async () => read(host) }));
  return objectOf({
    members: [
      member('DebuggerVariables', objectOf({ members: variables })),
      member('PseudoRegisters', pseudoRegisters(session)),
      member('Scripts', objectOf({ items: async () => [], note: () => 'scripts of this debugger do not stay loaded' })),
      member('UserVariables', userVariables(session)),
    ],
  });
}

function pseudoRegisters(session: Session): ModelObject {
  const group = (wanted: (name: string) => boolean) =>
    objectOf({
      members: PSEUDO_REGISTERS.filter(wanted).map((name) => ({
        name: name.slice(1),
        async read(): Promise<ModelValue> {
          const value = await withNeeds(() => registerValue(session, name));
          return value === null
            ? unknown(pseudoAbsence(session, name) ?? 'not in the dump')
            : typed(integer(value, UINT64), true);
        },
      })),
    });
  return objectOf({
    members: [
      member(
        'General',
        group((name) => !isUserRegister(name)),
      ),
      member('User', group(isUserRegister)),
    ],
  });
}
