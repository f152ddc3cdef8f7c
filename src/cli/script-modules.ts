import * as module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A module that is no file. */
export interface VirtualScript {
  readonly url: string;
  /** TypeScript. */
  readonly source: string;
}

/** What the hooks in a thread of their own are told. */
export interface HookData {
  /** The URL of the library. */
  readonly library: string;
  readonly virtual: VirtualScript | null;
}

type Hook = (name: string, context: unknown, next: (name: string, context: unknown) => unknown) => unknown;

/**
 * Makes `memoretics` mean the installation in `folder`, and TypeScript be understood where Node does not do so itself:
 * Node strips types from 22.18 on, and has hooks in the same thread from 22.15 on.
 */
export function installModuleHooks(folder: string, virtual: VirtualScript | null): void {
  const library = pathToFileURL(join(folder, 'index.mjs')).href;
  silenceNotices();
  redirectRequire(join(folder, 'index.mjs'));
  const { registerHooks } = module as {
    registerHooks?: (hooks: { readonly resolve: Hook; readonly load?: Hook }) => unknown;
  };
  const stripsTypes = Boolean((process.features as { typescript?: unknown }).typescript);
  if (!registerHooks || !stripsTypes) {
    const data: HookData = { library, virtual };
    module.register(pathToFileURL(join(folder, 'script-hooks.mjs')).href, { data });
    return;
  }
  const own = new Set([library, ...(virtual ? [virtual.url] : [])]);
  const resolve: Hook = (specifier, context, next) => {
    const url = specifier === 'memoretics' ? library : specifier;
    return own.has(url) ? { url, shortCircuit: true } : next(specifier, context);
  };
  const load: Hook = (url, context, next) =>
    url === virtual?.url
      ? { format: 'module-typescript', source: virtual.source, shortCircuit: true }
      : next(url, context);
  // Under a load hook, Node 22.18 cannot require a module that has imports.
  registerHooks(virtual ? { resolve, load } : { resolve });
}

/** Hooks do not see what CommonJS requires: none in a thread of their own, and those of Node 22 not always. */
function redirectRequire(path: string): void {
  const loader = module.Module as unknown as { _resolveFilename(name: string, ...more: unknown[]): string };
  const usual = loader._resolveFilename.bind(loader);
  loader._resolveFilename = (name, ...more) => (name === 'memoretics' ? path : usual(name, ...more));
}

/** Node's remarks about its own ways with a script are not the script's output. */
const NOTICES = /^Type Stripping is|Module type of .* is not specified|is loading ES Module .* using require/;

function silenceNotices(): void {
  const emit = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  const quiet = (warning: unknown, ...more: unknown[]): void => {
    if (!NOTICES.test(String(warning))) emit(warning, ...more);
  };
  process.emitWarning = quiet as typeof process.emitWarning;
}
