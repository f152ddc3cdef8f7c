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

type Next = (url: string, context: unknown) => unknown;
interface Hooks {
  resolve(specifier: string, context: unknown, next: Next): unknown;
  load(url: string, context: unknown, next: Next): unknown;
}

/**
 * Makes `memoretics` mean the installation in `folder`, and TypeScript be understood where Node does not do so itself:
 * Node strips types from 22.18 on, and has hooks in the same thread from 22.15 on.
 */
export function installModuleHooks(folder: string, virtual: VirtualScript | null): void {
  const library = pathToFileURL(join(folder, 'index.mjs')).href;
  silenceNotices();
  const { registerHooks } = module as { registerHooks?: (hooks: Hooks) => unknown };
  const stripsTypes = Boolean((process.features as { typescript?: unknown }).typescript);
  if (!registerHooks || !stripsTypes) {
    const data: HookData = { library, virtual };
    module.register(pathToFileURL(join(folder, 'script-hooks.mjs')).href, { data });
    redirectRequire(join(folder, 'index.mjs'));
    return;
  }
  const own = new Set([library, ...(virtual ? [virtual.url] : [])]);
  registerHooks({
    resolve(specifier, context, next) {
      const url = specifier === 'memoretics' ? library : specifier;
      return own.has(url) ? { url, shortCircuit: true } : next(specifier, context);
    },
    load: (url, context, next) =>
      url === virtual?.url
        ? { format: 'module-typescript', source: virtual.source, shortCircuit: true }
        : next(url, context),
  });
}

/** Those hooks do not see what CommonJS requires. */
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
