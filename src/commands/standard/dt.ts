import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { cppIn } from '../../debugger/cpp/scope.ts';
import { cppTypeText } from '../../debugger/cpp/value.ts';
import { scalarValue } from '../../debugger/local-value.ts';
import { addressText } from '../../debugger/names.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import type { Session } from '../../debugger/session.ts';
import type { Text } from '../../debugger/text.ts';
import { linkOf, listNodes } from '../../debugger/type-list.ts';
import { builtinTypes, findType, nearestType, typeModule, typeModules, typesOf } from '../../debugger/type-search.ts';
import { verboseTypeText } from '../../debugger/type-text.ts';
import { pointerAt } from '../../debugger/type-value.ts';
import { isField, itemOf, nearestField, type TypeItem, writeRows } from '../../debugger/type-view.ts';
import { wordsOf } from '../../debugger/type-words.ts';
import { type FoundVariable, findGlobal, findLocal } from '../../debugger/variable-search.ts';
import { wildcard } from '../../debugger/wildcard.ts';
import type { Type } from '../../symbols/type.ts';

interface Options {
  readonly module: string | null;
  readonly name: string;
  /** What was typed behind the command, for positions in it. */
  readonly typed: string;
  /** Fields and the address, as typed. */
  readonly rest: readonly string[];
  readonly depth: number;
  readonly blocks: boolean;
  readonly verbose: boolean;
  readonly arrays: boolean;
  readonly prefixes: boolean;
  readonly list: string | null;
}

interface TypeData {
  readonly pointerSize: 4 | 8;
  /** `nt!_KTHREAD`, where it is not what was typed. */
  readonly heading: string | null;
  readonly builtin: boolean;
  readonly mismatched: boolean;
  readonly size: number;
  readonly verbose: string | null;
  readonly filtered: boolean;
  readonly items: readonly TypeItem[];
  readonly list: string | null;
  /** Types that match wildcards. */
  readonly names: readonly string[] | null;
}

const MOST_NODES = 4096;
const MOST_NAMES = 100_000;

export default command<Options, TypeData>({
  name: 'dt',
  syntax: 'dt [-r[n]] [-b] [-v] [-a] [-y] [module!]type|variable [field ...] [address] [-l field]',
  summary:
    'Shows the layout of a type, its values at an address, or a variable; walks lists with -l; lists types by wildcard.',
  example: 'dt nt!_LIST_ENTRY @$csp',
  patterns: [],
  parse(args) {
    const words = wordsOf(args);
    let depth = 0;
    let [blocks, verbose, arrays, prefixes] = [false, false, false, false];
    let list: string | null = null;
    let name: string | null = null;
    const rest: string[] = [];
    while (words.length > 0) {
      const word = words.shift()!;
      const option = /^[-/]([a-z]+)(\d*)$/i.exec(word);
      if (!option) {
        if (name === null) name = word;
        else rest.push(word);
        continue;
      }
      const [, letters = '', digits = ''] = option;
      if (letters === 'r') depth = digits === '' ? 5 : Number(digits);
      else if (letters === 'b') blocks = true;
      else if (letters === 'v') verbose = true;
      else if (letters === 'a') arrays = true;
      else if (letters === 'y') prefixes = true;
      else if (letters === 'l') list = words.shift() ?? null;
      else if (!/^[cdeinopst]+$/.test(letters))
        throw new UsageError('dt', `Unknown option '${word}'`, Math.max(0, args.indexOf(word)));
      if (letters === 'l' && list === null) throw new UsageError('dt', 'Missing field after -l', args.length);
    }
    if (name === null) throw new UsageError('dt', 'Missing type, as in dt nt!_KTHREAD', args.length);
    const bang = name.indexOf('!');
    return {
      typed: args,
      module: bang < 0 ? null : name.slice(0, bang),
      name: bang < 0 ? name : name.slice(bang + 1),
      rest,
      depth,
      blocks,
      verbose,
      arrays,
      prefixes,
      list,
    };
  },
  async run(session, options) {
    const { pointerSize } = session;
    if (/[*?]/.test(options.name) || options.name === '') return named(session, options);
    const typed = options.module === null ? options.name : `${options.module}!${options.name}`;
    if (typed.startsWith('@')) return ofVariable(session, options, await ofExpression(session, typed));
    const local = options.module === null ? await findLocal(session, options.name) : null;
    if (local) return ofVariable(session, options, local);
    const found = await findType(session, options.module, options.name);
    // A type that is the name but for its case gives way to a variable of exactly that name.
    if (found?.name !== options.name && found?.name !== `_${options.name}`) {
      const global = await findGlobal(session, options.module, options.name);
      if (global) return ofVariable(session, options, global);
    }
    if (!found && EXPRESSION.test(typed)) return ofVariable(session, options, await ofExpression(session, typed));
    if (!found) {
      const near = nearestType(session, options.module, options.name);
      throw new UsageError('dt', `Symbol ${typed} not found.${near === null ? '' : ` Did you mean ${near}?`}`, 0);
    }
    const { type } = found;
    const { fields, address } = await split(session, options, type);
    const items: TypeItem[] = [];
    for (const at of address === null ? [null] : nodes(session, type, address, options.list))
      items.push(itemOf(session, type, at, fields, options));
    const heading = `${found.module ?? '<built-in>'}!${found.name}`;
    return {
      pointerSize,
      heading: heading === typed ? null : heading,
      builtin: found.module === null,
      mismatched: found.mismatched,
      size: type.size,
      verbose: options.verbose ? verboseTypeText(type) : null,
      filtered: fields.length > 0,
      items,
      list: options.list,
      names: null,
    };
  },
  render,
});

