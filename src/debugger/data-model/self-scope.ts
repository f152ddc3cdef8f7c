import type { Type } from '../../symbols/type.ts';
import type { CppScope } from '../cpp/access.ts';
import { cppScope } from '../cpp/scope.ts';
import type { TypedValue } from '../cpp/value.ts';
import type { Session } from '../session.ts';

/** What names mean in a session; within an object those of its class and namespace need no qualifier. */
export function scopeOfSelf(session: Session, self: TypedValue | null): CppScope {
  const scope = cppScope(session);
  if (self?.type.kind !== 'struct' || self.type.name.length > 1024) return scope;
  const around = enclosing(self.type.name);
  const nearest = <T>(name: string, find: (name: string) => T | null): T | null => {
    if (name.includes('!')) return find(name);
    for (const prefix of around) {
      const found = find(`${prefix}::${name}`);
      if (found !== null) return found;
    }
    return find(name);
  };
  return { ...scope, type: (name) => nearest<Type>(name, scope.type) };
}

/** `A::B<C::D>` lies in `A::B<C::D>` and in `A`. */
function enclosing(name: string): string[] {
  const found = [name];
  let depth = 0;
  for (let at = name.length - 1; at > 1; at--) {
    const char = name[at];
    if (char === '>' || char === ')') depth++;
    else if (char === '<' || char === '(') depth--;
    else if (char === ':' && name[at - 1] === ':' && depth === 0) found.push(name.slice(0, --at));
  }
  return found;
}
