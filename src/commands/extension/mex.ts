import { type StandIn, standIns } from '../../debugger/stand-in.ts';
import { toUnsigned } from '../../memory/space.ts';
import { isUserMode } from '../../target/target.ts';

const ADDRESS = /^(?:0x)?[0-9a-f`]{8,17}$/i;

/** Of several words the one that is an address, else null. */
const addressIn = (args: string): string | null => args.split(/\s+/).find((word) => ADDRESS.test(word)) ?? null;
/** The words that are no options; `-wr`, `-sort` and `-p` take the next word with them. */
const namesIn = (args: string): string =>
  args
    .replace(/(?:^|\s)-(?:wr|sort|p|o)\s+\S+/gi, ' ')
    .replace(/(?:^|\s)-\w+/g, ' ')
    .trim();

const line = (text: string) => ({ line: text.trim() });

const ANSWERS: Readonly<Record<string, StandIn>> = {
  '!mex': () => line('.hh !mex'),
  '!t': (args, session) => {
    const [, id] = /-t\s+(\S+)/i.exec(args) ?? [];
    if (isUserMode(session.target)) return line(args === '' ? '~.k' : `~~[${id ?? args}]k`);
    return line(id === undefined ? `!thread ${args}` : `!thread -t ${id}`);
  },
  '!tl': (args, session) => {
    if (isUserMode(session.target)) return 'this is the dump of one process: | names it, !peb tells of it';
    const name = namesIn(args);
    return line(`!process 0 0 ${name}`);
  },
  '!p': (args, session) => line(isUserMode(session.target) ? '!peb' : `!process ${args === '' ? '-1' : args} 0`),
  '!lt': (args, session) => line(isUserMode(session.target) ? '~' : `!process ${addressIn(args) ?? '-1'} 2`),
  '!us': (args, session) => {
    const name = namesIn(args);
    if (!isUserMode(session.target)) return line(`!stacks 2 ${name}`);
    return line(name === '' ? '!uniqstack' : `!findstack ${name} 2`);
  },
  '!di': () => line('vertarget'),
  '!crash': () => line('!analyze -v'),
  '!mods': (args) => line(args === '' ? 'lm' : `lmv m *${namesIn(args)}*`),
  '!ddt': (args) => {
    // `!ddt type address -y field` and `!ddt address type`, where dt wants the field before the address.
    const field = /(?:^|\s)-y\s+(\S+)/i.exec(args)?.[1] ?? '';
    const words = args
      .replace(/(?:^|\s)-y\s+\S+/i, ' ')
      .split(/\s+/)
      .filter(Boolean);
    const type = words.find((word) => /[!_]|^[g-z]/i.test(word) && !ADDRESS.test(word)) ?? '';
    return line(`dt ${type} ${words.filter((word) => word !== type).join(' ')} ${field === '' ? '' : `-y ${field}`}`);
  },
  '!eresource': (args) => line(`!locks -v ${args}`),
  '!mut': (args) => line(`!mutex ${addressIn(args) ?? args}`),
  '!sem': (args) => line(`dt nt!_KSEMAPHORE ${args}`),
  '!obj': (args) => line(`!object ${addressIn(args) ?? args}`),
  '!mirp': (args) => line(`!irp ${args} 1`),
  '!standby': () => line('!ready'),
  '!processirps': (args) => line(`!process ${args === '' ? '-1' : args} 2`),
  '!strings': (args, session) => {
    const [, name = ''] = /-m\s+(\S+)/i.exec(args) ?? [];
    const module = session.moduleNamed(name);
    if (!module) return 'is known here with -m and a module that is loaded; s -sa range lists the strings of a range';
    return line(`s -[l5]sa 0x${toUnsigned(module.base).toString(16)} L?0x${module.size.toString(16)}`);
  },
};

export default standIns(
  {
    name: '!mex',
    aliases: Object.keys(ANSWERS).slice(1),
    syntax:
      '!mex.t|!mex.p [address] | !mex.tl [name] | !mex.lt [process] | !mex.us [name] | !mex.ddt type address [-y field] | ...',
    summary: 'Answers the commonest commands of the mex extension with those of ours that tell the same.',
    example: '!mex.di',
    patterns: [],
    notes:
      'The layout is that of the command that answers, which is named in the first line. Options that have no counterpart (-wr, -sort, -bk) are left out. !running, !ready and !cs have their own answers.',
  },
  ANSWERS,
);
