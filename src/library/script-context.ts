/** What `memoretics script` gives to the script that it runs. */
export interface ScriptContext {
  /** Null where none was given. */
  readonly dump: string | null;
  readonly args: readonly string[];
  readonly symbols: readonly string[] | null;
  readonly images: readonly string[] | null;
  readonly forceSymbols: boolean;
}

/** The command line and the library are bundles of their own, so a name of the process is where they meet. */
const PLACE = Symbol.for('memoretics.script');

export function setScriptContext(context: ScriptContext): void {
  Reflect.set(globalThis, PLACE, context);
}

/** Null outside of `memoretics script`. */
export function scriptContext(): ScriptContext | null {
  return (Reflect.get(globalThis, PLACE) as ScriptContext | undefined) ?? null;
}

/** The arguments behind the dump on the command line of `memoretics script`; none elsewhere. */
export function scriptArguments(): readonly string[] {
  return scriptContext()?.args ?? [];
}
