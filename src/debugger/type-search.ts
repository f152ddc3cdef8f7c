import { BuiltinTypeTable } from '../symbols/builtin.ts';
import type { Type, TypeTable } from '../symbols/type.ts';
import type { Module } from '../target/target.ts';
import { nearestName } from './nearest-name.ts';
import type { Session } from './session.ts';

/** A type with the module whose symbols define it; null module means the built-in layouts. */
export interface FoundType {
  readonly type: Type;
  readonly module: string | null;
  /** The name as defined, or the typedef that was asked for. */
  readonly name: string;
  readonly mismatched: boolean;
}

const builtin = new Map<string, BuiltinTypeTable>();

/** The layouts that Microsoft documents, for the session's processor. */
export function builtinTypes(session: Session): BuiltinTypeTable {
  const machine = session.pointerSize === 4 ? 'x86' : session.target.architecture === 'arm64' ? 'arm64' : 'x64';
  let table = builtin.get(machine);
  if (!table) {
    table = new BuiltinTypeTable(machine);
    builtin.set(machine, table);
  }
  return table;
}

/** The module that a type's qualifier means: in user mode `nt` stands for ntdll. */
export function typeModule(session: Session, name: string): Module | null {
  const found = session.moduleNamed(name);
  return found ?? (name.toLowerCase() === 'nt' ? session.moduleNamed('ntdll') : null);
}

/** Modules in the order in which an unqualified type is looked for: the code at hand, ntdll, nt, what else is loaded. */
export function typeModules(session: Session): Module[] {
  const { context } = session;
  const here = context?.ip == null ? null : session.moduleAt(BigInt.asUintN(64, BigInt(context.ip)));
  const named = [session.moduleNamed('ntdll'), session.moduleNamed('nt'), here];
  const all = [...named, ...session.theCase.symbols.keys()].filter((module) => module !== null);
  return [...new Set(all)];
}

/** The types of a module after its symbols were loaded, or null. */
export async function typesOf(session: Session, module: Module): Promise<TypeTable | null> {
  return (await session.needSymbols(module))?.types ?? null;
}

/** Symbol tables that know names only as they are written are asked for all of them. */
function ignoringCase(types: TypeTable, name: string): Type | null {
  const wanted = name.toLowerCase();
  for (const other of types.typeNames()) if (other.toLowerCase() === wanted) return types.type(other);
  return null;
}

/** Finds a type by name: in the named module, else along the search order, else among the built-in layouts. */
export async function findType(session: Session, qualifier: string | null, name: string): Promise<FoundType | null> {
  const wanted = qualifier === null ? typeModules(session) : [typeModule(session, qualifier)];
  for (const module of wanted) {
    if (!module) continue;
    const types = await typesOf(session, module);
    const type = types && (types.type(name) ?? types.type(`_${name}`) ?? ignoringCase(types, name));
    if (!type) continue;
    const own = 'name' in type ? type.name : name;
    const shown = own.toLowerCase() === name.toLowerCase() ? own : name;
    const mismatched = session.symbolsOf(module)?.table?.mismatched ?? false;
    return { type, module: module.name, name: shown, mismatched };
  }
  const type = builtinTypes(session).type(name);
  return type ? { type, module: null, name: 'name' in type ? type.name : name, mismatched: false } : null;
}

/** The type whose name is nearest to one that is unknown, as it would be typed; null when none is near. */
export function nearestType(session: Session, qualifier: string | null, name: string): string | null {
  const modules = qualifier === null ? typeModules(session) : [typeModule(session, qualifier)];
  for (const module of modules) {
    const types = module && session.symbolsOf(module)?.table?.types;
    const near = types ? nearestName(name, types.typeNames()) : null;
    if (near !== null) return qualifier === null ? near : `${qualifier}!${near}`;
  }
  return null;
}
