import { UsageError } from '../../bytes/errors.ts';
import { command } from '../../debugger/command.ts';
import { type ForEachData, writeForEach } from '../../debugger/for-each.ts';
import type { Outcome } from '../../debugger/outcome.ts';
import { evaluateIn } from '../../debugger/scope.ts';
import { linkOf, listNodes } from '../../debugger/type-list.ts';
import { findType } from '../../debugger/type-search.ts';

interface Options {
  readonly module: string | null;
  readonly type: string;
  /** Dotted path of the member that leads on. */
  readonly link: string;
  readonly line: string;
  readonly after: string;
  readonly echo: boolean;
  readonly most: string | null;
  readonly start: string;
}

const MOST_NODES = 0x10000;
const USUAL = 'dp';

export default command<Options, ForEachData>({
  name: '!list',
  syntax: '!list -t [module!]Type.Field [-x "command"] [-a "arguments"] [-e] [-m most] start',
  summary: 'Runs a command for each structure of a linked list, with @$extret replaced by its address.',
  example: '!list -t nt!_LIST_ENTRY.Flink -m 4 -x "dp @$extret l2" @$csp',
  patterns: [],
  holdsCommands: true,
  notes:
    'The address of the structure follows the command when that does not say @$extret. Where the link is a LIST_ENTRY inside the structure, @$extret is the start of the structure.',
  parse(args, session) {
    void session.target;
    // The whole may stand in quotes, with those inside written \\" and backslashes \\\\.
    const whole = /^\s*"(.*)"\s*$/s.exec(args);
    const text = whole && /^\s*-/.test(whole[1]!) ? unescaped(whole[1]!) : args;
    let start = text;
    const take = (pattern: RegExp): string | null => {
      const found = pattern.exec(start);
      if (!found) return null;
      start = start.slice(0, found.index) + start.slice(found.index + found[0].length);
      return found[1] ?? '';
    };
    const quoted = take(/(?:^|\s)-x\s*"((?:[^"\\]|\\.)*)"/s);
    const line = quoted === null ? USUAL : unescaped(quoted);
    const after = take(/(?:^|\s)-a\s*"([^"]*)"/) ?? '';
    const typed = take(/(?:^|\s)-t\s+(\S+)/);
    const most = take(/(?:^|\s)-m\s+(\S+)/);
    const echo = take(/(?:^|\s)-e(?=\s)/) !== null;
    const parts = /^(?:([^!]+)!)?([^.!]+)\.(.+)$/.exec(typed ?? '');
    if (!parts) throw new UsageError('!list', 'Missing link field, as in -t nt!_LIST_ENTRY.Flink', args.length);
    if (start.trim() === '') throw new UsageError('!list', 'Missing address of the first structure', args.length);
    return { module: parts[1] ?? null, type: parts[2]!, link: parts[3]!, line, after, echo, most, start };
  },
  async run(session, options) {
    const { runLine } = session;
    if (!runLine) throw new UsageError('!list', 'commands cannot be run from here');
    const typed = `${options.module === null ? '' : `${options.module}!`}${options.type}`;
    const found = await findType(session, options.module, options.type);
    if (found?.type.kind !== 'struct') throw new UsageError('!list', `Symbol ${typed} not found.`);
    const link = linkOf(found.type, options.link);
    if (!link) throw new UsageError('!list', `Cannot find specified field member '${options.link}'`);
    const asked = options.most === null ? MOST_NODES : Number(await evaluateIn(session, options.most));
    const most = Math.min(asked, MOST_NODES);
    const { addresses, end } = listNodes(session, link, await evaluateIn(session, options.start), most);
    const outcomes: Outcome[] = [];
    for (const address of addresses) {
      const line = commandFor(options, `0x${address.toString(16)}`);
      if (options.echo) outcomes.push({ command: line, data: null, text: `${echoOf(options, line)}\n`, error: null });
      const outcome = await runLine(line);
      outcomes.push({ ...outcome, text: `${outcome.text}\n` });
    }
    return { outcomes, broken: broken(end, asked, addresses.at(-1)) };
  },
  render: (data, text) => writeForEach(text, data),
});

const unescaped = (text: string) => text.replace(/\\(["\\])/g, '$1');

/** What -e shows of a command: as it was written where it says @$extret, else with its address (Learn, "!list"). */
function echoOf({ line, after }: Options, filled: string): string {
  const whole = `${line} ${after}`.trim();
  return /\$extret\b/i.test(whole) ? whole : filled;
}

function commandFor({ line, after }: Options, address: string): string {
  const whole = `${line} ${after}`.trim();
  if (/\$extret\b/i.test(whole)) return whole.replace(/@?\$extret\b/gi, address);
  return `${line} ${address} ${after}`.trim();
}

function broken(end: string, asked: number, last: bigint | undefined): string | null {
  if (end === 'unreadable') return `the link of 0x${last?.toString(16)} cannot be read`;
  return end === 'count' && asked > MOST_NODES ? `more than ${MOST_NODES} structures` : null;
}
