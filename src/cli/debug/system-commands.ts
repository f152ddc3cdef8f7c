import { SourceError, UsageError } from '../../bytes/errors.ts';
import type { Completion } from '../../debugger/completion.ts';
import { failedOutcome, type Outcome } from '../../debugger/outcome.ts';
import { Text } from '../../debugger/text.ts';
import { complaint } from '../open.ts';
import type { Dump, Dumps } from './dumps.ts';

/** `||`, `||*`, `||1`, `||1s`; what follows a semicolon is left. */
const SYSTEMS = /^\s*\|\|\s*(?:(\*)|(\.)|(\d+)\s*(s)?)?\s*(?:;\s*(.*))?$/is;
const OPEN = /^\s*\.opendump\s+(?:"([^"]+)"|([^\s;"]+))\s*(?:;\s*(.*))?$/is;
const DETACH = /^\s*\.detach\s*(?:;\s*(.*))?$/is;

/** Whether a line begins with a command about the dumps that are open, which no single one of them can answer. */
export function isSystemCommand(text: string): boolean {
  return /^\s*(?:\|\||\.opendump\b|\.detach\b)/i.test(text);
}

/** Numbers of dumps behind `||`; null where the line wants something else. */
export function completeDump({ open }: Dumps, line: string, cursor: number): Completion | null {
  const written = /^\s*(\|\|\d*)$/.exec(line.slice(0, cursor))?.[1];
  if (written === undefined) return null;
  const words = ['||*', ...open.map(([number]) => `||${number}s`)].filter((word) => word.startsWith(written));
  return { start: cursor - written.length, words };
}

/** Runs the command that the line begins with; `after` is the rest of the line. */
export async function systemCommand(
  dumps: Dumps,
  text: string,
): Promise<{ readonly outcome: Outcome; readonly after: string }> {
  const systems = SYSTEMS.exec(text);
  if (systems) {
    const [whole, , , number, change, after = ''] = systems;
    const command = whole
      .slice(0, whole.length - after.length)
      .replace(/;?\s*$/, '')
      .trim();
    return {
      outcome: list(
        dumps,
        command,
        number === undefined ? null : Number(number),
        change !== undefined,
        /\*/.test(command),
      ),
      after,
    };
  }
  const open = OPEN.exec(text);
  if (open) {
    const path = open[1] ?? open[2] ?? '';
    return { outcome: await opened(dumps, path), after: open[3] ?? '' };
  }
  const detach = DETACH.exec(text);
  if (detach) {
    const name = dumps.current?.path ?? '';
    dumps.detach();
    return { outcome: said('.detach', { path: name }, new Text().line('Detached')), after: detach[1] ?? '' };
  }
  const command = text.trim();
  const words = /^\.opendump/i.test(command)
    ? 'Syntax error: .opendump needs the name of one file'
    : `Syntax error in '${command}'`;
  return { outcome: failedOutcome(command, new UsageError(command, words, null), 0), after: '' };
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
  return kind.startsWith('user') ? 'User mini dump' : 'Kernel dump';
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
