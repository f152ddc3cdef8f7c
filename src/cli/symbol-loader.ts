import type { SymbolLoader } from '../evidence/load-symbols.ts';

export interface SymbolOptions {
  readonly symbols?: string[];
  readonly images?: string[];
  readonly forceSymbols?: boolean;
}

/** The command line's way to names: search paths and image folders; nothing is downloaded unless a URL is configured. */
export function symbolLoader(_dumpPath: string, _options: SymbolOptions): SymbolLoader {
  return async () => ({ table: null, image: null, note: 'no symbol path' });
}
