import { inlineRanges } from '../formats/pdb/inline-annotations.ts';
import type { Pdb } from '../formats/pdb/pdb.ts';
import type { DefinitionRangeSymbol, ParsedSymbol, ProcedureSymbol } from '../formats/pdb/symbol.ts';
import { closesScope, opensScope } from '../formats/pdb/symbol-kind.ts';
import type { SymbolRecord } from '../formats/pdb/symbol-record.ts';
import { symbolRecords } from '../formats/pdb/symbol-stream.ts';
import { inlineeName } from './pdb-inline.ts';
import type { PdbModuleSymbols } from './pdb-module.ts';
import { codeViewRegister, frameBase } from './pdb-register.ts';
import type { PdbTypes } from './pdb-types.ts';
import type { LocalVariable, VariablePlace, VariableScope } from './symbol-table.ts';
import type { Type } from './type.ts';

/** More variables than a function has; what a hostile file lists beyond is left out. */
const MOST_VARIABLES = 4096;
const UNKNOWN_TYPE: Type = { kind: 'base', name: '<unknown>', size: 0, encoding: 'other' };

/** What of a PDB the variables of its functions refer to. */
export interface LocalsSource {
  readonly pdb: Pdb;
  readonly machine: number;
  readonly types: PdbTypes | null;
  rva(section: number, offset: number): number | null;
}

/** A variable whose definition ranges are still being read. */
interface Draft {
  readonly name: string;
  readonly type: number;
  readonly isParameter: boolean;
  /** Of the kinds that say it themselves; S_LOCAL leaves it to the records that follow. */
  readonly place: VariablePlace | null;
  readonly ranges: DefinitionRangeSymbol[];
}

interface Group {
  readonly inlined: string | null;
  readonly drafts: Draft[];
}

/** Whether code at `section:offset` is one of a record's range, outside its gaps. */
function covers({ range }: DefinitionRangeSymbol, section: number, offset: number): boolean {
  if (range === null) return true;
  const at = offset - range.offset;
  if (range.section !== section || at < 0 || at >= range.size) return false;
  return !range.gaps.some(({ start, size }) => at >= start && at < start + size);
}

/** Reads the variables of one procedure that are in scope at an offset of its section. */
class LocalsReader {
  readonly #table: LocalsSource;
  readonly #symbols: PdbModuleSymbols;
  readonly #section: number;
  readonly #offset: number;
  /** S_FRAMEPROC's flags, which come before the variables; null when the procedure has none. */
  #frameFlags: number | null = null;
  #count = 0;
  constructor(table: LocalsSource, symbols: PdbModuleSymbols, section: number, offset: number) {
    this.#table = table;
    this.#symbols = symbols;
    this.#section = section;
    this.#offset = offset;
  }

