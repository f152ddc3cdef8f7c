import { MemoreticsError, SourceError, UsageError } from '../../bytes/errors.ts';
import type { Completion } from '../../debugger/completion.ts';
import { failedOutcome, type Outcome } from '../../debugger/outcome.ts';
import { parseStatements } from '../../debugger/script/statement.ts';
import type { Session } from '../../debugger/session.ts';
import { Text } from '../../debugger/text.ts';
import { isUserMode } from '../../target/target.ts';
import { complaint } from '../open.ts';
import type { Dump, Dumps } from './dumps.ts';

const SYSTEMS = /^\|\|\s*(?:(\*)|\.|(\d+)\s*(s)?)?$/i;
const OPEN = /^\.opendump\s+(?:"([^"]+)"|([^\s"]+))$/i;
const SYSTEM_COMMAND = /(?:\|\||\.opendump\b|\.detach\b)/i;

/**
 * The first command of a text about the dumps that are open, which no single one of them can answer, and where it stands;
 * null where there is none outside of blocks.
 */
export function systemCommandIn(
  text: string,
  { reading }: Session,
): { readonly text: string; readonly at: number } | null {
  if (!SYSTEM_COMMAND.test(text)) return null;
  try {
    for (const statement of parseStatements(text, reading))
      if (statement.kind === 'command' && SYSTEM_COMMAND.exec(statement.text)?.index === 0) return statement;
  } catch (error) {
    // Whoever runs the text says what is wrong with it.
    if (!(error instanceof MemoreticsError)) throw error;
  }
  return null;
}

/** Numbers of dumps behind `||`; null where the line wants something else. */
export function completeDump({ open }: Dumps, line: string, cursor: number): Completion | null {
  const written = /^\s*(\|\|\d*)$/.exec(line.slice(0, cursor))?.[1];
  if (written === undefined) return null;
  const words = ['||*', ...open.map(([number]) => `||${number}s`)].filter((word) => word.startsWith(written));
  return { start: cursor - written.length, words };
}

/** Runs what `systemCommandIn` found. */
export async function systemCommand(dumps: Dumps, command: string): Promise<Outcome> {
  const systems = SYSTEMS.exec(command);
  if (systems) {
    const [, all, number, change] = systems;
    const chosen = number === undefined ? null : Number(number);
    return list(dumps, command, chosen, change !== undefined, all !== undefined);
  }
  const open = OPEN.exec(command);
  if (open) return opened(dumps, open[1] ?? open[2] ?? '');
  if (/^\.detach$/i.test(command)) {
    const name = dumps.current?.path ?? '';
    dumps.detach();
    return said('.detach', { path: name }, new Text().line('Detached'));
  }
  const words = /^\.opendump/i.test(command)
    ? 'Syntax error: .opendump needs the name of one file'
    : `Syntax error in '${command}'`;
  return failedOutcome(command, new UsageError(command, words, null), 0);
}

function list(dumps: Dumps, command: string, number: number | null, change: boolean, all: boolean): Outcome {
  const chosen = number === null ? null : (dumps.open.find(([each]) => each === number)?.[1] ?? null);
  if (number !== null && !chosen)
    return failedOutcome(command, new UsageError('||', `there is no dump ${number}; || lists them`, null), 0);
  if (chosen && change) dumps.choose(chosen);
  const shown = chosen && !change && !all ? [[number!, chosen] as const] : dumps.open;
  const text = new Text();
  for (const [each, dump] of shown) {
    text
      .write(dump === dumps.current ? '. ' : '  ')
      .link(String(each), `||${each}s`)
      .line(` ${kindOf(dump)}: ${dump.path}`);
  }
  const data = dumps.open.map(([each, dump]) => ({
    number: each,
    path: dump.path,
    kind: dump.session.theCase.source.kind,
    current: dump === dumps.current,
  }));
  return said(command, data, text);
}

/** As the debugger calls what a session is about. */
function kindOf({ session }: Dump): string {
  const { kind } = session.theCase.source;
  if (kind === 'debugger-log') return 'Log of a debugger';
  return isUserMode({ kind }) ? 'User mini dump' : 'Kernel dump';
}

async function opened(dumps: Dumps, path: string): Promise<Outcome> {
  const command = `.opendump ${path}`;
  const { added, refused } = await dumps.add(path);
  const [first] = added;
  if (!first) {
    const words = refused.map(complaint).join('\n') || `${path} holds no dump`;
    return failedOutcome(command, new SourceError(path, words.replace(/^memoretics: /gm, '')), 0);
  }
  dumps.choose(first);
  const text = new Text().line(`Opened '${path}'`);
  for (const dump of added) text.line(`Loading Dump File [${dump.path}]`).write(dump.identity.about);
  return said(
    command,
    added.map(({ path: each }) => ({ path: each })),
    text,
  );
}

function said(command: string, data: unknown, text: Text): Outcome {
  return { command, data, text: text.toString(), error: null, links: text.links };
}
