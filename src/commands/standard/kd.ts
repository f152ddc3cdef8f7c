import { standIns } from '../../debugger/stand-in.ts';

export default standIns(
  {
    name: 'kd',
    syntax: 'kd [count]',
    summary:
      'Shows the words of the stack, each with the symbol that it points to, as dps does from the stack pointer on.',
    example: 'kd 10',
    patterns: [],
  },
  { kd: (args) => ({ line: `dps @$csp${args === '' ? '' : ` L${args}`}` }) },
);
