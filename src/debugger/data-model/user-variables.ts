import type { Session } from '../session.ts';
import { type ModelObject, type ModelValue, method, objectOf, textValue } from './model-value.ts';

/** Variables that `dx @$name = value` made, by lower-case name with its `$`. */
const variables = new WeakMap<Session, Map<string, ModelValue>>();

/** The value of a user's variable, or null. */
export function userVariable(session: Session, name: string): ModelValue | null {
  return variables.get(session)?.get(name) ?? null;
}

export function setUserVariable(session: Session, name: string, value: ModelValue): void {
  const own = variables.get(session) ?? new Map<string, ModelValue>();
  variables.set(session, own);
  own.set(name, value);
}

/** `@$vars`: all variables of the user as members. */
export function userVariables(session: Session): ModelObject {
  const own = variables.get(session) ?? new Map<string, ModelValue>();
  const members = [...own].map(([name, value]) => ({ name: name.replace(/^\$/, ''), read: async () => value }));
  const remove = method('Remove', '[Remove(Name) - Forgets a variable]', async ([name]) => {
    const text = name?.kind === 'text' ? name.text.replace(/^@?\$?/, '').toLowerCase() : '';
    return textValue(own.delete(`$${text}`) ? `removed ${text}` : `there is no ${text}`);
  });
  return objectOf({ members: [...members, remove] });
}
