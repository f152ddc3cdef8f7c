import { Problems } from '../bytes/problem.ts';
import { readExports } from '../formats/pe/exports.ts';
import { isExecutable, openPe } from '../formats/pe/image.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { toUnsigned } from '../memory/space.ts';
import { moduleIndexOf } from '../target/module-index.ts';
import { isUserMode, type Module, type Target } from '../target/target.ts';
import { HOOK_BYTES, hookTarget } from '../windows/code-hook.ts';
import { fact, known, missing } from './case.ts';

/** An exported function whose first instruction jumps out of its module. */
export interface HookedFunction {
  readonly module: string;
  readonly function: string;
  readonly address: bigint;
  readonly target: bigint;
  /** The module that it leads to; null when it leads into none. */
  readonly owner: string | null;
}

export interface HookSearch {
  readonly hooks: readonly HookedFunction[];
  /** Functions whose code was in the dump. */
  readonly checked: number;
}

/** Libraries that hooks are set in, and whose own functions never begin with a jump to another module. */
const LIBRARIES =
  /^(ntdll|kernel32|kernelbase|user32|win32u|gdi32|gdi32full|advapi32|sechost|ws2_32|mswsock|wininet|winhttp|crypt32|bcrypt|ncrypt|ole32|combase|rpcrt4|shell32|shlwapi|amsi)$/i;
/** Emulated processors have thunks of their own before functions. */
const EMULATOR = /^(xtajit\w*|wowarmhw)$/i;

/** Exported functions of Windows' own libraries that lead elsewhere from their first bytes; the code must be in the dump. */
export const hookedFunctionsFact = fact<HookSearch>('hookedFunctions', ({ target }) => {
  if (!target) return missing('the code of system libraries, which a log does not hold', '!chkimg -d');
  if (
    !isUserMode(target) ||
    target.system.platform !== 'windows' ||
    target.modules.some(({ name }) => EMULATOR.test(name))
  )
    return missing('the code of the libraries of a process of Windows');
  const hooks: HookedFunction[] = [];
  let checked = 0;
  for (const module of target.modules) {
    if (!LIBRARIES.test(module.name.replace(/_[0-9a-f]{6,16}$/, ''))) continue;
    checked += searchModule(target, module, hooks);
  }
  return checked > 0
    ? known({ hooks, checked }, 'code of the dump')
    : missing('the code of system libraries: it is not in the dump', 'a dump with full memory');
});

function searchModule(target: Target, module: Module, hooks: HookedFunction[]): number {
  let checked = 0;
  const quiet = new Problems();
  try {
    const image = openPe(new MemorySource(target.memory, module.base, module.size), 'mapped', quiet);
    const modules = moduleIndexOf(target.modules);
    const seen = new Set<number>();
    for (const { name, rva, forwarder } of readExports(image)?.entries ?? []) {
      if (name === null || forwarder !== null || seen.has(rva) || !isExecutable(image, rva)) continue;
      seen.add(rva);
      const bytes = image.read(rva, HOOK_BYTES);
      if (bytes.length < HOOK_BYTES) continue;
      checked++;
      const address = toUnsigned(module.base + rva);
      const to = hookTarget(bytes, address, image.is64);
      if (to === null || modules.atUnsigned(to) === module) continue;
      hooks.push({
        module: module.name,
        function: name,
        address,
        target: to,
        owner: modules.atUnsigned(to)?.name ?? null,
      });
    }
  } catch (error) {
    // Pages that are not in the dump are the normal case, not a problem of it.
    quiet.catch(error, 'IMAGE_EXPORT_DIRECTORY', null);
  }
  return checked;
}
