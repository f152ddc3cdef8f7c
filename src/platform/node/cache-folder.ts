import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where this system keeps what a program can make or fetch again; ours is `memoretics` below it. */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homeFolder(),
): string {
  const xdg = environment['XDG_CACHE_HOME'];
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'memoretics');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'memoretics');
  // The XDG Base Directory Specification: relative values are invalid and to be ignored.
  return join(xdg?.startsWith('/') ? xdg : join(home, '.cache'), 'memoretics');
}

/** Where this system keeps what a program remembers of what its user did; ours is `memoretics` below it. */
export function stateFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homeFolder(),
): string {
  if (platform === 'win32') return cacheFolder(environment, platform, home);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'memoretics');
  // The XDG Base Directory Specification names history as an example of state.
  const xdg = environment['XDG_STATE_HOME'];
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'state'), 'memoretics');
}

/** The folder of the local symbol store: MEMORETICS_SYMBOL_STORE, or `symbols` in the cache folder. */
export function localStoreFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return environment['MEMORETICS_SYMBOL_STORE'] || join(cacheFolder(environment), 'symbols');
}

/** A user without an entry and without HOME, as in many containers, has no home: what is kept there is then temporary. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return tmpdir();
  }
}
