import { viewOf } from '../bytes/source.ts';
import { readLoadConfig } from '../formats/pe/load-config.ts';
import { type Address, toAddress, toUnsigned, tryU32 } from '../memory/space.ts';
import { bytesOfTarget } from '../target/stack.ts';
import { imageOfModule } from './module-image.ts';
import type { Session } from './session.ts';

/** One `__try` of a scope table. A filter of null is that of a `__finally`. */
export interface ScopeRecord {
  readonly level: number;
  readonly enclosing: number;
  readonly filter: bigint | null;
  readonly handler: bigint;
}

/** What an x86 registration record tells beyond its handler. */
export interface RegistrationDetails {
  /** The innermost `__try` that the code is in; null where the handler keeps no level that is known. */
  readonly level: number | null;
  /** The scopes from that one outwards. */
  readonly scopes: readonly ScopeRecord[];
  /** FuncInfo of a C++ function. */
  readonly functionInfo: { readonly address: bigint; readonly states: number; readonly tries: number } | null;
  /** What could not be read, for people. */
  readonly note: string | null;
}

/** Scopes nest no deeper in real code. */
const MOST_SCOPES = 256;
/** FuncInfo.magicNumber of ehdata.h: 0x19930520 to 0x19930522. */
const CXX_MAGIC = 0x19930520;
const CXX_MAGIC_LAST = 0x19930522;
/** TRYLEVEL_NONE of the third and of the fourth generation of the C runtime's frame handler. */
const NONE = { 3: -1, 4: -2 } as const;

/**
 * The scope table of a frame whose handler is `_except_handler3` or `_except_handler4`, by its name; the FuncInfo that a
 * C++ frame's thunk loads. Layouts are those that the Visual C++ runtime's source and its published analyses give:
 * behind {Next, Handler} stand the scope table and the try level; the fourth generation keeps the table's address
 * combined with the module's security cookie.
 */
export function registrationDetails(
  session: Session,
  record: Address,
  handler: Address,
  handlerName: string | null,
): RegistrationDetails | null {
  const generation = /(?:^|_)except_handler(3|4)(?:_|$)/.exec(handlerName ?? '')?.[1];
  if (generation) return scopesOf(session, record, handler, generation === '3' ? 3 : 4);
  const info = functionInfo(session, handler);
  return info && { level: null, scopes: [], functionInfo: info, note: null };
}

function scopesOf(session: Session, record: Address, handler: Address, generation: 3 | 4): RegistrationDetails {
  const nothing = (note: string): RegistrationDetails => ({ level: null, scopes: [], functionInfo: null, note });
  const stored = tryU32(session.memory, record + 8);
  const level = tryU32(session.memory, record + 12);
  if (stored === null || level === null) return nothing('the frame is not in the dump');
  let table = stored;
  let entries = 0;
  if (generation === 4) {
    // The cookie is that of the module whose function the frame is, which is mostly that of the handler.
    const cookie = securityCookie(session, handler);
    if (cookie === null) return nothing('its scope table is combined with a security cookie that is not in the dump');
    table = (stored ^ cookie) >>> 0;
    entries = 16;
  }
  const scopes: ScopeRecord[] = [];
  const seen = new Set<number>();
  let at = level | 0;
  while (at !== NONE[generation] && scopes.length < MOST_SCOPES) {
    if (at < 0 || seen.has(at)) return { ...nothing('its chain of scopes is damaged'), level: level | 0, scopes };
    seen.add(at);
    const bytes = bytesOfTarget(session.target, table + entries + at * 12, 12, session.stackOptions);
    if (bytes.length < 12)
      return { ...nothing(`its scope table at 0x${table.toString(16)} is not in the dump`), level: level | 0, scopes };
    const view = viewOf(bytes);
    const filter = view.getUint32(4, true);
    scopes.push({
      level: at,
      enclosing: view.getInt32(0, true),
      filter: filter === 0 ? null : BigInt(filter),
      handler: BigInt(view.getUint32(8, true)),
    });
    at = view.getInt32(0, true);
  }
  return { level: level | 0, scopes, functionInfo: null, note: null };
}

/** The security cookie of the module at an address, by its load configuration; null when it is not in the dump. */
function securityCookie(session: Session, address: Address): number | null {
  const module = session.moduleAt(toUnsigned(address));
  const image = module ? imageOfModule(session, module) : null;
  if (!module || !image) return null;
  const { securityCookie: preferred = 0n } = readLoadConfig(image.image) ?? {};
  if (preferred === 0n) return null;
  // A file has the address for the base that it was linked for; memory was relocated.
  const linked = image.from === 'file' ? image.image.imageBase : toUnsigned(module.base);
  const at = toAddress(preferred - linked + toUnsigned(module.base));
  return at === null ? null : tryU32(session.memory, at);
}

/** The FuncInfo that a thunk such as `__ehhandler$main` hands to the C++ frame handler: `mov eax, imm32; jmp`. */
function functionInfo(session: Session, handler: Address): RegistrationDetails['functionInfo'] {
  const code = bytesOfTarget(session.target, handler, 64, session.stackOptions);
  const view = viewOf(code);
  for (let at = 0; at + 10 <= code.length; at++) {
    if (code[at] !== 0xb8 || code[at + 5] !== 0xe9) continue;
    const info = view.getUint32(at + 1, true);
    const bytes = bytesOfTarget(session.target, info, 20, session.stackOptions);
    if (bytes.length < 20) continue;
    const fields = viewOf(bytes);
    // The upper three bits hold flags.
    const magic = fields.getUint32(0, true) & 0x1fffffff;
    if (magic < CXX_MAGIC || magic > CXX_MAGIC_LAST) continue;
    return { address: BigInt(info), states: fields.getUint32(4, true), tries: fields.getUint32(12, true) };
  }
  return null;
}
