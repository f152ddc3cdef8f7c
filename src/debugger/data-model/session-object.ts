import { isUserMode } from '../../target/target.ts';
import type { Session } from '../session.ts';
import { devicesObject } from './device-objects.ts';
import { bool, hexNumber, type ModelMember, type ModelObject, member, objectOf, textValue } from './model-value.ts';
import { processObjects } from './process-objects.ts';
import { known } from './thread-objects.ts';

/** Pages of the processors that Windows runs on: also of x86, x64 and ARM64. */
const PAGE_SHIFT = 12;

/** What kind of dump it is, as debuggers call it. */
const KINDS: Readonly<Record<string, string>> = {
  'user-minidump': 'Mini user dump',
  'user-full-dump': 'Full user dump',
  'kernel-triage-dump': 'Mini kernel dump',
  'kernel-dump': 'Kernel dump',
  'complete-dump': 'Full kernel dump',
};

/** `@$cursession`: the dump. */
export function sessionObject(session: Session): ModelObject {
  const { target } = session;
  const { path } = session.theCase.source;
  const devices: ModelMember[] = isUserMode(session.target)
    ? []
    : [{ name: 'Devices', read: () => devicesObject(session) }];
  return objectOf({
    text: `${KINDS[target.kind] ?? 'Dump'}: ${path}`,
    members: [
      { name: 'Processes', read: () => processObjects(session) },
      member('Id', hexNumber(0)),
      ...devices,
      member('Attributes', attributes(session)),
    ],
  });
}

function attributes(session: Session): ModelObject {
  const { target } = session;
  const user = isUserMode(session.target);
  const of = objectOf({
    members: [
      member('IsUserTarget', bool(user)),
      member('IsKernelTarget', bool(!user)),
      member('IsLiveTarget', bool(false)),
      member('IsDumpTarget', bool(true)),
      member('IsNTTarget', bool(target.system.platform === 'windows')),
      member('Details', objectOf({ members: [member('DumpFileName', textValue(session.theCase.source.path))] })),
    ],
  });
  const machine = objectOf({
    members: [
      member('PointerSize', hexNumber(target.pointerSize)),
      member('PageSize', hexNumber(1 << PAGE_SHIFT)),
      member('PageShift', hexNumber(PAGE_SHIFT)),
      { name: 'NumberProcessors', read: async () => known(target.system.processors, 'the dump does not say') },
      member('Architecture', textValue(target.architecture)),
    ],
  });
  return objectOf({ members: [member('Target', of), member('Machine', machine)] });
}
