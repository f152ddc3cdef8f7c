import type { Module } from '../target/target.ts';
import { fieldsOfType, membersAt } from './completion-members.ts';
import { ROOTS } from './data-model/member-names.ts';
import { isOffered, namesOf } from './help.ts';
import { PSEUDO_REGISTERS } from './pseudo-registers.ts';
import { aliasesOf } from './script/session-aliases.ts';
import { TOKENS } from './script/tokens.ts';
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
/** Commands that want the name of a module alone. */
const TAKES_MODULE = /^(?:lmv?|ld|\.reload|!lmi|!dh|!chkimg|!imgscan)$/i;
const CPP = /^(?:\?\?|dx|r\?)$/i;

/** Commands that want registers, which need no sign before them there. */
const TAKES_REGISTER = /^r\??$/i;

/** Completes the word before the cursor: commands first in a statement, then modules, symbols, types, fields, registers. */
export async function complete(session: Session, line: string, cursor: number): Promise<Completion> {
  const before = line.slice(0, cursor);
  const word = /[^\s;"'(){},=<>]*$/.exec(before)![0];
  const start = cursor - word.length;
  // `${name}` is an alias wherever it stands; its brace is no block's.
  if (/\$\{\w*$/.test(before)) return { start, words: aliasesFrom(session, word).map((name) => `${name}}`) };
  const statement = /[^;{}]*$/.exec(before)![0].trimStart();
  if (statement === word) return { start, words: commandsFrom(session, word) };
  const [typed = '', ...rest] = statement
    .slice(0, statement.length - word.length)
    .trim()
    .split(/\s+/);
  if (/^(?:\.hh|\.help|help)$/i.test(typed)) return { start, words: startingWith(namesOf(session), word) };
  if (/^[-/]\w*$/.test(word)) return { start, words: optionsFrom(session, typed, word) };
  if (!session.theCase.target) return { start, words: [] };
  const member =
    CPP.test(typed) || /@@c\+\+\([^)]*$/i.test(statement) ? await memberFrom(session, before, typed) : null;
  if (member && member.words.length > 0) return member;
  const type = typed.toLowerCase() === 'dt' ? rest.find((each) => !/^[-/]/.test(each)) : undefined;
  if (type !== undefined && !word.includes('!')) {
    const fields = startingWith(await fieldsOfType(session, type, word), word);
    if (fields.length > 0) return { start, words: fields };
  }
  if (TAKES_MODULE.test(typed)) return { start, words: modulesFrom(session, word) };
  if (typed.toLowerCase() === 'dx' && word.startsWith('@'))
    return { start, words: startingWith([...ROOTS, ...registers(session)], word) };
  const plain =
    word.startsWith('$') || TAKES_REGISTER.test(typed) ? registers(session).map((name) => name.slice(1)) : [];
  return {
    start,
    words: [
      ...startingWith(word === '' ? [] : plain, word),
      ...(await namesFrom(session, word, TYPES_FIRST.test(typed))),
      ...aliasesFrom(session, word),
    ],
  };
}

/** What stands behind the last `.` or `->` of an expression. */
async function memberFrom(session: Session, before: string, typed: string): Promise<Completion | null> {
  const members = await membersAt(session, before, typed.toLowerCase() === 'dx');
  if (!members) return null;
  const { wanted, names } = members;
  return { start: before.length - wanted.length, words: startingWith(names, wanted) };
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

/** Commands, words of the command language, what the terminal itself answers, and aliases. */
function commandsFrom(session: Session, word: string): string[] {
  const commands = session.commands.filter(isOffered).flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  const typed = session.topics.filter(({ syntax }) => syntax !== null);
  const names = [...commands, ...TOKENS.map(({ name }) => name), ...typed.map(({ name }) => name)];
  return [...startingWith(names, word), ...(word === '' ? [] : aliasesFrom(session, word))];
}

function aliasesFrom(session: Session, word: string): string[] {
  return startingWith(aliasesOf(session).named.keys(), word);
}

function modulesFrom(session: Session, word: string): string[] {
  return startingWith(
    session.target.modules.map(({ name }) => name),
    word,
  );
}

async function namesFrom(session: Session, word: string, types: boolean): Promise<string[]> {
  if (word.startsWith('@')) return startingWith(registers(session), word);
  // Signs before a name belong to the expression.
  const lead = /^[-+*&~!]*(?=[A-Za-z_])/.exec(word)?.[0] ?? '';
  const bare = word.slice(lead.length);
  const bang = bare.indexOf('!');
  if (bang < 0) return modulesFrom(session, bare).map((name) => `${lead}${name}!`);
  const module = types ? typeModule(session, bare.slice(0, bang)) : session.moduleNamed(bare.slice(0, bang));
  if (!module) return [];
  const wanted = bare.slice(bang + 1);
  const names = types ? await typeNames(session, module, wanted) : await symbolNames(session, module, wanted);
  return names.map((name) => `${lead}${bare.slice(0, bang)}!${name}`);
}

function registers(session: Session): string[] {
  return [...(session.context?.registers.keys() ?? []), ...PSEUDO_REGISTERS].map((name) => `@${name}`);
}

async function symbolNames(session: Session, module: Module, wanted: string): Promise<string[]> {
  const table = await session.needSymbols(module);
  return table ? startingWithSorted(symbolNamesOf(table), wanted) : [];
}

/** Those of a few names that begin with a text, ignoring case, each once and in order. */
function startingWith(names: Iterable<string>, wanted: string): string[] {
  return startingWithSorted(sortedNames(names), wanted);
}

/** The same by binary search, of names in order. */
function startingWithSorted(names: readonly string[], wanted: string): string[] {
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
  const found = startingWithSorted(names, wanted);
  return found.length > 0 || wanted.startsWith('_') ? found : startingWithSorted(names, `_${wanted}`);
}
