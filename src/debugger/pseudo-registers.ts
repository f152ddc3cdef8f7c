import { FormatError } from '../bytes/errors.ts';
import { Problems } from '../bytes/problem.ts';
import { openPe } from '../formats/pe/image.ts';
import { MemorySource } from '../memory/memory-source.ts';
import { toUnsigned, tryPointer } from '../memory/space.ts';
import { walkThread } from '../target/stack.ts';
import type { Session } from './session.ts';
import { stackStart } from './stack-view.ts';

/** ProcessEnvironmentBlock in the TEB (winternl.h), x86 and x64. */
const TEB_PEB = { 4: 0x30, 8: 0x60 } as const;
/** Where functions return integers. */
const RETURNED: Readonly<Record<string, string>> = { x86: 'eax', x64: 'rax', arm64: 'x0', arm: 'r0' };

/** `$t0` to `$t19`. */
const USER: ReadonlySet<string> = new Set(Array.from({ length: 20 }, (_, index) => `$t${index}`));

/** Names of pseudo-registers, for completion and for hints. */
export const PSEUDO_REGISTERS: readonly string[] = [
  '$ip',
  '$eventip',
  '$scopeip',
  '$exentry',
  '$csp',
  '$ra',
  '$retreg',
  '$retreg64',
  '$teb',
  '$peb',
  '$proc',
  '$thread',
  '$tid',
  '$tpid',
  '$dtid',
  '$frame',
  '$ptrsize',
  '$pagesize',
  '$exr_code',
  '$exr_numparams',
  '$bug_code',
  ...USER,
];

/** Automatic and user pseudo-registers, as Microsoft documents them ("Pseudo-Register Syntax"); null for no value. */
export function pseudoValue(session: Session, name: string): bigint | null {
  // Loops of scripts live on these: the context is not looked for.
  if (USER.has(name)) return session.pseudo.get(name) ?? 0n;
  const { target, context, thread } = session;
  const of = (value: number | null | undefined) => (value === null || value === undefined ? null : toUnsigned(value));
  const count = (value: number | null | undefined) => (value === null || value === undefined ? null : BigInt(value));
  switch (name) {
    case '$ip':
    case '$scopeip':
      return of(context?.ip);
    case '$eventip':
      return of((target.exception?.context ?? target.currentThread?.context)?.ip);
    case '$exentry':
      return exeEntry(session);
    case '$csp':
      return of(context?.sp);
    case '$ra':
      return returnAddress(session);
    case '$retreg':
    case '$retreg64': {
      const registers = context?.registers;
      const low = registers?.get(RETURNED[context?.architecture ?? ''] ?? '');
      if (low === undefined || context?.architecture !== 'x86' || name === '$retreg') return low ?? null;
      const high = registers?.get('edx');
      return high === undefined ? null : (high << 32n) | low;
    }
    case '$teb':
      return of(thread?.teb);
    case '$peb':
      return thread?.teb
        ? of(tryPointer(session.memory, thread.teb + TEB_PEB[session.pointerSize], session.pointerSize))
        : null;
    case '$thread':
      return target.kind.startsWith('user') ? of(thread?.teb) : of(thread?.address);
    case '$proc':
      return target.kind.startsWith('user') ? pseudoValue(session, '$peb') : of(target.process?.address);
    case '$tpid':
      return count(target.process?.id);
    case '$tid':
      return count(thread?.id);
    case '$dtid':
      return count(thread?.index);
    case '$frame':
      return BigInt(session.frame);
    case '$ptrsize':
      return BigInt(session.pointerSize);
    case '$pagesize':
      return 0x1000n;
    case '$exr_code':
      return target.exception ? BigInt(target.exception.code >>> 0) : null;
    case '$exr_numparams':
      return target.exception ? BigInt(target.exception.parameters.length) : null;
    case '$bug_code':
      return target.bugcheck ? BigInt(target.bugcheck.code >>> 0) : 0n;
    default: {
      const parameter = /^\$(bug_param|exr_param)(\d+)$/.exec(name);
      const index = Number(parameter?.[2] ?? -1);
      if (parameter?.[1] === 'bug_param') return target.bugcheck?.parameters[index - 1] ?? 0n;
      if (parameter?.[1] === 'exr_param') return target.exception?.parameters[index] ?? null;
      return null;
    }
  }
}

/** Where the current frame returns to, by the names that are loaded. */
function returnAddress(session: Session): bigint | null {
  const from = stackStart(session);
  if (!from) return null;
  const { frames } = walkThread(session.target, from, { ...session.stackOptions, limit: session.frame + 2 });
  const next = frames.slice(session.frame + 1).find(({ inline }) => !inline);
  return next?.address ?? null;
}

/** The entry point of the process's executable, which user dumps list first. */
function exeEntry(session: Session): bigint | null {
  const exe = session.target.modules.find(({ imageName, space }) => space === 'user' && /\.exe$/i.test(imageName));
  return exe ? entryPointOf(session, toUnsigned(exe.base)) : null;
}

/** The entry point of the image at a base address; null when there is no module or its header is not in the dump. */
export function entryPointOf(session: Session, base: bigint): bigint | null {
  const module = session.target.modules.find((item) => toUnsigned(item.base) === base);
  if (!module) return null;
  try {
    const image = openPe(new MemorySource(session.memory, module.base, module.size), 'mapped', new Problems());
    return image.entryPoint ? base + BigInt(image.entryPoint) : null;
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}
