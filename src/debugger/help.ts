import type { AnyCommand } from './command.ts';
import { nearestName } from './nearest-name.ts';
import { TOKENS, tokenNamed } from './script/tokens.ts';
import type { Session } from './session.ts';

/** Everything that help says about one thing. */
export interface HelpPage {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null for patterns, which are not typed. */
  readonly syntax: string | null;
  readonly summary: string;
  readonly text: string | null;
  readonly example: string | null;
  /** Ids of patterns. */
  readonly patterns: readonly string[];
  /** Names that help knows. */
  readonly seeAlso: readonly string[];
  readonly notes: string | null;
  /** Whether the debugger's documentation has it. */
  readonly isDocumented: boolean;
}

export interface IndexEntry {
  readonly name: string;
  readonly summary: string;
}

/** Commands that give evidence for the same patterns, most of them in common first. */
const MOST_BESIDE = 6;
const MOST_FOUND = 40;

/** Every command, and the words of the command language. */
export function helpIndex(session: Session): IndexEntry[] {
  const typed = session.topics.filter(({ syntax }) => syntax !== null);
  return [...session.commands.filter(isOffered), ...TOKENS, ...typed].map(({ name, summary }) => ({ name, summary }));
}

/** Pages of what is called so: a command, another spelling of one, a word of the language, a pattern. */
export function helpFor(session: Session, asked: string): HelpPage[] {
  const wanted = asked.toLowerCase();
  const called = (name: string) => name.toLowerCase() === wanted;
  const known = new Set(namesOf(session));
  const commands = session.commands
    .filter(({ name, aliases }) => called(name) || (aliases?.some(called) ?? false))
    .map((command) => commandPage(session, command));
  const token = tokenNamed(wanted);
  const tokens: HelpPage[] = token ? [{ ...EMPTY, ...token, isDocumented: true }] : [];
  const topics = session.topics
    .filter(({ name }) => called(name))
    .map(
      ({ name, syntax, summary, example, text, seeAlso }): HelpPage => ({
        ...EMPTY,
        name,
        syntax,
        summary,
        example,
        text,
        seeAlso: [...new Set([...(syntax === null ? evidenceOf(session, name) : []), ...seeAlso])]
          .map((each) => nameIn(known, each))
          .filter((each) => each !== null),
      }),
    );
  return [...commands, ...tokens, ...topics];
}

/** What has a word in its name, its syntax or what is said of it; names first. */
export function searchHelp(session: Session, word: string): IndexEntry[] {
  const wanted = word.toLowerCase();
  const all = [...session.commands.filter(isOffered), ...TOKENS, ...session.topics];
  const inName = all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const inText = all.filter(
    ({ name, summary, syntax }) =>
      !name.toLowerCase().includes(wanted) && `${syntax ?? ''} ${summary}`.toLowerCase().includes(wanted),
  );
  return [...inName, ...inText].slice(0, MOST_FOUND).map(({ name, summary }) => ({ name, summary }));
}

/** The name nearest to one that help does not know. */
export function nearestHelp(session: Session, asked: string): string | null {
  return nearestName(asked, namesOf(session));
}

/** All that `.hh` explains by name. */
export function namesOf(session: Session): string[] {
  const commands = session.commands.filter(isOffered).flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]);
  return [...commands, ...TOKENS.map(({ name }) => name), ...session.topics.map(({ name }) => name)];
}

const EMPTY = {
  aliases: [],
  text: null,
  patterns: [],
  seeAlso: [],
  notes: null,
  isDocumented: false,
} as const;

/** False for what WinDbg has and no dump can answer. */
export function isOffered({ isRefused }: AnyCommand): boolean {
  return isRefused !== true;
}

function commandPage(session: Session, command: AnyCommand): HelpPage {
  const { name, aliases, syntax, summary, example, patterns, notes } = command;
  return {
    ...EMPTY,
    name,
    aliases: aliases ?? [],
    syntax,
    summary,
    example,
    patterns,
    seeAlso: besides(session, command),
    notes: notes ?? null,
    isDocumented: true,
  };
}

function besides(session: Session, { name, patterns }: AnyCommand): string[] {
  return session.commands
    .filter((other) => other.name !== name && isOffered(other))
    .map((other) => [other.name, other.patterns.filter((pattern) => patterns.includes(pattern)).length] as const)
    .filter(([, shared]) => shared > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_BESIDE)
    .map(([other]) => other);
}

/** Commands that give evidence for a pattern. */
function evidenceOf(session: Session, pattern: string): string[] {
  return session.commands.filter(({ patterns }) => patterns.includes(pattern)).map(({ name }) => name);
}

/** `!cs -l` is explained by `!cs`; null where nothing of that name is known. */
function nameIn(known: ReadonlySet<string>, written: string): string | null {
  if (known.has(written)) return written;
  const first = written.split(/\s/)[0]!;
  return known.has(first) ? first : null;
}
