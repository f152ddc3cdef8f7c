import type { UserHandle, UserHandles } from '../windows/user-handle.ts';
import { parseAddress } from './symbol-text.ts';

type Draft = { -readonly [Key in keyof UserHandle]: UserHandle[Key] };

const HANDLE = /^\s*Handle (?:0x)?([0-9a-f]{1,16})\s*$/i;
/** Some debuggers put the type on the same line: `Handle 4 - Type Event`. */
const HANDLE_TYPE = /^\s*Handle (?:0x)?([0-9a-f]{1,16})\s+-\s*Type\s+(\S.*?)\s*$/i;
const FIELD = /^\s+(Type|Attributes|GrantedAccess|HandleCount|PointerCount|Name)\s+(\S.*?)?\s*$/;
const TYPE_COUNT = /^(\S.*?)\s*\t\s*(\d+)\s*$|^(\S+)\s+(\d+)\s*$/;
const MOST_STRANGE = 6;

/** The handles that user-mode `!handle` lists, in all its depths; null when there are none. */
export function readUserHandles(lines: readonly string[], firstLine = 0): UserHandles | null {
  const handles: UserHandle[] = [];
  const types: { type: string; count: number }[] = [];
  let draft: Draft | null = null;
  let details = false;
  let counting = false;
  let strange = 0;
  let line: number | null = null;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]!;
    if (text.length > 600) continue;
    const begins: RegExpExecArray | null = text.includes('Handle ')
      ? (HANDLE.exec(text) ?? HANDLE_TYPE.exec(text))
      : null;
    const handle = begins ? parseAddress(begins[1]!) : null;
    if (begins && handle !== null) {
      draft = { ...EMPTY, handle, type: begins[2] ?? null, information: [], line: firstLine + i };
      handles.push(draft);
      line ??= firstLine + i;
      details = counting = false;
      strange = 0;
    } else if (handles.length > 0 && /^\s*Type\s+Count\s*$/.test(text)) {
      counting = true;
      draft = null;
    } else if (counting) {
      const found = TYPE_COUNT.exec(text);
      if (found) types.push({ type: (found[1] ?? found[3])!, count: Number(found[2] ?? found[4]) });
      else if (text.trim() !== '') counting = false;
    } else if (draft) {
      if (/^\s+Object [Ss]pecific [Ii]nformation/.test(text)) details = true;
      else if (details && /^\s{2,}\S/.test(text)) draft.information = [...draft.information, text.trim()];
      else if (takeField(draft, text)) strange = 0;
      else if (text.trim() !== '' && ++strange > MOST_STRANGE) draft = null;
    }
  }
  return handles.length === 0 ? null : { handles, types, line };
}

const EMPTY: UserHandle = {
  handle: 0n,
  type: null,
  name: null,
  attributes: null,
  grantedAccess: null,
  handleCount: null,
  pointerCount: null,
  information: [],
  line: null,
};

function takeField(draft: Draft, text: string): boolean {
  const found = FIELD.exec(text);
  if (!found) return false;
  const value = found[2] ?? '';
  const hex = /^(?:0x)?([0-9a-f]{1,8})\b/i.exec(value)?.[1];
  const count = /^(\d{1,10})\b/.exec(value)?.[1];
  switch (found[1]) {
    case 'Type':
      draft.type = /^<unknown>/i.test(value) || value === '' ? null : value;
      break;
    case 'Attributes':
      draft.attributes = hex === undefined ? null : Number.parseInt(hex, 16);
      break;
    case 'GrantedAccess':
      draft.grantedAccess = hex === undefined ? null : Number.parseInt(hex, 16);
      break;
    case 'HandleCount':
      draft.handleCount = count === undefined ? null : Number(count);
      break;
    case 'PointerCount':
      draft.pointerCount = count === undefined ? null : Number(count);
      break;
    case 'Name':
      draft.name = /^<none>/i.test(value) || value === '' ? null : value;
      break;
  }
  return true;
}