/** What names no type and no variable may still be a value: `shop.orders[1]`, `job->owner`. */
const EXPRESSION = /[.[(]|->/;

/** A C++ expression; of a register with the type that `r?` gave it or that the debugger knows for it. */
async function ofExpression(session: Session, name: string): Promise<FoundVariable> {
  const { type, bits, address } = await cppIn(session, name);
  return { type, typeName: cppTypeText(type), address, value: bits, heading: null, mismatched: false };
}

/** A variable's value: of a pointer to a structure, the structure too. */
async function ofVariable(session: Session, options: Options, variable: FoundVariable): Promise<TypeData> {
  const { pointerSize } = session;
  const target = variable.type.kind === 'pointer' ? variable.type.target() : null;
  const pointer =
    target?.kind === 'struct'
      ? (variable.value ?? (variable.address === null ? null : pointerAt(session, variable.address)))
      : null;
  const follows = target?.kind === 'struct' && pointer !== null && pointer !== 0n;
  const type = follows ? target : variable.type;
  const address = follows ? pointer : variable.address;
  const fields = type.kind === 'struct' ? options.rest.filter((word) => isField(type, word, options.prefixes)) : [];
  const wrong = options.rest.find((word) => !fields.includes(word));
  if (wrong !== undefined) throw noField(options, type, wrong);
  const items: TypeItem[] = [];
  const inRegister = address === null && variable.value !== null;
  if (inRegister) {
    const shown = scalarValue(session, type, variable.typeName, variable.value ?? 0n).text;
    items.push({ address: null, special: shown, rows: [], unreadable: null });
  } else if (address === null)
    throw new UsageError('dt', `${variable.heading ?? options.name}: the value is not available`);
  else
    for (const at of nodes(session, type, address, options.list))
      items.push(itemOf(session, type, at, fields, options));
  const shown = follows ? [`0x${addressText(pointer, pointerSize)} `] : [];
  const heading = [...(variable.heading === null ? [] : [variable.heading]), ...shown].join('\n');
  return {
    pointerSize,
    heading: heading === '' ? null : heading,
    builtin: false,
    mismatched: variable.mismatched,
    size: type.size,
    verbose: options.verbose ? verboseTypeText(type) : null,
    filtered: fields.length > 0,
    items,
    list: options.list,
    names: null,
  };
}

/** Types that match a wildcard, in the named module or in all whose symbols are loaded. */
async function named(session: Session, options: Options): Promise<TypeData> {
  const matches = wildcard(options.name === '' ? '*' : options.name);
  const module = options.module === null ? null : typeModule(session, options.module);
  if (options.module !== null && !module) throw new UsageError('dt', `Symbol ${options.module}! not found.`, 0);
  const names: string[] = [];
  let any = false;
  for (const one of module ? [module] : typeModules(session)) {
    const types = await typesOf(session, one);
    if (!types) continue;
    any = true;
    for (const name of types.typeNames()) {
      if (names.length >= MOST_NAMES) break;
      if (matches.test(name)) names.push(`${one.name}!${name}`);
    }
  }
  if (!any)
    for (const name of builtinTypes(session).typeNames()) if (matches.test(name)) names.push(`<built-in>!${name}`);
  const { pointerSize } = session;
  return {
    pointerSize,
    heading: null,
    builtin: !any,
    mismatched: false,
    size: 0,
    verbose: null,
    filtered: false,
    items: [],
    list: null,
    names: [...new Set(names)],
  };
}

/** What looks like a field or a path of them: no number, no register. */
const MEMBER = /^[a-z_]\w*([.[].*)?$/i;

/** In the debugger's words, with the field that may be meant. */
function noField(options: Options, type: Type, word: string): UsageError {
  const near = type.kind === 'struct' ? nearestField(type, word) : null;
  const hint = near === null ? '' : `; did you mean ${near}?`;
  return new UsageError('dt', `Cannot find specified field members: '${word}'${hint}`, placeOf(options, word));
}

/** Where a word stands behind the name of the type. */
function placeOf({ typed, name }: Options, word: string): number {
  return Math.max(0, typed.indexOf(word, typed.indexOf(name) + name.length));
}

/** Tells fields from the address among what follows the type: what is no field of it is an expression. */
async function split(
  session: Session,
  options: Options,
  type: Type,
): Promise<{ fields: readonly string[]; address: bigint | null }> {
  const fields: string[] = [];
  const rest = [...options.rest];
  while (rest.length > 0 && type.kind === 'struct' && isField(type, rest[0]!, options.prefixes))
    fields.push(rest.shift()!);
  if (rest.length === 0) return { fields, address: null };
  // The address may also stand before the fields.
  const tail: string[] = [];
  while (rest.length > 1 && type.kind === 'struct' && isField(type, rest.at(-1)!, options.prefixes))
    tail.unshift(rest.pop()!);
  const address = await evaluateIn(session, rest.join(' ')).catch((error) => {
    if (!(error instanceof UsageError)) throw error;
    const wrong = type.kind === 'struct' ? rest.find((word) => MEMBER.test(word)) : undefined;
    if (wrong !== undefined) throw noField(options, type, wrong);
    throw new UsageError('dt', error.message, placeOf(options, rest[0]!) + (error.position ?? 0));
  });
  return { fields: [...fields, ...tail], address: session.pointerSize === 4 ? address & 0xffffffffn : address };
}

/** Addresses of the nodes of a list that `-l` names by its link field, or the one address. */
function nodes(session: Session, type: Type, address: bigint, list: string | null): readonly bigint[] {
  if (list === null || type.kind !== 'struct') return [address];
  const link = linkOf(type, list);
  if (!link) throw new UsageError('dt', `Cannot find list field '${list}'`, null);
  return listNodes(session, link, address, MOST_NODES).addresses;
}

function render(data: TypeData, text: Text): void {
  if (data.names) {
    for (const name of data.names) text.line(`          ${name}`);
    return;
  }
  if (data.builtin) text.line('*** WARNING: layout as Microsoft documents it, not from symbols of this target');
  if (data.mismatched) text.line('*** WARNING: layout from symbols that do not match this target');
  // Where the variable is, and what it points to.
  if (data.heading !== null) for (const row of data.heading.split('\n')) text.line(row);
  if (data.verbose !== null) text.line(data.verbose);
  for (const item of data.items) {
    if (data.list !== null && item.address !== null) {
      text.line(`${data.list} at 0x${addressText(item.address, data.pointerSize)}`);
      text.line('-'.repeat(45));
    }
    if (item.special !== null) text.line(` ${item.special}`);
    writeRows(item.rows, 1, data.filtered, text);
    if (item.unreadable !== null) text.line(`Memory read error ${addressText(item.unreadable, data.pointerSize)}`);
    if (data.list !== null) text.line();
  }
}
