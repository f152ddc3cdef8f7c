import { toUnsigned } from '../memory/space.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import type { Type } from '../symbols/type.ts';
import { variablesOfFrame } from './local-variables.ts';
import type { Session } from './session.ts';
import { stackStart, viewStack } from './stack-view.ts';

/** A variable by name: of the current frame, or of a module. */
export interface FoundVariable {
  readonly type: Type;
  readonly typeName: string;
  /** Null when it lives in a register. */
  readonly address: bigint | null;
  /** Its value where it is a number. */
  readonly value: bigint | null;
  /** `Local var @ 0x14fe40 Type Job*`; null for variables of a module. */
  readonly heading: string | null;
  readonly mismatched: boolean;
}

/** A parameter or local variable of the current frame by its exact name, where private symbols tell. */
export async function findLocal(session: Session, name: string): Promise<FoundVariable | null> {
  const from = stackStart(session);
  if (!from || !(await mayHaveLocals(session))) return null;
  const { frames } = await viewStack(session, from, session.frame + 2);
  const found = variablesOfFrame(session, frames, session.frame)?.find(({ variable }) => variable.name === name);
  if (!found) return null;
  const { variable, view } = found;
  const typeName = view.typeName.replace(/\b(struct|class|union|enum) /g, '').replace(/ (?=[*&[])/g, '');
  const place = view.address === null ? (view.location ?? '<unavailable>') : `0x${view.address.toString(16)}`;
  const heading = `Local var @ ${place.replace(/^@/, '')} Type ${typeName}`;
  return { type: variable.type, typeName, address: view.address, value: view.value, heading, mismatched: false };
}

/** False where the innermost frame has no private symbols, so that its stack need not be walked with more symbols. */
async function mayHaveLocals(session: Session): Promise<boolean> {
  if (session.frame > 0) return true;
  const ip = session.context?.ip ?? null;
  const module = ip === null ? null : session.moduleAt(toUnsigned(ip));
  const table = module ? await session.needSymbols(module) : null;
  return ip !== null && module !== null && (table?.variablesAt?.(ip - module.base).length ?? 0) > 0;
}

/** A global or static variable by name: `module` null means the current code's module and those loaded. */
export async function findGlobal(session: Session, module: string | null, name: string): Promise<FoundVariable | null> {
  const ip = session.context?.ip;
  const here = ip == null ? null : session.moduleAt(toUnsigned(ip));
  const named = module === null ? null : session.moduleNamed(module);
  if (module !== null && !named) return null;
  const modules = named ? [named] : [...new Set([...(here ? [here] : []), ...session.theCase.symbols.keys()])];
  for (const each of modules) {
    const table = await session.needSymbols(each);
    const found = table && typedData(table, name);
    if (!table || !found) continue;
    const address = toUnsigned(each.base) + BigInt(found.rva);
    const { type, typeName } = found;
    return { type, typeName, address, value: null, heading: null, mismatched: table.mismatched };
  }
  return null;
}

/** A symbol of data whose type the file tells; a public of the same name and place may come first. */
function typedData(table: SymbolTable, name: string): { rva: number; type: Type; typeName: string } | null {
  const symbol = table.find(name);
  if (symbol?.name !== name) return null;
  for (const each of [symbol, ...table.aliases(symbol.rva)]) {
    const type = each.kind === 'data' && each.name === symbol.name ? (table.typeOf?.(each) ?? null) : null;
    if (type) return { rva: each.rva, type, typeName: table.typeNameOf?.(each) ?? '' };
  }
  return null;
}
