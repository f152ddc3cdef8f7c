import { isUserMode } from '../../target/target.ts';
import type { Session } from '../session.ts';
import { Aliases } from './aliases.ts';

const ofSession = new WeakMap<Session, Aliases>();

/** The aliases of a session; of named ones none at first. */
export function aliasesOf(session: Session): Aliases {
  let aliases = ofSession.get(session);
  if (!aliases) {
    aliases = new Aliases((name) => automatic(session, name));
    ofSession.set(session, aliases);
  }
  return aliases;
}

/** Automatic aliases (Microsoft Learn, "Using Aliases"): the module that holds the native API, and the dump's place. */
function automatic(session: Session, name: string): string | null {
  const { target, source } = session.theCase;
  switch (name) {
    case '$ntnsym':
      return target && nativeModule(session);
    case '$ntwsym':
      return target && wow64Module(session);
    case '$ntsym':
    case '$ntdllsym':
      if (!target) return null;
      return (session.architecture !== target.architecture ? wow64Module(session) : null) ?? nativeModule(session);
    case '$CurrentDumpFile':
      return source.path.slice(folderLength(source.path));
    case '$CurrentDumpPath':
      return source.path.slice(0, folderLength(source.path)) || '.';
    default:
      return null;
  }
}

function folderLength(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
}

function nativeModule(session: Session): string {
  return isUserMode(session.target) ? 'ntdll' : 'nt';
}

/** The 32-bit ntdll of a WOW64 process, whose name the debugger makes unique; null where there is none. */
function wow64Module({ target }: Session): string | null {
  const all = target.modules.filter(({ imageName, space }) => space === 'user' && /^ntdll\.dll$/i.test(imageName));
  return all.find(({ name, path }) => name !== 'ntdll' || /syswow64/i.test(path ?? ''))?.name ?? null;
}
