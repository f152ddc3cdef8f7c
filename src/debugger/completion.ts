import type { Module } from '../target/target.ts';
import { memberNames, ROOTS } from './data-model/member-names.ts';
import { PSEUDO_REGISTERS } from './pseudo-registers.ts';
import type { Session } from './session.ts';
import { sortedNames, symbolNamesOf } from './symbol-names.ts';
import { typeModule, typesOf } from './type-search.ts';

/** What could stand at the cursor: whole words that replace the text from `start` on. */
export interface Completion {
  readonly start: number;
  readonly words: readonly string[];
}

const MOST = 200;
const TYPES_FIRST = /^(?:dt|\?\?|r\?)$/i;

/** Completes the word before the cursor: commands first in a statement, then modules, symbols, types, fields, registers. */
export async function complete(session: Session, line: string, cursor: number): Promise<Completion> {
  const before = line.slice(0, cursor);
  const word = /[^\s;"'(){},=<>]*$/.exec(before)![0];
  const start = cursor - word.length;
  const statement = /[^;{}]*$/.exec(before)![0].trimStart();
  if (statement === word) return { start, words: commandsFrom(session, word) };
  if (!session.theCase.target) return { start, words: [] };
  const [typed = '', ...rest] = statement
    .slice(0, statement.length - word.length)
    .trim()
    .split(/\s+/);
  if (/^\.(hh|help)$|^help$/i.test(typed)) return { start, words: commandsFrom(session, word) };
  if (/^[-/]\w*$/.test(word)) return { start, words: optionsFrom(session, typed, word) };
  const type = typed.toLowerCase() === 'dt' ? rest.find((each) => !/^[-/]/.test(each)) : undefined;
  if (type !== undefined && !word.includes('!')) {
    const fields = await fieldsOf(session, type, word);
    if (fields.length > 0) return { start, words: fields };
  }
  if (typed.toLowerCase() === 'dx' && word.startsWith('@')) return { start, words: await modelNames(session, word) };
  return { start, words: await namesFrom(session, word, TYPES_FIRST.test(typed)) };
}

/** Roots of the data model, and what stands behind the last dot of an expression of it. */
async function modelNames(session: Session, word: string): Promise<string[]> {
  const dot = word.lastIndexOf('.');
  const names =
    dot < 0
      ? [...ROOTS, ...registersFrom(session, word)]
      : (await memberNames(session, word.slice(0, dot))).map((name) => word.slice(0, dot + 1) + name);
  const lower = word.toLowerCase();
  return names.filter((name) => name.toLowerCase().startsWith(lower)).slice(0, MOST);
}

/** Options that the command's own syntax line names: `/p`, `-v`. */
function optionsFrom(session: Session, typed: string, word: string): string[] {
  const lower = typed.toLowerCase();
  const found = session.commands.find(
    ({ name, aliases }) => name.toLowerCase() === lower || aliases?.some((alias) => alias.toLowerCase() === lower),
  );
  const options = found?.syntax.match(/(?<=[\s[|(]|^)[-/][A-Za-z]\w*/g) ?? [];
  return [...new Set(options)].filter((option) => option.startsWith(word)).sort();
}

function commandsFrom(session: Session, word: string): string[] {
  const lower = word.toLowerCase();
  const names = session.commands.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  return [...new Set(names)]
    .filter((name) => name.toLowerCase().startsWith(lower))
    .sort()
    .slice(0, MOST);
}

async function namesFrom(session: Session, word: string, types: boolean): Promise<string[]> {
  if (word.startsWith('@')) return registersFrom(session, word);
  // Signs before a name belong to the expression.
  const lead = /^[-+*&~!]*(?=[A-Za-z_])/.exec(word)?.[0] ?? '';
  const bare = word.slice(lead.length);
  const bang = bare.indexOf('!');
  if (bang < 0) {
    const lower = bare.toLowerCase();
    const modules = session.target.modules
      .map(({ name }) => name)
      .filter((name) => name.toLowerCase().startsWith(lower));
    return [...new Set(modules)]
      .sort()
      .slice(0, MOST)
      .map((name) => `${lead}${name}!`);
  }
  const module = types ? typeModule(session, bare.slice(0, bang)) : session.moduleNamed(bare.slice(0, bang));
  if (!module) return [];
  const wanted = bare.slice(bang + 1);
  const names = types ? await typeNames(session, module, wanted) : await symbolNames(session, module, wanted);
  return names.map((name) => `${lead}${bare.slice(0, bang)}!${name}`);
}

function registersFrom(session: Session, word: string): string[] {
  const names = [...(session.context?.registers.keys() ?? []), ...PSEUDO_REGISTERS];
  return names
    .map((name) => `@${name}`)
    .filter((name) => name.startsWith(word.toLowerCase()))
    .sort()
    .slice(0, MOST);
}

async function symbolNames(session: Session, module: Module, wanted: string): Promise<string[]> {
  const table = await session.needSymbols(module);
  if (!table) return [];
  return startingWith(symbolNamesOf(table), wanted);
}

/** Names of a sorted list that begin with a text, ignoring case, by binary search. */
function startingWith(names: readonly string[], wanted: string): string[] {
  const lower = wanted.toLowerCase();
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (names[middle]!.toLowerCase() < lower) low = middle + 1;
    else high = middle;
  }
  const out: string[] = [];
  for (let index = low; index < names.length && out.length < MOST; index++) {
    if (!names[index]!.toLowerCase().startsWith(lower)) break;
    out.push(names[index]!);
  }
  return out;
}

const sortedTypes = new WeakMap<object, readonly string[]>();

async function typeNames(session: Session, module: Module, wanted: string): Promise<string[]> {
  const types = await typesOf(session, module);
  if (!types) return [];
  let names = sortedTypes.get(types);
  if (!names) {
    names = sortedNames(types.typeNames());
    sortedTypes.set(types, names);
  }
  const found = startingWith(names, wanted);
  return found.length > 0 || wanted.startsWith('_') ? found : startingWith(names, `_${wanted}`);
}

async function fieldsOf(session: Session, written: string, word: string): Promise<string[]> {
  const bang = written.indexOf('!');
  const module =
    bang < 0
      ? (session.moduleNamed('nt') ?? session.moduleNamed('ntdll'))
      : typeModule(session, written.slice(0, bang));
  const types = module ? await typesOf(session, module) : null;
  const name = written.slice(bang + 1);
  const type = types?.type(name) ?? types?.type(`_${name}`) ?? null;
  if (type?.kind !== 'struct') return [];
  const lower = word.toLowerCase();
  return type
    .fields()
    .map((field) => field.name)
    .filter((field) => field.toLowerCase().startsWith(lower))
    .slice(0, MOST);
}
