import { standIns } from '../../debugger/stand-in.ts';

const as = (name: string) => (args: string) => ({ line: `${name} ${args}`.trim() });

const ANSWERS = {
  '!exr': as('.exr'),
  '!cxr': as('.cxr'),
  '!trap': as('.trap'),
  '!bugcheck': as('.bugcheck'),
  '!version': () => ({ line: 'version' }),
  '!stack': as('!stacks'),
  '!k': as('k'),
  '!info': () => ({ line: '!teb' }),
  '!cpuid': as('!cpuinfo'),
  '!vadump': () => ({ line: '!address -v' }),
};

export default standIns(
  {
    name: '!exr',
    aliases: Object.keys(ANSWERS).slice(1),
    syntax: '!exr | !cxr | !trap | !bugcheck | !version | !wow64exts.k | !cpuid ...',
    summary: 'Answers old or other spellings of commands with those of ours that tell the same.',
    example: '!exr -1',
    patterns: [],
    notes: 'The first line names the command that answers.',
  },
  ANSWERS,
);