  read(record: SymbolRecord, procedure: ProcedureSymbol): VariableScope[] {
    const { stream, symbolsEnd } = this.#symbols.stream;
    const end = Math.min(symbolsEnd, procedure.end > record.offset ? procedure.end : symbolsEnd);
    const root: Group = { inlined: null, drafts: [] };
    const groups: Group[] = [root];
    const parameters = this.#parameterCount(procedure);
    /** Groups that records at this depth belong to; null in scopes that the address is not in. */
    const scopes: (Group | null)[] = [];
    for (const each of symbolRecords(stream, record.offset, end)) {
      const group = scopes.at(-1) ?? null;
      if (closesScope(each.kind)) {
        scopes.pop();
        if (scopes.length === 0) break;
      } else if (opensScope(each.kind)) {
        scopes.push(scopes.length === 0 ? root : group && this.#inner(each, procedure, group, groups));
      } else if (group) this.#take(each.parse(), group, scopes.length === 1 ? parameters : 0);
    }
    return groups.map(({ inlined, drafts }) => ({ inlined, variables: drafts.map((draft) => this.#finish(draft)) }));
  }

  /** The group that a scope within the procedure opens; null when the address is not in that scope. */
  #inner(record: SymbolRecord, procedure: ProcedureSymbol, outer: Group, groups: Group[]): Group | null {
    const parsed = record.parse();
    if (parsed.is === 'block') {
      const at = this.#offset - parsed.offset;
      return parsed.section === this.#section && at >= 0 && at < parsed.size ? outer : null;
    }
    if (parsed.is !== 'inline-site') return null;
    const at = this.#offset - procedure.offset;
    if (!inlineRanges(parsed.annotations).some(({ start, end }) => at >= start && at < end)) return null;
    const { lines } = this.#symbols;
    const inlined = inlineeName(this.#table.pdb, lines, parsed.inlinee) ?? `inlinee 0x${parsed.inlinee.toString(16)}`;
    const group: Group = { inlined, drafts: [] };
    groups.unshift(group);
    return group;
  }

  #take(parsed: ParsedSymbol, group: Group, parameters: number): void {
    if (parsed.is === 'frame-procedure') this.#frameFlags = parsed.flags;
    else if (parsed.is === 'definition-range') group.drafts.at(-1)?.ranges.push(parsed);
    else if (this.#count < MOST_VARIABLES) {
      const draft = this.#draft(parsed, group.drafts.length < parameters);
      if (!draft) return;
      this.#count++;
      group.drafts.push(draft);
    }
  }

  /** `early` is true for as many variables as the function has parameters: old kinds do not mark them. */
  #draft(parsed: ParsedSymbol, early: boolean): Draft | null {
    switch (parsed.is) {
      case 'local':
        return { name: parsed.name, type: parsed.type, isParameter: (parsed.flags & 1) !== 0, place: null, ranges: [] };
      case 'register-relative': {
        const register = parsed.register === null ? 'ebp' : this.#register(parsed.register);
        const place: VariablePlace =
          register === null
            ? { kind: 'none', reason: `register ${parsed.register} is not known here` }
            : { kind: 'memory', register, offset: parsed.offset };
        const isParameter = parsed.register === null ? parsed.offset > 0 : early;
        return { name: parsed.name, type: parsed.type, isParameter, place, ranges: [] };
      }
      case 'register': {
        const register = this.#register(parsed.register);
        const place: VariablePlace =
          register === null
            ? { kind: 'none', reason: `register ${parsed.register} is not known here` }
            : { kind: 'register', register };
        return { name: parsed.name, type: parsed.type, isParameter: early, place, ranges: [] };
      }
      case 'data': {
        if (parsed.isThreadLocal) return null;
        const rva = this.#table.rva(parsed.section, parsed.offset);
        const place: VariablePlace = rva === null ? { kind: 'none', reason: 'absolute' } : { kind: 'static', rva };
        return { name: parsed.name, type: parsed.type, isParameter: false, place, ranges: [] };
      }
      case 'constant': {
        if (typeof parsed.value !== 'bigint') return null;
        const place: VariablePlace = { kind: 'constant', value: parsed.value };
        return { name: parsed.name, type: parsed.type, isParameter: false, place, ranges: [] };
      }
      default:
        return null;
    }
  }

  #register(number: number): string | null {
    return codeViewRegister(this.#table.machine, number);
  }

  #finish(draft: Draft): LocalVariable {
    const { name, type, isParameter } = draft;
    const types = this.#table.types;
    return {
      name,
      isParameter,
      type: types?.fromIndex(type) ?? UNKNOWN_TYPE,
      typeName: types?.spacedNames.name(type) ?? `<type 0x${type.toString(16)}>`,
      place: draft.place ?? this.#placeOf(draft),
    };
  }

  #placeOf({ ranges, isParameter }: Draft): VariablePlace {
    const here = ranges.filter((range) => covers(range, this.#section, this.#offset));
    const whole = here.find(({ part }) => part === null);
    if (whole) return this.#rangePlace(whole, isParameter);
    const pieces = here.map((range) => ({ offset: range.part ?? 0, place: this.#rangePlace(range, isParameter) }));
    if (pieces.length > 0) return { kind: 'pieces', pieces };
    const reason = ranges.length > 0 ? 'the compiler keeps it nowhere at this place' : 'the compiler removed it';
    return { kind: 'none', reason };
  }

  #rangePlace({ place, register, offset }: DefinitionRangeSymbol, isParameter: boolean): VariablePlace {
    const name =
      place === 'frame'
        ? frameBase(this.#table.machine, this.#frameFlags ?? 0, isParameter)
        : this.#register(register ?? -1);
    if (name === null) {
      const what = place === 'frame' ? 'the frame that it counts from' : `register ${register}`;
      return { kind: 'none', reason: `${what} is not known here` };
    }
    return place === 'register' ? { kind: 'register', register: name } : { kind: 'memory', register: name, offset };
  }

  /** How many parameters the procedure's type says it has, `this` included; 0 when it does not say. */
  #parameterCount({ type, isId }: ProcedureSymbol): number {
    const { types, pdb } = this.#table;
    const id = isId ? pdb.ids?.record(type)?.parse() : null;
    const record = types?.parsed(id?.is === 'function-id' ? id.type : type);
    if (record?.is === 'procedure') return record.argumentCount;
    return record?.is === 'member-function' ? record.argumentCount + (record.thisType === 0 ? 0 : 1) : 0;
  }
}

/** The variables in scope at `section:offset` of a procedure: inlined functions first, innermost first. */
export function variablesAt(
  table: LocalsSource,
  symbols: PdbModuleSymbols,
  record: SymbolRecord,
  procedure: ProcedureSymbol,
  offset: number,
): VariableScope[] {
  return new LocalsReader(table, symbols, procedure.section, offset).read(record, procedure);
}
